/** Entries: a memory of everything that a feed has shown, so that nothing comes back as new. */
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { storableJson } from './storable.ts';

export interface KnownEntry {
  id: number;
  identity: string;
  /** Canonical. */
  url: string | null;
  content_hash: string;
  article_id: number | null;
}

/** The entries of this feed that share identity, page or text with these. */
export async function knownEntries(
  db: Database,
  feed: number,
  entries: { identity: string; canonicalUrl: string | null; contentHash: string }[],
): Promise<KnownEntry[]> {
  const urls = entries.flatMap(({ canonicalUrl }) => canonicalUrl ?? []);
  const known = await sql<KnownEntry>`
    select id, identity, url, content_hash, article_id from entries
    where feed_id = ${feed} and (identity = any(${entries.map(({ identity }) => identity)})
      or url = any(${urls}) or content_hash = any(${entries.map(({ contentHash }) => contentHash)}))`.execute(db);
  return known.rows;
}

export interface NewEntry {
  identity: string;
  guid: string | null;
  url: string | null;
  content_hash: string;
  article_id: number | null;
}

/** Remembers entries; those that are known take the new text's hash and keep their article. */
export async function rememberEntries(db: Database, feed: number, entries: NewEntry[], now: Date): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into entries (feed_id, identity, guid, url, content_hash, article_id, first_seen_at)
    select ${feed}, identity, guid, url, content_hash, article_id, ${now}
    from jsonb_to_recordset(${storableJson(entries)}::jsonb)
      as entry(identity text, guid text, url text, content_hash text, article_id bigint)
    on conflict (feed_id, identity) do update set
      content_hash = excluded.content_hash,
      url = excluded.url,
      article_id = coalesce(entries.article_id, excluded.article_id)`.execute(db);
}
