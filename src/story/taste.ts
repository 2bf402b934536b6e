/** What a channel follows, mutes, and wants more or less of: which stories that is, and how well they fit. */
import type { FeedId, Language, Subscription } from '../model.ts';
import type { Candidate } from './candidate.ts';
import type { Pool } from './pool.ts';
import { matches, parseQuery } from './query.ts';
import type { Rule } from './rule.ts';

export interface Taste {
  language: Language;
  subscriptions: Subscription[];
  rules: Rule[];
  /** Private feeds that the channel's workspace follows: no other's stories are for it, whatever they match. */
  privateFeeds: readonly FeedId[];
  /** What the channel was told before; null where nothing. */
  had(candidate: Candidate): { revision: number } | null;
  /** A model writes briefs in the channel's language: stories of other languages then rank beside its own. */
  translates?: boolean;
}

/** What a private feed says is for those who follow it. */
export function mayRead({ onlyFor }: Candidate, { privateFeeds }: Pick<Taste, 'privateFeeds'>): boolean {
  return onlyFor === null || privateFeeds.includes(onlyFor);
}

/** A subscription, or a rule. */
export type Wish = Pick<Subscription, 'value'> & { kind: string };

/** The stories of the pool that a wish is about. */
export function following(pool: Pool, wish: Wish): number[] {
  const [what, which] = read(wish);
  if (what === 'topic') return pool.byTopic(which);
  return what === 'feed' ? pool.byFeed(which) : pool.byQuery(which);
}

/** The same, asked of one story. */
export function fits(candidate: Candidate, wish: Wish): boolean {
  const [what, which] = read(wish);
  if (what === 'topic') return candidate.topics[which] !== undefined;
  if (what === 'feed') return candidate.articles.some(({ feed }) => String(feed) === which);
  const query = parseQuery(which);
  return !('error' in query) && candidate.articles.some(({ searchable }) => matches(query, searchable));
}

/** A subscription says what it is by its kind, a rule by its value. */
function read({ kind, value }: Wish): [string, string] {
  if (kind === 'topic' || kind === 'feed' || kind === 'keyword') return [kind, value];
  const [, what = 'keyword', which = value] = /^(topic|feed|keyword):(.*)$/su.exec(value) ?? [];
  return [what, which];
}

/** What a match counts: a topic by how sure it is. */
export function pointsOf({ kind, value }: Subscription, candidate: Candidate): number {
  return kind === 'topic' ? 2 * (candidate.topics[value] ?? 0) : kind === 'feed' ? 2.2 : 2.5;
}

/** Each match but the best. */
export const furtherPoints = 0.4;

/** A story that is told in the channel's language too, where a model writes all briefs in it. */
export const languagePoints = 1;

/** The first rule that keeps this story out, or null. */
export function muteOf(candidate: Candidate, rules: Rule[]): Rule | null {
  return rules.find((rule) => rule.kind === 'mute' && fits(candidate, rule)) ?? null;
}

/** Whether anything that the channel follows fits the story. */
export function isFollowed(candidate: Candidate, subscriptions: Subscription[]): boolean {
  return subscriptions.some((subscription) => fits(candidate, subscription));
}
