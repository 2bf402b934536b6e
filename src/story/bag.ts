/**
 * A weighted set of hashed terms, sorted, four bytes a term: 26 bits of the term's hash, then its weight in sixteenths.
 * Two bags are compared by one walk over both; 100,000 of them fit in memory.
 */
export interface Bag {
  /** Its terms stand here, from `from` up to `to`. A view of its own for each bag would weigh more than the terms. */
  shelf: Uint32Array;
  from: number;
  to: number;
  /** Its length, and the epoch of the rarities that it was reckoned with. */
  length: number;
  epoch: number;
}

/** How rare terms are among the live articles. */
export interface Idf {
  /** Takes a key of `keysOf`. */
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
  const shelf = Uint32Array.from(entries, ([hash, weight]) => packed(hash, weight)).sort();
  return { shelf, from: 0, to: shelf.length, length: 0, epoch: -1 };
}

/** Puts bags that live and end together into one array. */
export function shelve(bags: Bag[]): void {
  const shelf = new Uint32Array(bags.reduce((sum, { from, to }) => sum + to - from, 0));
  let end = 0;
  for (const bag of bags) {
    shelf.set(bag.shelf.subarray(bag.from, bag.to), end);
    Object.assign(bag, { shelf, from: end, to: end + bag.to - bag.from });
    end = bag.to;
  }
}

function packed(hash: number, weight: number): number {
  const sixteenths = Math.min(mostWeight, Math.max(1, Math.round(weight * unit)));
  return ((hash & ~mostWeight) | sixteenths) >>> 0;
}

export function keysOf({ shelf, from, to }: Bag): number[] {
  const keys: number[] = [];
  for (let at = from; at < to; at++) keys.push(keyOf(shelf[at]!));
  return keys;
}

function keyOf(entry: number): number {
  return entry >>> weightBits;
}

function weightOf(entry: number): number {
  return (entry & mostWeight) / unit;
}

/** Sum over the shared terms of both weights and the square of their rarity. */
function dot(a: Bag, b: Bag, idf: Idf): number {
  let sum = 0;
  for (let i = a.from, j = b.from; i < a.to && j < b.to; ) {
    const one = a.shelf[i]!;
    const other = b.shelf[j]!;
    const left = keyOf(one);
    const right = keyOf(other);
    if (left === right) sum += weightOf(one) * weightOf(other) * idf.of(left) ** 2;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return sum;
}

function lengthOf(bag: Bag, idf: Idf): number {
  if (bag.epoch === idf.epoch) return bag.length;
  let sum = 0;
  for (let at = bag.from; at < bag.to; at++) {
    const entry = bag.shelf[at]!;
    sum += (weightOf(entry) * idf.of(keyOf(entry))) ** 2;
  }
  bag.length = Math.sqrt(sum);
  bag.epoch = idf.epoch;
  return bag.length;
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
  const keys = new Set(keysOf(b));
  const shared = keysOf(a).reduce((sum, key) => (keys.has(key) ? sum + idf.of(key) : sum), 0);
  return Math.min(1, shared / least);
}

export function massOf(bag: Bag, idf: Idf): number {
  return keysOf(bag).reduce((sum, key) => sum + idf.of(key), 0);
}
