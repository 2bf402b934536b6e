import { type Kysely, sql } from 'kysely';

/** Money set aside for requests to a language model that are under way, a row each; see src/store/reservations.ts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table model_reservations (
        id bigint generated always as identity primary key,
        micros bigint not null,
        expires_at timestamptz not null
      )`,
    )
    .execute(db);
}
