/** Whether the texts speak at all of what a question is about. */
import { akin } from '../text/akin.ts';
import { holdsName } from '../text/names.ts';
import { isMetBy } from '../text/related.ts';
import type { SentenceIndex } from './retrieve-index.ts';
import { likenessTo } from './retrieve-likeness.ts';
import type { AskedFor } from './retrieve-question.ts';

/** @returns 0–1: how much of the question the texts speak of; 0 where they never have a name that it has */
export function topicality(asked: AskedFor, { bm25, sentences, vocabulary }: SentenceIndex): number {
  const own = [...new Set(asked.terms)];
  const text = sentences.map(({ words }) => words).join('\n');
  if (own.length === 0 || asked.names.some((name) => !holdsName(text, name))) return 0;
  const isThere = (term: string) => bm25.has(term) || vocabulary.some((other) => akin(term, other));
  return own.filter(isThere).length / own.length;
}

/**
 * Its rare words are not there, in no form, nor anything like them. In English half of them is enough, since we know
 * words alike; elsewhere it has to be all.
 *
 * @param loose terms that a question may have and its answer not: they are not rare
 */
export function isForeign(asked: AskedFor, index: SentenceIndex, loose: ReadonlySet<string>): boolean {
  const rare = [...new Set(asked.terms)].filter((term) => !loose.has(term));
  const english = asked.language.startsWith('en');
  const likeness = likenessTo(index);
  const isThere = (term: string) => (english ? likeness(term) >= alike : isMetBy(term, index.vocabulary));
  const there = rare.filter(isThere);
  return rare.length > 0 && there.length <= (english ? rare.length / 2 : 0);
}

/** Words of news that are so much alike stand for one another: `ship` for `ferry`. */
const alike = 0.7;
