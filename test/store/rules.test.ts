import { expect } from 'vitest';
import type { ChannelId } from '../../src/model.ts';
import type { Database } from '../../src/store/database.ts';
import { addRule, listRules, undoRule } from '../../src/store/rules.ts';
import { storeTest } from '../support/store.ts';

const less = { kind: 'less' as const, value: 'topic:startups', label: 'Startups', story: null, createdBy: 'U1' };

async function aChannel(db: Database, id: string): Promise<ChannelId> {
  await db
    .insertInto('channels')
    .values({ id, platform: 'web', workspace: 'web', language: 'en', zone: 'UTC' })
    .execute();
  return id as ChannelId;
}

storeTest('a rule asked for twice is one rule, and changes its channel only', async ({ db }) => {
  const [a, b] = [await aChannel(db, 'web:a'), await aChannel(db, 'web:b')];
  await Promise.all([addRule(db, a, less), addRule(db, a, less)]);
  expect(await listRules(db, a)).toMatchObject([{ kind: 'less', value: 'topic:startups', label: 'Startups' }]);
  expect(await listRules(db, b)).toEqual([]);
});

storeTest('more takes the place of less', async ({ db }) => {
  const channel = await aChannel(db, 'web:a');
  await addRule(db, channel, less);
  await addRule(db, channel, { ...less, kind: 'more' });
  expect((await listRules(db, channel)).map(({ kind }) => kind)).toEqual(['more']);
});

storeTest('a rule is taken back by its own channel only, once', async ({ db }) => {
  const [a, b] = [await aChannel(db, 'web:a'), await aChannel(db, 'web:b')];
  const { id } = await addRule(db, a, less);
  expect(await undoRule(db, b, id)).toBeNull();
  expect(await undoRule(db, a, id)).toMatchObject({ id });
  expect(await undoRule(db, a, id)).toBeNull();
});
