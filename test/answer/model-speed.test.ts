import { expect } from 'vitest';
import { measureStream } from '../bench/model.ts';
import { storeTest } from '../support/store.ts';

storeTest('of a streamed answer, little time is ours', { timeout: 60_000 }, async ({ db }) => {
  const figures = await measureStream(db);
  console.log('streamed answer', figures);
  expect(figures.beforeRequestMs + figures.firstTokenMs).toBeLessThan(50);
  expect(figures.per1000TokensMs).toBeLessThan(20);
});
