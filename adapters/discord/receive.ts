/** What Discord tells, as Inbound. Pure: no call is made here. */
import { type APIAttachment, type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';
import type { Address, Author, FileRef, Inbound, InboundBody } from '../../src/adapter.ts';
import type { MessageId } from '../../src/model.ts';
import type { Where } from './directory.ts';
import { channelId, messageId } from './ids.ts';
import { readMarkup } from './text.ts';

export type Written = GatewayMessageCreateDispatchData;
type Base = Omit<Inbound, keyof InboundBody>;

/** @param role the one that came with us into the server: people pick it from the same list. */
export function addressOf(message: Written, us: string, role: string | null): Address {
  if (message.guild_id === undefined) return 'direct';
  const named = message.content.includes(`<@${us}>`) || message.content.includes(`<@!${us}>`);
  if (named || (role !== null && message.mention_roles.includes(role))) return 'mention';
  if (message.referenced_message) return message.referenced_message.author.id === us ? 'reply' : 'others';
  return message.mentions.some(({ id }) => id !== us) ? 'others' : 'none';
}

/** People's own words: no bots, no webhooks, none of Discord's own announcements. */
export function isWritten({ author, webhook_id, type }: Written): boolean {
  return !author.bot && webhook_id === undefined && (type === MessageType.Default || type === MessageType.Reply);
}

/** Talk that did not speak to us has an id of its own: edited so that it does, it is another event. */
export function readWritten(
  message: Written,
  where: Where,
  address: Address,
  us: string,
  role: string | null,
): Inbound {
  const { guild } = where;
  const names = new Map(message.mentions.map(({ id, global_name, username }) => [id, global_name ?? username]));
  const aloud = address === 'none' || address === 'others';
  const ours = new RegExp(`<@!?${us}>${role === null ? '' : `|<@&${role}>`}`, 'g');
  return {
    ...base(where, `${aloud ? 'talk' : 'message'}:${message.id}`, authorOf(message)),
    kind: 'message',
    text: readMarkup(message.content.replace(ours, ' '), names).trim(),
    address,
    message: messageId(guild, message.channel_id, message.id),
    parent: parentOf(message, where, us),
    files: message.attachments.map(fileOf),
  };
}

export function fileOf({ filename, url }: APIAttachment): FileRef {
  return { name: filename, ref: url };
}

function authorOf({ author, member }: Written): Author {
  return { id: author.id, name: member?.nick ?? author.global_name ?? author.username, administrator: null };
}

/** The thread's root, or what of ours is quoted. */
function parentOf({ referenced_message: quoted, channel_id }: Written, where: Where, us: string): MessageId | null {
  const root = rootOf(where);
  if (root !== null) return root;
  return quoted && quoted.author.id === us ? messageId(where.guild, channel_id, quoted.id) : null;
}

export function rootOf({ guild, channel, thread }: Where): MessageId | null {
  return thread === null ? null : messageId(guild, channel, thread);
}

/** Our messages tell nothing to a thread whose words we may not read. */
export function isUnreadable({ content, attachments, embeds, sticker_items }: Written): boolean {
  return content === '' && attachments.length === 0 && embeds.length === 0 && (sticker_items ?? []).length === 0;
}

export function base(
  { guild, channel }: Pick<Where, 'guild' | 'channel'>,
  event: string,
  author: Author,
  rest: Partial<Base> = {},
): Base {
  return {
    channel: channelId(guild, channel),
    event: `discord:${event}`,
    author,
    handle: null,
    channelName: null,
    direct: guild === null,
    ...rest,
  };
}

export const nobodyInParticular: Author = { id: '', name: null, administrator: null };
