/** Channels: where we post, when, and how. */
import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Channel, ChannelId, Language, Layout, StoryId, Weekday } from '../model.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

type Row = Selectable<Schema['channels']>;

function toChannel(row: Row): Channel {
  return {
    id: row.id as ChannelId,
    platform: row.platform,
    name: row.name,
    language: row.language as Language,
    zone: row.zone,
    time: row.time,
    days: row.days as Weekday[],
    stories: row.stories,
    layout: row.layout as Layout,
    state: row.state,
    closedReason: row.closed_reason,
    quiet: row.quiet,
    createdBy: row.created_by,
    sample: row.sample,
  };
}

export async function findChannel(db: Database, id: ChannelId): Promise<Channel | null> {
  const row = await db.selectFrom('channels').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toChannel(row);
}

export interface NewChannel {
  id: ChannelId;
  name: string | null;
  language: Language;
  zone: string;
  createdBy: string | null;
  sample?: boolean;
}

/** @returns the channel, and whether it is new. What is there already stays as it is. */
export async function ensureChannel(db: Database, wanted: NewChannel): Promise<{ channel: Channel; isNew: boolean }> {
  const inserted = await db
    .insertInto('channels')
    .values({
      id: wanted.id,
      platform: wanted.id.slice(0, wanted.id.indexOf(':')),
      workspace: workspaceOf(wanted.id),
      name: wanted.name,
      language: wanted.language,
      zone: wanted.zone,
      created_by: wanted.createdBy,
      sample: wanted.sample ?? false,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted !== undefined) return { channel: toChannel(inserted), isNew: true };
  return { channel: (await findChannel(db, wanted.id)) as Channel, isNew: false };
}

/** `slack:T1/C2` is of workspace `slack:T1`; a channel without one is its own. */
export function workspaceOf(id: ChannelId): string {
  return id.split('/')[0] as string;
}

/**
 * The workspace whose channels know of each other's private sources; null where there is none: what stands in its place
 * is then a kind of chat (`line:group/C1`, `discord:@me/C4`), and each chat is alone.
 */
export function sharedWorkspace(id: ChannelId): string | null {
  const workspace = workspaceOf(id);
  return /:@?[a-z]+$/.test(workspace) ? null : workspace;
}

export type ChannelChange = Partial<
  Pick<
    Channel,
    'name' | 'language' | 'zone' | 'time' | 'days' | 'stories' | 'layout' | 'state' | 'closedReason' | 'quiet'
  >
>;

export async function changeChannel(db: Database, id: ChannelId, change: ChannelChange): Promise<Channel> {
  const { closedReason, ...same } = change;
  const row = await db
    .updateTable('channels')
    .set({ ...same, ...(closedReason === undefined ? {} : { closed_reason: closedReason }) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toChannel(row);
}

/** The channel is closed to us: its schedule stops, its settings stay. One that is gone meanwhile stays gone. */
export async function closeChannel(db: Database, id: ChannelId, reason: string, now: Date): Promise<void> {
  await db
    .updateTable('channels')
    .set({
      state: 'closed',
      closed_reason: reason,
      closed_at: sql<Date>`case when state = 'closed' then coalesce(closed_at, ${now}) else ${now} end`,
      paused_before: sql<boolean>`state = 'paused' or (state = 'closed' and paused_before)`,
      next_digest_at: null,
    })
    .where('id', '=', id)
    .execute();
}

/** A closed channel is open to us again, active or paused as it was. */
export async function reopenChannel(db: Database, id: ChannelId): Promise<Channel> {
  const row = await db
    .updateTable('channels')
    .set({
      state: sql`case when state != 'closed' then state when paused_before then 'paused' else 'active' end`,
      closed_reason: null,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toChannel(row);
}

/** @param after only where this one was planned until now. */
export async function planDigest(db: Database, id: ChannelId, nextAt: Date | null, after?: Date): Promise<void> {
  await db
    .updateTable('channels')
    .set({ next_digest_at: nextAt })
    .where('id', '=', id)
    .$if(after !== undefined, (query) => query.where('next_digest_at', '=', after as Date))
    .execute();
}

export async function plannedDigest(db: Database, id: ChannelId): Promise<Date | null> {
  const row = await db.selectFrom('channels').select('next_digest_at').where('id', '=', id).executeTakeFirst();
  return row?.next_digest_at ?? null;
}

/** Channels whose hour has come, at most `limit`, each for one caller until `claimSeconds` have passed. */
export async function claimDueChannels(
  db: Database,
  now: Date,
  limit: number,
  claimSeconds = 30,
): Promise<ChannelId[]> {
  const rows = await db
    .updateTable('channels')
    .set({ claimed_until: new Date(now.getTime() + claimSeconds * 1000) })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('channels')
        .select('id')
        .where('state', '=', 'active')
        .where('next_digest_at', '<=', now)
        .where((or) => or.or([or('claimed_until', 'is', null), or('claimed_until', '<=', now)]))
        .orderBy('next_digest_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id as ChannelId);
}

/** Notes the morning that was missed; `status` tells of it. */
export async function noteSkipped(db: Database, id: ChannelId, dueAt: Date): Promise<void> {
  await db
    .updateTable('channels')
    .set({ skipped: JSON.stringify({ at: dueAt }) })
    .where('id', '=', id)
    .execute();
}

export async function skippedDigest(db: Database, id: ChannelId): Promise<Date | null> {
  const row = await db.selectFrom('channels').select('skipped').where('id', '=', id).executeTakeFirst();
  const at = (row?.skipped as { at?: string } | null)?.at;
  return at === undefined ? null : new Date(at);
}

/** The story that the talk is about, where a platform has no threads; until another is named or the time is over. */
export async function setFocus(db: Database, id: ChannelId, story: StoryId, until: Date): Promise<void> {
  await db.updateTable('channels').set({ focus_story: story, focus_until: until }).where('id', '=', id).execute();
}

export async function getFocus(db: Database, id: ChannelId, now: Date): Promise<StoryId | null> {
  const row = await db
    .selectFrom('channels')
    .select('focus_story')
    .where('id', '=', id)
    .where('focus_until', '>', now)
    .executeTakeFirst();
  return (row?.focus_story ?? null) as StoryId | null;
}

/** What waits for a person's word: a deletion to confirm, a question whose story is to be picked. */
export type Pending = { kind: 'forget'; by: string; until: string };

export async function setPending(db: Database, id: ChannelId, pending: Pending | null): Promise<void> {
  await db
    .updateTable('channels')
    .set({ pending: pending === null ? null : JSON.stringify(pending) })
    .where('id', '=', id)
    .execute();
}

export async function getPending(db: Database, id: ChannelId, now: Date): Promise<Pending | null> {
  const row = await db.selectFrom('channels').select('pending').where('id', '=', id).executeTakeFirst();
  const pending = (row?.pending ?? null) as Pending | null;
  return pending !== null && new Date(pending.until) > now ? pending : null;
}

/** An empty morning is told of once a week. @returns true for the one that may tell. */
export async function mayTellOfEmpty(db: Database, id: ChannelId, now: Date): Promise<boolean> {
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000);
  const { numUpdatedRows } = await db
    .updateTable('channels')
    .set({ last_empty_note_at: now })
    .where('id', '=', id)
    .where((or) => or.or([or('last_empty_note_at', 'is', null), or('last_empty_note_at', '<=', weekAgo)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Deletes all that is kept of a channel, or of every channel of its workspace; the ledger's unlinkable marks stay. */
export async function forgetChannels(db: Database, id: ChannelId, wholeWorkspace = false): Promise<void> {
  const column = wholeWorkspace ? 'workspace' : 'id';
  await db
    .transaction()
    .execute((trx) => forget(trx, (channels) => channels.where(column, '=', wholeWorkspace ? workspaceOf(id) : id)));
}

/** A channel that stayed closed to us since `before` has no one left to come back to. */
export async function forgetLongClosed(db: Database, before: Date): Promise<void> {
  await db
    .transaction()
    .execute((trx) =>
      forget(trx, (channels) => channels.where('state', '=', 'closed').where('closed_at', '<', before)),
    );
}

type Channels = SelectQueryBuilder<Schema, 'channels', { id: string }>;

async function forget(trx: Database, which: (channels: Channels) => Channels): Promise<void> {
  const ids = which(trx.selectFrom('channels').select('channels.id'));
  await trx.deleteFrom('inbound').where('channel_id', 'in', ids).where('state', '=', 'done').execute();
  await trx.deleteFrom('told').where('channel_id', 'in', ids).execute();
  await trx
    .updateTable('usage')
    .set({ channel_id: sql`'forgotten:' || gen_random_uuid()` })
    .where('channel_id', 'in', ids)
    .execute();
  await trx.deleteFrom('channels').where('id', 'in', ids).execute();
}

export async function channelsCreatedBy(db: Database, platform: string, author: string): Promise<Channel[]> {
  const rows = await db
    .selectFrom('channels')
    .selectAll()
    .where('platform', '=', platform)
    .where((or) =>
      or.or([
        or('created_by', '=', author),
        or.exists(
          or
            .selectFrom('turns')
            .select('turns.id')
            .whereRef('turns.channel_id', '=', 'channels.id')
            .where('turns.author', '=', author),
        ),
      ]),
    )
    .orderBy('created_at')
    .limit(25)
    .execute();
  return rows.map(toChannel);
}

export async function allChannels(db: Database): Promise<Channel[]> {
  return (await db.selectFrom('channels').selectAll().orderBy('created_at').execute()).map(toChannel);
}

export async function channelsDueWithin(db: Database, now: Date, minutes: number): Promise<ChannelId[]> {
  const rows = await db
    .selectFrom('channels')
    .select('id')
    .where('state', '=', 'active')
    .where('next_digest_at', '>', now)
    .where('next_digest_at', '<=', new Date(now.getTime() + minutes * 60_000))
    .execute();
  return rows.map(({ id }) => id as ChannelId);
}
