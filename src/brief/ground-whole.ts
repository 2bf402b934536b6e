/** What whole articles hold, beyond the sentences that a claim cites: found when a check first asks for it. */
import type { Article } from '../model.ts';
import { foldHan } from '../story/han.ts';
import { namesIn } from '../text/names.ts';
import { numbersIn, type StatedNumber } from '../text/numbers.ts';
import { keyOf, unitOf } from './ground-figures.ts';
import { lazily } from './ground-lazily.ts';
import { fold } from './ground-text.ts';

export interface Whole {
  /** All names, and the words that they are made of. */
  known: ReadonlySet<string>;
  knownWords: ReadonlySet<string>;
  titles: readonly string[];
  /** Titles and sentences as they stand. */
  texts: readonly string[];
  /** All text, folded, in lower case; and with one spelling for each Han character. */
  text: string;
  inHan: string;
  /** Each number, as `figureKeys` has it. */
  figures: ReadonlySet<string>;
  /** In which the articles appeared. */
  years: readonly number[];
  /** The days themselves, UTC. */
  days: readonly Date[];
}

/** A brief's claims, and a stream's partial ones, are all checked against the same articles. */
const wholes = new WeakMap<readonly Article[], Whole>();

export function wholeOf(articles: readonly Article[]): Whole {
  const before = wholes.get(articles);
  if (before !== undefined) return before;
  const whole: Whole = lazily<Whole>({
    known: () => new Set(articles.flatMap(namesOf)),
    knownWords: () => new Set([...whole.known].flatMap((name) => name.split(/[\s-]/u))),
    titles: () => articles.map(({ title }) => title),
    texts: () => articles.flatMap(({ title, sentences }) => [title, ...sentences]),
    text: () => fold(whole.texts.join('\n')).toLowerCase(),
    inHan: () => foldHan(whole.text),
    figures: () => new Set(articles.flatMap(numbersOf).flatMap(figureKeys)),
    days: () => articles.map(({ publishedAt }) => publishedAt),
    years: () => [...new Set(articles.map(({ publishedAt }) => publishedAt.getUTCFullYear()))],
  });
  wholes.set(articles, whole);
  return whole;
}

/**
 * The names of an article; in English also each word with a capital that does not open its sentence. Each text is read
 * by itself: a headline has no mark at its end, and what follows it opens a sentence all the same.
 */
function namesOf({ title, sentences, language }: Article): string[] {
  const texts = isInCapitals(title) ? sentences : [title, ...sentences];
  const inside = sentences.flatMap((sentence) => sentence.match(capitalInside) ?? []);
  return [...texts.flatMap((text) => namesIn(text, language)), ...inside];
}

/** `Council Rejects Tower Plan`: capitals that tell no name. */
function isInCapitals(title: string): boolean {
  const words = title.match(/\p{Script=Latin}{4,}/gu) ?? [];
  return words.length > 3 && words.every((word) => /^\p{Lu}/u.test(word));
}

const capitalInside = /(?<=[\p{Ll}\d,;)]\s)\p{Lu}[\p{L}\p{N}]+/gu;

function numbersOf({ title, sentences, language }: Article): StatedNumber[] {
  return [title, ...sentences].flatMap((text) => numbersIn(text, language));
}

/** A number with what it counts, so that 83 votes are not 83 percent. */
export function figureKeys(number: StatedNumber): string[] {
  if (number.share !== null) return [`percent ${keyOf(number.share)}`];
  const isShare = unitOf(number) === 'percent' || /^\s(?:percentage )?points?\b/iu.test(number.after);
  const unit = isShare ? 'percent' : 'number';
  return [number.value, ...number.also].map((value) => `${unit} ${keyOf(value)}`);
}
