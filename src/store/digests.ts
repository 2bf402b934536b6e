/** Digests as they were composed: frozen whole. */
import type { Transaction } from 'kysely';
import type { ChannelId, Digest, DigestId } from '../model.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { storableJson } from './storable.ts';

/** @returns false when this channel has a morning digest of that day already. */
export async function insertDigest(trx: Database | Transaction<Schema>, digest: Digest): Promise<boolean> {
  const row = await trx
    .insertInto('digests')
    .values({
      id: digest.id,
      channel_id: digest.channel,
      local_date: digest.date,
      kind: digest.kind,
      body: storableJson(digest),
      composed_at: digest.composedAt,
    })
    .onConflict((conflict) => conflict.columns(['channel_id', 'local_date']).where('kind', '=', 'morning').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** @param date the channel's own calendar day. */
export async function hasMorning(db: Database, channel: ChannelId, date: string): Promise<boolean> {
  const row = await db
    .selectFrom('digests')
    .select('id')
    .where('channel_id', '=', channel)
    .where('local_date', '=', date)
    .where('kind', '=', 'morning')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findDigest(db: Database, id: DigestId): Promise<Digest | null> {
  const row = await db.selectFrom('digests').select('body').where('id', '=', id).executeTakeFirst();
  return row?.body ?? null;
}

/** The channel's last digests, newest first. */
export async function lastDigests(db: Database, channel: ChannelId, since: Date, limit = 1): Promise<Digest[]> {
  const rows = await db
    .selectFrom('digests')
    .select('body')
    .where('channel_id', '=', channel)
    .where('composed_at', '>', since)
    .orderBy('composed_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ body }) => body);
}
