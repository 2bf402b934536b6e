/** Chooses a channel's stories and freezes them: the digest, its parts, and the ledger of what the channel had, in one. */
import { randomUUID } from 'node:crypto';
import type { Adapter, ReplyTo } from '../adapter.ts';
import type {
  Brief,
  Channel,
  DeliveryId,
  Digest,
  DigestId,
  DigestStory,
  Language,
  StoryId,
  Subscription,
} from '../model.ts';
import type { Database } from '../store/database.ts';
import { insertDelivery, partId } from '../store/deliveries.ts';
import { insertDigest, lastDigests } from '../store/digests.ts';
import type { InboundId } from '../store/inbound.ts';
import { hadBefore, recordDelivered } from '../store/ledger.ts';
import { privateFeedsOf } from '../store/private-feeds.ts';
import { listRules } from '../store/rules.ts';
import { countSources } from '../store/sources.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { type Candidate, sameLanguage } from '../story/candidate.ts';
import { type Ranked, rankStories } from '../story/rank.ts';
import { worthAsking } from '../story/shortlist.ts';
import type { Taste } from '../story/taste.ts';
import { localDate } from './due.ts';
import { sayFactors } from './reasons.ts';

export interface ComposeDeps {
  db: Database;
  /** Keys the ledger. */
  secret: string;
  now: () => Date;
  /** Public address of our pages; null where there is none. */
  baseUrl: string | null;
  adapterOf(platform: string): Adapter | null;
  /** Stories with an article since then; one reading is shared by all channels. */
  candidates(since: Date, sample: boolean): Promise<Candidate[]>;
  briefOf(story: StoryId, language: Language): Promise<Brief | null>;
  /** A topic's name in a language; null for what is no topic of ours any more. */
  topicLabel(topic: string, language: Language): string | null;
  /** Briefs are written in the channel's language, whatever the story's. */
  translates: boolean;
  log: { error(fields: object, event: string): void };
}

/** Who asked for a digest just now: the post may go by the event's handle. */
export interface AskedBy {
  inbound: InboundId;
  replyTo: Omit<ReplyTo, 'handle' | 'repeated'>;
}

const hourMs = 3_600_000;
/** What a daily digest looks back on; a channel that gets fewer looks back to its last, at most a week. */
const usualHours = 36;
const longestHours = 7 * 24;

/**
 * @param date the channel's day that it is of: one that is late may come after midnight, and must not be the next day's.
 * @returns the delivery to post; null when there is nothing new, or that morning's digest was composed already.
 */
export async function composeDigest(
  channel: Channel,
  kind: Digest['kind'],
  asked: AskedBy | null,
  deps: ComposeDeps,
  date = localDate(deps.now(), channel.zone),
): Promise<DeliveryId | null> {
  const adapter = deps.adapterOf(channel.platform);
  if (adapter === null) return null;
  const ranked = await chooseStories(channel, kind === 'taste' ? 1 : channel.stories, deps);
  const stories = await Promise.all(ranked.map((each, index) => toDigestStory(each, index + 1, channel, deps)));
  if (stories.length === 0) return kind === 'asked' ? repeatLast(channel, adapter, asked, date, deps) : null;
  return freeze(await assemble(channel, kind, date, stories, deps), channel, adapter, asked, ranked, deps);
}

/** What the channel would get now; nothing is recorded. */
export async function chooseStories(channel: Channel, limit: number, deps: ComposeDeps): Promise<Ranked[]> {
  const { db, now } = deps;
  const [subscriptions, rules, privateFeeds, [last]] = await Promise.all([
    followedBy(channel, deps),
    listRules(db, channel.id),
    privateFeedsOf(db, channel.id),
    lastDigests(db, channel.id, new Date(now().getTime() - longestHours * hourMs)),
  ]);
  const candidates = await deps.candidates(lookBack(last, now()), channel.sample);
  const taste = { language: channel.language, subscriptions, rules, privateFeeds, translates: deps.translates };
  const asking = worthAsking(candidates, taste, now(), limit * 8 + 40);
  const had = await hadBefore(db, deps.secret, channel.id, asking);
  // Ranked over the shared reading, whose index serves all channels: what was not asked for counts as had.
  const asked = new Set(asking.map(({ story }) => story));
  const never = { revision: Number.POSITIVE_INFINITY };
  const whole: Taste = { ...taste, had: ({ story }) => (asked.has(story) ? (had.get(story) ?? null) : never) };
  return rankStories(candidates, whole, now(), limit);
}

/** What the channel follows, its topics named in the language of today, whatever it was when they were followed. */
export async function followedBy(
  { id, language }: Channel,
  { db, topicLabel }: Pick<ComposeDeps, 'db' | 'topicLabel'>,
): Promise<Subscription[]> {
  const followed = await subscriptionsOf(db, id);
  return followed.map((each) =>
    each.kind === 'topic' ? { ...each, label: topicLabel(each.value, language) ?? each.label } : each,
  );
}

function lookBack(last: Digest | undefined, now: Date): Date {
  const usual = now.getTime() - usualHours * hourMs;
  const since = last === undefined ? usual : Math.min(usual, new Date(last.composedAt).getTime());
  return new Date(Math.max(since, now.getTime() - longestHours * hourMs));
}

async function toDigestStory(
  ranked: Ranked,
  number: number,
  channel: Channel,
  deps: ComposeDeps,
): Promise<DigestStory> {
  const { candidate, article, update } = ranked;
  const brief = await briefFor(candidate.story, channel, deps);
  const language = brief?.language ?? article.language;
  return {
    number,
    story: candidate.story,
    revision: candidate.revision,
    headline: article.title,
    url: article.url,
    page: deps.baseUrl === null ? null : `${deps.baseUrl}/s/${candidate.story}`,
    gist: brief?.gist.text ?? '',
    source: article.source,
    publishedAt: article.publishedAt.toISOString(),
    minutes: article.minutes,
    alsoIn: ranked.alsoIn,
    image: article.image ?? candidate.articles.find(({ image }) => image !== null)?.image ?? null,
    topics: tellingTopics(candidate.topics),
    language,
    update: update?.title ?? null,
    foreign: !sameLanguage(language, channel.language),
    excerptOnly: article.excerptOnly,
    gauges: brief?.gauges ?? [],
    why: sayFactors(ranked.factors, channel.language),
  };
}

/** A bug that one article trips must not cost every channel its morning: the story is told without its brief. */
async function briefFor(story: StoryId, { language }: Channel, { briefOf, log }: ComposeDeps): Promise<Brief | null> {
  return briefOf(story, language).catch((error: unknown) => {
    log.error({ story, error }, 'brief left out');
    return null;
  });
}

/** What the story is about, the surest first; a topic that hardly more than its feed speaks for is not told. */
export function tellingTopics(topics: Candidate['topics']): string[] {
  const sorted = Object.entries(topics).sort((a, b) => b[1] - a[1]);
  const sure = sorted.filter(([, score]) => score >= leastTold);
  return (sure.length > 0 ? sure.slice(0, mostTold) : sorted.slice(0, 1)).map(([topic]) => topic);
}

/** A topic in the title scores 0.55; a feed that is filed under several gives each at most 0.42. */
const leastTold = 0.5;
const mostTold = 3;

async function assemble(
  channel: Channel,
  kind: Digest['kind'],
  date: string,
  stories: DigestStory[],
  { db, now, baseUrl }: ComposeDeps,
): Promise<Digest> {
  const sources = await countSources(db, channel.sample);
  const id = randomUUID() as unknown as DigestId;
  return {
    id,
    delivery: randomUUID() as unknown as DeliveryId,
    channel: channel.id,
    date,
    kind,
    language: channel.language,
    zone: channel.zone,
    composedAt: now().toISOString(),
    stories,
    minutes: readingMinutes(stories),
    sourcesRead: sources.read,
    sourcesFailed: sources.failing,
    page: baseUrl === null ? null : `${baseUrl}/d/${id}`,
    sample: channel.sample,
  };
}

/** Of what is shown: 220 words a minute, or 500 characters of a script without spaces. */
function readingMinutes(stories: DigestStory[]): number {
  const text = stories.map(({ headline, gist }) => `${headline} ${gist}`).join(' ');
  const dense = (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu) ?? []).length;
  const words = text.replace(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]+/gu, ' ').split(/\s+/).length;
  return Math.max(1, Math.ceil(dense / 500 + words / 220));
}

async function freeze(
  digest: Digest,
  channel: Channel,
  adapter: Adapter,
  asked: AskedBy | null,
  ranked: Ranked[],
  { db, secret }: ComposeDeps,
): Promise<DeliveryId | null> {
  const parts = adapter.render(digest, channel, (index) => partId(digest.delivery, index));
  return db.transaction().execute(async (trx) => {
    if (!(await insertDigest(trx, digest))) return null;
    await insertDelivery(trx, {
      id: digest.delivery,
      channel: channel.id,
      kind: 'digest',
      digest: digest.id,
      inbound: asked?.inbound ?? null,
      replyTo: asked?.replyTo ?? null,
      thread: null,
      parts,
    });
    await recordDelivered(
      trx,
      secret,
      channel.id,
      ranked.map(({ candidate }) => candidate),
    );
    return digest.delivery;
  });
}

/** Asked for, with nothing new since: today's digest is shown again. */
async function repeatLast(
  channel: Channel,
  adapter: Adapter,
  asked: AskedBy | null,
  date: string,
  deps: ComposeDeps,
): Promise<DeliveryId | null> {
  const [last] = await lastDigests(deps.db, channel.id, new Date(deps.now().getTime() - 24 * hourMs));
  if (last === undefined || last.kind === 'taste') return null;
  // The channel may speak another language by now.
  const stories = last.stories.map((story) => ({ ...story, foreign: !sameLanguage(story.language, channel.language) }));
  const again: Digest = { ...last, ...(await assemble(channel, 'asked', date, stories, deps)) };
  return freeze(again, channel, adapter, asked, [], deps);
}
