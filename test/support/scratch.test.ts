import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeScratchFolder, removeLeftovers } from './scratch.ts';

test('a run takes away what killed runs left behind, and nothing else', async () => {
  const { folder } = await makeScratchFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const dead = `tidings-test-${spawnSync('true').pid}-AbCdEf`;
  const running = `tidings-test-${process.ppid}-AbCdEf`;
  for (const name of [dead, running, 'tidings-test-AbCdEf', 'tidings-1-x']) await mkdir(join(folder, name));
  await writeFile(join(folder, dead, 'file'), '');
  await removeLeftovers([folder, join(folder, 'not-there')]);
  expect((await readdir(folder)).filter((name) => name.startsWith('tidings-')).sort()).toEqual(
    [running, 'tidings-1-x', 'tidings-test-AbCdEf'].sort(),
  );
});
