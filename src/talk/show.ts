/** What `list`, `topics`, `sources`, `status`, `help` and `settings` show. */
import { action } from '../action.ts';
import {
  type Block,
  type Button,
  type Content,
  content,
  note,
  ownWords,
  paragraph,
  type Span,
  saying,
} from '../content.ts';
import { forecast } from '../digest/allowance.ts';
import { localDate } from '../digest/due.ts';
import { rhythmName } from '../digest/plan.ts';
import type { Channel } from '../model.ts';
import { plannedDigest, skippedDigest } from '../store/channels.ts';
import { troubledDeliveries } from '../store/deliveries.ts';
import { lastDigests } from '../store/digests.ts';
import { planStepOf } from '../store/plan-steps.ts';
import { listRules } from '../store/rules.ts';
import { type Source, searchFeeds, sourcesOf } from '../store/sources.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { age, dayNames, when } from '../words/time.ts';
import { colon, languageName, sideBySide, type Words } from '../words/words.ts';
import { zoneName } from '../zone.ts';
import { labelToday, topicLabel } from './follow.ts';
import type { Scene, TalkDeps } from './scene.ts';
import { modelLines } from './show-model.ts';

const code = (text: string): Span => ({ text, style: 'code' });
const strong = (text: string): Span => ({ text, style: 'strong' });
const doButton = (label: string, value: string): Button => ({ label, press: action('do', { value }), style: 'plain' });

export async function listContent({ channel, words }: Scene, { db, topics }: TalkDeps): Promise<Content> {
  const followed = await subscriptionsOf(db, channel.id);
  const rules = await listRules(db, channel.id);
  const group = (kind: string, title: string): Span[][] => {
    const labels = followed
      .filter((each) => each.kind === kind)
      .map((each) => labelToday(each, channel.language, topics));
    return labels.length === 0
      ? []
      : [[strong(`${title}${colon(channel.language)}`), sideBySide(labels, channel.language)]];
  };
  const items = [
    ...group('topic', words.list.topics),
    ...group('feed', words.list.feeds),
    ...group('keyword', words.list.keywords),
  ];
  const blocks: Block[] = [
    { kind: 'heading', text: words.list.title },
    items.length === 0 ? saying(words.list.nothing) : { kind: 'list', items },
  ];
  if (rules.length > 0) {
    blocks.push({ kind: 'heading', text: words.list.rules });
    blocks.push({
      kind: 'list',
      numbered: true,
      items: rules.map(({ kind, value, label }) => {
        const [, topic] = /^topic:(.+)$/su.exec(value) ?? [];
        const named =
          topic === undefined ? label : labelToday({ kind: 'topic', value: topic, label }, channel.language, topics);
        return [`${words.list[kind]} ${named}`];
      }),
    });
  }
  return content([...blocks, note(scheduleLine(channel, words))]);
}

export function scheduleLine(channel: Channel, words: Words): string {
  const state =
    channel.state === 'paused'
      ? `${words.list.paused} · `
      : channel.state === 'closed'
        ? `${words.list.closed(channel.closedReason ?? '')} · `
        : '';
  const shape = words.list.shape(
    channel.stories,
    words.list[channel.layout],
    languageName(channel.language, channel.language),
  );
  return `${state}${words.list.schedule(channel.time, zoneName(channel.zone), dayList(channel, words))} · ${shape}`;
}

export function dayList(channel: Channel, words: Words): string {
  const days = channel.days.join('');
  if (days === '1234567') return words.list.everyDay;
  if (days === '12345') return words.list.weekdays;
  return days === '67' ? words.list.weekend : sideBySide(dayNames(channel.days, channel.language), channel.language);
}

export function topicsContent({ channel, words }: Scene, { topics }: TalkDeps): Content {
  const items = topics.map((topic): Span[] => [code(topic.id), ` ${topicLabel(topic, channel.language)}`]);
  const buttons = topics
    .slice(0, 8)
    .map((topic) => doButton(topicLabel(topic, channel.language), `subscribe ${topic.id}`));
  return content(
    [
      { kind: 'heading', text: words.list.topicsTitle },
      { kind: 'list', items },
      note(...ownWords(words.list.topicsHint)),
    ],
    { buttons },
  );
}

const sourcesShown = 20;

export async function sourcesContent(word: string | null, { channel, words }: Scene, deps: TalkDeps): Promise<Content> {
  const found =
    word === null ? await sourcesOf(deps.db, channel.id) : await searchFeeds(deps.db, word, 200, channel.id);
  if (found.length === 0)
    return content([saying(word === null ? words.digest.nothingFollowed : words.list.sourcesNone(word))]);
  const items = found.slice(0, sourcesShown).map((source) => sourceLine(source, channel, deps.now()));
  const rest = found.length - items.length;
  const buttons = word === null ? [] : found.slice(0, 4).map(({ id, name }) => doButton(name, `subscribe feed:${id}`));
  const narrow = word === null || rest > 0 ? words.list.sourcesNarrow : null;
  const hint = [rest > 0 ? words.list.andMore(rest) : null, narrow, words.list.sourcesFollow]
    .filter((line) => line !== null)
    .join(' · ');
  return content(
    [
      { kind: 'heading', text: words.list.sourcesTitle(found.length) },
      { kind: 'list', items },
      note(...ownWords(hint)),
    ],
    { buttons },
  );
}

function sourceLine(source: Source, channel: Channel, now: Date): Span[] {
  const name: Span = source.homepage ? { text: source.name, url: source.homepage } : strong(source.name);
  const state =
    source.failingSince !== null
      ? ` · ⚠ ${source.failureReason ?? '?'}`
      : source.lastSuccessAt !== null
        ? ` · ${age(source.lastSuccessAt, now, channel.language)}`
        : '';
  return [name, { text: state, style: 'quiet' }];
}

export async function statusContent(scene: Scene, deps: TalkDeps): Promise<Content> {
  const { channel, words } = scene;
  const { db, now } = deps;
  const [next, skipped, [last], own, trouble, model, allowance, step] = await Promise.all([
    plannedDigest(db, channel.id),
    skippedDigest(db, channel.id),
    lastDigests(db, channel.id, new Date(now().getTime() - 30 * 86_400_000)),
    sourcesOf(db, channel.id),
    troubledDeliveries(db, 50, channel.id),
    deps.modelToday(channel.id),
    scene.adapter.allowance?.(channel.id) ?? null,
    planStepOf(db, channel.id),
  ]);
  const failing = own.filter(({ failingSince }) => failingSince !== null);
  const unknown = trouble.filter(({ state }) => state === 'unknown').length;
  const lines = [
    next === null ? words.status.none : words.status.next(when(next, channel)),
    ...(last ? [words.status.last(when(new Date(last.composedAt), channel), last.stories.length)] : []),
    ...(skipped ? [words.status.skipped(when(skipped, channel))] : []),
    words.status.sources(
      own.filter(({ lastSuccessAt, failingSince }) => lastSuccessAt && !failingSince).length,
      failing.length,
    ),
    ...failing.slice(0, 5).map(({ name, failureReason }) => words.status.failing(name, failureReason ?? '?')),
    ...modelLines(model, words),
    ...(allowance
      ? [words.status.cost(forecast(allowance, channel.days, now()).perMonth, allowance.used, allowance.total)]
      : []),
    ...(step !== null && step.rhythm !== 'as-set' && step.month === localDate(now(), channel.zone).slice(0, 7)
      ? [words.notice.planSteps(rhythmName(step.rhythm, channel))]
      : []),
    ...(unknown > 0 ? [words.status.unknown(unknown)] : []),
  ];
  return content([
    { kind: 'heading', text: words.status.title },
    { kind: 'list', items: lines.map(ownWords) },
    note(scheduleLine(channel, words)),
  ]);
}

export function helpContent({ words, inbound, adapter }: Scene): Content {
  const items = Object.values(words.usage).map(([usage, does]): Span[] => [code(usage), ' ', ...ownWords(does)]);
  const hint = inbound.direct
    ? words.help.ask
    : `${words.help.ask} ${adapter.quotes ? words.help.quote : words.help.mention}`;
  return content([{ kind: 'heading', text: words.help.title }, { kind: 'list', items }, note(...ownWords(hint))], {
    private: true,
  });
}

/** The settings as they are, and a button to the platform's form or to each. */
export async function settingsContent(scene: Scene, deps: TalkDeps): Promise<Content> {
  const { words } = scene;
  const list = await listContent(scene, deps);
  const buttons: Button[] = [
    { label: title(words.commands.settings[0] as string), press: action('settings'), style: 'primary' },
    doButton(title(words.commands.topics[0] as string), 'topics'),
    ...['07:00', '08:00', '09:00', '18:00'].map((time) => doButton(time, `time ${time}`)),
    doButton(title(words.list.weekdays), 'days weekdays'),
    doButton(title(words.list.everyDay), 'days daily'),
  ];
  return { ...list, buttons };
}

function title(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Said when we are let in: short, with topics to press. */
export function welcomeContent(
  { channel, words, adapter }: Pick<Scene, 'channel' | 'words' | 'adapter'>,
  { topics }: Pick<TalkDeps, 'topics'>,
): Content {
  const buttons = topics
    .slice(0, 8)
    .map((topic) => doButton(topicLabel(topic, channel.language), `subscribe ${topic.id}`));
  return content(
    [
      paragraph(strong(words.welcome.hello)),
      saying(words.welcome.pick),
      saying(adapter.quotes ? words.welcome.askByQuote : words.welcome.askMe),
      note(...ownWords(words.welcome.zoneHint(channel.time, zoneName(channel.zone)))),
    ],
    { buttons },
  );
}

/** Who greets us and follows something is told how it stands; who follows nothing yet, how to begin. */
export async function greetingContent(scene: Scene, deps: TalkDeps): Promise<Content> {
  const { channel, words, adapter } = scene;
  if ((await subscriptionsOf(deps.db, channel.id)).length === 0) return welcomeContent(scene, deps);
  const buttons = [
    doButton(words.digest.asked, 'digest'),
    ...(['list', 'help'] as const).map((name) => doButton(words.commands[name][0] as string, name)),
  ];
  return content(
    [
      paragraph(strong(words.welcome.hello)),
      saying(adapter.quotes ? words.welcome.askByQuote : words.welcome.askMe),
      note(scheduleLine(channel, words)),
    ],
    { buttons },
  );
}
