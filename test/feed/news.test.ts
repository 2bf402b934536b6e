import { expect, test } from 'vitest';
import { identify } from '../../src/article/identity.ts';
import { type IdentifiedEntry, publishedAt, sortNews } from '../../src/feed/news.ts';
import type { ParsedEntry } from '../../src/feed/parsed.ts';
import type { KnownEntry } from '../../src/store/entries.ts';

const now = new Date('2026-01-15T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

function anEntry(given: Partial<ParsedEntry> = {}): ParsedEntry {
  return {
    guid: 'g1',
    link: 'https://example.org/1',
    title: 'The harbour opens its gates again',
    author: null,
    summary: null,
    content: '<p>The harbour of the city opened its gates on Monday, after two years.</p>',
    published: hoursAgo(1),
    updated: null,
    language: null,
    image: null,
    enclosures: [],
    categories: [],
    comments: null,
    ...given,
  };
}

const identified = (...entries: ParsedEntry[]): IdentifiedEntry[] =>
  identify(entries).map((identity, index) => ({ ...identity, entry: entries[index]! }));
const remembered = (entry: IdentifiedEntry, article: number | null = 7): KnownEntry => ({
  id: 1,
  identity: entry.identity,
  url: entry.canonicalUrl,
  content_hash: entry.contentHash,
  article_id: article,
});
const known = (entry: ParsedEntry, article: number | null = 7) =>
  identified(entry).map((each) => remembered(each, article));
const counts = ({ articles, edited, remembered }: ReturnType<typeof sortNews>) => [
  articles.length,
  edited.length,
  remembered.length,
];

test('what is known is no news', () => {
  expect(counts(sortNews(identified(anEntry()), known(anEntry()), now, false))).toEqual([0, 0, 0]);
});

test.for([
  ['re-dated', { published: hoursAgo(0) }, [0, 0, 0]],
  ['re-guided at its address', { guid: 'g2' }, [0, 0, 1]],
  ['re-guided and moved, with the same text', { guid: 'g2', link: 'https://example.org/moved' }, [0, 0, 1]],
  ['shared with tracking', { guid: 'g2', link: 'http://www.example.org/1/?utm_source=rss' }, [0, 0, 1]],
  ['edited', { content: 'Another text' }, [0, 1, 0]],
  ['edited under another guid', { guid: 'g2', title: 'Another title' }, [0, 1, 0]],
] as [string, Partial<ParsedEntry>, number[]][])('an entry that comes back %s is not new', ([, change, expected]) => {
  expect(counts(sortNews(identified(anEntry(change)), known(anEntry()), now, false))).toEqual(expected);
});

test('an edit names the article; one that never became an article is only remembered', () => {
  const edited = identified(anEntry({ title: 'Another title' }));
  expect(sortNews(edited, known(anEntry(), 42), now, false).edited[0]).toMatchObject({ article: 42 });
  expect(counts(sortNews(edited, known(anEntry(), null), now, false))).toEqual([0, 0, 1]);
});

test('the same short words on another day are another entry', () => {
  const before = anEntry({ title: 'Daily report', content: '' });
  const after = anEntry({ guid: 'g2', link: 'https://example.org/2', title: 'Daily report', content: '' });
  expect(counts(sortNews(identified(after), known(before), now, false))).toEqual([1, 0, 0]);
});

test('of two with the same text that both stand in the feed, each is itself', () => {
  const twins = identified(anEntry(), anEntry({ guid: 'g2', link: 'https://example.org/2' }));
  expect(counts(sortNews(twins, [remembered(twins[0]!)], now, false))).toEqual([1, 0, 0]);
});

test('the first reading makes articles only of the last day, at most 30', () => {
  const many = Array.from({ length: 50 }, (_, index) =>
    anEntry({
      guid: `g${index}`,
      link: `https://example.org/${index}`,
      content: `Text ${index}`,
      published: hoursAgo(index / 2),
    }),
  );
  const old = anEntry({ guid: 'old', link: 'https://example.org/old', published: hoursAgo(30) });
  const undated = anEntry({ guid: 'undated', link: 'https://example.org/undated', published: null });
  const news = sortNews(identified(...many, old, undated), [], now, true);
  expect(counts(news)).toEqual([30, 0, 22]);
  expect(news.articles[0]!.entry.guid).toBe('g0');
});

test('a later reading takes the newest 60 of the last week, and what has no date', () => {
  const many = Array.from({ length: 70 }, (_, index) =>
    anEntry({ guid: `g${index}`, link: `https://example.org/${index}`, content: `Text ${index}` }),
  );
  expect(counts(sortNews(identified(...many), [], now, false))).toEqual([60, 0, 10]);
  expect(counts(sortNews(identified(anEntry({ published: hoursAgo(24 * 8) })), [], now, false))).toEqual([0, 0, 1]);
  expect(counts(sortNews(identified(anEntry({ published: null })), [], now, false))).toEqual([1, 0, 0]);
});

test('nothing is published in the future', () => {
  expect(publishedAt(anEntry({ published: new Date('2030-01-01') }), now)).toEqual(now);
});
