/** How a start ends that is cut off, or that cannot be: nothing stays behind, and what is wrong is said once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { processExists } from '../../src/store/lock.ts';
import { nodeOptions, until } from '../support/program.ts';
import { makeScratchFolder } from '../support/scratch.ts';

function started(env: Record<string, string>, ...args: string[]) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [...nodeOptions, 'src/main.ts', ...args], {
    env: { PATH, HOME, PORT: '0', TIMEZONE: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  return { child, ended: once(child, 'close').then(() => output) };
}

async function scratchFolder(): Promise<string> {
  const { folder } = await makeScratchFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function server(folder: string): Promise<number | false> {
  const file = join(folder, 'postgres', 'postmaster.pid');
  return existsSync(file) && (Number((await readFile(file, 'utf8')).split('\n')[0]) || false);
}

test.for([[''], ['channels']])('Ctrl-C before it stands takes its database along (%s)', async ([command]) => {
  const folder = await scratchFolder();
  const { child, ended } = started({ DATA_DIR: folder }, ...(command ? [command] : []));
  const database = await until(() => server(folder), 'the database');
  child.kill('SIGINT');
  expect(await ended).not.toContain('Error');
  // In order, it takes its file away; nobody need have seen the process off yet.
  await until(async () => !(await server(folder)) || !processExists(database), 'its end');
});

test.for([
  [
    'REDIS_URL',
    'redis://127.0.0.1:1',
    /^The Redis server at 127\.0\.0\.1:1 does not let us in: .*ECONNREFUSED.*\nCheck/,
  ],
  ['HOST', '192.0.2.1', /^192\.0\.2\.1 is no address of this machine/],
])('%s %s is said once, with what to do', async ([name, value, says]) => {
  const { child, ended } = started({ DATA_DIR: await scratchFolder(), [name as string]: value as string });
  expect(await ended).toMatch(says as RegExp);
  expect(child.exitCode).toBe(1);
});

test('a data folder that cannot be is said with what to do', async () => {
  const file = join(await scratchFolder(), 'file');
  await writeFile(file, '');
  const { child, ended } = started({ DATA_DIR: join(file, 'data') });
  expect(await ended).toMatch(/cannot be used: .*\nName another with DATA_DIR/);
  expect(child.exitCode).toBe(1);
});
