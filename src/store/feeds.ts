/** Feeds as they are read: what is due, who reads it, how it went. How people see them is `sources.ts`'s. */
import { type Selectable, sql } from 'kysely';
import { holdsSecret } from '../feed/secret-address.ts';
import type { FeedId } from '../model.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { storable, storableJson } from './storable.ts';

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

/**
 * Begins to read those of these feeds that are due: their rows, without those that another worker reads at this moment.
 * What another has read meanwhile is not due any more, so a job that comes twice asks no site twice.
 */
export async function beginPolls(db: Database, ids: FeedId[], now: Date, seconds: number): Promise<FeedRow[]> {
  return db
    .updateTable('feeds')
    .set({ polling_until: new Date(now.getTime() + seconds * 1000) })
    .where('id', 'in', ids)
    .where('next_poll_at', '<=', new Date(now.getTime() + clocksDifferMs))
    .where((or) => or.or([or('polling_until', 'is', null), or('polling_until', '<=', now)]))
    .returningAll()
    .execute();
}

/** The scheduler's clock said that they are due; another machine's may be behind. No feed is due again so soon. */
const clocksDifferMs = 60_000;

/** Gives feeds back that were begun and not read: the next worker may take them at once. */
export async function releasePolls(db: Database, ids: FeedId[]): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('feeds').set({ polling_until: null, claimed_until: null }).where('id', 'in', ids).execute();
}

/** A poll that brought nothing new to store. */
export interface QuietPoll {
  id: number;
  nextPollAt: Date;
  /** What went wrong; null where all is well. */
  failure: { code: string; status: number | null; reason: string; retires: boolean } | null;
}

/** Is the network there? */
export async function anyAnswered(db: Database, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('feeds')
    .select('id')
    .where('last_success_at', '>', since)
    .where('sample', '=', false)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
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
    from jsonb_to_recordset(${storableJson(rows)}::jsonb)
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

/** @returns whether the feed is private from now on: it may have moved to an address that holds a secret. */
export async function recordRead(db: Database, feed: FeedRow, poll: ReadPoll, now: Date): Promise<boolean> {
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
      language: feed.language ?? (poll.language === null ? null : storable(poll.language)),
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
  return poll.movedTo === null ? feed.private : moveFeed(db, feed, poll.movedTo);
}

// An index holds no longer keys.
const longestAddress = 2000;

/**
 * What leads for good to an address with a secret is private from now on. What is private does not move to an open
 * address: who follows that one must not come to what was read by the secret.
 *
 * @returns whether the feed is private from now on.
 */
async function moveFeed(db: Database, feed: FeedRow, url: string): Promise<boolean> {
  const isPrivate = feed.catalogue_id === null && !feed.sample && holdsSecret(url);
  if (feed.private && !isPrivate) return true;
  if (isPrivate) await db.updateTable('feeds').set({ private: true }).where('id', '=', feed.id).execute();
  await renameAddress(db, feed, url);
  return isPrivate;
}

/** Another feed may have that address already: then both stay as they are. */
async function renameAddress(db: Database, feed: FeedRow, url: string): Promise<void> {
  if (url.length > longestAddress) return;
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
  sample?: boolean;
}

export interface AddedFeed {
  id: number;
  name: string;
  isNew: boolean;
}

/** Adds a feed, to be read at once; one that is there already stays as it is. */
export async function addFeed(db: Database, feed: NewFeed): Promise<FeedId> {
  const [added] = await addFeeds(db, [feed], 'active');
  return added!.id as FeedId;
}

/**
 * Adds feeds; those that are there already stay as they are. One whose address holds a secret is private.
 *
 * @param state `off`: found, but nobody has chosen it yet.
 * @returns a row for each, in the order given.
 */
export async function addFeeds(db: Database, feeds: NewFeed[], state: 'active' | 'off'): Promise<AddedFeed[]> {
  if (feeds.length === 0) return [];
  const rows = feeds.map((feed) => ({ ...feed, private: !feed.sample && holdsSecret(feed.url) }));
  const added = await sql<AddedFeed & { url: string }>`
    with given as (
      select * from jsonb_to_recordset(${storableJson(rows)}::jsonb) as feed(
        url text, name text, homepage text, language text, sample boolean, private boolean)
    ), made as (
      insert into feeds (url, name, homepage, language, state, sample, private)
      select url, name, homepage, language, ${state}, coalesce(sample, false), private from given
      on conflict (url) do nothing
      returning id, url, name
    )
    select id, url, name, true as "isNew" from made
    union all
    select feeds.id, feeds.url, feeds.name, false from feeds join given using (url)`.execute(db);
  const byUrl = new Map(added.rows.map(({ url, ...feed }) => [url, feed]));
  return feeds.flatMap(({ url }) => byUrl.get(url) ?? []);
}

export interface CatalogueFeed {
  catalogue_id: string;
  url: string;
  name: string;
  homepage: string;
  language: string;
  kind: string;
  topics: string[];
  confidence: number;
  state: 'active' | 'off';
}

/**
 * Adds and mends the catalogue's feeds. A row that somebody added by its address becomes the catalogue's, and open; what an
 * operator changed, and where a feed has moved or retired since, stays. First polls are spread over ten minutes.
 */
export async function upsertCatalogue(
  db: Database,
  feeds: CatalogueFeed[],
): Promise<{ added: number; changed: number }> {
  const isNewAddress = sql`(feeds.moved_from is null and not exists (select from feeds other where other.url = given.url))`;
  const result = await sql<{ added: boolean }>`
    with given as (
      select * from jsonb_to_recordset(${storableJson(feeds)}::jsonb) as feed(
        catalogue_id text, url text, name text, homepage text, language text, kind text, topics text[], confidence real, state text)
    ), adopted as (
      update feeds set catalogue_id = given.catalogue_id, kind = given.kind, topics = given.topics, confidence = given.confidence,
        private = false
      from given
      where feeds.url = given.url and feeds.catalogue_id is null
        and not exists (select from feeds other where other.catalogue_id = given.catalogue_id)
      returning feeds.id, feeds.catalogue_id
    ), mended as (
      update feeds set
        name = given.name, homepage = given.homepage, language = given.language, kind = given.kind, topics = given.topics,
        confidence = given.confidence,
        url = case when ${isNewAddress} then given.url else feeds.url end,
        etag = case when not ${isNewAddress} then etag end,
        last_modified = case when not ${isNewAddress} then last_modified end,
        state = case when feeds.state = 'retired' and ${isNewAddress} then given.state else feeds.state end,
        failing_since = case when not ${isNewAddress} then failing_since end
      from given
      where feeds.catalogue_id = given.catalogue_id and not feeds.operator_changed
        and (${isNewAddress} or (feeds.name, feeds.homepage, feeds.language, feeds.kind, feeds.topics, feeds.confidence)
          is distinct from (given.name, given.homepage, given.language, given.kind, given.topics, given.confidence))
      returning feeds.id
    ), made as (
      insert into feeds (catalogue_id, url, name, homepage, language, kind, topics, confidence, state, next_poll_at)
      select catalogue_id, url, name, homepage, language, kind, topics, confidence, state, now()
      from given
      where not exists (select from feeds where feeds.catalogue_id = given.catalogue_id or feeds.url = given.url)
      on conflict do nothing
      returning id
    )
    select true as added from made union all select false from mended union all select false from adopted`.execute(db);
  const added = result.rows.filter((row) => row.added).length;
  return { added, changed: result.rows.length - added };
}

/** Our own stories stand in while no source answers. */
export async function hasSamples(db: Database): Promise<boolean> {
  const row = await db.selectFrom('feeds').select('id').where('sample', '=', true).limit(1).executeTakeFirst();
  return row !== undefined;
}
