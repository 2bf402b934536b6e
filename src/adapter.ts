/**
 * The contract that every platform meets. `src/` never branches on the platform: a difference is a limit, an absent
 * method, a null, or the adapter's own business. What an adapter cannot show it says or logs.
 */
import type { Action } from './action.ts';
import type { Content } from './content.ts';
import type { Channel, ChannelId, Digest, MessageId, PartId, StoryId } from './model.ts';

/** A channel, or a thread in it. */
export interface Place {
  readonly channel: ChannelId;
  readonly thread: MessageId | null;
}

/**
 * What a reply needs from the platform and nobody else may have: a reply token, an interaction token, a response
 * address. Plain here; the store seals it.
 */
export interface Handle {
  readonly value: string;
  readonly expiresAt: Date;
}

export interface Author {
  /** The platform's id of the person; '' where it tells none. */
  id: string;
  name: string | null;
  /** May change this channel's settings, where the event itself says so; null: ask `person`. */
  administrator: boolean | null;
  /** Where the event itself tells of the person's language (BCP 47) and zone; else `person` is asked. */
  locale?: Pick<Person, 'language' | 'zone'>;
}

/** What a platform can tell of a person, when asked. */
export interface Person {
  administrator: boolean;
  /** IANA zone. */
  zone: string | null;
  /** BCP 47. */
  language: string | null;
}

/**
 * To whom a message speaks, as far as the platform shows:
 * `direct` one-to-one chat · `command` a slash command or its like · `mention` names us ·
 * `reply` replies to or quotes one of our messages · `others` names or replies to somebody else · `none` nobody.
 */
export type Address = 'direct' | 'command' | 'mention' | 'reply' | 'others' | 'none';

/** A file that came with a message; `Adapter.download` brings it. */
export interface FileRef {
  name: string;
  /** The adapter's own words. */
  ref: string;
}

/**
 * Something that happened on the platform. `event` is the platform's id of it: the same id is handled once.
 * `message` is the id of what was written, where replies can quote it.
 */
export type Inbound = {
  channel: ChannelId;
  event: string;
  author: Author;
  handle: Handle | null;
  /** The channel's name, where the event tells it. */
  channelName: string | null;
  /** One-to-one with us. */
  direct: boolean;
} & InboundBody;

export type InboundBody =
  /** `text` is without our mention. `parent`: root of the thread it stands in, or what it quotes. */
  | {
      kind: 'message';
      text: string;
      address: Address;
      message: MessageId | null;
      parent: MessageId | null;
      files: FileRef[];
    }
  /** `parent` is the message whose button was pressed, or the root of its thread. */
  | { kind: 'press'; action: Action; message: MessageId | null; parent: MessageId | null }
  /** A settings form: `topics` (comma list), `time`, `zone`, `days`, `language`, `stories`, `layout`; or `question` and `story`. */
  | { kind: 'form'; values: Record<string, string>; parent: MessageId | null }
  /** We were let in. */
  | { kind: 'joined' }
  /** The channel is shut but may open again (archived): the schedule stops, settings stay. */
  | { kind: 'closed'; reason: string }
  /** We were put out: all that is kept of the channel goes; with `workspace`, of every channel that shares its workspace. */
  | { kind: 'gone'; workspace: boolean }
  /** A person took a message back: what was kept of it goes. */
  | { kind: 'unsent'; message: MessageId };

/** One request to the platform, frozen when the delivery is opened. */
export interface Part {
  id: PartId;
  /** The request, as this adapter's `post` wants it: plain JSON. */
  payload: unknown;
  /** The story of each message that the request makes, in order; null for one that holds several or none. */
  about: (StoryId | null)[];
}

export interface Posted {
  /** One for each message made, in the order of `Part.about`. Empty only where the platform names none. */
  messages: { id: MessageId; story: StoryId | null }[];
  /** The thread that later messages of this talk belong to. */
  thread: MessageId | null;
}

export interface ReplyTo {
  place: Place;
  /** As stored with the event, even when it has expired: `handleLives` says. */
  handle: Handle | null;
  /** To quote, where the platform quotes. */
  message: MessageId | null;
  author: Author;
  /** To name a new thread with: a headline. */
  title: string | null;
  /** An attempt may have gone through already. */
  repeated: boolean;
}

/** An answer while it is being written. */
export interface AnswerStream {
  /** What was opened: recorded at once, so that a broken stream can be mended. */
  readonly posted: Posted;
  append(text: string): Promise<void>;
  /** Puts the finished content in place of what was streamed. */
  finish(content: Content): Promise<Posted>;
}

/** What posting to a channel costs, where it costs. */
export interface Allowance {
  /** Messages that one digest costs in this channel (LINE: its members). */
  perDigest: number;
  /** Of this month's plan; null: no limit. */
  total: number | null;
  used: number;
}

export interface CheckResult {
  ok: boolean;
  /** What was looked at. */
  name: string;
  /** What was found; where `ok` is false, what to do. */
  detail: string;
}

export interface Adapter {
  readonly platform: string;

  /** There are no threads here: people quote a message of ours to ask about it. */
  readonly quotes?: true;

  /** A channel that is made here while our own samples stand in for news gets those. */
  readonly samples?: true;

  /** Least time between two posts, in milliseconds: to one channel, and to all of one workspace. */
  readonly pace: { channelMs: number; workspaceMs: number };

  /**
   * Opens the gateway, if there is one. `post` and `reply` work without it.
   * `receive` resolves when the event is stored: only then may the platform be told that we have it.
   */
  start(receive: (inbound: Inbound) => Promise<void>): Promise<void>;
  stop(): Promise<void>;

  /** What this digest takes here. `partId(index)` is the id of the index-th part. Pure. */
  render(digest: Digest, channel: Channel, partId: (index: number) => PartId): Part[];

  /**
   * @throws TryLater only when a second call cannot post twice.
   * @throws Unsure when the platform may have posted: `find` decides; without `find`, posting again is safe.
   * @throws GiveUp when the channel is closed to us (`closes`), or the request can never be taken.
   * @param asked who asked for this digest just now: its handle may carry the post, and what the platform still
   *   shows as pending is settled with it.
   */
  post(place: Place, part: Part, asked?: ReplyTo): Promise<Posted>;

  /** An answer or a notice, by the handle while it lives. @throws as `post`. */
  reply(to: ReplyTo, content: Content, part: PartId): Promise<Posted>;

  // Present when the platform can, absent when it cannot.

  /** Events over HTTP, on our own server, at `/webhooks/<platform>`. Works once `start` was called. */
  webhook?(request: Request): Promise<Response>;
  /** Shows at once that an answer is on its way; never throws. */
  working?(to: ReplyTo): Promise<void>;
  /**
   * Asks the platform whether this part stands there.
   *
   * @param to what the part was a reply to: a platform may have put it elsewhere, under the question.
   * @throws TryLater when it cannot say now.
   */
  find?(place: Place, part: PartId, to?: ReplyTo): Promise<Posted | null>;
  stream?(to: ReplyTo, part: PartId): Promise<AnswerStream>;
  /** Puts new content into a message of ours. */
  edit?(place: Place, message: MessageId, content: Content): Promise<void>;
  /** @returns null where the platform does not know the person. */
  person?(channel: ChannelId, author: string): Promise<Person | null>;
  allowance?(channel: ChannelId): Promise<Allowance | null>;
  /** At most 1 MB of a file that came with a message. */
  download?(file: FileRef): Promise<Uint8Array>;
  /** For `doctor`: each setting that can be wrong, looked at. With `live`, posts there, finds and cleans up. */
  check?(live: ChannelId | null): Promise<CheckResult[]>;
}

/**
 * What an adapter must answer within a call (autocomplete, the state of a form), given when it is made. Each reads
 * rows only and is fast.
 */
export interface Lookup {
  channel(id: ChannelId): Promise<Channel | null>;
  /** What a channel follows, with labels in its language. */
  following(id: ChannelId): Promise<{ value: string; label: string }[]>;
  /** At most 25 topics and sources whose name holds `words`, best first. */
  follow(words: string, language: string): Promise<{ value: string; label: string }[]>;
  /** The channels of a person, where we have met them. */
  channelsOf(platform: string, author: string): Promise<Channel[]>;
  /** The story that a message of ours tells of, or its headline by id. */
  headline(story: StoryId): Promise<string | null>;
  /** Is this a message of ours? For platforms where anybody's message can be quoted. */
  isOurs?(message: MessageId): Promise<boolean>;
}

/** @returns the handle while it can be used. */
export function handleLives(handle: Handle | null, now: Date): handle is Handle {
  return handle !== null && handle.expiresAt.getTime() > now.getTime();
}
