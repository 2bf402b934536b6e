import { inspect } from 'node:util';
import { REST } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { readMessage } from '../../../adapters/discord/ids.ts';
import { countRefusals } from '../../../adapters/discord/refusals.ts';
import { shortId } from '../../../src/action.ts';
import type { Part } from '../../../src/adapter.ts';
import { content, paragraph } from '../../../src/content.ts';
import { GiveUp, TryLater, Unsure } from '../../../src/errors.ts';
import { aDigest, partIds } from '../../support/builders.ts';
import { ada, app, dm, guild, owner, text } from './counterpart.ts';
import { visibleText } from './limits.ts';
import { aBench, aLookup, aReplyTo, type Bench, channel, discordChannel, newPart } from './support.ts';

let bench: Bench;
afterEach(() => bench?.close());

const posts = /^POST \/channels\/\d+\/messages$/;
const place = { channel, thread: null };

function aPart(stories = 1): Part {
  return bench.adapter.render(aDigest({ channel, stories }), discordChannel(), partIds())[0]!;
}

test('posting needs no gateway, and nobody is notified', async () => {
  bench = await aBench({ started: false });
  const part = aPart();
  await bench.adapter.post(place, part);
  const { body } = bench.discord.calls.find(({ method, path }) => posts.test(`${method} ${path}`))!;

  expect(bench.discord.identified).toEqual([]);
  expect(body).toMatchObject({
    nonce: shortId(part.id),
    enforce_nonce: true,
    allowed_mentions: { parse: [], replied_user: false },
  });
  expect(body.nonce).toHaveLength(22);
});

test('the same part posted twice within minutes stands once', async () => {
  bench = await aBench({ started: false });
  const part = aPart();
  const [first, again] = [await bench.adapter.post(place, part), await bench.adapter.post(place, part)];

  expect(again).toEqual(first);
  expect(bench.discord.messages).toHaveLength(1);
});

test('a part is found by its buttons among hundreds of messages, and a card by its story', async () => {
  bench = await aBench({ started: false });
  const digest = aDigest({ channel, stories: 1 });
  const [part] = bench.adapter.render(digest, discordChannel(), partIds());
  const posted = await bench.adapter.post(place, part!);
  for (let index = 0; index < 250; index++)
    bench.discord.messages.push({ id: bench.discord.id(), channel_id: text, author: { id: ada }, components: [] });

  expect(await bench.adapter.find!(place, part!.id)).toEqual(posted);
  expect(posted.messages[0]!.story).toBe(digest.stories[0]!.story);
});

test('somebody else’s copy of our buttons is not ours', async () => {
  bench = await aBench({ started: false });
  const part = aPart();
  const { components } = part.payload as { components: object[] };
  bench.discord.messages.push({ id: bench.discord.id(), channel_id: text, author: { id: ada }, components });

  expect(await bench.adapter.find!(place, part.id)).toBeNull();
});

test('an answer without buttons is found in its thread by the first component’s id', async () => {
  bench = await aBench({ started: false });
  const posted = await bench.adapter.post(place, aPart());
  const part = newPart();
  const thread = posted.messages[0]!.id;
  const answer = await bench.adapter.reply(
    aReplyTo({ place: { channel, thread } }),
    content([paragraph('It opened.')]),
    part,
  );

  expect(await bench.adapter.find!({ channel, thread }, part)).toEqual(answer);
  expect(await bench.adapter.find!({ channel, thread: posted.messages[0]!.id }, newPart())).toBeNull();
});

test('a thread that was deleted while its answer was written closes no channel', async () => {
  bench = await aBench({ started: false });
  const thread = (await bench.adapter.post(place, aPart())).messages[0]!.id;
  const to = aReplyTo({ place: { channel, thread } });
  const [answer] = (await bench.adapter.reply(to, content([paragraph('It opened.')]), newPart())).messages;
  bench.discord.channels.delete(readMessage(answer!.id).channel);
  const edited = () => bench.adapter.edit!({ channel, thread }, answer!.id, content([paragraph('It closed.')]));

  await expect(edited()).rejects.toMatchObject({ name: 'GiveUp', closes: false });
  bench.discord.next(/^GET \/channels\/\d+\/messages/, { kind: 'error', status: 403, code: 50001 });
  await expect(bench.adapter.find!({ channel, thread }, newPart())).rejects.toMatchObject({ closes: false });
  bench.discord.channels.delete(text);
  await expect(bench.adapter.edit!(place, thread, content([paragraph('x')]))).rejects.toMatchObject({ closes: true });
});

test.for([500, 502, 503])('after a %i that did post, the message is found', async (status) => {
  bench = await aBench({ started: false });
  const part = aPart();
  bench.discord.next(posts, { kind: 'status', status, done: true });

  await expect(bench.adapter.post(place, part)).rejects.toThrow(Unsure);
  expect(await bench.adapter.find!(place, part.id)).not.toBeNull();
  expect(bench.discord.calls.filter(({ method, path }) => posts.test(`${method} ${path}`))).toHaveLength(1);
});

test('a connection that ends leaves the outcome open; one that never was does not', async () => {
  bench = await aBench({ started: false });
  bench.discord.next(posts, { kind: 'dropped' });
  await expect(bench.adapter.post(place, aPart())).rejects.toThrow(Unsure);

  const away = await aBench({ started: false, discord: bench.discord, apiUrl: 'http://127.0.0.1:9/api' });
  await expect(away.adapter.post(place, aPart())).rejects.toMatchObject({ name: 'TryLater', wide: true });
});

test('a global 429 holds back the whole server, another only its channel', async () => {
  bench = await aBench({ started: false });
  bench.discord.next(posts, { kind: 'limited', seconds: 3 });
  await expect(bench.adapter.post(place, aPart())).rejects.toMatchObject({
    retryAfterSeconds: expect.any(Number),
    wide: false,
  });
  bench.discord.next(posts, { kind: 'limited', seconds: 3, global: true });
  await expect(bench.adapter.post(place, aPart())).rejects.toMatchObject({ name: 'TryLater', wide: true });
});

test.for([403, 404, 429])(
  'a %i that is not Discord’s keeps the digest waiting, and is not asked again at once',
  async (status) => {
    bench = await aBench({ started: false });
    const part = aPart();
    bench.discord.next(posts, { kind: 'page', status });
    await expect(bench.adapter.post(place, part)).rejects.toMatchObject({ name: 'TryLater', retryAfterSeconds: 30 });
    expect(bench.discord.calls).toHaveLength(1);
    await bench.adapter.post(place, part);

    expect(bench.discord.messages).toHaveLength(1);
  },
);

test('a full bucket is waited for, without a request that Discord would refuse', async () => {
  bench = await aBench({ started: false });
  bench.discord.buckets = true;
  for (let index = 0; index < 5; index++) await bench.adapter.post(place, aPart());
  const failure = await bench.adapter.post(place, aPart()).catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(TryLater);
  expect((failure as TryLater).retryAfterSeconds).toBeLessThanOrEqual(6);
  expect(bench.discord.calls.filter(({ status }) => status === 429)).toEqual([]);
});

test('a refused token holds everything back, and is asked again later', async () => {
  bench = await aBench({ started: false });
  bench.discord.next(posts, { kind: 'error', status: 401, code: 0 });
  await expect(bench.adapter.post(place, aPart())).rejects.toMatchObject({
    name: 'TryLater',
    wide: true,
    retryAfterSeconds: 300,
  });
  await bench.adapter.post(place, aPart());

  expect(bench.discord.messages).toHaveLength(1);
});

test('before Discord bans the address we stop asking', () => {
  const rest = new REST();
  const logged: string[] = [];
  const refusals = countRefusals(rest, { error: (_, message) => void logged.push(message) });
  const refuse = (status: number, scope = 'user') => {
    const headers = new Headers({ 'x-ratelimit-scope': scope });
    rest.emit('response', {} as never, { status, headers } as never);
  };
  for (let index = 0; index < 1_999; index++) refuse([401, 403, 429][index % 3]!);
  for (let index = 0; index < 50; index++) refuse(429, 'shared');
  refusals.holdBack();
  refuse(403);

  expect(() => refusals.holdBack()).toThrow(TryLater);
  expect(logged).toEqual(['discord held back: too many refusals']);
});

test('a channel that shut us out names what is missing, and tells who brought us in', async () => {
  bench = await aBench({
    started: false,
    lookup: aLookup({ channel: async () => discordChannel({ createdBy: owner }) }),
  });
  bench.discord.channels.get(text)!.permission_overwrites = [{ id: guild, type: 0, allow: '0', deny: '2048' }];
  bench.discord.next(posts, { kind: 'error', status: 403, code: 50013 });
  const failure = await bench.adapter.post(place, aPart()).catch((error: unknown) => error);

  expect(failure).toMatchObject({
    name: 'GiveUp',
    closes: true,
    message: 'discord post: 50013, missing Send Messages',
  });
  expect(bench.discord.messages.map(visibleText)).toEqual([expect.stringContaining('Send Messages is missing')]);
});

test('a request that Discord can never take is given up, and the channel stays open', async () => {
  bench = await aBench({ started: false });
  const failure = await bench.adapter
    .post(place, { ...aPart(), payload: { flags: 1 << 15, components: [] } })
    .catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(GiveUp);
  expect((failure as GiveUp).closes).toBe(false);
});

test('an archived thread comes back with the answer', async () => {
  bench = await aBench({ started: false });
  const posted = await bench.adapter.post(place, aPart());
  const thread = posted.messages[0]!.id;
  await bench.adapter.reply(aReplyTo({ place: { channel, thread } }), content([paragraph('One.')]), newPart());
  const own = bench.discord.channels.get(bench.discord.messages[0].id)!;
  own.thread_metadata.archived = true;
  await bench.adapter.reply(aReplyTo({ place: { channel, thread } }), content([paragraph('Two.')]), newPart());

  expect(own.thread_metadata.archived).toBe(false);
});

test('a locked thread that somebody writes in: the answer comes to them alone', async () => {
  bench = await aBench({ started: false });
  const posted = await bench.adapter.post(place, aPart());
  const id = bench.discord.messages[0].id;
  bench.discord.channels.set(id, { id, type: 11, parent_id: text, guild_id: guild, thread_metadata: { locked: true } });
  const to = aReplyTo({ place: { channel, thread: posted.messages[0]!.id } });
  const answer = await bench.adapter.reply(to, content([paragraph('It opened.')]), newPart());

  expect(bench.discord.messages.at(-1)).toMatchObject({ channel_id: dm });
  expect(visibleText(bench.discord.messages.at(-1))).toContain('That thread is locked');
  expect(answer.messages).toEqual([]);
  bench.discord.next(new RegExp(`^POST /channels/${dm}/messages`), { kind: 'error', status: 403, code: 50007 });
  const shut = bench.adapter.reply(to, content([paragraph('It opened.')]), newPart());
  await expect(shut).rejects.toMatchObject({ name: 'GiveUp', closes: false });
});

test('a thread that was deleted does not close the channel', async () => {
  bench = await aBench({ started: false });
  const posted = await bench.adapter.post(place, aPart());
  const to = aReplyTo({ place: { channel, thread: posted.messages[0]!.id } });
  await bench.adapter.reply(to, content([paragraph('One.')]), newPart());
  bench.discord.channels.delete(bench.discord.messages[0].id);
  await bench.adapter.reply(to, content([paragraph('Two.')]), newPart());

  expect(bench.discord.messages.at(-1)).toMatchObject({
    channel_id: text,
    message_reference: { message_id: bench.discord.messages[0].id },
  });
});

test('new content takes the place of a message', async () => {
  bench = await aBench({ started: false });
  const posted = await bench.adapter.reply(aReplyTo(), content([paragraph('Looking…')]), newPart());
  await bench.adapter.edit!(place, posted.messages[0]!.id, content([paragraph('It opened.')]));

  expect(bench.discord.messages.map(visibleText)).toEqual(['It opened.']);
});

test('administrators manage the server, own it, or have a role that does', async () => {
  bench = await aBench({ started: false });
  expect(await bench.adapter.person!(channel, ada)).toMatchObject({
    administrator: false,
    zone: null,
    language: 'en-US',
  });
  expect(await bench.adapter.person!(channel, owner)).toMatchObject({ administrator: true });
  bench.discord.guilds.get(guild)!.roles.push({ id: '6', name: 'mods', permissions: '32' });
  bench.discord.members.get(ada)!.roles.push('6');
  expect(await bench.adapter.person!(channel, ada)).toMatchObject({ administrator: true });
  expect(await bench.adapter.person!(channel, '1')).toBeNull();
});

test('files come from Discord alone, and no longer than a megabyte', async () => {
  bench = await aBench({ started: false });
  await expect(bench.adapter.download!({ name: 'x', ref: 'https://evil.example/x' })).rejects.toThrow('not at Discord');
  await expect(bench.adapter.download!({ name: 'x', ref: 'http://169.254.169.254/' })).rejects.toThrow(
    'not at Discord',
  );
});

test('doctor names the token, the server, and posts, finds and cleans up', async () => {
  bench = await aBench({ started: false });
  const results = await bench.adapter.check!(channel);

  expect(results.map(({ ok, name }) => [ok, name])).toEqual([
    [true, 'DISCORD_TOKEN'],
    [true, 'Message Content'],
    [true, 'Servers'],
    [true, channel],
  ]);
  expect(bench.discord.messages).toEqual([]);
});

test('doctor says which permission is missing', async () => {
  bench = await aBench({ started: false });
  bench.discord.guilds.get(guild)!.roles[0].permissions = String(
    (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 38n),
  );
  const results = await bench.adapter.check!(channel);

  expect(results.at(-1)).toMatchObject({ ok: false, detail: expect.stringContaining('Create Public Threads') });
});

test('doctor says how to mend a refused token and an empty list of servers', async () => {
  bench = await aBench({ started: false });
  bench.discord.guilds.clear();
  expect((await bench.adapter.check!(null)).at(-1)).toMatchObject({
    ok: false,
    detail: expect.stringContaining(`client_id=${app}`),
  });
  const wrong = await aBench({ started: false, discord: bench.discord, token: 'bad' });
  expect(await wrong.adapter.check!(null)).toEqual([
    { ok: false, name: 'DISCORD_TOKEN', detail: expect.stringContaining('Reset Token') },
  ]);
});

test('no token and no word of ours stands in what is thrown', async () => {
  bench = await aBench({ started: false });
  const secret = 'interaction-secret';
  const waiting = { way: 'whisper', app, token: secret, asked: null, story: null, lacks: [] };
  const part = newPart();
  const handle = { value: JSON.stringify(waiting), expiresAt: new Date(Date.now() + 60_000) };
  for (const trouble of [
    { kind: 'error', status: 400, code: 50035 },
    { kind: 'status', status: 500, done: false },
    { kind: 'limited', seconds: 9 },
  ] as const) {
    bench.discord.next(/@original$/, trouble);
    const failure = await bench.adapter
      .reply(aReplyTo({ handle }), content([paragraph('our words')]), part)
      .catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(Error);
    expect(inspect(failure, { depth: 9, showHidden: true })).not.toMatch(/interaction-secret|our words/);
  }
  expect(JSON.stringify(bench.logged)).not.toContain(secret);
});

test('where nobody brought us in, the server’s owner is told what is missing', async () => {
  bench = await aBench({ started: false });
  bench.discord.missing = ['VIEW_CHANNEL'];
  bench.discord.next(posts, { kind: 'error', status: 403, code: 50001 });
  const failure = await bench.adapter.post(place, aPart()).catch((error: unknown) => error);

  expect(failure).toMatchObject({ message: 'discord post: 50001, missing View Channel' });
  expect(bench.discord.calls.find(({ path }) => path === '/users/@me/channels')!.body).toEqual({ recipient_id: owner });
});
