/**
 * A private PostgreSQL of our own: made, started, watched and stopped by this process, under the data folder,
 * reachable through a unix socket only (loopback with a password on Windows). Everything above this file is the same
 * as with a server.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Binaries, findBinaries, isReachable, runAs } from './binaries.ts';
import { holdsFolder, lockFolder, processExists } from './lock.ts';

export interface Embedded {
  /** For `openDatabase` and BullMQ. */
  url: string;
  /** Where the data are. */
  folder: string;
  /** True when this start made the database. */
  fresh: boolean;
  /** Ends the server in order and gives the folder free. Safe to call twice. */
  stop(): Promise<void>;
}

interface Place {
  folder: string;
  data: string;
  sockets: string;
  log: string;
}

const major = '18';
const user = 'tidings';
const database = 'tidings';
const startTimeoutMs = 15_000;
const stopTimeoutMs = 8_000;

/**
 * @throws FolderTaken within a moment when another program holds the folder.
 * @throws Error that says what to do when the server cannot be made or started.
 */
export async function startEmbedded(dataDir: string, onTrouble: (message: string) => void): Promise<Embedded> {
  const place = await findPlace(dataDir);
  const unlock = lockFolder(place.folder);
  try {
    const binaries = await findBinaries(place.folder);
    await stopOrphan(place);
    const fresh = await initialise(place, binaries);
    const port = process.platform === 'win32' ? await freePort() : 5432;
    const server = await superviseServer(place, binaries, port, onTrouble);
    await createDatabase(await connectionUrl(place, port, 'postgres')).catch(async (error) => {
      await server.stop();
      throw error;
    });
    const stop = once(async () => {
      await server.stop();
      rmSync(place.sockets, { recursive: true, force: true });
      unlock();
    });
    return { url: await connectionUrl(place, port), folder: place.folder, fresh, stop };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * The server of a program that runs on the folder already, for a command beside it. `stop` leaves it running.
 * @returns null when none answers there.
 */
export async function joinEmbedded(dataDir: string): Promise<Embedded | null> {
  const place = await findPlace(dataDir);
  // @see https://www.postgresql.org/docs/current/storage-file-layout.html: the fourth line is the port.
  const lines = (await readFile(join(place.data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  if (!holdsFolder(place.folder) || !lines[3]) return null;
  const url = await connectionUrl(place, Number(lines[3]));
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return { url, folder: place.folder, fresh: false, stop: async () => {} };
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Root's own home is closed to the user that PostgreSQL runs as: then the data are kept where it can go. */
async function findPlace(dataDir: string): Promise<Place> {
  const wanted = resolve(dataDir.replace(/^~(?=$|\/)/, homedir()));
  mkdirSync(wanted, { recursive: true });
  const mark = createHash('sha256').update(wanted).digest('hex').slice(0, 10);
  const folder = (await isReachable(wanted)) ? wanted : join('/var/lib/tidings', mark);
  mkdirSync(folder, { recursive: true });
  // A socket's path may have 107 bytes at most, so it does not live under the data folder.
  const sockets = join(process.platform === 'win32' ? tmpdir() : '/tmp', `tidings-${mark}`);
  return { folder, data: join(folder, 'postgres'), sockets, log: join(folder, 'postgres.log') };
}

/** After kill -9 of ours its server may still run on the data: it is ended in order before another is started. */
async function stopOrphan(place: Place): Promise<void> {
  const pidFile = join(place.data, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (processExists(pid) && (await isPostgres(pid))) {
    process.kill(pid, 'SIGINT');
    await until(
      () => !processExists(pid),
      stopTimeoutMs,
      () => process.kill(pid, 'SIGQUIT'),
    );
  }
  await rm(pidFile, { force: true });
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('postgres');
}

/** Made beside its place and moved there whole, so that a start that is cut off leaves nothing half. */
async function initialise(place: Place, binaries: Binaries): Promise<boolean> {
  const version = (await readFile(join(place.data, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version === major) return false;
  if (version !== '') {
    throw new Error(
      `The data in ${place.data} are of PostgreSQL ${version}; this release brings ${major}. ` +
        'Move them with pg_dump and pg_restore, or set DATA_DIR to a new folder.',
    );
  }
  const half = `${place.data}.new`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  await giveTo(half);
  const password = join(half, '..', 'password');
  const auth = process.platform === 'win32' ? ['--auth=scram-sha-256', `--pwfile=${password}`] : ['--auth=trust'];
  if (process.platform === 'win32') await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const options = ['-D', half, '-U', user, '-E', 'UTF8', '--locale=C', '--no-instructions', ...auth];
  await promisify(execFile)(binaries.initdb, options, { ...runAs(), env: environment(), cwd: half }).catch((cause) => {
    throw new Error(
      `The embedded database could not be made in ${place.folder}: ${String(cause.stderr ?? cause).trim()}`,
      { cause },
    );
  });
  await rename(half, place.data);
  return true;
}

async function giveTo(path: string): Promise<void> {
  const { uid, gid } = runAs();
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

interface Server {
  stop(): Promise<void>;
}

/** Starts the server and starts it again when it ends by itself. */
async function superviseServer(
  place: Place,
  binaries: Binaries,
  port: number,
  onTrouble: (message: string) => void,
): Promise<Server> {
  let stopping = false;
  let child = await startServer(place, binaries, port);
  const watch = (watched: ChildProcess) =>
    watched.once('exit', async (code, signal) => {
      if (stopping) return;
      onTrouble(`The embedded database ended (${signal ?? code}); it is started again. Its log: ${place.log}`);
      await rm(join(place.data, 'postmaster.pid'), { force: true });
      child = await startServer(place, binaries, port);
      watch(child);
    });
  watch(child);
  return {
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGINT');
      await until(
        () => child.exitCode !== null || child.signalCode !== null,
        stopTimeoutMs,
        () => child.kill('SIGQUIT'),
      );
    },
  };
}

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
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the embedded database ended at once (${code}); see ${place.log}`)));
  });
  failed.catch(() => {});
  await Promise.race([accepts(await connectionUrl(place, port, 'postgres')), failed]);
  return child;
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

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' };
}

async function connectionUrl(place: Place, port: number, name = database): Promise<string> {
  if (process.platform !== 'win32')
    return `postgresql://${user}@localhost/${name}?host=${encodeURIComponent(place.sockets)}`;
  const password = await readFile(join(place.folder, 'password'), 'utf8');
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
}

async function accepts(url: string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => {});
      if (Date.now() > deadline) throw error;
      await delay(20);
    }
  }
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/** Waits for a state; past the time, presses on and waits a moment more. */
async function until(done: () => boolean, timeoutMs: number, press: () => void): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!done() && Date.now() < deadline) await delay(10);
  if (done()) return;
  press();
  while (!done() && Date.now() < deadline + 2_000) await delay(10);
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
