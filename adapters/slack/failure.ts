/** What Slack's refusals mean for us, by what the catcher must do. */
import { webApi } from '@slack/bolt';
import { GiveUp, TryLater, Unsure } from '../../src/errors.ts';
import { wasNeverSent } from '../../src/never-sent.ts';

/** The channel is closed to us until somebody opens it again. @see https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const closing = new Set([
  'account_inactive',
  'channel_not_found',
  'ekm_access_denied',
  'is_archived',
  'is_inactive',
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'team_not_found',
  'token_revoked',
  'user_is_restricted',
]);

/** The thread takes nothing, which says nothing of its channel. */
const refusesThread = new Set([
  'cannot_reply_to_message',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
]);

/** The operator's setting is wrong: posts wait until it is mended, and `doctor` names it. */
const misconfigured = new Set([
  'access_denied',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'token_expired',
  'two_factor_setup_required',
]);

const later = new Set(['rate_limited', 'ratelimited', 'request_timeout', 'team_added_to_org']);

/** Slack says of these itself that a part of the work may have been done. */
const unclear = new Set(['fatal_error', 'internal_error', 'service_unavailable']);

/** Refused as a whole for its blocks: the same words without them can be posted. */
const refusesBlocks = new Set([
  'block_mismatch',
  'blocks_too_long',
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
]);

const misconfiguredWaitSeconds = 300;
/** Where nobody says how long. */
const unknownWaitSeconds = 30;

/** Slack's own word for it (`not_in_channel`), where the answer was a whole one. */
export function slackError(error: unknown): string | null {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : null;
}

export function isBlockRefusal(error: unknown): boolean {
  return refusesBlocks.has(slackError(error) ?? '');
}

/** How long Slack asks to wait; 0 where it does not. */
export function heldBackMs(error: unknown): number {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1000;
  return error instanceof TryLater ? error.retryAfterSeconds * 1000 : 0;
}

export function isThreadRefusal(error: unknown): boolean {
  return refusesThread.has(slackError(error) ?? '');
}

/** Nothing but the operator can mend it. */
export function isMisconfigured(error: unknown): boolean {
  return misconfigured.has(slackError(error) ?? '');
}

/** A write that failed. @returns TryLater, GiveUp or Unsure: to be thrown. */
export function writeFailure(method: string, error: unknown): Error {
  const known = refusal(method, error);
  if (known !== null) return known;
  if (neverReached(error)) return new TryLater(`slack ${method}: unreachable`, 15, { cause: error, wide: true });
  return new Unsure(`slack ${method}: ${outcome(error)}`, { cause: error });
}

/** A read that failed changes nothing, so it is tried again. @returns TryLater or GiveUp: to be thrown. */
export function readFailure(method: string, error: unknown): Error {
  return refusal(method, error) ?? new TryLater(`slack ${method}: ${outcome(error)}`, 15, { cause: error });
}

/** At the start a refused token cannot get better by itself. @returns GiveUp for it, TryLater for the rest. */
export function startFailure(method: string, error: unknown): Error {
  const word = slackError(error) ?? '';
  const refused = misconfigured.has(word) || closing.has(word);
  return refused ? new GiveUp(`slack ${method}: ${word}`, { cause: error }) : readFailure(method, error);
}

function refusal(method: string, error: unknown): Error | null {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    // We keep to a channel's second, so a post held back means the workspace's own limit; other methods have their own.
    const wide = method === 'chat.postMessage';
    return new TryLater(`slack ${method}: 429`, Math.max(1, error.retryAfter), { cause: error, wide });
  }
  // Slack refuses with 200 and a word, or with 429 and a time: all else is said by what stands between us.
  const status = error instanceof webApi.WebAPIHTTPError ? error.statusCode : untimed(error) ? 429 : 500;
  if (status < 500) return new TryLater(`slack ${method}: ${status}`, unknownWaitSeconds, { cause: error, wide: true });
  const word = slackError(error);
  // A body that is no JSON comes as an "error" of many words: a proxy spoke, not Slack.
  return word === null || !/^[a-z_]{2,60}$/.test(word) ? null : platformFailure(method, word, error);
}

/** The SDK's error of a 429 that names no time has no class of its own. */
function untimed(error: unknown): boolean {
  return error instanceof Error && /^Retry header/.test(error.message);
}

function platformFailure(method: string, word: string, cause: unknown): Error | null {
  const message = `slack ${method}: ${word}`;
  if (unclear.has(word)) return null;
  if (closing.has(word)) return new GiveUp(message, { cause, closes: true });
  if (later.has(word)) return new TryLater(message, 30, { cause });
  if (misconfigured.has(word)) return new TryLater(message, misconfiguredWaitSeconds, { cause, wide: true });
  return new GiveUp(message, { cause });
}

function neverReached(error: unknown): boolean {
  return error instanceof webApi.WebAPIRequestError && wasNeverSent(error.original.cause);
}

function outcome(error: unknown): string {
  if (error instanceof webApi.WebAPIHTTPError) return String(error.statusCode);
  if (error instanceof webApi.WebAPIRequestError)
    return error.original.name === 'TimeoutError' ? 'no answer in time' : 'connection lost';
  return slackError(error)?.slice(0, 60) ?? 'answer cut short';
}
