/** More, less and mute: what a channel told us of its taste, as rules that it can see and undo. */

import type { Subscription } from '../model.ts';
import type { Candidate } from './candidate.ts';

export interface Rule {
  id: number;
  kind: 'mute' | 'more' | 'less';
  /** `topic:startups`, `feed:12` or `keyword:<query>`; without a prefix it is a query. */
  value: string;
  /** What people are shown. */
  label: string;
}

/**
 * What one tap on a story means: its most telling topic that the channel does not follow as such, else the name that the
 * headline leads with, else its topic all the same, else its source.
 */
export function ruleFor(
  candidate: Candidate,
  subscriptions: Subscription[],
  labelOf: (topic: string) => string,
): { value: string; label: string } {
  const followed = new Set(subscriptions.filter(({ kind }) => kind === 'topic').map(({ value }) => value));
  const topics = Object.entries(candidate.topics).sort((a, b) => b[1] - a[1]);
  const side = topics.find(([id, score]) => !followed.has(id) && score >= 0.5);
  if (side !== undefined) return { value: `topic:${side[0]}`, label: labelOf(side[0]) };
  const name = candidate.names.map((one) => asWritten(one, candidate)).find((one) => one !== null);
  if (name != null) return { value: `keyword:"${name}"`, label: `“${name}”` };
  const topic = topics[0];
  if (topic !== undefined) return { value: `topic:${topic[0]}`, label: labelOf(topic[0]) };
  const { feed, source } = candidate.articles[0]!;
  return { value: `feed:${feed}`, label: source };
}

/** A name as the headline has it; null where it has it in another script, so that its words would find nothing. */
function asWritten(name: string, { headline }: Candidate): string | null {
  const at = headline.toLowerCase().indexOf(name);
  return at < 0 ? null : headline.slice(at, at + name.length);
}
