/** A pressed button. */
import { type Action, longId } from '../action.ts';
import { parseCommand } from '../command.ts';
import { content, plainText, saying } from '../content.ts';
import type { StoryId } from '../model.ts';
import { setFocus } from '../store/channels.ts';
import { type InboundId, inboundText } from '../store/inbound.ts';
import { undoRule } from '../store/rules.ts';
import { rateTurn } from '../store/turns.ts';
import { headlineIn } from './about.ts';
import { ask, focusMinutes } from './ask.ts';
import { obey } from './obey.ts';
import { mayChange, mayObey } from './permission.ts';
import { showPoints } from './points.ts';
import { type Outcome, type Scene, say, silence, type TalkDeps } from './scene.ts';
import { settingsContent } from './show.ts';
import { faqButtons } from './show-brief.ts';
import { taste } from './taste.ts';

export async function press(pressed: Action, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { words } = scene;
  switch (pressed.verb) {
    case 'points':
      return onStory(pressed, scene, deps, showPoints);
    case 'ask':
      return onStory(pressed, scene, deps, askWhat);
    case 'more':
    case 'less':
      return (await mayChange(scene, deps)) ? taste(pressed.verb, pressed.story, scene, deps) : refused(scene);
    case 'undo':
      return undo(pressed, scene, deps);
    case 'suggest':
      return onStory(pressed, scene, deps, (story) => askSuggested(story, Number(pressed.value), scene, deps));
    case 'pick':
      return pick(pressed, scene, deps);
    case 'rate':
      return rate(pressed, scene, deps);
    case 'settings':
      return say(await settingsContent(scene, deps));
    case 'do':
      return doCommand(pressed, scene, deps);
    default:
      return say(content([saying(words.mistakes.went)]));
  }
}

async function onStory(
  pressed: Action,
  scene: Scene,
  deps: TalkDeps,
  run: (story: StoryId, scene: Scene, deps: TalkDeps) => Promise<Outcome>,
): Promise<Outcome> {
  if (pressed.story === null) return silence;
  return run(pressed.story, scene, deps);
}

/** From now on the talk is about this story: in its thread, or where the platform has none, in the channel. */
async function askWhat(story: StoryId, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { channel, words, adapter } = scene;
  if (adapter.quotes || scene.thread === null)
    await setFocus(deps.db, channel.id, story, new Date(deps.now().getTime() + focusMinutes * 60_000));
  const [brief, text] = await Promise.all([deps.briefOf(story, channel.language), deps.storyText(story)]);
  if (text === null) return say(content([saying(words.answer.noStory)]));
  const buttons = brief === null ? [] : faqButtons(brief);
  const headline = headlineIn(channel.language, text);
  const shown = content([saying(words.answer.askWhat(headline))], { buttons });
  // Remembered as a turn without a question: what the presser writes next is a follow-up.
  const { thread, inbound } = scene;
  const said = {
    channel: channel.id,
    thread,
    author: inbound.author.id,
    message: null,
    question: '',
    answer: plainText(shown),
    story,
    cites: [],
  };
  return { ...say(shown), turn: said, title: headline };
}

async function askSuggested(story: StoryId, index: number, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const brief = await deps.briefOf(story, scene.channel.language);
  const question = brief?.faq[index]?.question;
  return question === undefined ? askWhat(story, scene, deps) : ask(question, story, scene, deps);
}

async function undo({ value }: Action, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { channel, words } = scene;
  if (!(await mayChange(scene, deps))) return refused(scene);
  const rule = await undoRule(deps.db, channel.id, Number(value));
  return say(
    content([saying(rule === null ? words.settings.noRule : words.settings.undone(rule.label))], { private: true }),
  );
}

/** The question waits in the event that asked it. */
async function pick({ story, value }: Action, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const waiting = longId<InboundId>(value ?? undefined);
  const question = waiting === null ? null : await inboundText(deps.db, waiting, scene.channel.id);
  if (story === null || question === null) return say(content([saying(scene.words.answer.noStory)]));
  return ask(question, story, scene, deps);
}

/** The button names the reply that it stands under. */
async function rate({ value, delivery }: Action, { channel, words }: Scene, { db }: TalkDeps): Promise<Outcome> {
  if (delivery !== null && value !== null) await rateTurn(db, channel.id, delivery, value);
  return say(content([saying(words.answer.thanks)], { private: true }));
}

async function doCommand({ value, story }: Action, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const parsed = parseCommand(value ?? '', scene.channel.language, true);
  if (parsed.kind === 'mistake') return say(content([saying(parsed.say)]));
  if (parsed.kind !== 'command') return silence;
  if (!(await mayObey(parsed.command, scene, deps))) return refused(scene);
  return parsed.command.name === 'ask'
    ? ask(parsed.command.question, story, scene, deps)
    : obey(parsed.command, scene, deps);
}

/** Told to the one who tried, where the platform can whisper. */
export function refused({ words }: Scene): Outcome {
  return say(content([saying(words.settings.onlyAdmins)], { private: true }));
}
