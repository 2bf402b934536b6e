import { expect } from 'vitest';
import { addToSum, getSetting } from '../../src/store/settings.ts';
import { storeTest } from '../support/store.ts';

storeTest('what several processes add to a sum at once is all in it', async ({ db }) => {
  expect(await getSetting(db, 'line:pushed')).toBeNull();
  await Promise.all(Array.from({ length: 20 }, (_, n) => addToSum(db, 'line:pushed', n)));

  expect(await getSetting(db, 'line:pushed')).toBe(190);
});
