import { expect } from 'vitest';
import { runComposeDigest } from '../../jobs/compose-digest.ts';
import type { JobDeps } from '../../jobs/deps.ts';
import type { Allowance } from '../../src/adapter.ts';
import { type Content, plainText } from '../../src/content.ts';
import { keepWithinPlan } from '../../src/digest/plan.ts';
import type { ChannelId, DeliveryId } from '../../src/model.ts';
import { ensureChannel, forgetChannels, planDigest, plannedDigest } from '../../src/store/channels.ts';
import type { Database } from '../../src/store/database.ts';
import { planStepOf } from '../../src/store/plan-steps.ts';
import { subscribe } from '../../src/store/subscriptions.ts';
import { fakeAdapter } from '../support/fake-adapter.ts';
import { storeTest } from '../support/store.ts';

const id = 'line:group/C1' as ChannelId;
const aChannelIn = async (db: Parameters<typeof ensureChannel>[0]) =>
  (await ensureChannel(db, { id, name: null, language: 'ja', zone: 'Asia/Tokyo', createdBy: null })).channel;
const costing = (allowance: Allowance | null) => fakeAdapter({ allowance: async () => allowance });

/** What a notice says. */
async function contentOf(db: Database, notice: DeliveryId): Promise<Content> {
  const part = db.selectFrom('parts').select('payload').where('delivery_id', '=', notice);
  return (await part.executeTakeFirstOrThrow()).payload as Content;
}

storeTest('coming down is told once, however many workers are at it', async ({ db }) => {
  const channel = await aChannelIn(db);
  const adapter = costing({ perDigest: 30, total: 200, used: 0 });
  const kept = await Promise.all([1, 2, 3].map(() => keepWithinPlan(channel, '2026-11-02', adapter, db)));

  const notices = kept.flatMap(({ notice }) => notice ?? []);
  const said = await Promise.all(notices.map(async (notice) => plainText(await contentOf(db, notice))));
  expect(said).toEqual([expect.stringContaining('週1回（月）')]);
  expect(kept.every(({ postsToday }) => postsToday)).toBe(true);
  expect(await keepWithinPlan(channel, '2026-11-03', adapter, db)).toEqual({ postsToday: false, notice: null });
});

storeTest('down to on request the notice offers the digest, free, instead of posting it', async ({ db }) => {
  const channel = await aChannelIn(db);
  const { postsToday, notice } = await keepWithinPlan(
    channel,
    '2026-11-10',
    costing({ perDigest: 40, total: 200, used: 150 }),
    db,
  );

  expect(postsToday).toBe(false);
  const content = await contentOf(db, notice!);
  expect(plainText(content)).toContain('頼まれたときだけ');
  expect(content.buttons[0]!.press).toMatchObject({ verb: 'do', value: 'digest' });
});

storeTest('where posting costs nothing, or nobody knows, mornings go on', async ({ db }) => {
  const channel = await aChannelIn(db);
  for (const adapter of [null, fakeAdapter(), costing(null), costing({ perDigest: 40, total: null, used: 9_999 })])
    expect(await keepWithinPlan(channel, '2026-11-10', adapter, db)).toEqual({ postsToday: true, notice: null });
});

storeTest('what a channel came down to goes when the channel is forgotten', async ({ db }) => {
  await keepWithinPlan(await aChannelIn(db), '2026-11-02', costing({ perDigest: 30, total: 200, used: 0 }), db);
  expect(await planStepOf(db, id)).toEqual({ month: '2026-11', rhythm: 'weekly' });
  await forgetChannels(db, id);
  expect(await planStepOf(db, id)).toBeNull();
});

storeTest('a morning that the plan leaves out composes nothing, tells once, and plans the next', async ({ db }) => {
  await aChannelIn(db);
  await subscribe(db, id, [{ kind: 'topic', value: 'ai', label: 'AI' }]);
  const added: { name: string; data: unknown }[] = [];
  const deps = {
    db,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    queues: {
      add: async (queue: string, name: string, data: unknown) => void added.push({ name: `${queue} ${name}`, data }),
    },
    adapterOf: () => costing({ perDigest: 40, total: 200, used: 150 }),
  } as unknown as JobDeps;
  for (const day of ['2026-11-10', '2026-11-11']) {
    const due = new Date(`${day}T08:00:00+09:00`);
    await planDigest(db, id, due);
    await runComposeDigest({ channel: id }, { ...deps, now: () => due });
    expect((await plannedDigest(db, id))!.getTime()).toBe(due.getTime() + 24 * 3_600_000);
  }

  expect(added.map(({ name }) => name)).toEqual(['post-line post-delivery']);
  expect(await db.selectFrom('deliveries').select('kind').execute()).toEqual([{ kind: 'notice' }]);
});
