import { expect } from 'vitest';
import { anyRealFeedRead, bringSamples, dropSamples, ensureHome } from '../../src/main/trial.ts';
import { sampleFeeds } from '../../src/samples/site.ts';
import { findChannel } from '../../src/store/channels.ts';
import { hasSamples } from '../../src/store/feeds.ts';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { placeArticles } from '../../src/story/place.ts';
import { homeChannel } from '../../src/web/chat.ts';
import { aFeed, anArticle, placing } from '../story/build.ts';
import { storeTest } from '../support/store.ts';

const topics = ['ai', 'chips', 'gaming'].map((id) => ({ id, labels: { en: id } }));
const defaults = { language: 'en', zone: 'UTC' } as const;

storeTest('the first channel follows some topics, once; what a person changed stays', async ({ db }) => {
  expect(await ensureHome(db, topics, defaults, new Date())).toBe(true);
  expect((await subscriptionsOf(db, homeChannel)).map(({ value }) => value)).toEqual(['ai', 'chips']);
  await db.deleteFrom('subscriptions').execute();
  expect(await ensureHome(db, topics, defaults, new Date())).toBe(false);
  expect(await subscriptionsOf(db, homeChannel)).toEqual([]);
});

storeTest('samples come with an address of ours, move with it, and go without a trace', async ({ db }) => {
  await ensureHome(db, topics, defaults, new Date());
  await bringSamples(db, 'http://127.0.0.1:1111');
  const feeds = await bringSamples(db, 'http://127.0.0.1:2222');
  expect(feeds).toHaveLength(sampleFeeds('x:').length);
  expect(await db.selectFrom('feeds').select('url').where('url', 'like', '%1111%').execute()).toEqual([]);
  expect((await findChannel(db, homeChannel))?.sample).toBe(true);
  const real = await anArticle(db, await aFeed(db), { title: 'Real', sentences: ['It is real.'] });
  await anArticle(db, feeds[0]!, { title: 'Sample', sentences: ['It is a sample.'], sample: true });
  await placeArticles(placing(db));

  await dropSamples(db);
  expect(await hasSamples(db)).toBe(false);
  expect((await db.selectFrom('articles').select('id').execute()).map(({ id }) => id)).toEqual([real]);
  expect(await db.selectFrom('stories').select('id').where('sample', '=', true).execute()).toEqual([]);
  expect((await findChannel(db, homeChannel))?.sample).toBe(false);
});

storeTest('one real feed that answered is real news', async ({ db }) => {
  const feed = await aFeed(db);
  expect(await anyRealFeedRead(db)).toBe(false);
  await db.updateTable('feeds').set({ last_success_at: new Date() }).where('id', '=', feed).execute();
  expect(await anyRealFeedRead(db)).toBe(true);
});
