/** A channel's settings and its schedule, changed together: whoever moves the hour moves the next digest. */
import { nextDigestAt } from './digest/due.ts';
import type { Channel, ChannelId } from './model.ts';
import { type ChannelChange, changeChannel, planDigest } from './store/channels.ts';
import type { Database } from './store/database.ts';
import { subscriptionsOf } from './store/subscriptions.ts';

/** @returns the channel as it is now, and when its next digest comes; null while it is paused or follows nothing. */
export async function changeSettings(
  db: Database,
  id: ChannelId,
  change: ChannelChange,
  now: Date,
): Promise<{ channel: Channel; next: Date | null }> {
  const channel = await changeChannel(db, id, change);
  return { channel, next: await planNext(db, channel, now) };
}

/**
 * Puts the next digest where the settings say. A channel that follows nothing has none.
 *
 * @param after the digest that the next one follows: should somebody have moved it meanwhile, theirs holds.
 */
export async function planNext(db: Database, channel: Channel, now: Date, after?: Date): Promise<Date | null> {
  const follows =
    channel.state === 'active' && channel.days.length > 0 && (await subscriptionsOf(db, channel.id)).length > 0;
  const next = follows ? nextDigestAt(channel, now) : null;
  await planDigest(db, channel.id, next, after);
  return next;
}
