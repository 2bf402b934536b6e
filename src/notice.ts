import { randomUUID } from 'node:crypto';
import type { Content } from './content.ts';
import type { ChannelId, DeliveryId } from './model.ts';
import type { Database } from './store/database.ts';
import { openDelivery } from './store/deliveries.ts';

/** Something that we tell a channel unasked. @returns the delivery to post. */
export async function openNotice(db: Database, channel: ChannelId, content: Content): Promise<DeliveryId> {
  const id = randomUUID() as unknown as DeliveryId;
  await openDelivery(db, {
    id,
    channel,
    kind: 'notice',
    digest: null,
    inbound: null,
    replyTo: null,
    thread: null,
    parts: [{ payload: content, about: [null] }],
  });
  return id;
}
