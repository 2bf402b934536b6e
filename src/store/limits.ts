/** Waiting times and daily counts, as rows: every process keeps to the same ones. */
import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Takes the next slot of each scope (a channel, a workspace), `spacingMs` apart.
 *
 * @returns 0 when all were free and are now taken, else the milliseconds until they may be.
 */
export async function takeSlots(
  db: Database,
  scopes: { scope: string; spacingMs: number }[],
  now: Date,
): Promise<number> {
  const names = scopes.map(({ scope }) => scope);
  const spaced = scopes.filter(({ spacingMs }) => spacingMs > 0).sort((a, b) => (a.scope < b.scope ? -1 : 1));
  return db.transaction().execute(async (trx) => {
    if (spaced.length > 0) await makeSure(trx, spaced, now);
    const rows = await trx
      .selectFrom('limits')
      .selectAll()
      .where('scope', 'in', names)
      .orderBy('scope')
      .forUpdate()
      .execute();
    const wait = Math.max(0, ...rows.map(({ until }) => until.getTime() - now.getTime()));
    if (wait > 0) return wait;
    for (const { scope, spacingMs } of spaced) {
      const until = new Date(now.getTime() + spacingMs);
      await trx.updateTable('limits').set({ until }).where('scope', '=', scope).execute();
    }
    return 0;
  });
}

/** A row that is not there cannot be locked: of those that come first together only one may find the scope free. */
async function makeSure(trx: Database, scopes: { scope: string }[], now: Date): Promise<void> {
  await trx
    .insertInto('limits')
    .values(scopes.map(({ scope }) => ({ scope, until: now })))
    .onConflict((conflict) => conflict.column('scope').doNothing())
    .execute();
}

/** Nothing goes to this scope before `until`: the platform asked for it. */
export async function pauseScope(db: Database, scope: string, until: Date): Promise<void> {
  await db
    .insertInto('limits')
    .values({ scope, until })
    .onConflict((conflict) =>
      conflict.column('scope').doUpdateSet({ until: sql`greatest(limits.until, excluded.until)` }),
    )
    .execute();
}

/** Counts one more for the day. @returns the count, this one included. */
export async function countUp(db: Database, scope: string, day: string): Promise<number> {
  const { n } = await db
    .insertInto('counts')
    .values({ scope, day, n: 1 })
    .onConflict((conflict) => conflict.columns(['scope', 'day']).doUpdateSet({ n: sql`counts.n + 1` }))
    .returning('n')
    .executeTakeFirstOrThrow();
  return n;
}

/** Something that a channel is told once. @returns true for the one that tells. */
export async function tellOnce(db: Database, channel: string, key: string): Promise<boolean> {
  const row = await db
    .insertInto('told')
    .values({ channel_id: channel, key })
    .onConflict((conflict) => conflict.columns(['channel_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
}
