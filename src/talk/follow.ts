/** What somebody means by "subscribe to …": a topic, a source, a page or a keyword. */
import type { Target } from '../command.ts';
import type { Channel, Language, Subscription } from '../model.ts';
import { nearest } from '../nearest.ts';
import { findFeed, findFeedByUrl, findFeedFor, searchFeeds } from '../store/sources.ts';
import { parseQuery } from '../story/query.ts';
import type { Words } from '../words/words.ts';
import type { TalkDeps } from './scene.ts';

export type Resolved =
  | { kind: 'found'; subscription: Subscription }
  | { kind: 'several'; ask: string; choices: { label: string; value: string }[] }
  | { kind: 'none'; say: string };

type FollowDeps = Pick<TalkDeps, 'db' | 'seal' | 'topics' | 'findFeeds'>;

/** What is named with an `and` between is several things where one of them is known, else one (`research and development`). */
export async function resolveAll(
  target: Target,
  channel: Channel,
  words: Words,
  deps: FollowDeps,
): Promise<Resolved[]> {
  const whole = await resolve(target, channel, words, deps);
  const pieces = apart(target);
  if (whole.kind !== 'none' || pieces.length < 2) return [whole];
  const each = await Promise.all(pieces.map((piece) => resolve(piece, channel, words, deps)));
  // と and its like may be part of a word: then all must be known.
  const loose = target.kind === 'words' && betweenWords.test(target.text);
  const isKnown = ({ kind }: Resolved) => (loose ? kind !== 'none' : kind === 'found');
  return (loose ? each.some(isKnown) : each.every(isKnown)) ? each : [whole];
}

/** The things that are named with an `and` between; what is quoted stays whole. */
export function apart(target: Target): Target[] {
  if (target.kind !== 'words' || target.quoted) return [target];
  return target.text.split(between).map((text) => ({ ...target, text: text.trim() }));
}

export const between = /\s+(?:and|or|plus|&|\+)\s+|\s*(?:และ|กับ)\s*|と|や|和|跟|、/iu;
/** Those that stand between words only. */
export const betweenWords = /\s+(?:and|or|plus|&|\+|และ|กับ)\s+/iu;

export async function resolve(target: Target, channel: Channel, words: Words, deps: FollowDeps): Promise<Resolved> {
  if (target.kind === 'address') return resolveAddress(target.url, channel, words, deps);
  if (target.quoted) return resolveKeyword(target.text, words);
  const [, number, offered] = /^feed:(\d{1,15})(?:\.([0-9a-f]+))?$/.exec(target.text) ?? [];
  if (number) return resolveFeed(Number(number), offered ?? null, target.text, channel, words, deps);
  const topic = findTopic(target.text, deps.topics);
  if (topic) return { kind: 'found', subscription: topicSubscription(topic, channel.language) };
  return resolveSource(target.text, channel, words, deps);
}

export function topicSubscription(topic: TalkDeps['topics'][number], language: Language): Subscription {
  return { kind: 'topic', value: topic.id, label: topicLabel(topic, language) };
}

export function topicLabel(topic: TalkDeps['topics'][number], language: Language): string {
  return topic.labels[language] ?? topic.labels.en ?? topic.id;
}

/** A topic is named in today's language, whatever the channel spoke when it was followed. */
export function labelToday(
  { kind, value, label }: Subscription,
  language: Language,
  topics: TalkDeps['topics'],
): string {
  const topic = kind === 'topic' ? topics.find(({ id }) => id === value) : undefined;
  return topic ? topicLabel(topic, language) : label;
}

/** By id, or by its name in any language, before what it is also called; `AI` also finds 人工知能（AI）. */
export function findTopic(text: string, topics: TalkDeps['topics']): TalkDeps['topics'][number] | null {
  const wanted = fold(text);
  return (
    topics.find(
      ({ id, labels }) => fold(id) === wanted || Object.values(labels).some((label) => names(label).includes(wanted)),
    ) ??
    topics.find(({ aka = [] }) => aka.some((name) => fold(name) === wanted)) ??
    null
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

async function resolveSource(text: string, channel: Channel, words: Words, deps: FollowDeps): Promise<Resolved> {
  const found = await searchFeeds(deps.db, text, 6, channel.id);
  const exact = found.filter(({ name }) => fold(name) === fold(text));
  const [only, second] = exact.length > 0 ? exact : found;
  if (only && second === undefined) return { kind: 'found', subscription: feedSubscription(only) };
  if (only)
    return { kind: 'several', ask: words.settings.sourceSuggestions(text), choices: found.slice(0, 5).map(choice) };
  return { kind: 'none', say: words.mistakes.unknownSubject(text, nearestTopic(text, deps.topics)) };
}

/** As it may be typed: an id, or a name in any language. */
export function nearestTopic(text: string, topics: TalkDeps['topics']): string | null {
  return nearest(
    fold(text),
    topics.flatMap(({ id, labels, aka = [] }) => [id, ...Object.values(labels).flatMap(names), ...aka.map(fold)]),
  );
}

/** @param offered what a button of ours carries, to a channel that named the page: then the number is no guess. */
async function resolveFeed(
  id: number,
  offered: string | null,
  text: string,
  channel: Channel,
  words: Words,
  { db, seal }: FollowDeps,
): Promise<Resolved> {
  const wasOffered = offered !== null && offered === offerOf(id, channel, seal);
  const feed = await (wasOffered ? findFeed(db, id) : findFeedFor(db, id, channel.id));
  return feed
    ? { kind: 'found', subscription: feedSubscription(feed) }
    : { kind: 'none', say: words.mistakes.unknownSubject(text, null) };
}

async function resolveAddress(url: string, channel: Channel, words: Words, deps: FollowDeps): Promise<Resolved> {
  const known = await findFeedByUrl(deps.db, url);
  if (known) return { kind: 'found', subscription: feedSubscription(known) };
  const found = await deps.findFeeds(url);
  if (found.kind === 'one') return { kind: 'found', subscription: feedSubscription(found.feed) };
  if (found.kind === 'none') return { kind: 'none', say: words.settings.noFeed(url, found.reason) };
  const choices = found.feeds.slice(0, 5).map(({ id, name }) => ({
    label: name,
    value: `subscribe feed:${id}.${offerOf(id, channel, deps.seal)}`,
  }));
  return { kind: 'several', ask: words.settings.feedsFound, choices };
}

function offerOf(id: number, channel: Channel, seal: TalkDeps['seal']): string {
  return seal.mark(`offered ${id} to ${channel.id}`).subarray(0, 12).toString('hex');
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
