/** The live articles under an inverted index: what may belong together with a new one is found without asking them all. */
import { type Idf, keysOf as keysIn } from './bag.ts';
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
/** Index entries that are looked at for one article. */
const mostVisits = 12_000;
/** Small collections know nothing of rarity yet: as if this many articles without any of its terms stood beside. */
const silent = 40;

/** While fewer than a 256th of the articles have changed, terms are as rare as they were. */
const steadiness = 8;

export function createWindow(): Window {
  const prints: (Fingerprint | undefined)[] = [];
  const free: number[] = [];
  /** Slots by term. Most terms stand in one article only: then it is its slot alone. */
  const postings = new Map<number, number | number[]>();
  let size = 0;
  let scores = new Float32Array(1024);

  let changes = 0;

  const idf: Idf = {
    of: (key) => Math.log(1 + (size + silent) / (frequency(key) + 1)),
    get epoch() {
      return changes - (changes % Math.max(1, size >> steadiness));
    },
  };

  function add(print: Fingerprint): number {
    const slot = free.pop() ?? prints.length;
    prints[slot] = print;
    size += 1;
    changes += 1;
    if (slot >= scores.length) scores = new Float32Array(scores.length * 2);
    for (const key of keysOf(print)) link(key, slot);
    return slot;
  }

  function link(key: number, slot: number): void {
    const posting = postings.get(key);
    if (posting === undefined) postings.set(key, slot);
    else if (typeof posting === 'number') postings.set(key, [posting, slot]);
    else posting.push(slot);
  }

  function frequency(key: number): number {
    const posting = postings.get(key);
    return posting === undefined ? 0 : typeof posting === 'number' ? 1 : posting.length;
  }

  function remove(slot: number): void {
    for (const key of keysOf(prints[slot]!)) unlink(key, slot);
    prints[slot] = undefined;
    free.push(slot);
    size -= 1;
    changes += 1;
  }

  function unlink(key: number, slot: number): void {
    const posting = postings.get(key);
    if (typeof posting !== 'object') {
      postings.delete(key);
      return;
    }
    const last = posting.pop()!;
    if (last !== slot) posting[posting.indexOf(slot)] = last;
    if (posting.length === 1) postings.set(key, posting[0]!);
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
      if (posting === undefined || frequency(key) > limit) continue;
      terms.push({ posting: typeof posting === 'number' ? [posting] : posting, weight: idf.of(key) ** 2 });
    }
    let visits = 0;
    const ranked = terms.sort((a, b) => b.weight - a.weight).slice(0, mostTerms);
    return ranked.filter(({ posting }) => {
      visits += posting.length;
      return visits <= mostVisits;
    });
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

/** Every key once: a word may stand in several bags. */
function keysOf({ words, names, bridge, concepts, sides }: Fingerprint): Set<number> {
  const keys = new Set<number>();
  for (const bag of [words, names, bridge, concepts, sides]) for (const key of keysIn(bag)) keys.add(key);
  return keys;
}
