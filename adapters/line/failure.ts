/** What LINE's refusals mean for us, by what the catcher must do. */
import { GiveUp, TryLater, Unsure } from '../../src/errors.ts';
import { wasNeverSent } from '../../src/never-sent.ts';
import { refusal, TimedOut } from './client.ts';

const misconfiguredWaitSeconds = 300;
/** Where nobody says how long. */
const unknownWaitSeconds = 30;

/**
 * A write that failed.
 *
 * @returns TryLater, GiveUp or Unsure: to be thrown.
 * @see https://developers.line.biz/en/reference/messaging-api/#status-codes
 */
export function writeFailure(call: string, error: unknown): Error {
  const refused = refusal(error);
  if (refused === null) {
    if (neverReached(error)) return new TryLater(`line ${call}: unreachable`, 15, { cause: error, wide: true });
    return new Unsure(`line ${call}: ${error instanceof TimedOut ? 'no answer in time' : 'connection lost'}`, {
      cause: error,
    });
  }
  const { status } = refused;
  const options = { cause: error };
  if (status === 429) return tooMany(call, refused, error);
  if (status === 401 || status === 403)
    return new TryLater(`line ${call}: ${status}`, misconfiguredWaitSeconds, { ...options, wide: true });
  if (status >= 500) return new Unsure(`line ${call}: ${status}`, options);
  // LINE says why: what says nothing stands between us, and nothing was done.
  if (refused.message === '')
    return new TryLater(`line ${call}: ${status}`, unknownWaitSeconds, { ...options, wide: true });
  return new GiveUp(`line ${call}: ${status}`, { ...options, closes: isClosed(refused) });
}

/**
 * The month's plan is spent, or the second's: LINE answers both with 429. Waiting helps only for the second.
 *
 * @see https://developers.line.biz/en/docs/messaging-api/overview/#line-official-account-plan
 */
function tooMany(call: string, { message, headers }: { message: string; headers: Headers }, cause: unknown): Error {
  if (isQuotaMessage(message)) return new GiveUp(`line ${call}: the month's message plan is spent`, { cause });
  return new TryLater(`line ${call}: 429`, Math.max(1, Number(headers.get('retry-after')) || 5), { cause, wide: true });
}

function isQuotaMessage(message: string): boolean {
  return /monthly limit/i.test(message);
}

/** Left, or never been in: LINE says so of the receiver, not of the message. */
function isClosed({ status, message }: { status: number; message: string }): boolean {
  return status === 400 && /failed to send messages|property,? 'to'/i.test(message);
}

/** The message's own content is refused, so other content may pass. */
export function refusesContent(error: unknown): boolean {
  const refused = refusal(error);
  return (
    refused?.status === 400 &&
    !isClosed(refused) &&
    /messages?\b|quote ?token/i.test(refused.message) &&
    !isTokenRefusal(error)
  );
}

/** Spent or expired: LINE tells the two by the same words. */
export function isTokenRefusal(error: unknown): boolean {
  const refused = refusal(error);
  return refused?.status === 400 && /reply token/i.test(refused.message);
}

/** @returns in a few words, for `doctor`. */
export function outcome(error: unknown): string {
  const refused = refusal(error);
  if (refused !== null) return `${refused.status} ${refused.message}`.trim();
  return error instanceof TimedOut ? error.message : neverReached(error) ? 'cannot be reached' : 'connection lost';
}

function neverReached(error: unknown): boolean {
  return wasNeverSent((error as { cause?: unknown } | null)?.cause);
}
