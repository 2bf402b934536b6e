import { postDelivery } from '../src/delivery.ts';
import type { ChannelId, DeliveryId } from '../src/model.ts';
import type { JobDeps } from './deps.ts';
import type { Queues } from './queues.ts';

/** Posts what is left of a delivery. */
export async function runPostDelivery(
  { delivery }: { delivery: DeliveryId },
  platform: string,
  deps: JobDeps,
): Promise<void> {
  const adapter = deps.adapterOf(platform);
  if (adapter !== null) await postDelivery(delivery, adapter, deps.delivery);
}

/** Answers go before digests. */
const priorities = { reply: 1, notice: 5, digest: 10 };

export async function wakePost(
  delivery: DeliveryId,
  channel: ChannelId,
  queues: Queues,
  { kind = 'digest', delayMs = 0 }: { kind?: keyof typeof priorities; delayMs?: number } = {},
): Promise<void> {
  const platform = channel.slice(0, channel.indexOf(':'));
  await queues.add(`post-${platform}`, 'post-delivery', { delivery }, { priority: priorities[kind], delay: delayMs });
}
