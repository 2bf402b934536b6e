/**
 * The stories for one channel, the ones that matter first: how many independent sources tell it, how new it is, how well
 * it fits what the channel follows, its language, its more and less; and not the same thing twice. Pure; every factor is
 * handed back with its points.
 */
import type { Language, Subscription } from '../model.ts';
import {
  articleFor,
  type Candidate,
  type CandidateArticle,
  independentSources,
  inLanguage,
  sameLanguage,
} from './candidate.ts';
import { repetition, tellsTheSame } from './diversity.ts';
import { type Pool, poolOf, recencyPoints, sourcePoints } from './pool.ts';
import { matches, parseQuery } from './query.ts';
import type { Rule } from './rule.ts';

export interface Taste {
  language: Language;
  subscriptions: Subscription[];
  rules: Rule[];
  /** What the channel was told before; null where nothing. */
  had(candidate: Candidate): { revision: number } | null;
  /** A model writes briefs in the channel's language: stories of other languages then rank beside its own. */
  translates?: boolean;
}

/** Why a story stands where it stands. Points add up to its score. */
export type Factor =
  | { code: 'sources'; points: number; params: { count: number; hours: number } }
  | { code: 'recent'; points: number; params: { hours: number } }
  | { code: 'topic' | 'feed' | 'keyword'; points: number; params: { label: string; value: string } }
  | { code: 'more' | 'less'; points: number; params: { label: string } }
  | { code: 'language'; points: number; params: { language: string } }
  | { code: 'foreign'; points: number; params: { language: string } }
  | { code: 'repeated'; points: number; params: { name: string } }
  | { code: 'update'; points: number; params: { title: string } };

export interface Ranked {
  candidate: Candidate;
  /** The report to show: in the channel's language where there is one. */
  article: CandidateArticle;
  score: number;
  factors: Factor[];
  /** In another language than the channel's. */
  foreign: boolean;
  /** Had before, and has news: the latest report that brings it. */
  update: CandidateArticle | null;
  /** Other independent sources. */
  alsoIn: number;
}

/** At least this much of a chance is given to diversity: it chooses among so many times the stories wanted. */
const width = 6;
const ownLanguageFirst = 100;
const languagePoints = 1;
const updatePoints = -0.5;

export function rankStories(candidates: Candidate[], taste: Taste, now: Date, limit: number): Ranked[] {
  const pool = poolOf(candidates, now);
  const chosen: Ranked[] = [];
  const eligible = firstNew(shortlist(pool, taste), taste, limit * width + 12);
  while (chosen.length < limit && eligible.length > 0) {
    const next = bestOf(eligible, chosen);
    const [taken] = eligible.splice(next, 1);
    if (
      tellsTheSame(
        taken!.candidate,
        chosen.map(({ candidate }) => candidate),
      )
    )
      continue;
    chosen.push(explained(taken!, chosen, taste, now));
  }
  return chosen;
}

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

/** Everything that the channel follows and has not muted, the best first. */
export function* shortlist(pool: Pool, taste: Omit<Taste, 'had'>): Generator<Fitting, void> {
  const { scratch } = pool;
  const told = pool.toldIn(taste.language);
  const matched = matchPoints(pool, taste, scratch);
  const order = new Float64Array(matched.length);
  let kept = 0;
  for (const index of matched) {
    const points = scratch[index]!;
    scratch[index] = Number.NaN;
    if (points === Number.NEGATIVE_INFINITY) continue;
    order[kept++] = sortable(pool.base[index]! + points + tier(told[index] === 1, taste), index);
  }
  for (const key of order.subarray(0, kept).sort().reverse()) {
    const index = indexOf(key);
    yield { candidate: pool.candidates[index]!, points: pointsIn(key), own: told[index] === 1 };
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
 * The best of what a story matches counts whole, every further match 0.4 points; more and less are one point each.
 *
 * @param points is written to, at the indexes that are returned
 */
function matchPoints(pool: Pool, { subscriptions, rules }: Omit<Taste, 'had'>, points: Float32Array): number[] {
  const matched: number[] = [];
  for (const subscription of subscriptions)
    for (const index of following(pool, subscription)) {
      const known = points[index]!;
      const here = pointsOf(subscription, pool.candidates[index]!);
      if (Number.isNaN(known)) matched.push(index);
      points[index] = Number.isNaN(known) ? here : Math.max(known, here) + 0.4;
    }
  // What is not matched is NaN and stays it.
  for (const rule of rules) for (const index of following(pool, rule)) points[index]! += stepOf(rule);
  return matched;
}

function stepOf({ kind }: Rule): number {
  return kind === 'more' ? 1 : kind === 'less' ? -1 : Number.NEGATIVE_INFINITY;
}

function following(pool: Pool, wish: Wish): number[] {
  const [what, which] = read(wish);
  if (what === 'topic') return pool.byTopic(which);
  return what === 'feed' ? pool.byFeed(which) : pool.byQuery(which);
}

type Wish = Pick<Subscription, 'value'> & { kind: string };

/** The same, asked of one story. */
function fits(candidate: Candidate, wish: Wish): boolean {
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

function pointsOf({ kind, value }: Subscription, candidate: Candidate): number {
  return kind === 'topic' ? 2 * (candidate.topics[value] ?? 0) : kind === 'feed' ? 2.2 : 2.5;
}

function tier(own: boolean, taste: Omit<Taste, 'had'>): number {
  return own ? (taste.translates ? languagePoints : ownLanguageFirst) : 0;
}

/** Leaves out what the channel had, unless it has news since. */
function firstNew(fitting: Iterable<Fitting>, taste: Taste, most: number): Eligible[] {
  const eligible: Eligible[] = [];
  for (const fit of fitting) {
    const had = taste.had(fit.candidate);
    if (had !== null && fit.candidate.revision <= had.revision) continue;
    const points = had === null ? fit.points : fit.points + updatePoints;
    eligible.push({ ...fit, points, update: had === null ? null : latestReport(fit.candidate, taste.language) });
    if (eligible.length === most) break;
  }
  return eligible;
}

interface Eligible extends Fitting {
  update: CandidateArticle | null;
}

function latestReport(candidate: Candidate, language: string): CandidateArticle {
  const originals = candidate.articles.filter(({ id, origin }) => id === origin);
  const pick = originals.length > 0 ? originals : candidate.articles;
  const own = pick.filter((article) => sameLanguage(article.language, language));
  return (own.length > 0 ? own : pick).reduce((a, b) => (b.publishedAt > a.publishedAt ? b : a));
}

function bestOf(eligible: Eligible[], chosen: Ranked[]): number {
  const before = chosen.map(({ candidate }) => candidate);
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [index, { candidate, points }] of eligible.entries()) {
    // Sorted: nothing further down can win, since repetition only takes away.
    if (points <= most) break;
    const total = points + repetition(candidate, before).points;
    if (total > most) [best, most] = [index, total];
  }
  return best;
}

function explained({ candidate, own, update }: Eligible, chosen: Ranked[], taste: Taste, now: Date): Ranked {
  const factors = [
    ...factorsOf(candidate, taste, now),
    ...repeatedFactor(
      candidate,
      chosen.map((ranked) => ranked.candidate),
    ),
    ...(update === null ? [] : [{ code: 'update' as const, points: updatePoints, params: { title: update.title } }]),
  ];
  return {
    candidate,
    article: articleFor(candidate, taste.language),
    score: factors.reduce((sum, { points }) => sum + points, 0),
    factors,
    foreign: !own,
    update,
    alsoIn: Math.max(0, independentSources(candidate.articles).length - 1),
  };
}

function repeatedFactor(candidate: Candidate, before: Candidate[]): Factor[] {
  const { points, name } = repetition(candidate, before);
  return name === null ? [] : [{ code: 'repeated', points, params: { name } }];
}

/** What can be said of a story for a channel, before it is compared with others. */
export function factorsOf(candidate: Candidate, taste: Omit<Taste, 'had'>, now: Date): Factor[] {
  const matched = taste.subscriptions
    .filter((subscription) => fits(candidate, subscription))
    .map((subscription) => ({ subscription, points: pointsOf(subscription, candidate) }))
    .sort((a, b) => b.points - a.points);
  const own = inLanguage(candidate, taste.language);
  return [
    {
      code: 'sources',
      points: sourcePoints(candidate),
      params: {
        count: independentSources(candidate.articles).length,
        hours: hoursBetween(candidate.firstAt, candidate.lastAt),
      },
    },
    { code: 'recent', points: recencyPoints(candidate, now), params: { hours: hoursBetween(candidate.lastAt, now) } },
    ...matched.map(({ subscription: { kind, label, value }, points }, index): Factor => {
      return { code: kind, points: index === 0 ? points : 0.4, params: { label, value } };
    }),
    ...taste.rules
      .filter((rule) => rule.kind !== 'mute' && fits(candidate, rule))
      .map(
        ({ kind, label }): Factor => ({
          code: kind as 'more' | 'less',
          points: kind === 'more' ? 1 : -1,
          params: { label },
        }),
      ),
    own
      ? { code: 'language', points: taste.translates ? languagePoints : 0, params: { language: taste.language } }
      : { code: 'foreign', points: 0, params: { language: candidate.language } },
  ];
}

/** The first rule that keeps this story out, or null. */
export function muteOf(candidate: Candidate, rules: Rule[]): Rule | null {
  return rules.find((rule) => rule.kind === 'mute' && fits(candidate, rule)) ?? null;
}

/** Whether anything that the channel follows fits the story. */
export function isFollowed(candidate: Candidate, subscriptions: Subscription[]): boolean {
  return subscriptions.some((subscription) => fits(candidate, subscription));
}

function hoursBetween(from: Date, to: Date): number {
  return Math.max(0, Math.round((to.getTime() - from.getTime()) / 3_600_000));
}
