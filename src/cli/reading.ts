/** What the commands that read by hand have in common: a file or an address, and the tools to read it. */
import { readFile } from 'node:fs/promises';
import { createFetcher, type Fetched, type Fetcher } from '../feed/fetch.ts';
import { createGuard } from '../feed/guard.ts';
import type { Io } from './command.ts';

export function commandFetcher({ env }: Pick<Io, 'env'>): Fetcher {
  const contact = env.CONTACT ?? env.BASE_URL;
  return createFetcher({
    guard: createGuard({ allow: [] }),
    userAgent: `Tidings${contact ? ` (+${contact})` : ' (news digest bot)'}`,
  });
}

export type Loaded =
  | { kind: 'bytes'; bytes: Uint8Array; url: string; contentType: string | null }
  | { kind: 'failed'; reason: string };

/** Reads a file, or fetches an address. */
export async function load(source: string, fetcher: Fetcher, accept?: string): Promise<Loaded> {
  if (/^https?:\/\//i.test(source)) return fromFetched(await fetcher.get(source, accept ? { accept } : {}));
  try {
    return { kind: 'bytes', bytes: await readFile(source), url: 'http://localhost/', contentType: null };
  } catch (error) {
    return { kind: 'failed', reason: fileTrouble(error) };
  }
}

/** Why a file could not be read, in a few words. */
export function fileTrouble(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file';
  return code === 'EISDIR' ? 'it is a folder' : message;
}

function fromFetched(fetched: Fetched): Loaded {
  if (fetched.kind === 'ok')
    return { kind: 'bytes', bytes: fetched.bytes, url: fetched.url, contentType: fetched.contentType };
  return { kind: 'failed', reason: 'reason' in fetched ? fetched.reason : 'gone' };
}

/** `--url <address>` names where a file came from, for the relative addresses in it. */
export function takeOption(args: string[], name: string): { value: string | null; rest: string[] } {
  const at = args.indexOf(name);
  if (at < 0) return { value: null, rest: args };
  return { value: args[at + 1] ?? null, rest: args.toSpliced(at, 2) };
}
