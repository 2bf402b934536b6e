/** Carries out a command. What it changes, it says; what it cannot do, it says how. */
import { action } from '../action.ts';
import { changeSettings, planNext } from '../channel.ts';
import type { Command, Target } from '../command.ts';
import { type Button, content, saying } from '../content.ts';
import { localTime } from '../digest/due.ts';
import type { Channel, Subscription } from '../model.ts';
import { type ChannelChange, forgetChannels, getPending, setPending } from '../store/channels.ts';
import { addRule, listRules, undoRule } from '../store/rules.ts';
import { switchOn } from '../store/sources.ts';
import { subscribe, subscriptionsOf, unsubscribe, unsubscribeAll } from '../store/subscriptions.ts';
import { parseQuery } from '../story/query.ts';
import type { Rule } from '../story/rule.ts';
import { when } from '../words/time.ts';
import type { Words } from '../words/words.ts';
import { wordsFor } from '../words/words.ts';
import { zoneName } from '../zone.ts';
import { ask } from './ask.ts';
import { apart, betweenWords, labelToday, resolve, resolveAll } from './follow.ts';
import { exportOpml, importOpml } from './opml.ts';
import { planQuestion } from './plan.ts';
import { type Outcome, type Scene, say, type TalkDeps } from './scene.ts';
import {
  dayList,
  helpContent,
  listContent,
  settingsContent,
  sourcesContent,
  statusContent,
  topicsContent,
} from './show.ts';
import { tasteInWords, tasteOf } from './taste.ts';
import { why } from './why.ts';

/** How long a deletion waits for its confirmation. */
const confirmMinutes = 10;

interface Series {
  /** Another request that moves the digest follows at once: when it comes is told after that. */
  goesOn?: boolean;
}

export async function obey(command: Command, scene: Scene & Series, deps: TalkDeps): Promise<Outcome> {
  const { words } = scene;
  switch (command.name) {
    case 'subscribe':
      return follow(command.targets, scene, deps);
    case 'unsubscribe':
      return unfollow(command.targets, scene, deps);
    case 'unsubscribe-all':
      return unfollowAll(scene, deps);
    case 'mute':
      return mute(command.queries, scene, deps);
    case 'unmute':
      return unmute(command.queries, scene, deps);
    case 'undo':
      return undo(command.rule, scene, deps);
    case 'list':
      return say(await listContent(scene, deps));
    case 'topics':
      return say(topicsContent(scene, deps));
    case 'sources':
      return say(await sourcesContent(command.word, scene, deps));
    case 'status':
      return say(await statusContent(scene, deps));
    case 'digest':
      return digestNow(scene, deps);
    case 'time':
      return change(
        scene,
        deps,
        { time: command.time, ...(command.zone === undefined ? {} : { zone: command.zone }) },
        (channel) => words.settings.time(channel.time, zoneName(channel.zone)),
      );
    case 'timezone':
      return change(scene, deps, { zone: command.zone }, (channel) =>
        words.settings.zone(zoneName(channel.zone), localTime(deps.now(), channel.zone)),
      );
    case 'days':
      return changeDays(command, scene, deps);
    case 'stories':
      return change(scene, deps, { stories: command.count }, (channel) => words.settings.stories(channel.stories));
    case 'layout':
      return change(scene, deps, { layout: command.layout }, (channel) =>
        words.settings.layout(words.list[channel.layout]),
      );
    case 'language':
      return change(
        scene,
        deps,
        { language: command.language },
        (channel) => wordsFor(channel.language).settings.language,
      );
    case 'quiet':
      return change(scene, deps, { quiet: command.on }, () =>
        command.on ? words.settings.quietOn : words.settings.quietOff,
      );
    case 'pause':
      return change(scene, deps, { state: 'paused' }, () => words.settings.paused);
    case 'resume':
      return resume(scene, deps);
    case 'forget':
      return forget(command.confirmed, scene, deps);
    case 'ask':
      return ask(command.question, null, scene, deps);
    case 'like':
      return tasteInWords(command, scene, deps);
    case 'like-of':
      return tasteOf(command, scene, deps);
    case 'why':
      return why(command, scene, deps);
    case 'import':
      return importOpml(command.url, scene, deps);
    case 'export':
      return exportOpml(scene, deps);
    case 'settings':
      return say(await settingsContent(scene, deps));
    case 'help':
      return say(helpContent(scene));
  }
}

function sayText(text: string, buttons: Button[] = []): Outcome {
  return say(content([saying(text)], { buttons }));
}

async function follow(targets: Target[], scene: Scene & Series, deps: TalkDeps): Promise<Outcome> {
  const { channel, words } = scene;
  const hadNone = (await subscriptionsOf(deps.db, channel.id)).length === 0;
  const resolved = (await Promise.all(targets.map((target) => resolveAll(target, channel, words, deps)))).flat();
  const wanted = resolved.flatMap((each) => (each.kind === 'found' ? [each.subscription] : []));
  for (const { kind, value } of wanted) if (kind === 'feed') await switchOn(deps.db, Number(value));
  const fresh = await subscribe(deps.db, channel.id, wanted);
  const known = wanted.filter((each) => !fresh.some((other) => other.kind === each.kind && other.value === each.value));
  const lines = [
    ...(fresh.length > 0 ? [words.settings.following(words.and(labels(fresh)))] : []),
    ...(known.length > 0 ? [words.settings.already(words.and(labels(known)))] : []),
    ...resolved.flatMap((each) => (each.kind === 'none' ? [each.say] : each.kind === 'several' ? [each.ask] : [])),
  ];
  const buttons = resolved.flatMap((each) => (each.kind === 'several' ? each.choices.map(choiceButton) : []));
  const next = await planNext(deps.db, channel, deps.now());
  const first = hadNone && fresh.length > 0;
  const question = first && next !== null ? await planQuestion(channel, scene, deps) : null;
  const taste = first && question === null ? await deps.composeDigest(channel, 'taste', null) : null;
  if (question !== null) {
    lines.push(question.line);
    buttons.push(...question.buttons);
  } else if (next !== null && first && !scene.goesOn)
    lines.push(
      taste ? words.settings.firstDigest(when(next, channel)) : words.settings.nextDigest(when(next, channel)),
    );
  return { ...sayText(lines.join('\n'), buttons), digests: taste ? [taste] : [] };
}

function labels(subscriptions: Subscription[]): string[] {
  return subscriptions.map(({ label }) => label);
}

function choiceButton({ label, value }: { label: string; value: string }): Button {
  return { label, press: action('do', { value }), style: 'plain' };
}

async function unfollow(targets: Target[], scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { channel, words } = scene;
  const followed = await subscriptionsOf(deps.db, channel.id);
  const lines: string[] = [];
  const find = async (target: Target) =>
    byLabel(target, followed) ?? (await resolveFollowed(target, followed, scene, deps));
  for (const target of (await Promise.all(targets.map((each) => followedApart(each, find)))).flat()) {
    const subscription = await find(target);
    const text = target.kind === 'words' ? target.text : target.url;
    const gone = subscription !== null && (await unsubscribe(deps.db, channel.id, subscription));
    lines.push(
      gone
        ? words.settings.unfollowed(labelToday(subscription, channel.language, deps.topics))
        : words.settings.notFollowed(words.quote(text)),
    );
  }
  await planNext(deps.db, channel, deps.now());
  return sayText(lines.join('\n'));
}

/** `ai and space` is two things where one of them is followed. */
async function followedApart(
  target: Target,
  find: (target: Target) => Promise<Subscription | null>,
): Promise<Target[]> {
  if ((await find(target)) !== null) return [target];
  const each = apart(target);
  const found = await Promise.all(each.map(find));
  return found.some((subscription) => subscription !== null) ? each : [target];
}

/** Says what it was, so that it can be followed again. */
async function unfollowAll({ channel, words }: Scene, deps: TalkDeps): Promise<Outcome> {
  const followed = await subscriptionsOf(deps.db, channel.id);
  if (followed.length === 0) return sayText(words.digest.nothingFollowed);
  await unsubscribeAll(deps.db, channel.id);
  await planNext(deps.db, channel, deps.now());
  const gone = followed.map((each) => labelToday(each, channel.language, deps.topics));
  return sayText(`${words.settings.unfollowed(words.and(gone))}\n${words.settings.unfollowedAll}`);
}

/** With `without` the days are taken out of those that there are; where none is left it pauses. */
async function changeDays(
  { days, without }: Extract<Command, { name: 'days' }>,
  scene: Scene,
  deps: TalkDeps,
): Promise<Outcome> {
  const wanted = without ? scene.channel.days.filter((day) => !days.includes(day)) : days;
  if (wanted.length === 0) return obey({ name: 'pause' }, scene, deps);
  return change(scene, deps, { days: wanted }, (channel) => scene.words.settings.days(dayList(channel, scene.words)));
}

/** Where nothing is followed, no digest comes back. */
async function resume(scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const { channel, words } = scene;
  const follows = (await subscriptionsOf(deps.db, channel.id)).length > 0;
  const told = () => (follows ? null : words.digest.nothingFollowed);
  return change(scene, deps, { state: 'active', closedReason: null }, told, words.settings.resumed);
}

function byLabel(target: Target, followed: Subscription[]): Subscription | null {
  if (target.kind !== 'words') return null;
  const wanted = target.text.toLowerCase();
  return followed.find(({ label, value }) => label.toLowerCase() === wanted || value.toLowerCase() === wanted) ?? null;
}

async function resolveFollowed(
  target: Target,
  followed: Subscription[],
  scene: Scene,
  deps: TalkDeps,
): Promise<Subscription | null> {
  const found = await resolve(target, scene.channel, scene.words, {
    ...deps,
    findFeeds: async () => ({ kind: 'none', reason: '' }),
  });
  if (found.kind !== 'found') return null;
  return (
    followed.find(({ kind, value }) => kind === found.subscription.kind && value === found.subscription.value) ?? null
  );
}

async function mute(queries: string[], { channel, words, inbound }: Scene, deps: TalkDeps): Promise<Outcome> {
  const lines: string[] = [];
  const made: Rule[] = [];
  for (const query of queries.flatMap(pieces)) {
    const parsed = parseQuery(query);
    const label = quoted(query, words.quote);
    if ('error' in parsed) lines.push(words.mistakes.badQuery(query, parsed.error));
    else {
      const rule = { kind: 'mute', value: query, label, story: null, createdBy: inbound.author.id } as const;
      made.push(await addRule(deps.db, channel.id, rule));
      lines.push(words.settings.muted(label));
    }
  }
  const [only] = made;
  return sayText(lines.join('\n'), made.length === 1 && only ? [undoButton(only, words)] : []);
}

/** Of `celebrity and sports` either is unwanted; what stands in quotes stays whole. */
function pieces(query: string): string[] {
  return isQuoted(query) ? [query] : query.split(betweenWords).map((piece) => piece.trim());
}

async function unmute(queries: string[], { channel, words }: Scene, deps: TalkDeps): Promise<Outcome> {
  const muted = (await listRules(deps.db, channel.id)).filter(({ kind }) => kind === 'mute');
  const lines: string[] = [];
  for (const query of queries.flatMap((each) => (muted.some(means(each)) ? [each] : pieces(each)))) {
    const meant = muted.filter(means(query));
    for (const { id } of meant) await undoRule(deps.db, channel.id, id);
    const label = quoted(query, words.quote);
    lines.push(meant.length > 0 ? words.settings.unmuted(label) : words.settings.notMuted(label));
  }
  return sayText(lines.join('\n'));
}

function undoButton({ id }: Rule, words: Words): Button {
  return { label: words.settings.undo, press: action('undo', { value: String(id) }), style: 'plain' };
}

/** With or without its quotes. */
function means(query: string): (rule: Rule) => boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(quotes, '').trim().toLowerCase();
  return ({ value }) => plain(value) === plain(query);
}

const quotes = /["“”„«»「」『』]/gu;

function isQuoted(query: string): boolean {
  return query.search(quotes) >= 0;
}

function quoted(query: string, quote: (text: string) => string): string {
  return isQuoted(query) ? query : quote(query);
}

/** Rules are numbered as `list` shows them, from 1. */
export async function undo(number: number, { channel, words }: Scene, deps: TalkDeps): Promise<Outcome> {
  const rule = (await listRules(deps.db, channel.id))[number - 1];
  if (rule === undefined) return sayText(words.settings.noRule);
  await undoRule(deps.db, channel.id, rule.id);
  return sayText(words.settings.undone(rule.label));
}

async function digestNow({ id, channel, words, replyTo }: Scene, deps: TalkDeps): Promise<Outcome> {
  // Before anything else: what was told yesterday would only be shown again.
  const follows = (await subscriptionsOf(deps.db, channel.id)).length > 0;
  if (!follows) return sayText(words.digest.nothingFollowed);
  const digest = await deps.composeDigest(channel, 'asked', { inbound: id, replyTo });
  return digest === null ? sayText(words.digest.nothingNow) : { ...say(), digests: [digest] };
}

/** What moves the next digest. */
const schedule = ['time', 'zone', 'days', 'state'] as const;

async function change(
  scene: Scene & Series,
  deps: TalkDeps,
  settings: ChannelChange,
  told: (channel: Channel) => string | null,
  toldNext?: (when: string) => string,
): Promise<Outcome> {
  const { channel: changed, next } = await changeSettings(deps.db, scene.channel.id, settings, deps.now());
  const words = wordsFor(changed.language);
  const moved = schedule.some((setting) => settings[setting] !== undefined);
  const nextLine =
    next === null || !moved || scene.goesOn ? null : (toldNext ?? words.settings.nextDigest)(when(next, changed));
  const posts = next !== null && (settings.days !== undefined || settings.state === 'active');
  const question = posts ? await planQuestion(changed, scene, deps) : null;
  const lines = [told(changed), question === null ? nextLine : question.line].filter((line) => line !== null);
  return sayText(lines.join('\n') || words.settings.saved, question?.buttons);
}

/** Asks once more; in a group it says who asked. */
async function forget(confirmed: boolean | null, { channel, words, inbound }: Scene, deps: TalkDeps): Promise<Outcome> {
  const { db, now } = deps;
  if (confirmed === null) {
    const until = new Date(now().getTime() + confirmMinutes * 60_000).toISOString();
    await setPending(db, channel.id, { kind: 'forget', by: inbound.author.id, until });
    const who = inbound.author.name ?? inbound.author.id;
    return sayText(inbound.direct || who === '' ? words.settings.forgetAsk : words.settings.forgetAskBy(who), [
      { label: words.settings.forgetYes, press: action('do', { value: 'forget yes' }), style: 'danger' },
      { label: words.settings.forgetNo, press: action('do', { value: 'forget no' }), style: 'plain' },
    ]);
  }
  if ((await getPending(db, channel.id, now())) === null) return sayText(words.settings.forgetLapsed);
  await setPending(db, channel.id, null);
  if (!confirmed) return sayText(words.settings.kept);
  await forgetChannels(db, channel.id);
  return { ...sayText(words.settings.forgotten), digests: [] };
}
