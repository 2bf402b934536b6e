import { type Kysely, sql } from 'kysely';

/**
 * articles.origin_id: the article whose text this one copies, or itself: copies count as one source.
 * articles.placed_version: the placing that last gave the article its story; another process catches up by it.
 * articles.search: the article's search terms, for finding stories in the archive.
 * stories.news_at: when the story last had news, by its articles' time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table articles add column origin_id bigint, add column placed_version bigint, add column search tsvector`,
  `create index articles_placed on articles (placed_version) where placed_version is not null`,
  `create index articles_search on articles using gin (search)`,
  `create index articles_url on articles (url)`,
  `alter table stories add column news_at timestamptz`,
  `create index stories_merged on stories (merged_into) where merged_into is not null`,
];
