/**
 * discord.js's Client as small as it can be. What is asked of a channel, a role or a member is asked by REST, by
 * whichever process needs it, so that none of them is kept here: 2,000 servers take some 10 MB instead of 165.
 */
import {
  type ClientOptions,
  Collection,
  type GatewayDispatchPayload,
  LimitedCollection,
  GatewayDispatchEvents as Told,
} from 'discord.js';

/** The Client cannot do without these caches. */
const kept = ['GuildManager', 'ChannelManager', 'GuildChannelManager', 'RoleManager', 'PermissionOverwriteManager'];
/** Every other one: it takes nothing in, so that one is enough for all. */
const none = new LimitedCollection<never, never>({ maxSize: 0 });

type MakeCache = NonNullable<ClientOptions['makeCache']>;

/** @see https://discordjs.guide/miscellaneous/cache-customization.html */
export const lean: Pick<ClientOptions, 'makeCache' | 'sweepers'> = {
  makeCache: ((_type, _holds, manager) => (kept.includes(manager.name) ? new Collection() : none)) as MakeCache,
  // Threads stand among the channels, which have no limit.
  sweepers: { threads: { interval: 60, filter: () => () => true } },
};

const nothing = {
  channels: [],
  threads: [],
  roles: [],
  members: [],
  presences: [],
  voice_states: [],
  emojis: [],
  stickers: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
};

/** Takes out of a server's description what the Client would keep. It reads the packet after those who listen to it. */
export function thin(packet: GatewayDispatchPayload): void {
  if (packet.t === Told.GuildCreate) packet.d = { ...packet.d, ...nothing };
  if (packet.t === Told.GuildUpdate) packet.d = { ...packet.d, ...nothing };
}
