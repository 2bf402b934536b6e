import { type Kysely, sql } from 'kysely';

/** Deleting a delivery or a feed looks for what refers to it: without an index through the whole table, once for each. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index messages_delivery on messages (delivery_id)`.execute(db);
  await sql`create index articles_feed on articles (feed_id)`.execute(db);
}
