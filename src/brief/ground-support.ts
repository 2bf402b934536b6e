/** Does a claim speak of what its sentences speak of? Stops words of no source: instructions, small talk, secrets. */
import { dateHolds, datesIn } from '../text/dates.ts';
import { numbersIn } from '../text/numbers.ts';
import { terms } from '../text/words.ts';
import { type Evidence, keyOf } from './ground-evidence.ts';
import { sameLanguage } from './ground-text.ts';

/** An honest paraphrase shares more; an inference brings words of its own. */
const leastShare = { said: 0.2, inferred: 0.08 };

export function isSupported(text: string, evidence: Evidence, language: string, inferred: boolean): boolean {
  if (!sameLanguage(language, evidence.language)) return true;
  const claimed = terms(text, language);
  if (claimed.length < 3) return true;
  const shared = claimed.filter((term) => evidence.stems.has(term) || evidence.text.includes(term)).length;
  if (shared / claimed.length >= (inferred ? leastShare.inferred : leastShare.said)) return true;
  return sharedFigures(text, evidence, language) >= leastFigures;
}

/** In a bold paraphrase the figures may be all that is left of the source's words. */
const leastFigures = 2;

function sharedFigures(text: string, { numbers, dates }: Evidence, language: string): number {
  const stated = numbersIn(text, language).filter(({ value, also }) =>
    [value, ...also].some((one) => numbers.has(keyOf(one))),
  );
  const dated = datesIn(text, language).filter(({ value }) => dates.some((date) => dateHolds(date.value, value)));
  return stated.length + dated.length;
}
