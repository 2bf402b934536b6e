/** What the cited sentences hold, prepared once for all checks of a claim, or of a stream of partial claims. */
import type { Article } from '../model.ts';
import { datesIn, type StatedDate } from '../text/dates.ts';
import { namesIn } from '../text/names.ts';
import { numbersIn } from '../text/numbers.ts';
import { stem, words } from '../text/words.ts';
import { impliedNumbers } from './ground-implied.ts';
import { fold } from './ground-text.ts';

export interface Sentence {
  text: string;
  /** BCP 47. */
  language: string;
}

export interface Evidence {
  /** As they stand. */
  sentences: readonly string[];
  /** BCP 47, of all sentences; `mul` where they differ. */
  language: string;
  languages: readonly string[];
  /** All of them, folded, in lower case. */
  text: string;
  words: readonly string[];
  stems: ReadonlySet<string>;
  /** How often each number is stated. */
  numbers: ReadonlyMap<string, number>;
  /** Numbers that are not stated, but meant: `double`, `a third`. */
  implied: ReadonlySet<string>;
  dates: readonly StatedDate[];
  /** Names of the whole articles, and the words that they are made of. */
  known: ReadonlySet<string>;
  knownWords: ReadonlySet<string>;
}

export function evidenceOf(cited: readonly Sentence[], articles: readonly Article[]): Evidence {
  const joined = cited.map(({ text }) => text).join('\n');
  const languages = [...new Set(cited.map(({ language }) => language))];
  const stated = cited.map(({ text, language }) => ({ language, words: words(text, language) }));
  return {
    sentences: cited.map(({ text }) => text),
    language: languages.length === 1 ? languages[0]! : 'mul',
    languages,
    text: fold(joined).toLowerCase(),
    words: stated.flatMap((one) => one.words),
    stems: new Set(stated.flatMap((one) => one.words.flatMap((word) => [word, stem(word, one.language)]))),
    numbers: merged(cited.map(({ text, language }) => countNumbers(text, language))),
    implied: impliedNumbers(joined),
    dates: cited.flatMap(({ text, language }) => datesIn(text, language)),
    ...knownIn(articles),
  };
}

function merged(counts: Map<string, number>[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const [value, times] of counts.flatMap((one) => [...one])) all.set(value, (all.get(value) ?? 0) + times);
  return all;
}

/** How often each number is stated, by its value. */
export function countNumbers(text: string, language: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { value } of numbersIn(text, language)) {
    const key = typeof value === 'number' ? String(Number(value.toPrecision(12))) : value;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

type Known = Pick<Evidence, 'known' | 'knownWords'>;

/** A brief's claims, and a stream's partial ones, are all checked against the same articles. */
const knownByArticles = new WeakMap<readonly Article[], Known>();

function knownIn(articles: readonly Article[]): Known {
  const before = knownByArticles.get(articles);
  if (before !== undefined) return before;
  const known = new Set(articles.flatMap(namesOf));
  const made = { known, knownWords: new Set([...known].flatMap((name) => name.split(/[\s-]/u))) };
  knownByArticles.set(articles, made);
  return made;
}

/** The names of an article; in English also each word with a capital that does not open its sentence. */
function namesOf({ title, sentences, language }: Article): string[] {
  const inside = sentences.flatMap((sentence) => sentence.match(capitalInside) ?? []);
  return [...namesIn([title, ...sentences].join('\n'), language), ...inside];
}

const capitalInside = /(?<=[\p{Ll}\d,;)]\s)\p{Lu}[\p{L}\p{N}]+/gu;
