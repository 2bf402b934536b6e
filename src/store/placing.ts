/** What placing articles into stories reads and writes: a few statements a batch. */
import { sql } from 'kysely';
import type { ArticleId, FeedId, StoryId } from '../model.ts';
import type { Member, Summary } from '../story/summary.ts';
import type { Database } from './database.ts';
import { pastedUrl } from './pasted.ts';

/** An article as placing needs it: its opening, and how its feed is filed. */
export interface PlacingRow {
  id: ArticleId;
  title: string;
  opening: string[];
  language: string;
  publishedAt: Date;
  canonicalUrl: string;
  contentHash: string;
  categories: string[];
  feedTopics: string[];
  sample: boolean;
  /** The private feed whose it is. */
  onlyFor: FeedId | null;
  pasted: boolean;
}

export interface PlacedRow extends PlacingRow {
  story: StoryId;
  origin: ArticleId;
  version: number;
  newsAt: Date | null;
}

export interface PlacedArticle {
  id: number;
  story: string;
  origin: number;
  topics: Record<string, number>;
  search: string[];
}

export interface StoryRow extends Summary {
  id: string;
  revision: number;
  newsAt: Date | null;
  sample: boolean;
  onlyFor: number | null;
}

/** One placing at a time, in all processes; freed with the transaction. */
const lockKey = 7_402_213;

export async function lockPlacing(tx: Database): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${lockKey}) as held`.execute(tx);
  return rows[0]!.held;
}

export async function anyUnplaced(db: Database): Promise<boolean> {
  const row = await db.selectFrom('articles').select('id').where('story_id', 'is', null).limit(1).executeTakeFirst();
  return row !== undefined;
}

export async function unplacedArticles(tx: Database, limit: number): Promise<PlacingRow[]> {
  const rows = await opened(tx, 40)
    .where('articles.story_id', 'is', null)
    .orderBy('articles.id')
    .limit(limit)
    .execute();
  return rows.map(placingRow);
}

/** Articles that any process placed after `version`, oldest first; of those published since `since`. No pasted ones. */
export async function placedSince(tx: Database, version: number, since: Date): Promise<PlacedRow[]> {
  const rows = await opened(tx, 20)
    .innerJoin('stories', 'stories.id', 'articles.story_id')
    .select(['articles.story_id as story', 'articles.origin_id as origin', 'stories.news_at as newsAt'])
    .select('articles.placed_version as version')
    .where('articles.placed_version', '>', version)
    .where('feeds.url', '!=', pastedUrl)
    .where('articles.published_at', '>=', since)
    .orderBy('articles.published_at')
    .orderBy('articles.id')
    .execute();
  return rows.map((row) => ({
    ...placingRow(row),
    story: row.story as StoryId,
    origin: (row.origin ?? row.id) as ArticleId,
    version: row.version!,
    newsAt: row.newsAt,
  }));
}

export async function lastVersion(tx: Database): Promise<number> {
  const row = await tx
    .selectFrom('articles')
    .select(({ fn }) => fn.max('placed_version').as('version'))
    .where('placed_version', 'is not', null)
    .executeTakeFirst();
  return row?.version ?? 0;
}

export async function recordPlaced(tx: Database, articles: PlacedArticle[], version: number): Promise<void> {
  if (articles.length === 0) return;
  const values = JSON.stringify(articles.map(({ search, ...article }) => ({ ...article, search })));
  await sql`
    update articles a set story_id = v.story, origin_id = v.origin, topics = v.topics, placed_version = ${version},
      search = array_to_tsvector(array(select jsonb_array_elements_text(v.search)))
    from jsonb_to_recordset(${values}::jsonb) as v(id bigint, story uuid, origin bigint, topics jsonb, search jsonb)
    where a.id = v.id`.execute(tx);
}

/** Articles that went to another story because two became one, or one two. */
export async function recordMoved(
  tx: Database,
  moved: { id: number; story: string }[],
  version: number,
): Promise<void> {
  if (moved.length === 0) return;
  await sql`
    update articles a set story_id = v.story, placed_version = ${version}
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as v(id bigint, story uuid) where a.id = v.id`.execute(tx);
}

export async function storyMembers(
  tx: Database,
  stories: string[],
): Promise<Map<string, (Member & Pick<StoryRow, 'sample' | 'onlyFor'>)[]>> {
  const rows = await tx
    .selectFrom('articles')
    .innerJoin('feeds', 'feeds.id', 'articles.feed_id')
    .select([
      'articles.id',
      'articles.feed_id as feed',
      'feeds.weight',
      'articles.origin_id as origin',
      'articles.title',
    ])
    .select(['articles.language', 'articles.published_at as publishedAt', 'articles.topics', 'articles.minutes'])
    .select(['articles.excerpt_only as excerptOnly', 'articles.story_id as story', 'articles.sample'])
    .select('articles.only_for as onlyFor')
    .where('articles.story_id', 'in', stories)
    .execute();
  const members = rows.map(({ story, origin, ...row }) => ({ ...row, story: story!, origin: origin ?? row.id }));
  return Map.groupBy(members, ({ story }) => story);
}

export async function storyRevisions(
  tx: Database,
  stories: string[],
): Promise<Map<string, { revision: number; newsAt: Date | null }>> {
  const rows = await tx
    .selectFrom('stories')
    .select(['id', 'revision', 'news_at as newsAt'])
    .where('id', 'in', stories)
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

export async function recordStories(tx: Database, stories: StoryRow[]): Promise<void> {
  if (stories.length === 0) return;
  await sql`
    insert into stories (id, headline, language, topics, first_at, last_at, revision, articles, sources, sample, only_for, news_at)
    select id, headline, language, topics, "firstAt", "lastAt", revision, articles, sources, sample, "onlyFor", "newsAt"
    from jsonb_to_recordset(${JSON.stringify(stories)}::jsonb) as v(id uuid, headline text, language text, topics jsonb,
      "firstAt" timestamptz, "lastAt" timestamptz, revision int, articles int, sources int, sample boolean, "onlyFor" bigint,
      "newsAt" timestamptz)
    on conflict (id) do update set headline = excluded.headline, language = excluded.language, topics = excluded.topics,
      first_at = excluded.first_at, last_at = excluded.last_at, revision = excluded.revision, articles = excluded.articles,
      sources = excluded.sources, news_at = excluded.news_at, merged_into = null, updated_at = now()`.execute(tx);
}

/** The story lives on in another one; links to it still lead there. */
export async function recordMerged(tx: Database, merged: { from: string; into: string }[]): Promise<void> {
  for (const { from, into } of merged) {
    await tx
      .updateTable('stories')
      .set({ merged_into: into, articles: 0, updated_at: sql`now()` })
      .where('id', '=', from)
      .execute();
    await tx.updateTable('stories').set({ merged_into: into }).where('merged_into', '=', from).execute();
  }
}

/** With so many of the first sentences. */
function opened(tx: Database, sentences: number) {
  return tx
    .selectFrom('articles')
    .innerJoin('feeds', 'feeds.id', 'articles.feed_id')
    .select(['articles.id', 'articles.title', 'articles.language', 'articles.published_at as publishedAt'])
    .select(['articles.canonical_url as canonicalUrl', 'articles.content_hash as contentHash', 'articles.categories'])
    .select(['feeds.topics as feedTopics', 'articles.sample', 'articles.only_for as onlyFor'])
    .select([sql<boolean>`feeds.url = ${pastedUrl}`.as('pasted')])
    .select(
      sql<string[]>`jsonb_path_query_array(articles.sentences, ${`$[0 to ${sentences - 1}]`}::jsonpath)`.as('opening'),
    );
}

function placingRow(row: Omit<PlacingRow, 'id' | 'onlyFor'> & { id: number; onlyFor: number | null }): PlacingRow {
  return { ...row, id: row.id as ArticleId, onlyFor: row.onlyFor as FeedId | null };
}
