import { randomUUID } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { afterEach, expect } from 'vitest';
import { content, note, paragraph } from '../../src/content.ts';
import type { ArticleId, ChannelId, PartId, StoryId } from '../../src/model.ts';
import { subscribe } from '../../src/store/subscriptions.ts';
import type { WebDeps } from '../../src/web/deps.ts';
import { en } from '../../src/words/en.ts';
import { aBrief, aClaim, aDigest, aDigestStory, partIds } from '../support/builders.ts';
import { storeTest } from '../support/store.ts';
import { type Installation, makeChannel, startInstallation } from './installation.ts';

let web: Installation;
afterEach(() => web.close());

const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>';
const publicAt = { where: { host: '127.0.0.1', port: 1, baseUrl: 'https://news.example.com' } };

async function insertStory(
  db: WebDeps['db'],
  given: { headline?: string; url?: string; image?: string; mergedInto?: string } = {},
) {
  const id = randomUUID() as StoryId;
  const { headline = 'Harbour city opens its tidal station', url = 'https://news.example/a' } = given;
  const at = new Date();
  await db
    .insertInto('stories')
    .values({
      id,
      headline,
      language: 'en',
      topics: '{"energy": 0.9}',
      first_at: at,
      last_at: at,
      updated_at: at,
      merged_into: given.mergedInto ?? null,
    })
    .execute();
  const feed = await db
    .insertInto('feeds')
    .values({ url: `https://news.example/${id}`, name: 'Meridian Wire', next_poll_at: at, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  const article = await db
    .insertInto('articles')
    .values({
      feed_id: feed.id,
      url,
      canonical_url: `https://news.example/${id}/a`,
      content_hash: 'x',
      title: headline,
      language: 'en',
      published_at: at,
      fetched_at: at,
      sentences: '["It opened.", "It powers 12,000 homes."]',
      paragraphs: '[0]',
      minutes: 3,
      excerpt_only: false,
      image: given.image ?? null,
      story_id: id,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, article: article.id as ArticleId };
}

async function insertBrief(
  db: WebDeps['db'],
  { id, article }: { id: StoryId; article: ArticleId },
  language: string,
  gist: string,
) {
  const claim = aClaim(gist, { cites: [{ article, sentence: 1, quote: null }] });
  const body = JSON.stringify(aBrief({ story: id, language, gist: claim, takeaway: [claim] }));
  await db
    .insertInto('briefs')
    .values({ story_id: id, language, revision: 1, method: 'extract', created_at: new Date(), body })
    .execute();
}

storeTest('a story page shows the brief, each statement with its source', async ({ url }) => {
  web = await startInstallation(url);
  const story = await insertStory(web.deps.db);
  await insertBrief(web.deps.db, story, 'en', 'It opened and powers 12,000 homes.');
  const response = await web.get(`/s/${story.id}`);
  const { document } = parseHTML(await response.text());

  expect(document.querySelector('h1')?.textContent).toBe('Harbour city opens its tidal station');
  expect(document.querySelector('.lede')?.textContent).toContain('It opened and powers 12,000 homes.');
  expect(document.querySelector('.lede .cite')?.getAttribute('title')).toBe('It powers 12,000 homes.');
  expect([...document.querySelectorAll('dt')].map((dt) => dt.textContent)).toEqual([
    'What happened',
    'Why it matters',
    'What to watch',
  ]);
  expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  expect(document.querySelector('#source-1')?.textContent).toMatch(/Meridian Wire · .* · 3 min/s);
});

storeTest('a story page speaks the reader’s language, and says the brief in it where there is one', async ({ url }) => {
  web = await startInstallation(url);
  const story = await insertStory(web.deps.db);
  await insertBrief(web.deps.db, story, 'en', 'It opened.');
  await insertBrief(web.deps.db, story, 'ja', '開業した。');
  const page = async (headers: Record<string, string>, query = '') =>
    (await web.get(`/s/${story.id}${query}`, headers)).text();

  expect(await page({ 'accept-language': 'ja-JP,en;q=0.5' })).toContain('開業した。');
  expect(await page({}, '?language=ja')).toContain('<html lang="ja"');
  expect(await page({ 'accept-language': 'fr,en' })).toContain('It opened.');
});

storeTest(
  'a story page leads to the report in the reader’s language, with its own headline, source and age',
  async ({ url }) => {
    web = await startInstallation(url);
    const { db } = web.deps;
    const story = await insertStory(db);
    const english = await db.selectFrom('articles').selectAll().executeTakeFirstOrThrow();
    const feed = await db
      .insertInto('feeds')
      .values({ url: 'https://asanagi.example/feed', name: '朝凪新報' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: _, search: __, ...same } = english as typeof english & { search?: unknown };
    await db
      .insertInto('articles')
      .values({
        ...same,
        sentences: JSON.stringify(['開業した。']),
        paragraphs: '[0]',
        feed_id: feed.id,
        url: 'https://asanagi.example/a',
        canonical_url: 'https://asanagi.example/a',
        title: '港町の潮力発電所が開業',
        language: 'ja',
        published_at: new Date(Date.now() - 3 * 3_600_000),
      } as never)
      .execute();
    const read = async (language: string) => {
      const { document } = parseHTML(await (await web.get(`/s/${story.id}?language=${language}`)).text());
      const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
      const link = document.querySelector('.page-actions a.button:last-child')?.getAttribute('href');
      return { headline: text('h1'), meta: text('header .meta'), link };
    };

    expect(await read('ja')).toEqual({
      headline: '港町の潮力発電所が開業',
      meta: expect.stringMatching(/朝凪新報.*3時間前/s),
      link: 'https://asanagi.example/a',
    });
    expect(await read('ko')).toMatchObject({ headline: 'Harbour city opens its tidal station' });
  },
);

storeTest('pages are public only where a public address is set, and what was said here never is', async ({ url }) => {
  web = await startInstallation(url);
  const story = await insertStory(web.deps.db);
  const channel = await makeChannel(web.deps.db, { id: 'web:home' as ChannelId });
  const digest = aDigest({ channel: channel.id, kind: 'asked', stories: [aDigestStory({ story: story.id })] });
  await web.deps.db
    .insertInto('digests')
    .values({
      id: digest.id,
      channel_id: channel.id,
      local_date: digest.date,
      kind: 'morning',
      body: JSON.stringify(digest),
      composed_at: new Date(),
    })
    .execute();
  const posted = await web.adapter.post(
    { channel: channel.id, thread: null },
    web.adapter.render(digest, channel, partIds())[0]!,
  );
  const thread = posted.messages[1]!.id.slice('web:'.length);
  await web.send('/c/home/say', { text: 'what did it cost?', event: randomUUID(), thread });

  for (const path of [`/s/${story.id}`, `/d/${digest.id}`]) {
    expect((await web.get(path, { cookie: '' })).status).toBe(401);
    expect((await web.get(path)).status).toBe(200);
  }
  // The key points stand on the page already: in the discussion they would be there twice.
  const told = content([paragraph('It opened, once more.'), note(en.brief.extract)]);
  const to = {
    place: { channel: channel.id, thread: posted.messages[1]!.id },
    message: null,
    author: { id: 'me', name: null, administrator: null },
    title: null,
  };
  await web.adapter.reply({ ...to, handle: null, repeated: false }, told, randomUUID() as PartId);
  const own = await (await web.get(`/s/${story.id}`)).text();
  expect(own).toContain('what did it cost?');
  // One that was asked for is no morning's.
  expect(await (await web.get(`/d/${digest.id}`)).text()).toContain('<p class="kicker">Digest</p>');
  const { document } = parseHTML(await (await web.get(`/d/${digest.id}`)).text());
  const buttons = [...document.querySelectorAll('.digest-list .button')].map(({ textContent }) => textContent);
  expect(buttons).toEqual(['Key points', 'Open'].map((label) => `${label} ${digest.stories[0]!.headline}`));
  expect(own).not.toContain('It opened, once more.');
  await web.close();
  web = await startInstallation(url, publicAt);
  for (const path of [`/s/${story.id}`, `/d/${digest.id}`]) {
    const page = await web.get(path, { cookie: '' });
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('what did it cost?');
  }
  expect((await web.get('/c/home', { cookie: '' })).status).toBe(401);
});

storeTest('what a feed wrote comes alive nowhere', async ({ url }) => {
  web = await startInstallation(url);
  const { db } = web.deps;
  const story = await insertStory(db, {
    headline: evil,
    url: 'javascript:alert(1)',
    image: 'http://tracker.example/x.gif',
  });
  await insertBrief(db, story, 'en', evil);
  await db
    .updateTable('feeds')
    .set({ name: evil, homepage: 'javascript:alert(1)', failing_since: new Date(), failure_reason: evil })
    .execute();
  const channel = await makeChannel(db, { id: 'web:home' as ChannelId, name: evil });
  const hostile = aDigestStory({
    headline: evil,
    gist: evil,
    source: evil,
    url: 'javascript:alert(1)',
    image: 'javascript:alert(1)',
    topics: [evil],
  });
  await web.adapter.post(
    { channel: channel.id, thread: null },
    web.adapter.render(aDigest({ stories: [hostile] }), channel, partIds())[0]!,
  );

  for (const path of [
    `/s/${story.id}`,
    '/sources',
    '/',
    '/c/home/settings',
    `/sources?q=${encodeURIComponent('<script>')}`,
  ]) {
    const { document } = parseHTML(await (await web.get(path)).text());
    expect(
      [...document.querySelectorAll('script')].map((script) => script.getAttribute('src')),
      path,
    ).toEqual([expect.stringMatching(/^\/assets\/chat-/)]);
    expect(document.querySelector('[onerror], [href^="javascript:"], [src="x"], img[src^="http:"]'), path).toBeNull();
  }
});

storeTest('a merged story leads to the one that it became part of; a lost one says what to do', async ({ url }) => {
  web = await startInstallation(url);
  const story = await insertStory(web.deps.db);
  const merged = await insertStory(web.deps.db, { mergedInto: story.id });
  const moved = await web.get(`/s/${merged.id}`);
  expect([moved.status, moved.headers.get('location')]).toEqual([301, `/s/${story.id}`]);
  for (const path of [`/s/${randomUUID()}`, '/s/x', `/d/${randomUUID()}`, "/d/'; drop table"]) {
    const lost = await web.get(path);
    expect(lost.status).toBe(404);
    expect(await lost.text()).toContain('Go to the chat');
  }
});

storeTest('pictures come over https, or from our own samples; from nowhere else', async ({ url }) => {
  web = await startInstallation(url);
  const { port } = web.deps.where;
  const images = [
    'https://pictures.example/a.png',
    `http://127.0.0.1:${port}/samples/wire/b.svg`,
    `http://127.0.0.1:${port}/?token=x`,
    'http://pictures.example/c.png',
    'http://pictures.example/samples/d.png',
  ];
  const channel = await makeChannel(web.deps.db, { id: 'web:home' as ChannelId });
  const digest = aDigest({ stories: images.map((image, index) => aDigestStory({ number: index + 1, image })) });
  await web.adapter.post({ channel: channel.id, thread: null }, web.adapter.render(digest, channel, partIds())[0]!);
  const { document } = parseHTML(await (await web.get('/')).text());

  expect([...document.querySelectorAll('img')].map((img) => img.getAttribute('src'))).toEqual([
    'https://pictures.example/a.png',
    '/samples/wire/b.svg',
  ]);
  expect(document.querySelector('img')?.getAttribute('referrerpolicy')).toBe('no-referrer');
});

storeTest('the topics page offers what the channel that one comes from does not follow yet', async ({ url }) => {
  web = await startInstallation(url);
  const { db } = web.deps;
  for (const [slug, topic] of [
    ['home', 'energy'],
    ['team', 'space'],
  ] as const) {
    const { id } = await makeChannel(db, { id: `web:${slug}` as ChannelId });
    await subscribe(db, id, [{ kind: 'topic', value: topic, label: topic }]);
  }
  expect(await topicsOffered('/topics')).toEqual({ ai: '/c/home/press', energy: 'Following', space: '/c/home/press' });
  expect(await topicsOffered('/topics?channel=team')).toEqual({
    ai: '/c/team/press',
    energy: '/c/team/press',
    space: 'Following',
  });
  const { document } = parseHTML(await (await web.get('/c/team')).text());
  expect(document.querySelector('.side-nav a')?.getAttribute('href')).toBe('/topics?channel=team');
  expect((await web.get('/topics?channel=nowhere')).status).toBe(404);
});

/** Where the button of each topic leads; in words, where there is none. */
async function topicsOffered(path: string): Promise<Record<string, string>> {
  const { document } = parseHTML(await (await web.get(path)).text());
  const items = [...document.querySelectorAll('.topic-list li')].map((item) => [
    item.querySelector('code')?.textContent,
    item.querySelector('.followed')?.textContent ?? item.querySelector('form')?.getAttribute('action'),
  ]);
  return Object.fromEntries(items);
}

storeTest('the sources page says how every feed fares, and finds one', async ({ url }) => {
  web = await startInstallation(url);
  await insertStory(web.deps.db);
  const at = new Date();
  await web.deps.db
    .insertInto('feeds')
    .values({
      url: 'https://100%_.example/',
      name: 'Saltmarsh',
      next_poll_at: at,
      created_at: at,
      failing_since: at,
      failure_reason: '403 from Cloudflare',
    })
    .execute();
  const all = await (await web.get('/sources')).text();
  expect(all).toContain('failing: 403 from Cloudflare');
  expect(all.indexOf('Saltmarsh')).toBeLessThan(all.indexOf('Meridian'));
  const found = await (await web.get(`/sources?q=${encodeURIComponent('%_')}`)).text();
  expect(found).toContain('Saltmarsh');
  expect(found).not.toContain('Meridian');
  await web.deps.db
    .updateTable('feeds')
    .set({ topics: ['energy'] })
    .where('name', '=', 'Saltmarsh')
    .execute();
  const ofTopic = await (await web.get('/sources?topic=energy')).text();
  expect(ofTopic).toContain('Saltmarsh');
  expect(ofTopic).not.toContain('Meridian');
});
