/** The real adapter on its real SDK against the counterpart, and what LINE sends, signed. */
import { createHmac, randomUUID } from 'node:crypto';
import { createLineAdapter, type LineDeps } from '../../../adapters/line/adapter.ts';
import { sealHandle } from '../../../adapters/line/handle.ts';
import type { Adapter, Inbound, Lookup, ReplyTo } from '../../../src/adapter.ts';
import type { Channel, ChannelId, MessageId } from '../../../src/model.ts';
import { aChannel } from '../../support/builders.ts';
import { accessToken, type Line, startLine } from './counterpart.ts';
import type { Json } from './limits.ts';

export const channelSecret = '0123456789abcdef0123456789abcdef';
export const user = `U${'a'.repeat(32)}`;
export const group = `C${'b'.repeat(32)}`;
export const room = `R${'c'.repeat(32)}`;
export const us = `U${'0'.repeat(32)}`;
export const direct = `line:user/${user}` as ChannelId;
export const inGroup = `line:group/${group}` as ChannelId;

export const quiet = { info: () => {}, warn: () => {}, error: () => {} };

export function aLookup(given: Partial<Lookup> = {}): Lookup {
  return {
    channel: async () => null,
    following: async () => [],
    follow: async () => [],
    channelsOf: async () => [],
    headline: async () => null,
    isOurs: async () => false,
    ...given,
  };
}

export interface Bench {
  line: Line;
  adapter: Adapter;
  received: Inbound[];
  logged: { level: string; fields: Json; message: string }[];
  /** As LINE does it: signed, with the status that it gets. */
  send(...events: Json[]): Promise<Response>;
  close(): Promise<void>;
}

type Given = Partial<LineDeps> & { receive?: (inbound: Inbound) => Promise<void>; started?: boolean; line?: Line };

/** What rows would count. */
export function aTally(): LineDeps['tally'] {
  let pushed = 0;
  return {
    add: async (count) => {
      pushed += count;
    },
    sum: async () => pushed,
  };
}

export async function aBench({ line: standing, ...given }: Given = {}): Promise<Bench> {
  const line = standing ?? (await startLine());
  const received: Inbound[] = [];
  const logged: Bench['logged'] = [];
  const say = (level: string) => (fields: object, message: string) => void logged.push({ level, fields, message });
  const { receive, started = true, ...deps } = given;
  const adapter = createLineAdapter({
    channelAccessToken: accessToken,
    channelSecret,
    lookup: aLookup(),
    log: { info: say('info'), warn: say('warn'), error: say('error') },
    now: () => new Date(),
    tally: aTally(),
    baseUrl: 'https://tidings.example',
    apiUrl: line.apiUrl,
    ...deps,
  });
  if (started) await adapter.start(receive ?? (async (inbound) => void received.push(inbound)));
  return {
    line,
    adapter,
    received,
    logged,
    send: (...events) => adapter.webhook!(signed({ destination: us, events })),
    close: async () => {
      await adapter.stop();
      await line.close();
    },
  };
}

export function signed(body: Json | string, secret = channelSecret): Request {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const signature = createHmac('sha256', secret).update(text).digest('base64');
  return new Request('http://127.0.0.1/webhooks/line', {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json', 'x-line-signature': signature },
  });
}

export function anEvent(given: Json): Json {
  return {
    mode: 'active',
    timestamp: Date.now(),
    source: { type: 'user', userId: user },
    webhookEventId: randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase(),
    deliveryContext: { isRedelivery: false },
    replyToken: randomUUID().replaceAll('-', ''),
    ...given,
  };
}

let nextMessage = 500_000_000_000_000_000n;

/** @param message what stands out in it; @param event and in the event around it. */
export function aText(text: string, message: Json = {}, event: Json = {}): Json {
  const id = String(nextMessage++);
  return anEvent({ type: 'message', message: { type: 'text', id, text, quoteToken: `q${id}`, ...message }, ...event });
}

export const fromGroup = { source: { type: 'group', groupId: group, userId: user } };

/** `@Tidings` at the head of the text. */
export function mentioning(text: string): [string, Json, Json] {
  const mention = { mentionees: [{ index: 0, length: 8, type: 'user', userId: us, isSelf: true }] };
  return [`@Tidings ${text}`, { mention }, fromGroup];
}

export function aPress(data: string, params?: Json, event: Json = {}): Json {
  return anEvent({ type: 'postback', postback: { data, ...(params && { params }) }, ...event });
}

export function aReplyTo(given: Partial<ReplyTo> = {}): ReplyTo {
  return {
    place: { channel: direct, thread: null },
    handle: null,
    message: null,
    author: { id: user, name: null, administrator: true },
    title: null,
    repeated: false,
    ...given,
  };
}

/** As the webhook seals it. */
export function aHandle(replyToken: string | null, given: { quoteToken?: string; guide?: boolean; now?: Date } = {}) {
  return sealHandle(
    { replyToken, quoteToken: given.quoteToken ?? null, guide: given.guide ?? false },
    given.now ?? new Date(),
  );
}

export function messageIn(id: string): MessageId {
  return `line:${id}` as MessageId;
}

export function lineChannel(given: Partial<Channel> = {}): Channel {
  return aChannel({ id: inGroup, ...given });
}
