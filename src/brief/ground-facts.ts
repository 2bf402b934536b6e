/** Numbers and dates of a claim that the cited sentences do not state. */
import { dateHolds, datesIn } from '../text/dates.ts';
import { numbersIn, type StatedNumber } from '../text/numbers.ts';
import { type Rounding, roundsTo } from '../text/rounding.ts';
import { exchangedFigures, placedIn } from './ground-context.ts';
import { follows, isAbout } from './ground-derived.ts';
import { isSpan } from './ground-elapsed.ts';
import type { Evidence } from './ground-evidence.ts';
import { isBare, isMultiple, isPartOfName, keyOf, unitOf } from './ground-figures.ts';
import { sameLanguage } from './ground-text.ts';
import { isBareHour, isNearTime } from './ground-times.ts';
import { figureKeys } from './ground-whole.ts';

/**
 * A number may not be stated more often than in the sources either: `from 60% to 60%` is not what `from 40% to 60%`
 * says.
 */
export function missingNumbers(text: string, evidence: Evidence, language: string): string[] {
  const foreign = !sameLanguage(language, evidence.language);
  const times = new Map<string, number>();
  const numbers = numbersIn(text, language);
  return numbers
    .filter((number) => {
      const key = keyOf(number.value);
      times.set(key, (times.get(key) ?? 0) + 1);
      const again = times.get(key)! > (evidence.numbers.get(key) ?? Number.POSITIVE_INFINITY);
      return (
        (again && isMeasured(number) && !evidence.implied.has(key)) ||
        !(stands(number, evidence, foreign) || isReckoned(number, evidence, text, numbers))
      );
    })
    .map(({ value }) => keyOf(value));
}

/** Numbers and dates that the sentences have, but among other words. Across languages that cannot be told. */
export function exchangedFacts(text: string, evidence: Evidence, language: string): string[] {
  if (!sameLanguage(language, evidence.language) || evidence.placed.length < 2) return [];
  return exchangedFigures(
    placedIn(text, language, numbersIn(text, language), datesIn(text, language)),
    evidence.placed,
  );
}

/**
 * How many figures of the claim the sentences bear out. One that was reckoned from theirs, or has three digits, is as
 * good as two.
 */
export function figuresHeld(text: string, evidence: Evidence, language: string): number {
  const foreign = !sameLanguage(language, evidence.language);
  const weights = numbersIn(text, language).map((number) => {
    const direct = [number.value, ...number.also].some((one) => evidence.numbers.has(keyOf(one)));
    if (direct) return Math.abs(Number(number.value)) >= 100 && unitOf(number) !== 'date' ? 2 : 1;
    return stands(number, evidence, foreign) || isReckoned(number, evidence, text, []) ? 2 : 0;
  });
  const dates = datesIn(text, language).filter(({ value }) =>
    evidence.dates.some((date) => dateHolds(date.value, value)),
  );
  return weights.reduce<number>((sum, weight) => sum + weight, 0) + dates.length;
}

/** Years, ranks and spans of time are named again and again; measures are not. */
function isMeasured({ kind, period }: StatedNumber): boolean {
  return kind === 'percent' || kind === 'money' || (kind === 'number' && period === null);
}

/** Less than that comes of others by chance. */
const least = 13;

/** What others come to; but not where the article has the figure for something else, unless the claim shows from what. */
function isReckoned(
  number: StatedNumber,
  { figures, whole }: Evidence,
  text: string,
  claimed: readonly StatedNumber[],
): boolean {
  if (isShortYear(number)) return false;
  // An age dates a birth, to a year or so, by when the article appeared.
  const now = number.rounded === 'near' ? whole.years.flatMap((year) => [year, year - 1]) : [];
  const dated = now.map((value) => ({ value, unit: 'date' as const, multiple: false, counted: '' }));
  if (!figureKeys(number).some((key) => whole.figures.has(key))) return follows(number, [...figures, ...dated], text);
  if (number.kind === 'number' && Number(number.value) < least) return false;
  const others = new Set(claimed.filter((one) => one !== number).map(({ value }) => value));
  return follows(
    number,
    figures.filter(({ value }) => others.has(value)),
    text,
  );
}

function stands(number: StatedNumber, evidence: Evidence, foreign: boolean): boolean {
  if (isInNameElsewhere(number, evidence)) return true;
  if (isPartOfName(number)) return evidence.text.includes(`-${number.text.toLowerCase()}`);
  const { value, also, kind, period, rounded, text } = number;
  const { numbers } = evidence;
  // Who writes 1.0 does not mean `one`.
  const isExact = text.includes('.') && Number.isInteger(value);
  if (isCounted(keyOf(value), number, evidence) || also.some((one) => numbers.has(keyOf(one)))) return true;
  if (!isExact && [value, ...also].some((one) => evidence.implied.has(keyOf(one)))) return true;
  const { share } = number;
  if (share !== null && evidence.figures.some((one) => one.unit === 'percent' && isAbout(share, one.value, rounded)))
    return true;
  if (rounded !== null && [...numbers.keys()].some((key) => isRoundOf(key, rounded, number, evidence))) return true;
  if (period !== null && !isShortYear(number) && isSpan(number, evidence.spans)) return true;
  if (isOfEach(number)) return true;
  if (kind === 'time' && (isNearTime(number, [...numbers.keys()]) || isBareHour(number, evidence.stated))) return true;
  if (kind === 'number' && period === null && evidence.listed.has(Number(value))) return true;
  if (kind === 'decade' && [...numbers.keys()].some((key) => isAgeIn(String(value), Number(key)))) return true;
  return foreign && isDay(String(value), evidence);
}

/** The 2 of `Aria 2`, where the sentences have no Aria: the name is at fault, or none. */
function isInNameElsewhere({ before, text }: StatedNumber, evidence: Evidence): boolean {
  const name = /(\p{Lu}[\p{L}\d-]+)\s$/u.exec(before)?.[1];
  if (name === undefined || evidence.text.includes(name.toLowerCase())) return false;
  return [...evidence.whole.known].some((known) => `${known} `.includes(`${name} ${text} `));
}

/** Do the sentences have it, and not of something that cannot be meant: 25 pieces are not 25 days? */
function isCounted(key: string, number: StatedNumber, { numbers, units }: Evidence): boolean {
  if (!numbers.has(key)) return false;
  const own = isMultiple(number) ? 'multiple' : isBare(number) ? null : unitOf(number);
  return own === null || isLikeAny(own, units.get(key));
}

function isLikeAny(own: string, units: ReadonlySet<string> = new Set()): boolean {
  return [...units].some((unit) => isLike(own, unit));
}

function isRoundOf(key: string, how: Rounding, number: StatedNumber, evidence: Evidence): boolean {
  return roundsTo(Number(number.value), Number(key), how) && isCounted(key, number, evidence);
}

/** 12年に dates, 12年で measures. */
function isShortYear({ text, after }: StatedNumber): boolean {
  return /^\d{1,2}\s?年(?:に(?![わ渡及]|[1一][度回])|\s?\d{1,2}月|、)/u.test(text + after);
}

function isLike(a: string, b: string): boolean {
  if (a === b || b === 'any') return true;
  if (a === 'multiple') return b === 'count' || b === 'counted';
  // What a text leaves out may be money or a span of time, but a percentage is named.
  return ['count', 'counted'].includes(a) ? b !== 'percent' : b === 'count' && a !== 'percent';
}

/** The 1 of 1人あたり measures nothing. */
function isOfEach({ value, text, after }: StatedNumber): boolean {
  return value === 1 && perOne.test(text.replace(/^\d+/u, '') + after);
}

const perOne = /^\s?\p{L}{1,3}(?:あたり|当たり|につき|당)|^[人台社機件](?:約|平均)?\d|^(?:ドル|ユーロ)\d/u;

/** Who is 47 is in the `40s`. */
function isAgeIn(decade: string, age: number): boolean {
  return /^\d\ds$/u.test(decade) && age >= Number.parseInt(decade, 10) && age < Number.parseInt(decade, 10) + 10;
}

/** `the 3rd` is `3日`. */
function isDay(value: string, { dates }: Evidence): boolean {
  return dates.some((date) => date.value.endsWith(`-${value.padStart(2, '0')}`));
}

export function missingDates(text: string, evidence: Evidence, language: string): string[] {
  return datesIn(text, language)
    .filter(({ value }) => !isStated(value, evidence) && !isCount(value, evidence))
    .map(({ text: date }) => date);
}

/** The year of a date may stand apart from it: `the following year`. */
function isStated(date: string, evidence: Evidence): boolean {
  const { dates, numbers } = evidence;
  if (dates.some(({ value }) => dateHolds(value, date))) return true;
  if (evidence.relative.some((value) => dateHolds(value, date))) return true;
  const [, year = '', day = ''] = /^(\d{4})(-\d\d(?:-\d\d)?)$/u.exec(date) ?? [];
  return (
    (numbers.has(year) || evidence.implied.has(year)) &&
    dates.some(({ value }) => dateHolds(value, `-${day}`) && value.startsWith('-'))
  );
}

/** `4日` is a day of the month, or four days. */
function isCount(date: string, evidence: Evidence): boolean {
  const day = /^---(\d\d)$/u.exec(date)?.[1];
  if (day === undefined) return false;
  const count = String(Number(day));
  return (
    isLikeAny('day', evidence.units.get(count)) ||
    evidence.implied.has(count) ||
    isSpan({ value: Number(day), also: [], period: 'day', rounded: null }, evidence.spans)
  );
}
