/** The same adapter against a Slack that others wrote: npm `emulate`. It knows no limits, sockets or streams. */
import { createServer } from 'node:net';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSlackAdapter } from '../../../adapters/slack/adapter.ts';
import { scopes } from '../../../adapters/slack/check.ts';
import { action, encodeAction } from '../../../src/action.ts';
import type { Adapter, Inbound } from '../../../src/adapter.ts';
import { content, paragraph } from '../../../src/content.ts';
import type { ChannelId } from '../../../src/model.ts';
import { aDigest, partIds } from '../../support/builders.ts';
import {
  aCommand,
  aLookup,
  aMessage,
  anEvent,
  aPress,
  aReplyTo,
  quiet,
  signed,
  signingSecret,
  slackChannel,
} from './support.ts';

const token = 'xoxb-tidings-test';
let slack: Emulator;
let adapter: Adapter;
let us: { team: string; user: string; channel: string };
const received: Inbound[] = [];

async function call(method: string, args: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: new URLSearchParams(args) };
  return (await fetch(`${slack.url}/api/${method}`, init)).json();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  slack = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        users: [{ name: 'ada' }, { name: 'tidings' }],
        channels: [{ name: 'morning' }],
        tokens: [{ token, type: 'bot', user: 'tidings', scopes }],
      },
    },
  });
  const auth = await call('auth.test');
  const { channels } = await call('conversations.list');
  us = {
    team: auth.team_id,
    user: auth.user_id,
    channel: channels.find((each: { name: string }) => each.name === 'morning').id,
  };
  await call('conversations.join', { channel: us.channel });
  adapter = createSlackAdapter({
    botToken: token,
    appToken: null,
    signingSecret,
    lookup: aLookup(),
    log: quiet,
    now: () => new Date(),
    apiUrl: `${slack.url}/api/`,
  });
  await adapter.start(async (inbound) => void received.push(inbound));
});

afterAll(async () => {
  await adapter?.stop();
  await slack?.close();
});

test('subscribing, the digest, key points and a talk in its thread', async () => {
  const here = `slack:${us.team}/${us.channel}` as ChannelId;
  const place = { channel: here, thread: null };
  await adapter.webhook!(signed(aCommand('subscribe ai', { channel_id: us.channel })));

  const digest = aDigest({ channel: here, stories: 7 });
  const [part] = adapter.render(digest, slackChannel({ id: here }), partIds());
  const posted = await adapter.post(place, part!);
  const root = posted.messages[0]!.id.split('/').at(-1)!;
  const press = encodeAction(action('points', { story: digest.stories[2]!.story, delivery: digest.delivery }));
  await adapter.webhook!(
    signed(aPress(press, { channel: { id: us.channel }, container: { type: 'message', message_ts: root } })),
  );
  const points = await adapter.reply(
    aReplyTo({ place: { channel: here, thread: posted.thread } }),
    content([paragraph('It opened.')]),
    partIds()(0),
  );
  await adapter.webhook!(
    signed(anEvent(aMessage({ channel: us.channel, thread_ts: root, text: `<@${us.user}> how many homes?` }))),
  );

  expect(received).toMatchObject([
    { kind: 'message', text: 'subscribe ai', channel: here },
    { kind: 'press', action: { verb: 'points', story: digest.stories[2]!.story }, parent: posted.thread },
    { kind: 'message', text: 'how many homes?', address: 'mention', parent: posted.thread },
  ]);
  const { messages } = await call('conversations.replies', { channel: us.channel, ts: root });
  expect(messages.map((message: { ts: string }) => message.ts)).toEqual([
    root,
    points.messages[0]!.id.split('/').at(-1),
  ]);
});

test('a channel that was archived is given up', async () => {
  const { channel } = await call('conversations.create', { name: 'old-news' });
  await call('conversations.archive', { channel: channel.id });
  const here = `slack:${us.team}/${channel.id}` as ChannelId;
  const [part] = adapter.render(aDigest({ channel: here }), slackChannel({ id: here }), partIds());

  await expect(adapter.post({ channel: here, thread: null }, part!)).rejects.toMatchObject({
    name: 'GiveUp',
    closes: true,
  });
});
