import { expect } from 'vitest';
import { canonicalUrl } from '../../src/article/identity.ts';
import { type ArticleDraft, storePastedArticle } from '../../src/store/articles.ts';
import { storyOfArticle } from '../../src/store/stories.ts';
import { placeArticles } from '../../src/story/place.ts';
import { placing } from '../story/build.ts';
import { storeTest } from '../support/store.ts';
import { aTown } from '../support/talk.ts';

const url = 'https://bridges.example/belisar';

const draft: ArticleDraft = {
  url,
  canonicalUrl: canonicalUrl(url),
  title: 'Harbour bridge in Belisar closed after a crack is found',
  author: null,
  language: 'en',
  publishedAt: new Date(),
  sentences: [
    'The harbour bridge in Belisar was closed on Monday after engineers found a crack in pier 7.',
    'The closure could cost the port 2 million dollars a day, warned the mayor, Ana Ruvelo.',
    'The city council will decide on a repair next week.',
  ],
  paragraphs: [0],
  minutes: 1,
  excerptOnly: false,
  image: null,
  categories: [],
  contentHash: 'bridge',
};

/** A town in which the page can be had; how it is fetched and read is tested beside its own code. */
async function aTownWithThePage(db: Parameters<typeof aTown>[0]) {
  const town = await aTown(db);
  const fetched: string[] = [];
  town.deps.readPage = async (asked) => {
    fetched.push(asked);
    const article = await storePastedArticle(db, draft, new Date());
    await placeArticles(placing(db));
    return { kind: 'story', story: (await storyOfArticle(db, article))! };
  };
  return { town, fetched };
}

storeTest('a link alone is told in short, and is what the talk is about from then on', async ({ db }) => {
  const { town, fetched } = await aTownWithThePage(db);
  const [told] = await town.say(url);
  expect(told).toContain(draft.title);
  expect(told).toContain(draft.sentences[0]);
  expect((await town.say('who is the mayor?'))[0]).toContain('Ana Ruvelo');
  expect(fetched).toEqual([url]);
});

storeTest('what is asked beside a link is answered from its page at once', async ({ db }) => {
  const { town } = await aTownWithThePage(db);
  const [answer] = await town.say(`why was the harbour bridge closed? ${url}`);
  expect(answer).toContain('a crack in pier 7');
  expect((await town.say('and when will the council decide on it?'))[0]).toContain('next week');
});

storeTest('a link that cannot be read says why, and the talk goes on', async ({ db }) => {
  const { town } = await aTownWithThePage(db);
  await town.say(url);
  town.deps.readPage = async () => ({ kind: 'unreadable', reason: 'it is no web page (application/pdf)' });
  expect((await town.say('https://bridges.example/report.pdf'))[0]).toContain('it is no web page (application/pdf)');
  expect((await town.say('who is the mayor?'))[0]).toContain('Ana Ruvelo');
});

storeTest('a link without its https is one too, and no part of what is asked', async ({ db }) => {
  const { town, fetched } = await aTownWithThePage(db);
  const [told] = await town.say('www.bridges.example/belisar');
  expect(told).toContain(draft.title);
  expect(told).toContain('What would you like to know?');
  expect(fetched).toEqual(['https://www.bridges.example/belisar']);
});
