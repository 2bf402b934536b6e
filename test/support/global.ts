/** One PostgreSQL for the whole run: the embedded one, or the server that DATABASE_URL names. */
import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { migrate, openDatabase } from '../../src/store/database.ts';
import { startEmbedded } from '../../src/store/embedded.ts';
import { createDatabase, databaseUrl, dropDatabases, isUnsynced, type Template } from './databases.ts';
import { makeScratchFolder, removeLeftovers } from './scratch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Server to make databases on, and the migrated database to copy them from. */
    postgres: { server: string; template: Template; run: string };
  }
}

// biome-ignore lint/style/noDefaultExport: vitest calls a global set-up by its default export.
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const { folder, inMemory } = await makeScratchFolder();
  // The tests' own files as well; what one leaves behind goes with the folder.
  process.env.TMPDIR = folder;
  const embedded = process.env.DATABASE_URL ? null : await startEmbedded(folder, console.error);
  const server = process.env.DATABASE_URL ?? embedded!.url;
  const run = `t${process.pid}`;
  const name = await createDatabase(server, `${run}_template`);
  const { db } = openDatabase(databaseUrl(server, name), 2);
  await migrate(db);
  await db.destroy();
  const quick = embedded === null ? await isUnsynced(server) : inMemory;
  const template: Template = { name, strategy: quick ? 'file_copy' : 'wal_log' };
  project.provide('postgres', { server, template, run });
  return async () => {
    await dropDatabases(server, run);
    await embedded?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
