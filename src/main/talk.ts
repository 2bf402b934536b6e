/** What the talk can reach: answers, briefs, pages and feeds that people name. */
import type { Logger } from 'pino';
import { readArticle } from '../article/read.ts';
import type { Config } from '../config.ts';
import { composeDigest } from '../digest/compose.ts';
import { whyNotInWords } from '../digest/why-not.ts';
import { decodeText } from '../feed/decode.ts';
import { discover } from '../feed/discover.ts';
import { type OpmlFeed, readOpml } from '../feed/opml.ts';
import type { Channel, ChannelId, StoryId } from '../model.ts';
import { searchStories } from '../store/archive.ts';
import { storePastedArticle } from '../store/articles.ts';
import { addFeeds } from '../store/feeds.ts';
import { privateFeedsOf } from '../store/private-feeds.ts';
import { loadStoryText, storyByUrl, storyOfArticle } from '../store/stories.ts';
import { placeArticles } from '../story/place.ts';
import { topicLabel } from '../talk/follow.ts';
import type { FoundFeeds, TalkDeps } from '../talk/scene.ts';
import type { ModelUse } from '../talk/show-model.ts';
import type { Foundation } from './foundation.ts';
import type { Tools } from './tools.ts';

export interface TalkParts {
  config: Config;
  foundation: Foundation;
  tools: Tools;
  log: Logger;
  now: () => Date;
  adminsOnly: TalkDeps['adminsOnly'];
}

export function createTalk({ config, foundation, tools, log, now, adminsOnly }: TalkParts): TalkDeps {
  const { db, seal } = foundation;
  const labelOf = (channel: Channel) => (id: string) => {
    const topic = tools.topics.find((each) => each.id === id);
    return topic ? topicLabel(topic, channel.language) : id;
  };
  return {
    db,
    seal,
    now,
    log,
    adminsOnly,
    baseUrl: config.BASE_URL ?? null,
    defaults: { language: config.LANGUAGE, zone: config.TIMEZONE },
    questionsPerPerson: config.QUESTIONS_PER_PERSON,
    topics: tools.topics,
    gauges: tools.gauges,
    answerer: tools.answerer,
    briefOf: tools.briefOf,
    storyText: (story) => loadStoryText(db, story),
    searchStories: (text, channel, limit) => searchTexts(text, channel, limit, foundation),
    readPage: (url, channel) => readPage(url, channel, tools, foundation, now),
    findFeeds: (url) => findFeeds(url, tools, foundation),
    readOpml: async (text) => {
      const file = readOpml(text);
      return { feeds: await addAll(file?.feeds ?? [], foundation), left: file?.left ?? 0 };
    },
    fetchText: (url) => fetchText(url, tools),
    composeDigest: (channel, kind, asked) => composeDigest(channel, kind, asked, tools.compose),
    whyNot: (url, channel) => whyNotInWords(url, channel, labelOf(channel), tools.compose),
    modelToday: (channel) => modelToday(channel, tools),
  };
}

async function searchTexts(text: string, channel: Channel, limit: number, { db }: Foundation) {
  const among = { sample: channel.sample, privateFeeds: await privateFeedsOf(db, channel.id) };
  const found = await searchStories(db, text, channel.language, limit, among);
  const texts = await Promise.all(found.map((story) => loadStoryText(db, story)));
  return texts.filter((each) => each !== null);
}

/** What we have read already is not fetched again. */
async function readPage(
  url: string,
  channel: ChannelId,
  tools: Tools,
  { db }: Foundation,
  now: () => Date,
): ReturnType<TalkDeps['readPage']> {
  const known = await storyByUrl(db, url, await privateFeedsOf(db, channel));
  if (known !== null) return { kind: 'story', story: known };
  const read = await readArticle(url, { ...tools.poll, fetcher: tools.named });
  if (read.kind !== 'article') return { kind: 'unreadable', reason: read.reason };
  const article = await storePastedArticle(db, read.draft, now());
  return { kind: 'story', story: await placed(article, tools, db) };
}

/** Another process may be placing at this moment: then it places ours with the others. */
async function placed(
  article: Parameters<typeof storyOfArticle>[1],
  tools: Tools,
  db: Foundation['db'],
): Promise<StoryId> {
  for (let attempt = 0; attempt < 50; attempt++) {
    await placeArticles(tools.placing);
    const story = await storyOfArticle(db, article);
    if (story !== null) return story;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('a pasted page was not placed within 5 s');
}

async function findFeeds(url: string, tools: Tools, { db }: Foundation): Promise<FoundFeeds> {
  const found = await discover(url, tools.named, tools.poll.parser);
  if (found.kind === 'none') return found;
  const given = found.kind === 'feed' ? [{ url: found.url, title: found.feed.title }] : found.candidates;
  const feeds = given.map((feed) => ({
    url: feed.url,
    name: feed.title?.trim() || new URL(feed.url).hostname,
    homepage: url,
    language: null,
  }));
  // Of several, those that are not chosen are never read.
  const added = await addFeeds(db, feeds, found.kind === 'feed' ? 'active' : 'off');
  return found.kind === 'feed' ? { kind: 'one', feed: added[0]! } : { kind: 'several', feeds: added };
}

async function addAll(feeds: OpmlFeed[], { db }: Foundation) {
  return addFeeds(
    db,
    feeds.map(({ url, name, homepage }) => ({ url, name, homepage, language: null })),
    'active',
  );
}

async function fetchText(url: string, { named }: Tools): ReturnType<TalkDeps['fetchText']> {
  const fetched = await named.get(url, { maxBytes: 2_000_000 });
  if (fetched.kind === 'ok') return { kind: 'text', text: decodeText(fetched.bytes, fetched.contentType) };
  return { kind: 'failed', reason: 'reason' in fetched ? fetched.reason : '410' };
}

async function modelToday(channel: ChannelId, { model }: Tools): ReturnType<TalkDeps['modelToday']> {
  if (model === null) return null;
  const { level, today, answers, briefs } = await model.status();
  const tallyOf = (owner: string, configured: typeof answers): ModelUse[] => {
    const own = today.filter((usage) => usage.channel === owner);
    const names = new Set([configured.model, ...own.map((usage) => usage.model)]);
    return [...names].map((name) => {
      const rows = own.filter((usage) => usage.model === name);
      return {
        model: name,
        calls: sum(rows.map(({ calls }) => calls)),
        tokens: sum(rows.map(({ inputTokens, outputTokens }) => inputTokens + outputTokens)),
        costUsd: sum(rows.map(({ costMicros }) => costMicros)) / 1_000_000,
        // What was configured earlier in the day, or makes vectors, was counted at a price of its own.
        price: name === configured.model ? configured.price : 'list',
      };
    });
  };
  return { level, here: tallyOf(channel, answers), shared: tallyOf('', briefs) };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
