/**
 * The tick: reads from rows what is due and wakes a job for it. Two schedulers, or a tick that comes late or twice,
 * change nothing: each row is claimed by one of them.
 */
import { claimDueFeeds } from '../src/feed/due.ts';
import { channelsDueWithin, claimDueChannels } from '../src/store/channels.ts';
import { wakeDeliveries } from '../src/store/deliveries.ts';
import { wakeInbound } from '../src/store/inbound.ts';
import { anyUnplaced } from '../src/store/placing.ts';
import { takeTurn } from '../src/store/settings.ts';
import type { JobDeps } from './deps.ts';
import { wakePlacing } from './place-articles.ts';
import { wakePolls } from './poll-feeds.ts';
import { wakePost } from './post-delivery.ts';

const feedsATick = 120;
const channelsATick = 500;
const strandedATick = 200;
/** Briefs are prepared this long before a channel's hour. */
const prepareMinutes = 10;
const sweepSeconds = 3_600;

export async function runTick(deps: JobDeps): Promise<void> {
  await Promise.all([
    wakeFeeds(deps),
    wakeDigests(deps),
    wakeStranded(deps),
    wakeUnplaced(deps),
    wakePreparing(deps),
    wakeSweep(deps),
  ]);
}

async function wakeFeeds({ db, queues, now, polls }: JobDeps): Promise<void> {
  const feeds = await claimDueFeeds(db, now(), feedsATick, polls());
  await wakePolls(feeds, queues);
}

async function wakeDigests({ db, queues, now }: JobDeps): Promise<void> {
  const channels = await claimDueChannels(db, now(), channelsATick);
  await queues.addAll(
    'digests',
    'compose-digest',
    channels.map((channel) => ({ channel })),
  );
}

async function wakeStranded({ db, queues, now, platforms }: JobDeps): Promise<void> {
  const inbound = await wakeInbound(db, now(), strandedATick, platforms);
  await queues.addAll(
    'inbound',
    'handle-inbound',
    inbound.map((id) => ({ inbound: id })),
  );
  for (const { id, channel, kind } of await wakeDeliveries(db, now(), strandedATick, platforms))
    await wakePost(id, channel, queues, { kind });
}

async function wakeUnplaced({ db, queues }: JobDeps): Promise<void> {
  if (await anyUnplaced(db)) await wakePlacing(queues);
}

async function wakePreparing({ db, queues, now, preparesBriefs }: JobDeps): Promise<void> {
  if (!preparesBriefs || !(await takeTurn(db, 'turn:prepare', 120, now()))) return;
  const channels = await channelsDueWithin(db, now(), prepareMinutes);
  await queues.addAll(
    'briefs',
    'prepare-briefs',
    channels.map((channel) => ({ channel })),
  );
}

async function wakeSweep({ db, queues, now }: JobDeps): Promise<void> {
  if (await takeTurn(db, 'turn:sweep', sweepSeconds, now())) await queues.add('sweep', 'sweep', {});
}
