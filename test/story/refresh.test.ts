import { expect } from 'vitest';
import { refreshStories } from '../../src/story/refresh.ts';
import { storeTest } from '../support/store.ts';
import { keepStory } from './build.ts';

const notLive = () => null;

storeTest('a story whose articles were deleted while one was placed is not merged into itself', async ({ db }) => {
  const { id } = await keepStory(db);
  const placement = { item: '1', at: 0, story: id, fresh: true, origin: '1', news: false, score: 1, moved: [] };
  expect(await refreshStories(db, [placement], notLive)).toEqual({ touched: [], merged: [] });
});

storeTest('one whose articles all went to another lives on there', async ({ db }) => {
  const [from, to] = [await keepStory(db), await keepStory(db)];
  const moved = [{ item: '1', from: from.id, to: to.id }];
  const placement = { item: '2', at: 0, story: to.id, fresh: false, origin: '2', news: false, score: 1, moved };
  const { merged } = await refreshStories(db, [placement], notLive);
  expect(merged).toEqual([{ from: from.id, into: to.id }]);
});
