/**
 * Discord's ids in ours: `discord:G1/C2` is a channel, `discord:G1/C2/M3` a message in it (in a thread, C2 is the
 * thread), `discord:@me/C4` a one-to-one chat. The root of a thread is `discord:G1/C2/T5`: a thread that hangs from
 * a message has that message's id.
 *
 * @see https://docs.discord.com/developers/topics/threads
 */
import type { ChannelId, MessageId } from '../../src/model.ts';

export interface DiscordChannel {
  /** Null in one-to-one chats. */
  guild: string | null;
  channel: string;
}

export interface DiscordMessageKey extends DiscordChannel {
  message: string;
}

export function channelId(guild: string | null, channel: string): ChannelId {
  return `discord:${guild ?? '@me'}/${channel}` as ChannelId;
}

export function messageId(guild: string | null, channel: string, message: string): MessageId {
  return `discord:${guild ?? '@me'}/${channel}/${message}` as MessageId;
}

/** @throws TypeError for an id that is not Discord's: a bug, or a mistyped `--live`. */
export function readChannel(id: ChannelId): DiscordChannel {
  const [, guild, channel] = /^discord:(\d+|@me)\/(\d+)$/.exec(id) ?? [];
  if (guild === undefined || channel === undefined) throw new TypeError(`not a Discord channel: ${id}`);
  return { guild: guild === '@me' ? null : guild, channel };
}

/** @throws TypeError for an id that is not Discord's: a bug. */
export function readMessage(id: MessageId): DiscordMessageKey {
  const [, guild, channel, message] = /^discord:(\d+|@me)\/(\d+)\/(\d+)$/.exec(id) ?? [];
  if (guild === undefined || channel === undefined || message === undefined)
    throw new TypeError(`not a Discord message: ${id}`);
  return { guild: guild === '@me' ? null : guild, channel, message };
}
