/** A question: which story, what it says, and the answer, from the first sign of life to the remembered turn. */

import { action, shortId } from '../action.ts';
import type { Answer } from '../answer/answerer.ts';
import type { StoryText } from '../brief/writer.ts';
import { addressIn } from '../command.ts';
import { type Button, content, paragraph, plainText, saying } from '../content.ts';
import { localDate } from '../digest/due.ts';
import type { ArticleId, Citation, Language, StoryId } from '../model.ts';
import { setFocus } from '../store/channels.ts';
import { replyDelivery } from '../store/deliveries.ts';
import { countUp } from '../store/limits.ts';
import { type StoredTurn, turnsOf } from '../store/turns.ts';
import { sameLanguage } from '../story/candidate.ts';
import { withoutAsking } from '../text/asking.ts';
import { respelled } from '../text/spelling.ts';
import { terms } from '../text/words.ts';
import { languageName } from '../words/words.ts';
import { type About, aboutWhat, asksForAll, headlineIn } from './about.ts';
import { latestAskedOf, tellLatest } from './latest.ts';
import { showPoints } from './points.ts';
import { type Outcome, type Scene, say, type TalkDeps } from './scene.ts';
import { answerContent, suggestionButtons } from './show-answer.ts';
import { faqButtons, sourcesNote } from './show-brief.ts';
import { liveAnswer } from './stream.ts';

/** How long a story that was named stays the talk's. */
export const focusMinutes = 60;

/** @param given the story that a button named; null: the question says, or the thread. */
export async function ask(question: string, given: StoryId | null, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { channel, words, replyTo, adapter, inbound } = scene;
  if (await tooMany(scene, deps))
    return say(content([saying(words.answer.tooMany(hoursLeft(deps.now())))], { private: true }));
  await adapter.working?.({ ...replyTo, handle: inbound.handle, repeated: false });
  const turns = await turnsOf(deps.db, channel.id, scene.thread, deps.now());
  const address = addressIn(question);
  if (address !== null && given === null) return askPage(question, address, turns, scene, deps);
  const topic = given === null ? latestAskedOf(question, deps.topics) : null;
  if (topic !== null) return tellLatest(topic, scene, deps);
  const about: About =
    given === null
      ? await aboutWhat(question, { quoted: replyTo.place.thread, root: scene.thread }, turns, channel, deps)
      : { kind: 'story', story: given, named: true, certain: true, bare: false };
  if (about.kind === 'beyond') return say(content([saying(words.mistakes.noSuchStory(about.number, about.last))]));
  if (about.kind === 'story' && about.bare) return introduce(about.story, scene, deps);
  if (about.kind === 'story' && asksForAll(question)) return summarise(about.story, question, scene, deps);
  // Under a digest the question is about one of its stories; elsewhere the archive may know better than to ask back.
  if (about.kind === 'several' && scene.thread !== null) return whichStory(words.answer.which, about.stories, scene);
  return answerFrom(question, about, turns, scene, deps);
}

async function summarise(story: StoryId, question: string, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const outcome = await showPoints(story, scene, deps);
  return { ...outcome, turn: remembered(scene, question, spokenWords(outcome), story, null) };
}

/** Whole hours until the count begins anew, at midnight UTC. */
function hoursLeft(now: Date): number {
  return Math.ceil((86_400_000 - (now.getTime() % 86_400_000)) / 3_600_000);
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
  const page = await deps.readPage(url, channel.id);
  if (page.kind === 'unreadable') return say(content([saying(words.answer.cannotRead(page.reason))]));
  await setFocus(deps.db, channel.id, page.story, new Date(deps.now().getTime() + focusMinutes * 60_000));
  const question = text
    .replace(text.includes(url) ? url : url.replace('https://', ''), '')
    .replace(/<[^>]*>|[<>]/g, '')
    .trim();
  if (question.length > 3) {
    const about = { kind: 'story', story: page.story, named: false, certain: true, bare: false } as const;
    return answerFrom(question, about, turns, scene, deps);
  }
  return introduce(page.story, scene, deps);
}

/** The gist of a page, and what it could be asked. */
async function introduce(story: StoryId, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { words, channel } = scene;
  const [brief, text] = await Promise.all([deps.briefOf(story, channel.language), deps.storyText(story)]);
  if (text === null) return say(content([saying(words.answer.noStory)]));
  const headline = headlineIn(channel.language, text);
  const buttons = [
    { label: words.digest.keyPoints, press: action('points', { story }), style: 'primary' as const },
    ...(brief === null ? [] : faqButtons(brief)),
  ];
  const gist = brief?.gist.text
    ? [paragraph(brief.gist.text), sourcesNote(brief, text.articles, channel.language, words)]
    : [];
  const outcome = say(
    content([paragraph({ text: headline, style: 'strong' }), ...gist, saying(words.answer.askMore)], {
      buttons,
    }),
  );
  return { ...outcome, turn: remembered(scene, headline, brief?.gist.text ?? headline, story, null) };
}

function whichStory(
  asking: string,
  stories: { story: StoryId; headline: string }[],
  { id }: Pick<Scene, 'id'>,
): Outcome {
  const buttons = stories.map(({ story, headline }) => ({
    label: headline,
    press: action('pick', { story, value: shortId(id) }),
    style: 'plain' as const,
  }));
  return say(content([saying(asking)], { buttons }));
}

async function answerFrom(
  question: string,
  about: About,
  turns: StoredTurn[],
  scene: Scene,
  deps: TalkDeps,
): Promise<Outcome> {
  const { channel, words } = scene;
  const story = about.kind === 'story' ? about.story : null;
  const text = story === null ? null : await deps.storyText(story);
  if (story !== null && text === null) return say(content([saying(words.answer.noStory)]));
  const related = (await deps.searchStories(question, channel, 5)).filter((each) => each.story.id !== story);
  const live = liveAnswer(scene, deps);
  // Other stories' turns would only mislead.
  const own = turns.filter((turn) => turn.story === story && turn.question !== '');
  const asked = { text: question, language: channel.language, story: text, related, turns: own, channel: channel.id };
  const given = await deps.answerer.answer(asked, live.append).catch(async (error: unknown) => {
    await live.abandon();
    throw error;
  });
  const astray = about.kind === 'story' && !about.certain && given.verdict === 'not-said';
  const answer = astray ? ofTheArchive(given) : given;
  if (answer.verdict === 'not-said' && (text === null || astray)) {
    const near = [...(text === null ? [] : [text]), ...related];
    const nothing = await nothingFound(question, about, near, scene, deps);
    return { ...nothing, live, turn: nothing.turn ?? remembered(scene, question, spokenWords(nothing), null, answer) };
  }
  const taken = taking(answer, astray ? null : text, related, about, channel.language);
  const sources = [...(text === null || astray ? [] : [text]), ...related];
  const shown = answerContent(
    {
      answer,
      story: taken,
      articles: sources.flatMap(({ articles }) => articles),
      headlines: new Map(sources.map((each) => [each.story.id, headlineIn(channel.language, each)])),
      otherLanguage: text === null ? null : languageApart(question, text, channel.language),
      suggestions: await nextQuestions({ question, answer, before: own }, taken?.id ?? null, scene, deps),
      reply: replyDelivery(scene.id),
    },
    words,
  );
  const turn = remembered(scene, question, plainText(shown), taken?.id ?? answer.passages[0]?.story ?? null, answer);
  return { ...say(shown), turn, live, title: taken?.headline ?? null };
}

/** The story's language in words, where no article of it is in the channel's and the question is written otherwise. */
function languageApart(question: string, { articles }: StoryText, language: Language): string | null {
  const foreign = articles.length > 0 && articles.every((article) => !sameLanguage(article.language, language));
  const apart = writtenInLatin(question) !== writtenInLatin(articles.map(({ title }) => title).join(' '));
  return foreign && apart ? languageName(articles[0]!.language, language) : null;
}

function writtenInLatin(text: string): boolean {
  return !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u.test(text);
}

/** What was said elsewhere is the answer, where the talk's story was only guessed at. */
function ofTheArchive(answer: Answer): Answer {
  const { elsewhere } = answer;
  const verdict = elsewhere.length > 0 ? 'passages' : 'not-said';
  return { ...answer, verdict, method: 'extract', passages: elsewhere, elsewhere: [], suggestions: [] };
}

/**
 * No story answers: those that might be meant are offered, where there are any. Who named one and asked nothing of it
 * ("what happened to Kestrel?") is told what it is about.
 */
async function nothingFound(
  question: string,
  about: About,
  near: StoryText[],
  scene: Scene,
  deps: TalkDeps,
): Promise<Outcome> {
  const { words, channel } = scene;
  if (about.kind === 'several') return whichStory(words.answer.which, about.stories, scene);
  const told = near.map((each) => ({ story: each.story.id, headline: headlineIn(channel.language, each) }));
  const asked = respelled(withoutAsking(question), channel.language, () => told.map(({ headline }) => headline));
  const wanted = terms(asked, channel.language);
  const named = told.filter(({ headline }) => sharesHalf(wanted, terms(headline, channel.language)));
  const [only] = named;
  if (only && named.length === 1 && asksOnlyFor(asked, only.headline, channel.language)) {
    const shown = await introduce(only.story, scene, deps);
    return { ...shown, turn: remembered(scene, question, spokenWords(shown), only.story, null) };
  }
  if (named.length > 0) return whichStory(words.answer.mentioned, named.slice(0, 4), scene);
  return say(content([saying(words.answer.notSaidAnywhere)]));
}

/** Besides the story's name nothing is said but what asks for it. */
function asksOnlyFor(asked: string, headline: string, language: Language): boolean {
  const name = terms(headline, language);
  const isOfName = (word: string) => {
    const own = terms(word, language);
    return own.length > 0 && own.every((term) => name.includes(term));
  };
  const rest = asked
    .split(/\s+/)
    .filter((word) => !isOfName(word))
    .join(' ');
  return terms(rest, language).length === 0 || asksForAll(rest);
}

function sharesHalf(wanted: string[], headline: string[]): boolean {
  return 2 * wanted.filter((term) => headline.includes(term)).length >= Math.max(1, wanted.length);
}

function spokenWords({ replies }: Outcome): string {
  return replies.map(plainText).join('\n');
}

/** Of the brief, by their index, which asks them whole; else what the answerer offers, as far as a button holds it. */
async function nextQuestions(
  { question, answer, before }: { question: string; answer: Answer; before: StoredTurn[] },
  story: StoryId | null,
  { channel }: Scene,
  deps: TalkDeps,
): Promise<Button[]> {
  const brief = story === null ? null : await deps.briefOf(story, channel.language);
  if (brief === null || brief.faq.length === 0) return suggestionButtons(answer.suggestions, story);
  const asked = new Set([question, ...before.map((turn) => turn.question)]);
  const told = [...answer.passages, ...answer.claims.flatMap(({ cites }) => cites)];
  const isTold = (cite: Citation) =>
    told.some(({ article, sentence }) => article === cite.article && sentence === cite.sentence);
  return faqButtons(
    brief,
    (entry) => asked.has(entry.question) || (entry.answer.cites.length > 0 && entry.answer.cites.every(isTold)),
  );
}

/** The story that the answer took: the given one, or the one that all its passages are of. */
function taking(
  answer: Answer,
  text: StoryText | null,
  related: StoryText[],
  about: About,
  language: Language,
): { id: StoryId; headline: string; named: boolean } | null {
  const named = about.kind === 'story' && about.named;
  if (text !== null) return { id: text.story.id, headline: headlineIn(language, text), named };
  const from = new Set(
    [...answer.passages, ...answer.claims.flatMap(({ cites }) => cites)].flatMap((each) => storyOf(each, related)),
  );
  const [only] = from;
  const found = from.size === 1 ? related.find(({ story }) => story.id === only) : undefined;
  return found ? { id: found.story.id, headline: headlineIn(language, found), named: false } : null;
}

function storyOf({ article }: { article: ArticleId }, related: StoryText[]): StoryId[] {
  return related.filter(({ articles }) => articles.some(({ id }) => id === article)).map(({ story }) => story.id);
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
