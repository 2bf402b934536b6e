/** What the chat's page shows, read from the rows. */
import type { Channel, ChannelId, Language } from '../model.ts';
import { findChannel } from '../store/channels.ts';
import type { Database } from '../store/database.ts';
import {
  channelMessages,
  findMessage,
  latestVersion,
  pageSize,
  replyCounts,
  threadMessages,
} from '../store/web-messages.ts';
import { homeChannel, type Visitor } from './chat.ts';
import type { ChatPage } from './chat-page.ts';
import type { WebDeps } from './deps.ts';
import { webWordsFor } from './words.ts';

export interface Asked {
  channel: Channel;
  person: string;
  /** Message whose thread is open. */
  thread: number | null;
  before: number | null;
  waiting: boolean;
}

/** @returns null when the thread that is asked for is not there. */
export async function readChatPage(deps: WebDeps, asked: Asked): Promise<ChatPage | null> {
  const { db, lookup } = deps;
  const { channel, person, before } = asked;
  // Read first: what changes while the rest is read comes again as an event.
  const version = await latestVersion(db, channel.id);
  const [channels, messages, thread] = await Promise.all([
    webChannels(db, channel),
    channelMessages(db, channel.id, person, before),
    asked.thread === null ? null : readThread(db, asked.thread, channel.id, person),
  ]);
  if (asked.thread !== null && thread === null) return null;
  const replies = await replyCounts(
    db,
    messages.map((message) => message.id),
    person,
  );
  const following = messages.length === 0 ? await lookup.following(channel.id) : [];
  return {
    channel,
    channels,
    messages,
    replies,
    thread,
    starters: starters(deps.topics, channel.language),
    follows: following.length > 0,
    earlier: messages.length < pageSize ? null : (messages[0]?.id ?? null),
    paged: before !== null,
    version,
    waiting: asked.waiting,
  };
}

async function readThread(db: Database, id: number, channel: ChannelId, person: string): Promise<ChatPage['thread']> {
  const root = await findMessage(db, id, person);
  if (root === null || root.channel !== channel || root.thread !== null) return null;
  return { root, messages: await threadMessages(db, id, person) };
}

/** The home channel is always there, even before it is made and after it was forgotten: then it speaks as its visitor. */
export async function openChannel(
  { db, defaults }: WebDeps,
  id: ChannelId,
  visitor: Visitor = { language: null, zone: null },
): Promise<Channel | null> {
  const would = { language: visitor.language ?? defaults.language, zone: visitor.zone ?? defaults.zone };
  return (await findChannel(db, id)) ?? (id === homeChannel ? notMadeYet(id, would) : null);
}

function notMadeYet(id: ChannelId, { language, zone }: WebDeps['defaults']): Channel {
  return {
    id,
    platform: 'web',
    name: null,
    language,
    zone,
    time: '08:00',
    days: [1, 2, 3, 4, 5, 6, 7],
    stories: 7,
    layout: 'compact',
    state: 'active',
    closedReason: null,
    quiet: false,
    createdBy: null,
    sample: false,
  };
}

async function webChannels(db: Database, shown: Channel): Promise<Pick<Channel, 'id' | 'name'>[]> {
  const rows = await db
    .selectFrom('channels')
    .select(['id', 'name'])
    .where('platform', '=', 'web')
    .orderBy('created_at')
    .limit(200)
    .execute();
  const known = rows.map(({ id, name }) => ({ id: id as ChannelId, name }));
  return known.some(({ id }) => id === shown.id) ? known : [shown, ...known];
}

/** The home channel, as long as it has no name of its own, is called as its page says. */
export async function channelNamed({ db, defaults }: WebDeps, name: string): Promise<ChannelId | null> {
  const home = (await findChannel(db, homeChannel)) ?? { name: null, language: defaults.language };
  if (home.name === null && webWordsFor(home.language).home === name) return homeChannel;
  const row = await db
    .selectFrom('channels')
    .select('id')
    .where('platform', '=', 'web')
    .where('name', '=', name)
    .limit(1)
    .executeTakeFirst();
  return (row?.id ?? null) as ChannelId | null;
}

function starters(topics: WebDeps['topics'], language: Language): { value: string; label: string }[] {
  return topics.slice(0, 6).map(({ id, labels }) => ({ value: id, label: labels[language] ?? labels.en ?? id }));
}
