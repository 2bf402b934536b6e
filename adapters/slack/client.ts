/** Slack's Web API, without the SDK's own patience: our queue waits and tries again, and knows what was posted. */
import { type Logger, LogLevel, webApi } from '@slack/bolt';

export type WebClient = webApi.WebClient;

/** As pino's: fields first, then what happened. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Slack answers posts within a second as a rule; after ten the outcome is unknown. */
const timeoutMs = 10_000;

export function createClient(token: string, log: Log, apiUrl?: string, timeout = timeoutMs): WebClient {
  return new webApi.WebClient(token, { ...clientOptions(log, apiUrl), timeout });
}

export function clientOptions(log: Log, apiUrl?: string): webApi.WebClientOptions {
  return {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger: sdkLogger(log),
  };
}

/** The SDK's warnings reach our log; its debug lines hold what people wrote, so they do not. */
export function sdkLogger(log: Log): Logger {
  const say =
    (level: 'warn' | 'error') =>
    (...words: unknown[]) =>
      log[level]({ platform: 'slack', sdk: words.map(String).join(' ').slice(0, 300) }, 'slack sdk');
  return {
    debug: () => {},
    info: () => {},
    warn: say('warn'),
    error: say('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
