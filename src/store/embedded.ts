/**
 * A private PostgreSQL of our own: made and run by this process, under the data folder, reachable through a unix socket
 * only (loopback with a password on Windows). Everything above this file is the same as with a server.
 */
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Binaries, findBinaries, isReachable, runAs } from './binaries.ts';
import {
  connectionUrl,
  database,
  environment,
  giveTo,
  type Place,
  stopTimeoutMs,
  superviseServer,
  until,
  user,
} from './embedded-server.ts';
import { makeFolder } from './folder.ts';
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

const major = '18';

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
  makeFolder(wanted);
  const mark = createHash('sha256').update(wanted).digest('hex').slice(0, 10);
  const folder = (await isReachable(wanted)) ? wanted : join('/var/lib/tidings', mark);
  makeFolder(folder);
  // A socket's path may have 107 bytes at most, so it does not live under the data folder.
  const sockets = join(process.platform === 'win32' ? tmpdir() : '/tmp', `tidings-${mark}`);
  return { folder, data: join(folder, 'postgres'), sockets, log: join(folder, 'postgres.log') };
}

/** After kill -9 of ours its server may still run on the data: it is ended in order before another is started. */
async function stopOrphan(place: Place): Promise<void> {
  const pidFile = join(place.data, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (processExists(pid) && (await serves(pid, place.data))) {
    process.kill(pid, 'SIGINT');
    await until(
      () => !processExists(pid),
      stopTimeoutMs,
      () => process.kill(pid, 'SIGQUIT'),
    );
  }
  await rm(pidFile, { force: true });
}

/** Its command line names the data: a number that came back as somebody else's server is not ended. */
async function serves(pid: number, data: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0').includes(data);
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

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
