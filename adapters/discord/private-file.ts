/** A file for one alone, asked for where Discord cannot whisper: outside of a command. It goes into direct messages. */
import type { ReplyTo } from '../../src/adapter.ts';
import { type Content, saying } from '../../src/content.ts';
import { GiveUp } from '../../src/errors.ts';
import type { PartId } from '../../src/model.ts';
import { message } from './components.ts';
import { attached, filesOf } from './content.ts';
import { directTo } from './direct.ts';
import { readChannel } from './ids.ts';
import { languageAt, type ReplyDeps } from './reply.ts';
import { discordWords } from './words.ts';

/** @returns the content that is left for the channel, with where the file is. @throws as `Adapter.reply`. */
export async function withoutPrivateFile(
  deps: ReplyDeps,
  to: ReplyTo,
  content: Content,
  part: PartId,
): Promise<Content> {
  const { guild } = readChannel(to.place.channel);
  if (!content.private || content.attachment === null || guild === null) return content;
  const words = discordWords(await languageAt(deps.lookup, to.place.channel));
  const said = (await sendAlone(deps, to, content, part)) ? words.fileSent : words.fileKept;
  return { ...content, blocks: [...content.blocks, saying(said)], attachment: null };
}

/** @returns false where the person takes no direct messages of ours. */
async function sendAlone({ api, log }: ReplyDeps, { author }: ReplyTo, content: Content, part: PartId) {
  if (author.id === '') return false;
  try {
    await directTo(api, author.id, message(attached(content)), part, filesOf(content));
    return true;
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    log.warn({ platform: 'discord', error: error.message }, 'file not sent');
    return false;
  }
}
