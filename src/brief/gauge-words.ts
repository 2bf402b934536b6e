/** Weighs a sentence by a lexicon of two poles. */

export type Lexicon = [Record<string, number>, Record<string, number>];

interface Entry {
  pattern: RegExp;
  weight: number;
}

const compiled = new WeakMap<Lexicon, [Entry[], Entry[]]>();

/** @returns the weight for each pole; each word of the lexicon counts once a sentence */
export function gaugeWords(sentence: string, lexicon: Lexicon): [number, number] {
  const plain = sentence.normalize('NFKC').toLowerCase();
  const [first, second] = entriesOf(lexicon);
  return [weightOf(plain, first), weightOf(plain, second)];
}

function weightOf(sentence: string, entries: Entry[]): number {
  return entries.reduce((sum, { pattern, weight }) => sum + (pattern.test(sentence) ? weight : 0), 0);
}

function entriesOf(lexicon: Lexicon): [Entry[], Entry[]] {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const made: [Entry[], Entry[]] = [compile(lexicon[0]), compile(lexicon[1])];
  compiled.set(lexicon, made);
  return made;
}

function compile(words: Record<string, number>): Entry[] {
  return Object.entries(words).map(([word, weight]) => ({ pattern: patternOf(word), weight }));
}

/** Words in Latin letters match whole, or from their beginning with `*`; in other scripts anywhere. */
function patternOf(word: string): RegExp {
  const plain = word.normalize('NFKC').toLowerCase();
  const stem = RegExp.escape(plain.replace(/\*$/u, ''));
  if (!/^[\p{Script=Latin}\P{L}]+$/u.test(plain)) return new RegExp(stem, 'u');
  return new RegExp(`(?<![\\p{L}\\p{N}])${stem}${plain.endsWith('*') ? '' : '(?![\\p{L}\\p{N}])'}`, 'u');
}
