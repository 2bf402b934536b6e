import { expect } from 'vitest';
import type { StoryId } from '../../src/model.ts';
import { searchStories } from '../../src/store/archive.ts';
import { loadCandidate, loadCandidates } from '../../src/store/candidates.ts';
import { followMerged, loadStoryText, storyByUrl, storyOfArticle } from '../../src/store/stories.ts';
import { placeArticles } from '../../src/story/place.ts';
import { aFeed, anArticle, hoursBefore, placing } from '../story/build.ts';
import { storeTest } from '../support/store.ts';

const quake = {
  title: 'Earthquake of magnitude 6.2 near Hualien',
  sentences: ['A quake shook Hualien in Taiwan.', 'Trains stopped.'],
};

storeTest('candidates hold a story’s articles, the best first, since a time and of one kind', async ({ db }) => {
  const [small, great] = [
    await aFeed(db, { name: 'Small' }),
    await aFeed(db, { name: 'Great', weight: 1.5, topics: ['world'] }),
  ];
  await anArticle(db, small, quake);
  await anArticle(db, great, {
    ...quake,
    sentences: ['Hualien in Taiwan was hit by a magnitude 6.2 earthquake.', 'Four people were hurt.'],
  });
  await anArticle(db, small, {
    title: 'Old matter of Perth',
    sentences: ['It was long ago in Perth.'],
    publishedAt: hoursBefore(60),
  });
  await placeArticles(placing(db));

  const candidates = await loadCandidates(db, hoursBefore(36), { sample: false });
  expect(candidates).toHaveLength(1);
  expect(candidates[0]!.articles.map(({ source }) => source)).toEqual(['Great', 'Small']);
  expect(candidates[0]!.topics).toHaveProperty('world');
  expect(candidates[0]!.names).toContain('hualien');
  expect(await loadCandidates(db, hoursBefore(36), { sample: true })).toEqual([]);
  expect(await loadCandidate(db, candidates[0]!.story)).toEqual(candidates[0]);
});

storeTest('a story’s text, its article and a pasted link lead to each other', async ({ db }) => {
  const article = await anArticle(db, await aFeed(db), { ...quake, url: 'https://news.example/quake' });
  await placeArticles(placing(db));

  const story = (await storyOfArticle(db, article))!;
  expect((await loadStoryText(db, story))!.articles).toMatchObject([{ id: article, sentences: quake.sentences }]);
  expect(await storyByUrl(db, 'https://news.example/quake?utm_source=chat#top', [])).toBe(story);
  expect(await storyByUrl(db, 'https://news.example/other', [])).toBeNull();
  expect(await loadStoryText(db, '00000000-0000-4000-8000-000000000000' as StoryId)).toBeNull();
});

storeTest('a merged story is followed to where it lives', async ({ db }) => {
  const article = await anArticle(db, await aFeed(db), quake);
  await placeArticles(placing(db));
  const story = (await storyOfArticle(db, article))!;
  const gone = '11111111-0000-4000-8000-000000000000';
  await db
    .insertInto('stories')
    .values({
      id: gone,
      headline: 'x',
      language: 'en',
      first_at: hoursBefore(1),
      last_at: hoursBefore(1),
      merged_into: story,
    })
    .execute();

  expect(await followMerged(db, gone as StoryId)).toBe(story);
  expect((await loadStoryText(db, gone as StoryId))!.story.id).toBe(story);
  expect((await loadCandidate(db, story))!.former).toEqual([gone]);
});

storeTest('the archive is searched in each language, rare words first, whatever is typed', async ({ db }) => {
  const feed = await aFeed(db);
  const english = await anArticle(db, feed, {
    title: 'Perovskite cells power ferry',
    sentences: ['A ferry in Bergen runs on perovskite solar cells.'],
  });
  const japanese = await anArticle(db, feed, {
    title: '熊本に新しい半導体工場',
    sentences: ['熊本県菊陽町で半導体工場の建設が始まった。'],
    language: 'ja',
  });
  const korean = await anArticle(db, feed, {
    title: '부산 영화제 개막',
    sentences: ['부산에서 영화제가 개막했다.'],
    language: 'ko',
  });
  for (let n = 0; n < 12; n++)
    await anArticle(db, feed, { title: `Ferry timetable ${n}`, sentences: [`The ferry of harbour ${n * 31} leaves.`] });
  await placeArticles(placing(db));

  const first = async (words: string, language: string) => (await searchStories(db, words, language, 3))[0];
  expect(await first('What about perovskite ferries?', 'en')).toBe(await storyOfArticle(db, english));
  expect(await first('熊本の工場は？', 'ja')).toBe(await storyOfArticle(db, japanese));
  expect(await first('부산 영화제는 언제?', 'ko')).toBe(await storyOfArticle(db, korean));
  expect(await searchStories(db, "'); drop table articles; -- & | ! :* \\", 'en', 3)).toEqual([]);
  expect(await searchStories(db, '', 'en', 3)).toEqual([]);
  // One word in common is not enough where the others are in no article.
  for (const text of [
    'tell me a joke about the ferry and a walrus',
    'bitcoin price after the harbour hack',
    'the Perovskitte Timetible',
  ])
    expect([text, await searchStories(db, text, 'en', 3)]).toEqual([text, []]);
  expect(await first('Whta of the harbuor timetible', 'en')).toBe(await first('the harbour timetable', 'en'));
  expect(await first('please tell me about the perovskite ferry today', 'en')).toBe(await storyOfArticle(db, english));
});
