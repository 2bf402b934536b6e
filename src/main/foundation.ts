/** What every process and every command stands on: the database, migrated, and the installation's secret. */
import type pg from 'pg';
import type { Config } from '../config.ts';
import { createSeal, type Seal } from '../seal.ts';
import { type Database, migrate, openDatabase } from '../store/database.ts';
import { type Embedded, joinEmbedded, startEmbedded } from '../store/embedded.ts';
import { madeOnce } from '../store/settings.ts';

export interface Foundation {
  db: Database;
  pool: pg.Pool;
  databaseUrl: string;
  /** Null where DATABASE_URL names a server. */
  embedded: Embedded | null;
  secret: string;
  seal: Seal;
  close(): Promise<void>;
}

/** @throws what says what to do: a folder that is taken, a server that does not answer. */
export async function openFoundation(config: Config, onTrouble: (message: string) => void): Promise<Foundation> {
  if (config.DATABASE_URL) return foundationOn(null, config);
  const embedded = await startEmbedded(config.DATA_DIR, onTrouble).catch(sayWhichFolder(config));
  return foundationOn(embedded, config);
}

function sayWhichFolder({ DATA_DIR }: Config): (error: unknown) => never {
  return (error) => {
    throw isOfFiles(error) ? unusable(DATA_DIR, error) : error;
  };
}

/** Of the file system: read-only, full, not ours, no folder. */
function isOfFiles(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'path' in error && 'code' in error;
}

const reasons: Record<string, string> = {
  EEXIST: 'it is no folder',
  ENOTDIR: 'a part of it is no folder',
  ENOENT: 'no files can be made there',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
};

function unusable(folder: string, error: NodeJS.ErrnoException): Error {
  const reason = reasons[error.code ?? ''];
  return new Error(
    `The data folder ${folder} cannot be used: ${reason === undefined ? error.message : `${reason} (${error.code}, ${error.path})`}.\nName another with DATA_DIR, or a server with DATABASE_URL.`,
    { cause: error },
  );
}

/** As `openFoundation`, for a command that may be run while the program runs on the same folder. */
export async function joinFoundation(config: Config, onTrouble: (message: string) => void): Promise<Foundation> {
  const running = config.DATABASE_URL ? null : await joinEmbedded(config.DATA_DIR).catch(sayWhichFolder(config));
  return running === null ? openFoundation(config, onTrouble) : foundationOn(running, config);
}

async function foundationOn(embedded: Embedded | null, config: Config): Promise<Foundation> {
  const databaseUrl = config.DATABASE_URL ?? (embedded as Embedded).url;
  const { db, pool } = openDatabase(databaseUrl);
  const close = async () => {
    await db.destroy();
    await embedded?.stop();
  };
  try {
    await migrate(db);
    const secret = config.SECRET_KEY ?? (await madeOnce(db, 'secret'));
    return { db, pool, databaseUrl, embedded, secret, seal: createSeal(secret), close };
  } catch (error) {
    await close();
    throw sayWhere(error, config);
  }
}

function sayWhere(error: unknown, config: Config): unknown {
  if (!config.DATABASE_URL || !isUnreachable(error)) return error;
  const { host, pathname } = new URL(config.DATABASE_URL);
  return new Error(
    `The database server at ${host}${pathname} does not let us in: ${error instanceof Error ? error.message : String(error)}.\n` +
      'Check DATABASE_URL, or leave it out to use the embedded database.',
    { cause: error },
  );
}

/** Connection refused, name not found, wrong password, no such database. */
function isUnreachable(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code ?? '');
  return /^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|28|3D)/.test(code) || error instanceof AggregateError;
}
