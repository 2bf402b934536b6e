import { expect } from 'vitest';
import { pauseScope, takeSlots } from '../../src/store/limits.ts';
import { storeTest } from '../support/store.ts';

const now = new Date('2026-11-21T08:00:00Z');

storeTest('of posts that come at once to a workspace never posted to, one goes', async ({ db }) => {
  const waits = await Promise.all(
    Array.from({ length: 4 }, (_, channel) =>
      takeSlots(
        db,
        [
          { scope: `post:slack:T1/C${channel}`, spacingMs: 1_000 },
          { scope: 'post:slack:T1', spacingMs: 200 },
        ],
        now,
      ),
    ),
  );
  expect(waits.filter((wait) => wait === 0)).toHaveLength(1);
  expect(waits.filter((wait) => wait === 200)).toHaveLength(3);
});

storeTest('who has to wait takes no slot from others', async ({ db }) => {
  const workspace = { scope: 'post:slack:T1', spacingMs: 200 };
  const first = { scope: 'post:slack:T1/C1', spacingMs: 1_000 };
  const other = { scope: 'post:slack:T1/C2', spacingMs: 1_000 };
  expect(await takeSlots(db, [first, workspace], now)).toBe(0);
  const soon = new Date(now.getTime() + 300);
  expect(await takeSlots(db, [first, workspace], soon)).toBe(700);
  expect(await takeSlots(db, [other, workspace], soon)).toBe(0);
});

storeTest('a pause holds a scope that is not spaced, and a shorter one does not end it', async ({ db }) => {
  await pauseScope(db, 'post:line:group', new Date(now.getTime() + 30_000));
  await pauseScope(db, 'post:line:group', new Date(now.getTime() + 5_000));
  expect(await takeSlots(db, [{ scope: 'post:line:group', spacingMs: 0 }], now)).toBe(30_000);
});
