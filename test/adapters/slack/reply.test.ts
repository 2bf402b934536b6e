import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { makeHandle } from '../../../adapters/slack/handle.ts';
import { action } from '../../../src/action.ts';
import type { Handle, Posted } from '../../../src/adapter.ts';
import { content, paragraph } from '../../../src/content.ts';
import type { ChannelId, PartId } from '../../../src/model.ts';
import { aDigest, partIds } from '../../support/builders.ts';
import type { Json } from './counterpart.ts';
import { visibleText } from './limits.ts';
import { aBench, aReplyTo, type Bench, channel, messageIn, slackChannel } from './support.ts';

let bench: Bench;
afterEach(() => bench?.close());

const hello = content([paragraph('It opened on Monday.')]);
const whispered = content([paragraph('Only for you.')], { private: true });
const part = () => randomUUID() as PartId;
const reply = (given: Parameters<typeof aReplyTo>[0], said = hello): Promise<Posted> =>
  bench.adapter.reply(aReplyTo(given), said, part());
const hook = (age = 0): Handle => makeHandle(`${bench.slack.origin}/hooks/1`, new Date(Date.now() - age))!;

describe('where a reply stands', () => {
  test.for<[string, Parameters<typeof aReplyTo>[0], string, string | undefined]>([
    ['in the thread', { place: { channel, thread: messageIn('1700000001.000100') } }, 'C1', '1700000001.000100'],
    ['under the message that asked', { message: messageIn('1700000002.000100') }, 'C1', '1700000002.000100'],
    ['in the channel, for a command', {}, 'C1', undefined],
    [
      'in a one-to-one chat beside the question',
      { place: { channel: 'slack:T1/D1' as ChannelId, thread: null }, message: messageIn('1700000002.000100', 'D1') },
      'D1',
      undefined,
    ],
  ])('%s', async ([, to, where, thread]) => {
    bench = await aBench();
    await reply(to);

    expect(bench.slack.messages).toMatchObject([{ channel: where }]);
    expect(bench.slack.messages[0]?.thread_ts).toBe(thread);
  });
});

describe('what is private', () => {
  test('goes by the response address while it lives', async () => {
    bench = await aBench();
    const posted = await reply(
      { handle: hook(), place: { channel, thread: messageIn('1700000001.000100') } },
      whispered,
    );

    expect(posted.messages).toEqual([]);
    expect(bench.slack.messages).toEqual([]);
    expect(bench.slack.whispers).toMatchObject([
      { channel: 'hook', type: 'ephemeral', thread_ts: '1700000001.000100' },
    ]);
  });

  test.for<[string, () => void, () => Handle | null]>([
    ['is used up', () => bench.slack.next('hook', { kind: 'status', status: 404, done: false }), () => hook()],
    ['has expired', () => {}, () => hook(3_600_000)],
    ['leads elsewhere', () => {}, () => makeHandle('https://evil.example/hooks/1', new Date())],
    ['was never there', () => {}, () => null],
  ])('is whispered to the person when the address %s', async ([, prepare, handle]) => {
    bench = await aBench();
    prepare();
    await reply({ handle: handle() }, whispered);

    expect(bench.slack.whispers).toMatchObject([{ channel: 'C1', user: 'U1' }]);
  });

  test.for<[string, string, () => Handle | null]>([
    ['the response address', 'hook', () => hook()],
    ['the person', 'chat.postEphemeral', () => null],
  ])('is said once by %s, though Slack breaks after it has taken it', async ([, call, handle]) => {
    bench = await aBench();
    bench.slack.next(call, { kind: 'status', status: 500, done: true });
    const posted = await reply({ handle: handle() }, whispered);

    expect(posted.messages).toEqual([]);
    expect(bench.slack.whispers).toHaveLength(1);
    expect(bench.logged).toContainEqual(expect.objectContaining({ level: 'warn', message: 'whisper may be lost' }));
  });

  test('waits where Slack holds it back', async () => {
    bench = await aBench();
    bench.slack.next('chat.postEphemeral', { kind: 'limited', seconds: 7 });

    await expect(reply({}, whispered)).rejects.toMatchObject({ name: 'TryLater', retryAfterSeconds: 7 });
  });

  test('is plain in a one-to-one chat', async () => {
    bench = await aBench();
    await reply({ place: { channel: 'slack:T1/D1' as ChannelId, thread: null } }, whispered);

    expect(bench.slack.messages).toHaveLength(1);
  });
});

test('where we are no member, a command is answered by its response address', async () => {
  bench = await aBench();
  bench.slack.channels.set('C1', { id: 'C1', is_member: false });
  await reply({ handle: hook() });

  expect(bench.slack.whispers).toMatchObject([{ type: 'in_channel', text: 'It opened on Monday.' }]);
  expect(visibleText(bench.slack.whispers[0]?.blocks)).toContain('/invite @Tidings');
  await expect(reply({ handle: null })).rejects.toMatchObject({ name: 'GiveUp', closes: true });
  bench.slack.next('hook', { kind: 'status', status: 500, done: true });
  await expect(reply({ handle: hook() })).rejects.toMatchObject({ name: 'Unsure', final: true });
});

test.for(['restricted_action_thread_locked', 'restricted_action_non_threadable_channel', 'cannot_reply_to_message'])(
  'a thread that takes no answer (%s) closes no channel: the asker is told alone',
  async (refusal) => {
    bench = await aBench();
    const place = { channel, thread: messageIn('1700000001.000100') };
    bench.slack.next('chat.postMessage', { kind: 'error', error: refusal });
    await reply({ place });

    expect(bench.slack.messages).toEqual([]);
    expect(bench.slack.whispers).toMatchObject([{ channel: 'C1', user: 'U1', thread_ts: undefined }]);
    expect(visibleText(bench.slack.whispers[0]?.blocks)).toMatch(/for you alone.*It opened on Monday/s);
    bench.slack.next('chat.postMessage', { kind: 'error', error: refusal });
    const unprompted = reply({ place, author: { id: '', name: null, administrator: null } });
    await expect(unprompted).rejects.toMatchObject({ name: 'GiveUp', closes: false });
  },
);

test('a digest that was asked for where we are no member comes by the response address too', async () => {
  bench = await aBench();
  bench.slack.channels.set('C1', { id: 'C1', is_member: false });
  const [asked] = bench.adapter.render(aDigest({ channel }), slackChannel(), partIds());
  await bench.adapter.post({ channel, thread: null }, asked!, aReplyTo({ handle: hook() }));

  expect(visibleText(bench.slack.whispers[0]?.blocks)).toContain('Story 1 of the morning');
});

test('a question that the thread has not seen stands before its answer, also when the answer is late', async () => {
  bench = await aBench();
  const asked = makeHandle(null, new Date(0), 'How many <!channel> homes?');
  await reply({ handle: asked });
  const [message] = bench.slack.messages;

  expect(message?.blocks[0].elements[0].elements[0]).toEqual({ type: 'user', user_id: 'U1' });
  expect(visibleText(message?.blocks)).toMatch(/How many <!channel> homes\?\n.*It opened on Monday/);
});

test('a list that is too long is cut between its items', async () => {
  bench = await aBench();
  const items = Array.from({ length: 400 }, (_, n) => [`Source number ${n} `.padEnd(80, '.')]);
  await reply({}, content([paragraph('Sources'), { kind: 'list', items }]));
  const words = visibleText(bench.slack.messages[0]?.blocks);

  expect(words).toContain('Source number 20');
  expect(words).toMatch(/…$/);
});

test('a file goes with its message', async () => {
  bench = await aBench();
  const attachment = { name: 'tidings.opml', mimeType: 'text/x-opml', text: '<opml/>', url: null };
  await reply({ message: messageIn('1700000002.000100') }, { ...hello, attachment });

  expect(bench.slack.files).toEqual([
    { name: 'tidings.opml', content: '<opml/>', channel: 'C1', thread_ts: '1700000002.000100' },
  ]);
  expect(bench.slack.messages).toHaveLength(1);
});

describe('a file that is private', () => {
  const file = { name: 'tidings.opml', mimeType: 'text/x-opml', text: '<opml/>', url: null };
  const link = 'https://tidings.example/export/1';
  const said = () => visibleText(bench.slack.whispers[0]?.blocks);

  test('goes to the asker alone, and is in no channel', async () => {
    bench = await aBench();
    await reply({ message: messageIn('1700000002.000100') }, { ...whispered, attachment: file });

    expect(bench.slack.files).toEqual([{ name: 'tidings.opml', content: '<opml/>', channel: 'DU1' }]);
    expect(said()).toContain('Only for you.\nThe file is in our direct messages.');
  });

  test('goes to the asker also where we are no member', async () => {
    bench = await aBench();
    bench.slack.channels.set('C1', { id: 'C1', is_member: false });
    await reply({ handle: hook() }, { ...whispered, attachment: file });

    expect(bench.slack.files).toMatchObject([{ channel: 'DU1' }]);
    expect(bench.slack.whispers).toMatchObject([{ type: 'ephemeral' }]);
  });

  test('stands in the chat that it was asked for in', async () => {
    bench = await aBench();
    await reply({ place: { channel: 'slack:T1/D1' as ChannelId, thread: null } }, { ...whispered, attachment: file });

    expect(bench.slack.files).toMatchObject([{ channel: 'D1' }]);
    expect(bench.slack.messages).toHaveLength(1);
  });

  test.for<[string, string | null, string]>([
    ['is a link', link, 'The file is here: tidings.opml'],
    ['is to be asked for elsewhere', null, 'write export to me in our direct messages'],
  ])('%s, where the app may not open direct messages', async ([, url, words]) => {
    bench = await aBench();
    bench.slack.next('conversations.open', { kind: 'error', error: 'missing_scope' });
    await reply({}, { ...whispered, attachment: { ...file, url } });

    expect(bench.slack.files).toEqual([]);
    expect(said()).toContain(words);
  });

  test('that Slack does not take holds nothing else up', async () => {
    bench = await aBench();
    bench.slack.next('files.completeUploadExternal', { kind: 'error', error: 'missing_scope' });
    await reply({}, { ...whispered, attachment: { ...file, url: link } });

    expect(said()).toContain('The file is here: tidings.opml');
  });
});

test('a message that was held back brings its file once', async () => {
  bench = await aBench();
  const attachment = { name: 'tidings.opml', mimeType: 'text/x-opml', text: '<opml/>', url: null };
  const id = part();
  const again = () => bench.adapter.reply(aReplyTo({}), { ...hello, attachment }, id);
  bench.slack.next('chat.postMessage', { kind: 'limited', seconds: 1 });
  await expect(again()).rejects.toThrow('429');
  await again();

  expect(bench.slack.messages).toHaveLength(1);
  expect(bench.slack.files).toHaveLength(1);
});

test('a list of nothing is drawn so that Slack takes it', async () => {
  bench = await aBench();
  await reply({}, content([{ kind: 'list', items: [] }]));

  expect(visibleText(bench.slack.messages[0]?.blocks)).toBe('–');
});

test('a numbered list is Slack’s own, and is read with its numbers', async () => {
  bench = await aBench();
  await reply({}, content([{ kind: 'list', numbered: true, items: [['less crypto'], ['without golf']] }]));
  expect(bench.slack.messages[0]).toMatchObject({
    blocks: [{ elements: [{ type: 'rich_text_list', style: 'ordered' }] }],
    text: expect.stringContaining('1. less crypto\n2. without golf'),
  });
});

test('a feed’s emphasis is dead in small print with links, and our own words to type are not', async () => {
  bench = await aBench();
  const foreign = '*Bold* _claims_ ~struck~ `rm -rf` <!channel> of snake_case_names';
  await reply(
    {},
    content([
      paragraph('Hello.'),
      { kind: 'note', spans: [`About “${foreign}”`] },
      {
        kind: 'note',
        spans: [
          `${foreign} · `,
          { text: foreign, url: 'https://news.example/a_b' },
          ' or ',
          { text: 'list', style: 'code' },
        ],
      },
    ]),
  );
  const notes = bench.slack.messages[0]?.blocks.flatMap((block: { elements: { type: string; text: string }[] }) =>
    block.elements.filter(({ type }) => type === 'mrkdwn' || type === 'plain_text'),
  );

  expect(notes[0]).toMatchObject({ type: 'plain_text', text: `About “${foreign}”` });
  const dead = '∗Bold∗ ˍclaimsˍ ∼struck∼ ˋrm -rfˋ &lt;!channel&gt; of snake_case_names';
  expect(notes[1]).toMatchObject({ type: 'mrkdwn', text: `${dead} · <https://news.example/a_b|${dead}> or \`list\`` });
});

test('every kind of block and button is drawn, and Slack takes it', async () => {
  bench = await aBench();
  await reply(
    {},
    content(
      [
        { kind: 'heading', text: 'Key points' },
        paragraph('Try `list`, or ', { text: 'this page', url: 'https://news.example/a' }, '.'),
        { kind: 'list', items: [[{ text: 'What happened: ', style: 'strong' }, 'It opened.'], []] },
        { kind: 'quote', text: 'It powers 12,000 homes.', source: 'Meridian Wire', url: 'https://news.example/a' },
        {
          kind: 'gauge',
          poles: ['Terminator', 'Idiocracy'],
          scores: [4, 0],
          verdict: 'Terminator',
          reason: 'It decides alone.',
        },
        { kind: 'note', spans: ['Sources: ', { text: 'Meridian & Co', url: 'https://news.example/a?b=1&c=2' }] },
      ],
      {
        buttons: [
          { label: 'How many homes?', press: action('suggest', { value: '0' }), style: 'plain' },
          { label: 'Open', press: { url: 'https://news.example/a' }, style: 'plain' },
          { label: 'Broken', press: { url: 'javascript:alert(1)' }, style: 'plain' },
          { label: 'Helpful', press: action('rate', { value: 'yes' }), style: 'plain' },
          { label: 'Not helpful', press: action('rate', { value: 'no' }), style: 'plain' },
        ],
      },
    ),
  );
  const [message] = bench.slack.messages;
  const words = visibleText(message?.blocks);

  for (const word of [
    'Key points',
    'list',
    'this page',
    'It opened.',
    '12,000 homes',
    '●●●●○ 4  Terminator',
    'It decides alone.',
    'Meridian & Co',
    'How many homes?',
  ])
    expect(words).toContain(word);
  expect(words).not.toContain('Broken');
  expect(message?.blocks.at(-1)).toMatchObject({
    type: 'context_actions',
    elements: [{ type: 'feedback_buttons', positive_button: { value: 'rate:::yes' } }],
  });
});

test('a message of ours is rewritten in place', async () => {
  bench = await aBench();
  const posted = await reply({});
  await bench.adapter.edit!(
    { channel, thread: null },
    posted.messages[0]!.id,
    content([paragraph('It opened on Tuesday.')]),
  );

  expect(bench.slack.messages.map((message: Json) => visibleText(message.blocks))).toEqual(['It opened on Tuesday.']);
});

test('what Slack knows of a person', async () => {
  bench = await aBench();
  bench.slack.channels.set('C2', { id: 'C2', creator: 'U7' });

  expect(await bench.adapter.person!('slack:T1/C2' as ChannelId, 'U1')).toEqual({
    administrator: false,
    zone: 'Asia/Tokyo',
    language: 'ja-JP',
  });
  expect(await bench.adapter.person!('slack:T1/C2' as ChannelId, 'U9')).toMatchObject({ administrator: true });
  expect(await bench.adapter.person!(channel, 'U1')).toMatchObject({ administrator: true });
  expect(await bench.adapter.person!(channel, 'U404')).toBeNull();
});

describe('a file that came with a message', () => {
  test('is brought, with our token', async () => {
    bench = await aBench();
    bench.slack.downloads.set('/files/feeds.opml', { status: 200, type: 'text/x-opml', body: '<opml/>' });
    const bytes = await bench.adapter.download!({ name: 'feeds.opml', ref: `${bench.slack.origin}/files/feeds.opml` });

    expect(Buffer.from(bytes).toString()).toBe('<opml/>');
  });

  test.for<[string, string, string]>([
    ['is a sign-in page', 'text/html; charset=utf-8', 'sign in'],
    ['is over a megabyte', 'text/plain', 'x'.repeat(1_000_001)],
  ])('is given up when it %s', async ([, type, body]) => {
    bench = await aBench();
    bench.slack.downloads.set('/files/feeds.opml', { status: 200, type, body });

    await expect(
      bench.adapter.download!({ name: 'f', ref: `${bench.slack.origin}/files/feeds.opml` }),
    ).rejects.toMatchObject({ name: 'GiveUp' });
  });

  test('our token goes to Slack alone', async () => {
    bench = await aBench();

    await expect(bench.adapter.download!({ name: 'f', ref: 'https://evil.example/f' })).rejects.toMatchObject({
      message: 'slack file: not at Slack',
    });
  });
});

describe('"is looking" under the question', () => {
  const to = aReplyTo({ message: messageIn('1700000002.000100') });
  const shown = { channel_id: 'C1', thread_ts: '1700000002.000100', status: 'is looking in the articles…' };

  test('shows in a thread, and its failure is nobody’s', async () => {
    bench = await aBench();
    bench.slack.next('assistant.threads.setStatus', { kind: 'error', error: 'missing_scope' });
    await bench.adapter.working!(to);
    await expect.poll(() => bench.logged).toContainEqual(expect.objectContaining({ message: 'status not shown' }));
    await bench.adapter.working!(aReplyTo({ place: { channel: 'slack:T1/D1' as ChannelId, thread: null } }));
    await bench.adapter.working!(to);

    await expect.poll(() => bench.slack.statuses).toEqual([shown]);
  });

  test('holds up no answer, and is taken away where it comes after it', async () => {
    bench = await aBench();
    const { promise: until, resolve } = Promise.withResolvers<void>();
    bench.slack.next('assistant.threads.setStatus', { kind: 'slow', until });
    await bench.adapter.working!(to);
    await bench.adapter.reply(to, hello, part());
    expect(bench.slack.messages).toHaveLength(1);
    expect(bench.slack.statuses).toEqual([]);
    resolve();

    await expect.poll(() => bench.slack.statuses).toEqual([shown, { ...shown, status: '' }]);
  });
});
