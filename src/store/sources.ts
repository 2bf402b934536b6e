/** Feeds as people see them: found by name, listed, followed. Reading them is `store/feeds.ts`'s. */
import type { ChannelId } from '../model.ts';
import type { Database } from './database.ts';
import { pastedUrl } from './pasted.ts';
import { isTold } from './private-feeds.ts';

export interface Source {
  id: number;
  name: string;
  url: string;
  homepage: string | null;
  language: string | null;
  topics: string[];
  state: 'active' | 'off' | 'retired';
  lastSuccessAt: Date | null;
  failingSince: Date | null;
  failureReason: string | null;
}

function sources(db: Database) {
  return db
    .selectFrom('feeds')
    .select([
      'id',
      'name',
      'url',
      'homepage',
      'language',
      'topics',
      'state',
      'last_success_at as lastSuccessAt',
      'failing_since as failingSince',
      'failure_reason as failureReason',
    ]);
}

export async function findFeed(db: Database, id: number): Promise<Source | null> {
  return (await sources(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** By the feed's own address, or by the page that it belongs to. */
export async function findFeedByUrl(db: Database, url: string): Promise<Source | null> {
  const bare = url.replace(/\/+$/, '');
  return (
    (await sources(db)
      .where((or) => or.or([or('url', '=', url), or('url', '=', bare)]))
      .executeTakeFirst()) ?? null
  );
}

/** By its number, where this channel may hear of it. */
export async function findFeedFor(db: Database, id: number, channel: ChannelId): Promise<Source | null> {
  return (await sources(db).where('id', '=', id).where(isTold(channel)).executeTakeFirst()) ?? null;
}

/**
 * Sources whose name or home page holds every word; those that begin with them first. Samples are found in the trial only.
 *
 * @param channel who looks, where that is known: others' private sources are not told.
 */
export async function searchFeeds(
  db: Database,
  words: string,
  limit: number,
  channel: ChannelId | null,
): Promise<Source[]> {
  const each = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 6);
  return sources(db)
    .where(isTold(channel))
    .where('state', '!=', 'retired')
    .where('url', '!=', pastedUrl)
    .where((eb) =>
      eb.and(each.map((word) => eb.or([eb('name', 'ilike', like(word)), eb('homepage', 'ilike', like(word))]))),
    )
    .orderBy((eb) => eb('name', 'ilike', `${escapeLike(words)}%`), 'desc')
    .orderBy((eb) => eb('state', '=', 'active'), 'desc')
    .orderBy((eb) => eb.fn('length', ['name']))
    .limit(limit)
    .execute();
}

function like(word: string): string {
  return `%${escapeLike(word)}%`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** Sources that answered within a day, and those that do not answer now. */
export async function countSources(db: Database, sample: boolean): Promise<{ read: number; failing: number }> {
  return db
    .selectFrom('feeds')
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere('failing_since', 'is', null)
        .filterWhere('last_success_at', 'is not', null)
        .as('read'),
      eb.fn.count<number>('failing_since').as('failing'),
    ])
    .where('state', '=', 'active')
    .where('sample', '=', sample)
    .executeTakeFirstOrThrow();
}

/** The sources that a channel's subscriptions draw from: those it follows by name, and those of its topics. */
export async function sourcesOf(db: Database, channel: ChannelId): Promise<Source[]> {
  return sources(db)
    .where('state', '=', 'active')
    .where(isTold(channel))
    .where('sample', '=', (eb) =>
      eb.selectFrom('channels').select('channels.sample').where('channels.id', '=', channel),
    )
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('subscriptions')
          .select('subscriptions.id')
          .where('channel_id', '=', channel)
          .where((or) =>
            or.or([
              or.and([
                or('subscriptions.kind', '=', 'feed'),
                or('subscriptions.value', '=', or.cast<string>('feeds.id', 'text')),
              ]),
              or.and([
                or('subscriptions.kind', '=', 'topic'),
                or('subscriptions.value', '=', or.fn.any('feeds.topics')),
              ]),
            ]),
          ),
      ),
    )
    .execute();
}

/** A feed that is followed is read, whatever it was before. */
export async function switchOn(db: Database, id: number): Promise<void> {
  await db
    .updateTable('feeds')
    .set({ state: 'active', operator_changed: true, next_poll_at: new Date(), failing_since: null, failures: 0 })
    .where('id', '=', id)
    .where('state', '!=', 'active')
    .execute();
}
