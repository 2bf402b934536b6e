import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { content, paragraph } from '../../../src/content.ts';
import type { ChannelId, PartId } from '../../../src/model.ts';
import { visibleText } from './limits.ts';
import { aBench, aLookup, aReplyTo, type Bench, channel, messageIn } from './support.ts';

let bench: Bench;
let now = Date.now();
afterEach(() => bench?.close());

const finished = content([paragraph('It powers 12,000 homes.')]);
const inThread = aReplyTo({ place: { channel, thread: messageIn('1700000001.000100') } });
const methods = () => bench.slack.calls.map(({ method }) => method).filter((method) => method.startsWith('chat.'));
const aStreamBench = () => aBench({ now: () => new Date(now) });

/** Says a piece, and lets so much time pass. */
async function say(stream: { append(text: string): Promise<void> }, text: string, ms = 5_000): Promise<void> {
  await stream.append(text);
  now += ms;
}

test('an answer is streamed to who asked, and ends as the finished content', async () => {
  bench = await aStreamBench();
  const part = randomUUID() as PartId;
  const stream = await bench.adapter.stream!(inThread, part);
  const [message] = bench.slack.messages;
  expect(stream.posted).toEqual({
    messages: [{ id: messageIn(message!.ts), story: null }],
    thread: messageIn('1700000001.000100'),
  });

  await say(stream, 'It powers ');
  await say(stream, 'homes.');
  expect(message?.text).toBe('It powers ');
  await stream.finish(finished);

  expect(visibleText(message?.blocks)).toBe('It powers 12,000 homes.');
  expect(message?.streaming).toBe(false);
  expect(bench.slack.calls.find(({ method }) => method === 'chat.startStream')?.args).toMatchObject({
    recipient_team_id: 'T1',
    recipient_user_id: 'U1',
  });
  expect((await bench.adapter.find!(inThread.place, part))?.messages).toEqual(stream.posted.messages);
});

test('appends are no more frequent than Slack takes', async () => {
  bench = await aStreamBench();
  const stream = await bench.adapter.stream!(inThread, randomUUID() as PartId);
  for (let n = 0; n < 100; n++) await say(stream, 'word ', 70);

  expect(methods().filter((method) => method === 'chat.appendStream')).toHaveLength(10);
});

test("the model's unchecked words come alive in nothing", async () => {
  bench = await aStreamBench();
  const stream = await bench.adapter.stream!(inThread, randomUUID() as PartId);
  await say(stream, 'See [here](https://evil.example) <!channel> @here **now** htt');
  await say(stream, 'ps://evil.example/two and so on');
  const streamed = bench.slack.messages[0]!.text;

  expect(streamed).not.toMatch(/https?:\/\//);
  expect(streamed).not.toContain('<');
  expect(streamed).not.toMatch(/@(here|channel)/);
  expect(streamed).not.toMatch(/(?<!\\)[[\]*]/);
});

test('a stream that Slack ended goes on by rewriting the message', async () => {
  bench = await aStreamBench();
  const stream = await bench.adapter.stream!(inThread, randomUUID() as PartId);
  await say(stream, 'It powers ');
  bench.slack.messages[0]!.streaming = false;
  await say(stream, 'twelve thousand ');
  await say(stream, 'homes in the ');
  expect(visibleText(bench.slack.messages[0]?.blocks)).toBe('It powers twelve thousand homes in the ');
  await stream.finish(finished);

  expect(bench.slack.messages).toHaveLength(1);
  expect(visibleText(bench.slack.messages[0]?.blocks)).toBe('It powers 12,000 homes.');
});

test.for<[string, () => void, typeof inThread]>([
  [
    'not available',
    () => bench.slack.next('chat.startStream', { kind: 'error', error: 'channel_type_not_supported' }),
    inThread,
  ],
  ['outside a thread', () => {}, aReplyTo({ place: { channel: 'slack:T1/D1' as ChannelId, thread: null } })],
])('where streaming is %s, one message is rewritten at most every three seconds', async ([, prepare, to]) => {
  bench = await aStreamBench();
  prepare();
  const part = randomUUID() as PartId;
  const stream = await bench.adapter.stream!(to, part);
  expect(visibleText(bench.slack.messages[0]?.blocks)).toBe('Looking in the articles…');
  for (let n = 0; n < 10; n++) await say(stream, 'word ', 1_000);

  expect(methods().filter((method) => method === 'chat.update')).toHaveLength(4);
  await stream.finish(finished);
  expect(visibleText(bench.slack.messages[0]?.blocks)).toBe('It powers 12,000 homes.');
  expect((await bench.adapter.find!(to.place, part))?.messages).toEqual(stream.posted.messages);
});

test('what fails in between is noted, and the end still comes', async () => {
  bench = await aStreamBench();
  const stream = await bench.adapter.stream!(inThread, randomUUID() as PartId);
  bench.slack.next('chat.appendStream', { kind: 'limited', seconds: 3 });
  await say(stream, 'It powers ');
  bench.slack.next('chat.appendStream', { kind: 'dropped' });
  await say(stream, 'homes ');
  bench.slack.next('chat.stopStream', { kind: 'dropped' });
  await stream.finish(finished);

  expect(bench.slack.messages).toMatchObject([{ streaming: false }]);
  expect(visibleText(bench.slack.messages[0]?.blocks)).toBe('It powers 12,000 homes.');
});

test('appends that Slack holds back wait as long as it says', async () => {
  bench = await aStreamBench();
  const stream = await bench.adapter.stream!(inThread, randomUUID() as PartId);
  bench.slack.next('chat.appendStream', { kind: 'limited', seconds: 30 });
  for (let n = 0; n < 35; n++) await say(stream, 'word ', 1_000);

  expect(methods().filter((method) => method === 'chat.appendStream').length).toBeLessThanOrEqual(1 + 5);
});

test('a stream whose process died is mended from its recorded message', async () => {
  bench = await aStreamBench();
  const { posted } = await bench.adapter.stream!(inThread, randomUUID() as PartId);
  await bench.adapter.edit!(inThread.place, posted.messages[0]!.id, finished);

  expect(bench.slack.messages).toMatchObject([{ streaming: false }]);
  expect(visibleText(bench.slack.messages[0]?.blocks)).toBe('It powers 12,000 homes.');
});

describe('a stream whose opening is lost', () => {
  const lost = { kind: 'lost' } as const;
  const recorded = new Set<string>();
  const lookup = aLookup({ isOurs: async (message) => recorded.has(message) });
  afterEach(() => recorded.clear());

  test('is found, and goes on: no empty message stays', async () => {
    bench = await aBench({ now: () => new Date(now), lookup });
    const other = await bench.adapter.stream!(inThread, randomUUID() as PartId);
    recorded.add(other.posted.messages[0]!.id);
    bench.slack.next('chat.startStream', lost);
    const stream = await bench.adapter.stream!(inThread, randomUUID() as PartId);
    expect(stream.posted.messages).toEqual([{ id: messageIn(bench.slack.messages[1]!.ts), story: null }]);
    await say(stream, 'It powers ');
    await stream.finish(finished);
    await other.finish(finished);

    expect(bench.slack.messages.map(({ blocks }) => visibleText(blocks))).toEqual([
      'It powers 12,000 homes.',
      'It powers 12,000 homes.',
    ]);
  });

  test('because its process was killed is filled by the next attempt at the answer', async () => {
    bench = await aBench({ now: () => new Date(now), lookup });
    await bench.adapter.stream!(inThread, randomUUID() as PartId);
    const posted = await bench.adapter.reply({ ...inThread, repeated: true }, finished, randomUUID() as PartId);
    expect(posted.messages).toEqual([{ id: messageIn(bench.slack.messages[0]!.ts), story: null }]);
    await bench.adapter.reply({ ...inThread, repeated: true }, finished, randomUUID() as PartId);

    expect(bench.slack.messages.map(({ blocks, streaming }) => [visibleText(blocks), streaming])).toEqual([
      ['It powers 12,000 homes.', false],
      ['It powers 12,000 homes.', undefined],
    ]);
  });

  test.for<[string, () => void]>([
    ['was never opened', () => bench.slack.next('chat.startStream', { kind: 'dropped' })],
    [
      'cannot be looked for',
      () => {
        bench.slack.next('chat.startStream', { kind: 'status', status: 503, done: false });
        bench.slack.next('conversations.replies', { kind: 'status', status: 503, done: false });
      },
    ],
  ])('is a message of ours where it %s', async ([, prepare]) => {
    bench = await aBench({ now: () => new Date(now), lookup });
    prepare();
    const stream = await bench.adapter.stream!(inThread, randomUUID() as PartId);

    expect(stream.posted.messages).toEqual([{ id: messageIn(bench.slack.messages[0]!.ts), story: null }]);
    expect(visibleText(bench.slack.messages[0]?.blocks)).toBe('Looking in the articles…');
  });
});
