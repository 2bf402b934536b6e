/** The embedded server's process: started, watched, started again when it ends by itself, and ended in order. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { chown, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, runAs } from './binaries.ts';

/** Where its files are. */
export interface Place {
  folder: string;
  data: string;
  sockets: string;
  log: string;
}

export const user = 'tidings';
export const database = 'tidings';
/** After a power cut it may read its whole log again before it answers. */
const startTimeoutMs = 90_000;
export const stopTimeoutMs = 8_000;
/** Between attempts to start it again, at first and at most. */
const firstWaitMs = 500;
const lastWaitMs = 30_000;
/** For clients to leave by themselves, before they are sent away. */
const partingMs = 500;

export interface Server {
  stop(): Promise<void>;
}

/** Starts the server and starts it again, until it succeeds, when it ends by itself. @throws when the first start fails. */
export async function superviseServer(
  place: Place,
  binaries: Binaries,
  port: number,
  onTrouble: (message: string) => void,
): Promise<Server> {
  const stopping = new AbortController();
  let child = await startServer(place, binaries, port);
  let reviving: Promise<void> = Promise.resolve();

  const watch = () =>
    child.once('exit', (code, signal) => {
      if (stopping.signal.aborted) return;
      onTrouble(`The embedded database ended (${signal ?? code}); it is started again. Its log: ${place.log}`);
      reviving = revive();
    });
  const revive = async () => {
    for (let waitMs = firstWaitMs; !stopping.signal.aborted; waitMs = Math.min(waitMs * 2, lastWaitMs)) {
      try {
        await rm(join(place.data, 'postmaster.pid'), { force: true });
        child = await startServer(place, binaries, port);
        watch();
        return;
      } catch (error) {
        onTrouble(`${String(error)}; it is tried again in ${waitMs / 1000} s`);
        await delay(waitMs, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  };
  watch();
  return {
    async stop() {
      stopping.abort();
      await reviving;
      if (hasEnded(child)) return;
      // First as its clients leave: a connection of ours that is only being closed would else fail with a word of its own.
      child.kill('SIGTERM');
      await until(
        () => hasEnded(child),
        partingMs,
        () => child.kill('SIGINT'),
      );
      await until(
        () => hasEnded(child),
        stopTimeoutMs,
        () => child.kill('SIGQUIT'),
      );
    },
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** @returns when it answers. */
async function startServer(place: Place, binaries: Binaries, port: number): Promise<ChildProcess> {
  rmSync(place.sockets, { recursive: true, force: true });
  mkdirSync(place.sockets, { recursive: true, mode: 0o700 });
  chmodSync(place.sockets, 0o700);
  await giveTo(place.sockets);
  const log = openSync(place.log, (await sizeOf(place.log)) > 1_000_000 ? 'w' : 'a', 0o600);
  // Detached: Ctrl-C reaches a whole foreground group, and the server must outlive our own last queries.
  const child = spawn(binaries.postgres, ['-D', place.data, ...serverOptions(place, port)], {
    ...runAs(),
    env: environment(),
    cwd: place.data,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  // Detached, it would outlive us where we end without `stop`: at Ctrl-C while a command is at work, or pressed twice.
  const endWithUs = () => child.kill('SIGINT');
  process.once('exit', endWithUs);
  child.once('exit', () => process.removeListener('exit', endWithUs));
  let failure: Error | null = null;
  child.once('error', (error) => {
    failure = new Error(`the embedded database cannot be started (${error.message}); see ${place.log}`);
  });
  child.once('exit', (code) => {
    failure = new Error(`the embedded database ended at once (${code}); see ${place.log}`);
  });
  const url = await connectionUrl(place, port, 'postgres');
  for (const deadline = Date.now() + startTimeoutMs; !(await accepts(url)); await delay(20)) {
    if (failure !== null) throw failure;
    if (Date.now() < deadline) continue;
    child.kill('SIGINT');
    throw new Error(`the embedded database does not answer after ${startTimeoutMs / 1000} s; see ${place.log}`);
  }
  return child;
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Small buffers: the data fit a chat bot's needs. Durability stays on. */
function serverOptions(place: Place, port: number): string[] {
  const local =
    process.platform === 'win32'
      ? ['listen_addresses=127.0.0.1']
      : ['listen_addresses=', `unix_socket_directories=${place.sockets}`];
  const settings = [
    ...local,
    `port=${port}`,
    'max_connections=100',
    'shared_buffers=32MB',
    'fsync=on',
    'jit=off',
    'max_parallel_workers=0',
    'max_worker_processes=2',
    'wal_level=minimal',
    'max_wal_senders=0',
    'max_wal_size=256MB',
    'min_wal_size=32MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'lc_messages=C',
    'io_method=sync',
    'log_checkpoints=off',
    'log_min_messages=warning',
  ];
  return settings.flatMap((setting) => ['-c', setting]);
}

/** Nothing of ours, and one language for its messages. */
export function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' };
}

export async function connectionUrl(place: Place, port: number, name = database): Promise<string> {
  if (process.platform !== 'win32')
    return `postgresql://${user}@localhost/${name}?host=${encodeURIComponent(place.sockets)}`;
  const password = await readFile(join(place.folder, 'password'), 'utf8');
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
}

export async function giveTo(path: string): Promise<void> {
  const { uid, gid } = runAs();
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/** Waits for a state; past the time, presses on and waits a moment more. */
export async function until(done: () => boolean, timeoutMs: number, press: () => void): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!done() && Date.now() < deadline) await delay(10);
  if (done()) return;
  press();
  while (!done() && Date.now() < deadline + 2_000) await delay(10);
}
