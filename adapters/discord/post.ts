/** Posts one message, once; and finds it again by the id that travels in its components. */
import type { RawFile } from 'discord.js';
import { type APIMessage, type APIMessageTopLevelComponent, Routes } from 'discord.js';
import { shortId } from '../../src/action.ts';
import type { Place, Posted } from '../../src/adapter.ts';
import { GiveUp, Unsure } from '../../src/errors.ts';
import type { MessageId, PartId, StoryId } from '../../src/model.ts';
import type { Api } from './api.ts';
import { type DiscordMessage, isStamped, onlyStory } from './components.ts';
import { codes, discordCode, ofThread } from './failure.ts';
import { messageId, readChannel, readMessage } from './ids.ts';
import type { Threads } from './threads.ts';

export interface PostDeps {
  api: Api;
  threads: Threads;
}

export interface Request {
  place: Place;
  message: DiscordMessage;
  part: PartId;
  story: StoryId | null;
  /** To quote. */
  reference: MessageId | null;
  /** Names the thread, where one is opened. */
  title: string;
  files?: RawFile[];
}

/** @throws as `Adapter.post`. */
export async function postMessage({ api, threads }: PostDeps, request: Request): Promise<Posted> {
  const { place, story } = request;
  const { guild, channel } = readChannel(place.channel);
  const thread = guild === null || place.thread === null ? null : await threads.open(place.thread, request.title);
  if (thread !== null) {
    const standing = await send(api, thread, request).catch((error: unknown) => {
      if (!isShut(error)) throw error;
      threads.forget(place.thread!);
      return null;
    });
    if (standing !== null) return posted(place, standing, story);
  }
  // Where no thread can be had the reply stands in the channel, under what it answers.
  return posted(place, await send(api, channel, { ...request, reference: place.thread ?? request.reference }), story);
}

/** The thread is shut to us, which says nothing of its channel. */
function isShut(error: unknown): boolean {
  return error instanceof GiveUp && error.closes;
}

/**
 * Discord remembers the nonce for some minutes and answers a second request with the message of the first.
 *
 * @see https://docs.discord.com/developers/resources/message#create-message
 */
async function send(api: Api, channel: string, { message, part, reference, files }: Request): Promise<APIMessage> {
  const quoted = reference === null ? null : readMessage(reference);
  const quote =
    quoted?.channel === channel ? { message_reference: { message_id: quoted.message, fail_if_not_exists: false } } : {};
  const body = { ...message, ...quote, nonce: shortId(part), enforce_nonce: true, allowed_mentions: nobody };
  const answer = await api.write<APIMessage>('post', 'POST', Routes.channelMessages(channel), {
    body,
    ...(files && { files }),
  });
  if (typeof answer?.id !== 'string') throw new Unsure('discord post: answered without an id');
  return answer;
}

/** No text of ours may notify anybody. */
export const nobody = { parse: [], replied_user: false };

/** A message in a channel begins a talk of its own; a one-to-one chat is one talk. */
export function posted(
  place: Place,
  { id, channel_id }: Pick<APIMessage, 'id' | 'channel_id'>,
  story: StoryId | null,
): Posted {
  const { guild } = readChannel(place.channel);
  const own = messageId(guild, channel_id, id);
  return { messages: [{ id: own, story }], thread: place.thread ?? (guild === null ? null : own) };
}

/** A part is looked for among the last few hundred messages; who was down for longer skips the digest anyway. */
const maxPages = 4;

/** @throws TryLater when Discord cannot say now, GiveUp where we may not read. */
export async function findPart({ api }: PostDeps, place: Place, part: PartId): Promise<Posted | null> {
  const { guild, channel } = readChannel(place.channel);
  const thread = guild === null || place.thread === null ? null : readMessage(place.thread).message;
  for (const where of thread === null ? [channel] : [thread, channel]) {
    const found = await look(api, where, part).catch((error: unknown) => {
      if (where !== thread) throw error;
      if (discordCode(error) === codes.unknownChannel) return null;
      throw ofThread(error);
    });
    if (found !== null) return posted(place, found, onlyStory(componentsOf(found)));
  }
  return null;
}

async function look(api: Api, channel: string, part: PartId): Promise<APIMessage | null> {
  let before: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const query = { limit: '100', ...(before !== undefined && { before }) };
    const messages = await api.read<APIMessage[]>('find', Routes.channelMessages(channel), query);
    const found = messages.find(
      ({ author, components }) => author.id === api.user && isStamped(componentsOf({ components }), part),
    );
    if (found !== undefined) return found;
    before = messages.at(-1)?.id;
    if (messages.length < 100) return null;
  }
  return null;
}

function componentsOf({ components }: Pick<APIMessage, 'components'>): APIMessageTopLevelComponent[] {
  return (components ?? []) as APIMessageTopLevelComponent[];
}
