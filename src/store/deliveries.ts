/** Deliveries: opened whole, frozen as parts, and woken until they are finished. How a part is posted is `parts.ts`'s. */
import type { Transaction } from 'kysely';
import { v5 as uuidv5 } from 'uuid';
import type { Part, ReplyTo } from '../adapter.ts';
import type { ChannelId, DeliveryId, DigestId, MessageId, PartId } from '../model.ts';
import { type Database, isOfPlatform, wakeAgain } from './database.ts';
import type { InboundId } from './inbound.ts';
import type { Schema } from './schema.ts';
import { storableJson } from './storable.ts';

/** The same part of the same delivery has the same id in every process and after every restart. */
export function partId(delivery: DeliveryId, index: number): PartId {
  return uuidv5(String(index), delivery) as PartId;
}

/** A reply's delivery is named by what it replies to: a second attempt cannot open another. */
export function replyDelivery(inbound: InboundId): DeliveryId {
  return uuidv5('reply', inbound) as DeliveryId;
}

/** What a reply needs besides its handle, which rests sealed with the event. */
export type StoredReplyTo = Omit<ReplyTo, 'handle' | 'repeated'>;

export interface NewDelivery {
  id: DeliveryId;
  channel: ChannelId;
  kind: 'digest' | 'reply' | 'notice';
  digest: DigestId | null;
  inbound: InboundId | null;
  replyTo: StoredReplyTo | null;
  thread: MessageId | null;
  parts: Pick<Part, 'payload' | 'about'>[];
}

/** @returns false when it was open already: then what was frozen first stays. */
export async function openDelivery(db: Database, delivery: NewDelivery): Promise<boolean> {
  return db.transaction().execute(async (trx) => insertDelivery(trx, delivery));
}

export async function insertDelivery(trx: Database | Transaction<Schema>, delivery: NewDelivery): Promise<boolean> {
  const row = await trx
    .insertInto('deliveries')
    .values({
      id: delivery.id,
      channel_id: delivery.channel,
      kind: delivery.kind,
      digest_id: delivery.digest,
      inbound_id: delivery.inbound,
      reply_to: delivery.replyTo === null ? null : storableJson(delivery.replyTo),
      thread: delivery.thread,
      state: delivery.parts.length === 0 ? 'posted' : 'open',
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined || delivery.parts.length === 0) return row !== undefined;
  const parts = delivery.parts.map(({ payload, about }, index) => ({
    id: partId(delivery.id, index),
    delivery_id: delivery.id,
    index,
    payload: storableJson(payload),
    about: storableJson(about),
  }));
  await trx.insertInto('parts').values(parts).execute();
  return true;
}

export async function deliveryState(
  db: Database,
  id: DeliveryId,
): Promise<'open' | 'posted' | 'failed' | 'unknown' | null> {
  const row = await db.selectFrom('deliveries').select('state').where('id', '=', id).executeTakeFirst();
  return row?.state ?? null;
}

/**
 * Open deliveries that nobody is at: their job was lost, or its worker killed. Each for one scheduler, and the longer
 * it waits (its platform is out, or all workers are busy) the more seldom, since every waking is one more job.
 *
 * @param platforms those that have a worker; what waits for another must not stand before them.
 */
export async function wakeDeliveries(
  db: Database,
  now: Date,
  limit: number,
  platforms: string[],
): Promise<{ id: DeliveryId; channel: ChannelId; kind: NewDelivery['kind'] }[]> {
  const rows = await db
    .updateTable('deliveries')
    .set({ wake_at: wakeAgain('created_at', now) })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('deliveries')
        .select('id')
        .where('state', '=', 'open')
        .where('wake_at', '<=', now)
        .where(isOfPlatform(platforms))
        .orderBy('wake_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'channel_id', 'kind'])
    .execute();
  return rows.map(({ id, channel_id, kind }) => ({ id: id as DeliveryId, channel: channel_id as ChannelId, kind }));
}

/** A job will be at it then; no scheduler need wake it before. */
export async function wakeLater(db: Database, id: DeliveryId, at: Date): Promise<void> {
  await db.updateTable('deliveries').set({ wake_at: at }).where('id', '=', id).execute();
}

export interface UnfinishedDelivery {
  id: DeliveryId;
  channel: ChannelId;
  kind: string;
  state: string;
  failure: string | null;
  createdAt: Date;
}

/** For the operator: what failed, and what nobody can tell of. */
export async function troubledDeliveries(
  db: Database,
  limit: number,
  channel?: ChannelId,
): Promise<UnfinishedDelivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select(['id', 'channel_id', 'kind', 'state', 'failure', 'created_at'])
    .where('state', 'in', ['failed', 'unknown'])
    .$if(channel !== undefined, (query) => query.where('channel_id', '=', channel as string))
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id as DeliveryId,
    channel: row.channel_id as ChannelId,
    kind: row.kind,
    state: row.state,
    failure: row.failure,
    createdAt: row.created_at,
  }));
}
