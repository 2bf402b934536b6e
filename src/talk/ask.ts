/** A question: which story, what it says, and the answer, from the first sign of life to the remembered turn. */

import { action, shortId } from '../action.ts';
import type { Answer } from '../answer/answerer.ts';
import type { StoryText } from '../brief/writer.ts';
import { addressIn } from '../command.ts';
import { type Button, content, paragraph, plainText } from '../content.ts';
import { localDate } from '../digest/due.ts';
import type { StoryId } from '../model.ts';
import { setFocus } from '../store/channels.ts';
import { countUp } from '../store/limits.ts';
import { type StoredTurn, turnsOf } from '../store/turns.ts';
import { aboutWhat } from './about.ts';
import { type Outcome, type Scene, say, type TalkDeps } from './scene.ts';
import { answerContent, suggestionButtons } from './show-answer.ts';
import { faqButtons } from './show-brief.ts';
import { liveAnswer } from './stream.ts';

/** How long a story that was named stays the talk's. */
export const focusMinutes = 60;

/** @param given the story that a button named; null: the question says, or the thread. */
export async function ask(question: string, given: StoryId | null, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { channel, words, replyTo, adapter, inbound } = scene;
  if (await tooMany(scene, deps)) return say(content([paragraph(words.answer.tooMany(60))], { private: true }));
  await adapter.working?.({ ...replyTo, handle: inbound.handle, repeated: false });
  const turns = await turnsOf(deps.db, channel.id, scene.thread, deps.now());
  const address = addressIn(question);
  if (address !== null && given === null) return askPage(question, address, turns, scene, deps);
  const about =
    given === null
      ? await aboutWhat(question, { quoted: replyTo.place.thread, root: scene.thread }, turns, channel, deps)
      : ({ kind: 'story', story: given, named: true } as const);
  if (about.kind === 'several') return whichStory(about.stories, scene);
  if (about.kind === 'open') return answerFrom(question, null, true, turns, scene, deps);
  return answerFrom(question, about.story, about.named, turns, scene, deps);
}

async function tooMany({ channel, inbound }: Scene, { db, now, questionsPerPerson }: TalkDeps): Promise<boolean> {
  const asked = await countUp(
    db,
    `questions:${channel.platform}:${inbound.author.id || channel.id}`,
    localDate(now(), 'UTC'),
  );
  return asked > questionsPerPerson;
}

/** A link that somebody posts becomes the talk's story, and what else they wrote is asked of it. */
async function askPage(text: string, url: string, turns: StoredTurn[], scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { words, channel } = scene;
  const page = await deps.readPage(url);
  if (page.kind === 'unreadable') return say(content([paragraph(words.answer.cannotRead(page.reason))]));
  await setFocus(deps.db, channel.id, page.story, new Date(deps.now().getTime() + focusMinutes * 60_000));
  const question = text
    .replace(url, '')
    .replace(/<[^>]*>|[<>]/g, '')
    .trim();
  if (question.length > 3) return answerFrom(question, page.story, false, turns, scene, deps);
  return introduce(page.story, scene, deps);
}

/** The gist of a page, and what it could be asked. */
async function introduce(story: StoryId, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { words, channel } = scene;
  const [brief, text] = await Promise.all([deps.briefOf(story, channel.language), deps.storyText(story)]);
  const headline = text?.story.headline ?? '';
  const buttons = [
    { label: words.digest.keyPoints, press: action('points', { story }), style: 'primary' as const },
    ...(brief === null ? [] : faqButtons(brief)),
  ];
  const gist = brief?.gist.text ? [paragraph(brief.gist.text)] : [];
  const outcome = say(
    content([paragraph({ text: headline, style: 'strong' }), ...gist, paragraph(words.answer.askWhat(headline))], {
      buttons,
    }),
  );
  return { ...outcome, turn: remembered(scene, headline, brief?.gist.text ?? headline, story, null) };
}

function whichStory(stories: { story: StoryId; headline: string }[], { id, words }: Scene): Outcome {
  const buttons = stories.map(({ story, headline }) => ({
    label: headline,
    press: action('pick', { story, value: shortId(id) }),
    style: 'plain' as const,
  }));
  return say(content([paragraph(words.answer.which)], { buttons }));
}

async function answerFrom(
  question: string,
  story: StoryId | null,
  named: boolean,
  turns: StoredTurn[],
  scene: Scene,
  deps: TalkDeps,
): Promise<Outcome> {
  const { channel, words } = scene;
  const text = story === null ? null : await deps.storyText(story);
  if (story !== null && text === null) return say(content([paragraph(words.answer.noStory)]));
  const related = (await deps.searchStories(question, channel, 5)).filter((each) => each.story.id !== story);
  const live = liveAnswer(scene, deps);
  // Other stories' turns would only mislead.
  const own = turns.filter((turn) => turn.story === story && turn.question !== '');
  const asked = { text: question, language: channel.language, story: text, related, turns: own, channel: channel.id };
  const answer = await deps.answerer.answer(asked, live.append);
  const articles = [text, ...related].flatMap((each) => each?.articles ?? []);
  const taken = taking(answer, text, related, named);
  const shown = answerContent(
    {
      answer,
      story: taken,
      articles: text?.articles ?? (answer.elsewhere.length > 0 || answer.passages.length > 0 ? articles : []),
      suggestions: await nextQuestions(question, answer, taken?.id ?? null, scene, deps),
    },
    words,
  );
  const turn = remembered(scene, question, plainText(shown), taken?.id ?? null, answer);
  return { ...say(shown), turn, live, title: taken?.headline ?? null };
}

/** Of the brief, by their index, which asks them whole; else what the answerer offers, as far as a button holds it. */
async function nextQuestions(
  asked: string,
  answer: Answer,
  story: StoryId | null,
  { channel }: Scene,
  deps: TalkDeps,
): Promise<Button[]> {
  const brief = story === null ? null : await deps.briefOf(story, channel.language);
  const others = brief === null ? [] : faqButtons(brief).filter(({ label }) => label !== asked);
  return others.length > 0 ? others : suggestionButtons(answer.suggestions, story);
}

/** The story that the answer took: the given one, or the one that its passages are of. */
function taking(
  answer: Answer,
  text: StoryText | null,
  related: StoryText[],
  named: boolean,
): { id: StoryId; headline: string; named: boolean } | null {
  if (text !== null) return { id: text.story.id, headline: text.story.headline, named };
  const from = answer.passages[0]?.story ?? answer.elsewhere[0]?.story;
  const story = related.find((each) => each.story.id === from)?.story;
  return story ? { id: story.id, headline: story.headline, named: false } : null;
}

function remembered(
  { channel, inbound, thread }: Scene,
  question: string,
  answer: string,
  story: StoryId | null,
  from: Answer | null,
): Outcome['turn'] {
  const message = inbound.kind === 'message' || inbound.kind === 'press' ? inbound.message : null;
  const cites = (from?.passages ?? []).map(({ article, sentence, text }) => ({ article, sentence, quote: text }));
  return {
    channel: channel.id,
    thread,
    author: inbound.author.id,
    message,
    question,
    answer,
    story,
    cites: [...cites, ...(from?.claims ?? []).flatMap((claim) => claim.cites)],
  };
}
