import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Part } from '../../../src/adapter.ts';
import { content, paragraph } from '../../../src/content.ts';
import { GiveUp, TryLater, Unsure } from '../../../src/errors.ts';
import type { PartId } from '../../../src/model.ts';
import { aDigest, aDigestStory, partIds } from '../../support/builders.ts';
import type { Trouble } from './counterpart.ts';
import { aBench, aReplyTo, type Bench, channel, messageIn, slackChannel } from './support.ts';

let bench: Bench;
afterEach(() => bench?.close());

const place = { channel, thread: null };
const aPart = (): Part => bench.adapter.render(aDigest({ channel, stories: 3 }), slackChannel(), partIds())[0]!;
const failed = (part = aPart()) =>
  bench.adapter.post(place, part).then(
    () => null,
    (error: unknown) => error,
  );

describe('what a failure means', () => {
  test.for<[string, Trouble]>([
    ['a lost answer', { kind: 'lost' }],
    ['a connection that ends', { kind: 'dropped' }],
    ['an answer cut short', { kind: 'cut' }],
    ['a 502 after it was done', { kind: 'status', status: 502, done: true }],
    ['a fatal_error', { kind: 'error', error: 'fatal_error' }],
  ])('%s is unsure', async ([, trouble]) => {
    bench = await aBench();
    bench.slack.next('chat.postMessage', trouble);

    expect(await failed()).toMatchObject({ name: 'Unsure', settlesInSeconds: 15 });
    expect(bench.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  test.for(['is_archived', 'channel_not_found', 'not_in_channel', 'token_revoked', 'account_inactive'])(
    '%s closes the channel',
    async (error) => {
      bench = await aBench();
      bench.slack.next('chat.postMessage', { kind: 'error', error });

      expect(await failed()).toMatchObject({
        name: 'GiveUp',
        closes: true,
        message: `slack chat.postMessage: ${error}`,
      });
    },
  );

  test.for([403, 404, 429])('a %i that is not Slack’s keeps the digest waiting', async (status) => {
    bench = await aBench();
    bench.slack.next('chat.postMessage', { kind: 'status', status, done: false });

    expect(await failed()).toMatchObject({ name: 'TryLater', retryAfterSeconds: 30, wide: true });
  });

  test('a request that can never be taken closes nothing', async () => {
    bench = await aBench();
    bench.slack.next('chat.postMessage', { kind: 'error', error: 'metadata_too_large' });
    const failure = await failed();

    expect(failure).toBeInstanceOf(GiveUp);
    expect(failure).toMatchObject({ closes: false });
  });

  test('a wrong setting keeps the digest waiting', async () => {
    bench = await aBench();
    bench.slack.next('chat.postMessage', { kind: 'error', error: 'missing_scope' });

    expect(await failed()).toMatchObject({ name: 'TryLater', wide: true });
    expect(bench.logged).toContainEqual(
      expect.objectContaining({ level: 'error', fields: { platform: 'slack', error: 'missing_scope' } }),
    );
  });

  test("a 429 holds back the workspace for as long as it says, and is not answered by the SDK's own retries", async () => {
    bench = await aBench();
    bench.slack.next('chat.postMessage', { kind: 'limited', seconds: 11 });

    expect(await failed()).toMatchObject({ name: 'TryLater', retryAfterSeconds: 11, wide: true });
    expect(bench.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  test('where nobody listens nothing was posted', async () => {
    bench = await aBench({ appToken: null });
    await bench.slack.close();

    expect(await failed()).toBeInstanceOf(TryLater);
  });
});

describe('finding a part again', () => {
  test('it is found by its id, with its story, in the channel', async () => {
    bench = await aBench();
    const digest = aDigest({ channel, stories: 1 });
    const [part] = bench.adapter.render(digest, slackChannel(), partIds());
    bench.slack.next('chat.postMessage', { kind: 'lost' });
    await failed(part);

    expect(await bench.adapter.find!(place, part!.id)).toEqual({
      messages: [{ id: messageIn(bench.slack.messages[0]!.ts), story: digest.stories[0]!.story }],
      thread: messageIn(bench.slack.messages[0]!.ts),
    });
  });

  test('it is found in a thread', async () => {
    bench = await aBench();
    const root = await bench.adapter.post(place, aPart());
    const part = aPart();
    const under = { channel, thread: root.thread };
    await bench.adapter.post(under, part);

    expect((await bench.adapter.find!(under, part.id))?.messages[0]?.id).toBe(messageIn(bench.slack.messages[1]!.ts));
    expect(await bench.adapter.find!(place, part.id)).toBeNull();
  });

  test('a reply is found under the question that it answers', async () => {
    bench = await aBench();
    const part = randomUUID() as PartId;
    const to = aReplyTo({ message: messageIn('1700000002.000100') });
    bench.slack.next('chat.postMessage', { kind: 'lost' });
    await expect(bench.adapter.reply(to, content([paragraph('It opened.')]), part)).rejects.toBeInstanceOf(Unsure);

    expect(await bench.adapter.find!(to.place, part, to)).toEqual({
      messages: [{ id: messageIn(bench.slack.messages[0]!.ts), story: null }],
      thread: to.message,
    });
  });

  test('it is found behind hundreds of messages', async () => {
    bench = await aBench();
    const part = aPart();
    await bench.adapter.post(place, part);
    const [posted] = bench.slack.messages;
    for (let n = 0; n < 250; n++)
      bench.slack.messages.push({ channel: 'C1', ts: `18${n}.0`, user: 'U1', text: 'talk', blocks: [] });

    expect((await bench.adapter.find!(place, part.id))?.messages[0]?.id).toBe(messageIn(posted!.ts));
  });

  test('what Slack cannot say now is asked again later', async () => {
    bench = await aBench();
    bench.slack.next('conversations.history', { kind: 'status', status: 503, done: false });

    await expect(bench.adapter.find!(place, randomUUID() as PartId)).rejects.toBeInstanceOf(TryLater);
  });
});

test('blocks that Slack refuses are posted as text, with their links, once', async () => {
  bench = await aBench();
  bench.slack.next('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
  const part = aPart();
  await bench.adapter.post(place, part);

  const [message, ...others] = bench.slack.messages;
  expect(others).toEqual([]);
  expect(message?.text).toContain('<https://news.example/story-1|Story 1 of the morning>');
  expect(message?.metadata.event_payload.part).toBe(part.id);
  expect(bench.logged).toContainEqual(
    expect.objectContaining({ level: 'error', message: 'blocks refused, posted as text' }),
  );
});

test('in that text no address of a feed’s comes alive', async () => {
  bench = await aBench();
  bench.slack.next('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
  const gist = 'Read https://evil.example/now or <https://evil.example|this>';
  const digest = aDigest({ channel, stories: [aDigestStory({ gist, url: 'https://news.example/story-1' })] });
  const [part] = bench.adapter.render(digest, slackChannel(), partIds());
  await bench.adapter.post(place, part!);
  const links = [...bench.slack.messages[0]!.text.matchAll(/https?:\/\/[^\s|>]+/g)].map(([found]) => found);

  expect(links).toContain('https://news.example/story-1');
  expect(links.filter((link) => link.includes('evil'))).toEqual([]);
});

test('a digest unfurls nothing, and its metadata holds ids alone', async () => {
  bench = await aBench();
  const part = aPart();
  await bench.adapter.post(place, part);
  const { args } = bench.slack.calls.findLast(({ method }) => method === 'chat.postMessage')!;

  expect(args).toMatchObject({ unfurl_links: false, unfurl_media: false });
  expect(args.metadata).toEqual({ event_type: 'tidings_part', event_payload: { part: part.id } });
});
