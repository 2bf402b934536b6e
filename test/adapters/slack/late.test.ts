/** A post that Slack carries out after we have given it up, with two processes on one database. */
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { postNextPart } from '../../../src/delivery.ts';
import { createSeal } from '../../../src/seal.ts';
import { ensureChannel } from '../../../src/store/channels.ts';
import { deliveryState } from '../../../src/store/deliveries.ts';
import { aDigest, partIds } from '../../support/builders.ts';
import { openDigest } from '../../support/deliveries.ts';
import { storeTest } from '../../support/store.ts';
import { aBench, channel, slackChannel } from './support.ts';

storeTest('a post that comes late is found by another process, and stands once', async ({ db }) => {
  let clock = Date.now();
  const now = () => new Date(clock);
  const bench = await aBench({ now, started: false });
  const other = await aBench({ now, started: false, apiUrl: bench.slack.apiUrl });
  const deps = { db, seal: createSeal(randomBytes(32).toString('base64url')), now, onTrouble: () => {} };
  await ensureChannel(db, { id: channel, name: null, language: 'en', zone: 'UTC', createdBy: null });
  const parts = bench.adapter.render(aDigest({ channel, stories: 2 }), slackChannel(), partIds());
  const id = await openDigest(db, channel, parts);
  const { promise: until, resolve } = Promise.withResolvers<void>();
  bench.slack.next('chat.postMessage', { kind: 'late', until });
  await expect(postNextPart(id, bench.adapter, deps)).rejects.toMatchObject({ name: 'Unsure' });

  clock += 3_000;
  expect(await postNextPart(id, other.adapter, deps)).toBeNull();
  resolve();
  await expect.poll(() => bench.slack.messages).toHaveLength(1);
  clock += 13_000;
  await postNextPart(id, other.adapter, deps);

  expect(bench.slack.messages).toHaveLength(1);
  expect(await deliveryState(db, id)).toBe('posted');
  await Promise.all([bench.close(), other.close()]);
});
