/** Discord's REST without the package's own patience: our queue waits and tries again, and knows what was posted. */
import {
  DefaultRestOptions,
  type RawFile,
  REST,
  type RESTOptions,
  type RequestData,
  type RequestMethod,
} from 'discord.js';
import { TryLater } from '../../src/errors.ts';
import { readFailure, writeFailure } from './failure.ts';
import { countRefusals } from './refusals.ts';

/** As pino's: fields first, then what happened. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

type Path = `/${string}`;
type Method = 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Sending {
  body?: unknown;
  files?: RawFile[];
  query?: Record<string, string>;
  /** An interaction's own token stands in the path: ours is not sent along. */
  auth?: boolean;
  /** Doing it twice comes to the same, so an unknown outcome is simply tried again. */
  repeatable?: boolean;
}

export interface Api {
  rest: REST;
  /** Our user. */
  user: string;
  /** @param what names the call in errors. @throws TryLater or GiveUp. */
  read<T>(what: string, path: Path, query?: Record<string, string>): Promise<T>;
  /** @throws TryLater, GiveUp, and Unsure unless it is `repeatable`. */
  write<T>(what: string, method: Method, path: Path, sending?: Sending): Promise<T>;
}

/** Discord answers within a second as a rule; after eight the outcome is unknown. */
const timeoutMs = 8_000;
/** A limit that lifts within a second is waited for; all else is our queue's to wait for. */
const shortWaitMs = 1_200;

/**
 * Files go as finished bytes. The package's client sends by whatever undici the process loaded last, which is our
 * fetcher's, and that one takes no form made elsewhere.
 */
const requestWithBytes: RESTOptions['makeRequest'] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const encoded = new Response(init.body);
  const headers = { ...(init.headers as Record<string, string>), 'content-type': encoded.headers.get('content-type')! };
  return DefaultRestOptions.makeRequest(url, { ...init, headers, body: new Uint8Array(await encoded.arrayBuffer()) });
};

export function createApi(token: string, log: Log, apiUrl?: string): Api {
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout: timeoutMs,
    makeRequest: requestWithBytes,
    // A 429 that names no time would be asked again at once, for ever.
    rejectOnRateLimit: ({ retryAfter, timeToReset }) =>
      retryAfter <= 0 || Math.max(retryAfter, timeToReset) > shortWaitMs,
    ...(apiUrl !== undefined && { api: apiUrl }),
  }).setToken(token);
  const refusals = countRefusals(rest, log);
  const send = async (method: string, path: Path, data: RequestData) => {
    refusals.holdBack();
    // A 401 makes the package forget the token.
    rest.setToken(token);
    return rest.request({ ...data, method: method as RequestMethod, fullRoute: path }).catch(withoutSecrets);
  };
  return {
    rest,
    user: userOf(token),
    async read<T>(what: string, path: Path, query?: Record<string, string>) {
      return (await send('GET', path, query === undefined ? {} : { query: new URLSearchParams(query) }).catch(
        (error) => {
          throw error instanceof TryLater ? error : readFailure(what, error);
        },
      )) as T;
    },
    async write<T>(what: string, method: Method, path: Path, { query, repeatable = false, ...data }: Sending = {}) {
      const search = query === undefined ? {} : { query: new URLSearchParams(query) };
      return (await send(method, path, { ...data, ...search }).catch((error) => {
        throw error instanceof TryLater ? error : (repeatable ? readFailure : writeFailure)(what, error);
      })) as T;
    },
  };
}

/** The package's errors hold the address, with an interaction's token in it, and what we said. @throws them without. */
function withoutSecrets(error: Error): never {
  const told = ['url', 'requestBody', 'majorParameter'].filter((field) => field in error);
  throw Object.assign(error, Object.fromEntries(told.map((field) => [field, null])));
}

/** The first part of a bot's token is its user's id. */
function userOf(token: string): string {
  return Buffer.from(token.split('.')[0] ?? '', 'base64').toString('latin1');
}
