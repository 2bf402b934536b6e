/** Articles: stored whole, edited in place. An article without a story waits to be placed. */
import { sql } from 'kysely';
import type { ArticleId } from '../model.ts';
import type { Database } from './database.ts';
import { pastedUrl } from './pasted.ts';
import { storable, storableJson } from './storable.ts';

/** Whose articles these are, and whether they are for all. */
export interface Keeper {
  id: number;
  sample: boolean;
  private: boolean;
}

/** As it was read, not stored yet. */
export interface ArticleDraft {
  url: string;
  canonicalUrl: string;
  title: string;
  author: string | null;
  language: string;
  publishedAt: Date;
  sentences: string[];
  paragraphs: number[];
  minutes: number;
  excerptOnly: boolean;
  image: string | null;
  categories: string[];
  contentHash: string;
}

export interface Stored {
  id: ArticleId;
  canonicalUrl: string;
  /** False: another feed, or another poll, had brought it before. */
  fresh: boolean;
}

/**
 * Stores articles that are not there; says of each which row has it. What a private feed brings is its own, whoever else
 * has brought the same page. One that somebody has pasted before becomes the feed's, unless that is private, and keeps its
 * story, which the index of stories hears of by its new version.
 */
export async function storeArticles(db: Database, feed: Keeper, drafts: ArticleDraft[], now: Date): Promise<Stored[]> {
  if (drafts.length === 0) return [];
  // One order for all, so that two feeds with the same articles wait for each other and never lock up.
  const rows = drafts.map(toRow).sort((a, b) => (a.canonical_url < b.canonical_url ? -1 : 1));
  const onlyFor = ownerOf(feed);
  const stored = await sql<Stored>`
    with draft as (
      select * from jsonb_to_recordset(${storableJson(rows)}::jsonb) as row(
        url text, canonical_url text, content_hash text, title text, author text, language text, published_at timestamptz,
        sentences jsonb, paragraphs jsonb, minutes int, excerpt_only boolean, image text, categories text[])
    ), adopted as (
      update articles set feed_id = ${feed.id},
        placed_version = case when story_id is not null then (select coalesce(max(placed_version), 0) + 1 from articles) end
      from draft
      where articles.canonical_url = draft.canonical_url and not ${feed.sample} and not ${feed.private}
        and articles.feed_id <> ${feed.id} and articles.feed_id = (select id from feeds where url = ${pastedUrl})
      returning articles.id, articles.canonical_url
    ), made as (
      insert into articles (feed_id, only_for, sample, fetched_at, url, canonical_url, content_hash, title, author, language, published_at,
        sentences, paragraphs, minutes, excerpt_only, image, categories)
      select ${feed.id}, ${onlyFor}::bigint, ${feed.sample}, ${now}, url, canonical_url, content_hash, title, author, language, published_at,
        sentences, paragraphs, minutes, excerpt_only, image, categories
      from draft
      on conflict (canonical_url, (coalesce(only_for, 0))) do nothing
      returning id, canonical_url
    )
    select id, canonical_url as "canonicalUrl", true as fresh from made
    union all
    select id, canonical_url, true from adopted
    union all
    select articles.id, articles.canonical_url, false from articles join draft using (canonical_url)
    where articles.only_for is not distinct from ${onlyFor}::bigint and articles.id not in (select id from adopted)`.execute(
    db,
  );
  return stored.rows;
}

function ownerOf({ id, private: isPrivate }: Keeper): number | null {
  return isPrivate ? id : null;
}

function toRow(draft: ArticleDraft) {
  return {
    url: draft.url,
    canonical_url: draft.canonicalUrl,
    content_hash: draft.contentHash,
    title: draft.title,
    author: draft.author,
    language: draft.language,
    published_at: draft.publishedAt,
    sentences: draft.sentences,
    paragraphs: draft.paragraphs,
    minutes: draft.minutes,
    excerpt_only: draft.excerptOnly,
    image: draft.image,
    categories: draft.categories,
  };
}

export type Edit = Pick<
  ArticleDraft,
  'title' | 'language' | 'sentences' | 'paragraphs' | 'minutes' | 'excerptOnly' | 'contentHash'
>;

/**
 * Replaces title and text; the date stays, since an edited article is not a newer one. An excerpt never replaces a
 * whole text: its page could not be had this time. Nor does a private feed's text come into an article that is open, which
 * the feed may have brought before it was private.
 *
 * @returns false where nothing differs.
 */
export async function editArticle(db: Database, feed: Keeper, id: number, edit: Edit, now: Date): Promise<boolean> {
  const edited = await db
    .updateTable('articles')
    .set({
      title: storable(edit.title),
      language: edit.language,
      sentences: storableJson(edit.sentences),
      paragraphs: JSON.stringify(edit.paragraphs),
      minutes: edit.minutes,
      excerpt_only: edit.excerptOnly,
      content_hash: edit.contentHash,
      updated_at: now,
    })
    .where('id', '=', id)
    .where('only_for', 'is not distinct from', ownerOf(feed))
    .where('content_hash', '!=', edit.contentHash)
    .where((or) => or.or([or.val(!edit.excerptOnly), or('excerpt_only', '=', true)]))
    .returning('id')
    .executeTakeFirst();
  return edited !== undefined || (edit.excerptOnly && (await renameArticle(db, feed, id, edit.title, now)));
}

async function renameArticle(db: Database, feed: Keeper, id: number, title: string, now: Date): Promise<boolean> {
  const renamed = await db
    .updateTable('articles')
    .set({ title: storable(title), updated_at: now })
    .where('id', '=', id)
    .where('only_for', 'is not distinct from', ownerOf(feed))
    .where('title', '!=', storable(title))
    .returning('id')
    .executeTakeFirst();
  return renamed !== undefined;
}

const pastedLinks = { url: pastedUrl, name: 'Pasted links', state: 'off' } as const;

/** Stores an article that somebody pasted a link to; one that is there already is that one. */
export async function storePastedArticle(db: Database, draft: ArticleDraft, now: Date): Promise<ArticleId> {
  const feed = await db
    .insertInto('feeds')
    .values(pastedLinks)
    .onConflict((conflict) => conflict.column('url').doUpdateSet({ state: 'off' }))
    .returning(['id', 'sample', 'private'])
    .executeTakeFirstOrThrow();
  const [stored] = await storeArticles(db, feed, [draft], now);
  if (stored !== undefined) return stored.id;
  // Another stored it while this statement ran.
  const { id } = await db
    .selectFrom('articles')
    .select('id')
    .where('canonical_url', '=', draft.canonicalUrl)
    .where('only_for', 'is', null)
    .executeTakeFirstOrThrow();
  return id as ArticleId;
}
