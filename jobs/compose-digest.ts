import type { Adapter } from '../src/adapter.ts';
import { planNext } from '../src/channel.ts';
import { content, saying } from '../src/content.ts';
import { composeDigest } from '../src/digest/compose.ts';
import { isTooLate, localDate } from '../src/digest/due.ts';
import { keepWithinPlan } from '../src/digest/plan.ts';
import type { Channel, ChannelId, DeliveryId } from '../src/model.ts';
import { openNotice } from '../src/notice.ts';
import { findChannel, mayTellOfEmpty, noteSkipped, plannedDigest } from '../src/store/channels.ts';
import { hasMorning } from '../src/store/digests.ts';
import { wordsFor } from '../src/words/words.ts';
import type { JobDeps } from './deps.ts';
import { wakePost } from './post-delivery.ts';

/** At the channel's hour: composes and freezes its digest, opens the delivery, plans the next. */
export async function runComposeDigest({ channel: id }: { channel: ChannelId }, deps: JobDeps): Promise<void> {
  const { db, now, log } = deps;
  const [channel, dueAt] = await Promise.all([findChannel(db, id), plannedDigest(db, id)]);
  if (channel === null || channel.state !== 'active' || dueAt === null || dueAt > now()) return;
  const adapter = deps.adapterOf(channel.platform);
  if (adapter === null) {
    log.warn({ channel: id }, 'digest skipped: its platform is not set up');
  } else if (isTooLate(dueAt, now())) {
    log.warn({ channel: id, dueAt }, 'digest skipped: too late');
    await noteSkipped(db, id, dueAt);
  } else {
    const date = localDate(dueAt, channel.zone);
    const delivery = (await isWithinPlan(channel, date, adapter, deps))
      ? await composeMorning(channel, date, deps)
      : null;
    if (delivery !== null) await wakePost(delivery, id, deps.queues);
    log.info({ channel: id, delivery, lateMs: now().getTime() - dueAt.getTime() }, 'digest composed');
  }
  await planNext(db, channel, now(), dueAt);
}

/** @returns the digest's delivery, or that of a word on an empty morning; null where there is nothing to post. */
async function composeMorning(channel: Channel, date: string, deps: JobDeps): Promise<DeliveryId | null> {
  const digest = await composeDigest(channel, 'morning', null, deps.compose, date);
  // Another job has composed it: the morning is not an empty one.
  if (digest !== null || (await hasMorning(deps.db, channel.id, date))) return digest;
  return tellOfEmpty(channel, deps);
}

/** Where posting costs, the schedule may have come down to fewer days: told once, when it does. */
async function isWithinPlan(
  channel: Channel,
  date: string,
  adapter: Adapter,
  { db, queues }: JobDeps,
): Promise<boolean> {
  const { postsToday, notice } = await keepWithinPlan(channel, date, adapter, db);
  if (notice !== null) await wakePost(notice, channel.id, queues, { kind: 'notice' });
  return postsToday;
}

/** An empty morning posts nothing; once a week it says so. */
async function tellOfEmpty(channel: Channel, { db, now }: JobDeps) {
  const words = content([saying(wordsFor(channel.language).digest.empty)]);
  return openNotice(db, channel.id, words, (trx) => mayTellOfEmpty(trx, channel.id, now()));
}
