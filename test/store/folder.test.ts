import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from '../../src/store/folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidings-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder is made with those above it, and one that is there is left', () => {
  makeFolder(join(folder, 'a/b/c'));
  makeFolder(join(folder, 'a/b/c'));
  expect(statSync(join(folder, 'a/b/c')).isDirectory()).toBe(true);
  mkdirSync(join(folder, 'real'));
  symlinkSync('real', join(folder, 'link'));
  makeFolder(join(folder, 'link/x'));
  expect(statSync(join(folder, 'real/x')).isDirectory()).toBe(true);
});

// Of each Node's own `recursive` says the same, or never returns.
test('a file, what is below one, and a link that leads nowhere are refused at once', () => {
  writeFileSync(join(folder, 'file'), '');
  symlinkSync('nowhere', join(folder, 'dangling'));
  for (const [path, code] of [
    ['file', 'EEXIST'],
    ['file/x', 'ENOTDIR'],
    ['file/x/y', 'ENOTDIR'],
    ['dangling', 'EEXIST'],
    ['dangling/x', /^E(NOENT|EXIST)$/],
    ['dangling/x/y', /^E(NOENT|EXIST)$/],
  ] as const)
    expect(() => makeFolder(join(folder, path)), path).toThrow(
      expect.objectContaining({ code: typeof code === 'string' ? code : expect.stringMatching(code) }),
    );
});

test.runIf(process.platform === 'linux')('where the system keeps no files it is refused at once', () => {
  expect(() => makeFolder('/proc/tidings/data')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
});
