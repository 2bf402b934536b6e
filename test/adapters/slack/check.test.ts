import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { scopes } from '../../../adapters/slack/check.ts';
import type { CheckResult } from '../../../src/adapter.ts';
import { aBench, type Bench, channel } from './support.ts';

let bench: Bench;
afterEach(() => bench?.close());

const wrong = (results: CheckResult[]) => results.filter(({ ok }) => !ok);
const check = (live: typeof channel | null = null) => bench.adapter.check!(live);

test('all is well', async () => {
  bench = await aBench();

  expect(wrong(await check())).toEqual([]);
  expect((await check()).map(({ name }) => name)).toEqual([
    'SLACK_BOT_TOKEN',
    'Slack scopes',
    'SLACK_APP_TOKEN',
    'Slack channels',
  ]);
});

test('a wrong bot token is named, with where the right one is', async () => {
  bench = await aBench({ botToken: 'xoxb-bad', started: false });

  expect(wrong(await check())).toMatchObject([
    { name: 'SLACK_BOT_TOKEN', detail: expect.stringContaining('invalid_auth') },
  ]);
});

test('a token of another kind is named', async () => {
  bench = await aBench({ botToken: 'xapp-good', started: false });

  expect(wrong(await check())).toMatchObject([{ name: 'SLACK_BOT_TOKEN', detail: expect.stringContaining('xoxb-') }]);
});

test('missing scopes are named', async () => {
  bench = await aBench();
  bench.slack.scopes = bench.slack.scopes.filter((scope) => !['channels:history', 'files:write'].includes(scope));

  expect(wrong(await check())).toMatchObject([
    { name: 'Slack scopes', detail: expect.stringMatching(/^missing: channels:history, files:write\./) },
  ]);
});

test('a wrong app token is named', async () => {
  bench = await aBench({ appToken: 'xapp-bad', started: false });

  expect(wrong(await check())).toMatchObject([
    { name: 'SLACK_APP_TOKEN', detail: expect.stringContaining('connections:write') },
  ]);
});

test.for<[string, string | null, string]>([
  ['hears nothing', null, 'SLACK_APP_TOKEN'],
  ['has a signing secret of the wrong shape', 'xoxb-mistaken', 'SLACK_SIGNING_SECRET'],
])('HTTP mode that %s is named', async ([, signingSecret, name]) => {
  bench = await aBench({ appToken: null, signingSecret });

  expect(wrong(await check())).toMatchObject([{ name }]);
});

test('live, it posts, answers, finds, and leaves nothing behind', async () => {
  bench = await aBench();

  expect(wrong(await check(channel))).toEqual([]);
  expect(bench.slack.messages).toEqual([]);
  const posts = bench.slack.calls.filter(({ method }) => method === 'chat.postMessage');
  expect(posts.map(({ args }) => args.thread_ts !== undefined)).toEqual([false, true]);
});

test('live, a failure half-way leaves nothing behind either', async () => {
  bench = await aBench();
  bench.slack.next('conversations.history', { kind: 'error', error: 'missing_scope' });

  expect(wrong(await check(channel))).toMatchObject([{ detail: expect.stringContaining('missing_scope') }]);
  expect(bench.slack.messages).toEqual([]);
});

test('live, a scope that posting does not need hinders nothing', async () => {
  bench = await aBench();
  bench.slack.scopes = bench.slack.scopes.filter((scope) => scope !== 'files:write');

  expect((await check(channel)).at(-1)).toMatchObject({ ok: true, name: `Slack ${channel}` });
});

test('live, where we are no member, it says how to invite us', async () => {
  bench = await aBench();
  bench.slack.channels.set('C1', { id: 'C1', is_member: false });

  expect(wrong(await check(channel))).toMatchObject([{ detail: expect.stringContaining('/invite @Tidings') }]);
});

test('the manifest asks for exactly the scopes that doctor looks for', async () => {
  const manifest = await readFile(new URL('../../../slack.manifest.yaml', import.meta.url), 'utf8');
  const asked = /bot:\n((?:\s+- \S+\n)+)/.exec(manifest)?.[1]?.match(/[a-z_]+:[a-z_.]+|commands/g);

  expect(asked).toEqual(scopes);
});
