/**
 * The trial's first digest, which is there before anybody comes. Should its first reader speak another language it is
 * taken back, as if it had never been, and told anew.
 */
import PQueue from 'p-queue';
import { wakePost } from '../../jobs/post-delivery.ts';
import type { Queues } from '../../jobs/queues.ts';
import { planNext } from '../channel.ts';
import { type ComposeDeps, composeDigest } from '../digest/compose.ts';
import type { Channel, ChannelId, Digest } from '../model.ts';
import { findChannel } from '../store/channels.ts';
import type { Database } from '../store/database.ts';
import { deliveryState } from '../store/deliveries.ts';
import { lastDigests } from '../store/digests.ts';
import { forgetDelivered } from '../store/ledger.ts';
import { homeChannel } from '../web/chat.ts';

export interface FirstDigest {
  /** @returns true when the channel has a digest, or nobody waits for one. */
  ensure(enough: () => Promise<boolean>): Promise<boolean>;
  /** For the channel's first guest. */
  takeUp(channel: Channel): Promise<void>;
}

const dayMs = 24 * 3_600_000;

export function createFirstDigest(deps: ComposeDeps, queues: Pick<Queues, 'add'>): FirstDigest {
  const { db, now } = deps;
  // One after the other: what is being composed for nobody is there when a guest has it taken back.
  const turns = new PQueue({ concurrency: 1 });
  const tell = async (channel: Channel) => {
    const delivery = await composeDigest(channel, 'asked', null, deps);
    if (delivery !== null) await wakePost(delivery, channel.id, queues as Queues);
    return delivery !== null;
  };
  return {
    ensure: (enough) =>
      turns.add(async () => {
        const channel = await findChannel(db, homeChannel);
        if (channel === null) return true;
        if ((await lastDigests(db, channel.id, new Date(now().getTime() - dayMs))).length > 0) return true;
        return (await enough()) && tell(channel);
      }),
    takeUp: (channel) =>
      turns.add(async () => {
        await planNext(db, channel, now());
        const told = await lastDigests(db, channel.id, new Date(0), 400);
        if (!told.some(({ language }) => language !== channel.language)) return;
        await takeBack(channel.id, told, deps);
        await tell(channel);
      }),
  };
}

async function takeBack(channel: ChannelId, told: Digest[], { db, secret, now, candidates }: ComposeDeps) {
  await untilPosted(db, told);
  const stories = new Set(told.flatMap((digest) => digest.stories.map(({ story }) => story)));
  const recent = await candidates(new Date(now().getTime() - 2 * dayMs), told[0]?.sample ?? false);
  const had = recent.filter(({ story, former }) => [story, ...former].some((id) => stories.has(id)));
  await db.transaction().execute(async (trx) => {
    await forgetDelivered(trx, secret, channel, had);
    await trx.deleteFrom('web_messages').where('channel_id', '=', channel).where('author', '=', 'us').execute();
    await trx.deleteFrom('digests').where('channel_id', '=', channel).execute();
  });
}

/** What is being posted just now would stay. */
const postingMs = 3_000;

async function untilPosted(db: Database, told: Digest[]): Promise<void> {
  const deadline = Date.now() + postingMs;
  for (const { delivery } of told)
    while ((await deliveryState(db, delivery)) === 'open' && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 20));
}
