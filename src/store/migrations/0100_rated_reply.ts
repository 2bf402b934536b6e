import { type Kysely, sql } from 'kysely';

/** Which reply a turn's answer went out with: a rating names it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table turns add column delivery_id uuid`.execute(db);
}
