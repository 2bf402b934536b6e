/** Feeds that fail while somebody follows them by name. */
import { sql } from 'kysely';
import type { ChannelId } from '../model.ts';
import type { Database } from './database.ts';

export interface FailingFeed {
  id: number;
  name: string;
  url: string;
  homepage: string | null;
  since: Date;
  code: string | null;
  status: number | null;
  reason: string | null;
  retired: boolean;
  /** A feed of the same site that works. */
  replacement: string | null;
  /** It was looked for; '' in the row says that there is none. */
  searched: boolean;
  channels: ChannelId[];
}

/** Retired ones, and those that have failed since before `before`, with the channels that follow them by name. */
export async function failingFollowedFeeds(db: Database, before: Date): Promise<FailingFeed[]> {
  const failing = await sql<FailingFeed>`
    select feeds.id, feeds.name, feeds.url, feeds.homepage, failing_since as since, failure_code as code, failure_status as status,
      failure_reason as reason, feeds.state = 'retired' as retired, nullif(replacement, '') as replacement,
      replacement is not null as searched, array_agg(distinct subscriptions.channel_id) as channels
    from feeds join subscriptions on subscriptions.kind = 'feed' and subscriptions.value = feeds.id::text
    where failing_since is not null and (feeds.state = 'retired' or (feeds.state = 'active' and failing_since <= ${before}))
    group by feeds.id
    order by feeds.id`.execute(db);
  return failing.rows;
}

export async function recordReplacement(db: Database, feed: number, url: string | null): Promise<void> {
  await db
    .updateTable('feeds')
    .set({ replacement: url ?? '' })
    .where('id', '=', feed)
    .execute();
}
