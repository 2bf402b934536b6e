/** What one person pastes is for the talk that it was pasted into, not for everybody's news. */
import { expect } from 'vitest';
import { canonicalUrl } from '../../src/article/identity.ts';
import type { ArticleId } from '../../src/model.ts';
import { searchStories } from '../../src/store/archive.ts';
import { type ArticleDraft, storeArticles, storePastedArticle } from '../../src/store/articles.ts';
import { loadCandidate, loadCandidates } from '../../src/store/candidates.ts';
import type { Database } from '../../src/store/database.ts';
import { loadStoryText, storyByUrl, storyOfArticle } from '../../src/store/stories.ts';
import { placeArticles } from '../../src/story/place.ts';
import { storeTest } from '../support/store.ts';
import { aFeed, anArticle, hoursBefore, morning, placing, storyOf } from './build.ts';

const url = 'https://anyone.example/quake';
const draft: ArticleDraft = {
  url,
  canonicalUrl: canonicalUrl(url),
  title: 'Magnitude 6.2 earthquake shakes Hualien in eastern Taiwan',
  author: null,
  language: 'en',
  publishedAt: hoursBefore(2),
  sentences: [
    'A magnitude 6.2 earthquake struck off Hualien on Friday morning, Taiwan’s weather agency said.',
    'Rail services between Hualien and Taitung stopped for two hours while tracks were checked.',
    'Buy the coin of the day at coins.example.',
  ],
  paragraphs: [0],
  minutes: 1,
  excerptOnly: false,
  image: null,
  categories: [],
  contentHash: 'pasted quake',
};

async function pasted(db: Database): Promise<ArticleId> {
  const article = await storePastedArticle(db, draft, morning);
  await placeArticles(placing(db));
  return article;
}

const news = (db: Database) => loadCandidates(db, hoursBefore(36), { sample: false });

storeTest('a pasted page is in nobody’s digest, and no other question finds it', async ({ db }) => {
  const article = await pasted(db);
  expect(await news(db)).toEqual([]);
  expect(await searchStories(db, 'Hualien earthquake coin', 'en', 5)).toEqual([]);
  const story = (await storyOfArticle(db, article))!;
  expect(await loadCandidate(db, story)).toBeNull();
  expect((await loadStoryText(db, story))!.articles).toMatchObject([{ title: draft.title }]);
  expect(await storyByUrl(db, url, [])).toBe(story);
});

storeTest('it joins no story and none joins it, whichever was first', async ({ db }) => {
  const report = { title: draft.title, sentences: draft.sentences.slice(0, 2) };
  const before = await anArticle(db, await aFeed(db), report);
  const state = placing(db).state;
  await placeArticles(placing(db, { state }));
  const article = await storePastedArticle(db, draft, morning);
  await placeArticles(placing(db, { state }));
  const after = await anArticle(db, await aFeed(db), {
    ...report,
    sentences: [...report.sentences, 'Nobody was hurt.'],
  });
  await placeArticles(placing(db, { state }));
  // Another process reads the rows anew.
  const late = await anArticle(db, await aFeed(db), { ...report, sentences: [...report.sentences, 'Schools closed.'] });
  await placeArticles(placing(db));

  expect(await storyOf(db, after)).toBe(await storyOf(db, before));
  expect(await storyOf(db, late)).toBe(await storyOf(db, before));
  expect(await storyOf(db, article)).not.toBe(await storyOf(db, before));
  const [candidate, ...others] = await news(db);
  expect(others).toEqual([]);
  expect(candidate!.articles).toHaveLength(3);
  const { articles } = (await loadStoryText(db, candidate!.story))!;
  expect(articles.flatMap(({ sentences }) => sentences).join(' ')).not.toContain('coins.example');
});

storeTest('a source that brings the page itself makes it news, and the talk about it goes on', async ({ db }) => {
  const article = await pasted(db);
  const story = (await storyOfArticle(db, article))!;
  const feed = await aFeed(db, { name: 'Meridian Wire' });
  const stored = await storeArticles(db, { id: feed, sample: false, private: false }, [draft], morning);
  expect(stored.filter(({ fresh }) => fresh).map(({ id }) => id)).toEqual([article]);
  await placeArticles(placing(db));

  const candidates = await news(db);
  expect(candidates).toMatchObject([{ story, articles: [{ source: 'Meridian Wire' }] }]);
  expect(await storyOfArticle(db, article)).toBe(story);
  // And what others tell of it joins it.
  const second = await anArticle(db, await aFeed(db), { title: draft.title, sentences: draft.sentences.slice(0, 2) });
  await placeArticles(placing(db));
  expect(await storyOf(db, second)).toBe(story);
});

storeTest('a private feed that brings the page has it for itself', async ({ db }) => {
  const article = await pasted(db);
  const feed = await aFeed(db, { private: true });
  const letter = { ...draft, sentences: [...draft.sentences, 'For members alone.'] };
  const [own] = await storeArticles(db, { id: feed, sample: false, private: true }, [letter], morning);
  await placeArticles(placing(db));
  expect(await storyByUrl(db, url, [])).toBe(await storyOfArticle(db, article));
  const story = (await storyOfArticle(db, own!.id))!;
  expect(await storyByUrl(db, url, [feed])).toBe(story);
  expect(await news(db)).toMatchObject([{ story, onlyFor: feed }]);
});

storeTest('what a source has brought stays its own when somebody pastes it', async ({ db }) => {
  const feed = await aFeed(db);
  const [own] = await storeArticles(db, { id: feed, sample: false, private: false }, [draft], morning);
  expect(await storePastedArticle(db, draft, morning)).toBe(own!.id);
  await placeArticles(placing(db));
  expect(await news(db)).toHaveLength(1);
});
