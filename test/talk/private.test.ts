/** Two workspaces: what one of them follows by a private address is told to nobody in the other, however they ask. */
import { expect } from 'vitest';
import { canonicalUrl } from '../../src/article/identity.ts';
import type { ChannelId, DigestStory } from '../../src/model.ts';
import { storeArticles } from '../../src/store/articles.ts';
import type { Database } from '../../src/store/database.ts';
import { addFeed } from '../../src/store/feeds.ts';
import { placeArticles } from '../../src/story/place.ts';
import { anArticle, placing } from '../story/build.ts';
import { storeTest } from '../support/store.ts';
import { aTown, channel, type Town } from '../support/talk.ts';

const neighbour = 'fake:W1/C2' as ChannelId;
const stranger = 'fake:W2/C1' as ChannelId;
const feedUrl = 'https://letters.example.com/feed?token=91c27bd04e55';
/** Refused by the guard, so that nothing is asked of any network. */
const pageUrl = 'https://10.0.0.1/letters/7';

const title = 'Astronomers at Tromsø find water on the comet Halvorsen';
const shared = 'The comet named Halvorsen carries water, astronomers at the Tromsø observatory found on Monday.';
const secret = 'Members hear first that Fjordkraft Labs will fly a probe there in 2031.';

/** The feed's letter of an hour ago, and where `alsoOpen` a public report of the same page in fewer words. */
async function aLetter(db: Database, { alsoOpen = false } = {}): Promise<Town> {
  const hourAgo = new Date(Date.now() - 3_600_000);
  const draft = {
    url: pageUrl,
    canonicalUrl: canonicalUrl(pageUrl),
    title,
    author: null,
    language: 'en',
    publishedAt: hourAgo,
    sentences: [shared, secret],
    paragraphs: [0],
    minutes: 1,
    excerptOnly: false,
    image: null,
    categories: ['science'],
    contentHash: 'letter',
  };
  const own = await addFeed(db, { url: feedUrl, name: 'The Inner Circle' });
  await storeArticles(db, { id: own, sample: false, private: true }, [draft], new Date());
  const open = await addFeed(db, { url: 'https://news.example.com/feed.xml', name: 'The Square' });
  const sentences = ['Trams in Lyon stopped for three days, the city said.', 'Talks go on tonight.'];
  await anArticle(db, open, { title: 'Tram strike empties Lyon', sentences, publishedAt: hourAgo });
  if (alsoOpen)
    await anArticle(db, open, { title, sentences: [shared], publishedAt: hourAgo, url: canonicalUrl(pageUrl) });
  await placeArticles({ ...placing(db), now: () => new Date() });
  const town = await aTown(db);
  await town.say(`subscribe ${feedUrl}`);
  return town;
}

/** All that is posted to a channel that wants to know everything. */
async function allSaid(town: Town, to: ChannelId): Promise<string> {
  const said: string[] = [];
  for (const text of [
    'subscribe science',
    'subscribe "Halvorsen"',
    'subscribe "Fjordkraft"',
    'digest',
    'ask What was found on the comet Halvorsen?',
    'ask Who will fly a probe there in 2031?',
    'ask what do members hear first of Fjordkraft Labs?',
    `why ${pageUrl}`,
    pageUrl,
    `what is said of a probe? ${pageUrl}`,
    'more like this',
    'digest',
    'status',
    'sources',
    'sources circle',
    'export',
  ])
    said.push(...(await town.say(text, { channel: to })));
  const posted = town.fake.posts.filter((each) => each.channel === to);
  return [...said, JSON.stringify(posted), JSON.stringify(await digestStories(town.deps.db, to))].join('\n');
}

async function digestStories(db: Database, to: ChannelId): Promise<DigestStory[]> {
  const rows = await db.selectFrom('digests').select('body').where('channel_id', '=', to).execute();
  return rows.flatMap(({ body }) => body.stories);
}

storeTest('a stranger hears nothing of it, by topic, keyword, question, link or name', async ({ db }) => {
  const town = await aLetter(db);
  const said = await allSaid(town, stranger);
  for (const word of ['Members', 'Fjordkraft Labs', 'Tromsø', 'Inner Circle', '91c27bd04e55'])
    expect([word, said.includes(word)]).toEqual([word, false]);
});

storeTest('what an open source says of the same page is told to a stranger, and no word more', async ({ db }) => {
  const town = await aLetter(db, { alsoOpen: true });
  const said = await allSaid(town, stranger);
  expect(said).toContain(shared);
  expect(said).toContain('The Square');
  for (const word of ['Members', 'Fjordkraft Labs', 'Inner Circle', '91c27bd04e55'])
    expect([word, said.includes(word)]).toEqual([word, false]);
  const stories = await digestStories(db, stranger);
  expect(stories.find(({ headline }) => headline === title)).toMatchObject({ source: 'The Square', alsoIn: 0 });
});

storeTest('who follows it gets it in the digest, and answers from it; so does their workspace', async ({ db }) => {
  const town = await aLetter(db, { alsoOpen: true });
  expect(await digestStories(db, channel)).toMatchObject([{ headline: title, source: 'The Inner Circle', alsoIn: 0 }]);
  await town.say('subscribe "Halvorsen"');
  await town.say('digest');
  expect((await digestStories(db, channel)).filter(({ headline }) => headline === title)).toHaveLength(1);
  for (const to of [channel, neighbour]) {
    expect((await town.say('ask Who will fly a probe there in 2031?', { channel: to })).join()).toContain(secret);
    expect((await town.say(`what is said of a probe? ${pageUrl}`, { channel: to })).join()).toContain(secret);
  }
  await town.say('subscribe "Fjordkraft"', { channel: neighbour });
  expect((await digestStories(db, neighbour)).map(({ headline }) => headline)).toContain(title);
});
