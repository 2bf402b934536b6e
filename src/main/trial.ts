/**
 * The first minute of a newcomer: a channel of the web chat that is subscribed already, real news where the network
 * lets us, else the samples. The two never mix: samples go as soon as a real feed was read or a platform is on.
 */
import { sql } from 'kysely';
import { planNext } from '../channel.ts';
import type { FeedId, Language } from '../model.ts';
import { sampleFeeds } from '../samples/site.ts';
import { ensureChannel } from '../store/channels.ts';
import type { Database } from '../store/database.ts';
import { subscribe } from '../store/subscriptions.ts';
import { homeChannel } from '../web/chat.ts';

/** What the trial's channel follows: broad enough for a full digest, narrow enough to be somebody's. */
const trialTopics = ['ai', 'llm', 'ai-safety', 'robotics', 'chips', 'cybersecurity', 'science'];

export async function ensureHome(
  db: Database,
  topics: { id: string; labels: Record<string, string> }[],
  defaults: { language: Language; zone: string },
  now: Date,
): Promise<boolean> {
  const { channel, isNew } = await ensureChannel(db, { id: homeChannel, name: null, ...defaults, createdBy: null });
  if (!isNew) return false;
  const wanted = topics.filter(({ id }) => trialTopics.includes(id));
  await subscribe(
    db,
    channel.id,
    wanted.map(({ id, labels }) => ({ kind: 'topic', value: id, label: labels[defaults.language] ?? labels.en ?? id })),
  );
  await planNext(db, channel, now);
  return true;
}

export async function anyRealFeedRead(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('feeds')
    .select('id')
    .where('sample', '=', false)
    .where('last_success_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The sample feeds join the others; what the web channels get from now on is marked. @returns the feeds, due now. */
export async function bringSamples(db: Database, origin: string): Promise<FeedId[]> {
  const rows = sampleFeeds(origin).map((feed) => ({
    ...feed,
    sample: true,
    state: 'active' as const,
    interval_seconds: 3_600,
  }));
  await db.deleteFrom('feeds').where('sample', '=', true).where('url', 'not like', `${origin}/%`).execute();
  await db.updateTable('channels').set({ sample: true }).where('platform', '=', 'web').execute();
  const feeds = await db
    .insertInto('feeds')
    .values(rows)
    .onConflict((conflict) => conflict.column('url').doUpdateSet({ next_poll_at: new Date() }))
    .returning('id')
    .execute();
  return feeds.map(({ id }) => id as FeedId);
}

/** Everything that came from samples goes, also from the chats. */
export async function dropSamples(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`delete from web_messages where part_id in (
      select p.id from parts p join deliveries d on d.id = p.delivery_id join digests g on g.id = d.digest_id where (g.body->>'sample')::boolean)`.execute(
      trx,
    );
    await sql`delete from digests where (body->>'sample')::boolean`.execute(trx);
    await trx
      .deleteFrom('turns')
      .where('story_id', 'in', trx.selectFrom('stories').select('id').where('sample', '=', true))
      .execute();
    await trx.deleteFrom('feeds').where('sample', '=', true).execute();
    await trx.deleteFrom('articles').where('sample', '=', true).execute();
    await trx.updateTable('stories').set({ merged_into: null }).where('sample', '=', true).execute();
    await trx.deleteFrom('stories').where('sample', '=', true).execute();
    await trx.updateTable('channels').set({ sample: false }).where('sample', '=', true).execute();
  });
}
