/** Builders of rows and candidates for the tests of stories: each names only what matters. */
import { createHash } from 'node:crypto';
import catalogue from '../../src/catalogue/topics.json' with { type: 'json' };
import type { ArticleId, FeedId, Story, StoryId, Subscription } from '../../src/model.ts';
import type { Database } from '../../src/store/database.ts';
import type { Candidate, CandidateArticle } from '../../src/story/candidate.ts';
import { createPlacingState, type PlacingDeps } from '../../src/story/place.ts';
import { searchable } from '../../src/story/query.ts';
import type { Taste } from '../../src/story/taste.ts';
import { createTopics } from '../../src/story/topics.ts';
import { aStory } from '../support/builders.ts';

export const topics = createTopics(catalogue);
export const morning = new Date('2026-11-20T08:00:00Z');

export function hoursBefore(hours: number, at = morning): Date {
  return new Date(at.getTime() - hours * 3_600_000);
}

export async function aFeed(
  db: Database,
  over: { name?: string; topics?: string[]; sample?: boolean; weight?: number; private?: boolean } = {},
) {
  const name = over.name ?? `Source ${Math.random().toString(36).slice(2)}`;
  const row = await db
    .insertInto('feeds')
    .values({
      url: `https://feeds.example/${encodeURIComponent(name)}`,
      name,
      topics: over.topics ?? [],
      sample: over.sample ?? false,
      weight: over.weight ?? 1,
      private: over.private ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id as FeedId;
}

export interface ArticleRow {
  title: string;
  sentences: string[];
  language?: string;
  publishedAt?: Date;
  url?: string;
  sample?: boolean;
  categories?: string[];
}

let counter = 0;

export async function anArticle(db: Database, feed: number, article: ArticleRow): Promise<ArticleId> {
  counter += 1;
  const url = article.url ?? `https://news.example/${counter}`;
  const row = await db
    .insertInto('articles')
    .values({
      feed_id: feed,
      url,
      canonical_url: url,
      content_hash: createHash('sha256').update(article.sentences.join(' ')).digest('hex'),
      title: article.title,
      language: article.language ?? 'en',
      published_at: article.publishedAt ?? hoursBefore(2),
      sentences: JSON.stringify(article.sentences),
      paragraphs: '[0]',
      minutes: 2,
      excerpt_only: false,
      categories: article.categories ?? [],
      sample: article.sample ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id as ArticleId;
}

export async function keepStory(db: Database, given: Partial<Story> = {}): Promise<Story> {
  const story = aStory(given);
  const { id, headline, language, topics, firstAt, lastAt, revision } = story;
  await db
    .insertInto('stories')
    .values({ id, headline, language, topics: JSON.stringify(topics), first_at: firstAt, last_at: lastAt, revision })
    .execute();
  return story;
}

export function placing(db: Database, over: Partial<PlacingDeps> = {}): PlacingDeps {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  return { db, state: createPlacingState(), topics, now: () => morning, log, ...over };
}

export async function storyOf(db: Database, article: ArticleId): Promise<string | null> {
  const row = await db.selectFrom('articles').select('story_id').where('id', '=', article).executeTakeFirstOrThrow();
  return row.story_id;
}

export function anArticleOf(over: Partial<CandidateArticle> & { text?: string } = {}): CandidateArticle {
  counter += 1;
  const id = (over.id ?? counter) as ArticleId;
  const title = over.title ?? `Matter ${counter} of kind${counter * 7} near town${counter * 13}`;
  const source = over.source ?? `Source ${counter}`;
  const language = over.language ?? 'en';
  const url = `https://news.example/${id}`;
  return {
    id,
    feed: counter as FeedId,
    source,
    weight: 1,
    origin: id,
    language,
    title,
    url,
    canonicalUrl: url,
    contentHash: `hash ${id}`,
    minutes: 2,
    image: null,
    excerptOnly: false,
    publishedAt: hoursBefore(3),
    searchable: searchable({ title, text: over.text ?? '', language, source }),
    ...over,
  };
}

export function aCandidate(over: Partial<Candidate> & { text?: string } = {}): Candidate {
  counter += 1;
  const headline = over.headline ?? `Matter ${counter} of kind${counter * 7} near town${counter * 13}`;
  const language = over.language ?? 'en';
  const articles = over.articles ?? [anArticleOf({ title: headline, language, text: over.text ?? '' })];
  return {
    story: `00000000-0000-4000-8000-${String(counter).padStart(12, '0')}` as StoryId,
    former: [],
    headline,
    language,
    topics: { ai: 0.6 },
    firstAt: hoursBefore(6),
    lastAt: hoursBefore(3),
    revision: 1,
    sample: false,
    onlyFor: null,
    names: [],
    ...over,
    articles,
  };
}

export function follows(kind: Subscription['kind'], value: string): Subscription {
  return { kind, value, label: value };
}

export function aTaste(over: Partial<Taste> = {}): Taste {
  return {
    language: 'en',
    subscriptions: [follows('topic', 'ai')],
    rules: [],
    privateFeeds: [],
    had: () => null,
    ...over,
  };
}
