/** Which story a question is about. */
import { chooseStory } from '../answer/choose.ts';
import type { Channel, Digest, DigestStory, MessageId, StoryId } from '../model.ts';
import { getFocus } from '../store/channels.ts';
import { findDigest, lastDigests } from '../store/digests.ts';
import { type KnownMessage, knownMessage, threadStart } from '../store/messages.ts';
import { followMerged } from '../store/stories.ts';
import type { StoredTurn } from '../store/turns.ts';
import type { TalkDeps } from './scene.ts';

export type About =
  /** `named`: the person knows which one it is, so the answer need not say it. */
  | { kind: 'story'; story: StoryId; named: boolean }
  | { kind: 'several'; stories: { story: StoryId; headline: string }[] }
  | { kind: 'open' };

const dayMs = 86_400_000;

/**
 * In order: the story of the thread or of what is quoted; the one that is named by number; the one that the question's
 * own words pick from the digest; the one that the talk is about. A question that points back ("who said that?") stays
 * with the talk's.
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
  if (pointed?.story) return one(pointed.story, true, deps);
  const message = root === null ? null : ((await knownMessage(db, root)) ?? (await threadStart(db, root)));
  if (message?.story) return one(message.story, true, deps);
  const digest = await digestOf(message, channel, deps);
  const numbered = digest === null ? null : byNumber(question, digest);
  if (numbered) return one(numbered.story, false, deps);
  const spoken = (message?.digest ? null : await getFocus(db, channel.id, now())) ?? turns.at(-1)?.story ?? null;
  // Right after a press of Ask the story is that one, whatever the words.
  const pressed = turns.at(-1)?.question === '';
  if (spoken !== null && (pressed || pointsBack(question))) return one(spoken, true, deps);
  const stories = message?.digest ? (digest?.stories ?? []) : await recentStories(channel, deps);
  if (stories.length > 0) {
    const chosen = await choose(question, stories, deps);
    const open =
      chosen.kind === 'open' || (chosen.kind === 'several' && chosen.stories.some(({ story }) => story === spoken));
    if (!open) return chosen;
  }
  return spoken === null ? { kind: 'open' } : one(spoken, true, deps);
}

/** Short, and with a word that stands for something said before; `that` also joins clauses, so it counts in the shortest only. */
function pointsBack(question: string): boolean {
  const text = question.trim();
  const back =
    /^(?:and|but|so|then|why|how so|really)\b|\b(?:it|its|they|them|their|he|she|him|his|her)\b|それ|その|これ|彼|彼女|它|他|她|그|이것|มัน|เขา/iu;
  const pointing = /\b(?:that|this|those|these)\b|この|那|這|นั้น/iu;
  return (text.length < 80 && back.test(text)) || (text.length < 30 && pointing.test(text));
}

async function one(story: StoryId, named: boolean, { db }: TalkDeps): Promise<About> {
  return { kind: 'story', story: await followMerged(db, story), named };
}

async function digestOf(message: KnownMessage | null, channel: Channel, { db, now }: TalkDeps): Promise<Digest | null> {
  if (message?.digest) return findDigest(db, message.digest);
  const [latest] = await lastDigests(db, channel.id, new Date(now().getTime() - 2 * dayMs));
  return latest ?? null;
}

/** `story 3`, `#3`, `3番`, `第3則`, `3번`: a number that stands for a story, not one that the question asks with. */
function byNumber(question: string, digest: Digest): DigestStory | null {
  const text = question.normalize('NFKC');
  const found =
    /(?:\b(?:story|number|no\.?|item|news)\s*#?|#|第)(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})(?:番目?|つ目|件目|則|번|ข่าวที่)/iu.exec(
      text,
    );
  const number = Number(found?.[1] ?? found?.[2] ?? Number.NaN);
  return digest.stories.find((story) => story.number === number) ?? null;
}

/** Of the last digests: what a person has before their eyes when they ask outside of any thread. */
async function recentStories(channel: Channel, { db, now }: TalkDeps): Promise<DigestStory[]> {
  const digests = await lastDigests(db, channel.id, new Date(now().getTime() - 2 * dayMs), 3);
  return [...new Map(digests.flatMap(({ stories }) => stories).map((story) => [story.story, story])).values()];
}

async function choose(question: string, told: DigestStory[], deps: TalkDeps): Promise<About> {
  const texts = await Promise.all(told.map(({ story }) => deps.storyText(story)));
  const stories = told.map(({ story, headline, gist, language }, index) => ({
    story,
    headline,
    language,
    text: [gist, ...(texts[index]?.articles[0]?.sentences ?? [])].join(' '),
  }));
  const choice = chooseStory(question, stories);
  if (choice.kind === 'one') return one(choice.story, false, deps);
  if (choice.kind === 'none') return { kind: 'open' };
  return { kind: 'several', stories: stories.filter(({ story }) => choice.stories.includes(story)).slice(0, 4) };
}
