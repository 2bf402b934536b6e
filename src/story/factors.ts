/** Why a story stands where it stands: every factor with its points. */
import { type Candidate, independentSources, inLanguage } from './candidate.ts';
import { repetition } from './diversity.ts';
import { recencyPoints, sourcePoints } from './pool.ts';
import { fits, furtherPoints, languagePoints, pointsOf, type Taste } from './taste.ts';

/** Points add up to the story's score. */
export type Factor =
  | { code: 'sources'; points: number; params: { count: number; hours: number } }
  | { code: 'recent'; points: number; params: { hours: number } }
  | { code: 'topic' | 'feed' | 'keyword'; points: number; params: { label: string; value: string } }
  | { code: 'more' | 'less'; points: number; params: { label: string } }
  | { code: 'language'; points: number; params: { language: string } }
  | { code: 'foreign'; points: number; params: { language: string } }
  | { code: 'repeated'; points: number; params: { name: string } }
  | { code: 'update'; points: number; params: { title: string } };

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
      return { code: kind, points: index === 0 ? points : furtherPoints, params: { label, value } };
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

/** @param before the stories that stand above it */
export function repeatedFactor(candidate: Candidate, before: Candidate[]): Factor[] {
  const { points, name } = repetition(candidate, before);
  return name === null ? [] : [{ code: 'repeated', points, params: { name } }];
}

function hoursBetween(from: Date, to: Date): number {
  return Math.max(0, Math.round((to.getTime() - from.getTime()) / 3_600_000));
}
