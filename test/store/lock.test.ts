import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderTaken, holdsFolder, lockFolder } from '../../src/store/lock.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidings-lock-'));
  file = join(folder, 'lock.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const dead = () => JSON.stringify({ pid: spawnSync('true').pid, started: '1', since: '2026-11-21T08:00:00Z' });
const longAgo = new Date('2026-11-21T08:00:00Z');

test('who holds the folder is named, and gives it free', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderTaken);
  expect(() => lockFolder(folder)).toThrow(`process ${process.pid}`);
  expect(holdsFolder(folder)).toBe(true);
  unlock();
  expect(existsSync(file)).toBe(false);
  lockFolder(folder)();
});

test('who does not run any more holds nothing, nor does another with its number', () => {
  writeFileSync(file, dead());
  lockFolder(folder)();
  writeFileSync(file, JSON.stringify({ pid: process.ppid, started: 'before', since: '' }));
  lockFolder(folder)();
  expect(holdsFolder(folder)).toBe(false);
});

test('a lock that was cut off while it was written, or taken away, holds nothing after a moment', () => {
  writeFileSync(file, '');
  utimesSync(file, longAgo, longAgo);
  mkdirSync(`${file}.taking`);
  utimesSync(`${file}.taking`, longAgo, longAgo);
  lockFolder(folder);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
  expect(existsSync(`${file}.taking`)).toBe(false);
});

/** Processes that try at the same instant, and live until the last has tried. */
async function rush(count: number): Promise<string[]> {
  const script = `
    const { lockFolder } = await import(${JSON.stringify(new URL('../../src/store/lock.ts', import.meta.url).href)});
    console.log('ready');
    process.stdin.once('data', (at) => {
      while (Date.now() < Number(at));
      try { lockFolder(process.argv[1]); console.log('won'); } catch (error) { console.log(error.name); }
    });
    process.stdin.once('end', () => process.exit());`;
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script, folder], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  const lines = children.map(({ stdout }) => createInterface({ input: stdout })[Symbol.asyncIterator]());
  const next = () => Promise.all(lines.map(async (each) => (await each.next()).value as string));
  await next();
  const at = String(Date.now() + 50);
  for (const { stdin } of children) stdin.write(at);
  const outcomes = await next();
  for (const { stdin } of children) stdin.end();
  return outcomes;
}

test('of many that find a dead lock at once, one gets the folder', async () => {
  for (let round = 0; round < 8; round++) {
    writeFileSync(file, dead());
    expect((await rush(4)).sort()).toEqual([...Array(3).fill('FolderTaken'), 'won']);
  }
});
