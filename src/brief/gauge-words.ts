/** Weighs a sentence by a lexicon of two poles. */

export type Lexicon = [Record<string, number>, Record<string, number>];

interface Entry {
  word: string;
  pattern: RegExp;
  weight: number;
}

export interface Weighed {
  /** For each pole; each word of the lexicon counts once a sentence. */
  weights: [number, number];
  /** Of the lexicon, that the sentence has. */
  words: string[];
}

const compiled = new WeakMap<Lexicon, [Entry[], Entry[]]>();

export function gaugeWords(sentence: string, lexicon: Lexicon): Weighed {
  const plain = sentence.normalize('NFKC').toLowerCase();
  const found = entriesOf(lexicon).map((entries) => entries.filter(({ pattern }) => pattern.test(plain)));
  return {
    weights: [weightOf(found[0]!), weightOf(found[1]!)],
    words: found.flat().map(({ word }) => word),
  };
}

function weightOf(entries: Entry[]): number {
  return entries.reduce((sum, { weight }) => sum + weight, 0);
}

function entriesOf(lexicon: Lexicon): [Entry[], Entry[]] {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const made: [Entry[], Entry[]] = [compile(lexicon[0]), compile(lexicon[1])];
  compiled.set(lexicon, made);
  return made;
}

function compile(words: Record<string, number>): Entry[] {
  return Object.entries(words).map(([word, weight]) => ({ word, pattern: patternOf(word), weight }));
}

/** Words in Latin letters match whole, or from their beginning with `*`, and not as denied (`no danger`); in other scripts anywhere. */
function patternOf(word: string): RegExp {
  const plain = word.normalize('NFKC').toLowerCase();
  const stem = RegExp.escape(plain.replace(/\*$/u, ''));
  if (!/^[\p{Script=Latin}\P{L}]+$/u.test(plain)) return new RegExp(stem, 'u');
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?<!\\b(?:no|not|without|never) (?:an? )?)${stem}${plain.endsWith('*') ? '' : '(?![\\p{L}\\p{N}])'}`,
    'u',
  );
}
