import { randomUUID } from 'node:crypto';
import type { Content } from './content.ts';
import type { ChannelId, DeliveryId } from './model.ts';
import type { Database } from './store/database.ts';
import { insertDelivery } from './store/deliveries.ts';

/**
 * Something that we tell a channel unasked.
 *
 * @param mark notes that it is told, in the same step, so that a killed process neither loses nor repeats it; false
 * where another has told.
 * @returns the delivery to post; null where another has told.
 */
export async function openNotice(
  db: Database,
  channel: ChannelId,
  content: Content,
  mark: (trx: Database) => Promise<boolean>,
): Promise<DeliveryId | null> {
  const id = randomUUID() as unknown as DeliveryId;
  const parts = [{ payload: content, about: [null] }];
  const unasked = { digest: null, inbound: null, replyTo: null, thread: null };
  const opened = await db.transaction().execute(async (trx) => {
    return (await mark(trx)) && (await insertDelivery(trx, { id, channel, kind: 'notice', ...unasked, parts }));
  });
  return opened ? id : null;
}
