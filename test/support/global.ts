/** One PostgreSQL for the whole run: the embedded one, or the server that DATABASE_URL names. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate, openDatabase } from '../../src/store/database.ts';
import { startEmbedded } from '../../src/store/embedded.ts';
import { createDatabase, databaseUrl, dropDatabases } from './databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Server to make databases on, and the migrated database to copy them from. */
    postgres: { server: string; template: string; run: string };
  }
}

// biome-ignore lint/style/noDefaultExport: vitest calls a global set-up by its default export.
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tidings-test-'));
  // As root the server runs as nobody, who must be able to enter.
  await chmod(folder, 0o755);
  const embedded = process.env.DATABASE_URL ? null : await startEmbedded(folder, console.error);
  const server = process.env.DATABASE_URL ?? embedded!.url;
  const run = `t${process.pid}`;
  const template = await createDatabase(server, `${run}_template`);
  const { db } = openDatabase(databaseUrl(server, template), 2);
  await migrate(db);
  await db.destroy();
  project.provide('postgres', { server, template, run });
  return async () => {
    await dropDatabases(server, run);
    await embedded?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
