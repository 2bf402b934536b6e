/**
 * One program a data folder. The lock is a file that names its holder; a holder that no longer runs (kill -9, power
 * cut) holds nothing. A process id alone can come back as somebody else's, so its start time is kept with it.
 */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Holder {
  pid: number;
  /** What tells this process from a later one with the same id; null where the system does not say. */
  started: string | null;
  since: string;
}

export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
}

/**
 * @returns the function that gives the folder free.
 * @throws FolderTaken at once, naming the holder and what to do.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock.json');
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), since: new Date().toISOString() };
  while (!createFile(file, mine)) {
    const holder = readHolder(file);
    if (holder !== null && isRunning(holder)) throw new FolderTaken(takenBy(folder, holder));
    removeDead(file);
  }
  return () => {
    if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** Whether a program that still runs holds the folder. */
export function holdsFolder(folder: string): boolean {
  const holder = readHolder(join(folder, 'lock.json'));
  return holder !== null && isRunning(holder);
}

function takenBy(folder: string, holder: Holder): string {
  return (
    `The data folder ${folder} is in use by process ${holder.pid} (since ${holder.since}).\n` +
    'Stop that program first, or give this one a folder of its own with DATA_DIR, ' +
    'or let both use one server with DATABASE_URL.'
  );
}

function createFile(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Who makes the lock has written it by then, and who takes a dead one away has done so. */
const momentMs = 2_000;

/**
 * Of several that find the same dead lock one looks again and takes it away, while the others wait: else the second
 * would take away what the first has put in its place.
 */
function removeDead(file: string): void {
  const guard = `${file}.taking`;
  if (!createGuard(guard)) {
    if (ageOf(guard) > momentMs) rmSync(guard, { recursive: true, force: true });
    else pause();
    return;
  }
  try {
    const holder = readHolder(file);
    const isDead = holder === null ? ageOf(file) > momentMs : !isRunning(holder);
    if (isDead) rmSync(file, { force: true });
    else pause();
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}

function createGuard(guard: string): boolean {
  try {
    mkdirSync(guard);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** 0 for what is gone. */
function ageOf(path: string): number {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined ? 0 : Date.now() - made;
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isRunning(holder: Holder): boolean {
  if (!processExists(holder.pid)) return false;
  return holder.started === null || startOf(holder.pid) === holder.started;
}

/** Also true for a process of another user. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat: start time in clock ticks since boot. @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
