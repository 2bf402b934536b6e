/** What was said in the web chat: neutral bodies, drawn when they are shown. */
import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Content } from '../content.ts';
import type { ChannelId, Digest, DigestStory, Layout, PartId, StoryId } from '../model.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { storableJson } from './storable.ts';

export type WebBody =
  /** The head of a digest; its stories follow as messages of their own. */
  | { kind: 'digest'; digest: Omit<Digest, 'stories'>; count: number; layout: Layout }
  | { kind: 'story'; story: DigestStory; digest: DigestOfStory; layout: Layout; last: boolean }
  | { kind: 'said'; content: Content }
  /** An answer while it is being written. */
  | { kind: 'streaming'; text: string }
  /** What a person wrote. */
  | { kind: 'text'; text: string };

export type DigestOfStory = Pick<Digest, 'id' | 'delivery' | 'sourcesRead' | 'sourcesFailed' | 'sample'>;

export interface WebMessage {
  id: number;
  channel: ChannelId;
  /** Id of the message that it stands under. */
  thread: number | null;
  /** `us`, or the id of a person. */
  author: string;
  event: string | null;
  state: 'streaming' | 'done';
  body: WebBody;
  story: StoryId | null;
  /** The one person who may see it; null: everybody here. */
  visibleTo: string | null;
  version: number;
  at: Date;
}

/** How many messages one page of a channel shows. */
export const pageSize = 80;

function toMessage(row: Selectable<Schema['web_messages']>): WebMessage {
  return {
    id: row.id,
    channel: row.channel_id as ChannelId,
    thread: row.thread,
    author: row.author,
    event: row.event,
    state: row.state as WebMessage['state'],
    body: row.body as WebBody,
    story: row.story_id as StoryId | null,
    visibleTo: row.visible_to,
    version: row.version,
    at: row.created_at,
  };
}

export interface Said {
  channel: ChannelId;
  thread: number | null;
  /** The browser's own id of this message: the same one is written once. */
  event: string;
  person: string;
  text: string;
}

/** Writes what a person said, once. @returns its id. */
export async function recordSaid(db: Database, said: Said, now: Date): Promise<number> {
  await db
    .insertInto('web_messages')
    .values({
      channel_id: said.channel,
      thread: said.thread,
      author: said.person,
      event: said.event,
      body: storableJson({ kind: 'text', text: said.text }),
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('event').doNothing())
    .execute();
  const { id } = await db
    .selectFrom('web_messages')
    .select('id')
    .where('event', '=', said.event)
    .executeTakeFirstOrThrow();
  return id;
}

export interface OurMessage {
  body: WebBody;
  story: StoryId | null;
}

export interface OurPlace {
  channel: ChannelId;
  thread: number | null;
  part: PartId;
  visibleTo: string | null;
}

/**
 * Writes a part's messages, all or none. Written again, the part keeps its ids; what a broken stream left is put
 * right, what is done stays as it is.
 */
export async function recordPart(db: Database, place: OurPlace, messages: OurMessage[], now: Date): Promise<number[]> {
  await db
    .insertInto('web_messages')
    .values(
      messages.map(({ body, story }, index) => ({
        channel_id: place.channel,
        thread: place.thread,
        author: 'us',
        part_id: place.part,
        part_index: index,
        state: body.kind === 'streaming' ? 'streaming' : 'done',
        body: storableJson(body),
        story_id: story,
        visible_to: place.visibleTo,
        created_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['part_id', 'part_index'])
        .doUpdateSet((eb) => ({ body: eb.ref('excluded.body'), state: eb.ref('excluded.state') }))
        .where('web_messages.state', '=', 'streaming'),
    )
    .execute();
  return (await partRows(db, place.part)).map((row) => row.id);
}

/** @returns null when the part is not there, or only as a stream that was never finished. */
export async function findPart(db: Database, part: PartId): Promise<WebMessage[] | null> {
  const rows = await partRows(db, part);
  return rows.length > 0 && rows.every((row) => row.state === 'done') ? rows.map(toMessage) : null;
}

function partRows(db: Database, part: PartId) {
  return db.selectFrom('web_messages').selectAll().where('part_id', '=', part).orderBy('part_index').execute();
}

/** Puts another body into a message of ours. @returns whether it is there. */
export async function changeBody(db: Database, id: number, body: WebBody, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('web_messages')
    .set({
      body: storableJson(body),
      state: body.kind === 'streaming' ? 'streaming' : 'done',
      updated_at: now,
    })
    .where('id', '=', id)
    .where('author', '=', 'us')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function findMessage(db: Database, id: number, person: string): Promise<WebMessage | null> {
  const row = await visible(db, person).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toMessage(row);
}

/** The channel's own messages, oldest first: the last page, or the one that ends before message `before`. */
export async function channelMessages(
  db: Database,
  channel: ChannelId,
  person: string,
  before: number | null = null,
): Promise<WebMessage[]> {
  let query = visible(db, person).where('channel_id', '=', channel).where('thread', 'is', null);
  if (before !== null) query = query.where('id', '<', before);
  return (await query.orderBy('id', 'desc').limit(pageSize).execute()).reverse().map(toMessage);
}

/** A thread's messages without its root, oldest first; of a very long thread the last 200. */
export async function threadMessages(db: Database, thread: number, person: string): Promise<WebMessage[]> {
  const rows = await visible(db, person).where('thread', '=', thread).orderBy('id', 'desc').limit(200).execute();
  return rows.reverse().map(toMessage);
}

/** What changed in a channel since `version`, in the order of the changes; at most 500 at once. */
export async function changedSince(
  db: Database,
  channel: ChannelId,
  person: string,
  version: number,
): Promise<WebMessage[]> {
  const query = visible(db, person).where('channel_id', '=', channel).where('version', '>', version);
  return (await query.orderBy('version').limit(500).execute()).map(toMessage);
}

export async function latestVersion(db: Database, channel: ChannelId): Promise<number> {
  const row = await db
    .selectFrom('web_messages')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('channel_id', '=', channel)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** How many messages stand under each of these; those with none are left out. */
export async function replyCounts(db: Database, roots: number[], person: string): Promise<Map<number, number>> {
  if (roots.length === 0) return new Map();
  const rows = await db
    .selectFrom('web_messages')
    .select((eb) => ['thread', eb.fn.countAll<number>().as('replies')])
    .where('thread', 'in', roots)
    .where(seenBy(person))
    .groupBy('thread')
    .execute();
  return new Map(rows.map((row) => [row.thread as number, row.replies]));
}

/** The newest message of a story in the web chat that a thread can stand under. */
export async function storyRoot(db: Database, story: StoryId): Promise<WebMessage | null> {
  const row = await db
    .selectFrom('web_messages')
    .selectAll()
    .where('story_id', '=', story)
    .where('thread', 'is', null)
    .where('visible_to', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toMessage(row);
}

/** What was said under a story in the web chat, oldest first, at most 100; whispers stay out. */
export async function storyDiscussion(db: Database, story: StoryId): Promise<WebMessage[]> {
  const roots = db.selectFrom('web_messages').select('id').where('story_id', '=', story).where('thread', 'is', null);
  const rows = await db
    .selectFrom('web_messages')
    .selectAll()
    .where('thread', 'in', roots)
    .where('visible_to', 'is', null)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.reverse().map(toMessage);
}

/** A question whose answer is whispered is the asker's alone, as the answer is. */
export async function hideFromOthers(db: Database, id: number, person: string): Promise<void> {
  await db
    .updateTable('web_messages')
    .set({ visible_to: person })
    .where('id', '=', id)
    .where('author', '=', person)
    .execute();
}

/** Tells the open pages of a channel that an answer is on its way. Nothing is kept of it. */
export async function tellWorking(db: Database, channel: ChannelId, thread: number | null): Promise<void> {
  await sql`select pg_notify('tidings_web', ${JSON.stringify({ kind: 'working', channel, thread })})`.execute(db);
}

/** Retention: people's words for 30 days, ours for 90, and nothing of a channel that is not there. */
export async function sweepWebMessages(db: Database, now: Date): Promise<number> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const { numDeletedRows } = await db
    .deleteFrom('web_messages')
    .where((or) =>
      or.or([
        or('created_at', '<', daysAgo(90)),
        or.and([or('author', '!=', 'us'), or('created_at', '<', daysAgo(30))]),
        or.and([
          or('created_at', '<', daysAgo(1)),
          or('channel_id', 'not in', or.selectFrom('channels').select('channels.id')),
        ]),
      ]),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function visible(db: Database, person: string) {
  return db.selectFrom('web_messages').selectAll().where(seenBy(person));
}

/** What is whispered is seen by the one that it is for. */
function seenBy(person: string) {
  return (or: ExpressionBuilder<Schema, 'web_messages'>) =>
    or.or([or('visible_to', 'is', null), or('visible_to', '=', person)]);
}
