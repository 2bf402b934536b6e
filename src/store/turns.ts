/** What was asked and answered, thread by thread; kept for 30 days. */
import type { Turn } from '../answer/answerer.ts';
import type { ChannelId, Citation, DeliveryId, MessageId, StoryId } from '../model.ts';
import type { Database } from './database.ts';
import { blankInbound } from './inbound.ts';
import { storable, storableJson } from './storable.ts';

export interface NewTurn {
  channel: ChannelId;
  /** Null in a chat that has no threads. */
  thread: MessageId | null;
  author: string;
  message: MessageId | null;
  question: string;
  answer: string;
  story: StoryId | null;
  cites: Citation[];
}

export interface StoredTurn extends Turn {
  id: number;
  author: string;
  story: StoryId | null;
  askedAt: Date;
}

/** @param delivery the reply that holds the answer. */
export async function recordTurn(db: Database, turn: NewTurn, delivery: DeliveryId, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('turns')
    .values({
      channel_id: turn.channel,
      thread: turn.thread,
      author: turn.author,
      message: turn.message,
      question: storable(turn.question),
      answer: storable(turn.answer),
      story_id: turn.story,
      cites: storableJson(turn.cites),
      delivery_id: delivery,
      asked_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The last turns of a thread, oldest first; of a chat without threads, those of the last hour. */
export async function turnsOf(
  db: Database,
  channel: ChannelId,
  thread: MessageId | null,
  now: Date,
  limit = 6,
): Promise<StoredTurn[]> {
  const rows = await db
    .selectFrom('turns')
    .select(['id', 'author', 'question', 'answer', 'story_id', 'asked_at'])
    .where('channel_id', '=', channel)
    .where('thread', thread === null ? 'is' : '=', thread)
    .$if(thread === null, (query) => query.where('asked_at', '>', new Date(now.getTime() - 3_600_000)))
    .orderBy('asked_at', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map((row) => ({
    id: row.id,
    author: row.author,
    question: row.question,
    answer: row.answer,
    story: row.story_id as StoryId | null,
    askedAt: row.asked_at,
  }));
}

/** Rates the answer that went out with this reply; a second rating takes the place of the first. */
export async function rateTurn(db: Database, channel: ChannelId, delivery: DeliveryId, rating: string): Promise<void> {
  await db
    .updateTable('turns')
    .set({ rating })
    .where('channel_id', '=', channel)
    .where('delivery_id', '=', delivery)
    .execute();
}

/** A person took a message back: what was asked in it goes, and what was answered. */
export async function dropTurn(db: Database, channel: ChannelId, message: MessageId): Promise<void> {
  await db.deleteFrom('turns').where('channel_id', '=', channel).where('message', '=', message).execute();
  await blankInbound(db, channel, message);
}
