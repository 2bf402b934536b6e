import { afterAll, expect, onTestFinished, test } from 'vitest';
import { createExtractor } from '../../src/article/extract.ts';
import { readArticle } from '../../src/article/read.ts';
import { storePastedArticle } from '../../src/store/articles.ts';
import { fetcherFor, serve } from '../feed/site.ts';
import { storeTest } from '../support/store.ts';
import { pages, walls } from './pages.ts';

const extractor = createExtractor();
afterAll(() => extractor.close());
const now = () => new Date('2026-01-15T12:00:00Z');

async function read(html: string, path = '/2026/tidal', contentType = 'text/html; charset=utf-8') {
  await using site = await serve((_, response) => response.setHeader('content-type', contentType).end(html));
  await using fetcher = fetcherFor([site]);
  return await readArticle(`${site.origin}${path}`, { fetcher, extractor, now });
}

test('a pasted link becomes an article with numbered sentences', async () => {
  const [{ html, text }] = pages as [(typeof pages)[number]];
  const article = await read(html, '/2026/tidal?utm_source=chat');
  expect(article).toMatchObject({
    kind: 'article',
    draft: {
      title: 'Tidal power comes to Marwick at last',
      language: 'en',
      minutes: 1,
      excerptOnly: false,
      publishedAt: new Date('2026-01-14T08:00:00Z'),
    },
  });
  const { sentences, paragraphs, canonicalUrl } = (article as Extract<typeof article, { kind: 'article' }>).draft;
  expect(paragraphs).toHaveLength(text.length);
  expect(paragraphs.map((start, index) => sentences.slice(start, paragraphs[index + 1]).join(' '))).toEqual(text);
  expect(canonicalUrl).toMatch(/\/2026\/tidal$/);
});

test('behind a wall it is an excerpt; a page without words, or no page, says so', async () => {
  expect(await read(walls[0]!.html)).toMatchObject({ kind: 'article', draft: { excerptOnly: true } });
  expect(await read('<html><body></body></html>')).toEqual({ kind: 'unreadable', reason: 'the page shows no text' });
  expect(await read('%PDF-1.4', '/x.pdf', 'application/pdf')).toEqual({
    kind: 'unreadable',
    reason: 'it is no web page (application/pdf)',
  });
});

test('a link to a private address is refused in words', async () => {
  await using fetcher = fetcherFor([]);
  expect(await readArticle('http://192.168.1.1/', { fetcher, extractor, now })).toEqual({
    kind: 'unreadable',
    reason: '192.168.1.1 is not on the open internet',
  });
});

test('a page that exhausts its reader ends the reader, and the next page is read', async () => {
  const small = createExtractor({ timeoutMs: 1_500 });
  const deep = Buffer.from(`<html><body>${'<div><b>x '.repeat(300_000)}</body></html>`);
  const from = { url: 'https://example.org/', contentType: null };
  const [bad, good] = await Promise.all([small.page(deep, from), small.page(Buffer.from(pages[0]!.html), from)]);
  expect(bad === null || Array.isArray(bad.sentences)).toBe(true);
  expect(good?.sentences.length).toBeGreaterThan(5);
  await small.close();
});

test('texts of feeds come back in order', async () => {
  const texts = await extractor.texts([
    { html: '<p>One. Two.</p><p>Three.</p>', title: 'T', language: 'en' },
    { html: '', title: 'Empty', language: null },
    { html: '<p>雨が降った。風も吹いた。</p>', title: '天気', language: null },
  ]);
  expect(texts).toMatchObject([
    { sentences: ['One.', 'Two.', 'Three.'], paragraphs: [0, 2] },
    { sentences: [], paragraphs: [] },
    { sentences: ['雨が降った。', '風も吹いた。'], language: 'ja' },
  ]);
});

test('a feed whose every text exhausts its reader holds up no other for long', async () => {
  const impatient = createExtractor({ timeoutMs: 1 });
  onTestFinished(() => impatient.close());
  const heavy = {
    html: `<p>${'A ferry left the harbour at noon. '.repeat(10_000)}</p>`,
    title: 'Ferry',
    language: 'en',
  };
  const started = performance.now();
  const texts = await impatient.texts(Array.from({ length: 60 }, () => heavy));
  expect(texts).toHaveLength(60);
  expect(texts.every(({ sentences }) => sentences.length === 0)).toBe(true);
  // Each that takes too long costs its time and a thread.
  const one = performance.now();
  await impatient.texts([heavy]);
  expect(one - started).toBeLessThan(10 * (performance.now() - one));
});

storeTest('a pasted article is stored once, under a feed that is never polled', async ({ db }) => {
  const article = await read(pages[0]!.html);
  const { draft } = article as Extract<typeof article, { kind: 'article' }>;
  const [first, second] = [await storePastedArticle(db, draft, now()), await storePastedArticle(db, draft, now())];
  expect(second).toBe(first);
  expect(await db.selectFrom('feeds').select(['url', 'state']).execute()).toEqual([
    { url: 'pasted:links', state: 'off' },
  ]);
});
