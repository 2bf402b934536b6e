/** A file that goes with a message. One that is private goes to the asker alone, into the chat with us. */
import type { Place, ReplyTo } from '../../src/adapter.ts';
import { type Content, paragraph } from '../../src/content.ts';
import type { ChannelId, Language, PartId } from '../../src/model.ts';
import type { Log, WebClient } from './client.ts';
import { readFailure, slackError, writeFailure } from './failure.ts';
import { channelId, isDirect, readChannel } from './ids.ts';
import { where } from './post.ts';
import { slackWords } from './words.ts';

export interface FileDeps {
  client: WebClient;
  log: Log;
  languageAt: (channel: ChannelId) => Promise<Language>;
  /** Parts whose file stands there already, as far as this process knows. */
  uploaded: Set<PartId>;
}

/** The oldest forgotten first. */
const rememberedUploads = 1_000;

/**
 * Before the message, so that a failure leaves nothing half said; a message that is said again brings no second file.
 *
 * @returns the content, with where the file is. @throws as `Adapter.reply`, and never for what Slack refuses.
 */
export async function withFile(
  deps: FileDeps,
  to: ReplyTo,
  place: Place,
  content: Content,
  part: PartId,
): Promise<Content> {
  const file = content.attachment;
  if (file === null) return content;
  const alone = content.private && !isDirect(readChannel(place.channel).channel);
  const target = alone ? await directPlace(deps, to) : place;
  const stands = target !== null && (await uploadOnce(deps, target, file, part));
  if (stands && !alone) return content;
  const words = slackWords(await deps.languageAt(place.channel)).file;
  const link = file.url === null ? null : { text: file.name, url: file.url };
  const said = stands ? words.sent : link === null ? words.none : words.link;
  return { ...content, blocks: [...content.blocks, paragraph(said, ...(stands || link === null ? [] : [' ', link]))] };
}

/** @returns null where Slack does not let us: the app was installed before it asked for `im:write`. */
async function directPlace({ client, log }: FileDeps, { place, author }: ReplyTo): Promise<Place | null> {
  if (author.id === '') return null;
  try {
    const { channel } = await client.conversations.open({ users: author.id });
    if (!channel?.id) return null;
    return { channel: channelId(readChannel(place.channel).team, channel.id), thread: null };
  } catch (error) {
    if (slackError(error) === null) throw readFailure('conversations.open', error);
    log.warn({ platform: 'slack', error: slackError(error) }, 'direct messages not opened');
    return null;
  }
}

/** @returns false where Slack refuses the file. */
async function uploadOnce(
  { client, log, uploaded }: FileDeps,
  place: Place,
  file: NonNullable<Content['attachment']>,
  part: PartId,
): Promise<boolean> {
  if (uploaded.has(part)) return true;
  const { channel, thread_ts } = where(place);
  const request = { channel_id: channel, filename: file.name, content: file.text };
  try {
    await client.files.uploadV2(thread_ts === undefined ? request : { ...request, thread_ts });
  } catch (error) {
    if (slackError(error) === null) throw writeFailure('files.upload', error);
    log.warn({ platform: 'slack', error: slackError(error) }, 'file not taken');
    return false;
  }
  if (uploaded.size >= rememberedUploads) uploaded.delete(uploaded.values().next().value as PartId);
  uploaded.add(part);
  return true;
}
