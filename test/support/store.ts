/**
 * `storeTest('does this', async ({ db, url }) => …)`: a test with a freshly migrated PostgreSQL database of its own,
 * embedded or on the server that DATABASE_URL names.
 */
import { randomUUID } from 'node:crypto';
import { inject, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createDatabase, databaseUrl, dropDatabase } from './databases.ts';

export const storeTest = test.extend<{ url: string; db: Database }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixture's needs from the pattern.
  url: async ({}, use) => {
    const { server, template, run } = inject('postgres');
    const name = await createDatabase(server, `${run}_${randomUUID().replaceAll('-', '').slice(0, 12)}`, template);
    await use(databaseUrl(server, name));
    await dropDatabase(server, name);
  },
  db: async ({ url }, use) => {
    const { db } = openDatabase(url, 4);
    await use(db);
    await db.destroy();
  },
});
