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
  /** Names of the whole articles. */
  known: ReadonlySet<string>;
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
    known: new Set(articles.flatMap((article) => [...knownNames(article)])),
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

const knownByArticle = new WeakMap<Article, ReadonlySet<string>>();

/** The names of an article; in English also each word with a capital that does not open its sentence. */
function knownNames(article: Article): ReadonlySet<string> {
  const before = knownByArticle.get(article);
  if (before !== undefined) return before;
  const text = [article.title, ...article.sentences].join('\n');
  const inside = article.sentences.flatMap((sentence) => sentence.match(capitalInside) ?? []);
  const known = new Set([...namesIn(text, article.language), ...inside]);
  knownByArticle.set(article, known);
  return known;
}

const capitalInside = /(?<=[\p{Ll}\d,;)]\s)\p{Lu}[\p{L}\p{N}]+/gu;
