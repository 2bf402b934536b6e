/** The private PostgreSQL: what a newcomer's machine does to it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, migrate, openDatabase } from '../../src/store/database.ts';
import { joinEmbedded, startEmbedded } from '../../src/store/embedded.ts';
import { FolderTaken, processExists } from '../../src/store/lock.ts';
import { setSetting } from '../../src/store/settings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidings-embedded-'));
  // As root the server runs as nobody, who must be able to enter; otherwise the data would be kept elsewhere.
  await chmod(folder, 0o755);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const quiet = () => {};

async function serverPid(): Promise<number> {
  return Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function startElsewhere() {
  const child = spawn(process.execPath, ['test/support/hold-embedded.ts', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('it ended before it was up')));
  ended.catch(() => {});
  await Promise.race([once(child.stdout, 'data'), ended]);
  return child;
}

test('what was written is there after a stop and a start, and nothing runs in between', async () => {
  const first = await startEmbedded(folder, quiet);
  expect(first.fresh).toBe(true);
  const { db } = openDatabase(first.url, 2);
  await migrate(db);
  await setSetting(db, 'kept', 'yes');
  await db.destroy();
  const pid = await serverPid();
  await first.stop();
  expect(processExists(pid)).toBe(false);

  const second = await startEmbedded(folder, quiet);
  expect(second.fresh).toBe(false);
  const again = openDatabase(second.url, 2);
  expect(await again.db.selectFrom('settings').select('value').where('key', '=', 'kept').executeTakeFirst()).toEqual({
    value: 'yes',
  });
  await again.db.destroy();
  await second.stop();
});

test('a second program on the same folder is refused at once, and told who holds it', async () => {
  const holder = await startEmbedded(folder, quiet);
  const askedAt = Date.now();
  const refusal = await startEmbedded(folder, quiet).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FolderTaken);
  expect(String(refusal)).toContain(`process ${process.pid}`);
  expect(Date.now() - askedAt).toBeLessThan(2_000);
  await holder.stop();
});

test('a command beside it joins its server, and leaves it running', async () => {
  expect(await joinEmbedded(folder)).toBeNull();
  const child = await startElsewhere();
  const joined = await joinEmbedded(folder);
  const { db } = openDatabase(joined!.url, 2);
  await migrate(db);
  await setSetting(db, 'joined', 'yes');
  await db.destroy();
  await joined!.stop();
  expect(processExists(await serverPid())).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  // Orphaned, the server still answers; it is no running program's, so it is not joined but ended by the next start.
  expect(await joinEmbedded(folder)).toBeNull();
  await (await startEmbedded(folder, quiet)).stop();
});

test('after kill -9 the orphaned server is ended, its stale pid file goes, and the data are whole', async () => {
  const killed = await startElsewhere();
  const orphan = await serverPid();
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(processExists(orphan)).toBe(true);
  const next = await startEmbedded(folder, quiet);
  expect(processExists(orphan)).toBe(false);
  expect(next.fresh).toBe(false);
  await next.stop();
});

test('SIGTERM leaves no orphan', async () => {
  const child = await startElsewhere();
  const pid = await serverPid();
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(processExists(pid)).toBe(false);
});

test('a pid file of a process that is no PostgreSQL is left over, and never somebody else’s end', async () => {
  await (await startEmbedded(folder, quiet)).stop();
  await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder}\n`);
  const next = await startEmbedded(folder, quiet);
  expect(await serverPid()).not.toBe(process.pid);
  await next.stop();
});

test('a stale pid file whose number is now another PostgreSQL ends nobody', { timeout: 60_000 }, async () => {
  const other = await mkdtemp(join(tmpdir(), 'tidings-other-'));
  await chmod(other, 0o755);
  const neighbour = await startEmbedded(other, quiet);
  const pid = Number((await readFile(join(other, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  await (await startEmbedded(folder, quiet)).stop();
  await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${pid}\n${folder}\n`);
  const next = await startEmbedded(folder, quiet);
  expect(processExists(pid)).toBe(true);
  await next.stop();
  await neighbour.stop();
  await rm(other, { recursive: true });
});

test('a server that ends by itself is started again, and it is said', async () => {
  const said: string[] = [];
  const embedded = await startEmbedded(folder, (message) => said.push(message));
  process.kill(await serverPid(), 'SIGKILL');
  const { db } = openDatabase(embedded.url, 1);
  await answersAgain(db);
  expect(said.join()).toContain('started again');
  await db.destroy();
  await embedded.stop();
});

test('a server that cannot be started again at once is tried again, and stopped meanwhile it stays away', async () => {
  const said: string[] = [];
  const embedded = await startEmbedded(folder, (message) => said.push(message));
  const away = async () => {
    await rename(join(folder, 'postgres'), join(folder, 'away'));
    process.kill(Number((await readFile(join(folder, 'away', 'postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGKILL');
  };
  await away();
  await expect.poll(() => said.join(), { timeout: 20_000 }).toContain('tried again in');
  await rename(join(folder, 'away'), join(folder, 'postgres'));
  await expect.poll(() => serverPid().then(processExists, () => false), { timeout: 20_000 }).toBe(true);
  const { db } = openDatabase(embedded.url, 1);
  await answersAgain(db);
  await db.destroy();

  said.length = 0;
  await away();
  await expect.poll(() => said.join(), { timeout: 20_000 }).toContain('tried again in');
  await embedded.stop();
  await rename(join(folder, 'away'), join(folder, 'postgres'));
  expect(await serverPid().then(processExists, () => false)).toBe(false);
});

test('a first start that was cut off leaves nothing half', async () => {
  await mkdir(join(folder, 'postgres.new', 'base'), { recursive: true });
  const embedded = await startEmbedded(folder, quiet);
  expect(embedded.fresh).toBe(true);
  await embedded.stop();
});

test.skipIf(process.getuid?.() !== 0)(
  'a folder that nobody may enter has its data where the server can go (needs root)',
  async () => {
    await chmod(folder, 0o700);
    const embedded = await startEmbedded(folder, quiet);
    expect(embedded.folder).toMatch(/^\/var\/lib\/tidings\//);
    await embedded.stop();
    await rm(embedded.folder, { recursive: true });
  },
);

test('a lock whose holder is gone holds nothing', async () => {
  await writeFile(join(folder, 'lock.json'), JSON.stringify({ pid: 2 ** 22 - 1, started: '1', since: 'long ago' }));
  const embedded = await startEmbedded(folder, quiet);
  await embedded.stop();
  await expect(unlink(join(folder, 'lock.json'))).rejects.toThrow('ENOENT');
});

async function answersAgain(db: Database): Promise<void> {
  const migrated = () =>
    migrate(db).then(
      () => true,
      () => false,
    );
  await expect.poll(migrated, { timeout: 20_000 }).toBe(true);
}
