/** What README says is kept, and for how long. */
import { expect } from 'vitest';
import type { ChannelId } from '../../src/model.ts';
import { openNotice } from '../../src/notice.ts';
import { createSeal } from '../../src/seal.ts';
import { changeChannel, closeChannel, ensureChannel, findChannel, reopenChannel } from '../../src/store/channels.ts';
import type { Database } from '../../src/store/database.ts';
import { replyDelivery } from '../../src/store/deliveries.ts';
import { insertDigest } from '../../src/store/digests.ts';
import { claimInbound, finishInbound, storeInbound } from '../../src/store/inbound.ts';
import { tellOnce } from '../../src/store/limits.ts';
import { loadStoryText, storyOfArticle } from '../../src/store/stories.ts';
import { sweep } from '../../src/store/sweep.ts';
import { recordTurn } from '../../src/store/turns.ts';
import { recordUsage } from '../../src/store/usage.ts';
import { placeArticles } from '../../src/story/place.ts';
import { aFeed, anArticle, placing } from '../story/build.ts';
import { aDigest, anInbound } from '../support/builders.ts';
import { storeTest } from '../support/store.ts';

const channel = 'fake:W1/C1' as ChannelId;
const start = new Date('2026-11-21T08:00:00Z');
const after = (days: number) => new Date(start.getTime() + days * 86_400_000);
const hasRows = async (db: Database, table: 'inbound' | 'turns' | 'digests' | 'deliveries' | 'articles' | 'stories') =>
  (await db.selectFrom(table).select('id').limit(1).execute()).length > 0;

async function aChannel(db: Database): Promise<void> {
  await ensureChannel(db, { id: channel, name: null, language: 'en', zone: 'UTC', createdBy: 'U1' });
  await db.updateTable('channels').set({ created_at: start }).execute();
}

storeTest('what people wrote to us, and what we answered, is kept for 30 days', async ({ db }) => {
  await aChannel(db);
  const seal = createSeal('secret');
  const id = (await storeInbound(db, seal, anInbound({ channel }), start))!;
  await claimInbound(db, seal, id, start);
  await finishInbound(db, id, start);
  const turn = { channel, thread: null, author: 'U1', message: null, question: 'why?', answer: 'so', story: null };
  await recordTurn(db, { ...turn, cites: [] }, replyDelivery(id), start);
  await sweep(db, after(29));
  expect([await hasRows(db, 'inbound'), await hasRows(db, 'turns')]).toEqual([true, true]);
  await sweep(db, after(31));
  expect([await hasRows(db, 'inbound'), await hasRows(db, 'turns')]).toEqual([false, false]);
});

storeTest('digests and their deliveries are kept for 90 days', async ({ db }) => {
  await aChannel(db);
  await insertDigest(db, aDigest({ channel, composedAt: start.toISOString() }));
  await openNotice(
    db,
    channel,
    { blocks: [], buttons: [], private: false, attachment: null } as never,
    async () => true,
  );
  await db.updateTable('deliveries').set({ created_at: start }).execute();
  await sweep(db, after(89));
  expect([await hasRows(db, 'digests'), await hasRows(db, 'deliveries')]).toEqual([true, true]);
  await sweep(db, after(91));
  expect([await hasRows(db, 'digests'), await hasRows(db, 'deliveries')]).toEqual([false, false]);
  expect(await findChannel(db, channel)).not.toBeNull();
});

storeTest('an article is kept for 90 days, and its story as long as one article is', async ({ db }) => {
  const feed = await aFeed(db);
  const article = await anArticle(db, feed, { title: 'A', sentences: ['A tram stopped.'], publishedAt: start });
  await db.updateTable('articles').set({ fetched_at: start }).execute();
  await placeArticles(placing(db, { now: () => start }));
  const story = (await storyOfArticle(db, article))!;
  await sweep(db, after(89));
  expect(await loadStoryText(db, story)).not.toBeNull();
  await sweep(db, after(91));
  expect([await hasRows(db, 'articles'), await hasRows(db, 'stories')]).toEqual([false, false]);
});

storeTest('a channel that stayed closed for 90 days is forgotten whole', async ({ db }) => {
  await aChannel(db);
  await tellOnce(db, channel, 'failing:1');
  const usage = { day: '2026-11-21', channel, model: 'm', task: 'answer', calls: 1, retries: 0 };
  await recordUsage(db, { ...usage, inputTokens: 1, outputTokens: 1, costMicros: 5 });
  await closeChannel(db, channel, 'is_archived', start);
  await sweep(db, after(89));
  expect(await findChannel(db, channel)).not.toBeNull();
  await sweep(db, after(91));
  expect(await findChannel(db, channel)).toBeNull();
  expect(await db.selectFrom('told').selectAll().execute()).toEqual([]);
  const [kept] = await db.selectFrom('usage').select(['channel_id', 'cost_micros']).execute();
  expect(kept!.cost_micros).toBe(5);
  expect(kept!.channel_id).not.toContain('C1');
});

storeTest('the 90 days begin when it is closed, however long it was paused before', async ({ db }) => {
  await aChannel(db);
  await changeChannel(db, channel, { state: 'paused' });
  await closeChannel(db, channel, 'is_archived', after(200));
  // A post that finds it closed once more does not make it younger.
  await closeChannel(db, channel, 'channel_not_found', after(250));

  await sweep(db, after(289));
  expect(await findChannel(db, channel)).not.toBeNull();
  await sweep(db, after(291));
  expect(await findChannel(db, channel)).toBeNull();
});

storeTest('one that was opened and closed again is as old as its last closing', async ({ db }) => {
  await aChannel(db);
  await closeChannel(db, channel, 'is_archived', start);
  await reopenChannel(db, channel);
  await closeChannel(db, channel, 'is_archived', after(80));

  await sweep(db, after(91));
  expect(await findChannel(db, channel)).not.toBeNull();
});
