import { afterEach, describe, expect, test } from 'vitest';
import {
  ada,
  aGuild,
  announcements,
  app,
  dm,
  forum,
  guild,
  guildCreate,
  type Json,
  second,
  startDiscord,
  text,
  token,
} from './counterpart.ts';
import { visibleText } from './limits.ts';
import { aBench, aLookup, aMessage, type Bench, channel, discordChannel, messageIn } from './support.ts';

let bench: Bench;
afterEach(() => bench.close());

const mention = { content: `<@${app}> what is new?`, mentions: [{ id: app, username: 'Tidings' }] };
/** Passed over, if what follows it is the first to arrive. */
const passedOver = async (given: object) => {
  bench.discord.tell('MESSAGE_CREATE', aMessage(bench.discord, given));
  const last = aMessage(bench.discord, mention);
  bench.discord.tell('MESSAGE_CREATE', last);
  const [first] = await bench.arrived(1);
  expect(first).toMatchObject({ message: messageIn(last.id) });
};
/** A thread of ours under a message of ours. */
const aThread = () => {
  const id = bench.discord.id();
  bench.discord.messages.push({ id, channel_id: text, author: { id: app } });
  const thread = { id, type: 11, parent_id: text, guild_id: guild, owner_id: app };
  bench.discord.channels.set(id, thread);
  bench.discord.tell('THREAD_CREATE', thread);
  return id;
};

test('asks for the least intents, and for content where the portal allows it', async () => {
  bench = await aBench();
  expect(bench.discord.identified[0].intents).toBe(1 | 512 | 4096 | 32768);
  await bench.adapter.stop();

  bench.discord.readsContent = false;
  const other = await aBench({ discord: bench.discord });
  expect(bench.discord.identified[1].intents).toBe(1 | 512 | 4096);
  expect(other.logged).toContainEqual(
    expect.objectContaining({
      fields: expect.objectContaining({ messageContent: false, invite: expect.stringContaining(`client_id=${app}`) }),
    }),
  );
  await other.adapter.stop();
});

test('a refused token ends the start, and says so', async () => {
  bench = await aBench({ started: false, token: `${token}bad` });

  await expect(bench.adapter.start(async () => {})).rejects.toMatchObject({
    name: 'GiveUp',
    message: 'discord: the token is refused',
  });
});

test('Discord that does not answer at the start is asked again', async () => {
  bench = await aBench({ started: false });
  bench.discord.next(/^GET \/applications/, { kind: 'status', status: 503, done: false });
  await bench.adapter.start(async () => {});
  expect(bench.discord.identified).toEqual([]);

  await bench.discord.connected(1);
}, 15_000);

test('content that the gateway refuses after all is done without', async () => {
  const discord = await startDiscord();
  const switchOff = async () => {
    discord.readsContent = false;
    return [];
  };
  bench = await aBench({ discord, lookup: aLookup({ follow: switchOff }) });
  await discord.connected(1);
  discord.tell('MESSAGE_CREATE', aMessage(discord, mention));
  await bench.arrived(1);

  expect(discord.identified.map(({ intents }) => intents & 32768)).toEqual([32768, 0]);
}, 15_000);

test('after the network failed it resumes: nothing is lost, and what is told twice carries its id', async () => {
  bench = await aBench();
  const first = aMessage(bench.discord, mention);
  bench.discord.tell('MESSAGE_CREATE', first);
  await bench.arrived(1);
  bench.discord.hangUp('drop');
  const meanwhile = aMessage(bench.discord, mention);
  bench.discord.tell('MESSAGE_CREATE', meanwhile);
  await bench.discord.connected(2);
  await bench.arrived(2);

  expect(bench.discord.resumed).toBe(1);
  expect(new Set(bench.received.map(({ event }) => event))).toEqual(
    new Set([first, meanwhile].map(({ id }) => `discord:message:${id}`)),
  );
});

test('a session that Discord forgot is begun anew', async () => {
  bench = await aBench();
  bench.discord.hangUp('invalid');
  await bench.discord.connected(2);
  bench.discord.tell('MESSAGE_CREATE', aMessage(bench.discord, mention));
  await bench.arrived(1);

  expect(bench.discord.identified).toHaveLength(2);
});

test('Discord asks to reconnect: it resumes', async () => {
  bench = await aBench();
  bench.discord.hangUp('reconnect');
  await bench.discord.connected(2);

  expect(bench.discord.resumed).toBe(1);
});

test('a process that starts again resumes, and hears what was said meanwhile', async () => {
  bench = await aBench();
  await bench.adapter.stop();
  const meanwhile = aMessage(bench.discord, mention);
  bench.discord.tell('MESSAGE_CREATE', meanwhile);
  const again = await aBench({ discord: bench.discord, kept: bench.kept });
  const [inbound] = await again.arrived(1);

  expect(bench.discord.resumed).toBe(1);
  expect(inbound!.event).toBe(`discord:message:${meanwhile.id}`);
  await again.adapter.stop();
});

test('a mention arrives without it, with the names of who else is mentioned', async () => {
  bench = await aBench();
  const content = `<@!${app}> did <@${ada}> say <https://news.example/x>? <:wave:123>`;
  bench.discord.tell(
    'MESSAGE_CREATE',
    aMessage(bench.discord, {
      content,
      mentions: [
        { id: app, username: 'Tidings' },
        { id: ada, username: 'ada', global_name: 'Ada' },
      ],
    }),
  );
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({
    text: 'did @Ada say https://news.example/x? :wave:',
    address: 'mention',
    parent: null,
    author: { id: ada, name: 'Ada', administrator: null },
  });
});

test('a mention of the role that came with us is one of us', async () => {
  bench = await aBench();
  bench.discord.tell(
    'MESSAGE_CREATE',
    aMessage(bench.discord, { content: '<@&500000000000000001> help', mention_roles: ['500000000000000001'] }),
  );
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({ text: 'help', address: 'mention' });
});

test('one-to-one every message speaks to us', async () => {
  bench = await aBench();
  bench.discord.tell(
    'MESSAGE_CREATE',
    aMessage(bench.discord, { guild_id: undefined, channel_id: dm, content: 'subscribe ai', member: undefined }),
  );
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({
    channel: `discord:@me/${dm}`,
    address: 'direct',
    direct: true,
    text: 'subscribe ai',
  });
});

test('a reply to a message of ours hangs from it', async () => {
  bench = await aBench();
  bench.discord.tell(
    'MESSAGE_CREATE',
    aMessage(bench.discord, {
      type: 19,
      content: 'why?',
      mentions: [{ id: app, username: 'Tidings' }],
      referenced_message: { id: '77', author: { id: app } },
    }),
  );
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({ address: 'reply', parent: messageIn('77') });
});

const overheard: [string, object][] = [
  ['talk in a channel', { content: 'what is new?' }],
  ['another bot', { ...mention, author: { id: '1', bot: true } }],
  ['a webhook', { ...mention, webhook_id: '1' }],
  ['our own message', { ...mention, author: { id: app } }],
  ['an announcement of Discord’s', { ...mention, type: 7 }],
  ['a reply to somebody else', { type: 19, content: 'yes', referenced_message: { id: '1', author: { id: '2' } } }],
];
test.for(overheard)('%s is passed over', async ([, given]) => {
  bench = await aBench();
  await passedOver(given);
});

test('in a thread of ours every word arrives, with the thread’s root', async () => {
  bench = await aBench();
  const thread = aThread();
  bench.discord.tell(
    'MESSAGE_CREATE',
    aMessage(bench.discord, { channel_id: thread, position: 1, content: 'and then?' }),
  );
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({
    channel,
    address: 'none',
    parent: messageIn(thread),
    message: messageIn(inbound!.kind === 'message' ? inbound!.message!.split('/').at(-1)! : '', thread),
  });
});

test('in a thread that somebody opened under our message, too; after a resume Discord is asked', async () => {
  bench = await aBench({ lookup: aLookup({ channel: async () => discordChannel() }) });
  const id = bench.discord.id();
  bench.discord.messages.push({ id, channel_id: text, author: { id: app } });
  bench.discord.channels.set(id, { id, type: 11, parent_id: text, guild_id: guild, owner_id: ada });
  bench.discord.tell('MESSAGE_CREATE', aMessage(bench.discord, { channel_id: id, position: 1, content: 'and then?' }));
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({ channel, parent: messageIn(id) });
});

test('a message that cannot be stored at once is stored a moment later', async () => {
  let tries = 0;
  bench = await aBench({ receive: async () => (++tries < 2 ? Promise.reject(new Error('database away')) : undefined) });
  bench.discord.tell('MESSAGE_CREATE', aMessage(bench.discord, mention));
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({ text: 'what is new?' });
  expect(tries).toBe(2);
});

test('a question in a thread outlives a moment’s trouble of Discord’s', async () => {
  bench = await aBench();
  const id = bench.discord.id();
  bench.discord.channels.set(id, { id, type: 11, parent_id: text, guild_id: guild, owner_id: app });
  bench.discord.next(/^GET \/channels/, { kind: 'status', status: 503, done: false });
  bench.discord.tell('MESSAGE_CREATE', aMessage(bench.discord, { channel_id: id, position: 1, content: 'and then?' }));
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({ channel, parent: messageIn(id) });
});

test('a thread that Discord hides from us is not asked for again and again', async () => {
  bench = await aBench();
  const hidden = { channel_id: bench.discord.id(), position: 1, content: 'talk' };
  for (let index = 1; index <= 10; index++) {
    bench.discord.tell('MESSAGE_CREATE', aMessage(bench.discord, hidden));
    bench.discord.tell('MESSAGE_CREATE', aMessage(bench.discord, mention));
    await bench.arrived(index);
    await bench.discord.called(new RegExp(`^GET /channels/${hidden.channel_id}`));
  }

  const asked = bench.discord.calls.filter(({ path }) => path === `/channels/${hidden.channel_id}`);
  expect(asked.length).toBeLessThanOrEqual(2);
});

test('in other people’s threads only a mention arrives', async () => {
  bench = await aBench();
  const id = bench.discord.id();
  bench.discord.channels.set(id, { id, type: 11, parent_id: text, guild_id: guild, owner_id: ada });
  await passedOver({ channel_id: id, position: 1, content: 'and then?' });
});

test('without the right to read, a thread of ours is told once how to ask', async () => {
  bench = await aBench();
  const thread = aThread();
  const empty = { channel_id: thread, position: 1, content: '' };
  bench.discord.tell('MESSAGE_CREATE', aMessage(bench.discord, empty));
  await bench.discord.called(new RegExp(`^POST /channels/${thread}/messages`));
  await passedOver(empty);

  const told = bench.discord.messages.filter(({ channel_id }) => channel_id === thread);
  expect(told.map(visibleText)).toEqual([
    'I cannot read what is written in threads of this server. Mention me, or press Ask, and I answer.',
  ]);
});

test('a mention in a forum’s post is told that forums are not served', async () => {
  bench = await aBench();
  const id = bench.discord.id();
  const thread = { id, type: 11, parent_id: forum, guild_id: guild, owner_id: ada };
  bench.discord.channels.set(id, thread);
  bench.discord.tell('THREAD_CREATE', thread);
  bench.discord.tell('MESSAGE_CREATE', aMessage(bench.discord, { ...mention, channel_id: id, position: 1 }));
  await bench.discord.called(new RegExp(`^POST /channels/${id}/messages`));

  expect(visibleText(bench.discord.messages.at(-1))).toContain('Forums are not served yet');
  expect(bench.received).toEqual([]);
});

describe('a message that is edited', () => {
  const written = (ms: number) => new Date(Date.now() - ms).toISOString();
  const tell = (message: Json) => bench.discord.tell('MESSAGE_UPDATE', { ...message, tts: false });
  const edit = (message: Json) => tell({ ...message, edited_timestamp: written(0) });
  const events = () => new Set(bench.received.map(({ event }) => event));

  test('so that it names us is heard, once, also where it was kept as talk', async () => {
    bench = await aBench();
    const thread = aThread();
    const said = { ...aMessage(bench.discord, { channel_id: thread, position: 1, content: 'nice' }) };
    bench.discord.tell('MESSAGE_CREATE', said);
    await bench.arrived(1);
    edit({ ...said, ...mention, timestamp: written(60_000) });
    await bench.arrived(2);
    edit({ ...said, ...mention, content: `${mention.content} today`, timestamp: written(90_000) });
    await bench.arrived(3);

    expect(bench.received[1]).toMatchObject({ address: 'mention', text: 'what is new?', parent: messageIn(thread) });
    expect(events().size).toBe(2);
  });

  test('after it was a question is the same event: it is not answered again', async () => {
    bench = await aBench();
    const asked = aMessage(bench.discord, mention);
    bench.discord.tell('MESSAGE_CREATE', asked);
    edit({ ...asked, content: `${mention.content} today`, timestamp: written(60_000) });
    await bench.arrived(2);

    expect(events()).toEqual(new Set([`discord:message:${asked.id}`]));
  });

  test.for<[string, (message: Json) => void]>([
    ['its link only unfurled', (message) => tell({ ...message, edited_timestamp: null, timestamp: written(60_000) })],
    ['little of it is told', ({ id, channel_id }) => tell({ id, channel_id, embeds: [{ title: 'A page' }] })],
    ['an hour has passed', (message) => edit({ ...message, timestamp: written(3_700_000) })],
    ['it names nobody', (message) => edit({ ...message, content: 'hello', mentions: [], timestamp: written(60_000) })],
  ])('is left alone where %s', async ([, change]) => {
    bench = await aBench();
    const thread = aThread();
    change(aMessage(bench.discord, { ...mention, channel_id: thread, position: 1 }));
    await passedOver({ content: 'talk' });

    expect(bench.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

test('a message that its author took back is told, where we are at home', async () => {
  bench = await aBench({ lookup: aLookup({ channel: async (id) => (id === channel ? discordChannel() : null) }) });
  bench.discord.tell('MESSAGE_DELETE', { id: '1', channel_id: announcements, guild_id: guild });
  bench.discord.tell('MESSAGE_DELETE', { id: '2', channel_id: text, guild_id: guild });
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({ kind: 'unsent', message: messageIn('2') });
});

test('also in a thread that the gateway has not told of since we started', async () => {
  bench = await aBench({ lookup: aLookup({ channel: async (id) => (id === channel ? discordChannel() : null) }) });
  await bench.discord.connected(1);
  const thread = { id: '600000000000000007', type: 11, parent_id: text, owner_id: app, guild_id: guild };
  bench.discord.channels.set(thread.id, thread);
  for (const id of ['3', '4']) bench.discord.tell('MESSAGE_DELETE', { id, channel_id: thread.id, guild_id: guild });
  const told = await bench.arrived(2);

  expect(told).toMatchObject(['3', '4'].map((id) => ({ kind: 'unsent', channel, message: messageIn(id, thread.id) })));
  const asked = bench.discord.calls.filter(({ method, path }) => `${method} ${path}` === `GET /channels/${thread.id}`);
  expect(asked.length).toBeLessThanOrEqual(2);
});

test('a new server is greeted once, in a channel where we may write; known ones are not', async () => {
  bench = await aBench();
  const fresh = { ...aGuild('100000000000000009'), joined_at: new Date().toISOString() };
  bench.discord.guilds.set(fresh.id, fresh);
  const shut = {
    id: second,
    type: 0,
    guild_id: fresh.id,
    position: 0,
    permission_overwrites: [{ id: fresh.id, type: 0, allow: '0', deny: '2048' }],
  };
  const open = { id: '299', type: 0, name: 'lounge', guild_id: fresh.id, position: 5, permission_overwrites: [] };
  bench.discord.tell('GUILD_CREATE', { ...guildCreate(bench.discord, fresh.id), channels: [shut, open] });
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({ kind: 'joined', channel: 'discord:100000000000000009/299', channelName: 'lounge' });
  expect(bench.received).toHaveLength(1);
});

test('being put out of a server forgets all of it; an outage forgets nothing', async () => {
  bench = await aBench();
  bench.discord.tell('GUILD_DELETE', { id: guild, unavailable: true });
  bench.discord.tell('GUILD_DELETE', { id: guild });
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({ kind: 'gone', workspace: true, channel: `discord:${guild}/0` });
  expect(bench.received).toHaveLength(1);
});

test('a deleted channel is forgotten', async () => {
  bench = await aBench();
  bench.discord.tell('CHANNEL_DELETE', { id: text, type: 0, guild_id: guild });
  const [inbound] = await bench.arrived(1);

  expect(inbound).toMatchObject({ kind: 'gone', workspace: false, channel });
});

test('in no server yet, the invite link is said aloud, with no more than it needs', async () => {
  bench = await aBench({ started: false });
  bench.discord.guilds.clear();
  await bench.adapter.start(async () => {});

  const warned = bench.logged.find(({ level }) => level === 'warn')!;
  const permissions = BigInt(new URL(warned.fields.invite).searchParams.get('permissions')!);
  expect(permissions).toBe(
    (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 35n) | (1n << 38n),
  );
});
