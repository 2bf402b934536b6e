/** What every part of the talk needs: where we are, who speaks, and what it comes to. */
import type { Adapter, Inbound, ReplyTo } from '../adapter.ts';
import type { Answerer } from '../answer/answerer.ts';
import type { Gauge } from '../brief/gauge.ts';
import type { StoryText } from '../brief/writer.ts';
import type { Content } from '../content.ts';
import type { AskedBy } from '../digest/compose.ts';
import type { Brief, Channel, ChannelId, DeliveryId, Digest, Language, MessageId, StoryId } from '../model.ts';
import type { Seal } from '../seal.ts';
import type { Database } from '../store/database.ts';
import type { InboundId } from '../store/inbound.ts';
import type { NewTurn } from '../store/turns.ts';
import type { Words } from '../words/words.ts';
import type { ModelToday } from './show-model.ts';
import type { Live } from './stream.ts';

export interface Log {
  info(fields: object, event: string): void;
  warn(fields: object, event: string): void;
  error(fields: object, event: string): void;
}

export type FoundFeeds =
  | { kind: 'one'; feed: { id: number; name: string } }
  | { kind: 'several'; feeds: { id: number; name: string }[] }
  | { kind: 'none'; reason: string };

export interface TalkDeps {
  db: Database;
  seal: Seal;
  now: () => Date;
  log: Log;
  /** Public address of our pages; null where there is none. */
  baseUrl: string | null;
  defaults: { language: Language; zone: string };
  /** Whether only administrators may change a channel's settings there. */
  adminsOnly(platform: string): boolean;
  /** Questions that one person may ask in a day. */
  questionsPerPerson: number;
  topics: { id: string; labels: Record<string, string>; aka?: string[] }[];
  gauges: Gauge[];
  answerer: Answerer;
  briefOf(story: StoryId, language: Language): Promise<Brief | null>;
  storyText(story: StoryId): Promise<StoryText | null>;
  searchStories(text: string, channel: Channel, limit: number): Promise<StoryText[]>;
  /** Fetches a page that somebody pasted, and makes it a story; one that the channel may read already is that one. */
  readPage(
    url: string,
    channel: ChannelId,
  ): Promise<{ kind: 'story'; story: StoryId } | { kind: 'unreadable'; reason: string }>;
  findFeeds(url: string): Promise<FoundFeeds>;
  /** `left`: how many more the file names than are taken of one. */
  readOpml(text: string): Promise<{ feeds: { id: number; name: string; isNew: boolean }[]; left: number }>;
  fetchText(url: string): Promise<{ kind: 'text'; text: string } | { kind: 'failed'; reason: string }>;
  /** Composes and freezes; the caller posts. Null when there is nothing to post. */
  composeDigest(channel: Channel, kind: Digest['kind'], asked: AskedBy | null): Promise<DeliveryId | null>;
  /** In words, why a link is not in this channel's digest. */
  whyNot(url: string, channel: Channel): Promise<string[]>;
  /** Null without a model. */
  modelToday(channel: ChannelId): Promise<ModelToday | null>;
}

/** One event, its channel and its adapter. */
export interface Scene {
  /** The stored event's id. */
  id: InboundId;
  inbound: Inbound;
  channel: Channel;
  adapter: Adapter;
  words: Words;
  /** The platform's thread that it stands in, and that a reply belongs to. */
  thread: MessageId | null;
  /** Where to reply, but for the handle. */
  replyTo: Omit<ReplyTo, 'handle' | 'repeated'>;
}

/** What an event comes to: what is said, digests that were frozen for it, and the turn that is to be remembered. */
export interface Outcome {
  replies: Content[];
  digests: DeliveryId[];
  turn: NewTurn | null;
  /** The first reply as far as it was streamed already. */
  live: Live | null;
  /** To name a thread with, where the reply opens one: the story's headline. */
  title: string | null;
}

export function say(...replies: Content[]): Outcome {
  return { replies, digests: [], turn: null, live: null, title: null };
}

export const silence: Outcome = say();
