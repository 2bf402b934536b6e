/** LINE's webhook events as `Inbound`. What is not ours to hear gives null, and so does what LINE will invent next. */
import type { webhook } from '@line/bot-sdk';
import { type Action, decodeAction } from '../../src/action.ts';
import type { Address, FileRef, Inbound, InboundBody } from '../../src/adapter.ts';
import type { MessageId } from '../../src/model.ts';
import { sealHandle } from './handle.ts';
import { channelId, messageId, type SourceKind } from './ids.ts';

export interface ReceiveDeps {
  now: () => Date;
  /** A message that somebody quotes: is it one of ours? */
  isOurs(message: MessageId): Promise<boolean>;
  /** Names for people to read; null where LINE does not tell in time. */
  nameOfPerson(source: Source): Promise<string | null>;
  nameOfChannel(source: Source): Promise<string | null>;
  /** Somebody came or went: what posting there costs has changed. */
  onMembers(source: Source): void;
}

export interface Source {
  kind: SourceKind;
  id: string;
  user: string;
}

type Event = webhook.Event;

/** @returns null for what is not handled. */
export async function readEvent(event: Event, deps: ReceiveDeps): Promise<Inbound | null> {
  const source = readSource(event);
  if (source === null || event.mode === 'standby') return null;
  if (event.type === 'memberJoined' || event.type === 'memberLeft') deps.onMembers(source);
  const body = await readBody(event, source, deps);
  if (body === null) return null;
  const spoken = body.kind === 'press' || body.kind === 'message';
  const joined = body.kind === 'joined';
  const [name, channelName] = await Promise.all([
    spoken && source.kind !== 'user' ? deps.nameOfPerson(source) : null,
    joined ? deps.nameOfChannel(source) : null,
  ]);
  return {
    channel: channelId(source.kind, source.id),
    event: event.webhookEventId,
    author: { id: source.user, name, administrator: source.kind === 'user' ? true : null },
    handle: readReply(event, body, source, deps.now()),
    channelName,
    direct: source.kind === 'user',
    ...body,
  };
}

/** LINE may leave out the person, in old clients' group messages. */
function readSource({ source }: Event): Source | null {
  if (source === undefined) return null;
  if (source.type === 'user' && source.userId) return { kind: 'user', id: source.userId, user: source.userId };
  if (source.type === 'group') return { kind: 'group', id: source.groupId, user: source.userId ?? '' };
  if (source.type === 'room') return { kind: 'room', id: source.roomId, user: source.userId ?? '' };
  return null;
}

async function readBody(event: Event, source: Source, deps: ReceiveDeps): Promise<InboundBody | null> {
  switch (event.type) {
    case 'message':
      return readMessage(event.message, source, deps);
    case 'postback':
      return readPress(event.postback);
    case 'unsend':
      return { kind: 'unsent', message: messageId(event.unsend.messageId) };
    case 'follow':
    case 'join':
      return { kind: 'joined' };
    case 'unfollow':
    case 'leave':
      return { kind: 'gone', workspace: false };
    default:
      return null;
  }
}

type Message = webhook.MessageContent;

async function readMessage(message: Message, source: Source, deps: ReceiveDeps): Promise<InboundBody | null> {
  if (message.type === 'text') return readText(message, source, deps);
  // In a group a file speaks to nobody; one-to-one it is a list of feeds.
  if (message.type !== 'file' || source.kind !== 'user') return null;
  const files: FileRef[] = [{ name: message.fileName, ref: message.id }];
  return { kind: 'message', text: '', address: 'direct', message: messageId(message.id), parent: null, files };
}

/** Of a group's talk that is not for us nothing is kept. */
async function readText(
  message: webhook.TextMessageContent,
  source: Source,
  deps: ReceiveDeps,
): Promise<InboundBody | null> {
  const parent = message.quotedMessageId === undefined ? null : messageId(message.quotedMessageId);
  const address = await addressOf(message, parent, source, deps);
  if (address === null) return null;
  return { kind: 'message', text: withoutUs(message), address, message: messageId(message.id), parent, files: [] };
}

/** @returns null for what speaks to others, or to nobody. */
async function addressOf(
  { mention }: webhook.TextMessageContent,
  quoted: MessageId | null,
  { kind }: Source,
  deps: ReceiveDeps,
): Promise<Address | null> {
  if (kind === 'user') return 'direct';
  const named = mention?.mentionees ?? [];
  if (named.some(isSelf)) return 'mention';
  if (named.length > 0 || quoted === null) return null;
  return (await deps.isOurs(quoted)) ? 'reply' : null;
}

function isSelf(mentionee: webhook.Mentionee): boolean {
  return mentionee.type === 'user' && mentionee.isSelf === true;
}

/** Positions are UTF-16 units; the last mention first, so that the others stay where they are. */
function withoutUs({ text, mention }: webhook.TextMessageContent): string {
  const ours = (mention?.mentionees ?? []).filter(isSelf).toSorted((a, b) => b.index - a.index);
  return ours.reduce((left, { index, length }) => `${left.slice(0, index)} ${left.slice(index + length)}`, text).trim();
}

/** The picker's hour comes beside the data that it was made with: `time` becomes `time 07:30`. */
function readPress({ data, params }: webhook.PostbackContent): InboundBody | null {
  const pressed = decodeAction(data);
  if (pressed === null) return null;
  const picked = params?.time;
  const action: Action = picked === undefined ? pressed : { ...pressed, value: `${pressed.value ?? 'time'} ${picked}` };
  return { kind: 'press', action, message: null, parent: null };
}

function readReply(event: Event, body: InboundBody, { kind }: Source, now: Date): Inbound['handle'] {
  const replyToken = 'replyToken' in event ? (event.replyToken ?? null) : null;
  const quoteToken =
    event.type === 'message' && 'quoteToken' in event.message ? (event.message.quoteToken ?? null) : null;
  if (replyToken === null && quoteToken === null) return null;
  const setsUp = body.kind === 'press' && (body.action.verb === 'do' || body.action.verb === 'settings');
  return sealHandle({ replyToken, quoteToken, guide: setsUp || body.kind === 'joined' || kind === 'user' }, now);
}
