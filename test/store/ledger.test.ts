import { expect } from 'vitest';
import type { ChannelId, StoryId } from '../../src/model.ts';
import { hadBefore, recordDelivered } from '../../src/store/ledger.ts';
import { aCandidate, anArticleOf } from '../story/build.ts';
import { storeTest } from '../support/store.ts';

const secret = 'a secret of at least some length';
const here = 'slack:T1/C1' as ChannelId;
const elsewhere = 'slack:T1/C2' as ChannelId;

storeTest('a channel is known to have had a story, another channel is not', async ({ db }) => {
  const story = aCandidate({ revision: 3 });
  await recordDelivered(db, secret, here, [story]);
  await recordDelivered(db, secret, here, [story]);

  expect(await hadBefore(db, secret, here, [story, aCandidate()])).toEqual(new Map([[story.story, { revision: 3 }]]));
  expect(await hadBefore(db, secret, elsewhere, [story])).toEqual(new Map());
  expect(await hadBefore(db, 'another secret', here, [story])).toEqual(new Map());
});

storeTest('it holds when the story is split, and when it is merged into another', async ({ db }) => {
  const articles = [anArticleOf(), anArticleOf()];
  const story = aCandidate({ articles });
  await recordDelivered(db, secret, here, [story]);

  const splitOff = aCandidate({ articles: [articles[1]!] });
  const merged = aCandidate({ former: [story.story] });
  const had = await hadBefore(db, secret, here, [splitOff, merged]);
  expect([...had.keys()]).toEqual([splitOff.story, merged.story]);
});

storeTest('it holds when the article comes back under another address', async ({ db }) => {
  const article = anArticleOf({ contentHash: 'the same text' });
  await recordDelivered(db, secret, here, [aCandidate({ articles: [article] })]);

  const moved = aCandidate({
    articles: [anArticleOf({ contentHash: 'the same text', canonicalUrl: 'https://other.example/1' })],
  });
  expect((await hadBefore(db, secret, here, [moved])).has(moved.story)).toBe(true);
});

storeTest('a later revision is remembered, an earlier one does not undo it', async ({ db }) => {
  const story = aCandidate({ revision: 4 });
  await recordDelivered(db, secret, here, [story]);
  await recordDelivered(db, secret, here, [{ ...story, revision: 2 }]);
  expect((await hadBefore(db, secret, here, [story])).get(story.story)).toEqual({ revision: 4 });
});

storeTest('nothing in it names a channel or a story', async ({ db }) => {
  const story = aCandidate({ story: 'aaaaaaaa-0000-4000-8000-000000000001' as StoryId });
  await recordDelivered(db, secret, here, [story]);
  const rows = await db.selectFrom('ledger').selectAll().execute();
  expect(rows.length).toBe(3);
  expect(rows.every(({ key }) => key.length === 16)).toBe(true);
});

storeTest('two deliveries at once to one channel are both kept', async ({ db }) => {
  const stories = Array.from({ length: 12 }, () => aCandidate());
  await Promise.all([
    recordDelivered(db, secret, here, stories),
    recordDelivered(db, secret, here, stories.toReversed()),
  ]);
  expect((await hadBefore(db, secret, here, stories)).size).toBe(12);
});
