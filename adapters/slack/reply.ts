/** Answers and notices: in the thread, whispered where they are private, by the response address where we are no member. */
import type { Place, Posted, ReplyTo } from '../../src/adapter.ts';
import type { Content } from '../../src/content.ts';
import { GiveUp, TryLater, Unsure } from '../../src/errors.ts';
import type { MessageId, PartId } from '../../src/model.ts';
import { plain } from '../../src/text/clean.ts';
import { context, type Run, richText, run, type SlackMessage } from './blocks.ts';
import type { WebClient } from './client.ts';
import { contentMessage } from './content.ts';
import { isBlockRefusal, isThreadRefusal, slackError, writeFailure } from './failure.ts';
import { type FileDeps, withFile } from './file.ts';
import { responseUrl, unseenQuestion } from './handle.ts';
import { isDirect, readChannel, readMessage } from './ids.ts';
import { findLost, type LostDeps } from './lost.ts';
import { type Poster, posted, where } from './post.ts';
import { spokenText } from './spoken.ts';
import { slackWords } from './words.ts';

export interface ReplyDeps extends FileDeps, LostDeps {
  poster: Poster;
  /** Is this one of Slack's response addresses? Our words go to no other. */
  hooks: (url: string) => boolean;
}

/** @throws as `Adapter.reply`. */
export async function reply(deps: ReplyDeps, to: ReplyTo, content: Content, part: PartId): Promise<Posted> {
  const place = threadOf(to);
  const message = replyMessage(to, await withFile(deps, to, place, content, part));
  if (content.private && !isDirect(readChannel(place.channel).channel)) return whisper(deps, to, place, message, part);
  const lost = to.repeated ? await findLost(deps, place) : null;
  if (lost !== null) return fill(deps, place, lost, message);
  return orByHandle(deps, to, place, message, () => deps.poster.post(place, message, part, null)).catch((error) =>
    orAlone(deps, to, message, part, error),
  );
}

/** A locked thread takes nothing from us, so the one who asked is told alone, in the channel. */
async function orAlone(
  deps: ReplyDeps,
  to: ReplyTo,
  message: SlackMessage,
  part: PartId,
  error: unknown,
): Promise<Posted> {
  const refused = error instanceof GiveUp && isThreadRefusal(error.cause);
  if (!refused || to.author.id === '') throw error;
  const words = slackWords(await deps.languageAt(to.place.channel));
  const said = { ...message, blocks: [context(words.locked), ...message.blocks] };
  return whisper(deps, to, { channel: to.place.channel, thread: null }, said, part);
}

/** The stream that an earlier attempt has opened before its process ended. */
async function fill({ client }: ReplyDeps, place: Place, ts: string, message: SlackMessage): Promise<Posted> {
  const standing = posted(place, ts, null);
  await update(client, standing.messages[0]!.id, message);
  return standing;
}

/** Slash commands work where we are no member. There the response address carries the answer, and how to let us in. */
export async function orByHandle(
  deps: ReplyDeps,
  to: ReplyTo | undefined,
  place: Place,
  message: SlackMessage,
  post: () => Promise<Posted>,
): Promise<Posted> {
  return post().catch(async (error: unknown) => {
    const url = to !== undefined && isOutside(error) ? addressOf(deps, to) : null;
    if (url === null) throw error;
    const hint = context(slackWords(await deps.languageAt(place.channel)).notMember);
    return respond(url, 'in_channel', place, { ...message, blocks: [...message.blocks, hint] }).catch(neverKnown);
  });
}

/** Where we are no member nobody can look whether it stands there. */
function neverKnown(error: unknown): never {
  throw error instanceof Unsure ? new Unsure(error.message, { cause: error, final: true }) : error;
}

function isOutside(error: unknown): boolean {
  return error instanceof GiveUp && /^(not_in_channel|channel_not_found)$/.test(slackError(error.cause) ?? '');
}

/** With the question first, where the thread has not seen it; its asker is told by it that the answer is there. */
export function replyMessage(to: ReplyTo, content: Content): SlackMessage {
  const question = unseenQuestion(to.handle);
  if (question === null || to.author.id === '') return contentMessage(content);
  const said: Run[] = [{ type: 'user', user_id: to.author.id }, ...run(`  ${plain(question, 1_000)}`)];
  return contentMessage(content, [richText({ type: 'rich_text_quote', elements: said })]);
}

/** Who speaks to us in a channel gets the answer under their own message, so that the channel stays readable. */
export function threadOf({ place, message }: ReplyTo): Place {
  const asked = isDirect(readChannel(place.channel).channel) ? null : message;
  return { channel: place.channel, thread: place.thread ?? asked };
}

/** A whisper has no id that later calls could name: nothing is recorded of it, and one that is lost is not said twice. */
async function whisper(
  deps: ReplyDeps,
  to: ReplyTo,
  place: Place,
  message: SlackMessage,
  part: PartId,
): Promise<Posted> {
  const url = addressOf(deps, to);
  const heard = url !== null && (await maybeHeard(deps, respond(url, 'ephemeral', place, message).catch(expired)));
  if (heard) return unnamed(place);
  if (to.author.id === '') return deps.poster.post(place, message, part, null);
  await maybeHeard(deps, postEphemeral(deps, place, to.author.id, message));
  return unnamed(place);
}

/** What may have been heard is taken for heard. */
async function maybeHeard<T>({ log }: ReplyDeps, whispering: Promise<T>): Promise<T | true> {
  return whispering.catch((error: unknown) => {
    if (!(error instanceof Unsure)) throw error;
    log.warn({ platform: 'slack', error: error.message }, 'whisper may be lost');
    return true;
  });
}

async function postEphemeral(deps: ReplyDeps, place: Place, user: string, message: SlackMessage): Promise<void> {
  const said = { ...where(place), user };
  await deps.client.chat
    .postEphemeral({ ...said, ...message })
    .catch((error: unknown) => {
      if (!isBlockRefusal(error)) throw error;
      return deps.client.chat.postEphemeral({ ...said, text: spokenText(message) });
    })
    .catch((error: unknown) => {
      throw writeFailure('chat.postEphemeral', error);
    });
}

/** Used up, or too old. */
function expired(error: unknown): null {
  if (error instanceof GiveUp) return null;
  throw error;
}

function unnamed(place: Place): Posted {
  return { messages: [], thread: place.thread };
}

function addressOf({ now, hooks }: ReplyDeps, { handle }: ReplyTo): string | null {
  const url = responseUrl(handle, now());
  return url !== null && hooks(url) ? url : null;
}

/** @see https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
async function respond(
  url: string,
  type: 'ephemeral' | 'in_channel',
  place: Place,
  message: SlackMessage,
): Promise<Posted> {
  const thread = place.thread === null ? {} : { thread_ts: readMessage(place.thread).ts };
  const body = JSON.stringify({
    response_type: type,
    replace_original: false,
    unfurl_links: false,
    ...thread,
    ...message,
  });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch((error: unknown) => {
    throw new Unsure('slack response_url: no answer', { cause: error });
  });
  if (answer.ok) return unnamed(place);
  if (answer.status === 429)
    throw new TryLater('slack response_url: 429', Number(answer.headers.get('retry-after')) || 5);
  if (answer.status >= 500) throw new Unsure(`slack response_url: ${answer.status}`);
  throw new GiveUp(`slack response_url: ${answer.status}`);
}

/** Puts new content into a message of ours. @throws as `Adapter.post`. */
export async function edit(client: WebClient, message: MessageId, content: Content): Promise<void> {
  await update(client, message, contentMessage(content));
}

/** A message that is still being streamed takes no update: the stream is ended first. */
export async function update(client: WebClient, message: MessageId, said: SlackMessage): Promise<void> {
  const { channel, ts } = readMessage(message);
  const write = () => client.chat.update({ channel, ts, ...said });
  await write()
    .catch(async (error: unknown) => {
      if (isBlockRefusal(error)) return client.chat.update({ channel, ts, text: spokenText(said), blocks: [] });
      if (!slackError(error)?.includes('stream')) throw error;
      await client.chat.stopStream({ channel, ts });
      return write();
    })
    .catch((error: unknown) => {
      throw writeFailure('chat.update', error);
    });
}
