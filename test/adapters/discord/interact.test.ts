// As in the program: the fetcher's client is loaded beside the package's own.
import '../../../src/feed/fetch.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { action, encodeAction, shortId } from '../../../src/action.ts';
import type { Inbound, Lookup, ReplyTo } from '../../../src/adapter.ts';
import { content, note, paragraph } from '../../../src/content.ts';
import { TryLater, Unsure } from '../../../src/errors.ts';
import type { MessageId, StoryId } from '../../../src/model.ts';
import { aDigest, partIds } from '../../support/builders.ts';
import { ada, dm, forum, guild, type Json, text } from './counterpart.ts';
import { all, visibleText } from './limits.ts';
import {
  aBench,
  aCommand,
  aLookup,
  aMessage,
  anInteraction,
  aPress,
  aReplyTo,
  type Bench,
  channel,
  discordChannel,
  messageIn,
  newPart,
} from './support.ts';

let bench: Bench;
afterEach(() => bench.close());

const acked = /^POST \/interactions/;
const story = '6f1ed002-ab5e-4f26-8f3b-0a3c7b1d2e3f' as StoryId;

const ephemeral = 64;

/** What the interaction was first answered with. */
async function acknowledged(interaction: Json): Promise<Json> {
  await bench.discord.called(new RegExp(`^POST /interactions/${interaction.id}/`));
  return bench.discord.interactions.get(interaction.token)!.acknowledged;
}

/** As a worker would: the event's own place and handle. */
function answerTo(inbound: Inbound): ReplyTo {
  const parent = 'parent' in inbound ? inbound.parent : null;
  const message = inbound.kind === 'press' || inbound.kind === 'message' ? inbound.message : null;
  return aReplyTo({
    place: { channel: inbound.channel, thread: parent },
    handle: inbound.handle,
    message,
    author: inbound.author,
  });
}

async function aPostedDigest(
  stories = 2,
): Promise<{ id: MessageId; message: Json; digest: ReturnType<typeof aDigest> }> {
  const digest = aDigest({ channel, stories });
  const [part] = bench.adapter.render(digest, discordChannel(), partIds());
  const posted = await bench.adapter.post({ channel, thread: null }, part!);
  return { id: posted.messages[0]!.id, message: bench.discord.messages.at(-1), digest };
}

test('a command is deferred as a whisper, stored, and answered in its place', async () => {
  bench = await aBench();
  const command = aCommand(bench.discord, 'subscribe', [{ type: 3, name: 'what', value: 'ai, "solid state"' }]);
  bench.discord.tell('INTERACTION_CREATE', command);
  const [inbound] = await bench.arrived(1);

  expect(await acknowledged(command)).toEqual({ type: 5, data: { flags: ephemeral } });
  expect(inbound).toMatchObject({
    channel,
    kind: 'message',
    text: 'subscribe ai, "solid state"',
    address: 'command',
    channelName: 'news',
    direct: false,
  });
  expect(inbound!.author).toEqual({ id: ada, name: 'Ada', administrator: true });
  await bench.adapter.reply(answerTo(inbound!), content([paragraph('Following AI.')]), newPart());
  expect(bench.discord.whispers.map(visibleText)).toEqual(['Following AI.']);
  expect(bench.discord.messages).toEqual([]);
});

test('a member without the permission to manage is known as none', async () => {
  bench = await aBench();
  const member = { user: { id: ada, username: 'ada' }, roles: [], permissions: String((1n << 10n) | (1n << 11n)) };
  bench.discord.tell('INTERACTION_CREATE', aCommand(bench.discord, 'pause', [], { member }));
  const [inbound] = await bench.arrived(1);

  expect(inbound!.author.administrator).toBe(false);
});

test('a question is answered where all can read it, with the question above', async () => {
  bench = await aBench();
  bench.discord.tell(
    'INTERACTION_CREATE',
    aCommand(bench.discord, 'ask', [{ type: 3, name: 'question', value: 'What of @everyone?' }]),
  );
  const [inbound] = await bench.arrived(1);
  const posted = await bench.adapter.reply(answerTo(inbound!), content([paragraph('It rose.')]), newPart());

  expect(bench.discord.messages.map(visibleText)).toEqual(['Ada asked: What of @everyone?\nIt rose.']);
  expect(posted).toEqual({
    messages: [{ id: messageIn(bench.discord.messages[0].id), story: null }],
    thread: messageIn(bench.discord.messages[0].id),
  });
});

test('a private answer to a public question is whispered, and nothing stays that thinks', async () => {
  bench = await aBench();
  bench.discord.tell(
    'INTERACTION_CREATE',
    aCommand(bench.discord, 'ask', [{ type: 3, name: 'question', value: 'And?' }]),
  );
  const [inbound] = await bench.arrived(1);
  await bench.adapter.reply(
    answerTo(inbound!),
    content([paragraph('That is a lot of questions.')], { private: true }),
    newPart(),
  );

  expect(bench.discord.messages).toEqual([]);
  expect(bench.discord.whispers.map(visibleText)).toEqual(['Ada asked: And?\nThat is a lot of questions.']);
});

test('a second reply to one command is a whisper of its own', async () => {
  bench = await aBench();
  bench.discord.tell('INTERACTION_CREATE', aCommand(bench.discord, 'help'));
  const [inbound] = await bench.arrived(1);
  const part = newPart();
  await bench.adapter.reply(answerTo(inbound!), content([paragraph('First.')]), part);
  await bench.adapter.reply(answerTo(inbound!), content([paragraph('First, again.')]), part);
  await bench.adapter.reply(answerTo(inbound!), content([paragraph('Second.')]), newPart());

  expect(bench.discord.whispers.map(visibleText)).toEqual(['First, again.', 'Second.']);
  expect(bench.discord.messages).toEqual([]);
});

test('an answer after the token has lapsed goes to the channel', async () => {
  bench = await aBench();
  bench.discord.tell('INTERACTION_CREATE', aCommand(bench.discord, 'help'));
  const [inbound] = await bench.arrived(1);
  bench.discord.next(/@original$/, { kind: 'error', status: 401, code: 50027 });
  await bench.adapter.reply(answerTo(inbound!), content([paragraph('Late.')]), newPart());
  const lapsed = { ...answerTo(inbound!), handle: { ...inbound!.handle!, expiresAt: new Date(0) } };
  await bench.adapter.reply(lapsed, content([paragraph('Very late.')]), newPart());

  expect(bench.discord.messages.map(visibleText)).toEqual(['Late.', 'Very late.']);
});

test('a command that cannot be stored says so', async () => {
  bench = await aBench({ receive: async () => Promise.reject(new Error('database away')) });
  bench.discord.tell('INTERACTION_CREATE', aCommand(bench.discord, 'digest'));
  await bench.discord.called(/^PATCH .*@original$/);

  expect(bench.discord.whispers.map(visibleText)).toEqual(['That did not reach me. Please try once more.']);
  expect(bench.logged).toContainEqual(expect.objectContaining({ level: 'error', message: 'interaction not stored' }));
});

test('what we lack to post is named with the first answer', async () => {
  bench = await aBench();
  bench.discord.tell('INTERACTION_CREATE', aCommand(bench.discord, 'list', [], { app_permissions: String(1n << 10n) }));
  const [inbound] = await bench.arrived(1);
  await bench.adapter.reply(answerTo(inbound!), content([paragraph('Nothing yet.')]), newPart());

  expect(visibleText(bench.discord.whispers[0])).toContain('Send Messages is missing');
});

test('a digest that was asked for leaves nothing that thinks', async () => {
  bench = await aBench();
  bench.discord.tell('INTERACTION_CREATE', aCommand(bench.discord, 'digest'));
  const [inbound] = await bench.arrived(1);
  const [part] = bench.adapter.render(aDigest({ channel, stories: 1 }), discordChannel(), partIds());
  await bench.adapter.post({ channel, thread: null }, part!, answerTo(inbound!));

  expect(bench.discord.whispers).toEqual([]);
  expect(bench.discord.messages).toHaveLength(1);
});

test('a digest that was asked for where we may not post says what is missing', async () => {
  bench = await aBench();
  bench.discord.missing = ['SEND_MESSAGES'];
  bench.discord.guilds.get(guild)!.roles[0].permissions = String(1n << 10n);
  bench.discord.tell('INTERACTION_CREATE', aCommand(bench.discord, 'digest'));
  const [inbound] = await bench.arrived(1);
  const [part] = bench.adapter.render(aDigest({ channel, stories: 1 }), discordChannel(), partIds());
  const failure = await bench.adapter
    .post({ channel, thread: null }, part!, answerTo(inbound!))
    .catch((error: unknown) => error);

  expect(failure).toMatchObject({
    name: 'GiveUp',
    closes: true,
    message: 'discord post: 50013, missing Send Messages',
  });
  expect(bench.discord.whispers.map(visibleText).join()).toContain('I cannot post here yet: Send Messages is missing');
});

test('a press under a digest is answered in a thread named after the headline', async () => {
  bench = await aBench({ lookup: aLookup({ headline: async () => 'Harbour city opens its station' }) });
  const { id, message, digest } = await aPostedDigest();
  const pressed = encodeAction(action('points', { story: digest.stories[0]!.story, delivery: digest.delivery }));
  const press = aPress(bench.discord, `${pressed}~${shortId(story)}`, message);
  bench.discord.tell('INTERACTION_CREATE', press);
  const [inbound] = await bench.arrived(1);

  expect(await acknowledged(press)).toEqual({ type: 5, data: { flags: ephemeral } });
  expect(inbound).toMatchObject({ kind: 'press', message: id, parent: id, action: { verb: 'points', value: null } });
  await bench.adapter.working!(answerTo(inbound!));
  const posted = await bench.adapter.reply(answerTo(inbound!), content([paragraph('The points.')]), newPart());
  const thread = bench.discord.channels.get(message.id)!;
  expect(thread).toMatchObject({ name: 'Harbour city opens its station', parent_id: text });
  expect(bench.discord.calls.filter(({ path }) => path.endsWith('/threads'))).toHaveLength(1);
  expect(bench.discord.calls.some(({ path }) => path === `/channels/${message.id}/typing`)).toBe(true);
  expect(posted).toEqual({
    messages: [{ id: messageIn(bench.discord.messages.at(-1).id, message.id), story: null }],
    thread: id,
  });
  expect(bench.discord.whispers.map(visibleText)).toEqual([`The answer is in <#${message.id}>.`]);
});

test('while nobody knows what a question is about, no thread is opened; its answer names it', async () => {
  bench = await aBench({ started: false });
  const { id, message } = await aPostedDigest();
  const asked = aReplyTo({ place: { channel, thread: id }, message: messageIn(bench.discord.id()) });
  await bench.adapter.working!(asked);
  expect(bench.discord.calls.at(-1)).toMatchObject({ path: `/channels/${text}/typing`, status: 204 });
  expect(bench.discord.channels.has(message.id)).toBe(false);

  await bench.adapter.reply({ ...asked, title: 'A bridge opens' }, content([paragraph('On Monday.')]), newPart());
  expect(bench.discord.channels.get(message.id)).toMatchObject({ name: 'A bridge opens' });

  await bench.adapter.working!({ ...asked, message: messageIn(bench.discord.id(), message.id) });
  expect(bench.discord.calls.at(-1)).toMatchObject({ path: `/channels/${message.id}/typing`, status: 204 });
});

test('an answer in the thread whose outcome is unknown leaves nothing that thinks', async () => {
  bench = await aBench();
  const { message, digest } = await aPostedDigest();
  const id = encodeAction(action('points', { story: digest.stories[0]!.story }));
  bench.discord.tell('INTERACTION_CREATE', aPress(bench.discord, id, message));
  const [inbound] = await bench.arrived(1);
  const part = newPart();
  bench.discord.next(/^POST \/channels\/\d+\/messages$/, { kind: 'lost' });
  const to = answerTo(inbound!);
  await expect(bench.adapter.reply(to, content([paragraph('The points.')]), part)).rejects.toThrow(Unsure);

  expect(await bench.adapter.find!(to.place, part)).not.toBeNull();
  expect(bench.discord.whispers).toEqual([]);
});

test('a choice from the menu is a press', async () => {
  bench = await aBench();
  const { message, digest } = await aPostedDigest(3);
  const [, tune] = all(message.components).filter(({ type }) => type === 3);
  const chosen = tune.options[3].value;
  bench.discord.tell('INTERACTION_CREATE', aPress(bench.discord, tune.custom_id, message, { values: [chosen] }));
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({ kind: 'press', action: { verb: 'less', story: digest.stories[1]!.story } });
});

test('a locked thread: the answer is for the asker alone', async () => {
  bench = await aBench();
  const { message, digest } = await aPostedDigest();
  bench.discord.channels.set(message.id, {
    id: message.id,
    type: 11,
    parent_id: text,
    guild_id: guild,
    thread_metadata: { locked: true },
  });
  const id = encodeAction(action('points', { story: digest.stories[0]!.story }));
  bench.discord.tell('INTERACTION_CREATE', aPress(bench.discord, id, message));
  const [inbound] = await bench.arrived(1);
  await bench.adapter.reply(answerTo(inbound!), content([paragraph('The points.')]), newPart());

  expect(bench.discord.whispers.map(visibleText)).toEqual([
    'That thread is locked, so the answer is here, for you alone.\nThe points.',
  ]);
});

test('where no thread can be opened the answer stands under the digest', async () => {
  bench = await aBench();
  bench.discord.missing = ['CREATE_PUBLIC_THREADS'];
  const { id, message } = await aPostedDigest();
  const posted = await bench.adapter.reply(
    aReplyTo({ place: { channel, thread: id } }),
    content([paragraph('Here.')]),
    newPart(),
  );

  expect(bench.discord.messages.at(-1)).toMatchObject({
    channel_id: text,
    message_reference: { message_id: message.id },
  });
  expect(posted.thread).toBe(id);
});

test('*Ask* opens a form, and what is typed is a question about the story', async () => {
  bench = await aBench({ lookup: aLookup({ headline: async () => 'Harbour city opens its station' }) });
  const { id, message, digest } = await aPostedDigest(1);
  const press = aPress(
    bench.discord,
    encodeAction(action('ask', { story: digest.stories[0]!.story, delivery: digest.delivery })),
    message,
  );
  bench.discord.tell('INTERACTION_CREATE', press);
  const form = await acknowledged(press);
  expect(form.type).toBe(9);
  expect(form.data.components[0].description).toBe('Harbour city opens its station');

  const fields = [{ type: 18, component: { type: 4, custom_id: 'question', value: ' Who paid? ' } }];
  bench.discord.tell(
    'INTERACTION_CREATE',
    anInteraction(bench.discord, { type: 5, data: { custom_id: form.data.custom_id, components: fields }, message }),
  );
  const [inbound] = await bench.arrived(1);
  expect(inbound).toMatchObject({
    kind: 'form',
    parent: id,
    values: { question: 'Who paid?', story: digest.stories[0]!.story },
  });
  await bench.adapter.reply(answerTo(inbound!), content([paragraph('The city.')]), newPart());
  expect(visibleText(bench.discord.messages.at(-1))).toBe('Ada asked: Who paid?\nThe city.');
});

test('*Ask about this* shows the link of somebody’s message, and asks of it', async () => {
  bench = await aBench();
  const theirs = aMessage(bench.discord, { content: 'look: https://news.example/a b', embeds: [] });
  bench.discord.messages.push(theirs);
  const data = {
    id: '2',
    type: 3,
    name: 'Ask about this',
    target_id: theirs.id,
    resolved: { messages: { [theirs.id]: theirs } },
  };
  const opened = anInteraction(bench.discord, { type: 2, data });
  bench.discord.tell('INTERACTION_CREATE', opened);
  const form = await acknowledged(opened);
  expect(form.data.components[1].component.value).toBe('https://news.example/a');

  const components = [
    { type: 18, component: { type: 4, custom_id: 'question', value: 'True?' } },
    { type: 18, component: { type: 4, custom_id: 'about', value: 'https://news.example/a' } },
  ];
  bench.discord.tell(
    'INTERACTION_CREATE',
    anInteraction(bench.discord, { type: 5, data: { custom_id: form.data.custom_id, components } }),
  );
  const [inbound] = await bench.arrived(1);
  expect(inbound).toMatchObject({
    kind: 'form',
    values: { question: 'True? https://news.example/a' },
    parent: messageIn(theirs.id),
  });
});

const lookup: Partial<Lookup> = {
  channel: async () => discordChannel({ stories: 5, days: [1, 2, 3, 4, 5] }),
  following: async () => [{ value: 'ai', label: 'AI' }],
  follow: async () => [
    { value: 'ai', label: 'AI' },
    { value: 'energy', label: 'Energy' },
  ],
};

test('settings are a panel of menus, saved with each choice', async () => {
  bench = await aBench({ lookup: aLookup(lookup) });
  const command = aCommand(bench.discord, 'settings');
  bench.discord.tell('INTERACTION_CREATE', command);
  const panel = await acknowledged(command);
  expect(panel.type).toBe(4);
  expect(panel.data.flags & ephemeral).toBe(ephemeral);
  const menus = all(panel.data.components).filter(({ type }) => type === 3);
  expect(menus.map(({ custom_id }) => custom_id)).toEqual([
    'set:topics',
    'set:days',
    'set:stories',
    'set:layout',
    'set:language',
  ]);
  expect(menus[1].options.filter((each: Json) => each.default)).toHaveLength(5);

  const shown = bench.discord.interactions.get(command.token)!.original;
  const chosen = aPress(bench.discord, 'set:days', shown, { values: ['mon', 'fri'] });
  bench.discord.interactions.get(chosen.token)!.original = shown;
  bench.discord.tell('INTERACTION_CREATE', chosen);
  const [inbound] = await bench.arrived(1);
  expect(await acknowledged(chosen)).toEqual({ type: 6 });
  expect(inbound).toMatchObject({ kind: 'form', values: { days: 'mon fri' } });
  await bench.adapter.reply(
    answerTo(inbound!),
    content([paragraph('Saved.'), note('quiet')], { private: true }),
    newPart(),
  );
  expect(visibleText(shown)).toContain('Saved.');
  expect(all(shown.components).some(({ custom_id }) => custom_id === 'set:clock')).toBe(true);
});

test('hour and zone are typed in a form', async () => {
  bench = await aBench({ lookup: aLookup(lookup) });
  const opened = aPress(bench.discord, 'set:clock', { id: '1', channel_id: text, flags: ephemeral });
  bench.discord.tell('INTERACTION_CREATE', opened);
  const form = await acknowledged(opened);
  expect(form.data.components.map((each: Json) => each.component.value)).toEqual(['08:00', 'Europe/Paris']);

  const components = form.data.components.map((each: Json, index: number) => ({
    component: { ...each.component, value: ['7pm', 'tokyo'][index] },
  }));
  bench.discord.tell(
    'INTERACTION_CREATE',
    anInteraction(bench.discord, {
      type: 5,
      data: { custom_id: 'set:clock', components },
      message: { id: '1', channel_id: text, flags: ephemeral },
    }),
  );
  const [inbound] = await bench.arrived(1);
  expect(inbound).toMatchObject({ kind: 'form', values: { time: '7pm', zone: 'tokyo' }, parent: null });
});

const completions: [string, string, string, string[]][] = [
  ['subscribe', 'what', 'en', ['energy']],
  ['subscribe', 'what', 'ai, en', ['ai, energy']],
  ['subscribe', 'what', 'https://blog.example', ['https://blog.example']],
  ['unsubscribe', 'what', 'A', ['ai']],
  ['time', 'at', '7', ['07:00', '07:30', '19:00']],
  ['timezone', 'zone', '東京', ['Asia/Tokyo']],
  ['days', 'which', '', ['every day', 'weekdays', 'weekend']],
  ['stories', 'count', '', []],
];
test.for(completions)('%s %s completes “%s”', async ([name, option, typed, expected]) => {
  const follow = async (words: string) => (words.startsWith('en') ? [{ value: 'energy', label: 'Energy' }] : []);
  bench = await aBench({ lookup: aLookup({ ...lookup, follow }) });
  const interaction = aCommand(bench.discord, name, [{ type: 3, name: option, value: typed, focused: true }], {
    type: 4,
  });
  bench.discord.tell('INTERACTION_CREATE', interaction);
  const { type, data } = await acknowledged(interaction);

  expect(type).toBe(8);
  expect(data.choices.map(({ value }: Json) => value)).toEqual(expect.arrayContaining(expected));
  if (expected.length === 0) expect(data.choices).toEqual([]);
});

test('autocomplete offers nothing rather than fail', async () => {
  bench = await aBench({ lookup: aLookup({ follow: async () => Promise.reject(new Error('database away')) }) });
  const interaction = aCommand(bench.discord, 'subscribe', [{ type: 3, name: 'what', value: 'a', focused: true }], {
    type: 4,
  });
  bench.discord.tell('INTERACTION_CREATE', interaction);

  expect(await acknowledged(interaction)).toEqual({ type: 8, data: { choices: [] } });
});

test('a command in a forum is refused, and not stored', async () => {
  bench = await aBench();
  const place = { id: '210000000000000001', type: 11, parent_id: forum, name: 'a post' };
  bench.discord.tell('INTERACTION_CREATE', aCommand(bench.discord, 'list', [], { channel: place }));
  await bench.discord.called(/^PATCH .*@original$/);

  expect(visibleText(bench.discord.whispers[0])).toContain('Forums are not served yet');
  expect(bench.received).toEqual([]);
});

test('a command in a thread is about its channel, and answered in the thread', async () => {
  bench = await aBench();
  const { message } = await aPostedDigest();
  const place = { id: message.id, type: 11, parent_id: text, name: 'Questions' };
  bench.discord.channels.set(message.id, { ...place, guild_id: guild });
  bench.discord.tell(
    'INTERACTION_CREATE',
    aCommand(bench.discord, 'ask', [{ type: 3, name: 'question', value: 'Why?' }], { channel: place }),
  );
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({ channel, parent: messageIn(message.id) });
});

test('one-to-one a command needs no permission, and a press is answered right there', async () => {
  bench = await aBench();
  const place = { id: dm, type: 1 };
  const press = aPress(
    bench.discord,
    encodeAction(action('points', { story })),
    { id: '1', channel_id: dm, flags: 0 },
    { channel: place },
  );
  bench.discord.tell('INTERACTION_CREATE', press);
  const [inbound] = await bench.arrived(1);
  await bench.adapter.reply(answerTo(inbound!), content([paragraph('The points.')]), newPart());

  expect(inbound).toMatchObject({ channel: `discord:@me/${dm}`, direct: true, author: { administrator: true } });
  expect(bench.discord.messages.map(visibleText)).toEqual(['The points.']);
  expect(bench.discord.messages[0].channel_id).toBe(dm);
});

test('an OPML file comes with its address', async () => {
  bench = await aBench();
  const data = {
    id: '1',
    type: 1,
    name: 'tidings',
    options: [
      {
        type: 2,
        name: 'opml',
        options: [{ type: 1, name: 'import', options: [{ type: 11, name: 'file', value: '77' }] }],
      },
    ],
    resolved: {
      attachments: { 77: { id: '77', filename: 'feeds.opml', url: 'https://cdn.discordapp.com/x/feeds.opml' } },
    },
  };
  bench.discord.tell('INTERACTION_CREATE', anInteraction(bench.discord, { type: 2, data }));
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({
    kind: 'message',
    text: 'import',
    files: [{ name: 'feeds.opml', ref: 'https://cdn.discordapp.com/x/feeds.opml' }],
  });
});

test('an exported file goes with the answer', async () => {
  bench = await aBench();
  const attachment = { name: 'my feeds.opml', mimeType: 'text/x-opml', text: '<opml/>', url: null };
  await bench.adapter.reply(aReplyTo(), content([paragraph('3 feeds.')], { attachment }), newPart());

  expect(bench.discord.messages[0]).toMatchObject({ sentFiles: ['my_feeds.opml'] });
  expect(all(bench.discord.messages[0].components).find(({ type }) => type === 13).file.url).toBe(
    'attachment://my_feeds.opml',
  );
});

test('a file whose answer was lost comes again in its place, not beside it', async () => {
  bench = await aBench();
  const attachment = { name: 'feeds.opml', mimeType: 'text/x-opml', text: '<opml/>', url: null };
  const exported = content([paragraph('3 feeds.')], { attachment, private: true });
  bench.discord.tell('INTERACTION_CREATE', aCommand(bench.discord, 'export'));
  const [inbound] = await bench.arrived(1);
  const part = newPart();
  bench.discord.next(/^PATCH \/webhooks/, { kind: 'lost' });
  await expect(bench.adapter.reply(answerTo(inbound!), exported, part)).rejects.toThrow(TryLater);
  await bench.adapter.reply(answerTo(inbound!), exported, part);

  expect(bench.discord.whispers).toMatchObject([{ sentFiles: ['feeds.opml'] }]);
});

describe('a private file that was asked for by a mention', () => {
  const attachment = { name: 'feeds.opml', mimeType: 'text/x-opml', text: '<opml/>', url: 'https://tidings.example/1' };
  const exported = content([paragraph('3 feeds.')], { attachment, private: true });

  test('goes to the asker alone, and the channel is told so', async () => {
    bench = await aBench();
    await bench.adapter.reply(aReplyTo(), exported, newPart());
    const [file, said] = bench.discord.messages;

    expect(file).toMatchObject({ channel_id: dm, sentFiles: ['feeds.opml'] });
    expect(visibleText(said)).toBe('3 feeds.\nThe file is in our direct messages.');
    expect([said.channel_id, said.sentFiles]).toEqual([text, undefined]);
  });

  test('stays with us where the asker takes no direct messages', async () => {
    bench = await aBench();
    bench.discord.next(new RegExp(`^POST /channels/${dm}/messages`), { kind: 'error', status: 403, code: 50007 });
    await bench.adapter.reply(aReplyTo(), exported, newPart());

    expect(bench.discord.messages.map(visibleText)).toEqual([expect.stringContaining('/tidings opml export')]);
    expect(JSON.stringify(bench.discord.messages)).not.toContain('tidings.example');
  });

  test('comes once, though the word to the channel is held back', async () => {
    bench = await aBench();
    const part = newPart();
    bench.discord.next(new RegExp(`^POST /channels/${text}/messages`), { kind: 'limited', seconds: 3 });
    await expect(bench.adapter.reply(aReplyTo(), exported, part)).rejects.toThrow(TryLater);
    await bench.adapter.reply(aReplyTo(), exported, part);

    expect(bench.discord.messages.map(({ channel_id }) => channel_id)).toEqual([dm, text]);
  });
});

test('a slow "typing…" holds up no answer', async () => {
  bench = await aBench();
  const { promise: until, resolve } = Promise.withResolvers<void>();
  bench.discord.next(/typing$/, { kind: 'slow', until });
  const began = performance.now();
  await bench.adapter.working!(aReplyTo());
  expect(performance.now() - began).toBeLessThan(3_000);
  await bench.adapter.reply(aReplyTo(), content([paragraph('It opened.')]), newPart());
  expect(bench.discord.messages).toHaveLength(1);
  resolve();
});

test('an answer is streamed into one message, and the pointer settled at its end', async () => {
  let clock = Date.now();
  bench = await aBench({ now: () => new Date(clock) });
  const { message, digest } = await aPostedDigest();
  const id = encodeAction(action('suggest', { story: digest.stories[0]!.story, value: '0' }));
  bench.discord.tell('INTERACTION_CREATE', aPress(bench.discord, id, message));
  const [inbound] = await bench.arrived(1);
  const stream = await bench.adapter.stream!(answerTo(inbound!), newPart());
  for (const word of ['The ', 'city ', 'paid', '.']) {
    clock += 600;
    await stream.append(word);
  }
  const edits = bench.discord.calls.filter(({ method, path }) => method === 'PATCH' && path.startsWith('/channels/'));
  const posted = await stream.finish(
    content([paragraph('The city paid.')], {
      buttons: [{ label: 'And then?', press: action('suggest', { value: '1' }), style: 'plain' }],
    }),
  );

  expect(edits.length).toBeLessThanOrEqual(2);
  expect(visibleText(bench.discord.messages.at(-1))).toBe('The city paid.\nAnd then?');
  expect(posted.messages[0]!.id).toBe(messageIn(bench.discord.messages.at(-1).id, message.id));
  expect(bench.discord.whispers.map(visibleText)).toEqual([`The answer is in <#${message.id}>.`]);
});

test('an answer to a command is streamed also where we may not look into the channel', async () => {
  let clock = Date.now();
  bench = await aBench({ now: () => new Date(clock) });
  const command = aCommand(bench.discord, 'ask', [{ type: 3, name: 'question', value: 'Who paid?' }]);
  bench.discord.tell('INTERACTION_CREATE', command);
  const [inbound] = await bench.arrived(1);
  for (let n = 0; n < 3; n++) bench.discord.next(/^PATCH \/channels\//, { kind: 'error', status: 403, code: 50001 });
  const stream = await bench.adapter.stream!(answerTo(inbound!), newPart());
  clock += 2_000;
  await stream.append('The city ');
  await stream.finish(content([paragraph('The city paid.')]));

  expect(visibleText(bench.discord.messages.at(-1))).toContain('The city paid.');
});

test('whoever acknowledged first is left alone', async () => {
  bench = await aBench();
  const command = aCommand(bench.discord, 'help');
  bench.discord.interactions.get(command.token)!.acknowledged = { type: 5 };
  bench.discord.tell('INTERACTION_CREATE', command);
  const [inbound] = await bench.arrived(1);

  expect(inbound!.event).toBe(`discord:interaction:${command.id}`);
  expect(bench.discord.calls.filter(({ method, path }) => acked.test(`${method} ${path}`))).toHaveLength(1);
});
