/** What Discord's refusals mean for us, by what the catcher must do. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { GiveUp, TryLater, Unsure } from '../../src/errors.ts';

/** @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export const codes = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  slowmode: 20016,
  writeLimit: 20028,
  acknowledged: 40060,
  missingAccess: 50001,
  cannotMessageUser: 50007,
  notText: 50008,
  missingPermissions: 50013,
  wrongChannelType: 50024,
  invalidToken: 50027,
  threadArchived: 50083,
  threadExists: 160004,
  tooManyThreads: 160006,
  tooManyAnnouncementThreads: 160007,
  noMutualGuild: 50278,
} as const;

/** The channel is closed to us until somebody opens it again. */
const closing = new Set<number>([
  codes.unknownChannel,
  codes.unknownGuild,
  codes.missingAccess,
  codes.cannotMessageUser,
  codes.notText,
  codes.missingPermissions,
  codes.noMutualGuild,
]);

const later = new Set<number>([codes.slowmode, codes.writeLimit]);

/** The connection was never made, so nothing was posted. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

const misconfiguredWaitSeconds = 300;
/** Where nobody says how long. */
const unknownWaitSeconds = 30;

/** Discord's own number for it, where Discord answered. */
export function discordCode(error: unknown): number | null {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof DiscordAPIError ? Number(cause.code) : null;
}

/** A write that failed. @returns TryLater, GiveUp or Unsure: to be thrown. */
export function writeFailure(what: string, error: unknown): Error {
  const known = refusal(what, error);
  if (known !== null) return known;
  if (neverSent.has((error as { code?: string }).code ?? ''))
    return new TryLater(`discord ${what}: unreachable`, 15, { cause: error, wide: true });
  return new Unsure(`discord ${what}: ${outcome(error)}`, { cause: error });
}

/** What failed changes nothing when it is done again. @returns TryLater or GiveUp: to be thrown. */
export function readFailure(what: string, error: unknown): Error {
  return refusal(what, error) ?? new TryLater(`discord ${what}: ${outcome(error)}`, 5, { cause: error });
}

/** A refusal in a thread, or of a person, says nothing of the channel. @returns what is to be thrown for it. */
export function ofThread(error: unknown): unknown {
  return error instanceof GiveUp && error.closes ? new GiveUp(error.message, { cause: error.cause }) : error;
}

function refusal(what: string, error: unknown): Error | null {
  if (error instanceof RateLimitError) {
    const waitMs = error.retryAfter <= 0 ? unknownWaitSeconds * 1000 : Math.max(error.retryAfter, error.timeToReset);
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    return new TryLater(`discord ${what}: 429`, seconds, { cause: error, wide: error.global });
  }
  if (!(error instanceof DiscordAPIError)) return null;
  const code = Number(error.code);
  const message = `discord ${what}: ${code || error.status}`;
  if (error.status === 401) return new TryLater(message, misconfiguredWaitSeconds, { cause: error, wide: true });
  // No number of Discord's: what stands between us has spoken, and nothing was done.
  if (Number.isNaN(code)) return new TryLater(message, unknownWaitSeconds, { cause: error, wide: true });
  if (later.has(code)) return new TryLater(message, 30, { cause: error });
  return new GiveUp(message, { cause: error, closes: closing.has(code) });
}

function outcome(error: unknown): string {
  if (error instanceof HTTPError) return String(error.status);
  return (error as Error).name === 'AbortError' ? 'no answer in time' : 'connection lost';
}
