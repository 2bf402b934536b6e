/** discord.js's own Client, as it runs here, against the gateway of our own. */
import {
  type AnyThreadChannel,
  type APIApplication,
  type Client,
  Events,
  type GatewayDispatchPayload,
  Status,
  type SweepOptions,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClient } from '../../../adapters/discord/client.ts';
import { lean } from '../../../adapters/discord/lean.ts';
import { readyOf } from '../../../adapters/discord/resume.ts';
import { createSessions, type Sessions } from '../../../adapters/discord/session.ts';
import { app, type Counterpart, guild, guildCreate, startDiscord, text, token } from './counterpart.ts';
import { aMessage } from './support.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
let discord: Counterpart;
let kept: Map<string, unknown>;
let opened: { client: Client; sessions: Sessions }[];

beforeEach(async () => {
  discord = await startDiscord();
  kept = new Map();
  opened = [];
});
afterEach(async () => {
  for (const { client } of opened) await client.destroy();
  await discord.close();
});

/** A process of its own, as far as the Client can tell. */
async function aProcess(onEvent: (event: GatewayDispatchPayload) => void = () => {}) {
  const settings = {
    get: async (key: string) => kept.get(key) ?? null,
    set: async (key: string, value: unknown) => void kept.set(key, value),
  };
  const sessions = createSessions(settings, () => new Date());
  const us = readyOf({ id: app, name: 'Tidings', flags: 0 } as unknown as APIApplication, app);
  const client = createClient({ log: silent, apiUrl: discord.apiUrl, us, invite: '', onEvent }, true, sessions);
  opened.push({ client, sessions });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(token);
  await ready;
  return { client, sessions };
}

/** What the Client holds back until it is ready. */
const waiting = (client: Client) => (client.ws as unknown as { packetQueue: unknown[] }).packetQueue.length;

test('a server is heard of whole, and kept without what is in it', async () => {
  const heard: GatewayDispatchPayload[] = [];
  const { client } = await aProcess((event) => heard.push(event));
  discord.tell('GUILD_UPDATE', { ...discord.guilds.get(guild), name: 'Renamed' });
  await new Promise<void>((resolve) => client.once(Events.GuildUpdate, () => resolve()));

  const told = heard.find(({ t }) => t === 'GUILD_CREATE');
  expect(told?.d).toMatchObject({ channels: guildCreate(discord, guild).channels, roles: [{ id: guild }, {}] });
  const server = client.guilds.cache.get(guild)!;
  expect(server.name).toBe('Renamed');
  const sizes = [client.channels, server.channels, server.roles, server.members, client.users].map(
    ({ cache }) => cache.size,
  );
  expect(sizes).toEqual([0, 0, 0, 0, 0]);
});

test('threads that come are let go of again', async () => {
  const { client } = await aProcess();
  const thread = { id: discord.id(), type: 11, name: 'talk', guild_id: guild, parent_id: text, owner_id: app };
  const created = new Promise((resolve) => client.once(Events.ThreadCreate, resolve));
  discord.tell('THREAD_CREATE', {
    ...thread,
    thread_metadata: {
      archived: false,
      locked: false,
      auto_archive_duration: 1440,
      archive_timestamp: '2026-01-01T00:00:00Z',
    },
  });
  await created;
  expect(client.channels.cache.size).toBe(1);

  const { filter } = lean.sweepers!.threads as SweepOptions<string, AnyThreadChannel>;
  client.sweepers.sweepThreads(filter() as () => boolean);
  expect(client.channels.cache.size).toBe(0);
});

test('a session taken over makes the Client ready: it holds nothing back, and knows itself', async () => {
  const first = await aProcess();
  await first.sessions.park();
  await first.client.destroy();
  const meanwhile = Array.from({ length: 50 }, () => aMessage(discord));
  for (const each of meanwhile) discord.tell('MESSAGE_CREATE', each);

  const heard: GatewayDispatchPayload[] = [];
  const { client } = await aProcess((event) => heard.push(event));
  const later = Array.from({ length: 500 }, () => aMessage(discord));
  for (const each of later) discord.tell('MESSAGE_CREATE', each);
  discord.tell('USER_UPDATE', { id: app, username: 'Renamed', discriminator: '0', avatar: null });
  await new Promise((resolve) => client.once(Events.UserUpdate, resolve));

  expect(discord.resumed).toBe(1);
  expect(discord.identified).toHaveLength(1);
  const messages = heard.filter(({ t }) => t === 'MESSAGE_CREATE').map(({ d }) => (d as { id: string }).id);
  expect(messages).toEqual([...meanwhile, ...later].map(({ id }) => id));
  expect(waiting(client)).toBe(0);
  expect(client.user?.username).toBe('Renamed');
});

test('as many connections as Discord recommends, each taken over by itself', async () => {
  discord.shards = 2;
  const first = await aProcess();
  await first.sessions.park();
  await first.client.destroy();
  const { client } = await aProcess();

  expect(discord.identified.map(({ shard }) => shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  expect(discord.resumed).toBe(2);
  expect(client.ws.shards.map(({ status }) => status)).toEqual([Status.Ready, Status.Ready]);
});

test('a session that was left but is known no more is begun anew', async () => {
  const first = await aProcess();
  await first.sessions.park();
  await first.client.destroy();
  discord.hangUp('invalid');
  const { client } = await aProcess();

  expect(discord.identified).toHaveLength(2);
  expect(client.guilds.cache.has(guild)).toBe(true);
  expect(waiting(client)).toBe(0);
});
