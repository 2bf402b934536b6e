/**
 * A weighted set of hashed terms in one sorted array, four bytes a term: 26 bits of the term's hash, then its weight in
 * sixteenths. Two bags are compared by one walk over both; 100,000 of them fit in memory.
 */
export type Bag = Uint32Array;

/** How rare terms are among the live articles. */
export interface Idf {
  /** Takes what `keyOf` gives. */
  of(key: number): number;
  /** Goes up as the articles change; within one epoch, lengths are reckoned once. */
  readonly epoch: number;
}

const weightBits = 6;
const mostWeight = 2 ** weightBits - 1;
const unit = 16;

/** Keeps the `most` heaviest terms. @param weights by hash, up to 3.9 */
export function bagOf(weights: ReadonlyMap<number, number>, most: number): Bag {
  let entries = [...weights];
  if (entries.length > most) entries = entries.sort((a, b) => b[1] - a[1]).slice(0, most);
  return Uint32Array.from(entries, ([hash, weight]) => packed(hash, weight)).sort();
}

function packed(hash: number, weight: number): number {
  const sixteenths = Math.min(mostWeight, Math.max(1, Math.round(weight * unit)));
  return ((hash & ~mostWeight) | sixteenths) >>> 0;
}

export function keyOf(entry: number): number {
  return entry >>> weightBits;
}

function weightOf(entry: number): number {
  return (entry & mostWeight) / unit;
}

/** Sum over the shared terms of both weights and the square of their rarity. */
function dot(a: Bag, b: Bag, idf: Idf): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = keyOf(a[i]!);
    const right = keyOf(b[j]!);
    if (left === right) sum += weightOf(a[i]!) * weightOf(b[j]!) * idf.of(left) ** 2;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return sum;
}

const lengths = new WeakMap<Bag, { epoch: number; length: number }>();

function lengthOf(bag: Bag, idf: Idf): number {
  const known = lengths.get(bag);
  if (known?.epoch === idf.epoch) return known.length;
  let sum = 0;
  for (const entry of bag) sum += (weightOf(entry) * idf.of(keyOf(entry))) ** 2;
  const length = Math.sqrt(sum);
  lengths.set(bag, { epoch: idf.epoch, length });
  return length;
}

/**
 * @param least counted as the length of a bag that has less: two bags of one term each are not the same thing because
 * it is the same term
 */
export function cosineOf(a: Bag, b: Bag, idf: Idf, least = 0): number {
  const shared = dot(a, b, idf);
  return shared === 0 ? 0 : shared / (Math.max(least, lengthOf(a, idf)) * Math.max(least, lengthOf(b, idf)));
}

/** @returns how much of the lighter bag, by rarity, stands in the other one too, 0–1; null where one is empty */
export function sharedOf(a: Bag, b: Bag, idf: Idf): number | null {
  const least = Math.min(massOf(a, idf), massOf(b, idf));
  if (least === 0) return null;
  const keys = new Set(Array.from(b, keyOf));
  const shared = a.reduce((sum, entry) => (keys.has(keyOf(entry)) ? sum + idf.of(keyOf(entry)) : sum), 0);
  return Math.min(1, shared / least);
}

export function massOf(bag: Bag, idf: Idf): number {
  return bag.reduce((sum, entry) => sum + idf.of(keyOf(entry)), 0);
}
