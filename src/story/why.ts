/** Why a story is in a digest, or is not: as reasons for the words files, and in English. */
import type { StoryId } from '../model.ts';
import type { Candidate } from './candidate.ts';
import { type Factor, factorsOf } from './factors.ts';
import { poolOf } from './pool.ts';
import { rankStories } from './rank.ts';
import { shortlist } from './shortlist.ts';
import { isFollowed, muteOf, type Taste } from './taste.ts';

export type Absence =
  /** No article with this address was read. */
  | { code: 'unknown-link'; params: Record<never, never> }
  | { code: 'too-old'; params: { headline: string; hours: number } }
  | { code: 'not-followed'; params: { headline: string; topics: string[] } }
  | { code: 'muted'; params: { headline: string; label: string } }
  | { code: 'had-before'; params: { headline: string } }
  /** Others ranked before it. `rank` counts from 1. */
  | { code: 'outranked'; params: { headline: string; rank: number; limit: number; factors: Factor[] } }
  /** Another of today's stories tells the same. */
  | { code: 'told-already'; params: { headline: string } }
  /** Nothing speaks against it: it is in the digest that would be composed now. */
  | { code: 'included'; params: { headline: string; number: number } };

export interface Asked {
  /** The story of the link; null where the link is unknown. */
  candidate: Candidate | null;
  /** All that a digest would be made from now. */
  candidates: Candidate[];
  taste: Taste;
  now: Date;
  limit: number;
}

/** Why the story of a link is not in the channel's digest. */
export function whyNot({ candidate, candidates, taste, now, limit }: Asked): Absence {
  if (candidate === null) return { code: 'unknown-link', params: {} };
  const { headline } = candidate;
  const mute = muteOf(candidate, taste.rules);
  if (mute !== null) return { code: 'muted', params: { headline, label: mute.label } };
  if (!isFollowed(candidate, taste.subscriptions))
    return { code: 'not-followed', params: { headline, topics: Object.keys(candidate.topics) } };
  const had = taste.had(candidate);
  if (had !== null && candidate.revision <= had.revision) return { code: 'had-before', params: { headline } };
  const live = candidates.find(({ story }) => story === candidate.story);
  if (live === undefined) return { code: 'too-old', params: { headline, hours: hoursSince(candidate.lastAt, now) } };
  return placeOf(live.story, { candidate: live, candidates, taste, now, limit });
}

function placeOf(story: StoryId, { candidate, candidates, taste, now, limit }: Asked): Absence {
  const { headline } = candidate!;
  const chosen = rankStories(candidates, taste, now, limit);
  const number = chosen.findIndex((ranked) => ranked.candidate.story === story) + 1;
  if (number > 0) return { code: 'included', params: { headline, number } };
  const order = [...shortlist(poolOf(candidates, now), taste)];
  const rank = order.findIndex((fitting) => fitting.candidate.story === story) + 1;
  if (rank <= limit && chosen.length < limit) return { code: 'told-already', params: { headline } };
  return { code: 'outranked', params: { headline, rank, limit, factors: factorsOf(candidate!, taste, now) } };
}

/** A reason in English; points are said where they are not plain from the words. */
export function factorSentence(factor: Factor): string {
  switch (factor.code) {
    case 'sources':
      return factor.params.count === 1
        ? '1 source'
        : `${factor.params.count} sources in ${Math.max(1, factor.params.hours)} h`;
    case 'recent':
      return factor.params.hours === 0 ? 'last told within the hour' : `last told ${factor.params.hours} h ago`;
    case 'topic':
      return `matches your topic ${factor.params.label}`;
    case 'feed':
      return `you follow ${factor.params.label}`;
    case 'keyword':
      return `matches your keyword ${factor.params.label}`;
    case 'more':
      return `you asked for more ${factor.params.label}: +${factor.points}`;
    case 'less':
      return `you asked for less ${factor.params.label}: −${Math.abs(factor.points)}`;
    case 'language':
      return 'in your language';
    case 'foreign':
      return 'in another language, to fill up';
    case 'repeated':
      return `another story is about ${factor.params.name} too: −${Math.abs(Math.round(factor.points * 10) / 10)}`;
    case 'update':
      return `you had it before; new: ${factor.params.title}`;
  }
}

export function absenceSentence(absence: Absence): string {
  switch (absence.code) {
    case 'unknown-link':
      return 'No article with this address has come from any source.';
    case 'too-old':
      return `“${absence.params.headline}” was last told ${absence.params.hours} h ago: too old for a digest now.`;
    case 'not-followed':
      return `“${absence.params.headline}” is of no topic, source or keyword that this channel follows${topicList(absence.params.topics)}.`;
    case 'muted':
      return `“${absence.params.headline}” is muted by ${absence.params.label}.`;
    case 'had-before':
      return `This channel had “${absence.params.headline}” before, and there is no news since.`;
    case 'told-already':
      return `Another story of today tells the same as “${absence.params.headline}”.`;
    case 'outranked':
      return `“${absence.params.headline}” ranks ${absence.params.rank}, and the digest has ${absence.params.limit} stories.`;
    case 'included':
      return `“${absence.params.headline}” is story ${absence.params.number} of a digest made now.`;
  }
}

function topicList(topics: string[]): string {
  return topics.length === 0 ? '' : ` (its topics: ${topics.join(', ')})`;
}

function hoursSince(at: Date, now: Date): number {
  return Math.max(0, Math.round((now.getTime() - at.getTime()) / 3_600_000));
}
