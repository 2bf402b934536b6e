import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, vi } from 'vitest';
import type { Adapter, Part, ReplyTo } from '../src/adapter.ts';
import { type DeliveryDeps, postDelivery, postNextPart } from '../src/delivery.ts';
import { GiveUp, TryLater, Unsure } from '../src/errors.ts';
import type { ChannelId, DeliveryId, MessageId } from '../src/model.ts';
import { createSeal } from '../src/seal.ts';
import { ensureChannel, findChannel, forgetChannels } from '../src/store/channels.ts';
import type { Database } from '../src/store/database.ts';
import { deliveryState, openDelivery, wakeDeliveries } from '../src/store/deliveries.ts';
import { knownMessage } from '../src/store/messages.ts';
import { claimNextPart } from '../src/store/parts.ts';
import { fakeAdapter } from './support/fake-adapter.ts';
import { storeTest } from './support/store.ts';

const channel = 'fake:W1/C1' as ChannelId;

/** A clock that a test moves. */
function clock(start = '2026-11-21T08:00:00Z') {
  let at = new Date(start).getTime();
  return { now: () => new Date(at), forward: (ms: number) => (at += ms) };
}

function depsOf(db: Database, now: () => Date): DeliveryDeps & { troubles: string[] } {
  const troubles: string[] = [];
  return { db, seal: createSeal('secret'), now, troubles, onTrouble: ({ error }) => troubles.push(error) };
}

async function aDelivery(db: Database, parts = 1, openedAt = new Date()): Promise<DeliveryId> {
  await ensureChannel(db, { id: channel, name: null, language: 'en', zone: 'UTC', createdBy: null });
  const id = randomUUID() as unknown as DeliveryId;
  await openDelivery(db, {
    id,
    channel,
    kind: 'digest',
    digest: null,
    inbound: null,
    replyTo: null,
    thread: null,
    parts: Array.from({ length: parts }, (_, index) => ({ payload: { text: `part ${index}` }, about: [null] })),
  });
  await db.updateTable('deliveries').set({ created_at: openedAt }).where('id', '=', id).execute();
  return id;
}

storeTest('racing workers post a delivery once, part by part, in order', async ({ db }) => {
  const fake = fakeAdapter();
  const id = await aDelivery(db, 5);
  await Promise.all(
    [1, 2, 3, 4].map(() =>
      postDelivery(
        id,
        fake,
        depsOf(db, () => new Date()),
      ),
    ),
  );
  await postDelivery(
    id,
    fake,
    depsOf(db, () => new Date()),
  );
  expect(fake.posts.map(({ payload }) => payload)).toEqual([0, 1, 2, 3, 4].map((index) => ({ text: `part ${index}` })));
  expect(await deliveryState(db, id)).toBe('posted');
});

storeTest(
  'a worker killed before the platform was called costs nothing: the claim lapses and another posts',
  async ({ db }) => {
    const { now, forward } = clock();
    const fake = fakeAdapter();
    const id = await aDelivery(db);
    await claimNextPart(db, id, now());
    expect(await postNextPart(id, fake, depsOf(db, now))).toBeNull();
    forward(31_000);
    await postNextPart(id, fake, depsOf(db, now));
    expect(fake.posts).toHaveLength(1);
  },
);

storeTest(
  'a worker killed after the platform was called doubles nothing: the platform is asked first',
  async ({ db }) => {
    const { now, forward } = clock();
    const fake = fakeAdapter();
    const id = await aDelivery(db);
    const claim = await claimNextPart(db, id, now());
    await fake.post(claim!.place, claim!.part);
    forward(31_000);
    await postNextPart(id, fake, depsOf(db, now));
    expect(fake.posts).toHaveLength(1);
    expect(await deliveryState(db, id)).toBe('posted');
  },
);

storeTest('an answer that was lost after the post is found again, and its message is known', async ({ db }) => {
  const fake = fakeAdapter();
  const deps = depsOf(db, () => new Date());
  const id = await aDelivery(db);
  fake.faults.push({ error: new Unsure('fake post: timeout'), after: true });
  await expect(postNextPart(id, fake, deps)).rejects.toThrow(Unsure);
  const posted = await postNextPart(id, fake, deps);
  expect(fake.posts).toHaveLength(1);
  expect((await knownMessage(db, posted!.messages[0]!.id))?.delivery).toBe(id);
});

storeTest(
  'a lost reply is looked for where it was said, a digest that was asked for in its channel',
  async ({ db }) => {
    const { now, forward } = clock();
    const looked: (string | null | undefined)[] = [];
    const fake = fakeAdapter({
      find: async (_place, _part, to) => {
        looked.push(to?.message);
        return null;
      },
    });
    const question = 'fake:W1/C1/7' as MessageId;
    for (const kind of ['reply', 'digest'] as const) {
      const id = await aDelivery(db, 1, now());
      const author = { id: 'U1', name: null, administrator: null };
      const replyTo = JSON.stringify({ place: { channel, thread: null }, message: question, author, title: null });
      await db.updateTable('deliveries').set({ kind, reply_to: replyTo }).where('id', '=', id).execute();
      await claimNextPart(db, id, now());
      forward(31_000);
      await postNextPart(id, fake, depsOf(db, now));
    }
    expect(looked).toEqual([question, undefined]);
  },
);

storeTest('a lost answer to a post that never came is posted again', async ({ db }) => {
  const fake = fakeAdapter();
  const deps = depsOf(db, () => new Date());
  const id = await aDelivery(db);
  fake.faults.push({ error: new Unsure('fake post: timeout'), after: false });
  await expect(postNextPart(id, fake, deps)).rejects.toThrow(Unsure);
  await postNextPart(id, fake, deps);
  expect(fake.posts).toHaveLength(1);
});

storeTest('what may not be found yet is not looked for until it is', async ({ db }) => {
  const { now, forward } = clock();
  const fake = fakeAdapter();
  const deps = depsOf(db, now);
  const id = await aDelivery(db);
  fake.faults.push({ error: new Unsure('fake post: timeout', { settlesInSeconds: 15 }), after: false });
  await expect(postNextPart(id, fake, deps)).rejects.toThrow(Unsure);
  forward(14_000);
  expect(await postNextPart(id, fake, deps)).toBeNull();
  forward(2_000);
  await postNextPart(id, fake, deps);
  expect(fake.posts).toHaveLength(1);
});

storeTest('being held back spends no attempt, and holds back that channel until then', async ({ db }) => {
  const { now, forward } = clock();
  const fake = fakeAdapter();
  const deps = depsOf(db, now);
  const id = await aDelivery(db);
  fake.faults.push({ error: new TryLater('fake post: 429', 20), after: false });
  await expect(postNextPart(id, fake, deps)).rejects.toThrow(TryLater);
  await expect(postNextPart(id, fake, deps)).rejects.toThrow('held back');
  expect(fake.calls).toBe(1);
  forward(21_000);
  await postNextPart(id, fake, deps);
  expect(fake.posts).toHaveLength(1);
});

storeTest('posts to one channel keep their distance', async ({ db }) => {
  const fake = fakeAdapter({ pace: { channelMs: 5_000, workspaceMs: 0 } });
  const { now, forward } = clock();
  const id = await aDelivery(db, 2);
  await postNextPart(id, fake, depsOf(db, now));
  await expect(postNextPart(id, fake, depsOf(db, now))).rejects.toThrow(TryLater);
  forward(5_000);
  await postNextPart(id, fake, depsOf(db, now));
  expect(fake.posts).toHaveLength(2);
});

storeTest('a channel that is closed to us stops, keeps its settings, and the operator hears of it', async ({ db }) => {
  const fake = fakeAdapter();
  const deps = depsOf(db, () => new Date());
  const id = await aDelivery(db, 2);
  fake.faults.push({ error: new GiveUp('fake post: is_archived', { closes: true }), after: false });
  expect(await postDelivery(id, fake, deps)).toEqual([]);
  expect(await deliveryState(db, id)).toBe('failed');
  expect(await findChannel(db, channel)).toMatchObject({ state: 'closed', closedReason: 'fake post: is_archived' });
  expect(deps.troubles).toEqual(['fake post: is_archived']);
});

storeTest('what nobody can tell any more is left unknown and shown, not posted again', async ({ db }) => {
  const fake = fakeAdapter();
  const deps = depsOf(db, () => new Date());
  const id = await aDelivery(db);
  fake.faults.push({ error: new Unsure('fake reply: token spent', { final: true }), after: true });
  expect(await postNextPart(id, fake, deps)).toBeNull();
  expect(await postNextPart(id, fake, deps)).toBeNull();
  expect(fake.posts).toHaveLength(1);
  expect(await deliveryState(db, id)).toBe('unknown');
});

/** Tries again every ten seconds of the test's clock, as schedulers do. */
async function keepTrying(id: DeliveryId, fake: Adapter, db: Database, minutes: number, time = clock()) {
  const deps = depsOf(db, time.now);
  for (let second = 0; second < minutes * 60; second += 10, time.forward(10_000))
    await postNextPart(id, fake, deps).catch(() => {});
  return deps;
}

storeTest('a platform that answers nothing for an hour costs no digest', async ({ db }) => {
  const time = clock();
  const back = time.now().getTime() + 60 * 60_000;
  const post = async (_place: unknown, part: Part) => {
    if (time.now().getTime() < back) throw new Unsure('fake post: 503');
    return fake.reply({ place: { channel, thread: null } } as ReplyTo, part.payload as never, part.id);
  };
  const fake = fakeAdapter({ post, find: undefined as never });
  const id = await aDelivery(db, 1, time.now());
  await keepTrying(id, fake, db, 70, time);
  expect(await deliveryState(db, id)).toBe('posted');
  expect(fake.posts).toHaveLength(1);
});

storeTest(
  'a platform that is out for the whole morning is asked less and less, and then left unknown',
  async ({ db }) => {
    let asked = 0;
    const post = async () => {
      asked++;
      throw new Unsure('fake post: 503');
    };
    const time = clock();
    const id = await aDelivery(db, 1, time.now());
    const { troubles } = await keepTrying(id, fakeAdapter({ post, find: undefined as never }), db, 200, time);
    expect(await deliveryState(db, id)).toBe('unknown');
    expect(troubles).toEqual(['digest too late: 3 h are over']);
    expect(asked).toBeLessThan(60);
  },
);

storeTest('until its next attempt is due no scheduler wakes it', async ({ db }) => {
  const { now, forward } = clock();
  const id = await aDelivery(db, 1, now());
  const fake = fakeAdapter({
    post: async () => {
      throw new Unsure('fake post: 503');
    },
  });
  for (let attempt = 0; attempt < 6; attempt++, forward(60_000))
    await expect(postNextPart(id, fake, depsOf(db, now))).rejects.toThrow(Unsure);
  await expect(postNextPart(id, fake, depsOf(db, now))).rejects.toThrow(Unsure);
  forward(63_000);
  expect(await wakeDeliveries(db, now(), 10, ['fake'])).toEqual([]);
  forward(2_000);
  expect(await wakeDeliveries(db, now(), 10, ['fake'])).toHaveLength(1);
});

storeTest('a digest that could not be posted all morning is not posted at night', async ({ db }) => {
  const { now, forward } = clock();
  const fake = fakeAdapter();
  const deps = depsOf(db, now);
  const id = await aDelivery(db, 2, now());
  fake.faults.push({ error: new TryLater('fake post: invalid_auth', 60), after: false });
  await expect(postNextPart(id, fake, deps)).rejects.toThrow(TryLater);
  forward(12 * 3_600_000);
  expect(await postDelivery(id, fake, deps)).toEqual([]);
  expect(fake.posts).toEqual([]);
  expect(await deliveryState(db, id)).toBe('failed');
  expect(deps.troubles).toEqual(['digest too late: 3 h are over']);
});

storeTest('a digest of which a part stands is finished, however late', async ({ db }) => {
  const { now, forward } = clock();
  const fake = fakeAdapter();
  const id = await aDelivery(db, 2, now());
  await postNextPart(id, fake, depsOf(db, now));
  forward(12 * 3_600_000);
  await postDelivery(id, fake, depsOf(db, now));
  expect(await deliveryState(db, id)).toBe('posted');
});

storeTest('a platform that takes longer than a claim lives keeps its worker: no second one posts', async ({ db }) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const { now, forward } = clock();
  const id = await aDelivery(db, 1, now());
  const second = fakeAdapter({ find: async () => null });
  const fake = fakeAdapter();
  const claimedUntil = async () =>
    (await db.selectFrom('parts').select('claimed_until').executeTakeFirstOrThrow()).claimed_until?.getTime();
  const slow = fakeAdapter({
    post: async (place, part) => {
      for (let seconds = 0; seconds < 60; seconds += 10) {
        forward(10_000);
        vi.advanceTimersByTime(10_000);
        await expect.poll(claimedUntil).toBe(now().getTime() + 30_000);
      }
      expect(await postNextPart(id, second, depsOf(db, now))).toBeNull();
      return fake.post(place, part);
    },
  });
  await postDelivery(id, slow, depsOf(db, now));
  expect([...fake.posts, ...second.posts]).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

storeTest('who was slow to look, and lost the claim meanwhile, does not post', async ({ db }) => {
  const { now, forward } = clock();
  const id = await aDelivery(db, 1, now());
  await claimNextPart(db, id, now());
  forward(31_000);
  const fast = fakeAdapter();
  const slow = fakeAdapter({
    find: async () => {
      forward(31_000);
      await postNextPart(id, fast, depsOf(db, now));
      return null;
    },
  });
  expect(await postNextPart(id, slow, depsOf(db, now))).toBeNull();
  expect([...fast.posts, ...slow.posts]).toHaveLength(1);
});

storeTest('who was held back after losing the claim does not take it from the one that has it', async ({ db }) => {
  const { now, forward } = clock();
  const id = await aDelivery(db, 1, now());
  const slow = fakeAdapter({
    post: async () => {
      forward(31_000);
      await claimNextPart(db, id, now());
      throw new TryLater('fake post: 429', 1);
    },
  });
  await expect(postNextPart(id, slow, depsOf(db, now))).rejects.toThrow(TryLater);
  forward(2_000);
  const other = fakeAdapter();
  expect(await postNextPart(id, other, depsOf(db, now))).toBeNull();
  expect(other.posts).toEqual([]);
});

/** A worker whose claim lapses while it posts; another has the part by the time that it fails. */
async function overtaken(db: Database, parts: number, fails: Error) {
  const { now, forward } = clock();
  const id = await aDelivery(db, parts, now());
  const deps = depsOf(db, now);
  const slow = fakeAdapter({
    post: async () => {
      forward(31_000);
      await claimNextPart(db, id, now());
      throw fails;
    },
  });
  await postNextPart(id, slow, deps).catch(() => {});
  return { id, deps };
}

storeTest(
  'who does not know the outcome after losing the claim does not take it from the one that has it',
  async ({ db }) => {
    const { id, deps } = await overtaken(db, 1, new Unsure('fake post: timeout'));
    const third = fakeAdapter();
    expect(await postNextPart(id, third, deps), 'the second one is posting at this moment').toBeNull();
    expect(third.posts).toEqual([]);
  },
);

storeTest.for([new GiveUp('fake post: 400'), new Unsure('fake post: token spent', { final: true })])(
  'who gives up after losing the claim ends nothing: %s',
  async (fails, { db }) => {
    const { id, deps } = await overtaken(db, 2, fails);
    expect(await deliveryState(db, id)).toBe('open');
    expect(deps.troubles).toEqual([]);
  },
);

storeTest('what stands stays posted, whatever a slower worker makes of it', async ({ db }) => {
  const { now, forward } = clock();
  const id = await aDelivery(db, 2, now());
  const fast = fakeAdapter();
  const slow = fakeAdapter({
    post: async () => {
      forward(31_000);
      await postNextPart(id, fast, depsOf(db, now));
      throw new GiveUp('fake post: 400');
    },
  });
  await postNextPart(id, slow, depsOf(db, now));
  await postDelivery(id, fast, depsOf(db, now));
  expect(fast.posts).toHaveLength(2);
  expect(await deliveryState(db, id)).toBe('posted');
});

storeTest('a channel that was forgotten while it was posted to is no fault', async ({ db }) => {
  const id = await aDelivery(db);
  const fake = fakeAdapter({
    post: async () => {
      await forgetChannels(db, channel);
      throw new GiveUp('fake post: channel_not_found', { closes: true });
    },
  });
  expect(
    await postDelivery(
      id,
      fake,
      depsOf(db, () => new Date()),
    ),
  ).toEqual([]);
});

storeTest('who is held back has a job for it: no scheduler adds another', async ({ db }) => {
  const { now, forward } = clock();
  const id = await aDelivery(db, 1, now());
  await db.updateTable('deliveries').set({ wake_at: now() }).where('id', '=', id).execute();
  const fake = fakeAdapter();
  fake.faults.push({ error: new TryLater('fake post: invalid_auth', 300), after: false });
  await expect(postNextPart(id, fake, depsOf(db, now))).rejects.toThrow(TryLater);
  let woken = 0;
  for (let second = 0; second < 300; second += 2, forward(2_000))
    woken += (await wakeDeliveries(db, now(), 10, ['fake'])).length;
  expect(woken).toBe(0);
  forward(20_000);
  expect(await wakeDeliveries(db, now(), 10, ['fake']), 'should that job be lost').toHaveLength(1);
});

storeTest('what waits long for a worker is woken ever more seldom', async ({ db }) => {
  const { now, forward } = clock();
  const id = await aDelivery(db, 1, now());
  await db.updateTable('deliveries').set({ wake_at: now() }).where('id', '=', id).execute();
  let woken = 0;
  for (let second = 0; second < 3_600; second += 10, forward(10_000))
    woken += (await wakeDeliveries(db, now(), 10, ['fake'])).length;
  expect(woken).toBeGreaterThan(10);
  expect(woken).toBeLessThan(30);
});

storeTest('a delivery whose job was lost is woken once for all schedulers', async ({ db }) => {
  const id = await aDelivery(db);
  const later = new Date(Date.now() + 3_600_000);
  const woken = await Promise.all([1, 2, 3].map(() => wakeDeliveries(db, later, 10, ['fake'])));
  expect(woken.flat().map((each) => each.id)).toEqual([id]);
});

storeTest('what waits for a platform that has no worker holds back no other', async ({ db }) => {
  const id = await aDelivery(db);
  await db
    .insertInto('channels')
    .values({ id: 'gone:C1', platform: 'gone', workspace: 'gone:C1', language: 'en', zone: 'UTC' })
    .execute();
  const waiting = { channel_id: 'gone:C1', kind: 'digest' as const, state: 'open' as const, wake_at: new Date(0) };
  await db
    .insertInto('deliveries')
    .values([1, 2, 3].map(() => ({ id: randomUUID(), ...waiting })))
    .execute();
  const woken = await wakeDeliveries(db, new Date(Date.now() + 3_600_000), 2, ['fake']);
  expect(woken.map((each) => each.id)).toEqual([id]);
});
