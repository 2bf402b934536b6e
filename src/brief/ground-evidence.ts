/** What the cited sentences hold, prepared once for all checks of a claim, or of a stream of partial claims. */
import type { Article } from '../model.ts';
import { foldHan } from '../story/han.ts';
import { datesIn, type StatedDate } from '../text/dates.ts';
import { namesIn } from '../text/names.ts';
import { numbersIn, type StatedNumber } from '../text/numbers.ts';
import { stem, words } from '../text/words.ts';
import { elapsedBetween, inOtherPeriods } from './ground-elapsed.ts';
import { impliedNumbers, impliedYears, listedCounts, singlePeriods } from './ground-implied.ts';
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
  /** How often each number is stated, in any of its readings. */
  numbers: ReadonlyMap<string, number>;
  /** Numbers that are not stated, but meant: `double`, `the year before`. */
  implied: ReadonlySet<string>;
  /** From one stated date to another, or a stated span in another unit: `year 7`, `day 11`. */
  elapsed: ReadonlySet<string>;
  /** How many names stand in a list: 3 of `Tesla, Lodge and Stone`. */
  listed: ReadonlySet<number>;
  dates: readonly StatedDate[];
  /** Names of the whole articles, and the words that they are made of. */
  known: ReadonlySet<string>;
  knownWords: ReadonlySet<string>;
  /** The whole articles, folded, in lower case; and with one spelling for each Han character. */
  article: string;
  articleInHan: string;
}

export function evidenceOf(cited: readonly Sentence[], articles: readonly Article[]): Evidence {
  const joined = cited.map(({ text }) => text).join('\n');
  const languages = [...new Set(cited.map(({ language }) => language))];
  const stated = cited.map(({ text, language }) => ({ language, words: words(text, language) }));
  const numbers = cited.flatMap(({ text, language }) => numbersIn(text, language));
  const years = numbers.flatMap(({ value, text }) => (/^1\d{3}$|^20\d\d$/u.test(text) ? [Number(value)] : []));
  const dates = cited.flatMap(({ text, language }) => datesIn(text, language));
  const implied = once(() => new Set([...impliedNumbers(joined), ...impliedYears(joined, years)]));
  const elapsed = once(
    () => new Set([...elapsedBetween(dates, years), ...numbers.flatMap(inOtherPeriods), ...singlePeriods(joined)]),
  );
  const listed = once(() => listedCounts(joined));
  return {
    sentences: cited.map(({ text }) => text),
    language: languages.length === 1 ? languages[0]! : 'mul',
    languages,
    text: fold(joined).toLowerCase(),
    words: stated.flatMap((one) => one.words),
    stems: new Set(stated.flatMap((one) => one.words.flatMap((word) => [word, stem(word, one.language)]))),
    numbers: counted(numbers),
    get implied() {
      return implied();
    },
    get elapsed() {
      return elapsed();
    },
    get listed() {
      return listed();
    },
    dates,
    ...knownIn(articles),
  };
}

/** For what few claims ask of their sentences: found when it is first asked for. */
function once<T>(find: () => T): () => T {
  let found: { value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

function counted(numbers: StatedNumber[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of numbers.flatMap(({ value, also }) => [...new Set([value, ...also].map(keyOf))]))
    counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** One spelling for a value, whatever arithmetic it came from. */
export function keyOf(value: number | string): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : value;
}

type Known = Pick<Evidence, 'known' | 'knownWords' | 'article' | 'articleInHan'>;

/** A brief's claims, and a stream's partial ones, are all checked against the same articles. */
const knownByArticles = new WeakMap<readonly Article[], Known>();

function knownIn(articles: readonly Article[]): Known {
  const before = knownByArticles.get(articles);
  if (before !== undefined) return before;
  const known = new Set(articles.flatMap(namesOf));
  const article = fold(articles.flatMap(({ title, sentences }) => [title, ...sentences]).join('\n')).toLowerCase();
  const made = {
    known,
    knownWords: new Set([...known].flatMap((name) => name.split(/[\s-]/u))),
    article,
    articleInHan: foldHan(article),
  };
  knownByArticles.set(articles, made);
  return made;
}

/** The names of an article; in English also each word with a capital that does not open its sentence. */
function namesOf({ title, sentences, language }: Article): string[] {
  const inside = sentences.flatMap((sentence) => sentence.match(capitalInside) ?? []);
  return [...namesIn([title, ...sentences].join('\n'), language), ...inside];
}

const capitalInside = /(?<=[\p{Ll}\d,;)]\s)\p{Lu}[\p{L}\p{N}]+/gu;
