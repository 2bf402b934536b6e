/**
 * MinHash: a text's word sequences in 96 numbers, from which the share that two texts have in common can be told.
 * Syndicated copies are found by it however long the texts are, and told apart from two reports of one event.
 * @see https://en.wikipedia.org/wiki/MinHash
 */
import { hash32 } from './hash.ts';

export interface Sketch {
  /** The least hash of the text's shingles under each permutation, cut to 16 bits; empty for a text too short to tell. */
  minima: Uint16Array;
  /** Distinct shingles. */
  size: number;
}

const permutations = 96;
const leastShingles = 8;
const mostCharacters = 1_500;
const spacedShingle = 4;
const unspacedShingle = 6;

const seeds = Array.from({ length: permutations }, (_, n) => ({
  factor: Math.imul(n + 1, 0x9e3779b1) | 1,
  offset: Math.imul(n + 7, 0x85ebca6b) >>> 0,
}));

export function sketchOf(text: string): Sketch {
  const shingles = shinglesOf(text.slice(0, mostCharacters));
  if (shingles.size < leastShingles) return { minima: new Uint16Array(0), size: shingles.size };
  const minima = new Uint16Array(permutations);
  const hashes = Uint32Array.from(shingles);
  seeds.forEach(({ factor, offset }, n) => {
    let least = 0xffffffff;
    for (const hash of hashes) {
      const mixed = mix(Math.imul(hash, factor) + offset);
      if (mixed < least) least = mixed;
    }
    minima[n] = least & 0xffff;
  });
  return { minima, size: shingles.size };
}

/** @returns 0–1: how much of the shorter text stands in the longer one too. */
export function containment(a: Sketch, b: Sketch): number {
  if (a.minima.length === 0 || b.minima.length === 0) return 0;
  let equal = 0;
  for (let n = 0; n < permutations; n++) if (a.minima[n] === b.minima[n]) equal += 1;
  const jaccard = equal / permutations;
  const shared = (jaccard * (a.size + b.size)) / (1 + jaccard);
  return Math.min(1, shared / Math.min(a.size, b.size));
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b);
  return (twice ^ (twice >>> 16)) >>> 0;
}

function shinglesOf(text: string): Set<number> {
  const plain = text.normalize('NFKC').toLowerCase();
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(plain);
  const units = unspaced ? (plain.match(/[\p{L}\p{M}\p{N}]/gu) ?? []) : (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const length = unspaced ? unspacedShingle : spacedShingle;
  const shingles = new Set<number>();
  for (let at = 0; at + length <= units.length; at++) shingles.add(hash32(units.slice(at, at + length).join(' ')));
  return shingles;
}
