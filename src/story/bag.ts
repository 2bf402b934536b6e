/** A weighted set of hashed terms, sorted by hash: two of them are compared by one walk over both. */
export interface Bag {
  keys: Uint32Array;
  weights: Float32Array;
}

/** How rare a term is among the live articles. */
export type Idf = (key: number) => number;

/** Keeps the heaviest `most` terms. */
export function bagOf(weights: ReadonlyMap<number, number>, most: number): Bag {
  let entries = [...weights];
  if (entries.length > most) entries = entries.sort((a, b) => b[1] - a[1]).slice(0, most);
  entries.sort((a, b) => a[0] - b[0]);
  return {
    keys: Uint32Array.from(entries, ([key]) => key),
    weights: Float32Array.from(entries, ([, weight]) => weight),
  };
}

export function lengthOf(bag: Bag, idf: Idf): number {
  let sum = 0;
  for (let at = 0; at < bag.keys.length; at++) sum += (bag.weights[at]! * idf(bag.keys[at]!)) ** 2;
  return Math.sqrt(sum);
}

/** Sum over the shared terms of both weights and the square of their rarity. */
export function dot(a: Bag, b: Bag, idf: Idf): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.keys.length && j < b.keys.length) {
    const left = a.keys[i]!;
    const right = b.keys[j]!;
    if (left < right) i += 1;
    else if (left > right) j += 1;
    else {
      sum += a.weights[i]! * b.weights[j]! * idf(left) ** 2;
      i += 1;
      j += 1;
    }
  }
  return sum;
}

export function cosineOf(a: Bag, b: Bag, idf: Idf): number {
  const shared = dot(a, b, idf);
  return shared === 0 ? 0 : shared / (lengthOf(a, idf) * lengthOf(b, idf));
}

/** @returns the rarity-weighted share of the lighter bag that stands in the other one too, 0–1; null where one is empty. */
export function sharedOf(a: Bag, b: Bag, idf: Idf): number | null {
  const least = Math.min(massOf(a, idf), massOf(b, idf));
  if (least === 0) return null;
  let shared = 0;
  let j = 0;
  for (let i = 0; i < a.keys.length; i++) {
    while (j < b.keys.length && b.keys[j]! < a.keys[i]!) j += 1;
    if (b.keys[j] === a.keys[i]) shared += idf(a.keys[i]!);
  }
  return Math.min(1, shared / least);
}

export function massOf(bag: Bag, idf: Idf): number {
  let sum = 0;
  for (const key of bag.keys) sum += idf(key);
  return sum;
}
