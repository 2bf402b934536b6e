/**
 * The stories for one channel, the ones that matter first: how many independent sources tell it, how new it is, how well
 * it fits what the channel follows, its language, its more and less; and not the same thing twice. Pure; every factor is
 * handed back with its points.
 */
import { articleFor, type Candidate, type CandidateArticle, independentSources, sameLanguage } from './candidate.ts';
import { repetition, tellsTheSame } from './diversity.ts';
import { type Factor, factorsOf, repeatedFactor } from './factors.ts';
import { poolOf } from './pool.ts';
import { type Fitting, shortlist } from './shortlist.ts';
import type { Taste } from './taste.ts';

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
