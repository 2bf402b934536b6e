/** Where the files of a run lie: in memory where there is room, since a disk is what the tests would wait for. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processExists } from '../../src/store/lock.ts';

/** A run of the whole suite uses up to half of it. */
const roomBytes = 2 ** 30;

/** @returns a new folder that every user may enter, and whether it is in memory. */
export async function makeScratchFolder(): Promise<{ folder: string; inMemory: boolean }> {
  const memory = await makeFolder('/dev/shm').catch(() => null);
  if (memory !== null) {
    if ((await hasRoom(memory)) && (await runsPrograms(memory))) return { folder: memory, inMemory: true };
    await rm(memory, { recursive: true });
  }
  return { folder: await makeFolder(tmpdir()), inMemory: false };
}

/** What runs left behind that were killed: memory is short, and nobody else gives it back. */
export async function removeLeftovers(parents = ['/dev/shm', tmpdir()]): Promise<void> {
  for (const parent of parents)
    for (const name of await readdir(parent).catch(() => [])) {
      const pid = Number(/^tidings-test-(\d+)-/.exec(name)?.[1]);
      // A database that still runs there ends by itself when its files are gone.
      if (pid > 0 && !processExists(pid)) await rm(join(parent, name), { recursive: true, force: true });
    }
}

async function makeFolder(parent: string): Promise<string> {
  const folder = await mkdtemp(join(parent, `tidings-test-${process.pid}-`));
  // As root the database server runs as nobody, who must be able to enter.
  await chmod(folder, 0o755);
  return folder;
}

async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= roomBytes;
}

/** A container's shared memory is often mounted without that right; a copy of the database server would not start. */
async function runsPrograms(folder: string): Promise<boolean> {
  const program = join(folder, 'probe');
  await writeFile(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  return spawnSync(program).status === 0;
}
