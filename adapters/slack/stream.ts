/**
 * An answer while it is written: `chat.startStream` where Slack takes it, else one message that is rewritten every
 * three seconds. Either way its `ts` is known when it opens, and `chat.update` puts the finished content in its place.
 *
 * @see https://docs.slack.dev/reference/methods/chat.startStream
 */
import type { AnswerStream, Place, Posted, ReplyTo } from '../../src/adapter.ts';
import { content, paragraph } from '../../src/content.ts';
import { Unsure } from '../../src/errors.ts';
import type { PartId } from '../../src/model.ts';
import { contentMessage } from './content.ts';
import { heldBackMs, slackError, writeFailure } from './failure.ts';
import { isDirect, readChannel, readMessage } from './ids.ts';
import { findLost, type LostDeps } from './lost.ts';
import { type Poster, posted, stamp } from './post.ts';
import { replyMessage, threadOf, update } from './reply.ts';

export interface StreamDeps extends LostDeps {
  poster: Poster;
}

/** Tier 4 allows a hundred appends a minute. */
const appendEveryMs = 700;
/** Tier 3 allows fifty updates a minute and workspace. */
const updateEveryMs = 3_000;

/** @param opening what stands there until the first words come. @throws as `Adapter.post`. */
export async function openStream(deps: StreamDeps, to: ReplyTo, part: PartId, opening: string): Promise<AnswerStream> {
  const place = threadOf(to);
  const ts = await startNative(deps, place, to.author.id);
  const opened =
    ts === null ? await deps.poster.post(place, placeholder(opening), part, null) : posted(place, ts, null);
  return createStream(deps, opened, to, part, ts !== null);
}

function placeholder(text: string) {
  return contentMessage(content([paragraph({ text, style: 'quiet' })]));
}

/** @returns null where Slack does not stream: outside a thread, or not in this workspace. */
async function startNative(deps: StreamDeps, place: Place, author: string): Promise<string | null> {
  const { team, channel } = readChannel(place.channel);
  if (place.thread === null) return null;
  const recipient = isDirect(channel) || author === '' ? {} : { recipient_team_id: team, recipient_user_id: author };
  const thread_ts = readMessage(place.thread).ts;
  try {
    return (await deps.client.chat.startStream({ channel, thread_ts, ...recipient })).ts ?? null;
  } catch (error) {
    deps.log.warn({ platform: 'slack', error: slackError(error) ?? 'no answer' }, 'stream not opened');
    if (!(writeFailure('chat.startStream', error) instanceof Unsure)) return null;
    return findLost(deps, place);
  }
}

interface Progress {
  /** All words so far. */
  text: string;
  /** How many of them Slack has. */
  sent: number;
  lastAt: number;
  native: boolean;
}

function createStream(deps: StreamDeps, opened: Posted, to: ReplyTo, part: PartId, native: boolean): AnswerStream {
  const progress: Progress = { text: '', sent: 0, lastAt: 0, native };
  return {
    posted: opened,
    append: async (text) => {
      progress.text += text;
      await show(deps, opened, progress);
    },
    finish: async (finished) => {
      if (progress.native) await stop(deps, opened, part);
      await update(deps.client, opened.messages[0]!.id, replyMessage(to, finished));
      return opened;
    },
  };
}

/** What is shown in between is a courtesy: its failures are noted, never thrown. */
async function show(deps: StreamDeps, opened: Posted, progress: Progress): Promise<void> {
  const now = deps.now().getTime();
  const end = wholeWords(progress.text);
  if (end <= progress.sent || now - progress.lastAt < (progress.native ? appendEveryMs : updateEveryMs)) return;
  progress.lastAt = now;
  const { channel, ts } = readMessage(opened.messages[0]!.id);
  try {
    if (progress.native) {
      await deps.client.chat.appendStream({
        channel,
        ts,
        markdown_text: deadMarkdown(progress.text.slice(progress.sent, end)),
      });
    } else {
      await update(
        deps.client,
        opened.messages[0]!.id,
        contentMessage(content([paragraph(progress.text.slice(0, end))])),
      );
    }
    progress.sent = end;
  } catch (error) {
    progress.lastAt += heldBackMs(error);
    // `message_not_in_streaming_state`: an idle gap ended it. The message stays, and can be rewritten.
    if (slackError(error) !== null) progress.native = false;
    deps.log.warn({ platform: 'slack', error: slackError(error) ?? 'no answer' }, 'stream broken');
  }
}

/** Up to the last gap, so that no address or marker is sent in two halves; scripts without gaps flow on. */
function wholeWords(text: string): number {
  return text.replace(/[\x21-\x7e]+$/, '').length;
}

/** The model's words before they are checked: nothing in them may become a link, a mention or markup. */
function deadMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replace(/:(?=\/\/)/g, ':\u200b')
    .replace(/@/g, '@\u200b')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** A stream that broke is mended by the update that follows. */
async function stop({ client, log }: StreamDeps, opened: Posted, part: PartId): Promise<void> {
  const { channel, ts } = readMessage(opened.messages[0]!.id);
  await client.chat.stopStream({ channel, ts, metadata: stamp(part, null) }).catch((error: unknown) => {
    log.warn({ platform: 'slack', error: slackError(error) ?? 'no answer' }, 'stream not stopped');
  });
}
