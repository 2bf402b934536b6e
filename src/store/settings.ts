import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Small values of the installation: its secret, its web token, what was last done. */
export async function getSetting<T>(db: Database, key: string): Promise<T | null> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
  return row === undefined ? null : (row.value as T);
}

export async function setSetting(db: Database, key: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  await db
    .insertInto('settings')
    .values({ key, value: json })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json }))
    .execute();
}

/** A number that all processes add to. */
export async function addToSum(db: Database, key: string, count: number): Promise<void> {
  const sum = sql<string>`to_jsonb((settings.value #>> '{}')::bigint + ${count}::bigint)`;
  await db
    .insertInto('settings')
    .values({ key, value: JSON.stringify(count) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: sum }))
    .execute();
}

export async function deleteSetting(db: Database, key: string): Promise<void> {
  await db.deleteFrom('settings').where('key', '=', key).execute();
}

/** Made once for the installation, by whichever process asks first. @returns 256 random bits, base64url. */
export async function madeOnce(db: Database, key: string): Promise<string> {
  const fresh = JSON.stringify(randomBytes(32).toString('base64url'));
  await db
    .insertInto('settings')
    .values({ key, value: fresh })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return (await getSetting<string>(db, key)) as string;
}

/**
 * True for one caller in every `everySeconds`, whichever process it is in: what is to be done once an hour is asked
 * for by every scheduler.
 */
export async function takeTurn(db: Database, key: string, everySeconds: number, now: Date): Promise<boolean> {
  const next = new Date(now.getTime() + everySeconds * 1000);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('limits')
    .values({ scope: key, until: next })
    .onConflict((conflict) => conflict.column('scope').doUpdateSet({ until: next }).where('limits.until', '<=', now))
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
