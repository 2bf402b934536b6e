/** Deliveries on Slack through lost answers, cut connections, 5xx and 429, at random: each stands exactly once. */
import { expect } from 'vitest';
import type { ChannelId, DeliveryId } from '../../../src/model.ts';
import { ensureChannel } from '../../../src/store/channels.ts';
import { aDigest, partIds } from '../../support/builders.ts';
import { openDigest, postThroughFaults } from '../../support/deliveries.ts';
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
  const deliveries: DeliveryId[] = [];
  for (let n = 0; n < 30; n++) {
    // A workspace each, so that none is held back for another.
    const id = `slack:T${n}/C${n}` as ChannelId;
    bench.slack.channels.set(`C${n}`, { id: `C${n}`, is_member: true });
    await ensureChannel(db, { id, name: null, language: 'en', zone: 'UTC', createdBy: null });
    const digest = aDigest({ channel: id, stories: 2, composedAt: now().toISOString() });
    const parts = bench.adapter.render(digest, slackChannel({ id, layout: 'cards' }), partIds());
    deliveries.push(await openDigest(db, id, parts));
    for (const trouble of [troubles[n % 11], troubles[n % 13]])
      if (trouble) bench.slack.next('chat.postMessage', trouble);
    if (n % 5 === 0) bench.slack.next('conversations.history', { kind: 'limited', seconds: 10 });
  }

  const wait = () => {
    clock += 60_000;
  };
  const states = await postThroughFaults({ db, deliveries, processes, now, wait, rounds: 60 });
  expect(states).toEqual(deliveries.map(() => 'posted'));
  const standing = bench.slack.messages.map(({ metadata }) => metadata.event_payload.part);
  const parts = await db.selectFrom('parts').select('id').execute();
  expect(standing.sort()).toEqual(parts.map(({ id }) => id).sort());
  const remembered = await db.selectFrom('messages').select('id').execute();
  const posted = bench.slack.messages.map(({ channel, ts }) => `slack:${channel.replace('C', 'T')}/${channel}/${ts}`);
  expect(remembered.map(({ id }) => id).sort()).toEqual(posted.sort());
  await Promise.all([bench.close(), other.close()]);
});
