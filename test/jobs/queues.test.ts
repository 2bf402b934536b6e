/** The same face on both backends: a job wakes, is retried, is put off; what is finished leaves nothing. */
import { describe, expect } from 'vitest';
import { openQueues, type WorkerJob } from '../../jobs/queues.ts';
import { hasRedis, needsRedis, startRedis } from '../support/redis.ts';
import { storeTest } from '../support/store.ts';

describe.for([
  { backend: 'postgres', redis: false },
  { backend: 'redis', redis: true },
])('queues on $backend', ({ backend, redis }) => {
  const test = storeTest.skipIf(redis && !hasRedis);
  const named = (text: string) => `${text}${redis ? needsRedis : ''}`;

  async function opened(databaseUrl: string) {
    const server = redis ? await startRedis() : null;
    const queues = await openQueues({ redisUrl: server?.url ?? null, databaseUrl }, () => {});
    return { queues, close: () => queues.close().then(() => server?.stop()) };
  }

  test(named('a job wakes its worker with what was put in'), async ({ url }) => {
    const { queues, close } = await opened(url);
    const seen: WorkerJob[] = [];
    await queues.work('feeds', async (job) => void seen.push(job), 2);
    await queues.addAll('feeds', 'poll-feed', [{ feed: 1 }, { feed: 2 }]);
    await expect.poll(() => seen.map(({ data }) => data.feed).sort()).toEqual([1, 2]);
    expect(queues.kind).toBe(backend);
    await close();
  });

  test(named('what fails is tried again, and what is put off spends no attempt'), async ({ url }) => {
    const { queues, close } = await opened(url);
    const attempts: number[] = [];
    await queues.work(
      'digests',
      async (job) => {
        attempts.push(job.attempt);
        if (attempts.length === 1) await job.delay(0.05);
        if (attempts.length === 2) throw new Error('once');
      },
      1,
    );
    await queues.add('digests', 'compose-digest', { channel: 'web:home' });
    await expect.poll(() => attempts, { timeout: 10_000 }).toEqual([1, 1, 2]);
    await close();
  });

  test(named('two processes that ask for the same tick get one'), async ({ url }) => {
    const { queues, close } = await opened(url);
    let ticks = 0;
    await queues.work('schedule', async () => void ticks++, 1);
    await Promise.all([1, 2, 3].map(() => queues.tickEvery('schedule', 'tick', 400)));
    // The first may come several times, which costs a look at the rows; from then on there is one.
    await expect.poll(() => ticks, { timeout: 10_000 }).toBeGreaterThanOrEqual(4);
    const [startedAt, before] = [Date.now(), ticks];
    await expect.poll(() => ticks - before, { timeout: 10_000 }).toBeGreaterThanOrEqual(4);
    expect(Date.now() - startedAt).toBeGreaterThan(1_000);
    await close();
  });

  test(named('told to stop, a worker finishes what it is at and takes up nothing more'), async ({ url }) => {
    const { queues, close } = await opened(url);
    const [begun, done]: [number[], number[]] = [[], []];
    const finish = Promise.withResolvers<void>();
    await queues.work(
      'feeds',
      async (job) => {
        begun.push(job.data.feed);
        await finish.promise;
        // What is done wakes others: jobs can be added as long as one is at work.
        await queues.add('stories', 'place-articles', {});
        done.push(job.data.feed);
      },
      1,
    );
    await queues.addAll('feeds', 'poll-feeds', [{ feed: 1 }, { feed: 2 }]);
    await expect.poll(() => begun).toEqual([1]);
    const stopped = queues.stopWorking();
    finish.resolve();
    await stopped;
    expect([begun, done]).toEqual([[1], [1]]);
    await close();
  });
});
