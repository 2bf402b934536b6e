/** What the cited sentences hold, prepared once for all checks of a claim, or of a stream of partial claims. */
import type { Article } from '../model.ts';
import { datesIn, type StatedDate } from '../text/dates.ts';
import { namesIn } from '../text/names.ts';
import { numbersIn } from '../text/numbers.ts';
import { stem, words } from '../text/words.ts';
import { impliedNumbers } from './ground-implied.ts';
import { fold } from './ground-text.ts';

export interface Evidence {
  /** As they stand. */
  sentences: readonly string[];
  /** BCP 47, of the sentences. */
  language: string;
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

export function evidenceOf(sentences: readonly string[], language: string, articles: readonly Article[]): Evidence {
  const joined = sentences.join('\n');
  const list = words(joined, language);
  return {
    sentences,
    language,
    text: fold(joined).toLowerCase(),
    words: list,
    stems: new Set(list.flatMap((word) => [word, stem(word, language)])),
    numbers: countNumbers(joined, language),
    implied: impliedNumbers(joined),
    dates: sentences.flatMap((sentence) => datesIn(sentence, language)),
    known: new Set(articles.flatMap((article) => [...knownNames(article)])),
  };
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
