/** Deliveries on LINE through lost answers, cut connections, 5xx and 429, at random: each stands exactly once. */
import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { postDelivery } from '../../../src/delivery.ts';
import type { ChannelId, DeliveryId } from '../../../src/model.ts';
import { createSeal } from '../../../src/seal.ts';
import { ensureChannel } from '../../../src/store/channels.ts';
import { deliveryState, openDelivery } from '../../../src/store/deliveries.ts';
import { aDigest, partIds } from '../../support/builders.ts';
import { storeTest } from '../../support/store.ts';
import type { Trouble } from './counterpart.ts';
import { aBench, lineChannel } from './support.ts';

const troubles: Trouble[] = [
  { kind: 'lost' },
  { kind: 'lost' },
  { kind: 'dropped' },
  { kind: 'status', status: 500, body: { message: 'Internal error' } },
  { kind: 'status', status: 429, body: { message: 'The API rate limit has been exceeded. Try again later.' } },
];

storeTest('every digest stands once, whatever LINE loses', { timeout: 60_000 }, async ({ db }) => {
  let clock = Date.now();
  const now = () => new Date(clock);
  const { line, adapter, close } = await aBench({ now });
  const deps = { db, seal: createSeal(randomBytes(32).toString('base64url')), now, onTrouble: () => {} };
  const deliveries: DeliveryId[] = [];
  for (let n = 0; n < 40; n++) {
    const id = `line:user/U${n.toString(16).padStart(32, '0')}` as ChannelId;
    await ensureChannel(db, { id, name: null, language: 'ja', zone: 'Asia/Tokyo', createdBy: null });
    const digest = aDigest({ channel: id, stories: 2, composedAt: now().toISOString() });
    const parts = adapter.render(digest, lineChannel({ id }), partIds());
    const delivery = randomUUID() as DeliveryId;
    await openDelivery(db, {
      id: delivery,
      channel: id,
      kind: 'digest',
      digest: null,
      inbound: null,
      replyTo: null,
      thread: null,
      parts,
    });
    deliveries.push(delivery);
    // About two in three meet trouble, some of them twice.
    for (const trouble of [troubles[n % 7], troubles[n % 11]]) if (trouble) line.next('/v2/bot/message/push', trouble);
  }

  const isOpen = async (id: DeliveryId) => (await deliveryState(db, id)) === 'open';
  for (let round = 0; round < 30; round++) {
    // Two workers at once, as after a job that was told twice.
    await Promise.all(deliveries.flatMap((id) => [1, 2].map(() => postDelivery(id, adapter, deps).catch(() => {}))));
    clock += 40_000;
    if (!(await Promise.all(deliveries.map(isOpen))).includes(true)) break;
  }

  expect(await Promise.all(deliveries.map((id) => deliveryState(db, id)))).toEqual(deliveries.map(() => 'posted'));
  expect(line.posted).toHaveLength(40);
  expect(new Set(line.posted.map(({ to }) => to)).size).toBe(40);
  expect(line.calls.length).toBeGreaterThan(55);
  const remembered = await db.selectFrom('messages').select('id').execute();
  expect(remembered.map(({ id }) => id).sort()).toEqual(line.posted.map(({ id }) => `line:${id}`).sort());
  await close();
});
