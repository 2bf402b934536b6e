/** The live articles under an inverted index: what may belong together with a new one is found without asking them all. */
import type { Idf } from './bag.ts';
import type { Fingerprint } from './fingerprint.ts';

export interface Window {
  readonly size: number;
  readonly idf: Idf;
  add(print: Fingerprint): number;
  remove(slot: number): void;
  print(slot: number): Fingerprint;
  /** @returns at most `most` slots, the likeliest first */
  near(print: Fingerprint, most: number): number[];
}

/** Terms in more articles than this (or a fiftieth of all) find nothing that a rarer one would not. */
const commonest = 400;
const mostTerms = 48;
/** Small collections know nothing of rarity yet: as if this many articles without any of its terms stood beside. */
const silent = 40;

export function createWindow(): Window {
  const prints: (Fingerprint | undefined)[] = [];
  const free: number[] = [];
  const postings = new Map<number, number[]>();
  let size = 0;
  let scores = new Float32Array(1024);

  const idf: Idf = (key) => Math.log(1 + (size + silent) / ((postings.get(key)?.length ?? 0) + 1));

  function add(print: Fingerprint): number {
    const slot = free.pop() ?? prints.length;
    prints[slot] = print;
    size += 1;
    if (slot >= scores.length) scores = new Float32Array(scores.length * 2);
    for (const key of keysOf(print)) {
      const posting = postings.get(key);
      if (posting === undefined) postings.set(key, [slot]);
      else posting.push(slot);
    }
    return slot;
  }

  function remove(slot: number): void {
    for (const key of keysOf(prints[slot]!)) {
      const posting = postings.get(key)!;
      if (posting.length === 1) postings.delete(key);
      else {
        const last = posting.pop()!;
        if (last !== slot) posting[posting.indexOf(slot)] = last;
      }
    }
    prints[slot] = undefined;
    free.push(slot);
    size -= 1;
  }

  function near(print: Fingerprint, most: number): number[] {
    const found = tally(rarest(print));
    const ranked = found.sort((a, b) => scores[b]! - scores[a]!).slice(0, most);
    for (const slot of found) scores[slot] = 0;
    return ranked;
  }

  function rarest(print: Fingerprint): { posting: number[]; weight: number }[] {
    const limit = Math.max(commonest, size / 50);
    const terms: { posting: number[]; weight: number }[] = [];
    for (const key of keysOf(print)) {
      const posting = postings.get(key);
      if (posting !== undefined && posting.length <= limit) terms.push({ posting, weight: idf(key) ** 2 });
    }
    return terms.sort((a, b) => b.weight - a.weight).slice(0, mostTerms);
  }

  function tally(terms: { posting: number[]; weight: number }[]): number[] {
    const found: number[] = [];
    for (const { posting, weight } of terms)
      for (const slot of posting) {
        if (scores[slot] === 0) found.push(slot);
        scores[slot]! += weight;
      }
    return found;
  }

  return {
    get size() {
      return size;
    },
    idf,
    add,
    remove,
    print: (slot) => prints[slot]!,
    near,
  };
}

/** Every key once: a name stands in several bags under keys of its own. */
function* keysOf({ words, names, bridge, bands }: Fingerprint): Generator<number> {
  const seen = new Set<number>();
  for (const keys of [words.keys, names.keys, bridge.keys, bands])
    for (const key of keys)
      if (!seen.has(key)) {
        seen.add(key);
        yield key;
      }
}
