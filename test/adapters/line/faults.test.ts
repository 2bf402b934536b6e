/** Deliveries on LINE through lost answers, cut connections, 5xx and 429, at random: each stands exactly once. */
import { expect } from 'vitest';
import type { ChannelId, DeliveryId } from '../../../src/model.ts';
import { ensureChannel } from '../../../src/store/channels.ts';
import { aDigest, partIds } from '../../support/builders.ts';
import { openDigest, postThroughFaults } from '../../support/deliveries.ts';
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
  const deliveries: DeliveryId[] = [];
  for (let n = 0; n < 40; n++) {
    const id = `line:user/U${n.toString(16).padStart(32, '0')}` as ChannelId;
    await ensureChannel(db, { id, name: null, language: 'ja', zone: 'Asia/Tokyo', createdBy: null });
    const digest = aDigest({ channel: id, stories: 2, composedAt: now().toISOString() });
    const parts = adapter.render(digest, lineChannel({ id }), partIds());
    deliveries.push(await openDigest(db, id, parts));
    // About two in three meet trouble, some of them twice.
    for (const trouble of [troubles[n % 7], troubles[n % 11]]) if (trouble) line.next('/v2/bot/message/push', trouble);
  }

  const wait = () => {
    clock += 40_000;
  };
  const states = await postThroughFaults({ db, deliveries, processes: [adapter, adapter], now, wait, rounds: 30 });
  expect(states).toEqual(deliveries.map(() => 'posted'));
  expect(line.posted).toHaveLength(40);
  expect(new Set(line.posted.map(({ to }) => to)).size).toBe(40);
  expect(line.calls.length).toBeGreaterThan(55);
  const remembered = await db.selectFrom('messages').select('id').execute();
  expect(remembered.map(({ id }) => id).sort()).toEqual(line.posted.map(({ id }) => `line:${id}`).sort());
  await close();
});
