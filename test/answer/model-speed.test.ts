import { expect } from 'vitest';
import { measureStream } from '../bench/model.ts';
import { storeTest } from '../support/store.ts';

storeTest('of a streamed answer, little time is ours', { timeout: 60_000 }, async ({ db }) => {
  const figures = await measureStream(db);
  console.log('streamed answer', figures);
  expect(figures.beforeRequestMs + figures.firstTokenMs).toBeLessThan(50);
  // 20 ms on a machine at rest; where the SDK itself is slow, the machine is not, and four times its own time is allowed.
  expect(figures.per1000TokensMs).toBeLessThan(Math.max(20, 4 * figures.sdkPer1000TokensMs));
});
