import { type Kysely, sql } from 'kysely';

/** Since when a channel is closed to us, and whether it was paused then: so it opens again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table channels
    add column closed_at timestamptz,
    add column paused_before boolean not null default false`.execute(db);
  await sql`update channels set closed_at = now() where state = 'closed'`.execute(db);
}
