/**
 * Money set aside for requests to a language model that are under way: a row each, so that all processes together keep
 * to one day's sum. A row lapses, so that a killed process holds nothing back.
 */
import { sql } from 'kysely';
import type { Database } from './database.ts';

export interface Reservation {
  /** UTC, `YYYY-MM-DD`. */
  day: string;
  /** Micro-dollars: what the request may cost at most. */
  micros: number;
  /** Micro-dollars of that day that may be spent and set aside in all. */
  limitMicros: number;
  /** After which the row lapses. */
  seconds: number;
}

/** @returns the row's id; null when the limit does not allow it. One at a time, whichever process asks. */
export async function reserve(
  db: Database,
  { day, micros, limitMicros, seconds }: Reservation,
): Promise<number | null> {
  return db.transaction().execute(async (trx) => {
    // The lock comes in a statement of its own: the sum must see what the one before has written.
    await sql`select pg_advisory_xact_lock(hashtext('model_reservations'))`.execute(trx);
    const { rows } = await sql<{ id: number }>`
      insert into model_reservations (micros, expires_at)
      select ${micros}::bigint, now() + make_interval(secs => ${seconds})
      where ${committedOn(day)} + ${micros} <= ${limitMicros}
      returning id`.execute(trx);
    return rows[0]?.id ?? null;
  });
}

/** The request was never answered, or never asked. */
export async function release(db: Database, id: number): Promise<void> {
  await db.deleteFrom('model_reservations').where('id', '=', id).execute();
}

/** Micro-dollars that are spent that day, or set aside by any process. */
export async function committedMicros(db: Database, day: string): Promise<number> {
  const { rows } = await sql<{ sum: number }>`select ${committedOn(day)} as sum`.execute(db);
  return rows[0]!.sum;
}

function committedOn(day: string) {
  return sql<number>`(
    (select coalesce(sum(cost_micros), 0) from usage where day = ${day}) +
    (select coalesce(sum(micros), 0) from model_reservations where expires_at > now())
  )::bigint`;
}

/** Rows that processes left behind when they were killed. */
export async function sweepReservations(db: Database): Promise<void> {
  await db.deleteFrom('model_reservations').where('expires_at', '<', sql<Date>`now()`).execute();
}
