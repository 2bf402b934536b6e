/** What Slack tells, as Inbound. Pure: no call is made here, since Slack waits for our acknowledgement. */
import { decodeAction } from '../../src/action.ts';
import type { Address, Author, FileRef, Inbound, InboundBody } from '../../src/adapter.ts';
import { readMessage } from '../../src/answer/speak-message.ts';
import { makeHandle } from './handle.ts';
import { channelId, isDirect, messageId } from './ids.ts';
import { readMrkdwn } from './text.ts';

/** Who we are in this workspace, by `auth.test`. */
export interface Identity {
  team: string;
  /** Our user, which mentions name. */
  user: string;
  bot: string | null;
}

/** @see https://docs.slack.dev/reference/events/message */
export interface MessageEvent {
  type: string;
  subtype?: string;
  channel: string;
  ts: string;
  thread_ts?: string;
  parent_user_id?: string;
  user?: string;
  bot_id?: string;
  text?: string;
  deleted_ts?: string;
  edited?: { ts: string };
  /** What a `message_changed` came to. */
  message?: { ts?: string; subtype?: string };
  files?: { name?: string | null; url_private_download?: string; url_private?: string }[];
}

/** What people write; every other subtype is Slack's own talk: edits, joins, topics. */
const written = new Set([undefined, 'file_share', 'thread_broadcast']);
/** Who else talks in the thread is not told with the event. */
const alone = { authors: [], said: [], answer: '' };

/** Who edits us into a message does so at once; what is mended in an old one is no question. */
const editSeconds = 3_600;

type Base = Omit<Inbound, keyof InboundBody>;

/**
 * A message, once: a mention is told twice (`message` and `app_mention`), with two event ids, so its own id names it.
 * Slack tells of a mention again whenever its message is edited: that is the same event, unless the message did not
 * name us before.
 *
 * @returns null for what is not for us: other bots, ourselves, and channel talk that stands in no thread and names
 *   nobody of us, of which nothing is kept.
 */
export function readWritten(event: MessageEvent, us: Identity): Inbound | null {
  const unsent = unsentOf(event);
  if (unsent !== null) return readUnsent(event.channel, unsent, us);
  if (!written.has(event.subtype) || event.bot_id !== undefined || !event.user || event.user === us.user) return null;
  const text = event.text ?? '';
  const parent = event.thread_ts !== undefined && event.thread_ts !== event.ts ? event.thread_ts : null;
  const address = addressOf(event, text, us);
  const aloud = address === 'none' || address === 'others';
  if ((parent === null && aloud) || isLateEdit(event)) return null;
  const message = messageId(us.team, event.channel, event.ts);
  const id = `${aloud ? 'talk' : 'message'}:${event.channel}/${event.ts}`;
  return {
    ...base(us, event.channel, { event: id, author: person(event.user) }),
    kind: 'message',
    text: readMrkdwn(text.replaceAll(`<@${us.user}>`, ' ')).trim(),
    address,
    message,
    parent: parent === null ? null : messageId(us.team, event.channel, parent),
    files: readFiles(event),
  };
}

function isLateEdit({ ts, edited }: MessageEvent): boolean {
  return edited !== undefined && Number(edited.ts) - Number(ts) > editSeconds;
}

/** A message under which others stand leaves a tombstone: to Slack that is a change of it, not its end. */
function unsentOf({ subtype, deleted_ts, message }: MessageEvent): string | null {
  if (subtype === 'message_deleted') return deleted_ts ?? null;
  return subtype === 'message_changed' && message?.subtype === 'tombstone' ? (message.ts ?? null) : null;
}

function readUnsent(channel: string, ts: string, us: Identity): Inbound {
  return {
    ...base(us, channel, { event: `unsent:${channel}/${ts}`, author: person('') }),
    kind: 'unsent',
    message: messageId(us.team, channel, ts),
  };
}

function addressOf(event: MessageEvent, text: string, us: Identity): Address {
  if (isDirect(event.channel)) return 'direct';
  if (text.includes(`<@${us.user}>`)) return 'mention';
  if (/<@[UW]\w+/.test(text)) return 'others';
  if (event.parent_user_id !== us.user) return 'none';
  // A thread of ours is no quote: what stands in it may well be for the others. What asks for something is a reply.
  return readMessage(text, 'en', alone).speak ? 'reply' : 'none';
}

function readFiles({ files = [] }: MessageEvent): FileRef[] {
  return files.flatMap(({ name, url_private_download, url_private }) => {
    const ref = url_private_download ?? url_private;
    return ref === undefined ? [] : [{ name: name ?? 'file', ref }];
  });
}

export interface SlashCommand {
  channel_id: string;
  channel_name?: string;
  user_id: string;
  user_name?: string;
  text?: string;
  trigger_id: string;
  response_url?: string;
}

export function readCommand(command: SlashCommand, us: Identity, now: Date): Inbound {
  const named = command.channel_name !== undefined && !/^(directmessage|privategroup)$/.test(command.channel_name);
  return {
    ...base(us, command.channel_id, {
      event: `command:${command.trigger_id}`,
      author: person(command.user_id, command.user_name),
      handle: makeHandle(command.response_url, now),
      channelName: named ? (command.channel_name ?? null) : null,
    }),
    kind: 'message',
    text: readMrkdwn(command.text ?? '').trim(),
    address: 'command',
    message: null,
    parent: null,
    files: [],
  };
}

/** A press of a button, or a choice from an overflow menu, in a message. */
export interface BlockActions {
  user: { id: string; username?: string; name?: string };
  channel?: { id: string; name?: string };
  container?: { message_ts?: string; thread_ts?: string; is_ephemeral?: boolean };
  message?: { ts: string; thread_ts?: string };
  actions: {
    action_id: string;
    text?: { text: string };
    value?: string;
    selected_option?: { value: string } | null;
  }[];
  trigger_id: string;
  response_url?: string;
}

/** @returns null for what carries no action of ours: link buttons, older forms. */
export function readPress(body: BlockActions, us: Identity, now: Date): Extract<Inbound, { kind: 'press' }> | null {
  const [pressed] = body.actions;
  const action = decodeAction(pressed?.selected_option?.value ?? pressed?.value ?? '');
  const channel = body.channel?.id;
  const ts = body.container?.message_ts ?? body.message?.ts;
  if (action === null || channel === undefined || ts === undefined) return null;
  const thread = body.container?.thread_ts ?? body.message?.thread_ts ?? null;
  // A whisper is no message: nothing can quote it, and no thread hangs from it.
  const message = body.container?.is_ephemeral ? null : messageId(us.team, channel, ts);
  return {
    ...base(us, channel, {
      event: `press:${body.trigger_id}`,
      author: person(body.user.id, body.user.username ?? body.user.name),
      handle: makeHandle(body.response_url, now, action.verb === 'suggest' ? (pressed?.text?.text ?? null) : null),
    }),
    kind: 'press',
    action,
    message,
    parent: thread === null ? message : messageId(us.team, channel, thread),
  };
}

/** We were let into a channel, put out of it, or it was shut. @returns null for other people's comings and goings. */
export function readMembership(
  event: { type: string; channel?: string | { id: string }; user?: string; inviter?: string },
  eventId: string,
  us: Identity,
): Inbound | null {
  const channel = typeof event.channel === 'string' ? event.channel : event.channel?.id;
  if (channel === undefined) return null;
  const about = base(us, channel, { event: `event:${eventId}`, author: person(event.inviter ?? '') });
  if (event.type === 'member_joined_channel') return event.user === us.user ? { ...about, kind: 'joined' } : null;
  if (event.type === 'member_left_channel' && event.user !== us.user) return null;
  const reason = closings[event.type];
  return reason === undefined ? null : { ...about, kind: 'closed', reason };
}

/** Settings are kept: who asks us back in finds the channel as it was. `forget` is what deletes. */
const closings: Record<string, string> = {
  member_left_channel: 'removed from the channel',
  channel_left: 'removed from the channel',
  group_left: 'removed from the channel',
  channel_archive: 'archived',
  group_archive: 'archived',
  channel_deleted: 'deleted',
  group_deleted: 'deleted',
};

/** The app was taken out of the workspace: nothing of it is kept. */
export function readUninstalled(eventId: string, us: Identity): Inbound {
  return { ...base(us, 'app', { event: `event:${eventId}`, author: person('') }), kind: 'gone', workspace: true };
}

export function base(us: Identity, channel: string, given: Pick<Base, 'author' | 'event'> & Partial<Base>): Base {
  return {
    channel: channelId(us.team, channel),
    handle: null,
    channelName: null,
    direct: isDirect(channel),
    ...given,
    event: `${us.team}:${given.event}`,
  };
}

/** Events never say who administers; `Adapter.person` does. */
export function person(id: string, name: string | null = null): Author {
  return { id, name, administrator: null };
}
