/** The real adapter against the counterpart, and what Slack sends, signed or through the socket. */
import { createHmac, randomUUID } from 'node:crypto';
import { createSlackAdapter, type SlackDeps } from '../../../adapters/slack/adapter.ts';
import type { Adapter, Inbound, Lookup, ReplyTo } from '../../../src/adapter.ts';
import type { Channel, ChannelId, MessageId } from '../../../src/model.ts';
import { aChannel } from '../../support/builders.ts';
import { botUser, type Counterpart, type Json, startSlack, team } from './counterpart.ts';

export const signingSecret = '0123456789abcdef0123456789abcdef';
export const channel = 'slack:T1/C1' as ChannelId;

export const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** What rows would say; each test names what matters. */
export function aLookup(given: Partial<Lookup> = {}): Lookup {
  return {
    channel: async () => null,
    following: async () => [],
    follow: async () => [],
    channelsOf: async () => [],
    headline: async () => null,
    ...given,
  };
}

export interface Bench {
  slack: Counterpart;
  adapter: Adapter;
  received: Inbound[];
  logged: { level: string; fields: Json; message: string }[];
  /** As Slack does over HTTP: signed, and with the status that it gets. */
  send(body: Json, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

type Given = Partial<SlackDeps> & { receive?: (inbound: Inbound) => Promise<void>; started?: boolean };

/** Socket Mode unless `appToken: null`. */
export async function aBench(given: Given = {}): Promise<Bench> {
  const slack = await startSlack();
  const received: Inbound[] = [];
  const logged: Bench['logged'] = [];
  const say = (level: string) => (fields: object, message: string) => void logged.push({ level, fields, message });
  const { receive, started = true, ...deps } = given;
  const adapter = createSlackAdapter({
    botToken: 'xoxb-good',
    appToken: 'xapp-good',
    signingSecret,
    lookup: aLookup(),
    log: { info: say('info'), warn: say('warn'), error: say('error') },
    now: () => new Date(),
    apiUrl: slack.apiUrl,
    ...deps,
  });
  if (started) await adapter.start(receive ?? (async (inbound) => void received.push(inbound)));
  return {
    slack,
    adapter,
    received,
    logged,
    send: (body, headers) => adapter.webhook!(signed(body, headers)),
    close: async () => {
      await adapter.stop();
      await slack.close();
    },
  };
}

/** Commands and presses come as forms, events as JSON. */
export function signed(
  body: Json,
  headers: Record<string, string> = {},
  at = Math.floor(Date.now() / 1000),
  secret = signingSecret,
): Request {
  const json = body.type === 'event_callback' || body.type === 'url_verification';
  const text = json
    ? JSON.stringify(body)
    : new URLSearchParams(body.command ? body : { payload: JSON.stringify(body) }).toString();
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${text}`).digest('hex')}`;
  const type = json ? 'application/json' : 'application/x-www-form-urlencoded';
  return new Request('http://127.0.0.1/webhooks/slack', {
    method: 'POST',
    body: text,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': signature,
      ...headers,
    },
  });
}

export function anEvent(event: Json, eventId = `Ev${randomUUID()}`): Json {
  return { type: 'event_callback', team_id: team, api_app_id: 'A1', event_id: eventId, event_time: 1, event };
}

let clock = 1_710_000_000;

export function aMessage(given: Json = {}): Json {
  const channel_type = String(given.channel ?? 'C1').startsWith('D') ? 'im' : 'channel';
  return {
    type: 'message',
    channel: 'C1',
    channel_type,
    user: 'U1',
    ts: `${++clock}.000200`,
    text: `<@${botUser}> help`,
    ...given,
  };
}

export function aCommand(text: string, given: Json = {}): Json {
  return {
    command: '/tidings',
    text,
    team_id: team,
    channel_id: 'C1',
    channel_name: 'news',
    user_id: 'U1',
    user_name: 'ada',
    trigger_id: randomUUID(),
    response_url: '',
    ...given,
  };
}

export function aPress(value: string, given: Json = {}): Json {
  return {
    type: 'block_actions',
    team: { id: team },
    user: { id: 'U1', username: 'ada', team_id: team },
    channel: { id: 'C1', name: 'news' },
    container: { type: 'message', message_ts: '1700000001.000100', channel_id: 'C1' },
    message: { ts: '1700000001.000100' },
    actions: [{ type: 'button', action_id: 'press:0', block_id: 'b', value, action_ts: '1.0' }],
    trigger_id: randomUUID(),
    response_url: '',
    ...given,
  };
}

export function aReplyTo(given: Partial<ReplyTo> = {}): ReplyTo {
  return {
    place: { channel, thread: null },
    handle: null,
    message: null,
    author: { id: 'U1', name: 'ada', administrator: null },
    title: null,
    repeated: false,
    ...given,
  };
}

export function messageIn(ts: string, where = 'C1'): MessageId {
  return `slack:T1/${where}/${ts}` as MessageId;
}

export function slackChannel(given: Partial<Channel> = {}): Channel {
  return aChannel({ id: channel, ...given });
}
