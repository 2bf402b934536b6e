/** Deliveries on Slack through lost answers, cut connections, 5xx and 429, at random: each stands exactly once. */
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
import { aBench, slackChannel } from './support.ts';

const troubles: Trouble[] = [
  { kind: 'lost' },
  { kind: 'cut' },
  { kind: 'dropped' },
  { kind: 'status', status: 502, done: true },
  { kind: 'status', status: 503, done: false },
  { kind: 'status', status: 403, done: false },
  { kind: 'limited', seconds: 20 },
  { kind: 'error', error: 'internal_error' },
  { kind: 'error', error: 'ratelimited' },
];

storeTest('every digest stands once, whatever Slack loses', { timeout: 60_000 }, async ({ db }) => {
  let clock = Date.now();
  const now = () => new Date(clock);
  const bench = await aBench({ now, started: false });
  const other = await aBench({ now, started: false, apiUrl: bench.slack.apiUrl });
  // The clock stands still within a round, so nobody waits for a turn.
  const processes = [bench, other].map(({ adapter }) => ({ ...adapter, pace: { channelMs: 0, workspaceMs: 0 } }));
  const deps = { db, seal: createSeal(randomBytes(32).toString('base64url')), now, onTrouble: () => {} };
  const deliveries: DeliveryId[] = [];
  for (let n = 0; n < 30; n++) {
    // A workspace each, so that none is held back for another.
    const id = `slack:T${n}/C${n}` as ChannelId;
    bench.slack.channels.set(`C${n}`, { id: `C${n}`, is_member: true });
    await ensureChannel(db, { id, name: null, language: 'en', zone: 'UTC', createdBy: null });
    const digest = aDigest({ channel: id, stories: 2, composedAt: now().toISOString() });
    const parts = bench.adapter.render(digest, slackChannel({ id, layout: 'cards' }), partIds());
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
    for (const trouble of [troubles[n % 11], troubles[n % 13]])
      if (trouble) bench.slack.next('chat.postMessage', trouble);
    if (n % 5 === 0) bench.slack.next('conversations.history', { kind: 'limited', seconds: 10 });
  }

  const isOpen = async (id: DeliveryId) => (await deliveryState(db, id)) === 'open';
  for (let round = 0; round < 60; round++) {
    // Two processes at once, as after a job that was told twice.
    await Promise.all(
      deliveries.flatMap((id) => processes.map((adapter) => postDelivery(id, adapter, deps).catch(() => {}))),
    );
    clock += 60_000;
    if (!(await Promise.all(deliveries.map(isOpen))).includes(true)) break;
  }

  expect(await Promise.all(deliveries.map((id) => deliveryState(db, id)))).toEqual(deliveries.map(() => 'posted'));
  const standing = bench.slack.messages.map(({ metadata }) => metadata.event_payload.part);
  const parts = await db.selectFrom('parts').select('id').execute();
  expect(standing.sort()).toEqual(parts.map(({ id }) => id).sort());
  const remembered = await db.selectFrom('messages').select('id').execute();
  const posted = bench.slack.messages.map(({ channel, ts }) => `slack:${channel.replace('C', 'T')}/${channel}/${ts}`);
  expect(remembered.map(({ id }) => id).sort()).toEqual(posted.sort());
  await Promise.all([bench.close(), other.close()]);
});
