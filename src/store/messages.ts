/** Our own messages, as the platform names them: what a reply, a quote or a press is about. */
import type { ChannelId, DeliveryId, DigestId, MessageId, StoryId } from '../model.ts';
import type { Database } from './database.ts';

export interface KnownMessage {
  id: MessageId;
  channel: ChannelId;
  story: StoryId | null;
  /** The digest that it stands in. */
  digest: DigestId | null;
  delivery: DeliveryId | null;
  thread: MessageId | null;
}

export async function knownMessage(db: Database, id: MessageId): Promise<KnownMessage | null> {
  const row = await messages(db).where('messages.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toMessage(row);
}

/** Any message of ours that stands in a thread, the first one posted: it says what the thread is about. */
export async function threadStart(db: Database, thread: MessageId): Promise<KnownMessage | null> {
  const row = await messages(db)
    .where('messages.thread', '=', thread)
    .orderBy('messages.posted_at')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toMessage(row);
}

function messages(db: Database) {
  return db
    .selectFrom('messages')
    .leftJoin('deliveries', 'deliveries.id', 'messages.delivery_id')
    .select([
      'messages.id',
      'messages.channel_id',
      'messages.story_id',
      'messages.thread',
      'messages.delivery_id',
      'deliveries.digest_id',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof messages>['execute']>>[number];

function toMessage(row: Row): KnownMessage {
  return {
    id: row.id as MessageId,
    channel: row.channel_id as ChannelId,
    story: row.story_id as StoryId | null,
    digest: row.digest_id as DigestId | null,
    delivery: row.delivery_id as DeliveryId | null,
    thread: row.thread as MessageId | null,
  };
}

/** Is it a message of ours, or a thread that we have spoken in? */
export async function isOurThread(db: Database, parent: MessageId): Promise<boolean> {
  const row = await db
    .selectFrom('messages')
    .select('id')
    .where((or) => or.or([or('id', '=', parent), or('thread', '=', parent)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
