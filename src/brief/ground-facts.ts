/** Numbers and dates of a claim that the cited sentences do not state. */
import { dateHolds, datesIn } from '../text/dates.ts';
import { countNumbers, type Evidence } from './ground-evidence.ts';

/**
 * A number may not be stated more often than in the sources either: `from 60% to 60%` is not what `from 40% to 60%`
 * says.
 */
export function missingNumbers(text: string, evidence: Evidence, language: string): string[] {
  return [...countNumbers(text, language)]
    .filter(([value, times]) => times > (evidence.numbers.get(value) ?? 0))
    .map(([value]) => value);
}

export function missingDates(text: string, evidence: Evidence, language: string): string[] {
  return datesIn(text, language)
    .filter(({ value }) => !evidence.dates.some((stated) => dateHolds(stated.value, value)))
    .map(({ text: date }) => date);
}
