import { afterEach, expect, test } from 'vitest';
import { createSocketReceiver } from '../../../adapters/slack/socket.ts';
import type { Inbound } from '../../../src/adapter.ts';
import { aBench, aMessage, anEvent, type Bench, quiet } from './support.ts';

let bench: Bench;
afterEach(() => bench?.close());

test('an event is acknowledged after it is stored', async () => {
  const order: string[] = [];
  bench = await aBench({ receive: async () => void order.push('stored') });
  const answer = await bench.slack.tell('events_api', anEvent(aMessage()));
  order.push('acknowledged');

  expect(answer).toEqual({});
  expect(order).toEqual(['stored', 'acknowledged']);
});

test('what cannot be stored is not acknowledged, and is taken when told again', async () => {
  let broken = true;
  const stored: Inbound[] = [];
  bench = await aBench({
    receive: async (inbound) => {
      if (broken) throw new Error('no database');
      stored.push(inbound);
    },
  });
  const event = anEvent(aMessage());
  const first = await bench.slack.tell('events_api', event, 300);
  broken = false;
  const second = await bench.slack.tell('events_api', event);

  expect(first).toBeNull();
  expect(second).toEqual({});
  expect(stored).toHaveLength(1);
});

test.for<['disconnect' | 'terminate']>([['disconnect'], ['terminate']])(
  'after a %s it connects again and goes on',
  async ([how]) => {
    bench = await aBench();
    bench.slack.hangUp(how);
    await bench.slack.connected(2);
    await bench.slack.tell('events_api', anEvent(aMessage()));

    expect(bench.received).toHaveLength(1);
  },
);

test('a token that is refused meanwhile does not end the process', async () => {
  bench = await aBench();
  bench.slack.next('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
  bench.slack.next('apps.connections.open', { kind: 'dropped' });
  bench.slack.hangUp('terminate');
  await bench.slack.connected(2);
  await bench.slack.tell('events_api', anEvent(aMessage()));

  expect(bench.received).toHaveLength(1);
  expect(bench.logged.filter(({ message }) => message === 'slack connection failed')).toHaveLength(2);
});

test.for(['upgrade', 'hello'] as const)(
  'a connection that hangs before its %s is given up, and opened anew',
  async (where) => {
    bench = await aBench({ started: false });
    const receiver = createSocketReceiver('xapp-good', quiet, bench.slack.apiUrl, 300);
    bench.slack.hangsBefore = where;
    await expect(receiver.start()).rejects.toMatchObject({ name: 'TryLater', message: 'slack socket: no hello' });
    bench.slack.hangsBefore = null;
    await receiver.start();
    bench.slack.hangsBefore = where;
    bench.slack.hangUp('terminate');
    await expect.poll(() => bench.slack.calls.length, { timeout: 5_000 }).toBe(4);
    bench.slack.hangsBefore = null;
    await bench.slack.connected(2);

    expect(bench.slack.sockets()).toBe(1);
    await receiver.stop();
  },
);

test('stopped, it stays away', async () => {
  bench = await aBench();
  await bench.adapter.stop();
  const opened = bench.slack.calls.filter(({ method }) => method === 'apps.connections.open').length;
  await bench.adapter.stop();

  await expect.poll(() => bench.slack.sockets()).toBe(0);
  expect(opened).toBe(1);
});

test('a refused bot token is a setting to mend', async () => {
  bench = await aBench({ botToken: 'xoxb-bad', started: false });
  await expect(bench.adapter.start(async () => {})).rejects.toMatchObject({
    name: 'GiveUp',
    message: 'slack auth.test: invalid_auth',
  });
});

test('a Slack that does not answer at the start is tried again by itself', async () => {
  bench = await aBench({ started: false });
  bench.slack.next('auth.test', { kind: 'dropped' });
  await bench.adapter.start(async (inbound) => void bench.received.push(inbound));
  expect(bench.slack.sockets()).toBe(0);
  await bench.slack.connected(1);
  await bench.slack.tell('events_api', anEvent(aMessage()));

  expect(bench.received).toHaveLength(1);
});

test('a refused app token is a setting to mend as well', async () => {
  bench = await aBench({ appToken: 'xapp-bad', started: false });

  await expect(bench.adapter.start(async () => {})).rejects.toMatchObject({
    name: 'GiveUp',
    message: 'slack apps.connections.open: invalid_auth',
  });
});

test('no token and no text of a message reaches the log', async () => {
  bench = await aBench({ receive: async () => Promise.reject(new Error('no database')) });
  await bench.slack.tell('events_api', anEvent(aMessage({ text: '<@U0BOT> secret plans' })), 300);

  const log = JSON.stringify(bench.logged);
  expect(bench.logged.length).toBeGreaterThan(0);
  expect(log).not.toContain('secret plans');
  expect(log).not.toMatch(/xoxb|xapp/);
});
