/** Stories as they are told: a story's row, its text, the story of an article and of a link. */
import { type Selectable, sql } from 'kysely';
import { canonicalUrl } from '../article/identity.ts';
import type { StoryText } from '../brief/writer.ts';
import type { Article, ArticleId, FeedId, Story, StoryId } from '../model.ts';
import { bestFirst } from '../story/summary.ts';
import type { Database } from './database.ts';
import { isReadable } from './private-feeds.ts';
import type { Schema } from './schema.ts';

const mostTexts = 8;

export type StoryRow = Pick<
  Selectable<Schema['stories']>,
  'id' | 'headline' | 'language' | 'topics' | 'first_at' | 'last_at' | 'revision' | 'sample'
>;

/** The story, or the one that it was merged into; null when it is gone. */
export async function readStory(db: Database, id: StoryId): Promise<Story | null> {
  const row = await db
    .selectFrom('stories')
    .selectAll()
    .where('id', '=', await followMerged(db, id))
    .executeTakeFirst();
  return row === undefined ? null : storyOf(row);
}

/** Of its articles, the story's own first. */
export async function languagesOfStory(db: Database, { id, language }: Story): Promise<string[]> {
  const rows = await db.selectFrom('articles').select('language').distinct().where('story_id', '=', id).execute();
  return [...new Set([language, ...rows.map((row) => row.language).sort()])];
}

/** A story and its articles, the best first, at most 8; followed where it was merged. Null where it is gone. */
export async function loadStoryText(db: Database, id: StoryId): Promise<StoryText | null> {
  const story = await readStory(db, id);
  if (story === null) return null;
  const rows = await db
    .selectFrom('articles')
    .innerJoin('feeds', 'feeds.id', 'articles.feed_id')
    .selectAll('articles')
    .select(['feeds.name', 'feeds.weight'])
    .where('articles.story_id', '=', story.id)
    .execute();
  if (rows.length === 0) return null;
  const ranked = rows.map((article) => ({
    article: articleOf(article),
    weight: article.weight,
    origin: article.origin_id,
  }));
  ranked.sort((a, b) => bestFirst(comparable(a), comparable(b)));
  return { story, articles: ranked.slice(0, mostTexts).map(({ article }) => article) };
}

function comparable({ article, weight, origin }: { article: Article; weight: number; origin: number | null }) {
  return { ...article, weight, origin: origin ?? article.id };
}

function storyOf(row: StoryRow): Story {
  const { headline, language, topics, revision, sample } = row;
  return {
    id: row.id as StoryId,
    headline,
    language,
    topics,
    firstAt: row.first_at,
    lastAt: row.last_at,
    revision,
    sample,
  };
}

function articleOf(row: {
  id: number;
  feed_id: number;
  name: string;
  url: string;
  title: string;
  language: string;
  published_at: Date;
  sentences: string[];
  paragraphs: number[];
  excerpt_only: boolean;
  minutes: number;
  image: string | null;
  categories: string[];
  sample: boolean;
}): Article {
  const { url, title, language, sentences, paragraphs, minutes, image, categories, sample } = row;
  return {
    ...{ url, title, language, sentences, paragraphs, minutes, image, categories, sample },
    id: row.id as ArticleId,
    feed: row.feed_id as FeedId,
    source: row.name,
    publishedAt: row.published_at,
    excerptOnly: row.excerpt_only,
  };
}

/** @returns null while the article has not been placed, or is gone */
export async function storyOfArticle(db: Database, article: ArticleId): Promise<StoryId | null> {
  const row = await db.selectFrom('articles').select('story_id').where('id', '=', article).executeTakeFirst();
  return (row?.story_id ?? null) as StoryId | null;
}

/**
 * A private feed's own, where it brought the page, since it may tell more than the open one.
 *
 * @param url as somebody pasted it: with tracking, a fragment, a mobile host
 * @param privateFeeds those whose articles may be read beside the open ones
 */
export async function storyByUrl(db: Database, url: string, privateFeeds: readonly FeedId[]): Promise<StoryId | null> {
  const row = await db
    .selectFrom('articles')
    .select('story_id')
    .where(({ or, eb }) => or([eb('canonical_url', '=', canonicalUrl(url)), eb('url', '=', url)]))
    .where('story_id', 'is not', null)
    .where(isReadable(privateFeeds))
    .orderBy(sql`only_for is null`)
    .limit(1)
    .executeTakeFirst();
  return (row?.story_id ?? null) as StoryId | null;
}

/** Where a story lives now: itself, or the story that it was merged into. */
export async function followMerged(db: Database, story: StoryId): Promise<StoryId> {
  const row = await db.selectFrom('stories').select('merged_into').where('id', '=', story).executeTakeFirst();
  return row?.merged_into == null ? story : followMerged(db, row.merged_into as StoryId);
}
