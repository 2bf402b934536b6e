import { type Kysely, sql } from 'kysely';

/** Retries are counted beside the calls; a brief's row counts the attempts to have it written by a model. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table usage add column retries int not null default 0`).execute(db);
  await sql.raw(`alter table briefs add column attempts int not null default 0`).execute(db);
}
