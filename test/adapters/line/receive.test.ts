import { afterEach, beforeEach, expect, test } from 'vitest';
import { action, encodeAction } from '../../../src/action.ts';
import type { StoryId } from '../../../src/model.ts';
import { hasSpecs, needsSpecs, ofWebhook } from './limits.ts';
import {
  aBench,
  aLookup,
  anEvent,
  aPress,
  aText,
  type Bench,
  direct,
  fromGroup,
  group,
  inGroup,
  lineChannel,
  mentioning,
  room,
  us,
  user,
} from './support.ts';

let bench: Bench;
const ours = new Set(['line:777']);

beforeEach(async () => {
  bench = await aBench({ lookup: aLookup({ isOurs: async (id) => ours.has(id) }) });
  bench.line.profiles.set(user, { displayName: '花子', language: 'ja' });
});
afterEach(() => bench.close());

async function heard(event: object) {
  await bench.send(event);
  return bench.received.at(-1);
}

test('plain words one-to-one are for us', async () => {
  const event = aText('AIのニュース');
  expect(await heard(event)).toMatchObject({
    kind: 'message',
    channel: direct,
    direct: true,
    text: 'AIのニュース',
    address: 'direct',
    message: `line:${event.message.id}`,
    parent: null,
    author: { id: user, administrator: true },
    event: event.webhookEventId,
  });
});

test('a mention of us in a group is taken out of the text, with the name of who wrote', async () => {
  expect(await heard(aText(...mentioning('subscribe ai')))).toMatchObject({
    channel: inGroup,
    address: 'mention',
    text: 'subscribe ai',
    author: { id: user, name: '花子', administrator: null },
  });
});

test('a mention in the midst leaves the words around it', async () => {
  const mention = {
    mentionees: [
      { index: 3, length: 4, type: 'user', userId: `U${'9'.repeat(32)}`, isSelf: false },
      { index: 10, length: 8, type: 'user', userId: us, isSelf: true },
    ],
  };
  // Positions are UTF-16 units: the emoji before us takes two.
  const text = 'hi @Bob,😀@Tidings help';
  expect(await heard(aText(text, { mention }, fromGroup))).toMatchObject({
    address: 'mention',
    text: 'hi @Bob,😀  help',
  });
});

test('in a group, who quotes us speaks to us', async () => {
  expect(await heard(aText('is it so?', { quotedMessageId: '777' }, fromGroup))).toMatchObject({ address: 'reply' });
});

test.for([
  [
    'names somebody else',
    { mention: { mentionees: [{ index: 0, length: 4, type: 'user', userId: 'U1', isSelf: false }] } },
  ],
  ['names everybody', { mention: { mentionees: [{ index: 0, length: 4, type: 'all' }] } }],
  [
    'quotes us, but names somebody else',
    {
      quotedMessageId: '777',
      mention: { mentionees: [{ index: 0, length: 4, type: 'user', userId: 'U1', isSelf: false }] },
    },
  ],
  ['quotes somebody else', { quotedMessageId: '888' }],
  ['speaks to nobody', {}],
] as const)('in a group a message that %s is not kept', async ([, message]) => {
  expect((await bench.send(aText('@all is it so?', message, fromGroup))).status).toBe(200);
  expect(bench.received).toEqual([]);
});

test('a quote names what it quotes', async () => {
  expect(await heard(aText('なぜ？', { quotedMessageId: '777' }))).toMatchObject({
    parent: 'line:777',
    address: 'direct',
  });
});

test('rooms are channels of their own, and a person may be missing', async () => {
  expect(
    await heard(aText('help', { quotedMessageId: '777' }, { source: { type: 'room', roomId: room } })),
  ).toMatchObject({
    channel: `line:room/${room}`,
    author: { id: '', name: null },
  });
});

test('a pressed button comes back as its action', async () => {
  const pressed = action('points', { story: '0190a0b4-0000-7000-8000-000000000001' as StoryId });
  expect(await heard(aPress(encodeAction(pressed)))).toMatchObject({ kind: 'press', action: pressed });
});

test('the picked hour comes back as the command for it', async () => {
  expect(await heard(aPress(encodeAction(action('do', { value: 'time' })), { time: '07:30' }))).toMatchObject({
    kind: 'press',
    action: { verb: 'do', value: 'time 07:30' },
  });
});

test.for([
  ['follow', { follow: { isUnblocked: false } }, { kind: 'joined', channel: direct, channelName: '花子' }],
  ['unfollow', {}, { kind: 'gone', workspace: false, channel: direct }],
  ['join', fromGroup, { kind: 'joined', channel: inGroup, channelName: 'Breakfast table' }],
  ['leave', fromGroup, { kind: 'gone', workspace: false, channel: inGroup }],
  ['unsend', { unsend: { messageId: '42' } }, { kind: 'unsent', message: 'line:42' }],
] as const)('%s is heard', async ([type, given, inbound]) => {
  expect(await heard(anEvent({ type, ...given }))).toMatchObject(inbound);
});

test.for([
  ['what LINE invents next', anEvent({ type: 'messageEdited', message: { id: '1', text: 'x' } })],
  ['what another module answers', aText('help', {}, { mode: 'standby' })],
  [
    'a sticker',
    anEvent({
      type: 'message',
      message: {
        type: 'sticker',
        id: '1',
        packageId: '1',
        stickerId: '1',
        stickerResourceType: 'STATIC',
        quoteToken: 'q',
      },
    }),
  ],
  [
    'a file in a group',
    anEvent({ type: 'message', message: { type: 'file', id: '1', fileName: 'a.opml', fileSize: 3 }, ...fromGroup }),
  ],
  ['a press of something that we did not make', aPress('buy=1')],
  ['an event without a source', { ...aText('help'), source: undefined }],
  [
    'people who come into a group',
    anEvent({ type: 'memberJoined', joined: { members: [{ type: 'user', userId: user }] }, ...fromGroup }),
  ],
] as const)('%s is passed over, and answered 200', async ([, event]) => {
  expect((await bench.send(event)).status).toBe(200);
  expect(bench.received).toEqual([]);
});

test('a list of feeds comes as a file, whole', async () => {
  bench.line.files.set('31', Buffer.from('<opml/>'));
  const inbound = await heard(
    anEvent({ type: 'message', message: { type: 'file', id: '31', fileName: 'feeds.opml', fileSize: 7 } }),
  );
  expect(inbound).toMatchObject({ kind: 'message', files: [{ name: 'feeds.opml', ref: '31' }] });
  expect(Buffer.from(await bench.adapter.download!({ name: 'feeds.opml', ref: '31' })).toString()).toBe('<opml/>');
});

test('a file over 1 MB is not read', async () => {
  bench.line.files.set('32', Buffer.alloc(3_000_000));
  await expect(bench.adapter.download!({ name: 'big', ref: '32' })).rejects.toThrow('over 1 MB');
});

test('the language of a profile comes with the zone that it is spoken in', async () => {
  expect(await bench.adapter.person!(direct, user)).toEqual({
    administrator: true,
    zone: 'Asia/Tokyo',
    language: 'ja',
  });
  expect(await bench.adapter.person!(inGroup, `U${'7'.repeat(32)}`)).toEqual({
    administrator: true,
    zone: null,
    language: null,
  });
});

test('a name that LINE does not tell keeps nobody waiting', async () => {
  bench.line.next(`/v2/bot/group/${group}/member/${user}`, { kind: 'held' });
  const began = performance.now();
  expect(await heard(aText(...mentioning('forget')))).toMatchObject({ author: { name: null }, text: 'forget' });
  expect(performance.now() - began).toBeLessThan(1_500);
});

test.skipIf(!hasSpecs)(`our fixtures are what LINE sends${needsSpecs}`, () => {
  const events = [
    aText('x'),
    aText(...mentioning('x')),
    aPress('x', { time: '07:30' }),
    anEvent({ type: 'follow', follow: { isUnblocked: false } }),
    anEvent({ type: 'unsend', unsend: { messageId: '42' } }),
  ];
  expect(ofWebhook!('CallbackRequest', { destination: us, events })).toEqual([]);
});

test('in a group, who set it up counts as its administrator, and nobody else', async () => {
  const known = await aBench({ lookup: aLookup({ channel: async () => lineChannel({ createdBy: user }) }) });
  expect(await known.adapter.person!(inGroup, user)).toMatchObject({ administrator: true });
  expect(await known.adapter.person!(inGroup, `U${'7'.repeat(32)}`)).toMatchObject({ administrator: false });
  await known.close();
});
