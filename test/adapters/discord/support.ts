/** The real adapter against the counterpart, and what Discord's gateway tells. */
import { randomUUID } from 'node:crypto';
import { createDiscordAdapter, type DiscordDeps } from '../../../adapters/discord/adapter.ts';
import { channelId, messageId } from '../../../adapters/discord/ids.ts';
import type { Adapter, Inbound, Lookup, ReplyTo } from '../../../src/adapter.ts';
import type { Channel, PartId } from '../../../src/model.ts';
import { aChannel } from '../../support/builders.ts';
import { ada, app, type Counterpart, dm, guild, type Json, startDiscord, text, token } from './counterpart.ts';

export const channel = channelId(guild, text);
export const direct = channelId(null, dm);

export function discordChannel(given: Partial<Channel> = {}): Channel {
  return aChannel({ id: channel, ...given });
}

/** What rows would say; each test names what matters. */
export function aLookup(given: Partial<Lookup> = {}): Lookup {
  return {
    channel: async () => null,
    following: async () => [],
    follow: async () => [],
    channelsOf: async () => [],
    headline: async () => null,
    ...given,
  };
}

export interface Bench {
  discord: Counterpart;
  adapter: Adapter;
  received: Inbound[];
  logged: { level: string; fields: Json; message: string }[];
  kept: Map<string, unknown>;
  /** Resolves when so many events arrived. */
  arrived(count: number): Promise<Inbound[]>;
  close(): Promise<void>;
}

type Given = Partial<DiscordDeps> & {
  receive?: (inbound: Inbound) => Promise<void>;
  started?: boolean;
  discord?: Counterpart;
  kept?: Map<string, unknown>;
};

export async function aBench({
  receive,
  started = true,
  discord: given,
  kept = new Map(),
  ...deps
}: Given = {}): Promise<Bench> {
  const discord = given ?? (await startDiscord());
  const received: Inbound[] = [];
  const logged: Bench['logged'] = [];
  const waiters = new Set<() => void>();
  const say = (level: string) => (fields: object, message: string) => void logged.push({ level, fields, message });
  const adapter = createDiscordAdapter({
    token,
    lookup: aLookup(),
    log: { info: say('info'), warn: say('warn'), error: say('error') },
    now: () => new Date(),
    settings: { get: async (key) => kept.get(key) ?? null, set: async (key, value) => void kept.set(key, value) },
    apiUrl: discord.apiUrl,
    ...deps,
  });
  const keep = async (inbound: Inbound) => {
    await receive?.(inbound);
    received.push(inbound);
    for (const look of [...waiters]) look();
  };
  if (started) await adapter.start(keep);
  return {
    discord,
    adapter,
    received,
    logged,
    kept,
    arrived: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length < count) return;
          waiters.delete(look);
          resolve(received);
        };
        waiters.add(look);
        look();
      }),
    close: async () => {
      await adapter.stop();
      await discord.close();
    },
  };
}

export function newPart(): PartId {
  return randomUUID() as PartId;
}

/** A person's message, as MESSAGE_CREATE tells it. */
export function aMessage(discord: Counterpart, given: Json = {}): Json {
  return {
    id: discord.id(),
    type: 0,
    channel_id: text,
    guild_id: guild,
    author: { id: ada, username: 'ada', global_name: 'Ada' },
    member: { roles: [], nick: null },
    content: `<@${app}> help`,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    ...given,
  };
}

/** An interaction, known to the counterpart so that it can be answered. */
export function anInteraction(discord: Counterpart, given: Json): Json {
  const id = given.id ?? discord.id();
  const where = given.channel ?? { id: text, type: 0, name: 'news' };
  const key = `token-${id}`;
  discord.interactions.set(key, { id, token: key, acknowledged: null, original: null, channel: where.id });
  const who = { id: ada, username: 'ada', global_name: 'Ada' };
  const inGuild =
    where.type === 1
      ? { user: who }
      : { guild_id: guild, member: { user: who, roles: [], permissions: '32', nick: null } };
  return {
    id,
    application_id: app,
    token: key,
    version: 1,
    locale: 'en-US',
    channel: where,
    channel_id: where.id,
    app_permissions: String((1n << 10n) | (1n << 11n)),
    entitlements: [],
    authorizing_integration_owners: where.type === 1 ? { 1: ada } : { 0: guild },
    context: where.type === 1 ? 1 : 0,
    attachment_size_limit: 10_485_760,
    ...inGuild,
    ...given,
  };
}

/** `/tidings <sub> …` */
export function aCommand(discord: Counterpart, name: string, options: Json[] = [], given: Json = {}): Json {
  const data = { id: '1', type: 1, name: 'tidings', options: [{ type: 1, name, options }] };
  return anInteraction(discord, { type: 2, data, ...given });
}

/** A press of a button of a message. */
export function aPress(discord: Counterpart, customId: string, message: Json, given: Json = {}): Json {
  const data = {
    custom_id: customId,
    component_type: 2,
    ...(given.values && { component_type: 3, values: given.values }),
  };
  return anInteraction(discord, { type: 3, data, message, ...given });
}

export function aReplyTo(given: Partial<ReplyTo> = {}): ReplyTo {
  return {
    place: { channel, thread: null },
    handle: null,
    message: null,
    author: { id: ada, name: 'Ada', administrator: null },
    title: null,
    repeated: false,
    ...given,
  };
}

export function messageIn(id: string, where = text) {
  return messageId(guild, where, id);
}
