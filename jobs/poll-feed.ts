import { pollFeed } from '../src/feed/poll.ts';
import type { FeedId } from '../src/model.ts';
import type { JobDeps } from './deps.ts';
import { wakePlacing } from './place-articles.ts';

/** Reads one feed; what is new in it is placed into stories next. */
export async function runPollFeed({ feed }: { feed: FeedId }, deps: JobDeps): Promise<void> {
  const outcome = await pollFeed(feed, deps.poll);
  if (outcome.articles.length > 0) await wakePlacing(deps.queues);
}
