/** Parts: claimed before the platform is called, recorded after. */
import { sql, type Transaction } from 'kysely';
import type { Part, Place, Posted } from '../adapter.ts';
import type { ChannelId, DeliveryId, MessageId, PartId } from '../model.ts';
import type { Database } from './database.ts';
import type { NewDelivery, StoredReplyTo } from './deliveries.ts';
import type { InboundId } from './inbound.ts';
import type { Schema } from './schema.ts';
import { storableJson } from './storable.ts';

export interface Claim {
  delivery: DeliveryId;
  channel: ChannelId;
  kind: NewDelivery['kind'];
  inbound: InboundId | null;
  replyTo: StoredReplyTo | null;
  place: Place;
  part: Part;
  /** An earlier attempt may have gone through. */
  unsure: boolean;
  /** The part was begun as a stream: the message that was opened; none while nobody knows which. */
  opened: Posted | null;
  /** This one included; it tells this claim from a later one. */
  attempts: number;
  openedAt: Date;
  /** Nothing of the delivery stands yet. */
  first: boolean;
}

const claimSeconds = 30;

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
export async function renewPart(db: Database, claim: Claim, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await ours(db, claim)
    .set({ claimed_until: new Date(now.getTime() + claimSeconds * 1000) })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The part was certainly not posted: it waits for another try. */
export async function returnPart(db: Database, claim: Claim): Promise<void> {
  await ours(db, claim)
    .set((eb) => ({ state: 'waiting', claimed_until: null, attempts: eb('attempts', '-', 1) }))
    .execute();
}

/** The part may have been posted: whoever claims it, from then on, asks the platform first. */
export async function lapsePart(db: Database, claim: Claim, at: Date, error: string): Promise<void> {
  await ours(db, claim).set({ claimed_until: at, error }).execute();
}

/**
 * Ends a delivery that cannot be finished; the parts that stand stay recorded.
 *
 * @returns false when another worker has the part by now: then the delivery is that one's.
 */
export async function endDelivery(
  db: Database,
  claim: Claim,
  state: 'failed' | 'unknown',
  error: string,
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await ours(trx, claim).set({ state, error, claimed_until: null }).executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await trx
      .updateTable('deliveries')
      .set({ state, failure: error, finished_at: now })
      .where('id', '=', claim.delivery)
      .execute();
    return true;
  });
}

/** The part while the claim holds: a worker that was slower than its claim changes nothing of the next one's. */
function ours(db: Database, { part, attempts }: Claim) {
  return db
    .updateTable('parts')
    .where('id', '=', part.id)
    .where('state', '=', 'claimed')
    .where('attempts', '=', attempts);
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

/** A stream has begun: should it break, this message is mended rather than a second one made. Of no message: it begins. */
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
