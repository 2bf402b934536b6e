import { expect } from 'vitest';
import { readiness } from '../../src/main/web.ts';
import { storeTest } from '../support/store.ts';

storeTest('readiness is told though the queue never answers', async ({ db }) => {
  const outcome = await readiness({ db }, { ping: () => new Promise(() => {}) });

  expect(outcome).toEqual({ ready: false, detail: { database: 'ok', queue: 'no answer within 2 s' } });
});

storeTest('what fails is told in its own words', async ({ db }) => {
  const ping = async () => {
    throw new Error('connect ECONNREFUSED');
  };

  expect(await readiness({ db }, { ping })).toEqual({
    ready: false,
    detail: { database: 'ok', queue: 'connect ECONNREFUSED' },
  });
});
