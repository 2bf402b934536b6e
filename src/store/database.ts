import { readdir } from 'node:fs/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

// pg's defaults lose what we need: a date becomes local midnight, a bigint a string.
const textDate = (value: string) => value;
pg.types.setTypeParser(pg.types.builtins.DATE, textDate);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Connects to PostgreSQL; nothing is asked of it yet. `max` bounds this pool's connections. */
export function openDatabase(url: string, max = 8): { db: Database; pool: pg.Pool } {
  // One connection listens and is silent for hours: what forgets silent connections on the way must not, or be noticed.
  const alive = { keepAlive: true, keepAliveInitialDelayMillis: 30_000 };
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'tidings', ...alive });
  // An idle connection that breaks (server restart) is replaced at the next query; unheard, it would end the process.
  pool.on('error', () => {});
  return { db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }), pool };
}

/**
 * Applies the numbered migrations that are missing. Safely done by several processes at once: Kysely's migrator
 * holds a lock in the database.
 *
 * @throws the first migration's error; what came before it stays applied.
 */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations }, allowUnorderedMigrations: true });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const folder = new URL('./migrations/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.*\.ts$/.test(name)).sort();
  const modules = await Promise.all(
    names.map(async (name) => [name.slice(0, -3), await import(new URL(name, folder).href)]),
  );
  return Object.fromEntries(modules);
}

/** `slack:T1/C2` is of `slack`. */
export function isOfPlatform(platforms: string[]) {
  return sql<boolean>`split_part(channel_id, ':', 1) = any(${platforms})`;
}

/**
 * When a row that waits is woken again, should nobody have come to it: after ten seconds at first, after five minutes
 * at most.
 *
 * @param since the column that says since when it waits.
 */
export function wakeAgain(since: 'created_at' | 'received_at', now: Date) {
  const waited = sql`(${now}::timestamptz - ${sql.ref(since)})`;
  return sql<Date>`${now}::timestamptz + least(interval '5 minutes', greatest(interval '10 seconds', ${waited} / 4))`;
}

/** Is the server there? For health checks and doctor. */
export async function ping(db: Database): Promise<void> {
  await sql`select 1`.execute(db);
}
