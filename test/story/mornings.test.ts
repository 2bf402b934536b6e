import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ArticleId, ChannelId, StoryId } from '../../src/model.ts';
import { loadCandidates } from '../../src/store/candidates.ts';
import type { Database } from '../../src/store/database.ts';
import { hadBefore, recordDelivered } from '../../src/store/ledger.ts';
import { type ClusterItem, createClusterer } from '../../src/story/cluster.ts';
import { placeArticles } from '../../src/story/place.ts';
import { rankStories } from '../../src/story/rank.ts';
import { worthAsking } from '../../src/story/shortlist.ts';
import { storeTest } from '../support/store.ts';
import { aFeed, anArticle, aTaste, follows, hoursBefore, placing } from './build.ts';
import { bCubed, type LabelledArticle, readMornings, timeOf } from './mornings.ts';

const articles = readMornings();

/** @returns each item's story at the end */
function cluster(items: ClusterItem[]): string[] {
  let count = 0;
  const clusterer = createClusterer({ newStoryId: () => String(++count) });
  const stories = new Map<string, string>();
  for (const item of items) {
    const { story, moved } = clusterer.place(item);
    stories.set(item.id, story);
    for (const { item, to } of moved) stories.set(item, to);
  }
  return items.map(({ id }) => stories.get(id)!);
}

test('ten mornings of sixty articles in four languages become stories with a B-cubed F1 of at least 92', () => {
  expect(articles.length).toBeGreaterThanOrEqual(600);
  const stories = cluster(articles);
  const { f1 } = bCubed(articles.map(({ event }, index) => ({ truth: event, story: stories[index]! })));
  console.log(`ten mornings: B-cubed F1 ${(f1 * 100).toFixed(1)} on ${articles.length} articles`);
  expect(f1).toBeGreaterThanOrEqual(0.92);
});

describe('events that are easily taken for each other', () => {
  const items = readConfusables();

  test.for([
    ['as they came', items],
    [
      'in another order',
      items
        .map((item, index) => ({ item, at: (index * 7919) % items.length }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
    ],
  ] as const)('are told apart, told %s: B-cubed F1 of at least 90', ([_, given]) => {
    const stories = cluster([...given]);
    const { f1 } = bCubed(given.map(({ event }, index) => ({ truth: event, story: stories[index]! })));
    expect(f1).toBeGreaterThanOrEqual(0.9);
  });
});

describe('a channel’s ten mornings', () => {
  storeTest(
    'have the stories that they must have, and none twice',
    async ({ db }) => {
      const { recall, shown } = await tenDigests(db);
      console.log(`must-have recall at 7: ${recall.toFixed(2)}`);
      expect(recall).toBeGreaterThanOrEqual(0.8);
      expect(new Set(shown).size).toBe(shown.length);
    },
    60_000,
  );
});

const channel = 'web:mornings' as ChannelId;
const secret = 'the secret of this test';
const followed = [
  'world',
  'business',
  'science',
  'space',
  'ai',
  'chips',
  'cybersecurity',
  'energy',
  'climate',
  'biotech',
  'robotics',
  'gadgets',
  'big-tech',
];

async function tenDigests(db: Database): Promise<{ recall: number; shown: string[] }> {
  const feeds = await sourcesAsFeeds(db);
  const events = new Map<ArticleId, string>();
  const shown: string[] = [];
  let [found, wanted] = [0, 0];
  const deps = placing(db);
  for (let morning = 0; morning < 10; morning++) {
    const now = timeOf(morning);
    const today = articles.filter((article) => article.morning === morning);
    for (const article of today)
      events.set(
        await anArticle(db, feeds.get(article.source)!, { ...article, sentences: [article.text] }),
        article.event,
      );
    await placeArticles({ ...deps, now: () => now });
    const had = await digest(db, now);
    const told = had.map((ids) => majority(ids.map((id) => events.get(id)!)));
    const must = new Set(today.filter(({ must }) => must).map(({ event }) => event));
    wanted += must.size;
    found += [...must].filter((event) => told.includes(event)).length;
    shown.push(...told);
  }
  return { recall: found / wanted, shown };
}

/** Composes and delivers one digest. @returns the articles of each of its stories; updates are left out: they are not repeats */
async function digest(db: Database, now: Date): Promise<ArticleId[][]> {
  const candidates = await loadCandidates(db, hoursBefore(36, now), { sample: false });
  const taste = aTaste({ subscriptions: followed.map((topic) => follows('topic', topic)) });
  const asked = worthAsking(candidates, taste, now, 200);
  const had: Map<StoryId, { revision: number }> = await hadBefore(db, secret, channel, asked);
  const ranked = rankStories(candidates, { ...taste, had: ({ story }) => had.get(story) ?? null }, now, 7);
  await recordDelivered(
    db,
    secret,
    channel,
    ranked.map(({ candidate }) => candidate),
  );
  return ranked.filter(({ update }) => update === null).map(({ candidate }) => candidate.articles.map(({ id }) => id));
}

function majority(names: string[]): string {
  return [...Map.groupBy(names, (name) => name)].sort((a, b) => b[1].length - a[1].length)[0]![0];
}

const filedUnder: Record<string, string[]> = {
  'Circuit Daily': ['chips', 'big-tech'],
  'Model Watch': ['ai'],
  'Safe Byte': ['cybersecurity'],
  'Cyber Brief': ['cybersecurity'],
  'Orbit Journal': ['space'],
  'Science Ledger': ['science'],
  'Health Monitor': ['biotech'],
  'Grid News': ['energy'],
  'Climate Page': ['climate'],
  'Robot Weekly': ['robotics'],
  'Gadget Post': ['gadgets'],
  'Auto Wire': ['business', 'energy'],
  'Market Sentinel': ['business'],
  'Trade Winds': ['business'],
  'Seed Stage': ['startups', 'business'],
  'Goal Line': [],
  'Culture Page': [],
  'Policy Digest': ['ai-policy', 'ai'],
  'Cloud Report': ['cloud'],
};

async function sourcesAsFeeds(db: Database): Promise<Map<string, number>> {
  const feeds = new Map<string, number>();
  for (const name of new Set(articles.map(({ source }) => source)))
    feeds.set(name, await aFeed(db, { name, topics: filedUnder[name] ?? ['world'] }));
  return feeds;
}

/** `confusables.txt`: `# event`, then a line each, `title|text`. */
function readConfusables(): (ClusterItem & Pick<LabelledArticle, 'event'>)[] {
  let event = '';
  const items: (ClusterItem & Pick<LabelledArticle, 'event'>)[] = [];
  for (const line of readFileSync(new URL('./confusables.txt', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('# ')) event = line.slice(2);
    else if (line !== '') {
      const [title = '', text = ''] = line.split('|');
      items.push({ id: String(items.length), event, title, text, language: 'en', publishedAt: timeOf(0) });
    }
  }
  return items;
}
