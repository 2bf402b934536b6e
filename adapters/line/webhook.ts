/** LINE's events over HTTP: bounded, signed over the raw bytes, stored before they are answered. */
import { validateSignature, type webhook } from '@line/bot-sdk';
import type { Inbound } from '../../src/adapter.ts';
import { readAtMost } from '../../src/bytes.ts';
import { inTime, type Log } from './client.ts';
import { type ReceiveDeps, readEvent } from './receive.ts';

/** @see https://developers.line.biz/en/reference/messaging-api/#request-limits */
const maxBody = 2_000_000;
/** LINE wants its answer within two seconds; who is told "not now" in time is told again. */
const storeMs = 1_500;

export interface WebhookDeps extends ReceiveDeps {
  channelSecret: string;
  log: Log;
}

export type Receive = (inbound: Inbound) => Promise<void>;

/** @param receive null before `start`: LINE is asked to come again. */
export async function handleWebhook(request: Request, receive: Receive | null, deps: WebhookDeps): Promise<Response> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  const body = announced > maxBody ? null : await readAtMost(request.body, maxBody);
  if (body === null) return answer(413);
  const signature = request.headers.get('x-line-signature') ?? '';
  if (!validateSignature(body, deps.channelSecret, signature)) return answer(401);
  const events = parse(body);
  if (events === null) return answer(400);
  if (receive === null) return answer(503);
  try {
    await inTime(Promise.all(events.map((event) => hear(event, receive, deps))), storeMs);
    return answer(200);
  } catch (error) {
    deps.log.warn({ platform: 'line', events: events.length, error: String(error) }, 'events not stored');
    return answer(503);
  }
}

async function hear(event: webhook.Event, receive: Receive, deps: WebhookDeps): Promise<void> {
  const inbound = await readEvent(event, deps).catch((error: unknown) => {
    // A shape that LINE has changed must not keep the events beside it from being heard.
    if (!(error instanceof TypeError)) throw error;
    deps.log.warn({ platform: 'line', type: event.type }, 'event of an unknown shape passed over');
    return null;
  });
  if (inbound !== null) await receive(inbound);
}

function answer(status: number): Response {
  return new Response(null, { status });
}

function isEvent(event: Partial<webhook.Event> | null): event is webhook.Event {
  return typeof event?.type === 'string' && typeof event.webhookEventId === 'string';
}

/** The console's own check sends no events. */
function parse(body: Buffer): webhook.Event[] | null {
  try {
    const { events } = JSON.parse(body.toString('utf8')) as Partial<webhook.CallbackRequest>;
    return Array.isArray(events) ? events.filter(isEvent) : null;
  } catch {
    return null;
  }
}
