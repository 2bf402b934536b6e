/** Stories as others read them: candidates for a digest, a story's text, a link's story, the archive. */
import { sql } from 'kysely';
import { canonicalUrl } from '../article/identity.ts';
import type { StoryText } from '../brief/writer.ts';
import type { Article, ArticleId, FeedId, Story, StoryId } from '../model.ts';
import type { Candidate, CandidateArticle } from '../story/candidate.ts';
import { headlineNames } from '../story/names.ts';
import { searchable } from '../story/query.ts';
import { searchTerms } from '../story/search-terms.ts';
import { bestFirst } from '../story/summary.ts';
import { withoutAsking } from '../text/asking.ts';
import type { Database } from './database.ts';

const mostArticles = 12;
const mostTexts = 8;
/** Characters of an article's opening that queries look through. */
const mostSearched = 2_000;

/** The stories that had an article since then, with at most 12 articles each: one read, shared by all channels. */
export async function loadCandidates(db: Database, since: Date, { sample }: { sample: boolean }): Promise<Candidate[]> {
  const stories = await db
    .selectFrom('stories')
    .select(['id', 'headline', 'language', 'topics', 'first_at', 'last_at', 'revision', 'sample'])
    .where('merged_into', 'is', null)
    .where('last_at', '>=', since)
    .where('sample', '=', sample)
    .execute();
  return withArticles(db, stories);
}

/** One story as a candidate, followed where it was merged; null where it is gone. For `why` and for taps. */
export async function loadCandidate(db: Database, story: StoryId): Promise<Candidate | null> {
  const id = await followMerged(db, story);
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'headline', 'language', 'topics', 'first_at', 'last_at', 'revision', 'sample'])
    .where('id', '=', id)
    .execute();
  return (await withArticles(db, rows))[0] ?? null;
}

type StoryColumns = {
  id: string;
  headline: string;
  language: string;
  topics: Record<string, number>;
  first_at: Date;
  last_at: Date;
  revision: number;
  sample: boolean;
};

async function withArticles(db: Database, stories: StoryColumns[]): Promise<Candidate[]> {
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

function candidateOf(story: StoryColumns, articles: CandidateArticle[], former: StoryId[]): Candidate {
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
    articles,
    names: headlineNames(story.headline, articles[0]!.searchable.raw, story.language),
  };
}

/** A story and its articles, the best first, at most 8; followed where it was merged. Null where it is gone. */
export async function loadStoryText(db: Database, story: StoryId): Promise<StoryText | null> {
  const id = await followMerged(db, story);
  const row = await db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const rows = await db
    .selectFrom('articles')
    .innerJoin('feeds', 'feeds.id', 'articles.feed_id')
    .selectAll('articles')
    .select(['feeds.name', 'feeds.weight'])
    .where('articles.story_id', '=', id)
    .execute();
  if (rows.length === 0) return null;
  const ranked = rows.map((article) => ({
    article: articleOf(article),
    weight: article.weight,
    origin: article.origin_id,
  }));
  ranked.sort((a, b) => bestFirst(comparable(a), comparable(b)));
  return { story: storyOf(row), articles: ranked.slice(0, mostTexts).map(({ article }) => article) };
}

function comparable({ article, weight, origin }: { article: Article; weight: number; origin: number | null }) {
  return { ...article, weight, origin: origin ?? article.id };
}

function storyOf(row: StoryColumns): Story {
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

/** @param url as somebody pasted it: with tracking, a fragment, a mobile host */
export async function storyByUrl(db: Database, url: string): Promise<StoryId | null> {
  const row = await db
    .selectFrom('articles')
    .select('story_id')
    .where(({ or, eb }) => or([eb('canonical_url', '=', canonicalUrl(url)), eb('url', '=', url)]))
    .where('story_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return (row?.story_id ?? null) as StoryId | null;
}

/** Where a story lives now: itself, or the story that it was merged into. */
export async function followMerged(db: Database, story: StoryId): Promise<StoryId> {
  const row = await db.selectFrom('stories').select('merged_into').where('id', '=', story).executeTakeFirst();
  return row?.merged_into == null ? story : followMerged(db, row.merged_into as StoryId);
}

/**
 * Stories whose articles hold the words of a question, the best first: rare words count most, and those that no
 * article has tell of a question about something else. Samples are found only for channels of the trial.
 */
export async function searchStories(
  db: Database,
  words: string,
  language: string,
  limit: number,
  { sample = false }: { sample?: boolean } = {},
): Promise<StoryId[]> {
  const terms = searchTerms(withoutAsking(words), language).slice(0, 16);
  const ofPairs = /^(?:ja|zh)/.test(language) || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(words);
  if (terms.length === 0) return [];
  const { rows } = await sql<{ story: string }>`
    with terms as (
      select term, quoted::tsquery as query, n, ln(1 + 20000.0 / (1 + n)) as weight
      from (select term, quoted, (select count(*) from (select 1 from articles where search @@ quoted::tsquery limit 5000) hits) as n
            from unnest(${terms}::text[], ${terms.map(quoted)}::text[]) as given(term, quoted)) counted),
    needed as (
      select sum(weight * case when n > 0 then ${leastKnown}::float else ${ofPairs ? leastPairs : leastUnknown}::float end) as weight
      from terms),
    found as (
      select a.story_id, sum(t.weight) as weight, max(a.published_at) as at
      from terms t join articles a on a.search @@ t.query
      where a.story_id is not null and a.sample = ${sample}
      group by a.id)
    select story_id as story from found
    group by story_id having max(weight) >= (select weight from needed)
    order by max(weight) desc, max(at) desc limit ${limit}`.execute(db);
  return rows.map(({ story }) => story as StoryId);
}

/** What an article must hold of the weight of the words that some article has, … */
const leastKnown = 0.34;
/** … and of those that none has, which it must outweigh; in Chinese and Japanese less, where pairs that span two words are in none. */
const leastUnknown = 0.9;
const leastPairs = 0.4;

/** A lexeme as tsquery writes it: nothing in it is an operator. */
function quoted(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
