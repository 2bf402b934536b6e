/** The workers on real queues. */
import { expect } from 'vitest';
import { openQueues } from '../../jobs/queues.ts';
import { runTick } from '../../jobs/schedule.ts';
import { startWorkers } from '../../jobs/worker.ts';
import type { ChannelId } from '../../src/model.ts';
import { ensureChannel, planDigest } from '../../src/store/channels.ts';
import { subscribe } from '../../src/store/subscriptions.ts';
import { storeTest } from '../support/store.ts';
import { aTown, channel, someNews } from '../support/talk.ts';

storeTest('briefs that are being prepared for others hold back no digest', async ({ db, url }) => {
  const town = await aTown(db);
  await someNews(db, new Date());
  const queues = await openQueues({ redisUrl: null, databaseUrl: url }, () => {});
  const slow = Promise.withResolvers<null>();
  const begun: string[] = [];
  const briefOf: typeof town.jobs.compose.briefOf = (story, language) => {
    begun.push(language);
    return language === 'ja' ? slow.promise : town.jobs.compose.briefOf(story, language);
  };
  const jobs = { ...town.jobs, queues, preparesBriefs: true, compose: { ...town.jobs.compose, briefOf } };
  const follow = async (id: ChannelId, language: 'en' | 'ja', dueAt: Date) => {
    await ensureChannel(db, { id, name: null, language, zone: 'UTC', createdBy: null });
    await subscribe(db, id, [{ kind: 'topic', value: 'science', label: 'Science' }]);
    await planDigest(db, id, dueAt);
  };
  for (let n = 0; n < 8; n++) await follow(`fake:W1/P${n}` as ChannelId, 'ja', new Date(Date.now() + 300_000));
  try {
    await startWorkers(jobs);
    await runTick(jobs);
    await expect.poll(() => begun.length, { timeout: 10_000 }).toBeGreaterThan(1);
    await follow(channel, 'en', new Date());
    await runTick(jobs);
    const mornings = db.selectFrom('digests').select('channel_id').where('kind', '=', 'morning');
    await expect.poll(() => mornings.execute(), { timeout: 10_000 }).toEqual([{ channel_id: channel }]);
  } finally {
    slow.resolve(null);
    await queues.close();
  }
});
