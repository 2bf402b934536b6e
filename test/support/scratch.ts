/** Where the files of a run lie: in memory where there is room, since a disk is what the tests would wait for. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

async function makeFolder(parent: string): Promise<string> {
  const folder = await mkdtemp(join(parent, 'tidings-test-'));
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
