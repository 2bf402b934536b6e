/** What is kept, and for how long. The ledger of what was delivered stays for ever: its marks lead back to nobody. */
import { sql } from 'kysely';
import { forgetLongClosed } from './channels.ts';
import type { Database } from './database.ts';
import { sweepReservations } from './reservations.ts';
import { sweepWebMessages } from './web-messages.ts';

const days = { articles: 90, talk: 30, digests: 90, entries: 400, closedChannels: 90, usage: 400 };

export interface Swept {
  articles: number;
  stories: number;
  talk: number;
}

/** Deletes what is over its time. Safe to do twice, and by two at once. */
export async function sweep(db: Database, now: Date): Promise<Swept> {
  const before = (count: number) => new Date(now.getTime() - count * 86_400_000);
  const articles = await gone(
    db
      .deleteFrom('articles')
      .where('published_at', '<', before(days.articles))
      .where('fetched_at', '<', before(2))
      .executeTakeFirst(),
  );
  const stories = await gone(
    db
      .deleteFrom('stories')
      .where('last_at', '<', before(days.articles))
      .where((eb) =>
        eb.not(
          eb.exists(eb.selectFrom('articles').select('articles.id').whereRef('articles.story_id', '=', 'stories.id')),
        ),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb.selectFrom('stories as former').select('former.id').whereRef('former.merged_into', '=', 'stories.id'),
          ),
        ),
      )
      .executeTakeFirst(),
  );
  const talk = await gone(db.deleteFrom('turns').where('asked_at', '<', before(days.talk)).executeTakeFirst());
  await db.deleteFrom('inbound').where('state', '=', 'done').where('received_at', '<', before(days.talk)).execute();
  await db.deleteFrom('digests').where('composed_at', '<', before(days.digests)).execute();
  await db.deleteFrom('deliveries').where('created_at', '<', before(days.digests)).execute();
  await db.deleteFrom('entries').where('first_seen_at', '<', before(days.entries)).execute();
  await db.deleteFrom('limits').where('until', '<', before(1)).execute();
  await sql`delete from counts where day < ${before(2).toISOString().slice(0, 10)}::date`.execute(db);
  await sql`delete from usage where day < ${before(days.usage).toISOString().slice(0, 10)}::date`.execute(db);
  await sweepReservations(db);
  await sweepWebMessages(db, now);
  await forgetLongClosed(db, before(days.closedChannels));
  return { articles, stories, talk };
}

async function gone(deleted: Promise<{ numDeletedRows: bigint }>): Promise<number> {
  return Number((await deleted).numDeletedRows);
}
