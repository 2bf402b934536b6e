import { Agent, request } from 'undici';
import { BodyTooLarge, readBody } from './body.ts';
import type { Guard } from './guard.ts';
import { RefusedAddress } from './guard.ts';
import { freshForSeconds, header, retryAfterSeconds } from './headers.ts';
import { createSlots } from './slots.ts';

export interface FetchOptions {
  /** As an earlier answer gave them, byte for byte. */
  etag?: string | null;
  lastModified?: string | null;
  /** Of the decoded body; 10 MB where none is given. */
  maxBytes?: number;
  accept?: string;
  signal?: AbortSignal;
}

export type FailureCode =
  | 'blocked'
  | 'busy'
  | 'missing'
  | 'server'
  | 'unreachable'
  | 'slow'
  | 'too-large'
  | 'redirects'
  | 'unreadable';

export type Fetched =
  | {
      kind: 'ok';
      /** Where the body came from, after redirects. */
      url: string;
      /** The same, where every redirect on the way was permanent. */
      movedTo: string | null;
      bytes: Uint8Array;
      contentType: string | null;
      contentLanguage: string | null;
      contentLocation: string | null;
      etag: string | null;
      lastModified: string | null;
      freshForSeconds: number | null;
    }
  | { kind: 'not-modified'; freshForSeconds: number | null }
  | { kind: 'gone'; status: 410 }
  /** `reason` is a sentence's end in English: "blocked by its site (403)". */
  | { kind: 'failed'; code: FailureCode; reason: string; status: number | null; retryAfterSeconds: number | null }
  /** Not asked at all, or its address leads where we do not go. */
  | { kind: 'refused'; reason: string };

export interface Fetcher {
  /** Never throws for what the network does. */
  get(url: string, options?: FetchOptions): Promise<Fetched>;
  close(): Promise<void>;
}

export interface FetcherOptions {
  guard: Guard;
  /** Honest, with an address where its owner can be asked. */
  userAgent: string;
  /** The whole request, redirects and body included. */
  timeoutMs?: number;
  requestsPerHost?: number;
}

const maxRedirects = 5;
const tenMegabytes = 10 * 1024 * 1024;

export function createFetcher({ guard, userAgent, timeoutMs = 20_000, requestsPerHost = 2 }: FetcherOptions): Fetcher {
  const dispatcher = new Agent({
    connect: guard.connect,
    connections: requestsPerHost,
    keepAliveTimeout: 4_000,
    // Sites answer slowly at times; the whole has its own deadline, which a drip cannot put off.
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: 64 * 1024,
  });
  const slots = createSlots(requestsPerHost);
  const hop: HopTo = (url, options, budget) => {
    const refusal = guard.refusal(url);
    if (refusal !== null) return Promise.resolve({ kind: 'refused', reason: refusal });
    return slots.run(url.host, () => within(budget, options.signal, (signal) => ask(url, options, signal)));
  };
  const ask = (url: URL, options: FetchOptions, signal: AbortSignal) =>
    request(url, { dispatcher, headers: requestHeaders(userAgent, options), signal })
      .then((response) => readResponse(url, response, options.maxBytes ?? tenMegabytes))
      .catch((error) => failureOf(error, url));
  return {
    get: (url, options = {}) => follow(url, options, { leftMs: timeoutMs }, hop),
    close: () => dispatcher.destroy(),
  };
}

type Hop = Fetched | { kind: 'redirect'; to: string; permanent: boolean };
type HopTo = (url: URL, options: FetchOptions, budget: Budget) => Promise<Hop>;

/** What a request may still take, all its redirects together. Waiting behind others of the same host costs nothing. */
interface Budget {
  leftMs: number;
}

async function follow(address: string, options: FetchOptions, budget: Budget, hop: HopTo): Promise<Fetched> {
  let url = URL.parse(address);
  let permanent = true;
  for (let hops = 0; url !== null && hops <= maxRedirects; hops++) {
    const fetched = await hop(url, options, budget);
    if (fetched.kind === 'ok') return { ...fetched, movedTo: hops > 0 && permanent ? fetched.url : null };
    if (fetched.kind !== 'redirect') return fetched;
    permanent &&= fetched.permanent;
    url = URL.parse(fetched.to, url);
  }
  if (url === null) return { kind: 'refused', reason: 'not an address that can be read' };
  return failed('redirects', `more than ${maxRedirects} redirects`);
}

function requestHeaders(userAgent: string, options: FetchOptions): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: options.accept ?? feedTypes,
    // Not deflate: by that name servers send two formats.
    'accept-encoding': 'gzip, br',
  };
  if (options.etag) headers['if-none-match'] = options.etag;
  if (options.lastModified) headers['if-modified-since'] = options.lastModified;
  return headers;
}

const feedTypes =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/** Runs with a deadline that nothing puts off; the timer ends with the work. */
async function within<T>(
  budget: Budget,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('deadline', 'TimeoutError')), budget.leftMs);
  const signal = outer ? AbortSignal.any([controller.signal, outer]) : controller.signal;
  return work(signal).finally(() => {
    clearTimeout(timer);
    budget.leftMs -= performance.now() - started;
  });
}

type Response = Awaited<ReturnType<typeof request>>;

async function readResponse(url: URL, response: Response, maxBytes: number): Promise<Hop> {
  const { statusCode: status, headers, body } = response;
  if (status >= 200 && status < 300) {
    const bytes = await readBody(body, header(headers, 'content-encoding'), maxBytes);
    return {
      kind: 'ok',
      url: url.href,
      movedTo: null,
      bytes,
      contentType: header(headers, 'content-type'),
      contentLanguage: header(headers, 'content-language'),
      contentLocation: header(headers, 'content-location'),
      etag: header(headers, 'etag'),
      lastModified: header(headers, 'last-modified'),
      freshForSeconds: freshForSeconds(headers),
    };
  }
  await body.dump({ limit: 64 * 1024 }).catch(() => body.destroy());
  const to = header(headers, 'location');
  if (redirects.has(status) && to !== null)
    return { kind: 'redirect', to, permanent: status === 301 || status === 308 };
  if (status === 304) return { kind: 'not-modified', freshForSeconds: freshForSeconds(headers) };
  if (status === 410) return { kind: 'gone', status };
  return statusFailure(status, headers);
}

const redirects = new Set([301, 302, 303, 307, 308]);

function statusFailure(status: number, headers: Response['headers']): Fetched {
  const wait = [429, 403, 503].includes(status) ? (retryAfterSeconds(headers, new Date()) ?? 4 * 3600) : null;
  const challenged = header(headers, 'cf-mitigated') !== null;
  if (status === 401 || status === 403 || status === 451 || challenged)
    return failed('blocked', `blocked by its site${challenged ? ' (Cloudflare)' : ''}: ${status}`, status, wait);
  if (status === 429) return failed('busy', `its site asks us to come less often: ${status}`, status, wait);
  if (status === 404) return failed('missing', `its site has nothing at this address: ${status}`, status, wait);
  return failed('server', `its site answers with an error: ${status}`, status, wait);
}

function failed(code: FailureCode, reason: string, status: number | null = null, wait: number | null = null): Fetched {
  return { kind: 'failed', code, reason, status, retryAfterSeconds: wait };
}

function failureOf(error: unknown, url: URL): Fetched {
  if (error instanceof RefusedAddress) return { kind: 'refused', reason: error.message };
  if (error instanceof BodyTooLarge) return failed('too-large', error.message);
  const { name, code: given } = error as { name?: string; code?: unknown };
  // An abort's code is a number.
  const code = typeof given === 'string' ? given : '';
  if (name === 'TimeoutError' || code.includes('TIMEOUT') || code === 'ETIMEDOUT')
    return failed('slow', 'its site took too long to answer');
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return failed('unreachable', `no such site is found: ${url.hostname}`);
  if (code.includes('CERT') || code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL'))
    return failed('unreachable', `the certificate of its site is not valid (${code})`);
  if (code.startsWith('Z_') || code.startsWith('ERR_') || code.startsWith('HPE_'))
    return failed('unreadable', 'its site sends a broken answer');
  return failed('unreachable', `its site cannot be reached${code === '' ? '' : ` (${code})`}`);
}
