/**
 * How alike English words are in use: `die` and `killed` are, `die` and `bank` are not. Reads `word-vectors.bin`, which
 * `test/bench/build-word-vectors.ts` makes from published GloVe vectors.
 */
import { readFileSync } from 'node:fs';

/** A word's place in the table. */
export type Row = number & { readonly of: 'word-vectors' };

interface Table {
  rows: ReadonlyMap<string, Row>;
  dimensions: number;
  values: Int8Array;
  lengths: Float64Array;
}

let read: Table | null = null;

/** Read when it is first needed. */
function table(): Table {
  read ??= load();
  return read;
}

/** @param stems of English words; those that the table has not are left out */
export function rowsOf(stems: Iterable<string>): Row[] {
  const { rows } = table();
  return [...stems].map((stem) => rows.get(stem)).filter((row) => row !== undefined);
}

/** Whether a stem is of one of the usual words, which the table has. */
export function hasVector(stem: string): boolean {
  return table().rows.has(stem);
}

export function stemsWithVector(): Iterable<string> {
  return table().rows.keys();
}

/** @returns cosine of the likest, 0–1; 0 where there is none */
export function likest(word: Row, others: readonly Row[]): number {
  const { dimensions, values, lengths } = table();
  let best = 0;
  for (const other of others) {
    if (other === word) return 1;
    let product = 0;
    for (let at = 0; at < dimensions; at++) {
      product += values[word * dimensions + at]! * values[other * dimensions + at]!;
    }
    best = Math.max(best, product / (lengths[word]! * lengths[other]!));
  }
  return best;
}

/** The words, parted by spaces, end in a line feed; behind it stand their vectors, a byte a dimension, in that order. */
function load(): Table {
  const file = readFileSync(new URL('./word-vectors.bin', import.meta.url));
  const end = file.indexOf(10);
  const words = file.toString('utf8', 0, end).split(' ');
  const values = new Int8Array(file.buffer, file.byteOffset + end + 1, file.length - end - 1);
  const dimensions = values.length / words.length;
  const lengths = Float64Array.from(words, (_, row) =>
    Math.hypot(...values.subarray(row * dimensions, (row + 1) * dimensions)),
  );
  return { rows: new Map(words.map((word, row) => [word, row as Row])), dimensions, values, lengths };
}
