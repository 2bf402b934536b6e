/** What people did, stored before the platform is told that we have it; each event once. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Handle, Inbound } from '../adapter.ts';
import type { ChannelId, MessageId } from '../model.ts';
import type { Seal } from '../seal.ts';
import { type Database, isOfPlatform, wakeAgain } from './database.ts';
import { storableJson } from './storable.ts';

export type InboundId = string & { readonly of: 'inbound' };

/** @returns its id, or null when this event is stored already. */
export async function storeInbound(db: Database, seal: Seal, inbound: Inbound, now: Date): Promise<InboundId | null> {
  const { handle, ...body } = inbound;
  const row = await db
    .insertInto('inbound')
    .values({
      id: randomUUID(),
      event: `${inbound.channel.split(':')[0]}:${inbound.event}`,
      channel_id: inbound.channel,
      body: storableJson(body),
      handle: handle === null ? null : seal.close(handle.value),
      handle_expires_at: handle?.expiresAt ?? null,
      received_at: now,
      wake_at: new Date(now.getTime() + 5_000),
    })
    .onConflict((conflict) => conflict.column('event').doNothing())
    .returning('id')
    .executeTakeFirst();
  return (row?.id ?? null) as InboundId | null;
}

export interface ClaimedInbound {
  id: InboundId;
  inbound: Inbound;
  attempts: number;
}

const claimSeconds = 30;
export const maxAttempts = 5;

/** @returns null when it is done, or another worker is at it. */
export async function claimInbound(db: Database, seal: Seal, id: InboundId, now: Date): Promise<ClaimedInbound | null> {
  const row = await db
    .updateTable('inbound')
    .set((eb) => ({ claimed_until: new Date(now.getTime() + claimSeconds * 1000), attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where((or) => or.or([or('claimed_until', 'is', null), or('claimed_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return null;
  const handle = openHandle(seal, row.handle, row.handle_expires_at);
  return { id, attempts: row.attempts, inbound: { ...(row.body as Omit<Inbound, 'handle'>), handle } as Inbound };
}

export function openHandle(seal: Seal, sealed: Buffer | null, expiresAt: Date | null): Handle | null {
  const value = sealed === null ? null : seal.open(sealed);
  return value === null || expiresAt === null ? null : { value, expiresAt };
}

/** The handle that came with an event, as long as the event is kept. */
export async function handleOf(db: Database, seal: Seal, id: InboundId): Promise<Handle | null> {
  const row = await db
    .selectFrom('inbound')
    .select(['handle', 'handle_expires_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : openHandle(seal, row.handle, row.handle_expires_at);
}

/** Holds the claim while the work goes on. */
export async function keepInbound(db: Database, id: InboundId, now: Date): Promise<void> {
  await db
    .updateTable('inbound')
    .set({ claimed_until: new Date(now.getTime() + claimSeconds * 1000) })
    .where('id', '=', id)
    .execute();
}

/** Gives the claim back, so that the next attempt need not wait for it to lapse. */
export async function releaseInbound(db: Database, id: InboundId): Promise<void> {
  await db
    .updateTable('inbound')
    .set({ claimed_until: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** Of a channel that was forgotten meanwhile nothing is kept but the event's id, so that it stays handled. */
export async function finishInbound(db: Database, id: InboundId, now: Date): Promise<void> {
  const isKept = sql<boolean>`exists (select from channels where channels.id = inbound.channel_id)`;
  await db
    .updateTable('inbound')
    .set({
      state: 'done',
      done_at: now,
      claimed_until: null,
      body: sql`case when ${isKept} then body else '{}' end`,
      handle: sql`case when ${isKept} then handle end`,
    })
    .where('id', '=', id)
    .execute();
}

/** A person took it back: its words go, and it is answered no more. */
export async function blankInbound(db: Database, channel: ChannelId, message: MessageId): Promise<void> {
  await db
    .updateTable('inbound')
    .set({ state: 'done', done_at: sql<Date>`now()`, claimed_until: null, body: '{}', handle: null })
    .where('channel_id', '=', channel)
    .where(sql`body->>'message'`, '=', message)
    .execute();
}

/** While it was answered, its author took it back. */
export async function isTakenBack(db: Database, id: InboundId): Promise<boolean> {
  const row = await db
    .selectFrom('inbound')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'done')
    .where('body', '=', '{}')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Stored but not handled, and nobody at it: their job was lost, or its worker killed. Each for one scheduler, and ever
 * more seldom.
 *
 * @param platforms those that have a worker.
 */
export async function wakeInbound(db: Database, now: Date, limit: number, platforms: string[]): Promise<InboundId[]> {
  const rows = await db
    .updateTable('inbound')
    .set({ wake_at: wakeAgain('received_at', now) })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('inbound')
        .select('id')
        .where('state', '=', 'waiting')
        .where('wake_at', '<=', now)
        .where(isOfPlatform(platforms))
        .where((or) => or.or([or('claimed_until', 'is', null), or('claimed_until', '<=', now)]))
        .orderBy('wake_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id as InboundId);
}

/** What somebody wrote, while the event is kept. */
export async function inboundText(db: Database, id: InboundId, channel: ChannelId): Promise<string | null> {
  const row = await db
    .selectFrom('inbound')
    .select('body')
    .where('id', '=', id)
    .where('channel_id', '=', channel)
    .executeTakeFirst();
  const body = row?.body as { text?: string; values?: { question?: string } } | undefined;
  return body?.text ?? body?.values?.question ?? null;
}

export interface Heard {
  author: string;
  text: string;
  at: Date;
}

/** What people wrote in a thread within a day, oldest first, but for one event. */
export async function heardIn(
  db: Database,
  channel: ChannelId,
  parent: MessageId,
  except: InboundId,
  now: Date,
): Promise<Heard[]> {
  const rows = await db
    .selectFrom('inbound')
    .select(['body', 'received_at'])
    .where('channel_id', '=', channel)
    .where('id', '!=', except)
    .where(sql`body->>'parent'`, '=', parent)
    .where(sql`body->>'kind'`, '=', 'message')
    .where('received_at', '>', new Date(now.getTime() - 86_400_000))
    .orderBy('received_at', 'desc')
    .limit(20)
    .execute();
  return rows.reverse().map(({ body, received_at }) => {
    const { author, text } = body as { author: { id: string }; text: string };
    return { author: author.id, text, at: received_at };
  });
}
