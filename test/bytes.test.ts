import { expect, test } from 'vitest';
import { readAtMost } from '../src/bytes.ts';

test.for([
  [8, 'ab'.repeat(4)],
  [7, null],
] as const)('of at most %i bytes', async ([most, expected]) => {
  let given = 0;
  async function* body() {
    for (; given < 4; given++) yield Buffer.from('ab');
  }
  expect((await readAtMost(body(), most))?.toString() ?? null).toBe(expected);
  expect(given).toBe(expected === null ? 3 : 4);
});

test('the rest of a body that is too long is let go', async () => {
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1000)),
    cancel: () => {
      cancelled = true;
    },
  });
  expect(await readAtMost(endless, 5_000)).toBeNull();
  expect(cancelled).toBe(true);
});

test('no body is an empty one', async () => {
  expect(await readAtMost(null, 10)).toEqual(Buffer.alloc(0));
});
