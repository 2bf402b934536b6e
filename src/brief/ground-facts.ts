/** Numbers and dates of a claim that the cited sentences do not state. */
import { dateHolds, datesIn } from '../text/dates.ts';
import { numbersIn, type StatedNumber } from '../text/numbers.ts';
import { roundsTo } from '../text/rounding.ts';
import { type Evidence, keyOf } from './ground-evidence.ts';
import { sameLanguage } from './ground-text.ts';

/**
 * A number may not be stated more often than in the sources either: `from 60% to 60%` is not what `from 40% to 60%`
 * says.
 */
export function missingNumbers(text: string, evidence: Evidence, language: string): string[] {
  const foreign = !sameLanguage(language, evidence.language);
  const times = new Map<string, number>();
  return numbersIn(text, language)
    .filter((number) => {
      const key = keyOf(number.value);
      times.set(key, (times.get(key) ?? 0) + 1);
      const again = times.get(key)! > (evidence.numbers.get(key) ?? Number.POSITIVE_INFINITY);
      return (again && isMeasured(number) && !evidence.implied.has(key)) || !stands(number, evidence, foreign);
    })
    .map(({ value }) => keyOf(value));
}

/** Years, ranks and spans of time are named again and again; measures are not. */
function isMeasured({ kind, period }: StatedNumber): boolean {
  return kind === 'percent' || kind === 'money' || (kind === 'number' && period === null);
}

function stands(
  { value, also, kind, period, rounded, text }: StatedNumber,
  evidence: Evidence,
  foreign: boolean,
): boolean {
  const { numbers } = evidence;
  // Who writes 1.0 does not mean `one`.
  const isExact = text.includes('.') && Number.isInteger(value);
  if ([value, ...also].map(keyOf).some((key) => numbers.has(key) || (!isExact && evidence.implied.has(key))))
    return true;
  if (rounded !== null && [...numbers.keys()].some((key) => roundsTo(Number(value), Number(key), rounded))) return true;
  if (period !== null && [value, ...also].some((one) => evidence.elapsed.has(`${period} ${one}`))) return true;
  if (kind === 'number' && period === null && evidence.listed.has(Number(value))) return true;
  if (kind === 'decade' && [...numbers.keys()].some((key) => isAgeIn(String(value), Number(key)))) return true;
  return foreign && isDay(String(value), evidence);
}

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
  return evidence.numbers.has(count) || evidence.implied.has(count) || evidence.elapsed.has(`day ${count}`);
}
