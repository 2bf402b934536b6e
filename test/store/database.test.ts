import { sql } from 'kysely';
import { expect } from 'vitest';
import { migrate, openDatabase } from '../../src/store/database.ts';
import { storeTest } from '../support/store.ts';

storeTest('several processes that start at once migrate once', async ({ url }) => {
  const opened = [1, 2, 3, 4].map(() => openDatabase(url, 1).db);
  await Promise.all(opened.map(migrate));
  expect(await opened[0]!.selectFrom('feeds').selectAll().execute()).toEqual([]);
  await Promise.all(opened.map((db) => db.destroy()));
});

storeTest('a calendar date stays the text that it was, and a count is a number', async ({ db }) => {
  await db.insertInto('counts').values({ scope: 'a', day: '2026-03-29', n: 1 }).execute();
  const row = await db
    .selectFrom('counts')
    .select(['day', (eb) => eb.fn.countAll<number>().as('rows')])
    .groupBy('day')
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ day: '2026-03-29', rows: 1 });
});

storeTest('what refers to a row is found by an index when that row is deleted', async ({ db }) => {
  const unindexed = await sql<{ reference: string }>`
    select format('%s (%s)', conrelid::regclass, attname) as reference
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and connamespace = 'public'::regnamespace
      and not exists (select from pg_index where indrelid = conrelid and indkey[0] = conkey[1])`.execute(db);
  expect(unindexed.rows).toEqual([]);
});
