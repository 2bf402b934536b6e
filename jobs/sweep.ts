import { content, saying } from '../src/content.ts';
import { failingFollowed } from '../src/feed/health.ts';
import { openNotice } from '../src/notice.ts';
import { findChannel } from '../src/store/channels.ts';
import { tellOnce } from '../src/store/limits.ts';
import { sweep } from '../src/store/sweep.ts';
import { wordsFor } from '../src/words/words.ts';
import type { JobDeps } from './deps.ts';
import { wakePost } from './post-delivery.ts';

/** Once an hour: what is over its time goes, and channels hear of sources that do not answer. */
export async function runSweep(deps: JobDeps): Promise<void> {
  const swept = await sweep(deps.db, deps.now());
  deps.log.info(swept, 'swept');
  await tellOfFailingFeeds(deps);
}

/** A channel is told once of each, after three days, with a replacement where one was found. */
async function tellOfFailingFeeds({ db, now, queues, poll }: JobDeps): Promise<void> {
  for (const { channel: id, feed, since, reason, replacement, retired } of await failingFollowed(db, now(), poll)) {
    const channel = await findChannel(db, id);
    const key = `${retired ? 'retired' : 'failing'}:${feed.id}:${since.toISOString()}`;
    if (channel === null || channel.state !== 'active') continue;
    const { notice } = wordsFor(channel.language);
    const lines = [
      retired ? notice.feedRetired(feed.name) : notice.feedFailing(feed.name, reason),
      ...(replacement ? [notice.feedReplacement(replacement)] : []),
    ];
    const words = content(lines.map((line) => saying(line)));
    const told = await openNotice(db, id, words, (trx) => tellOnce(trx, id, key));
    if (told !== null) await wakePost(told, id, queues, { kind: 'notice' });
  }
}
