import type { FeedId } from '../model.ts';
import type { Database } from '../store/database.ts';
import { claimFeeds } from '../store/feeds.ts';

const claimSeconds = 120;
/** Never a burst to one host: the others of it wait for the next tick. */
const feedsPerHost = 2;

export type WhichFeeds = 'samples' | 'real' | 'both';

/**
 * Takes up to `limit` feeds that are due, the longest waiting first. A feed that was taken is nobody else's for two
 * minutes, or until its poll is recorded: schedulers may come as many and as late as they like.
 */
export function claimDueFeeds(db: Database, now: Date, limit: number, which: WhichFeeds = 'both'): Promise<FeedId[]> {
  const sample = which === 'both' ? null : which === 'samples';
  return claimFeeds(db, { now, limit, sample, perHost: feedsPerHost, seconds: claimSeconds });
}
