/**
 * Which channel a thread belongs to. The gateway tells of threads as they come and go; after a resume it has not, so
 * what is not known is asked for, once.
 */
import { type APIChannel, ChannelType, Routes } from 'discord.js';
import { GiveUp } from '../../src/errors.ts';
import type { Api } from './api.ts';
import { patiently } from './patient.ts';
import { createRecent } from './recent.ts';

/** Where something was said. */
export interface Where {
  guild: string | null;
  /** The channel itself, or the thread's parent. */
  channel: string;
  thread: string | null;
  /** Who opened the thread. */
  owner: string | null;
}

export interface Directory {
  /** A channel, whole or as an interaction tells it. */
  learn(channel: Channelish): void;
  forget(channel: string): void;
  isKnownThread(channel: string): boolean;
  /** @param inThread what the event itself says of it, or may be. @throws TryLater when Discord cannot say now. */
  where(guild: string | null, channel: string, inThread: boolean): Promise<Where>;
  /** Whether it is a forum, whose posts are threads. @throws TryLater. */
  isForum(channel: string): Promise<boolean>;
}

export interface Channelish {
  id: string;
  type: ChannelType;
  parent_id?: string | null;
  owner_id?: string;
}

const mostThreads = 20_000;
const threads = new Set([ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread]);
const forums = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

export function isThread({ type }: { type: ChannelType }): boolean {
  return threads.has(type);
}

export function createDirectory(api: Api): Directory {
  const known = createRecent<{ parent: string; owner: string | null }>(mostThreads);
  const forum = createRecent<boolean>(mostThreads);
  /** Channels that are no threads. */
  const plain = createRecent<boolean>(mostThreads);
  /** Not to be asked for again: every refusal counts towards a ban. */
  const shut = createRecent<boolean>(mostThreads);

  const learn = ({ id, type, parent_id, owner_id }: Channelish) => {
    if (!threads.has(type)) plain.set(id, true);
    else if (parent_id) known.set(id, { parent: parent_id, owner: owner_id ?? known.get(id)?.owner ?? null });
    if (forums.has(type)) forum.set(id, true);
    shut.delete(id);
  };
  const ask = async (channel: string): Promise<APIChannel | null> => {
    if (shut.get(channel)) return null;
    const found = await askPatiently(api, channel);
    if (found === null) shut.set(channel, true);
    else learn(found as Channelish);
    return found;
  };

  return {
    learn,
    forget: (channel) => known.delete(channel),
    isKnownThread: (channel) => known.get(channel) !== undefined,
    async where(guild, channel, inThread) {
      if (guild !== null && inThread && known.get(channel) === undefined && !plain.get(channel)) await ask(channel);
      const thread = known.get(channel);
      if (thread === undefined) return { guild, channel, thread: null, owner: null };
      return { guild, channel: thread.parent, thread: channel, owner: thread.owner };
    },
    async isForum(channel) {
      const held = forum.get(channel);
      if (held !== undefined) return held;
      const found = await ask(channel);
      const answer = found !== null && forums.has(found.type);
      forum.set(channel, answer);
      return answer;
    },
  };
}

/** A question hangs on it, and the gateway tells it once: a moment's trouble of Discord's is waited out. */
function askPatiently(api: Api, channel: string): Promise<APIChannel | null> {
  return patiently([300, 1_000, 3_000], () =>
    api.read<APIChannel>('channel', Routes.channel(channel)).catch((error: unknown) => {
      if (error instanceof GiveUp) return null;
      throw error;
    }),
  );
}
