/** Slack over HTTP, on our own server: who has not signed is refused, who has is answered after we have stored. */
import { type App, type Receiver, verifySlackRequest } from '@slack/bolt';
import { readAtMost } from '../../src/bytes.ts';
import type { Log } from './client.ts';
import { type Processes, processHeld } from './held.ts';

/** Slack's events are some kilobytes; a form with a hundred topics stays under this. */
const maxBody = 1_000_000;
const maxAheadSeconds = 300;

export interface HttpReceiver extends Receiver {
  handle(request: Request): Promise<Response>;
}

export function createHttpReceiver(signingSecret: string, log: Log, now: () => Date): HttpReceiver {
  let app: Processes | null = null;
  return {
    init: (made: App) => {
      app = made;
    },
    start: async () => {},
    stop: async () => {},
    handle: async (request) => {
      const bytes = await readAtMost(request.body, maxBody);
      if (bytes === null) return new Response(null, { status: 413 });
      const body = bytes.toString('utf8');
      if (!isSigned(request, body, signingSecret, now())) return new Response(null, { status: 401 });
      return answer(app, request, body, log);
    },
  };
}

/** @see https://docs.slack.dev/authentication/verifying-requests-from-slack */
function isSigned({ headers }: Request, body: string, signingSecret: string, now: Date): boolean {
  const timestamp = Number(headers.get('x-slack-request-timestamp') ?? Number.NaN);
  const signature = headers.get('x-slack-signature');
  // Bolt refuses what is older than five minutes; a time to come would be good for longer.
  if (signature === null || !Number.isInteger(timestamp) || timestamp > now.getTime() / 1000 + maxAheadSeconds)
    return false;
  try {
    const signed = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp };
    verifySlackRequest({ signingSecret, body, headers: signed, nowMilliseconds: now.getTime() });
    return true;
  } catch {
    return false;
  }
}

async function answer(app: Processes | null, { headers }: Request, text: string, log: Log): Promise<Response> {
  const body = parse(text, headers.get('content-type') ?? '');
  if (body === null) return new Response(null, { status: 400 });
  if (body.ssl_check !== undefined) return new Response(null, { status: 200 });
  if (body.type === 'url_verification') return Response.json({ challenge: body.challenge });
  if (app === null) return new Response(null, { status: 503 });
  try {
    return respond(await processHeld(app, { body, ...retry(headers), ack: async () => {} }));
  } catch (error) {
    log.warn({ platform: 'slack', error: error instanceof Error ? error.message : 'unknown' }, 'event not stored');
    return new Response(null, { status: 503 });
  }
}

function parse(text: string, contentType: string): Record<string, unknown> | null {
  try {
    if (contentType.startsWith('application/json')) return asObject(JSON.parse(text));
    const fields = Object.fromEntries(new URLSearchParams(text));
    return fields.payload === undefined ? fields : asObject(JSON.parse(fields.payload));
  } catch {
    return null;
  }
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function retry(headers: Headers): { retryNum?: number; retryReason?: string } {
  const number = headers.get('x-slack-retry-num');
  return number === null ? {} : { retryNum: Number(number), retryReason: headers.get('x-slack-retry-reason') ?? '' };
}

function respond(answer: unknown): Response {
  if (answer === undefined || answer === '') return new Response(null, { status: 200 });
  return typeof answer === 'string' ? new Response(answer) : Response.json(answer);
}
