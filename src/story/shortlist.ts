/** Everything that a channel follows and has not muted, the best first, in the time that thousands of channels have. */
import type { Candidate } from './candidate.ts';
import { type Pool, poolOf } from './pool.ts';
import type { Rule } from './rule.ts';
import { following, furtherPoints, languagePoints, mayRead, pointsOf, type Taste } from './taste.ts';

/** Without a model, stories of other languages only fill up. */
const ownLanguageFirst = 100;

/** The stories worth asking the ledger about, the best first. */
export function worthAsking(candidates: Candidate[], taste: Omit<Taste, 'had'>, now: Date, most: number): Candidate[] {
  return [...shortlist(poolOf(candidates, now), taste).take(most)].map(({ candidate }) => candidate);
}

export interface Fitting {
  candidate: Candidate;
  points: number;
  /** Told in the channel's language too. */
  own: boolean;
}

/** Everything that the channel follows, may read and has not muted, the best first. */
export function* shortlist(pool: Pool, taste: Omit<Taste, 'had'>): Generator<Fitting, void> {
  const { scratch, counts } = pool;
  const told = pool.toldIn(taste.language);
  const matched = matchPoints(pool, taste);
  const order = new Float64Array(matched.length);
  let kept = 0;
  for (const index of matched) {
    const points = scratch[index]!;
    scratch[index] = Number.NaN;
    counts[index] = 0;
    if (points === Number.NEGATIVE_INFINITY) continue;
    order[kept++] = sortable(pool.base[index]! + points + tier(told[index] === 1, taste), index);
  }
  for (const key of order.subarray(0, kept).sort().reverse()) {
    const index = indexOf(key);
    const candidate = pool.candidates[index]!;
    // Asked of those alone that are looked at: most are not.
    if (mayRead(candidate, taste)) yield { candidate, points: pointsIn(key), own: told[index] === 1 };
  }
}

/** Points (in thousandths, never below −10,000 of them) and index in one number: numbers sort many times faster than objects. */
const indexes = 2 ** 22;
const offset = 10_000;

function sortable(points: number, index: number): number {
  return (Math.round(points * 1000) + offset) * indexes + (indexes - 1 - index);
}

function indexOf(key: number): number {
  return indexes - 1 - (key % indexes);
}

function pointsIn(key: number): number {
  return (Math.floor(key / indexes) - offset) / 1000;
}

/**
 * The best of what a story matches counts whole, every further match a little; more and less are one point each.
 *
 * @returns the indexes at which the pool's scratch space was written to
 */
function matchPoints(pool: Pool, { subscriptions, rules }: Omit<Taste, 'had'>): number[] {
  const { scratch: points, counts } = pool;
  const matched: number[] = [];
  for (const subscription of subscriptions)
    for (const index of following(pool, subscription)) {
      const here = pointsOf(subscription, pool.candidates[index]!);
      const before = counts[index]!++;
      if (before === 0) matched.push(index);
      const best = before === 0 ? here : Math.max(points[index]! - furtherPoints * (before - 1), here);
      points[index] = best + furtherPoints * before;
    }
  // What is not matched is NaN and stays it.
  for (const rule of rules) for (const index of following(pool, rule)) points[index]! += stepOf(rule);
  return matched;
}

function stepOf({ kind }: Rule): number {
  return kind === 'more' ? 1 : kind === 'less' ? -1 : Number.NEGATIVE_INFINITY;
}

function tier(own: boolean, taste: Omit<Taste, 'had'>): number {
  return own ? (taste.translates ? languagePoints : ownLanguageFirst) : 0;
}
