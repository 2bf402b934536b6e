import type { IncomingHttpHeaders } from 'node:http';

const twoDays = 2 * 24 * 3600;

/** The header's first value, as sent. */
export function header(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** Seconds or an HTTP date, at most two days; null where none is given. */
export function retryAfterSeconds(headers: IncomingHttpHeaders, now: Date): number | null {
  const value = header(headers, 'retry-after')?.trim();
  if (!value) return null;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), twoDays) : null;
}

/** How long the answer stays fresh: `max-age` less `Age`, else `Expires` less `Date`. */
export function freshForSeconds(headers: IncomingHttpHeaders): number | null {
  const control = header(headers, 'cache-control') ?? '';
  if (/\bno-(cache|store)\b/i.test(control)) return null;
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  if (maxAge !== undefined) return positive(Number(maxAge) - Number(header(headers, 'age') ?? 0));
  const expires = Date.parse(header(headers, 'expires') ?? '');
  const date = Date.parse(header(headers, 'date') ?? '');
  return positive((expires - (Number.isNaN(date) ? Date.now() : date)) / 1000);
}

function positive(seconds: number): number | null {
  return seconds > 0 ? Math.floor(seconds) : null;
}
