import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import Parser from 'rss-parser';
import { expect, test } from 'vitest';
import topics from '../../src/catalogue/topics.json' with { type: 'json' };
import { differentEvents, questions, sameEvent } from '../../src/samples/questions.ts';
import { sampleFeeds, serveSamples } from '../../src/samples/site.ts';

const origin = 'http://127.0.0.1:3000';
const start = new Date('2026-05-04T06:30:00Z');
const serve = serveSamples(() => start);
const feeds = sampleFeeds(origin);

interface Entry {
  id: string;
  url: string;
  title: string;
  publishedAt: Date;
  language: string;
}

/** Article id (`outlet/slug`) → entry. */
const entries = new Map<string, Entry>();
for (const feed of feeds) for (const entry of await readFeed(feed)) entries.set(entry.id, entry);

function ask(url: string, init?: RequestInit): Response {
  const response = serve(new Request(url, init));
  if (response === null) throw new Error(`not of the samples: ${url}`);
  return response;
}

async function readFeed({ url, language }: { url: string; language: string }): Promise<Entry[]> {
  const text = await ask(url).text();
  const items = url.endsWith('.json') ? readJsonFeed(text) : await readXmlFeed(text);
  return items.map((item) => {
    const [, outlet, slug] = /\/samples\/([^/]+)\/news\/([^/]+)\.html$/u.exec(item.url) ?? [];
    return { ...item, id: `${outlet}/${slug}`, language };
  });
}

function readJsonFeed(text: string) {
  const { items } = JSON.parse(text) as { items: { url: string; title: string; date_published: string }[] };
  return items.map(({ url, title, date_published }) => ({ url, title, publishedAt: new Date(date_published) }));
}

async function readXmlFeed(text: string) {
  const { items } = await new Parser().parseString(text);
  return items.map(({ link, title, isoDate }) => ({
    url: link ?? '',
    title: title ?? '',
    publishedAt: new Date(isoDate ?? Number.NaN),
  }));
}

/** The text that a reader's view of the page shows, white space made single. */
async function articleText(url: string): Promise<string> {
  const { document } = parseHTML(await ask(url).text());
  const article = new Readability(document as unknown as Document).parse();
  return (article?.textContent ?? '').replace(/\s+/gu, ' ');
}

const formats: [format: RegExp, count: number][] = [
  [/<rss version="2\.0"/u, 4],
  [/<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/u, 1],
  [/<rdf:RDF/u, 1],
  [/jsonfeed\.org\/version\/1\.1/u, 1],
];

test.for(formats)('feeds come in the promised format: %s', async ([format, count]) => {
  const texts = await Promise.all(feeds.map(({ url }) => ask(url).text()));
  expect(texts.filter((text) => format.test(text))).toHaveLength(count);
});

test('42 articles are told: 22 in English, 14 in Japanese, 6 in Traditional Chinese', () => {
  const count = (language: string) => [...entries.values()].filter((entry) => entry.language === language).length;
  expect([entries.size, count('en'), count('ja'), count('zh-TW')]).toEqual([42, 22, 14, 6]);
});

test('every entry has a title, and a date within the 20 hours before the start', () => {
  for (const { id, title, publishedAt } of entries.values()) {
    const ageHours = (start.getTime() - publishedAt.getTime()) / 3_600_000;
    expect(title.length, id).toBeGreaterThan(10);
    expect(ageHours, id).toBeGreaterThan(0);
    expect(ageHours, id).toBeLessThan(20);
  }
});

test('feeds follow topics of the catalogue', () => {
  const known = topics.map(({ id }) => id);
  for (const feed of feeds) expect(known).toEqual(expect.arrayContaining(feed.topics));
});

test('every page yields its whole article to a reader view, and the paywalled one only its beginning', async () => {
  for (const { id, url, language } of entries.values()) {
    const text = await articleText(url);
    const least = id === 'saltmarsh-ledger/quillon-guarantee' ? 400 : language === 'en' ? 1500 : 480;
    expect(text.length, id).toBeGreaterThan(least);
  }
  expect(await articleText(`${origin}/samples/saltmarsh-ledger/news/quillon-guarantee.html`)).not.toContain(
    'construction',
  );
});

test('every picture that a page shows is served', async () => {
  const shown = new Set<string>();
  for (const { url } of entries.values()) {
    const image = /<img src="([^"]+)"/u.exec(await ask(url).text())?.[1];
    if (image) shown.add(image);
  }
  expect(shown.size).toBeGreaterThan(20);
  for (const path of shown) {
    const response = ask(origin + path);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(await response.text()).toMatch(/^<svg /u);
  }
});

test('a homepage names its feed, so that it can be found from there', async () => {
  for (const { homepage, url } of feeds) expect(await ask(homepage).text()).toContain(`href="${url}"`);
});

test('nothing links to an address of others', async () => {
  const urls = [
    ...feeds.flatMap(({ url, homepage }) => [url, homepage]),
    ...[...entries.values()].map(({ url }) => url),
  ];
  for (const url of urls) {
    const linked = (await ask(url).text()).matchAll(/\s(?:href|src|url|resource|about|content)="(https?:[^"]+)"/gu);
    for (const [, address] of linked) expect(address).toMatch(/^http:\/\/127\.0\.0\.1:3000\/samples\//u);
  }
});

test('an unchanged feed answers 304 to its entity tag and to its date', () => {
  for (const { url } of feeds) {
    const { headers } = ask(url);
    const repeat = (name: string, value: string) => ask(url, { headers: { [name]: value } }).status;
    expect(repeat('if-none-match', `W/${headers.get('etag')}`)).toBe(304);
    expect(repeat('if-modified-since', headers.get('last-modified') ?? '')).toBe(304);
    expect(repeat('if-none-match', '"another"')).toBe(200);
    expect(repeat('if-modified-since', 'Thu, 01 Jan 1970 00:00:00 GMT')).toBe(200);
  }
});

test('only paths of the samples are answered, and only reading', () => {
  expect(serve(new Request(`${origin}/chat`))).toBeNull();
  expect(ask(`${origin}/samples/meridian-wire/..%2foutlets.ts`).status).toBe(404);
  expect(ask(`${origin}/samples/`).status).toBe(404);
  expect(ask(feeds[0]!.url, { method: 'POST' }).status).toBe(405);
});

test('HEAD tells what GET would, without the body', async () => {
  const head = ask(feeds[0]!.url, { method: 'HEAD' });
  expect(head.headers.get('etag')).toBe(ask(feeds[0]!.url).headers.get('etag'));
  expect(await head.text()).toBe('');
});

test('eleven events are told by several outlets, some across languages, each article in one event', () => {
  const grouped = sameEvent.flat();
  expect(sameEvent).toHaveLength(11);
  expect(new Set(grouped).size).toBe(grouped.length);
  for (const id of [...grouped, ...differentEvents.flat()]) expect(entries.has(id), id).toBe(true);
  for (const group of sameEvent) expect(new Set(group.map((id) => id.split('/')[0])).size).toBe(group.length);
});

test('each answerable question finds its words in its article', async () => {
  expect(questions.length).toBeGreaterThanOrEqual(15);
  for (const { article, language, answerable } of questions) {
    const entry = entries.get(article)!;
    const text = await articleText(entry.url);
    expect([entry.language, answerable.length], article).toEqual([language, 2]);
    for (const { words } of answerable) for (const word of words) expect(text, article).toContain(word);
  }
});
