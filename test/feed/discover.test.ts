import { afterAll, expect, test } from 'vitest';
import { discover, feedLinks } from '../../src/feed/discover.ts';
import type { Fetched, Fetcher } from '../../src/feed/fetch.ts';
import { createParser } from '../../src/feed/parse.ts';
import { usualPlaces, wellKnownFeeds } from '../../src/feed/well-known.ts';
import { fetcherFor, serve } from './site.ts';

const parser = createParser();
afterAll(() => parser.close());

const feed = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><title>One</title></item></channel></rss>`;

async function site(pages: Record<string, string>) {
  const served = await serve((request, response) => {
    const page = pages[request.url ?? ''];
    if (page === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': page.startsWith('<rss') ? 'application/rss+xml' : 'text/html' })
        .end(page);
  });
  const fetcher = fetcherFor([served]);
  return {
    origin: served.origin,
    fetcher,
    async [Symbol.asyncDispose]() {
      await fetcher.close();
      await served[Symbol.asyncDispose]();
    },
  };
}

test('a feed is its own', async () => {
  await using here = await site({ '/feed': feed('Mine') });
  expect(await discover(`${here.origin}/feed`, here.fetcher, parser)).toMatchObject({
    kind: 'feed',
    url: `${here.origin}/feed`,
    feed: { title: 'Mine' },
  });
});

test('a page names its feed; the one of comments is passed over', async () => {
  await using here = await site({
    '/': '<head><link rel="alternate" type="application/rss+xml" title="Comments Feed" href="/comments/feed"><link rel="alternate" type="application/rss+xml" title="News" href="/news.xml"></head>',
    '/news.xml': feed('News'),
  });
  expect(await discover(here.origin, here.fetcher, parser)).toMatchObject({
    kind: 'feed',
    url: `${here.origin}/news.xml`,
  });
});

test('RSS and Atom of the same are one; different feeds are offered', async () => {
  const link = (title: string, href: string) =>
    `<link rel="alternate" type="application/atom+xml" title="${title}" href="${href}">`;
  await using here = await site({
    '/same': link('News (RSS)', '/a') + link('News (Atom)', '/b'),
    '/many': link('News', '/a') + link('Sport', '/b'),
    '/a': feed('A'),
    '/b': feed('B'),
  });
  expect(await discover(`${here.origin}/same`, here.fetcher, parser)).toMatchObject({
    kind: 'feed',
    url: `${here.origin}/a`,
  });
  expect(await discover(`${here.origin}/many`, here.fetcher, parser)).toEqual({
    kind: 'several',
    candidates: [
      { url: `${here.origin}/a`, title: 'News' },
      { url: `${here.origin}/b`, title: 'Sport' },
    ],
  });
});

test('a page that names none may link to one, or have it in a usual place', async () => {
  await using linking = await site({ '/': '<a href="/blog/atom.xml">subscribe</a>', '/blog/atom.xml': feed('Linked') });
  expect(await discover(linking.origin, linking.fetcher, parser)).toMatchObject({
    kind: 'feed',
    feed: { title: 'Linked' },
  });
  await using usual = await site({ '/': '<p>Hello</p>', '/index.xml': feed('Usual') });
  expect(await discover(usual.origin, usual.fetcher, parser)).toMatchObject({
    kind: 'feed',
    url: `${usual.origin}/index.xml`,
  });
});

test('none is said with the reason, after few requests', async () => {
  let requests = 0;
  await using here = await serve((_, response) => {
    requests++;
    response.end('<p>Hello</p>');
  });
  await using fetcher = fetcherFor([here]);
  expect(await discover(here.origin, fetcher, parser)).toEqual({ kind: 'none', reason: 'no feed is offered there' });
  expect(requests).toBeLessThanOrEqual(14);
  expect(await discover('http://10.0.0.1/', fetcher, parser)).toMatchObject({
    kind: 'none',
    reason: expect.stringContaining('open internet'),
  });
});

test('an address without a scheme is a secure one', async () => {
  const asked: string[] = [];
  const refused: Fetched = { kind: 'refused', reason: 'no' };
  const fetcher: Fetcher = {
    async get(url) {
      asked.push(url);
      return refused;
    },
    close: async () => {},
  };
  await discover('example.org/news', fetcher, parser);
  expect(asked[0]).toBe('https://example.org/news');
});

test.for<[string, string]>([
  ['https://www.youtube.com/channel/UC123', 'https://www.youtube.com/feeds/videos.xml?channel_id=UC123'],
  ['https://youtube.com/playlist?list=PL1', 'https://www.youtube.com/feeds/videos.xml?playlist_id=PL1'],
  ['https://old.reddit.com/r/selfhosted/', 'https://www.reddit.com/r/selfhosted/.rss'],
  ['https://github.com/nodejs/node', 'https://github.com/nodejs/node/releases.atom'],
  ['https://github.com/nodejs/node/commits/main', 'https://github.com/nodejs/node/commits.atom'],
  ['https://mastodon.example/@ann', 'https://mastodon.example/@ann.rss'],
  ['https://ann.substack.com/p/a-post', 'https://ann.substack.com/feed'],
  ['https://medium.com/@ann/a-post', 'https://medium.com/feed/@ann'],
  ['https://news.ycombinator.com/', 'https://news.ycombinator.com/rss'],
])('%s has a known feed', ([page, expected]) => {
  expect(wellKnownFeeds(new URL(page))).toEqual([expected]);
});

test('usual places begin in the folder of the page', () => {
  expect(usualPlaces(new URL('https://example.org/blog/post'))[0]).toBe('https://example.org/blog/feed/');
  expect(wellKnownFeeds(new URL('https://example.org/blog/'))).toEqual([]);
});

test('links are found with a base, and dangerous ones are not', () => {
  const { declared } = feedLinks(
    '<base href="https://cdn.example/x/"><link rel=alternate type=application/rss+xml href=f.xml><link rel=alternate type=application/rss+xml href="file:///x">',
    'https://example.org/',
  );
  expect(declared).toEqual([{ url: 'https://cdn.example/x/f.xml', title: 'https://cdn.example/x/f.xml' }]);
});
