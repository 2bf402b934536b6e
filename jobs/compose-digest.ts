import { planNext } from '../src/channel.ts';
import { content, paragraph } from '../src/content.ts';
import { composeDigest } from '../src/digest/compose.ts';
import { isTooLate, localDate } from '../src/digest/due.ts';
import { keepWithinPlan } from '../src/digest/plan.ts';
import type { Channel, ChannelId } from '../src/model.ts';
import { openNotice } from '../src/notice.ts';
import { findChannel, mayTellOfEmpty, noteSkipped, plannedDigest } from '../src/store/channels.ts';
import { wordsFor } from '../src/words/words.ts';
import type { JobDeps } from './deps.ts';
import { wakePost } from './post-delivery.ts';

/** At the channel's hour: composes and freezes its digest, opens the delivery, plans the next. */
export async function runComposeDigest({ channel: id }: { channel: ChannelId }, deps: JobDeps): Promise<void> {
  const { db, now, log } = deps;
  const [channel, dueAt] = await Promise.all([findChannel(db, id), plannedDigest(db, id)]);
  if (channel === null || channel.state !== 'active' || dueAt === null || dueAt > now()) return;
  if (isTooLate(dueAt, now())) {
    log.warn({ channel: id, dueAt }, 'digest skipped: too late');
    await noteSkipped(db, id, dueAt);
  } else {
    const delivery = (await isWithinPlan(channel, dueAt, deps))
      ? ((await composeDigest(channel, 'morning', null, deps.compose)) ?? (await tellOfEmpty(channel, deps)))
      : null;
    if (delivery !== null) await wakePost(delivery, id, deps.queues);
    log.info({ channel: id, delivery, lateMs: now().getTime() - dueAt.getTime() }, 'digest composed');
  }
  await planNext(db, channel, now());
}

/** Where posting costs, the schedule may have come down to fewer days: told once, when it does. */
async function isWithinPlan(channel: Channel, dueAt: Date, { db, queues, adapterOf }: JobDeps): Promise<boolean> {
  const adapter = adapterOf(channel.platform);
  const { postsToday, notice } = await keepWithinPlan(channel, localDate(dueAt, channel.zone), adapter, db);
  if (notice !== null) await wakePost(await openNotice(db, channel.id, notice), channel.id, queues, { kind: 'notice' });
  return postsToday;
}

/** An empty morning posts nothing; once a week it says so. */
async function tellOfEmpty(channel: Channel, { db, now }: JobDeps) {
  if (!(await mayTellOfEmpty(db, channel.id, now()))) return null;
  return openNotice(db, channel.id, content([paragraph(wordsFor(channel.language).digest.empty)]));
}
