/** What somebody means by "subscribe to …": a topic, a source, a page or a keyword. */
import type { Target } from '../command.ts';
import type { Channel, Language, Subscription } from '../model.ts';
import { nearest } from '../nearest.ts';
import { findFeed, findFeedByUrl, searchFeeds } from '../store/sources.ts';
import { parseQuery } from '../story/query.ts';
import type { Words } from '../words/words.ts';
import type { TalkDeps } from './scene.ts';

export type Resolved =
  | { kind: 'found'; subscription: Subscription }
  | { kind: 'several'; ask: string; choices: { label: string; value: string }[] }
  | { kind: 'none'; say: string };

type FollowDeps = Pick<TalkDeps, 'db' | 'topics' | 'findFeeds'>;

/** What is named with an `and` between is two things where both are known, and one (`research and development`) where not. */
export async function resolveAll(
  target: Target,
  channel: Channel,
  words: Words,
  deps: FollowDeps,
): Promise<Resolved[]> {
  const whole = await resolve(target, channel, words, deps);
  const pieces = target.kind === 'words' && !target.quoted ? target.text.split(between) : [];
  if (whole.kind !== 'none' || pieces.length < 2) return [whole];
  const each = await Promise.all(
    pieces.map((text) => resolve({ kind: 'words', text: text.trim(), quoted: false }, channel, words, deps)),
  );
  return each.every(({ kind }) => kind === 'found') ? each : [whole];
}

const between = /\s+(?:and|or|plus|&|\+|และ|กับ)\s+|と|や|和|跟|、/iu;

export async function resolve(target: Target, channel: Channel, words: Words, deps: FollowDeps): Promise<Resolved> {
  if (target.kind === 'address') return resolveAddress(target.url, words, deps);
  if (target.quoted) return resolveKeyword(target.text, words);
  const numbered = /^feed:(\d+)$/.exec(target.text)?.[1];
  if (numbered) return resolveFeed(Number(numbered), target.text, words, deps);
  const topic = findTopic(target.text, deps.topics);
  if (topic) return { kind: 'found', subscription: topicSubscription(topic, channel.language) };
  return resolveSource(target.text, words, deps);
}

export function topicSubscription(topic: TalkDeps['topics'][number], language: Language): Subscription {
  return { kind: 'topic', value: topic.id, label: topicLabel(topic, language) };
}

export function topicLabel(topic: TalkDeps['topics'][number], language: Language): string {
  return topic.labels[language] ?? topic.labels.en ?? topic.id;
}

/** By id, or by its name in any language; `AI` also finds 人工知能（AI）. */
export function findTopic(text: string, topics: TalkDeps['topics']): TalkDeps['topics'][number] | null {
  const wanted = fold(text);
  return (
    topics.find(
      ({ id, labels }) => fold(id) === wanted || Object.values(labels).some((label) => names(label).includes(wanted)),
    ) ?? null
  );
}

/** A label, and without or only what stands in its brackets. */
function names(label: string): string[] {
  const bracketed = /^(.+?)\s*[（(](.+)[）)]$/u.exec(label);
  return [label, bracketed?.[1], bracketed?.[2]].flatMap((name) => (name === undefined ? [] : [fold(name)]));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

async function resolveSource(text: string, words: Words, deps: FollowDeps): Promise<Resolved> {
  const found = await searchFeeds(deps.db, text, 6);
  const exact = found.filter(({ name }) => fold(name) === fold(text));
  const [only, second] = exact.length > 0 ? exact : found;
  if (only && second === undefined) return { kind: 'found', subscription: feedSubscription(only) };
  if (only)
    return { kind: 'several', ask: words.settings.sourceSuggestions(text), choices: found.slice(0, 5).map(choice) };
  return { kind: 'none', say: words.mistakes.unknownSubject(text, nearestTopic(text, deps.topics)) };
}

function nearestTopic(text: string, topics: TalkDeps['topics']): string | null {
  return nearest(
    fold(text),
    topics.map(({ id }) => id),
  );
}

async function resolveFeed(id: number, text: string, words: Words, { db }: FollowDeps): Promise<Resolved> {
  const feed = await findFeed(db, id);
  return feed
    ? { kind: 'found', subscription: feedSubscription(feed) }
    : { kind: 'none', say: words.mistakes.unknownSubject(text, null) };
}

async function resolveAddress(url: string, words: Words, deps: FollowDeps): Promise<Resolved> {
  const known = await findFeedByUrl(deps.db, url);
  if (known) return { kind: 'found', subscription: feedSubscription(known) };
  const found = await deps.findFeeds(url);
  if (found.kind === 'one') return { kind: 'found', subscription: feedSubscription(found.feed) };
  if (found.kind === 'none') return { kind: 'none', say: words.settings.noFeed(url, found.reason) };
  return { kind: 'several', ask: words.settings.feedsFound, choices: found.feeds.slice(0, 5).map(choice) };
}

function resolveKeyword(text: string, words: Words): Resolved {
  const query = parseQuery(text);
  if ('error' in query) return { kind: 'none', say: words.mistakes.badQuery(text, query.error) };
  return { kind: 'found', subscription: { kind: 'keyword', value: text, label: words.quote(text) } };
}

function feedSubscription({ id, name }: { id: number; name: string }): Subscription {
  return { kind: 'feed', value: String(id), label: name };
}

function choice({ id, name }: { id: number; name: string }): { label: string; value: string } {
  return { label: name, value: `subscribe feed:${id}` };
}
