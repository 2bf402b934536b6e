/** The gateway's events, and out as Inbound. */
import {
  type APIMessage,
  type APIRole,
  type APITextChannel,
  ChannelType,
  GatewayDispatchEvents as Event,
  type GatewayDispatchPayload,
  type GatewayGuildCreateDispatchData,
  type GatewayMessageUpdateDispatchData,
  Routes,
} from 'discord.js';
import type { Address } from '../../src/adapter.ts';
import { GiveUp } from '../../src/errors.ts';
import { message as asMessage, text } from './components.ts';
import { type Channelish, isThread, type Where } from './directory.ts';
import { channelId, messageId } from './ids.ts';
import type { InteractDeps } from './incoming.ts';
import { interact } from './interact.ts';
import { patiently } from './patient.ts';
import { missingIn, permissionsIn } from './permissions.ts';
import { nobody } from './post.ts';
import { addressOf, base, isUnreadable, isWritten, nobodyInParticular, readWritten, type Written } from './receive.ts';
import { createRecent, type Recent } from './recent.ts';
import { languageAt } from './reply.ts';
import { discordWords } from './words.ts';

export interface Listening extends InteractDeps {
  /** Server → the role that came with us. */
  roles: Recent<string | null>;
  /** Thread → whether it is a talk of ours. */
  ours: Recent<boolean>;
  /** Threads that were told how to ask. */
  told: Recent<boolean>;
}

export function listening(deps: InteractDeps): Listening {
  return { ...deps, roles: createRecent(20_000), ours: createRecent(20_000), told: createRecent(5_000) };
}

/** Who uses a command is told when it cannot be stored; of a message Discord tells once, so storing it is tried longer. */
const storeAgainMs = [300, 1_000, 3_000, 10_000, 30_000];

export async function hear(given: Listening, event: GatewayDispatchPayload): Promise<void> {
  if (event.t === Event.InteractionCreate) return interact(given, event.d);
  return overhear({ ...given, receive: (inbound) => patiently(storeAgainMs, () => given.receive(inbound)) }, event);
}

async function overhear(deps: Listening, event: GatewayDispatchPayload): Promise<void> {
  const { directory } = deps;
  switch (event.t) {
    case Event.MessageCreate:
      return read(deps, event.d);
    case Event.MessageUpdate:
      return reread(deps, event.d);
    case Event.MessageDelete:
      return unsay(deps, event.d.guild_id ?? null, event.d.channel_id, [event.d.id]);
    case Event.MessageDeleteBulk:
      return unsay(deps, event.d.guild_id ?? null, event.d.channel_id, event.d.ids);
    case Event.GuildCreate:
      return enter(deps, event.d);
    case Event.GuildDelete:
      // An outage, rather than a goodbye.
      if (event.d.unavailable) return;
      return deps.receive({
        ...base({ guild: event.d.id, channel: '0' }, `left:${event.d.id}:${deps.now().getTime()}`, nobodyInParticular),
        kind: 'gone',
        workspace: true,
      });
    case Event.ChannelDelete:
      if (!('guild_id' in event.d) || event.d.guild_id === undefined) return;
      return deps.receive({
        ...base({ guild: event.d.guild_id, channel: event.d.id }, `deleted:${event.d.id}`, nobodyInParticular),
        kind: 'gone',
        workspace: false,
      });
    case Event.ChannelCreate:
    case Event.ThreadCreate:
    case Event.ThreadUpdate:
      return directory.learn(event.d as Channelish);
    case Event.ThreadListSync:
      for (const thread of event.d.threads) directory.learn(thread as Channelish);
      return;
    case Event.ThreadDelete:
      return directory.forget(event.d.id);
  }
}

/** Who edits us into a message does so at once. A pin and an unfurled link are told as changes, too. */
const editMs = 3_600_000;

/** An edit that names us, where the message did not before; where it did, it is the same event. */
async function reread(deps: Listening, message: GatewayMessageUpdateDispatchData): Promise<void> {
  const { author, edited_timestamp: edited, timestamp } = message as Partial<Written>;
  if (author === undefined || !edited || timestamp === undefined) return;
  if (deps.now().getTime() - new Date(timestamp).getTime() > editMs) return;
  await read(deps, message, (address) => address === 'mention');
}

/** Our own talk, and what speaks to us; of all else nothing is kept. */
async function read(deps: Listening, message: Written, isWanted = (_address: Address) => true): Promise<void> {
  if (!isWritten(message) || message.author.id === deps.api.user) return;
  const guild = message.guild_id ?? null;
  const role = guild === null || message.mention_roles.length === 0 ? null : await roleIn(deps, guild);
  const address = addressOf(message, deps.api.user, role);
  if (!isWanted(address)) return;
  const aloud = address === 'none' || address === 'others';
  const inThread = message.position !== undefined || deps.directory.isKnownThread(message.channel_id);
  if (aloud && !inThread) return;
  const where = await deps.directory.where(guild, message.channel_id, inThread);
  if (aloud && !(await isOurs(deps, where))) return;
  if (where.thread !== null && (await deps.directory.isForum(where.channel)))
    return aloud ? undefined : tell(deps, where, 'forum');
  if (address === 'none' && isUnreadable(message)) return tellOnce(deps, where);
  await deps.receive(readWritten(message, where, address, deps.api.user, role));
}

/** Known from when we entered; after a resume it is asked for, once. */
async function roleIn({ roles, api }: Listening, guild: string): Promise<string | null> {
  const known = roles.get(guild);
  if (known !== undefined) return known;
  const found = roleOf(await api.read<APIRole[]>('roles', Routes.guildRoles(guild)), api.user);
  roles.set(guild, found);
  return found;
}

function roleOf(roles: APIRole[], us: string): string | null {
  return roles.find(({ tags }) => tags?.bot_id === us)?.id ?? null;
}

/** A thread that we opened, or that somebody opened from a message of ours. */
async function isOurs({ ours, api, lookup }: Listening, { guild, channel, thread, owner }: Where): Promise<boolean> {
  if (thread === null) return false;
  if (owner === api.user) return true;
  const known = ours.get(thread);
  if (known !== undefined) return known;
  const found =
    (await lookup.channel(channelId(guild, channel))) !== null && (await startedFromUs(api, channel, thread));
  ours.set(thread, found);
  return found;
}

async function startedFromUs(api: Listening['api'], channel: string, thread: string): Promise<boolean> {
  const start = await api
    .read<APIMessage>('message', Routes.channelMessage(channel, thread))
    .catch((error: unknown) => {
      if (error instanceof GiveUp) return null;
      throw error;
    });
  return start?.author.id === api.user;
}

/** Without the Message Content intent a follow-up comes empty: the thread is told once how to ask. */
async function tellOnce(deps: Listening, where: Where): Promise<void> {
  if (where.thread === null || deps.told.get(where.thread)) return;
  deps.told.set(where.thread, true);
  await tell(deps, where, 'mute');
}

async function tell(
  { api, lookup, log }: Listening,
  { guild, channel, thread }: Where,
  what: 'forum' | 'mute',
): Promise<void> {
  const words = discordWords(await languageAt(lookup, channelId(guild, channel)));
  const body = { ...asMessage([text(`-# ${words[what]}`)]), allowed_mentions: nobody };
  await api.write('post', 'POST', Routes.channelMessages(thread ?? channel), { body }).catch((error: unknown) => {
    log.warn({ platform: 'discord', error: String(error) }, 'hint not posted');
  });
}

/** Only where we are at home: elsewhere nothing was kept. */
async function unsay(deps: Listening, guild: string | null, channel: string, ids: string[]): Promise<void> {
  // The event does not say whether this is a thread; after a resume nothing else has, either.
  const where = await deps.directory.where(
    guild,
    channel,
    (await deps.lookup.channel(channelId(guild, channel))) === null,
  );
  if ((await deps.lookup.channel(channelId(guild, where.channel))) === null) return;
  for (const id of ids) {
    const about = base(where, `unsent:${id}`, nobodyInParticular);
    await deps.receive({ ...about, kind: 'unsent', message: messageId(guild, channel, id) });
  }
}

/** Told at every start for every server; only a new one is greeted. */
const newMs = 10 * 60_000;

async function enter(deps: Listening, guild: GatewayGuildCreateDispatchData): Promise<void> {
  if (guild.unavailable) return;
  for (const channel of [...guild.channels, ...guild.threads]) deps.directory.learn(channel as Channelish);
  deps.roles.set(guild.id, roleOf(guild.roles, deps.api.user));
  if (deps.now().getTime() - new Date(guild.joined_at).getTime() > newMs) return;
  const channel = greetIn(guild, deps.api.user);
  if (channel === null) {
    deps.log.info({ platform: 'discord', server: guild.id }, 'discord: no channel to greet in; /tidings begins');
    return;
  }
  const about = base(
    { guild: guild.id, channel: channel.id },
    `joined:${guild.id}:${guild.joined_at}`,
    nobodyInParticular,
    { channelName: channel.name },
  );
  await deps.receive({ ...about, kind: 'joined' });
}

/** Where Discord itself greets, else the first text channel that lets us write. */
function greetIn(guild: GatewayGuildCreateDispatchData, us: string): APITextChannel | null {
  const memberRoles = guild.members.find(({ user }) => user.id === us)?.roles ?? [];
  const standing = { guild: guild.id, owner: false, roles: guild.roles, memberRoles, user: us };
  const channels = guild.channels as APITextChannel[];
  const open = channels
    .filter((channel) => channel.type === ChannelType.GuildText && !isThread(channel))
    .filter(({ permission_overwrites }) => missingIn(permissionsIn(standing, permission_overwrites ?? [])).length === 0)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  return open.find(({ id }) => id === guild.system_channel_id) ?? open[0] ?? null;
}
