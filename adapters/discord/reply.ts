/** Answers and notices: into what an interaction left waiting, else into the thread, else under what they answer. */
import type { Lookup, Posted, ReplyTo } from '../../src/adapter.ts';
import type { Content } from '../../src/content.ts';
import { Unsure } from '../../src/errors.ts';
import type { ChannelId, Language, PartId } from '../../src/model.ts';
import { line } from '../../src/text/clean.ts';
import { sideBySide } from '../../src/words/words.ts';
import type { Api, Log } from './api.ts';
import { message, stamp, text } from './components.ts';
import { contentMessage, drawBlock, filesOf } from './content.ts';
import { directTo } from './direct.ts';
import { codes, discordCode, ofThread } from './failure.ts';
import { rememberedOf, type Waiting, waitingFor } from './handle.ts';
import { readChannel, readMessage } from './ids.ts';
import { deleteOriginal, editOriginal, whisper, whisperInstead } from './original.ts';
import { panelMessage } from './panel.ts';
import { type PostDeps, posted, postMessage } from './post.ts';
import { withoutPrivateFile } from './private-file.ts';
import { createRecent } from './recent.ts';
import { escapeMarkdown } from './text.ts';
import { discordWords } from './words.ts';

export interface ReplyDeps extends PostDeps {
  api: Api;
  lookup: Lookup;
  log: Log;
  now: () => Date;
  filled: Filled;
}

/** Which part filled what an interaction left waiting: the next one is a message of its own. */
export interface Filled {
  /** @returns whether the part may fill it. */
  take(waiting: Waiting, part: PartId): boolean;
}

export function createFilled(): Filled {
  const by = createRecent<PartId>(5_000);
  return {
    take({ token }, part) {
      const first = by.get(token) ?? part;
      by.set(token, first);
      return first === part;
    },
  };
}

/** The interaction's token has lapsed, or what waited was taken away. */
const lapsed = new Set<number>([
  codes.unknownWebhook,
  codes.unknownMessage,
  codes.unknownInteraction,
  codes.invalidToken,
]);

/** @throws as `Adapter.reply`. */
export async function reply(deps: ReplyDeps, to: ReplyTo, content: Content, part: PartId): Promise<Posted> {
  const waiting = waitingFor(to.handle, deps.now());
  if (waiting === null) return sayOrTell(deps, to, content, part);
  const write = deps.filled.take(waiting, part) ? fill : add;
  return write(deps, waiting, to, content, part).catch((error: unknown) => {
    if (!lapsed.has(discordCode(error) ?? 0)) throw error;
    return sayOrTell(deps, to, content, part);
  });
}

async function fill(deps: ReplyDeps, waiting: Waiting, to: ReplyTo, content: Content, part: PartId): Promise<Posted> {
  if (waiting.way === 'panel') return redraw(deps, waiting, to, content);
  if (waiting.way === 'talk' && !content.private) return talk(deps, waiting, to, content, part);
  const language = await languageAt(deps.lookup, to.place.channel);
  const said = stamp(contentMessage(content, above(waiting, to, language)), part);
  if (waiting.way === 'public' && !content.private) {
    return posted(to.place, await editOriginal(deps.api, waiting, said, content), null);
  }
  if (waiting.way === 'public') await whisperInstead(deps, waiting, said);
  else await editOriginal(deps.api, waiting, said, content);
  return unnamed(to);
}

/** A second reply to the same interaction. */
async function add(deps: ReplyDeps, waiting: Waiting, to: ReplyTo, content: Content, part: PartId): Promise<Posted> {
  if (waiting.way !== 'whisper' && !content.private) return sayOrTell(deps, to, content, part);
  await whisper(deps, waiting, stamp(contentMessage(content), part));
  return unnamed(to);
}

async function redraw({ api, lookup }: ReplyDeps, waiting: Waiting, to: ReplyTo, { blocks }: Content): Promise<Posted> {
  const said = blocks.map(drawBlock).join('\n').slice(0, 2_500);
  await editOriginal(api, waiting, await panelMessage(to.place.channel, said, lookup));
  return unnamed(to);
}

/** The answer goes where all can read it, and who pressed is told where. */
async function talk(deps: ReplyDeps, waiting: Waiting, to: ReplyTo, content: Content, part: PartId): Promise<Posted> {
  try {
    const standing = await say(deps, to, content, part);
    await settle(deps, waiting, to, standing.messages[0]?.id ?? null);
    return standing;
  } catch (error) {
    // Should it stand there after all, `find` sees it, and nobody else would settle this.
    if (error instanceof Unsure) await settle(deps, waiting, to, null);
    if (discordCode(error) !== codes.threadArchived) throw error;
    const words = discordWords(await languageAt(deps.lookup, to.place.channel));
    await editOriginal(deps.api, waiting, contentMessage(content, [`-# ${words.locked}`]), content);
    return unnamed(to);
  }
}

/** What still shows "thinking…" points to the answer, or goes where it would point at itself. Never throws. */
export async function settle(
  deps: ReplyDeps,
  waiting: Waiting,
  to: ReplyTo,
  answer: Posted['messages'][number]['id'] | null,
): Promise<void> {
  const there = answer === null ? null : readMessage(answer).channel;
  const words = discordWords(await languageAt(deps.lookup, to.place.channel).catch(() => 'en' as const));
  const inPlace = there === null || there === readChannel(to.place.channel).channel || isIn(to, there);
  await (inPlace
    ? deleteOriginal(deps.api, waiting)
    : editOriginal(deps.api, waiting, message([text(words.answeredIn(`<#${there}>`))]))
  ).catch((error: unknown) => note(deps.log, error, 'interaction not settled'));
}

/** Whether what is answered stood in the thread itself. */
export function isIn({ message: pressed }: ReplyTo, channel: string): boolean {
  return pressed !== null && readMessage(pressed).channel === channel;
}

/** A channel message, in the thread where there is one. @throws as `Adapter.reply`. */
export async function say(deps: ReplyDeps, to: ReplyTo, content: Content, part: PartId): Promise<Posted> {
  const language = await languageAt(deps.lookup, to.place.channel);
  const said = stamp(contentMessage(content, above(rememberedOf(to.handle), to, language)), part);
  const title = await titleOf(deps.lookup, to, language);
  const request = {
    place: to.place,
    message: said,
    part,
    story: null,
    reference: to.message,
    title,
    files: filesOf(content),
  };
  return postMessage(deps, request);
}

/** A locked thread takes nothing from us, so the one who asked is told alone. */
async function sayOrTell(deps: ReplyDeps, to: ReplyTo, given: Content, part: PartId): Promise<Posted> {
  const content = await withoutPrivateFile(deps, to, given, part);
  return say(deps, to, content, part).catch(async (error: unknown) => {
    if (discordCode(error) !== codes.threadArchived || to.author.id === '') throw error;
    const { locked } = discordWords(await languageAt(deps.lookup, to.place.channel));
    await directTo(deps.api, to.author.id, contentMessage(content, [`-# ${locked}`]), part).catch((refused) => {
      throw ofThread(refused);
    });
    return unnamed(to);
  });
}

export async function titleOf(lookup: Lookup, to: ReplyTo, language: Language): Promise<string> {
  return (await headlineOf(lookup, to)) ?? discordWords(language).thread;
}

/** @returns null while nobody knows what the question is about. */
export async function headlineOf(lookup: Lookup, { title, handle }: ReplyTo): Promise<string | null> {
  const { story } = rememberedOf(handle);
  return title ?? (story === null ? null : await lookup.headline(story));
}

/** Who asked what, where nobody else could read it; and what we lack to post here. */
export function above({ asked, lacks = [] }: Partial<Waiting>, { author }: ReplyTo, language: Language): string[] {
  const words = discordWords(language);
  const question = asked ? [`-# ${escapeMarkdown(line(`${author.name ?? ''} ${words.asked(asked)}`, 300))}`] : [];
  return lacks.length === 0 ? question : [`⚠ ${words.lacks(`**${sideBySide(lacks, language)}**`)}`, ...question];
}

export async function languageAt(lookup: Lookup, id: ChannelId): Promise<Language> {
  return (await lookup.channel(id))?.language ?? 'en';
}

/** A whisper has no id that later calls could name, so nothing is recorded of it. */
function unnamed({ place }: ReplyTo): Posted {
  return { messages: [], thread: place.thread };
}

function note(log: Log, error: unknown, event: string): void {
  log.warn({ platform: 'discord', error: error instanceof Error ? error.message : String(error) }, event);
}
