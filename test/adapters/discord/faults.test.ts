/** Deliveries on Discord through lost answers, cut connections, 5xx and 429, at random: each stands exactly once. */
import { expect } from 'vitest';
import type { ChannelId, DeliveryId } from '../../../src/model.ts';
import { ensureChannel } from '../../../src/store/channels.ts';
import { aDigest, partIds } from '../../support/builders.ts';
import { openDigest, postThroughFaults } from '../../support/deliveries.ts';
import { storeTest } from '../../support/store.ts';
import type { Trouble } from './counterpart.ts';
import { aBench, discordChannel } from './support.ts';

const troubles: Trouble[] = [
  { kind: 'lost' },
  { kind: 'dropped' },
  { kind: 'status', status: 502, done: true },
  { kind: 'status', status: 503, done: false },
  { kind: 'page', status: 403 },
  { kind: 'limited', seconds: 20 },
  { kind: 'limited', seconds: 2, global: true },
];

storeTest('every digest stands once, whatever Discord loses', { timeout: 60_000 }, async ({ db }) => {
  let clock = Date.now();
  const now = () => new Date(clock);
  const bench = await aBench({ now, started: false });
  const other = await aBench({ now, started: false, discord: bench.discord });
  // The clock stands still within a round, so nobody waits for a turn.
  const processes = [bench, other].map(({ adapter }) => ({ ...adapter, pace: { channelMs: 0, workspaceMs: 0 } }));
  const deliveries: DeliveryId[] = [];
  let expected = 0;
  for (let n = 0; n < 20; n++) {
    // A server each, so that none is held back for another; the channel has its server's id, as the oldest ones do.
    const text = String(700_000_000_000_000_000n + BigInt(n));
    const id = `discord:${text}/${text}` as ChannelId;
    bench.discord.channels.set(text, { id: text, type: 0, guild_id: text, permission_overwrites: [] });
    await ensureChannel(db, { id, name: null, language: 'en', zone: 'UTC', createdBy: null });
    const digest = aDigest({ channel: id, stories: 2, composedAt: now().toISOString() });
    const parts = bench.adapter.render(digest, discordChannel({ id, layout: 'cards' }), partIds());
    deliveries.push(await openDigest(db, id, parts));
    expected += parts.length;
    const post = new RegExp(`^POST /channels/${text}/messages`);
    for (const trouble of [troubles[n % 9], troubles[n % 11]]) if (trouble) bench.discord.next(post, trouble);
    if (n % 5 === 0) bench.discord.next(new RegExp(`^GET /channels/${text}/messages`), { kind: 'dropped' });
  }

  const wait = () => {
    clock += 60_000;
  };
  const states = await postThroughFaults({ db, deliveries, processes, now, wait, rounds: 60 });
  expect(states).toEqual(deliveries.map(() => 'posted'));
  expect(bench.discord.messages).toHaveLength(expected);
  const remembered = await db.selectFrom('messages').select('id').execute();
  const posted = bench.discord.messages.map(({ channel_id, id }) => `discord:${channel_id}/${channel_id}/${id}`);
  expect(remembered.map(({ id }) => id).sort()).toEqual(posted.sort());
  await Promise.all([bench.close(), other.adapter.stop()]);
});
