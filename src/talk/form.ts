/** A filled-in form: a question, or the settings, each field read by the grammar's own rules. */
import { planNext } from '../channel.ts';
import { type CommandName, parseCommand } from '../command.ts';
import { content, saying } from '../content.ts';
import type { Language, StoryId } from '../model.ts';
import { findChannel } from '../store/channels.ts';
import { subscriptionsOf, unsubscribe } from '../store/subscriptions.ts';
import { wordsFor } from '../words/words.ts';
import { ask } from './ask.ts';
import { resolveAll } from './follow.ts';
import { obey } from './obey.ts';
import { mayChange } from './permission.ts';
import { refused } from './press.ts';
import { type Outcome, type Scene, say, type TalkDeps } from './scene.ts';
import { listContent } from './show.ts';

/** The form's field → the command that it stands for. The language last: what is said is said in it. */
const fields: [string, CommandName][] = [
  ['time', 'time'],
  ['zone', 'timezone'],
  ['days', 'days'],
  ['stories', 'stories'],
  ['layout', 'layout'],
  ['language', 'language'],
];

export async function fillIn(values: Record<string, string>, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  if (values.question !== undefined)
    return ask(values.question, (values.story as StoryId | undefined) ?? null, scene, deps);
  if (!(await mayChange(scene, deps))) return refused(scene);
  const mistakes = [...(await setTopics(values.topics, scene, deps)), ...(await setFields(values, scene, deps))];
  return showSaved(mistakes, scene, deps);
}

/** The form shows all that is followed, so what it does not name any more is let go. */
async function setTopics(topics: string | undefined, scene: Scene, deps: TalkDeps): Promise<string[]> {
  if (topics === undefined) return [];
  const before = await subscriptionsOf(deps.db, scene.channel.id);
  const parsed = parseCommand(`subscribe ${topics}`, scene.channel.language, true);
  const targets = parsed.kind === 'command' && parsed.command.name === 'subscribe' ? parsed.command.targets : [];
  const named = (
    await Promise.all(targets.map((target) => resolveAll(target, scene.channel, scene.words, deps)))
  ).flat();
  const mistakes = topics.trim() === '' ? [] : await run('subscribe', topics, scene, deps);
  const kept = named.flatMap((each) =>
    each.kind === 'found' ? [`${each.subscription.kind} ${each.subscription.value}`] : [],
  );
  for (const old of before)
    if (!kept.includes(`${old.kind} ${old.value}`)) await unsubscribe(deps.db, scene.channel.id, old);
  await planNext(deps.db, scene.channel, deps.now());
  return [...mistakes, ...named.flatMap((each) => (each.kind === 'none' ? [each.say] : []))];
}

async function setFields(values: Record<string, string>, scene: Scene, deps: TalkDeps): Promise<string[]> {
  const mistakes: string[] = [];
  for (const [field, command] of fields) {
    const value = values[field]?.trim();
    // Of the days, none at all is a choice too, and a wrong one.
    if (value || (field === 'days' && value === '')) mistakes.push(...(await run(command, value, scene, deps)));
  }
  return mistakes;
}

/** @returns what was wrong with it. */
async function run(command: CommandName, value: string, scene: Scene, deps: TalkDeps): Promise<string[]> {
  const parsed = parseCommand(`${wordsFor('en').commands[command][0]} ${value}`, scene.channel.language, true);
  if (parsed.kind === 'mistake') return [parsed.say];
  if (parsed.kind === 'command') await obey(parsed.command, scene, deps);
  return [];
}

async function showSaved(mistakes: string[], scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const channel = (await findChannel(deps.db, scene.channel.id)) ?? scene.channel;
  const words = wordsFor(channel.language as Language);
  const list = await listContent({ ...scene, channel, words }, deps);
  const head = mistakes.length === 0 ? [saying(words.settings.saved)] : mistakes.map((mistake) => saying(mistake));
  return say(content([...head, ...list.blocks], { private: true }));
}
