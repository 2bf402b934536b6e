/** Deliveries and their parts: frozen when opened, claimed before the platform is called, recorded after. */
import { sql, type Transaction } from 'kysely';
import { v5 as uuidv5 } from 'uuid';
import type { Part, Place, Posted, ReplyTo } from '../adapter.ts';
import type { ChannelId, DeliveryId, DigestId, MessageId, PartId } from '../model.ts';
import { type Database, isOfPlatform } from './database.ts';
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

export interface Claim {
  delivery: DeliveryId;
  channel: ChannelId;
  kind: 'digest' | 'reply' | 'notice';
  inbound: InboundId | null;
  replyTo: StoredReplyTo | null;
  place: Place;
  part: Part;
  /** An earlier attempt may have gone through. */
  unsure: boolean;
  /** A message of this part that was opened before it was finished (a stream). */
  opened: Posted | null;
  /** This one included; it tells this claim from a later one. */
  attempts: number;
  openedAt: Date;
  /** Nothing of the delivery stands yet. */
  first: boolean;
}

export const claimSeconds = 30;

/** @returns the next part, now ours for 30 s; null when another worker has it, or nothing is left. */
export async function claimNextPart(db: Database, id: DeliveryId, now: Date): Promise<Claim | null> {
  return db.transaction().execute(async (trx) => {
    const delivery = await trx
      .selectFrom('deliveries')
      .selectAll()
      .where('id', '=', id)
      .where('state', '=', 'open')
      .forUpdate()
      .executeTakeFirst();
    if (delivery === undefined) return null;
    const next = await trx
      .selectFrom('parts')
      .selectAll()
      .where('delivery_id', '=', id)
      .where('state', 'in', ['waiting', 'claimed'])
      .orderBy('index')
      .limit(1)
      .executeTakeFirst();
    if (next === undefined || (next.state === 'claimed' && (next.claimed_until as Date) > now)) return null;
    // A stream that was cut off: its answer is to be written again before anything can be posted.
    if (next.payload === null && next.attempts > 0) return null;
    await trx
      .updateTable('parts')
      .set({
        state: 'claimed',
        claimed_until: new Date(now.getTime() + claimSeconds * 1000),
        attempts: next.attempts + 1,
      })
      .where('id', '=', next.id)
      .execute();
    return {
      delivery: id,
      channel: delivery.channel_id as ChannelId,
      kind: delivery.kind,
      inbound: delivery.inbound_id as InboundId | null,
      replyTo: delivery.reply_to as StoredReplyTo | null,
      place: { channel: delivery.channel_id as ChannelId, thread: delivery.thread as MessageId | null },
      part: { id: next.id as PartId, payload: next.payload, about: next.about as Part['about'] },
      unsure: next.state === 'claimed',
      opened: next.opened as Posted | null,
      attempts: next.attempts + 1,
      openedAt: delivery.created_at,
      first: next.index === 0,
    };
  });
}

/** Holds the part for another 30 s. @returns false when the claim has lapsed and another worker has the part. */
export async function renewPart(db: Database, { part, attempts }: Claim, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('parts')
    .set({ claimed_until: new Date(now.getTime() + claimSeconds * 1000) })
    .where('id', '=', part.id)
    .where('state', '=', 'claimed')
    .where('attempts', '=', attempts)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The part was certainly not posted: it waits for another try, unless another worker has it by now. */
export async function returnPart(db: Database, { part, attempts }: Claim): Promise<void> {
  await db
    .updateTable('parts')
    .set((eb) => ({ state: 'waiting', claimed_until: null, attempts: eb('attempts', '-', 1) }))
    .where('id', '=', part.id)
    .where('state', '=', 'claimed')
    .where('attempts', '=', attempts)
    .execute();
}

/** The part may have been posted: whoever claims it, from then on, asks the platform first. */
export async function lapsePart(db: Database, part: PartId, at: Date, error: string): Promise<void> {
  await db
    .updateTable('parts')
    .set({ claimed_until: at, error })
    .where('id', '=', part)
    .where('state', '=', 'claimed')
    .execute();
}

/** Ends a delivery that cannot be finished; the parts that stand stay recorded. */
export async function endDelivery(
  db: Database,
  claim: Claim,
  state: 'failed' | 'unknown',
  error: string,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('parts').set({ state, error, claimed_until: null }).where('id', '=', claim.part.id).execute();
    await trx
      .updateTable('deliveries')
      .set({ state, failure: error, finished_at: now })
      .where('id', '=', claim.delivery)
      .execute();
  });
}

/** What a stream came to; before that its part holds null. */
export async function fillPart(db: Database, part: PartId, payload: unknown): Promise<void> {
  await db
    .updateTable('parts')
    .set({ payload: storableJson(payload) })
    .where('id', '=', part)
    .execute();
}

/** A stream was cut off before its answer was whole: the part to fill, once it is written again. */
export async function unfilledPart(db: Database, id: DeliveryId): Promise<PartId | null> {
  const row = await db
    .selectFrom('parts')
    .select('id')
    .where('delivery_id', '=', id)
    .where('state', '!=', 'posted')
    .where('payload', '=', 'null')
    .executeTakeFirst();
  return (row?.id ?? null) as PartId | null;
}

/** A stream has begun: should it break, this message is mended rather than a second one made. */
export async function recordOpened(db: Database, claim: Claim, posted: Posted): Promise<void> {
  await db
    .updateTable('parts')
    .set({ opened: storableJson(posted) })
    .where('id', '=', claim.part.id)
    .execute();
  await insertMessages(db, claim, posted);
}

/** @returns true when that was the delivery's last part. */
export async function recordPosted(db: Database, claim: Claim, posted: Posted, now: Date): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable('parts')
      .set({ state: 'posted', posted_at: now, claimed_until: null, error: null })
      .where('id', '=', claim.part.id)
      .execute();
    await insertMessages(trx, claim, posted);
    const left = await trx
      .selectFrom('parts')
      .select('id')
      .where('delivery_id', '=', claim.delivery)
      .where('state', '!=', 'posted')
      .limit(1)
      .executeTakeFirst();
    if (left !== undefined) return false;
    await trx
      .updateTable('deliveries')
      .set({ state: 'posted', finished_at: now })
      .where('id', '=', claim.delivery)
      .where('state', '=', 'open')
      .execute();
    return true;
  });
}

async function insertMessages(db: Database | Transaction<Schema>, claim: Claim, posted: Posted): Promise<void> {
  if (posted.messages.length === 0) return;
  // An answer of several messages is about one story, whichever of them is quoted.
  const only = claim.kind === 'reply' && claim.part.about.length === 1 ? (claim.part.about[0] ?? null) : null;
  const rows = posted.messages.map(({ id, story }, index) => ({
    id,
    channel_id: claim.channel,
    delivery_id: claim.delivery,
    part_id: claim.part.id,
    story_id: story ?? claim.part.about[index] ?? only,
    thread: posted.thread ?? claim.place.thread,
  }));
  await db
    .insertInto('messages')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ thread: sql`excluded.thread` }))
    .execute();
}

export async function deliveryState(
  db: Database,
  id: DeliveryId,
): Promise<'open' | 'posted' | 'failed' | 'unknown' | null> {
  const row = await db.selectFrom('deliveries').select('state').where('id', '=', id).executeTakeFirst();
  return row?.state ?? null;
}

/** How long a woken row is left to its job before a scheduler wakes it again. */
const wakeAgainSeconds = 10;

/**
 * Open deliveries that nobody is at: their job was lost, or its worker killed. Each for one scheduler.
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
    .set({ wake_at: new Date(now.getTime() + wakeAgainSeconds * 1000) })
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
