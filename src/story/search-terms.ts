/** The terms under which an article is found in the archive: the same on both sides of the search. */
import { wordsOf } from './fingerprint.ts';

const mostCharacters = 6_000;
const mostTerms = 500;

/** @returns distinct terms, in the order in which they first stand */
export function searchTerms(text: string, language: string): string[] {
  const found = new Set(wordsOf(text.slice(0, mostCharacters), language.slice(0, 2).toLowerCase()));
  return [...found].filter((term) => term.length <= 60 && term.isWellFormed()).slice(0, mostTerms);
}
