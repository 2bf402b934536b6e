import { expect } from 'vitest';
import { createWebAdapter } from '../../adapters/web/adapter.ts';
import type { Queues } from '../../jobs/queues.ts';
import { postDelivery } from '../../src/delivery.ts';
import { createFirstDigest } from '../../src/main/first-digest.ts';
import type { DeliveryId } from '../../src/model.ts';
import { changeChannel, ensureChannel, plannedDigest } from '../../src/store/channels.ts';
import type { Database } from '../../src/store/database.ts';
import { lastDigests } from '../../src/store/digests.ts';
import { subscribe } from '../../src/store/subscriptions.ts';
import { channelMessages } from '../../src/store/web-messages.ts';
import { homeChannel } from '../../src/web/chat.ts';
import { storeTest } from '../support/store.ts';
import { aTown, someNews } from '../support/talk.ts';

const enough = async () => true;

async function aTrial(db: Database) {
  const { jobs } = await aTown(db);
  await someNews(db, new Date());
  await ensureChannel(db, { id: homeChannel, name: null, language: 'en', zone: 'UTC', createdBy: null });
  await subscribe(db, homeChannel, [{ kind: 'topic', value: 'science', label: 'Science' }]);
  const web = createWebAdapter({ db, now: () => new Date() });
  const posting: Promise<unknown>[] = [];
  const queues: Pick<Queues, 'add'> = {
    add: async (_queue, _name, data) => {
      posting.push(postDelivery((data as { delivery: DeliveryId }).delivery, web, jobs.delivery));
    },
  };
  const digests = createFirstDigest({ ...jobs.compose, adapterOf: () => web }, queues);
  return {
    digests,
    arrive: async () => digests.takeUp(await changeChannel(db, homeChannel, { language: 'ja', zone: 'Asia/Tokyo' })),
    async shown() {
      await Promise.all(posting);
      const bodies = (await channelMessages(db, homeChannel, 'me')).map(({ body }) => body);
      return {
        languages: bodies.flatMap((body) => (body.kind === 'digest' ? [body.digest.language] : [])),
        headlines: bodies.flatMap((body) => (body.kind === 'story' ? [body.story.headline] : [])).sort(),
      };
    },
  };
}

storeTest('what was told before anybody came is told anew in the guest’s language, once and whole', async ({ db }) => {
  const { digests, arrive, shown } = await aTrial(db);
  expect(await digests.ensure(enough)).toBe(true);
  const before = await shown();
  expect(before).toMatchObject({ languages: ['en'] });
  await arrive();

  expect(await digests.ensure(enough)).toBe(true);
  expect(await shown()).toEqual({ languages: ['ja'], headlines: before.headlines });
  expect(before.headlines.length).toBeGreaterThan(2);
  expect(await lastDigests(db, homeChannel, new Date(0), 9)).toHaveLength(1);
  // 08:00 in Tokyo.
  expect((await plannedDigest(db, homeChannel))?.toISOString()).toMatch(/T23:00:00/);
});

storeTest('a guest who comes while the first digest is being composed finds one, in their language', async ({ db }) => {
  const { digests, arrive, shown } = await aTrial(db);
  await Promise.all([digests.ensure(enough), arrive(), digests.ensure(enough)]);

  expect(await shown()).toMatchObject({ languages: ['ja'] });
  expect(await lastDigests(db, homeChannel, new Date(0), 9)).toHaveLength(1);
});

storeTest('who comes before there is anything to tell waits for it, and is told once', async ({ db }) => {
  const { digests, arrive, shown } = await aTrial(db);
  expect(await digests.ensure(async () => false)).toBe(false);
  await arrive();
  expect(await shown()).toMatchObject({ languages: [] });
  await digests.ensure(enough);
  expect(await shown()).toMatchObject({ languages: ['ja'] });
});
