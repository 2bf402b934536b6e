import { expect } from 'vitest';
import { runComposeDigest } from '../../jobs/compose-digest.ts';
import { runTick } from '../../jobs/schedule.ts';
import { changeSettings } from '../../src/channel.ts';
import type { ChannelId } from '../../src/model.ts';
import {
  changeChannel,
  claimDueChannels,
  ensureChannel,
  planDigest,
  plannedDigest,
  skippedDigest,
} from '../../src/store/channels.ts';
import type { Database } from '../../src/store/database.ts';
import { storeTest } from '../support/store.ts';
import { aTown, channel, someNews } from '../support/talk.ts';

const due = new Date('2026-11-21T08:00:00Z');

async function aFollower(db: Database, lateMinutes: number, withNews = true) {
  const at = new Date(due.getTime() + lateMinutes * 60_000);
  const town = await aTown(db, { now: () => at });
  if (withNews) await someNews(db, at);
  await ensureChannel(db, { id: channel, name: null, language: 'en', zone: 'UTC', createdBy: null });
  await town.say('subscribe science');
  await planDigest(db, channel, due);
  return town;
}

storeTest('down at the hour, the digest comes with the restart, and the next is planned', async ({ db }) => {
  const { jobs, woken } = await aFollower(db, 179);
  await runComposeDigest({ channel }, jobs);
  expect(await db.selectFrom('digests').select('kind').where('kind', '=', 'morning').execute()).toHaveLength(1);
  expect(woken.filter(({ name }) => name === 'post-delivery')).toHaveLength(1);
  expect((await plannedDigest(db, channel))?.toISOString()).toBe('2026-11-22T08:00:00.000Z');
});

storeTest('more than three hours late it is skipped, and status says so', async ({ db }) => {
  const { jobs, say } = await aFollower(db, 181);
  await runComposeDigest({ channel }, jobs);
  expect(await db.selectFrom('digests').select('kind').where('kind', '=', 'morning').execute()).toEqual([]);
  expect(await skippedDigest(db, channel)).toEqual(due);
  expect((await say('status'))[0]).toContain('was skipped');
});

storeTest('a job that comes twice, or at the wrong time, composes nothing more', async ({ db }) => {
  const { jobs } = await aFollower(db, 1);
  await Promise.all([1, 2, 3].map(() => runComposeDigest({ channel }, jobs)));
  // As if the first had died before it could plan the next.
  await planDigest(db, channel, due);
  await runComposeDigest({ channel }, jobs);
  expect(await db.selectFrom('digests').select('kind').where('kind', '=', 'morning').execute()).toHaveLength(1);
  expect(await db.selectFrom('deliveries').select('id').where('kind', '=', 'notice').execute()).toEqual([]);
  expect((await plannedDigest(db, channel))?.toISOString()).toBe('2026-11-22T08:00:00.000Z');
});

storeTest('a platform that is not set up composes nothing, and nothing waits for its return', async ({ db }) => {
  const { jobs } = await aFollower(db, 1);
  const kept = () => db.selectFrom('deliveries').select('kind').where('state', '=', 'open').execute();
  const before = await kept();
  const adapterOf = () => null;
  await runComposeDigest({ channel }, { ...jobs, adapterOf, compose: { ...jobs.compose, adapterOf } });
  expect(await kept()).toEqual(before);
  expect((await plannedDigest(db, channel))?.toISOString()).toBe('2026-11-22T08:00:00.000Z');
});

storeTest('an empty morning posts nothing, and says so once a week', async ({ db }) => {
  const { jobs, woken } = await aFollower(db, 1, false);
  for (let day = 0; day < 3; day++) {
    await planDigest(db, channel, due);
    await runComposeDigest({ channel }, jobs);
  }
  expect(woken.filter(({ name }) => name === 'post-delivery')).toHaveLength(1);
});

storeTest('a digest that comes after midnight is of its own day, and leaves the next day its own', async ({ db }) => {
  let at = new Date('2026-11-22T00:40:00Z');
  const town = await aTown(db, { now: () => at });
  await someNews(db, at);
  await ensureChannel(db, { id: channel, name: null, language: 'en', zone: 'UTC', createdBy: null });
  await town.say('subscribe science');
  await changeChannel(db, channel, { time: '23:30', stories: 1 });
  await planDigest(db, channel, new Date('2026-11-21T23:30:00Z'));
  await runComposeDigest({ channel }, town.jobs);
  expect((await plannedDigest(db, channel))?.toISOString()).toBe('2026-11-22T23:30:00.000Z');
  at = new Date('2026-11-22T23:30:01Z');
  await runComposeDigest({ channel }, town.jobs);
  const mornings = db.selectFrom('digests').select(['local_date', 'body']).where('kind', '=', 'morning');
  const digests = await mornings.orderBy('local_date').execute();
  expect(digests.map(({ local_date }) => local_date)).toEqual(['2026-11-21', '2026-11-22']);
  expect(digests.map(({ body }) => body.date)).toEqual(['2026-11-21', '2026-11-22']);
});

storeTest('a story that we stumble over costs its own brief and nobody’s digest', async ({ db }) => {
  const { jobs } = await aFollower(db, 1);
  const stumbledOver = new Set<string>();
  const briefOf: typeof jobs.compose.briefOf = async (story, language) => {
    if (stumbledOver.size === 0) stumbledOver.add(story);
    if (stumbledOver.has(story)) throw new TypeError('our own mistake');
    return jobs.compose.briefOf(story, language);
  };
  await runComposeDigest({ channel }, { ...jobs, compose: { ...jobs.compose, briefOf } });
  const [digest] = await db.selectFrom('digests').select('body').where('kind', '=', 'morning').execute();
  const { stories } = digest!.body;
  expect(stories.length).toBeGreaterThan(2);
  expect(stories.filter(({ gist }) => gist === '').map(({ story }) => story)).toEqual([...stumbledOver]);
});

storeTest('an hour that is changed while the digest is composed holds', async ({ db }) => {
  const { jobs } = await aFollower(db, 1);
  const briefOf: typeof jobs.compose.briefOf = async (story, language) => {
    await changeSettings(db, channel, { time: '18:00' }, jobs.now());
    return jobs.compose.briefOf(story, language);
  };
  await runComposeDigest({ channel }, { ...jobs, compose: { ...jobs.compose, briefOf } });
  expect((await plannedDigest(db, channel))?.toISOString()).toBe('2026-11-21T18:00:00.000Z');
});

storeTest('two schedulers take each due channel once', async ({ db }) => {
  for (let n = 0; n < 20; n++) {
    const id = `fake:W1/D${n}` as ChannelId;
    await ensureChannel(db, { id, name: null, language: 'en', zone: 'UTC', createdBy: null });
    await planDigest(db, id, due);
  }
  const later = new Date(due.getTime() + 1_000);
  const taken = (await Promise.all([1, 2, 3].map(() => claimDueChannels(db, later, 50)))).flat();
  expect(new Set(taken).size).toBe(20);
  expect(taken).toHaveLength(20);
});

storeTest('a tick wakes what is due and nothing else', async ({ db }) => {
  const { jobs, woken } = await aFollower(db, 1);
  const all: string[] = [];
  Object.assign(jobs.queues, {
    addAll: async (queue: string, _name: string, data: object[]) => void all.push(...data.map(() => queue)),
  });
  await runTick(jobs);
  expect(all).toContain('digests');
  expect(woken.map(({ name }) => name)).toContain('sweep');
  all.length = 0;
  await runTick(jobs);
  expect(all).not.toContain('digests');
});
