/** Vectors of a model, where one is configured: how near two are, and keys by which near ones find each other. */
import { hash32 } from './hash.ts';

/** Unrelated news of one field lies about here by the models in use; only what is above it speaks for one event. */
const floor = 0.45;
const bands = 16;
const bitsPerBand = 8;

/** @returns 0–1 */
export function nearness(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return 0;
  let dot = 0;
  let left = 0;
  let right = 0;
  for (let at = 0; at < a.length; at++) {
    dot += a[at]! * b[at]!;
    left += a[at]! ** 2;
    right += b[at]! ** 2;
  }
  const cosine = dot / (Math.sqrt(left * right) || 1);
  return Math.max(0, (cosine - floor) / (1 - floor));
}

/**
 * Hashes for the index: on which side of random planes the vector lies, eight planes a hash. Vectors at a cosine of 0.8
 * share one with 94%.
 * @see https://en.wikipedia.org/wiki/Locality-sensitive_hashing#Random_projection
 */
export function sidesOf(vector: Float32Array): number[] {
  return Array.from({ length: bands }, (_, band) => {
    let sides = 0;
    for (let bit = 0; bit < bitsPerBand; bit++)
      sides = sides * 2 + Number(project(vector, band * bitsPerBand + bit) > 0);
    return hash32(`side ${band} ${sides}`);
  });
}

/** On a plane whose normal has a sign for each dimension, taken from the bits of a generator. */
function project(vector: Float32Array, plane: number): number {
  let state = hash32(`plane ${plane}`);
  let sum = 0;
  for (let at = 0; at < vector.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    sum += state & 0x80000000 ? vector[at]! : -vector[at]!;
  }
  return sum;
}
