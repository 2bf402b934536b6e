import { type Kysely, sql } from 'kysely';

/** A brief that had to be an extract although a model is configured may be tried again after this instant. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table briefs add column rests_until timestamptz`).execute(db);
}
