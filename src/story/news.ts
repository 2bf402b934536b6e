/** Has a story news? Not when one more newsroom tells the same, and not twice within a few hours. */
import { type Idf, keysOf } from './bag.ts';
import type { Fingerprint } from './fingerprint.ts';

const leastHoursApart = 4;
/** Share of an article's names and numbers (weighed by rarity) that nobody said before. */
const leastNew = 0.45;
/** And that many of them at least. */
const leastFacts = 3;

/**
 * @param before the articles that tell the story so far
 * @param newsAt when it last had news (at first: when it began) and `at`, the new article's time, in milliseconds
 */
export function bringsNews(before: Fingerprint[], print: Fingerprint, newsAt: number, at: number, idf: Idf): boolean {
  if (at - newsAt < leastHoursApart * 3_600_000) return false;
  // In a language that the story had not been told in, every name is written anew: only what all languages share is new.
  const told = before.filter(({ language }) => language === print.language);
  const [own, others] =
    told.length > 0
      ? [print.names, told.map(({ names }) => names)]
      : [print.bridge, before.map(({ bridge }) => bridge)];
  const said = new Set(others.flatMap(keysOf));
  const keys = keysOf(own);
  const fresh = keys.filter((key) => !said.has(key));
  const mass = (some: number[]) => some.reduce((sum, key) => sum + idf.of(key), 0);
  return fresh.length >= leastFacts && mass(fresh) >= leastNew * mass(keys);
}
