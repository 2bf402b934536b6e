/** What the cited sentences hold, prepared once for all checks of a claim, or of a stream of partial claims. */
import type { Article } from '../model.ts';
import { datesIn, type StatedDate } from '../text/dates.ts';
import { numbersIn, type StatedNumber } from '../text/numbers.ts';
import { stem, words } from '../text/words.ts';
import { type Reference, referencesIn } from './ground-antecedents.ts';
import { type Placed, placedIn } from './ground-context.ts';
import { elapsedBetween, type Span, statedSpans } from './ground-elapsed.ts';
import { countedBy, type Figure, figuresOf, isBare, keyOf, unitOf } from './ground-figures.ts';
import { impliedNumbers, impliedYears, listedCounts, singlePeriods } from './ground-implied.ts';
import { lazily } from './ground-lazily.ts';
import { datesFrom, monthsBefore, yearsFrom } from './ground-relative.ts';
import { speakersOf } from './ground-speakers.ts';
import { fold } from './ground-text.ts';
import { type Whole, wholeOf } from './ground-whole.ts';

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
  stated: readonly StatedNumber[];
  /** How often each number is stated, in any of its readings. */
  numbers: ReadonlyMap<string, number>;
  /** What each number counts, as the sentences have it; `any` where they do not say, `counted` where they name it. */
  units: ReadonlyMap<string, ReadonlySet<string>>;
  /** Numbers that are not stated, but meant: `double`, `the year before`. */
  implied: ReadonlySet<string>;
  /** From one stated date to another, since a stated year, and as stated. */
  spans: readonly Span[];
  /** What sums and shares may be made of. */
  figures: readonly Figure[];
  /** How many names stand in a list: 3 of `Tesla, Lodge and Stone`. */
  listed: ReadonlySet<number>;
  dates: readonly StatedDate[];
  /** Dates that are told by when the article appeared: `next month`. */
  relative: readonly string[];
  /** Its figures, each among its words. */
  placed: readonly Placed[];
  /** The headline, and the sentences beside the cited ones. */
  around: readonly Sentence[];
  /** What they say of others without a name. */
  references: readonly Reference[];
  /** Who is named as the speaker of a cited quotation, in the sentence before it. */
  speakers: readonly string[];
  whole: Whole;
}

export function evidenceOf(cited: readonly Sentence[], articles: readonly Article[]): Evidence {
  const languages = [...new Set(cited.map(({ language }) => language))];
  const facts = cited.map((sentence) => factsOf(sentence, articles));
  const joined = cited.map(({ text }) => text).join('\n');
  const whole = wholeOf(articles);
  const all: Evidence = lazily<Evidence>({
    sentences: () => cited.map(({ text }) => text),
    language: () => (languages.length === 1 ? languages[0]! : 'mul'),
    languages: () => languages,
    text: () => fold(joined).toLowerCase(),
    words: () => facts.flatMap((one) => one.words),
    stems: () => new Set(facts.flatMap((one) => one.stems)),
    stated: () => facts.flatMap((one) => one.numbers),
    numbers: () => counted(all.stated),
    units: () => unitsOf(all.stated),
    implied: () =>
      new Set([
        ...impliedNumbers(joined),
        ...impliedYears(joined, yearsOf(all.stated)),
        ...yearsFrom(joined, whole.years),
        ...monthsBefore(statedSpans(all.stated, []), whole.days).years,
      ]),
    spans: () => [
      ...elapsedBetween(all.dates, yearsOf(all.stated)),
      ...since(yearsOf(all.stated), whole.years),
      ...statedSpans(all.stated, all.dates),
      ...singlePeriods(joined),
    ],
    figures: () => figuresOf(all.stated, joined),
    listed: () => listedCounts(joined),
    dates: () => facts.flatMap((one) => one.dates),
    relative: () => [
      ...datesFrom(joined, all.dates, whole.days),
      ...monthsBefore(statedSpans(all.stated, []), whole.days).months,
    ],
    placed: () => facts.flatMap((one) => one.placed),
    around: () => besides(cited, articles),
    references: () => referencesIn(cited, articles),
    speakers: () => speakersOf(cited, articles),
    whole: () => whole,
  });
  return all;
}

function besides(cited: readonly Sentence[], articles: readonly Article[]): Sentence[] {
  return articles.flatMap(({ title, sentences, language }) => {
    const places = cited.map(({ text }) => sentences.indexOf(text)).filter((at) => at >= 0);
    if (places.length === 0) return [];
    const near = places.flatMap((at) => [sentences[at - 1] ?? '', sentences[at + 1] ?? '']);
    return [title, ...near].map((text) => ({ text, language }));
  });
}

interface SentenceFacts {
  words: string[];
  /** The words as they stand, and reduced. */
  stems: string[];
  numbers: StatedNumber[];
  dates: StatedDate[];
  placed: Placed[];
}

/** Several claims of an answer rest on the same sentence. */
const factsByArticles = new WeakMap<readonly Article[], Map<string, SentenceFacts>>();

function factsOf({ text, language }: Sentence, articles: readonly Article[]): SentenceFacts {
  const known = factsByArticles.get(articles) ?? new Map<string, SentenceFacts>();
  factsByArticles.set(articles, known);
  const key = `${language} ${text}`;
  const facts: SentenceFacts =
    known.get(key) ??
    lazily<SentenceFacts>({
      words: () => words(text, language),
      stems: () => facts.words.flatMap((word) => [word, stem(word, language)]),
      numbers: () => numbersIn(text, language),
      dates: () => datesIn(text, language),
      placed: () => placedIn(text, language, facts.numbers, facts.dates),
    });
  known.set(key, facts);
  return facts;
}

function yearsOf(numbers: readonly StatedNumber[]): number[] {
  return numbers.flatMap(({ value, text }) => (/^1\d{3}$|^20\d\d$/u.test(text) ? [Number(value)] : []));
}

function since(years: readonly number[], now: readonly number[]): Span[] {
  return now.flatMap((today) => years.map((year) => ({ count: today - year, period: 'year' as const })));
}

function counted(numbers: readonly StatedNumber[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of numbers.flatMap(({ value, also }) => [...new Set([value, ...also].map(keyOf))]))
    counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function unitsOf(numbers: readonly StatedNumber[]): Map<string, Set<string>> {
  const units = new Map<string, Set<string>>();
  const add = (value: number | string, unit: string) => {
    const key = keyOf(value);
    units.set(key, (units.get(key) ?? new Set()).add(unit));
  };
  for (const number of numbers) {
    const unit = unitOf(number);
    add(
      number.value,
      unit === null || isBare(number) ? 'any' : unit === 'count' && countedBy(number) ? 'counted' : unit,
    );
    for (const value of number.also) add(value, 'any');
  }
  return units;
}
