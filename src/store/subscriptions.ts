/** What a channel follows. */
import type { ChannelId, Subscription } from '../model.ts';
import type { Database } from './database.ts';

export async function subscriptionsOf(db: Database, channel: ChannelId): Promise<Subscription[]> {
  return db
    .selectFrom('subscriptions')
    .select(['kind', 'value', 'label'])
    .where('channel_id', '=', channel)
    .orderBy('id')
    .execute();
}

/** @returns those that are new; what was followed already is left out. */
export async function subscribe(db: Database, channel: ChannelId, wanted: Subscription[]): Promise<Subscription[]> {
  if (wanted.length === 0) return [];
  return db
    .insertInto('subscriptions')
    .values(wanted.map(({ kind, value, label }) => ({ channel_id: channel, kind, value, label })))
    .onConflict((conflict) => conflict.columns(['channel_id', 'kind', 'value']).doNothing())
    .returning(['kind', 'value', 'label'])
    .execute();
}

/** @returns true when it was followed. */
export async function unsubscribe(db: Database, channel: ChannelId, subscription: Subscription): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('subscriptions')
    .where('channel_id', '=', channel)
    .where('kind', '=', subscription.kind)
    .where('value', '=', subscription.value)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function unsubscribeAll(db: Database, channel: ChannelId): Promise<void> {
  await db.deleteFrom('subscriptions').where('channel_id', '=', channel).execute();
}
