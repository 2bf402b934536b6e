/** Feeds as they are read: what is due, who reads it, how it went. How people see them is `sources.ts`'s. */
import { type Selectable, sql } from 'kysely';
import type { FeedId } from '../model.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

export type FeedRow = Selectable<Schema['feeds']>;

export interface Claim {
  now: Date;
  limit: number;
  /** At most so many of one host are anybody's at a time. */
  perHost: number;
  seconds: number;
  /** Only these, or all. */
  sample: boolean | null;
}

/** Takes feeds that are due, the longest waiting first; a claimed one is nobody else's until its claim lapses. */
export async function claimFeeds(db: Database, { now, limit, perHost, seconds, sample }: Claim): Promise<FeedId[]> {
  const isDue = sql`feeds.state = 'active' and feeds.next_poll_at <= ${now} and (feeds.claimed_until is null or feeds.claimed_until <= ${now})`;
  const claimed = await sql<{ id: FeedId }>`
    with busy as (
      select host, count(*) as polls from feeds where claimed_until > ${now} group by host
    ), due as (
      select id, next_poll_at, row_number() over (partition by host order by next_poll_at, id) + coalesce(polls, 0) as turn
      from feeds left join busy using (host)
      where ${isDue} and (${sample}::boolean is null or sample = ${sample})
    ), mine as (
      select id from feeds
      where id in (select id from due where turn <= ${perHost} order by next_poll_at limit ${limit}) and ${isDue}
      for update skip locked
    )
    update feeds set claimed_until = ${new Date(now.getTime() + seconds * 1000)}
    from mine where feeds.id = mine.id
    returning feeds.id`.execute(db);
  return claimed.rows.map(({ id }) => id);
}

/** Begins to read these feeds: their rows, without those that another worker reads at this moment. */
export async function beginPolls(db: Database, ids: FeedId[], now: Date, seconds: number): Promise<FeedRow[]> {
  return db
    .updateTable('feeds')
    .set({ polling_until: new Date(now.getTime() + seconds * 1000) })
    .where('id', 'in', ids)
    .where((or) => or.or([or('polling_until', 'is', null), or('polling_until', '<=', now)]))
    .returningAll()
    .execute();
}

/** A poll that brought nothing new to store. */
export interface QuietPoll {
  id: number;
  nextPollAt: Date;
  /** What went wrong; null where all is well. */
  failure: { code: string; status: number | null; reason: string; retires: boolean } | null;
}

/** Records many polls in one statement. */
export async function recordQuietPolls(db: Database, polls: QuietPoll[], now: Date): Promise<void> {
  if (polls.length === 0) return;
  const rows = polls.map(({ id, nextPollAt, failure }) => ({
    id,
    next_poll_at: nextPollAt,
    failed: failure !== null,
    ...failure,
  }));
  await sql`
    update feeds set
      next_poll_at = poll.next_poll_at,
      polling_until = null,
      claimed_until = null,
      last_polled_at = ${now},
      last_success_at = case when poll.failed then last_success_at else ${now} end,
      failing_since = case when poll.failed then coalesce(failing_since, ${now}) end,
      failures = case when poll.failed then failures + 1 else 0 end,
      failure_code = poll.code,
      failure_status = poll.status,
      failure_reason = poll.reason,
      state = case when poll.retires then 'retired' else state end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as poll(id bigint, next_poll_at timestamptz, failed boolean, code text, status int, reason text, retires boolean)
    where feeds.id = poll.id`.execute(db);
}

/** What a successful reading tells of the feed itself. */
export interface ReadPoll {
  etag: string | null;
  lastModified: string | null;
  bodyHash: string;
  parsedBy: string;
  nextPollAt: Date;
  intervalSeconds: number;
  entriesPerWeek: number | null;
  lastEntryAt: Date | null;
  language: string | null;
  homepage: string | null;
  /** Where it has moved for good. */
  movedTo: string | null;
}

export async function recordRead(db: Database, feed: FeedRow, poll: ReadPoll, now: Date): Promise<void> {
  await db
    .updateTable('feeds')
    .set({
      etag: poll.etag,
      last_modified: poll.lastModified,
      body_hash: poll.bodyHash,
      parsed_by: poll.parsedBy,
      next_poll_at: poll.nextPollAt,
      interval_seconds: poll.intervalSeconds,
      entries_per_week: poll.entriesPerWeek,
      last_entry_at: poll.lastEntryAt ?? feed.last_entry_at,
      language: feed.language ?? poll.language,
      homepage: feed.homepage ?? poll.homepage,
      last_polled_at: now,
      last_success_at: now,
      polling_until: null,
      claimed_until: null,
      failing_since: null,
      failures: 0,
      failure_code: null,
      failure_status: null,
      failure_reason: null,
      replacement: null,
    })
    .where('id', '=', feed.id)
    .execute();
  if (poll.movedTo !== null) await moveFeed(db, feed, poll.movedTo);
}

/** Another feed may have that address already: then both stay as they are. */
async function moveFeed(db: Database, feed: FeedRow, url: string): Promise<void> {
  await db
    .updateTable('feeds')
    .set({ url, moved_from: feed.url })
    .where('id', '=', feed.id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('feeds as other').select('other.id').where('other.url', '=', url))),
    )
    .execute();
}

export interface NewFeed {
  url: string;
  name: string;
  homepage?: string | null;
  language?: string | null;
  state?: 'active' | 'off';
  sample?: boolean;
}

/** Adds a feed, to be read at once. One that is there already is switched on again, and keeps its settings. */
export async function addFeed(db: Database, feed: NewFeed): Promise<FeedId> {
  const added = await db
    .insertInto('feeds')
    .values(feed)
    .onConflict((conflict) =>
      conflict.column('url').doUpdateSet({
        state: (eb) => eb.val(feed.state ?? 'active'),
        operator_changed: true,
        failing_since: null,
        failures: 0,
        next_poll_at: sql<Date>`case when feeds.state = 'active' then feeds.next_poll_at else now() end`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return added.id as FeedId;
}
