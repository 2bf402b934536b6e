/** Stories as a digest weighs them: one reading, shared by every channel. */
import { type Selectable, sql } from 'kysely';
import type { ArticleId, FeedId, StoryId } from '../model.ts';
import type { Candidate, CandidateArticle } from '../story/candidate.ts';
import { headlineNames } from '../story/names.ts';
import { searchable } from '../story/query.ts';
import { bestFirst } from '../story/summary.ts';
import type { Database } from './database.ts';
import { pastedUrl } from './pasted.ts';
import type { Schema } from './schema.ts';
import { followMerged, type StoryRow } from './stories.ts';

const columns = [
  'id',
  'headline',
  'language',
  'topics',
  'first_at',
  'last_at',
  'revision',
  'sample',
  'only_for',
] as const;
const mostArticles = 12;
/** Characters of an article's opening that queries look through. */
const mostSearched = 2_000;

/** The stories that had an article since then, with at most 12 articles each: one read, shared by all channels. */
export async function loadCandidates(db: Database, since: Date, { sample }: { sample: boolean }): Promise<Candidate[]> {
  const stories = await db
    .selectFrom('stories')
    .select(columns)
    .where('merged_into', 'is', null)
    .where('last_at', '>=', since)
    .where('sample', '=', sample)
    .execute();
  return withArticles(db, stories);
}

/** One story as a candidate, followed where it was merged; null where it is gone. For `why` and for taps. */
export async function loadCandidate(db: Database, story: StoryId): Promise<Candidate | null> {
  const id = await followMerged(db, story);
  const rows = await db.selectFrom('stories').select(columns).where('id', '=', id).execute();
  return (await withArticles(db, rows))[0] ?? null;
}

type CandidateRow = StoryRow & Pick<Selectable<Schema['stories']>, 'only_for'>;

async function withArticles(db: Database, stories: CandidateRow[]): Promise<Candidate[]> {
  if (stories.length === 0) return [];
  const ids = stories.map(({ id }) => id);
  const articles = await candidateArticles(db, ids);
  const former = await formerStories(db, ids);
  return stories.flatMap((story) => {
    const own = articles.get(story.id);
    return own === undefined ? [] : [candidateOf(story, own, former.get(story.id) ?? [])];
  });
}

async function candidateArticles(db: Database, stories: string[]): Promise<Map<string, CandidateArticle[]>> {
  const rows = await db
    .selectFrom('articles')
    .innerJoin('feeds', 'feeds.id', 'articles.feed_id')
    .select([
      'articles.id',
      'articles.story_id',
      'articles.feed_id',
      'feeds.name',
      'feeds.weight',
      'articles.origin_id',
    ])
    .select(['articles.language', 'articles.title', 'articles.url', 'articles.canonical_url', 'articles.content_hash'])
    .select(['articles.minutes', 'articles.image', 'articles.excerpt_only', 'articles.published_at'])
    .select(sql<string[]>`jsonb_path_query_array(articles.sentences, '$[0 to 5]')`.as('opening'))
    .where('articles.story_id', '=', sql<string>`any(${stories}::uuid[])`)
    .where('feeds.url', '!=', pastedUrl)
    .execute();
  const groups = Map.groupBy(rows, ({ story_id }) => story_id!);
  return new Map(
    [...groups].map(([story, group]) => {
      const articles = group.map((row) => candidateArticle(row)).sort(bestFirst);
      return [story, articles.slice(0, mostArticles)];
    }),
  );
}

function candidateArticle(row: {
  id: number;
  feed_id: number;
  name: string;
  weight: number;
  origin_id: number | null;
  language: string;
  title: string;
  url: string;
  canonical_url: string;
  content_hash: string;
  minutes: number;
  image: string | null;
  excerpt_only: boolean;
  published_at: Date;
  opening: string[];
}): CandidateArticle {
  const { language, title, url } = row;
  const text = row.opening.join(' ').slice(0, mostSearched);
  return {
    id: row.id as ArticleId,
    feed: row.feed_id as FeedId,
    source: row.name,
    weight: row.weight,
    origin: (row.origin_id ?? row.id) as ArticleId,
    language,
    title,
    url,
    canonicalUrl: row.canonical_url,
    contentHash: row.content_hash,
    minutes: row.minutes,
    image: row.image,
    excerptOnly: row.excerpt_only,
    publishedAt: row.published_at,
    searchable: searchable({ title, text, language, source: `${row.name} ${hostOf(url)}` }),
  };
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? '';
}

async function formerStories(db: Database, stories: string[]): Promise<Map<string, StoryId[]>> {
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'merged_into'])
    .where('merged_into', '=', sql<string>`any(${stories}::uuid[])`)
    .execute();
  const groups = Map.groupBy(rows, ({ merged_into }) => merged_into!);
  return new Map([...groups].map(([story, group]) => [story, group.map(({ id }) => id as StoryId)]));
}

function candidateOf(story: CandidateRow, articles: CandidateArticle[], former: StoryId[]): Candidate {
  return {
    story: story.id as StoryId,
    former,
    headline: story.headline,
    language: story.language,
    topics: story.topics,
    firstAt: story.first_at,
    lastAt: story.last_at,
    revision: story.revision,
    sample: story.sample,
    onlyFor: story.only_for as FeedId | null,
    articles,
    names: headlineNames(story.headline, articles[0]!.searchable.raw, story.language),
  };
}
