/** A story as ranking sees it: one read of the database, shared by every channel. */
import type { ArticleId, FeedId, StoryId } from '../model.ts';
import type { Searchable } from './query.ts';

export interface CandidateArticle {
  id: ArticleId;
  feed: FeedId;
  source: string;
  /** How much its source counts; 1 is usual. */
  weight: number;
  /** The article whose text it copies, or itself: those with one origin count as one source. */
  origin: ArticleId;
  /** BCP 47. */
  language: string;
  title: string;
  url: string;
  canonicalUrl: string;
  contentHash: string;
  minutes: number;
  image: string | null;
  excerptOnly: boolean;
  publishedAt: Date;
  /** Title and first sentences, made ready for queries. */
  searchable: Searchable;
}

export interface Candidate {
  story: StoryId;
  /** Stories that were merged into it. */
  former: StoryId[];
  headline: string;
  language: string;
  /** Topic id → 0–1. */
  topics: Record<string, number>;
  firstAt: Date;
  lastAt: Date;
  revision: number;
  sample: boolean;
  /** The private feed whose it is; null: open to all. */
  onlyFor: FeedId | null;
  /** The best first; never empty. */
  articles: CandidateArticle[];
  /** Names in the headline, in lower case: for diversity. */
  names: string[];
}

/** The article to show in this language: the best one in it, else the best one. */
export function articleFor(candidate: Candidate, language: string): CandidateArticle {
  return candidate.articles.find((article) => sameLanguage(article.language, language)) ?? candidate.articles[0]!;
}

/** `zh-TW` and `zh-CN` are read by the same people, if not gladly; otherwise the first subtag tells. */
export function sameLanguage(a: string, b: string): boolean {
  return a.slice(0, 2).toLowerCase() === b.slice(0, 2).toLowerCase();
}

export function inLanguage(candidate: Candidate, language: string): boolean {
  return candidate.articles.some((article) => sameLanguage(article.language, language));
}

/** Each independent source once: copies of one text, and one feed's several reports, count together, by the heaviest. */
export function independentSources(articles: Pick<CandidateArticle, 'origin' | 'feed' | 'weight'>[]): number[] {
  const byOrigin = new Map<number, { feed: number; weight: number }>();
  for (const { origin, feed, weight } of articles) {
    const known = byOrigin.get(origin);
    if (known === undefined || known.weight < weight) byOrigin.set(origin, { feed, weight });
  }
  const byFeed = new Map<number, number>();
  for (const { feed, weight } of byOrigin.values()) byFeed.set(feed, Math.max(weight, byFeed.get(feed) ?? 0));
  return [...byFeed.values()];
}
