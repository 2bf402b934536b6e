import { type Kysely, sql } from 'kysely';

/** What reading feeds needs to know of them, and the ways to recognise an entry that comes back under another guid. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table feeds
    add column polling_until timestamptz,
    add column failure_code text,
    add column failure_status int,
    add column host text generated always as (lower(substring(url from '^[a-z]+://([^/:?#]+)'))) stored`,
  `create index entries_url on entries (feed_id, url)`,
  `create index entries_content on entries (feed_id, content_hash)`,
];
