/** Fields of a posted form, bounded and checked. */
import { createHash, randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { storable } from '../store/storable.ts';

export interface Fields {
  /** '' when it is not there. */
  text(name: string): string;
  /** A whole number; null when it is none. */
  number(name: string): number | null;
  /** Every value of a field that may come several times. */
  all(name: string): string[];
}

export async function readFields(c: Context): Promise<Fields> {
  const body = await c.req.parseBody({ all: true });
  const all = (name: string) =>
    [body[name] ?? []]
      .flat()
      .filter((value) => typeof value === 'string')
      .map(storable);
  const text = (name: string) => all(name)[0] ?? '';
  return { all, text, number: (name) => wholeNumber(text(name)) };
}

/** @returns null for anything but up to 15 digits. */
export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/**
 * The id of what was done. The page's own id with what was sent: the same form sent twice is one event, but another
 * text or button from a page that the browser kept is another.
 */
export function eventId(pageId: string, what: string): string {
  const page = /^[0-9a-f-]{36}$/.test(pageId) ? pageId : randomUUID();
  return `${page}.${createHash('sha256').update(what).digest('base64url').slice(0, 12)}`;
}

/** The script asks for JSON; a form without a script gets a page. */
export function wantsJson(c: Context): boolean {
  return c.req.header('accept') === 'application/json';
}
