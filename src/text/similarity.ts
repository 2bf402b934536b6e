/** How alike two texts are, 0–1, from the counts or sets of what is in them. */

/** A weight for each term. */
export type Vector = ReadonlyMap<string, number>;

export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of small) dot += weight * (large.get(term) ?? 0);
  return dot === 0 ? 0 : dot / (norm(a) * norm(b));
}

function norm(vector: Vector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

/** @returns the terms of `counts`, each weighed by its count and by how rare it is. */
export function weigh(counts: Vector, idf: (term: string) => number): Map<string, number> {
  return new Map([...counts].map(([term, n]) => [term, (1 + Math.log(n)) * idf(term)]));
}

/** The mean direction of several texts. */
export function centroid(vectors: Vector[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const vector of vectors) {
    const length = norm(vector) || 1;
    for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight / length);
  }
  return sum;
}

/** Shared over all. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = intersection(a, b);
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Shared over the smaller: 1 when one holds the other. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : intersection(a, b) / least;
}

export function intersection(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  return shared;
}
