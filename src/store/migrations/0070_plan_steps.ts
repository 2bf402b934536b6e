import { type Kysely, sql } from 'kysely';

/** What a channel's schedule is down to this month, where posting costs; see src/digest/allowance.ts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table channels add column plan_step jsonb`.execute(db);
}
