/** Has a story news? Not when one more newsroom tells the same, and not twice within a few hours. */
import type { Idf } from './bag.ts';
import type { Fingerprint } from './fingerprint.ts';

/** What a story's articles have said so far. */
export interface Facts {
  said: Set<number>;
  /** When the story last had news, in milliseconds; at first, when it began. */
  newsAt: number;
  learn(print: Fingerprint, newsAt: number | null): void;
}

const leastHoursApart = 4;
/** Share of an article's names and numbers (weighed by rarity) that nobody said before. */
const leastNew = 0.5;
/** And that many of them at least. */
const leastFacts = 3;

export function factsOf(prints: Fingerprint[], at: number): Facts {
  const facts: Facts = {
    said: new Set(),
    newsAt: at,
    learn(print, newsAt) {
      for (const key of print.names.keys) this.said.add(key);
      for (const key of print.bridge.keys) this.said.add(key);
      if (newsAt !== null) this.newsAt = newsAt;
    },
  };
  for (const print of prints) facts.learn(print, null);
  return facts;
}

export function bringsNews(facts: Facts, print: Fingerprint, at: number, idf: Idf): boolean {
  if (at - facts.newsAt < leastHoursApart * 3_600_000) return false;
  // Another language writes every name anew: only what holds across languages can be news there.
  const keys = [...print.names.keys].filter((key) => !facts.said.has(key));
  const all = [...print.names.keys].reduce((sum, key) => sum + idf(key), 0);
  const fresh = keys.reduce((sum, key) => sum + idf(key), 0);
  return keys.length >= leastFacts && fresh >= leastNew * all;
}
