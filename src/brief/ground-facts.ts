/** Numbers and dates of a claim that the cited sentences do not state. */
import { dateHolds, datesIn } from '../text/dates.ts';
import { countNumbers, type Evidence } from './ground-evidence.ts';
import { sameLanguage } from './ground-text.ts';

/**
 * A number may not be stated more often than in the sources either: `from 60% to 60%` is not what `from 40% to 60%`
 * says.
 */
export function missingNumbers(text: string, evidence: Evidence, language: string): string[] {
  const foreign = !sameLanguage(language, evidence.language);
  return [...countNumbers(text, language)]
    .filter(([value, times]) => times > (evidence.numbers.get(value) ?? 0) && !evidence.implied.has(value))
    .map(([value]) => value)
    .filter((value) => !(foreign && isDay(value, evidence)));
}

/** `the 3rd` is `3日`. */
function isDay(value: string, { dates }: Evidence): boolean {
  return dates.some((date) => date.value.endsWith(`-${value.padStart(2, '0')}`));
}

export function missingDates(text: string, evidence: Evidence, language: string): string[] {
  return datesIn(text, language)
    .filter(
      ({ value }) => !evidence.dates.some((stated) => dateHolds(stated.value, value)) && !isCount(value, evidence),
    )
    .map(({ text: date }) => date);
}

/** `4日` is a day of the month, or four days. */
function isCount(date: string, { numbers, implied }: Evidence): boolean {
  const day = /^---(\d\d)$/u.exec(date)?.[1];
  if (day === undefined) return false;
  const count = String(Number(day));
  return numbers.has(count) || implied.has(count);
}
