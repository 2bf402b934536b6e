/** LINE's Messaging API by its SDK, which neither retries nor ends a call that hangs. */
import { HTTPFetchError, LineBotClient } from '@line/bot-sdk';

export type Client = LineBotClient;

/** As pino's: fields first, then what happened. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** After this the outcome of a post is unknown. */
export const timeoutMs = 10_000;

/** @param apiUrl for tests: another address than `https://api.line.me`, for files too. */
export function createClient(channelAccessToken: string, apiUrl?: string): Client {
  const bases = apiUrl === undefined ? {} : { apiBaseURL: apiUrl, dataApiBaseURL: apiUrl };
  return LineBotClient.fromChannelAccessToken({ channelAccessToken, ...bases });
}

export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** The call's outcome, or `TimedOut`; what comes later is not heard any more. */
export async function inTime<T>(call: Promise<T>, ms = timeoutMs): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TimedOut(`no answer within ${ms} ms`)), ms);
  try {
    return await Promise.race([call, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** LINE's refusal; null where no whole answer came. */
export function refusal(error: unknown): { status: number; message: string; body: string; headers: Headers } | null {
  if (!(error instanceof HTTPFetchError)) return null;
  const { status, body, headers } = error;
  return { status, body, headers, message: messageOf(body) };
}

function messageOf(body: string): string {
  try {
    const { message, details } = JSON.parse(body) as { message?: unknown; details?: { property?: unknown }[] };
    const properties = Array.isArray(details) ? details.map(({ property }) => String(property)) : [];
    return [String(message ?? ''), ...properties].join(' · ');
  } catch {
    return '';
  }
}
