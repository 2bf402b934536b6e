import { afterEach, describe, expect, test } from 'vitest';
import { botUser, type Json } from './counterpart.ts';
import { aBench, aCommand, aMessage, anEvent, aPress, type Bench, messageIn, signed } from './support.ts';

let bench: Bench;
afterEach(() => bench?.close());

const http = (given: Parameters<typeof aBench>[0] = {}) => aBench({ appToken: null, ...given });
const now = () => Math.floor(Date.now() / 1000);

test.for<[string, () => Request]>([
  ['signed with another secret', () => signed(anEvent(aMessage()), {}, now(), 'e'.repeat(32))],
  ['older than five minutes', () => signed(anEvent(aMessage()), {}, now() - 301)],
  ['of a time to come', () => signed(anEvent(aMessage()), {}, now() + 400)],
  ['of no time', () => signed(anEvent(aMessage()), { 'x-slack-request-timestamp': 'soon' })],
  ['without a signature', () => signed(anEvent(aMessage()), { 'x-slack-signature': '' })],
  ['signed by an older scheme', () => signed(anEvent(aMessage()), { 'x-slack-signature': 'v1=00' })],
])('a request %s is refused', async ([, request]) => {
  bench = await http();

  expect((await bench.adapter.webhook!(request())).status).toBe(401);
  expect(bench.received).toEqual([]);
});

test('a body that was changed under its signature is refused', async () => {
  bench = await http();
  const honest = signed(anEvent(aMessage()));
  const forged = new Request(honest.url, {
    method: 'POST',
    headers: honest.headers,
    body: (await honest.text()).replace('help', 'forget yes'),
  });

  expect((await bench.adapter.webhook!(forged)).status).toBe(401);
});

test('a body of more than a megabyte is not read to its end', async () => {
  bench = await http();
  let read = 0;
  const endless = new ReadableStream({
    pull: (controller) => {
      read += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  const init = { method: 'POST', body: endless, duplex: 'half' } as RequestInit;

  expect((await bench.adapter.webhook!(new Request('http://127.0.0.1/webhooks/slack', init))).status).toBe(413);
  expect(read).toBeLessThan(2_000_000);
});

test('the address is verified by its challenge', async () => {
  bench = await http();
  const answer = await bench.send({ type: 'url_verification', challenge: 'abc' });

  expect(await answer.json()).toEqual({ challenge: 'abc' });
});

test('signed nonsense is refused without harm', async () => {
  bench = await http();
  expect((await bench.send({ command: undefined, type: 'block_actions' })).status).toBeLessThan(600);
  expect((await bench.send({ ...anEvent({ type: 'message' }) })).status).toBe(200);
  expect(bench.received).toEqual([]);
});

test('an event is acknowledged after it is stored', async () => {
  const order: string[] = [];
  bench = await http({ receive: async () => void order.push('stored') });
  const answer = await bench.send(anEvent(aMessage()));
  order.push('acknowledged');

  expect(answer.status).toBe(200);
  expect(order).toEqual(['stored', 'acknowledged']);
});

test('what cannot be stored is not acknowledged, so Slack tells it again', async () => {
  let broken = true;
  const stored: string[] = [];
  bench = await http({
    receive: async (inbound) => {
      if (broken) throw new Error('no database');
      stored.push(inbound.event);
    },
  });
  const event = anEvent(aMessage({ ts: '1710000000.000001' }));
  const first = await bench.send(event);
  broken = false;
  const second = await bench.send(event, { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' });

  expect([first.status, second.status]).toEqual([503, 200]);
  expect(stored).toEqual(['T1:message:C1/1710000000.000001']);
});

test('what is not stored within 800 ms is answered with 503 before Slack gives up on us', async () => {
  bench = await http({ receive: () => new Promise(() => {}) });
  const began = performance.now();
  const answers = await Promise.all([
    bench.send(anEvent(aMessage())),
    bench.send(aCommand('help')),
    bench.send(aPress('points:::')),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('a mention is told twice and has one id', async () => {
  bench = await http();
  const message = aMessage({ text: `<@${botUser}> what is new?` });
  await bench.send(anEvent(message));
  await bench.send(anEvent({ ...message, type: 'app_mention' }));

  expect(bench.received).toHaveLength(2);
  expect(new Set(bench.received.map(({ event }) => event)).size).toBe(1);
  expect(bench.received[1]).toEqual(bench.received[0]);
});

describe('a message that is edited', () => {
  const ts = '1710000000.000002';
  const thread = { thread_ts: '1700000000.000100', parent_user_id: botUser };
  /** As Slack does: the change itself, and the mention once more. */
  const edit = async (message: Json, after = 20) => {
    const edited = { ...message, edited: { user: 'U1', ts: `${1_710_000_000 + after}.000000` } };
    await bench.send(anEvent(aMessage({ subtype: 'message_changed', message: edited, previous_message: message })));
    if (message.text.includes(botUser)) await bench.send(anEvent({ ...edited, type: 'app_mention' }));
  };
  const events = () => new Set(bench.received.map(({ event }) => event));

  test('so that it names us is heard, once', async () => {
    bench = await http();
    await bench.send(anEvent(aMessage({ ts, text: 'what is new?' })));
    await edit(aMessage({ ts, text: `<@${botUser}> what is new?` }));
    await edit(aMessage({ ts, text: `<@${botUser}> what is new today?` }), 40);

    expect(bench.received[0]).toMatchObject({ text: 'what is new?', address: 'mention', message: messageIn(ts) });
    expect(events().size).toBe(1);
  });

  test('is heard also in a thread of ours, where it was kept as talk', async () => {
    bench = await http();
    await bench.send(anEvent(aMessage({ ts, ...thread, text: 'lol, nice one' })));
    await edit(aMessage({ ts, ...thread, text: `<@${botUser}> how many homes?` }));

    expect(bench.received).toMatchObject([{ address: 'none' }, { address: 'mention', text: 'how many homes?' }]);
    expect(events().size).toBe(2);
  });

  test('after it was a question is the same event: it is not answered again', async () => {
    bench = await http();
    const asked = aMessage({ ts, ...thread, text: `<@${botUser}> how mny homes?` });
    await bench.send(anEvent(asked));
    await bench.send(anEvent({ ...asked, type: 'app_mention' }));
    await edit({ ...asked, text: `<@${botUser}> how many homes?` });

    expect(events().size).toBe(1);
  });

  test('is left alone where its link only unfurled, or an hour has passed', async () => {
    bench = await http();
    const posted = aMessage({ ts, text: 'look: <https://news.example/a>' });
    const attachments = [{ title: 'Harbour city opens its first tidal power station' }];
    const unfurled = { ...posted, attachments };
    await bench.send(anEvent(aMessage({ subtype: 'message_changed', message: unfurled, previous_message: posted })));
    await edit(aMessage({ ts, text: `<@${botUser}> what is new?` }), 3_700);

    expect(bench.received).toEqual([]);
  });
});

test('a slash command comes with its words, its channel and its response address', async () => {
  bench = await http();
  const url = `${bench.slack.origin}/hooks/1`;
  await bench.send(aCommand('subscribe ai, "solid state"', { response_url: url }));

  expect(bench.received).toMatchObject([
    {
      kind: 'message',
      address: 'command',
      text: 'subscribe ai, "solid state"',
      channel: 'slack:T1/C1',
      channelName: 'news',
      author: { id: 'U1', name: 'ada' },
      handle: { value: JSON.stringify({ url, question: null }) },
    },
  ]);
});

test('a channel lets us in, shuts, and the workspace takes us out', async () => {
  bench = await http();
  await bench.send(anEvent({ type: 'member_joined_channel', user: 'U2', channel: 'C1', inviter: 'U1' }));
  await bench.send(anEvent({ type: 'member_joined_channel', user: botUser, channel: 'C1', inviter: 'U1' }));
  await bench.send(anEvent({ type: 'channel_archive', channel: 'C1', user: 'U1' }));
  await bench.send(anEvent({ type: 'channel_left', channel: 'C1' }));
  await bench.send(anEvent({ type: 'channel_deleted', channel: 'C1' }));
  await bench.send(anEvent({ type: 'app_uninstalled' }));

  expect(bench.received).toMatchObject([
    { kind: 'joined', channel: 'slack:T1/C1', author: { id: 'U1' } },
    { kind: 'closed', reason: 'archived' },
    { kind: 'closed', reason: 'removed from the channel' },
    { kind: 'closed', reason: 'deleted' },
    { kind: 'gone', workspace: true },
  ]);
});
