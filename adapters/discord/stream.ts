/**
 * An answer while it is written: one message, rewritten as it grows. Its id is known when it opens, and the finished
 * content takes its place.
 */
import { type APIMessage, Routes } from 'discord.js';
import type { AnswerStream, Posted, ReplyTo } from '../../src/adapter.ts';
import { type Content, content, paragraph } from '../../src/content.ts';
import type { MessageId, PartId } from '../../src/model.ts';
import { wordsFor } from '../../src/words/words.ts';
import { type DiscordMessage, stamp } from './components.ts';
import { contentMessage, filesOf } from './content.ts';
import { rememberedOf, type Waiting, waitingFor } from './handle.ts';
import { readChannel, readMessage } from './ids.ts';
import { editOriginal } from './original.ts';
import { nobody, posted } from './post.ts';
import { above, headlineOf, isIn, languageAt, type ReplyDeps, say, settle } from './reply.ts';

/** Discord takes five edits in five seconds of one channel; half of that leaves room for others. */
const editEveryMs = 1_500;

/** @throws as `Adapter.reply`. */
export async function openStream(deps: ReplyDeps, to: ReplyTo, part: PartId): Promise<AnswerStream> {
  const waiting = waitingFor(to.handle, deps.now());
  const language = await languageAt(deps.lookup, to.place.channel);
  const said = above(rememberedOf(to.handle), to, language);
  const opening = content([paragraph({ text: wordsFor(language).answer.working, style: 'quiet' })]);
  const filling = waiting?.way === 'public' && deps.filled.take(waiting, part) ? waiting : null;
  const opened =
    filling === null
      ? await say(deps, to, opening, part)
      : posted(to.place, await editOriginal(deps.api, filling, stamp(contentMessage(opening, said), part)), null);
  const draw = (what: Content) => stamp(contentMessage(what, said), part);
  if (waiting?.way === 'talk') await settle(deps, waiting, to, opened.messages[0]!.id);
  const left = () => (filling === null ? null : waitingFor(to.handle, deps.now()));
  return createStream(deps, opened, left, draw);
}

/** @param left what a command left waiting and the answer fills: its own address works also where we may not look. */
function createStream(
  deps: ReplyDeps,
  opened: Posted,
  left: () => Waiting | null,
  draw: (what: Content) => DiscordMessage,
): AnswerStream {
  const { id } = opened.messages[0]!;
  const put = async (said: DiscordMessage, finished?: Content): Promise<void> => {
    const waiting = left();
    if (waiting === null) await rewrite(deps, id, said, finished);
    else await editOriginal(deps.api, waiting, said, finished);
  };
  let text = '';
  let lastAt = 0;
  return {
    posted: opened,
    async append(more) {
      text += more;
      const now = deps.now().getTime();
      if (now - lastAt < editEveryMs || text.trim() === '') return;
      lastAt = now;
      // What is shown in between is a courtesy: its failures are noted, never thrown.
      await put(draw(content([paragraph(`${text} …`)]))).catch((error: unknown) =>
        deps.log.warn({ platform: 'discord', error: String(error) }, 'stream not shown'),
      );
    },
    async finish(finished) {
      await put(draw(finished), finished);
      return opened;
    },
  };
}

/** Puts a new message in the place of one of ours. @throws TryLater or GiveUp. */
export async function rewrite(
  { api }: Pick<ReplyDeps, 'api'>,
  id: MessageId,
  said: DiscordMessage,
  finished?: Content,
): Promise<void> {
  const { channel, message } = readMessage(id);
  const files = finished === undefined ? [] : filesOf(finished);
  const sending = { body: { ...said, allowed_mentions: nobody }, files, repeatable: true };
  await api.write<APIMessage>('edit', 'PATCH', Routes.channelMessage(channel, message), sending);
}

/** Types where the answer will stand; in the channel while the thread that is to be opened has no name. Never throws. */
export async function showWorking(deps: ReplyDeps, to: ReplyTo): Promise<void> {
  const waiting = waitingFor(to.handle, deps.now());
  // Discord itself says "thinking…" there.
  if (waiting !== null && waiting.way !== 'talk') return;
  const { guild, channel } = readChannel(to.place.channel);
  try {
    const thread = guild === null || to.place.thread === null ? null : await threadFor(deps, to, to.place.thread);
    await deps.api.write('typing', 'POST', Routes.channelTyping(thread ?? channel), { repeatable: true });
  } catch (error) {
    deps.log.info({ platform: 'discord', error: String(error) }, 'typing not shown');
  }
}

async function threadFor({ lookup, threads }: ReplyDeps, to: ReplyTo, root: MessageId): Promise<string | null> {
  const { message: thread } = readMessage(root);
  if (isIn(to, thread)) return thread;
  const headline = await headlineOf(lookup, to);
  return headline === null ? null : threads.open(root, headline);
}
