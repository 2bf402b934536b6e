/** A story as its page shows it, read whole. */
import { sql } from 'kysely';
import { tellingTopics } from '../digest/compose.ts';
import type { ArticleId, Brief, StoryId } from '../model.ts';
import type { Database } from '../store/database.ts';
import { storyDiscussion, storyRoot, type WebMessage } from '../store/web-messages.ts';
import { sameLanguage } from '../story/candidate.ts';

export interface PageArticle {
  id: ArticleId;
  source: string;
  url: string;
  title: string;
  language: string;
  publishedAt: Date;
  minutes: number;
  excerptOnly: boolean;
  image: string | null;
  sentences: string[];
}

export interface StoryOfPage {
  id: StoryId;
  headline: string;
  language: string;
  /** The first report in the reader's language, else the first: what the page leads to. */
  lead: PageArticle | null;
  sample: boolean;
  topics: string[];
  articles: PageArticle[];
  brief: Brief | null;
}

export type FoundStory = { kind: 'story'; story: StoryOfPage } | { kind: 'moved'; to: StoryId } | null;

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** @param language the reader's: a brief in it is preferred, then the newest in any. */
export async function findStory(db: Database, id: string, language: string): Promise<FoundStory> {
  if (!uuid.test(id)) return null;
  const row = await db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  if (row.merged_into !== null) return { kind: 'moved', to: row.merged_into as StoryId };
  const [articles, brief] = await Promise.all([articlesOf(db, id), briefOf(db, id, language)]);
  const lead = articles.find((article) => sameLanguage(article.language, language)) ?? articles[0] ?? null;
  const translated = lead !== null && !sameLanguage(row.language, language) && sameLanguage(lead.language, language);
  return {
    kind: 'story',
    story: {
      id: id as StoryId,
      headline: translated ? lead.title : row.headline,
      language: translated ? lead.language : row.language,
      lead,
      sample: row.sample,
      topics: tellingTopics(row.topics),
      articles,
      brief,
    },
  };
}

async function articlesOf(db: Database, story: string): Promise<PageArticle[]> {
  const rows = await db
    .selectFrom('articles')
    .innerJoin('feeds', 'feeds.id', 'articles.feed_id')
    .selectAll('articles')
    .select('feeds.name as source')
    .where('story_id', '=', story)
    .orderBy('published_at')
    .limit(40)
    .execute();
  return rows.map((row) => ({
    id: row.id as ArticleId,
    source: row.source,
    url: row.url,
    title: row.title,
    language: row.language,
    publishedAt: row.published_at,
    minutes: row.minutes,
    excerptOnly: row.excerpt_only,
    image: row.image,
    sentences: row.sentences,
  }));
}

async function briefOf(db: Database, story: string, language: string): Promise<Brief | null> {
  const row = await db
    .selectFrom('briefs')
    .select('body')
    .where('story_id', '=', story)
    .where('body', 'is not', null)
    .orderBy(sql`language = ${language}`, 'desc')
    .orderBy('revision', 'desc')
    .orderBy(sql`method = 'model'`, 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.body ?? null;
}

export interface Talk {
  root: WebMessage | null;
  said: WebMessage[];
}

/** What was said of it in the web chat, never elsewhere. */
export async function talkAbout(db: Database, story: StoryId): Promise<Talk> {
  const [root, said] = await Promise.all([storyRoot(db, story), storyDiscussion(db, story)]);
  return { root, said };
}
