/** A filled-in form: a question, or the settings, each field read by the grammar's own rules. */
import { planNext } from '../channel.ts';
import { type CommandName, parseCommand, readTargets, type Target } from '../command.ts';
import { content, saying } from '../content.ts';
import type { DeliveryId, Language, StoryId, Subscription } from '../model.ts';
import { findChannel } from '../store/channels.ts';
import { subscriptionsOf, unsubscribe } from '../store/subscriptions.ts';
import { wordsFor } from '../words/words.ts';
import { ask } from './ask.ts';
import { resolveAll } from './follow.ts';
import { obey } from './obey.ts';
import { mayChange } from './permission.ts';
import { refused } from './press.ts';
import { type Outcome, type Scene, say, silence, type TalkDeps } from './scene.ts';
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
  const topics = await setTopics(values.topics, scene, deps);
  const mistakes = [...topics.mistakes, ...(await setFields(values, scene, deps))];
  return { ...(await showSaved(mistakes, scene, deps)), digests: topics.digests };
}

/** The form shows all that is followed, so what it does not name any more is let go. */
async function setTopics(
  topics: string | undefined,
  scene: Scene,
  deps: TalkDeps,
): Promise<{ mistakes: string[]; digests: DeliveryId[] }> {
  if (topics === undefined) return { mistakes: [], digests: [] };
  const { channel, words } = scene;
  const before = await subscriptionsOf(deps.db, channel.id);
  const named = readTargets(topics).map((target) => ({ target, old: followedAs(target, before) }));
  const fresh = named.filter(({ old }) => old === null).map(({ target }) => target);
  const resolved = await Promise.all(fresh.map((target) => resolveAll(target, channel, words, deps)));
  const known = fresh.filter((_, at) => resolved[at]!.every(({ kind }) => kind === 'found'));
  const { digests } = known.length === 0 ? silence : await obey({ name: 'subscribe', targets: known }, scene, deps);
  const found = resolved.flat().flatMap((each) => (each.kind === 'found' ? [each.subscription] : []));
  const kept = new Set([...named.flatMap(({ old }) => old ?? []), ...found].map(keyOf));
  for (const old of before) if (!kept.has(keyOf(old))) await unsubscribe(deps.db, channel.id, old);
  await planNext(deps.db, channel, deps.now());
  const mistakes = resolved
    .flat()
    .flatMap((each) => (each.kind === 'none' ? [each.say] : each.kind === 'several' ? [each.ask] : []));
  return { mistakes, digests };
}

/** As the form itself writes it: a keyword in quotes, a topic or a source by its name. */
function followedAs(target: Target, followed: Subscription[]): Subscription | null {
  if (target.kind === 'address') return null;
  const wanted = target.text.toLowerCase();
  const same = followed.filter(({ kind }) => (kind === 'keyword') === target.quoted);
  return same.find(({ label, value }) => [label.toLowerCase(), value.toLowerCase()].includes(wanted)) ?? null;
}

function keyOf({ kind, value }: Subscription): string {
  return `${kind} ${value}`;
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
