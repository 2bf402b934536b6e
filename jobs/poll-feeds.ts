import { pollFeeds } from '../src/feed/poll.ts';
import type { FeedId } from '../src/model.ts';
import type { JobDeps } from './deps.ts';
import { wakePlacing } from './place-articles.ts';
import type { Queues } from './queues.ts';

/** Reads some feeds; what is new in them is placed into stories next. */
export async function runPollFeeds({ feeds }: { feeds: FeedId[] }, deps: JobDeps): Promise<void> {
  const outcomes = await pollFeeds(feeds, deps.poll);
  if (outcomes.some(({ articles }) => articles.length > 0)) await wakePlacing(deps.queues);
}

/** Feeds of one job share their statements; a slow one holds back only the few that came with it. */
export async function wakePolls(feeds: FeedId[], queues: Queues): Promise<void> {
  const jobs: { feeds: FeedId[] }[] = [];
  for (let at = 0; at < feeds.length; at += feedsAJob) jobs.push({ feeds: feeds.slice(at, at + feedsAJob) });
  await queues.addAll('feeds', 'poll-feeds', jobs);
}

const feedsAJob = 15;
