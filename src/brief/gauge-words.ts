/** Weighs a sentence by a lexicon of two poles. */

export type Lexicon = [Record<string, number>, Record<string, number>];

interface Entry {
  word: string;
  /** What a text has to hold before its pattern is worth a try. */
  stem: string;
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
  const found = entriesOf(lexicon).map((entries) =>
    entries.filter(({ stem, pattern }) => plain.includes(stem) && pattern.test(plain)),
  );
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
  return Object.entries(words).map(([word, weight]) => {
    const plain = word.normalize('NFKC').toLowerCase();
    const stem = plain.replace(/\*$/u, '');
    return { word, stem, pattern: patternOf(stem, plain !== stem), weight };
  });
}

/** Words in Latin letters match whole, or from their beginning with `*`, and not as denied (`no danger`); in other scripts anywhere. */
function patternOf(stem: string, begins: boolean): RegExp {
  const literal = RegExp.escape(stem);
  if (!/^[\p{Script=Latin}\P{L}]+$/u.test(stem)) return new RegExp(literal, 'u');
  const before = '(?<![\\p{L}\\p{N}])(?<!\\b(?:no|not|without|never) (?:an? )?)';
  return new RegExp(`${before}${literal}${begins ? '' : '(?![\\p{L}\\p{N}])'}`, 'u');
}
