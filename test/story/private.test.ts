/** What a private feed says stays with those who follow it: how it is stored, placed and found. */
import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalUrl } from '../../src/article/identity.ts';
import type { ArticleId, ChannelId, FeedId } from '../../src/model.ts';
import { searchStories } from '../../src/store/archive.ts';
import { type ArticleDraft, editArticle, storeArticles } from '../../src/store/articles.ts';
import { loadCandidates } from '../../src/store/candidates.ts';
import { ensureChannel } from '../../src/store/channels.ts';
import type { Database } from '../../src/store/database.ts';
import { addFeed, upsertCatalogue } from '../../src/store/feeds.ts';
import { privateFeedsOf } from '../../src/store/private-feeds.ts';
import { findFeedFor, sourcesOf } from '../../src/store/sources.ts';
import { storyByUrl } from '../../src/store/stories.ts';
import { subscribe } from '../../src/store/subscriptions.ts';
import { placeArticles } from '../../src/story/place.ts';
import { rankStories } from '../../src/story/rank.ts';
import { storeTest } from '../support/store.ts';
import { aCandidate, aFeed, anArticleOf, aTaste, follows, hoursBefore, morning, placing, storyOf } from './build.ts';

const quake = {
  title: 'Magnitude 6.2 earthquake shakes Hualien in eastern Taiwan',
  sentences: [
    'A magnitude 6.2 earthquake struck off Hualien on Friday morning, Taiwan’s weather agency said.',
    'Rail services between Hualien and Taitung stopped for two hours while tracks were checked.',
  ],
};
const quakeElsewhere = {
  title: 'Taiwan hit by strong quake, trains halted around Hualien',
  sentences: [
    'Trains on the east coast of Taiwan came to a halt on Friday after an earthquake of magnitude 6.2 near Hualien.',
    'The fire service counted four injured people, none of them seriously.',
  ],
};
const told = 'Our fund sold Formosa Rail before the markets opened.';

function aDraft(over: Partial<ArticleDraft> = {}): ArticleDraft {
  const url = over.url ?? `https://news.example/${randomUUID()}`;
  const { title, sentences } = { ...quake, ...over };
  return {
    url,
    canonicalUrl: canonicalUrl(url),
    title,
    author: null,
    language: 'en',
    publishedAt: hoursBefore(2),
    sentences,
    paragraphs: [0],
    minutes: 1,
    excerptOnly: false,
    image: null,
    categories: [],
    contentHash: createHash('sha256')
      .update([title, ...sentences].join('\n'))
      .digest('hex'),
    ...over,
  };
}

async function keeper(db: Database, isPrivate: boolean) {
  return { id: await aFeed(db, { private: isPrivate }), sample: false, private: isPrivate };
}

type Keeper = Awaited<ReturnType<typeof keeper>>;

async function store(db: Database, feed: Keeper, draft: Partial<ArticleDraft> = {}): Promise<ArticleId> {
  const [stored] = await storeArticles(db, feed, [aDraft(draft)], morning);
  return stored!.id;
}

describe('placing', () => {
  for (const order of ['private first', 'open first'] as const)
    storeTest(`reports of one event: a private feed's are a story of their own, ${order}`, async ({ db }) => {
      const [open, own, other] = [await keeper(db, false), await keeper(db, true), await keeper(db, true)];
      const state = placing(db).state;
      const placed = new Map<Keeper, string | null>();
      for (const feed of order === 'open first' ? [open, own, other] : [own, other, open]) {
        const article = await store(db, feed);
        await placeArticles(placing(db, { state }));
        placed.set(feed, await storyOf(db, article));
      }
      expect(new Set(placed.values()).size).toBe(3);
      // Each goes on with its own, also in a process that has read the rows anew.
      for (const feed of [open, own, other]) {
        const later = await store(db, feed, quakeElsewhere);
        await placeArticles(placing(db));
        expect(await storyOf(db, later)).toBe(placed.get(feed));
      }
      const rows = await db.selectFrom('stories').select(['id', 'only_for', 'articles']).execute();
      expect(new Map(rows.map(({ id, only_for }) => [id, only_for]))).toEqual(
        new Map([open, own, other].map((feed) => [placed.get(feed)!, feed.private ? feed.id : null])),
      );
      expect(rows.map(({ articles }) => articles)).toEqual([2, 2, 2]);
    });

  storeTest('what is told again, and what brings news, stays within its own feed', async ({ db }) => {
    const feeds = [await keeper(db, false), await keeper(db, true)];
    const state = placing(db).state;
    for (const hours of [20, 12, 2])
      for (const feed of feeds) {
        const more = hours === 2 ? [`A landslide closed the Suhua Highway at kilometre 158, Taipower said.`] : [];
        const { title, sentences } = hours === 12 ? quakeElsewhere : quake;
        await store(db, feed, { title, sentences: [...sentences, ...more], publishedAt: hoursBefore(hours) });
        await placeArticles(placing(db, { state }));
      }
    const mixed = await db
      .selectFrom('articles')
      .innerJoin('stories', 'stories.id', 'articles.story_id')
      .select('articles.id')
      .where('articles.only_for', 'is distinct from', (eb) => eb.ref('stories.only_for'))
      .execute();
    expect(mixed).toEqual([]);
  });
});

describe('the same page of an open feed and of a private one', () => {
  const url = 'https://letters.example/quake';
  const whole = { url, sentences: [...quake.sentences, told] };

  for (const order of ['private first', 'open first'] as const)
    storeTest(`is an article of each, ${order}`, async ({ db }) => {
      const [open, own] = [await keeper(db, false), await keeper(db, true)];
      const drafts = new Map<Keeper, Partial<ArticleDraft>>([
        [open, { url }],
        [own, whole],
      ]);
      const ids = new Map<Keeper, ArticleId>();
      for (const feed of order === 'open first' ? [open, own] : [own, open]) {
        const [stored, ...more] = await storeArticles(db, feed, [aDraft(drafts.get(feed))], morning);
        expect([stored!.fresh, more]).toEqual([true, []]);
        ids.set(feed, stored!.id);
      }
      for (const feed of [open, own])
        expect(await storeArticles(db, feed, [aDraft({ url })], morning)).toMatchObject([
          { id: ids.get(feed), fresh: false },
        ]);
      await placeArticles(placing(db));

      const found = await db
        .selectFrom('articles')
        .select(['id', 'only_for', 'sentences'])
        .orderBy('only_for')
        .execute();
      expect(found).toEqual([
        { id: ids.get(own), only_for: own.id, sentences: whole.sentences },
        { id: ids.get(open), only_for: null, sentences: quake.sentences },
      ]);
      expect(await storyByUrl(db, url, [])).toBe(await storyOf(db, ids.get(open)!));
      expect(await storyByUrl(db, url, [own.id])).toBe(await storyOf(db, ids.get(own)!));
    });

  storeTest('no edit of the one comes into the other', async ({ db }) => {
    const [open, own] = [await keeper(db, false), await keeper(db, true)];
    const article = await store(db, open, { url });
    const edit = aDraft({ ...whole, title: told });
    expect(await editArticle(db, own, article, edit, morning)).toBe(false);
    expect(await editArticle(db, own, article, { ...edit, excerptOnly: true }, morning)).toBe(false);
    expect(await editArticle(db, open, await store(db, own, whole), edit, morning)).toBe(false);
    const rows = await db.selectFrom('articles').select(['title']).execute();
    expect(rows).toEqual([{ title: quake.title }, { title: quake.title }]);
    expect(await editArticle(db, open, article, edit, morning)).toBe(true);
  });

  storeTest('what only a private feed has brought is no page that we know, for others', async ({ db }) => {
    const own = await keeper(db, true);
    const article = await store(db, own, whole);
    await placeArticles(placing(db));
    expect(await storyByUrl(db, url, [])).toBeNull();
    expect(await storyByUrl(db, url, [own.id])).toBe(await storyOf(db, article));
  });
});

describe('reading', () => {
  storeTest(
    'the archive shows it to those who may read it, and is to others as if it were not there',
    async ({ db }) => {
      const [open, own] = [await keeper(db, false), await keeper(db, true)];
      const timetable = await store(db, open, { title: 'Harbour timetable', sentences: ['The ferry leaves at nine.'] });
      const article = await store(db, own, {
        title: 'Harbuor timetible',
        sentences: ['Formosa Rail fell by a tenth.'],
      });
      await placeArticles(placing(db));
      const find = (words: string, privateFeeds: FeedId[]) => searchStories(db, words, 'en', 5, { privateFeeds });

      expect(await find('Formosa Rail', [own.id])).toEqual([await storyOf(db, article)]);
      expect(await find('Formosa Rail', [])).toEqual([]);
      // What only others’ articles have is a word that no article has, or misspelt.
      expect(await find('a tenth of the ferry', [])).toEqual([]);
      expect(await find('harbuor timetible', [])).toEqual([await storyOf(db, timetable)]);
    },
  );

  test('a digest has no story of a private feed that the workspace does not follow, whatever it matches', () => {
    const feed = 7 as FeedId;
    const theirs = aCandidate({ onlyFor: feed, articles: [anArticleOf({ feed, title: 'Formosa Rail falls' })] });
    const open = aCandidate({ topics: { rail: 0.6 } });
    const candidates = [theirs, open];
    const wishes = [
      follows('topic', 'ai'),
      follows('topic', 'rail'),
      follows('keyword', 'formosa'),
      follows('feed', '7'),
    ];
    const shown = (privateFeeds: FeedId[]) =>
      rankStories(candidates, aTaste({ subscriptions: wishes, privateFeeds }), morning, 7).map((one) => one.candidate);
    expect(shown([])).toEqual([open]);
    expect(shown([8 as FeedId])).toEqual([open]);
    expect(new Set(shown([feed]))).toEqual(new Set(candidates));
  });

  storeTest('candidates say whose they are', async ({ db }) => {
    const [open, own] = [await keeper(db, false), await keeper(db, true)];
    await store(db, open);
    await store(db, own);
    await placeArticles(placing(db));
    const candidates = await loadCandidates(db, hoursBefore(36), { sample: false });
    expect(candidates.map(({ onlyFor, articles }) => [onlyFor, articles.map(({ feed }) => feed)])).toEqual(
      expect.arrayContaining([
        [null, [open.id]],
        [own.id, [own.id]],
      ]),
    );
    expect(candidates).toHaveLength(2);
  });
});

describe('whose a private feed is', () => {
  const secret = 'https://letters.example/feed?token=91c27bd04e55';

  async function followed(db: Database, ...channels: string[]): Promise<FeedId> {
    const feed = await addFeed(db, { url: secret, name: 'The Inner Circle' });
    for (const id of channels as ChannelId[]) {
      await ensureChannel(db, { id, name: null, language: 'en', zone: 'UTC', createdBy: null });
      await subscribe(db, id, [{ kind: 'feed', value: String(feed), label: 'The Inner Circle' }]);
    }
    return feed;
  }

  storeTest('its workspace’s, and a chat’s alone where chats have no workspace', async ({ db }) => {
    const feed = await followed(db, 'slack:T1/C1', 'discord:11/21', 'discord:@me/31', 'line:group/C1', 'web:home');
    const mayRead = async (channel: string) => {
      const [read, told] = await Promise.all([
        privateFeedsOf(db, channel as ChannelId),
        findFeedFor(db, feed, channel as ChannelId),
      ]);
      expect([channel, told !== null]).toEqual([channel, read.includes(feed)]);
      return read.includes(feed);
    };
    for (const channel of [
      'slack:T1/C1',
      'slack:T1/D2',
      'discord:11/22',
      'discord:@me/31',
      'line:group/C1',
      'web:home',
    ])
      expect([channel, await mayRead(channel)]).toEqual([channel, true]);
    for (const channel of [
      'slack:T2/C1',
      'discord:12/21',
      'discord:@me/32',
      'line:group/C2',
      'line:user/C1',
      'web:other',
    ])
      expect([channel, await mayRead(channel)]).toEqual([channel, false]);
  });

  storeTest('filed under a topic it is no source of those who follow the topic elsewhere', async ({ db }) => {
    const feed = await followed(db, 'slack:T1/C1', 'slack:T2/C1');
    await db
      .updateTable('feeds')
      .set({ topics: ['rail'] })
      .execute();
    await db.deleteFrom('subscriptions').where('channel_id', '=', 'slack:T2/C1').execute();
    for (const id of ['slack:T1/C1', 'slack:T2/C1'] as ChannelId[])
      await subscribe(db, id, [{ kind: 'topic', value: 'rail', label: 'Rail' }]);
    expect((await sourcesOf(db, 'slack:T1/C1' as ChannelId)).map(({ id }) => id)).toEqual([feed]);
    expect(await sourcesOf(db, 'slack:T2/C1' as ChannelId)).toEqual([]);
  });

  storeTest(
    'that the catalogue takes up is open from then on; what it brought before stays its followers’',
    async ({ db }) => {
      const feed = await addFeed(db, { url: secret, name: 'The Inner Circle' });
      const rowOf = () => db.selectFrom('feeds').select(['id', 'sample', 'private']).executeTakeFirstOrThrow();
      expect(await rowOf()).toMatchObject({ private: true });
      await store(db, (await rowOf()) as Keeper);
      const given = { name: 'Circle', homepage: 'https://letters.example/', language: 'en', kind: 'news', topics: [] };
      await upsertCatalogue(db, [{ ...given, catalogue_id: 'circle', url: secret, confidence: 1, state: 'active' }]);
      expect(await rowOf()).toMatchObject({ private: false });
      await store(db, (await rowOf()) as Keeper, quakeElsewhere);
      await placeArticles(placing(db));
      const candidates = await loadCandidates(db, hoursBefore(36), { sample: false });
      expect(new Set(candidates.map(({ headline, onlyFor }) => `${headline} ${onlyFor}`))).toEqual(
        new Set([`${quake.title} ${feed}`, `${quakeElsewhere.title} null`]),
      );
    },
  );

  storeTest('with it goes all that it brought', async ({ db }) => {
    const own = await keeper(db, true);
    const open = await keeper(db, false);
    await store(db, own);
    const kept = await store(db, open);
    await placeArticles(placing(db));
    await db.deleteFrom('feeds').where('id', '=', own.id).execute();
    const stories = await db.selectFrom('stories').select('id').execute();
    expect(stories).toEqual([{ id: await storyOf(db, kept) }]);
  });
});
