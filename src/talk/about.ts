/** Which story a question is about. */
import { chooseStory } from '../answer/choose.ts';
import type { StoryText } from '../brief/writer.ts';
import {
  type Channel,
  type Digest,
  type DigestStory,
  type Language,
  languages,
  type MessageId,
  type StoryId,
} from '../model.ts';
import { getFocus } from '../store/channels.ts';
import { findDigest, lastDigests } from '../store/digests.ts';
import { type KnownMessage, knownMessage, threadStart } from '../store/messages.ts';
import { followMerged } from '../store/stories.ts';
import { type StoredTurn, turnsOf } from '../store/turns.ts';
import { sameLanguage } from '../story/candidate.ts';
import { withoutAsking } from '../text/asking.ts';
import { namesIn } from '../text/names.ts';
import { respelled } from '../text/spelling.ts';
import { terms } from '../text/words.ts';
import { wordsFor } from '../words/words.ts';
import { isOnlyNumber, numberedStory, numberIn, withoutNumber } from './numbered.ts';
import type { Scene, TalkDeps } from './scene.ts';

export type About =
  | AboutStory
  | { kind: 'several'; stories: { story: StoryId; headline: string }[] }
  /** Of the recent stories, none is meant more than another. */
  | { kind: 'open' }
  /** A number that the digest does not have. */
  | { kind: 'beyond'; number: number; last: number };

export interface AboutStory {
  kind: 'story';
  story: StoryId;
  /** The person knows which one it is, so the answer need not say it. */
  named: boolean;
  /** False where only the talk before it speaks for this story: what it does not answer may be meant of any other. */
  certain: boolean;
  /** The story was all that was asked for: `story 3`. */
  bare: boolean;
}

const dayMs = 86_400_000;

/** The story of the thread or of what is quoted, else the one that the talk is about: what `this` means. */
export async function storyAtHand({ channel, thread, replyTo }: Scene, deps: TalkDeps): Promise<StoryId | null> {
  const { db, now } = deps;
  for (const message of [replyTo.place.thread, thread]) {
    if (message === null) continue;
    const known = (await knownMessage(db, message)) ?? (await threadStart(db, message));
    if (known?.story) return followMerged(db, known.story);
  }
  const turns = await turnsOf(db, channel.id, thread, now());
  return (await getFocus(db, channel.id, now())) ?? turns.at(-1)?.story ?? null;
}

/**
 * In order: the story of the thread or of what is quoted; the one that is named by number; the one that the talk is
 * about, where the question points back ("who said that?"); the one that the question's own words pick from what was
 * told; at last the talk's again.
 */
export async function aboutWhat(
  question: string,
  { quoted, root }: { quoted: MessageId | null; root: MessageId | null },
  turns: StoredTurn[],
  channel: Channel,
  deps: TalkDeps,
): Promise<About> {
  const { db, now } = deps;
  const pointed = quoted === null ? null : await knownMessage(db, quoted);
  if (pointed?.story) return one(pointed.story, {}, deps);
  const message = root === null ? null : ((await knownMessage(db, root)) ?? (await threadStart(db, root)));
  if (message?.story) return one(message.story, {}, deps);
  const digest = await digestOf(message, channel, deps);
  const numbered = digest === null ? null : numberedStory(question, digest);
  if (numbered) return one(numbered.story, { named: false, bare: isOnlyNumber(question) }, deps);
  if (digest !== null && asksForStory(question)) {
    const number = numberIn(question);
    if (number !== null) return { kind: 'beyond', number, last: digest.stories.length };
  }
  const spoken = (message?.digest ? null : await getFocus(db, channel.id, now())) ?? turns.at(-1)?.story ?? null;
  // Right after a press of Ask the story is that one, whatever the words.
  const pressed = turns.at(-1)?.question === '';
  if (spoken !== null && (pressed || pointsBack(question, channel.language))) return one(spoken, {}, deps);
  const told = message?.digest ? (digest?.stories ?? []) : await recentStories(channel, deps);
  const chosen = await choose(
    question,
    told,
    spoken,
    { under: message?.digest !== undefined && message.digest !== null },
    deps,
  );
  if (chosen.kind === 'story') return chosen;
  if (spoken === null) return chosen;
  const talkGoesOn =
    chosen.kind === 'open'
      ? await holdsAnyOf(question, spoken, deps)
      : chosen.stories.some(({ story }) => story === spoken);
  return talkGoesOn ? one(spoken, { named: false, certain: false }, deps) : chosen;
}

/** A question that shares no word with the talk's story is about something else. */
export async function holdsAnyOf(question: string, story: StoryId, deps: TalkDeps): Promise<boolean> {
  const text = await deps.storyText(story);
  return text !== null && shareHeld(question, text) > 0;
}

/** How many of the question's telling words stand in one of the story's articles, 0–1. */
function shareHeld(question: string, { articles }: StoryText): number {
  const asked = withoutAsking(question);
  const shares = articles.map(({ title, sentences, language }) => {
    const told = [title, ...sentences];
    const held = new Set(terms(told.join(' '), language));
    const meant = respelled(asked, language, () => told);
    const wanted = [...new Set(terms(meant, language))];
    return wanted.length === 0 ? 0 : wanted.filter((term) => held.has(term)).length / wanted.length;
  });
  return Math.max(0, ...shares);
}

/**
 * Nothing in it could be looked for (`why?`), or it is short, names nothing, and has a word that stands for something
 * said before; `that` also joins clauses, so it counts in the shortest only.
 */
function pointsBack(question: string, language: Language): boolean {
  const text = question.trim();
  if (terms(text, language).length === 0) return true;
  const back =
    /^(?:and|but|so|then|why|how so|really)\b|\b(?:it|its|they|them|their|he|she|him|his|her)\b|それ|その|これ|彼|彼女|它|他|她|그|이것|มัน|เขา/iu;
  const pointing = /\b(?:that|this|those|these)\b|この|那|這|นั้น/iu;
  const points = (text.length < 80 && back.test(text)) || (text.length < 30 && pointing.test(text));
  return points && namesIn(text, language).length === 0;
}

async function one(
  story: StoryId,
  { named = true, certain = true, bare = false }: Partial<Pick<AboutStory, 'named' | 'certain' | 'bare'>>,
  { db }: TalkDeps,
): Promise<AboutStory> {
  return { kind: 'story', story: await followMerged(db, story), named, certain, bare };
}

/** `99`, `tell me about story 12`: nothing is asked but what the story says. */
function asksForStory(question: string): boolean {
  return isOnlyNumber(question) || asksForAll(question);
}

/** `Summarize this`, 要約して, `what is story 2 about?`: the brief says it better than any sentence. */
export function asksForAll(question: string): boolean {
  const plain = withoutNumber(question).replace(/[\s.,!?…。、？！]+$/u, '');
  return languages.some((language) => wordsFor(language).talk.summary.test(plain));
}

async function digestOf(message: KnownMessage | null, channel: Channel, { db, now }: TalkDeps): Promise<Digest | null> {
  if (message?.digest) return findDigest(db, message.digest);
  const [latest] = await lastDigests(db, channel.id, new Date(now().getTime() - 2 * dayMs));
  return latest ?? null;
}

/** Of the last digests: what a person has before their eyes when they ask outside of any thread. */
async function recentStories(channel: Channel, { db, now }: TalkDeps): Promise<DigestStory[]> {
  const digests = await lastDigests(db, channel.id, new Date(now().getTime() - 2 * dayMs), 3);
  return [...new Map(digests.flatMap(({ stories }) => stories).map((story) => [story.story, story])).values()];
}

/**
 * @param under one of these must be meant, since it is asked under their digest; elsewhere a story of which most of the
 *   question's words are unknown is none, and what it does not answer may be meant of another.
 */
async function choose(
  question: string,
  told: DigestStory[],
  spoken: StoryId | null,
  { under }: { under: boolean },
  deps: TalkDeps,
): Promise<Exclude<About, { kind: 'beyond' }>> {
  const ids = [...new Set([...told.map(({ story }) => story), ...(spoken === null ? [] : [spoken])])];
  const texts = new Map(await Promise.all(ids.map(async (story) => [story, await deps.storyText(story)] as const)));
  const stories = ids.flatMap((story) => choosable(story, told, texts.get(story) ?? null));
  if (stories.length === 0) return { kind: 'open' };
  const choice = chooseStory(question, stories);
  if (choice.kind === 'none') return { kind: 'open' };
  const chosen = choice.kind === 'one' ? [choice.story] : choice.stories;
  const fitting = stories.filter(({ story }) => chosen.includes(story) && (under || mostlyHeld(texts.get(story))));
  if (fitting.length === 0) return { kind: 'open' };
  if (fitting.length === 1) return one(fitting[0]!.story, { named: false, certain: under }, deps);
  return { kind: 'several', stories: fitting.slice(0, 4) };

  function mostlyHeld(text: StoryText | null | undefined): boolean {
    return text != null && shareHeld(question, text) > 0.5;
  }
}

/** As it was told, with the words of its best article; what was only spoken of, by its text alone. */
function choosable(id: StoryId, told: DigestStory[], text: StoryText | null) {
  const shown = told.find(({ story }) => story === id) ?? text?.story;
  if (shown === undefined) return [];
  const gist = 'gist' in shown ? shown.gist : '';
  const sentences = text?.articles[0]?.sentences ?? [];
  return [{ story: id, headline: shown.headline, language: shown.language, text: [gist, ...sentences].join(' ') }];
}

/** What a story is called in a channel: as an article in its language has it, else by its own headline. */
export function headlineIn(language: Language, { story, articles }: StoryText): string {
  return articles.find((article) => sameLanguage(article.language, language))?.title || story.headline;
}

const week = 7 * dayMs;

/** The channel's digests of a week, newest first. */
export function recentDigests({ channel }: Scene, { db, now }: TalkDeps, most: number): Promise<Digest[]> {
  return lastDigests(db, channel.id, new Date(now().getTime() - week), most);
}
