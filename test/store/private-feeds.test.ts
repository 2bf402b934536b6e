/** A database from before private feeds had anything of their own: what they brought leaves the stories of others. */
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { expect, inject, test } from 'vitest';
import { type Database, migrate, openDatabase } from '../../src/store/database.ts';
import { placeArticles } from '../../src/story/place.ts';
import { hoursBefore, placing } from '../story/build.ts';
import { createDatabase, databaseUrl, dropDatabase } from '../support/databases.ts';

const migrations = new URL('../../src/store/migrations/', import.meta.url);

async function migrateBefore(db: Database, last: string): Promise<void> {
  const names = (await readdir(migrations)).filter((name) => name.endsWith('.ts') && name < last).sort();
  const read = async (name: string): Promise<[string, Migration]> => [
    name.slice(0, -3),
    await import(new URL(name, migrations).href),
  ];
  const getMigrations = async () => Object.fromEntries(await Promise.all(names.map(read)));
  const { error } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest();
  if (error !== undefined) throw error;
}

async function aFormerFeed(db: Database, url: string, catalogue: string | null = null): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into feeds (url, name, catalogue_id) values (${url}, ${url}, ${catalogue}) returning id`.execute(db);
  return rows[0]!.id;
}

async function aFormerStory(db: Database, headline: string, into: string | null = null) {
  const id = randomUUID();
  await sql`insert into stories (id, headline, language, first_at, last_at, articles, sources, merged_into)
    values (${id}, ${headline}, 'en', ${hoursBefore(9)}, ${hoursBefore(1)}, 9, 9, ${into})`.execute(db);
  await sql`insert into briefs (story_id, language, revision, method, body) values (${id}, 'en', 1, 'extract', '{}')`.execute(
    db,
  );
  return id;
}

async function aFormerArticle(db: Database, feed: number, story: string, title: string, origin: number | null = null) {
  const url = `https://news.example/${randomUUID()}`;
  const { rows } = await sql<{ id: number }>`
    insert into articles (feed_id, url, canonical_url, content_hash, title, language, published_at, sentences, paragraphs,
      minutes, excerpt_only, story_id, placed_version)
    values (${feed}, ${url}, ${url}, ${title}, ${title}, 'en', ${hoursBefore(2)}, ${JSON.stringify([`${title}.`])}, '[0]', 1, false,
      ${story}, 1) returning id`.execute(db);
  const { id } = rows[0]!;
  await sql`update articles set origin_id = ${origin ?? id} where id = ${id}`.execute(db);
  return id;
}

async function anEntry(db: Database, feed: number, article: number): Promise<void> {
  await sql`insert into entries (feed_id, identity, content_hash, article_id)
    values (${feed}, ${randomUUID()}, 'x', ${article})`.execute(db);
}

test('what private feeds brought leaves the stories of others, and is placed by itself', async () => {
  const { server, run } = inject('postgres');
  const name = await createDatabase(server, `${run}_${randomUUID().slice(0, 8)}`);
  const { db } = openDatabase(databaseUrl(server, name), 2);
  await migrateBefore(db, '0110');
  const open = await aFormerFeed(db, 'https://news.example/feed.xml');
  const listed = await aFormerFeed(db, 'https://listed.example/feed?token=91c27bd04e55', 'listed');
  const own = await aFormerFeed(db, 'https://letters.example/feed?token=91c27bd04e55');
  const other = await aFormerFeed(db, 'https://other.example/feed?token=91c27bd04e55');
  const shared = await aFormerStory(db, 'Secret headline');
  const leaving = await aFormerArticle(db, own, shared, 'Secret headline');
  const staying = await aFormerArticle(db, open, shared, 'Open headline', leaving);
  const alone = await aFormerStory(db, 'Letter');
  const letter = await aFormerArticle(db, own, alone, 'Letter');
  const merged = await aFormerStory(db, 'Letter before', alone);
  const both = await aFormerStory(db, 'Two secrets');
  const two = [await aFormerArticle(db, own, both, 'One secret'), await aFormerArticle(db, other, both, 'Two secrets')];
  const news = await aFormerStory(db, 'News');
  const reports = [await aFormerArticle(db, open, news, 'News'), await aFormerArticle(db, listed, news, 'News too')];
  await anEntry(db, open, staying);
  await anEntry(db, open, letter);
  await anEntry(db, own, letter);
  await anEntry(db, own, staying);

  await migrate(db);

  const feeds = await db.selectFrom('feeds').select('id').where('private', '=', true).orderBy('id').execute();
  expect(feeds.map(({ id }) => id)).toEqual([own, other]);
  const stories = await db.selectFrom('stories').selectAll().execute();
  const told = (id: string) => stories.find((story) => story.id === id);
  expect(told(shared)).toMatchObject({ only_for: null, headline: 'Open headline', articles: 1, sources: 1 });
  expect(told(alone)).toMatchObject({ only_for: own, headline: 'Letter', articles: 9 });
  expect(told(merged)).toMatchObject({ only_for: own });
  expect(told(news)).toMatchObject({ only_for: null, headline: 'News', articles: 9 });
  expect([own, other]).toContain(told(both)?.only_for);
  const rows = await db.selectFrom('articles').select(['id', 'story_id', 'only_for', 'origin_id']).execute();
  const placed = new Map(rows.map(({ id, ...row }) => [id, row]));
  expect(placed.get(staying)).toEqual({ story_id: shared, only_for: null, origin_id: staying });
  expect(placed.get(letter)).toEqual({ story_id: alone, only_for: own, origin_id: letter });
  for (const id of [leaving, ...two]) expect(placed.get(id)).toMatchObject({ story_id: null, origin_id: null });
  for (const id of reports) expect(placed.get(id)).toMatchObject({ story_id: news, only_for: null });
  const briefs = await db.selectFrom('briefs').select('story_id').execute();
  expect(new Set(briefs.map(({ story_id }) => story_id))).toEqual(new Set([alone, merged, news]));
  const entries = await db.selectFrom('entries').select(['feed_id', 'article_id']).orderBy('id').execute();
  expect(entries).toEqual([
    { feed_id: open, article_id: staying },
    { feed_id: own, article_id: letter },
  ]);

  expect(await placeArticles(placing(db))).toMatchObject({ placed: 3 });
  const mixed = await db
    .selectFrom('articles')
    .innerJoin('stories', 'stories.id', 'articles.story_id')
    .select('articles.id')
    .where('articles.only_for', 'is distinct from', (eb) => eb.ref('stories.only_for'))
    .execute();
  expect(mixed).toEqual([]);
  await db.destroy();
  await dropDatabase(server, name);
});
