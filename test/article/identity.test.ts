import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl, identify } from '../../src/article/identity.ts';

const page = 'https://example.org/news/1';

test.for([
  'https://example.org/news/1',
  'http://example.org/news/1/',
  'https://www.example.org/news/1#comments',
  'https://m.example.org/news/1',
  'https://amp.example.org/news/1',
  'https://example.org/news/1/amp',
  'https://example.org/news/1/amp/',
  'https://example.org/amp/news/1',
  'https://example.org/news/1?amp=1',
  'https://example.org/news/1/index.html',
  'https://example.org/news/1?utm_source=rss&utm_medium=feed&fbclid=abc',
  'https://example.org/news/1?ref=twitter',
  'https://example-org.cdn.ampproject.org/c/s/example.org/news/1',
  'https://www.google.com/amp/s/example.org/news/1',
  'https://www.google.com/url?url=https://example.org/news/1&sa=t',
])('%s is the same page', (address) => {
  expect(canonicalUrl(address)).toBe(page);
});

test.for([
  ['https://example.org/?p=1', 'https://example.org/?p=2'],
  ['https://example.org/a', 'https://example.org/b'],
  ['https://example.org/watch?v=a&ref=x', 'https://example.org/watch?v=b'],
  ['https://example.org/#!/a', 'https://example.org/#!/b'],
  ['https://m.example/a', 'https://example/a'],
  ['https://example.org:8080/a', 'https://example.org/a'],
  ['https://example.org/?ref=chapter1', 'https://example.org/?ref=chapter2'],
] as [string, string][])('%s and %s are two pages', ([a, b]) => {
  expect(canonicalUrl(a)).not.toBe(canonicalUrl(b));
});

test('the form of an address is its own form, and the order of parameters says nothing', () => {
  expect(canonicalUrl('https://example.org/x?b=2&a=1')).toBe(canonicalUrl('https://example.org/x?a=1&b=2'));
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
    }),
    { numRuns: 500 },
  );
});

const entry = {
  guid: 'g' as string | null,
  link: page as string | null,
  title: 'Title',
  content: '<p>Text</p>' as string | null,
};
const identities = (...entries: (typeof entry)[]) => identify(entries).map(({ identity }) => identity);

test('the guid is the identity, whatever else changes', () => {
  const [before] = identities(entry);
  expect(identities({ ...entry, title: 'Other', link: 'https://example.org/2' })).toEqual([before]);
});

test('a guid that is repeated tells nothing without the address', () => {
  const [a, b] = identities(entry, { ...entry, link: 'https://example.org/2' });
  expect(a).not.toBe(b);
});

test('without a guid it is the address, without that the text', () => {
  const bare = { ...entry, guid: null };
  expect(identities(bare)).toEqual(identities({ ...bare, title: 'Other', link: `${page}?utm_source=x` }));
  const wordless = { ...bare, link: null };
  expect(identities(wordless)).toEqual(identities({ ...wordless, content: 'Text' }));
  expect(identities(wordless)).not.toEqual(identities({ ...wordless, title: 'Other' }));
});

test('an address that several entries share names no page', () => {
  expect(identify([entry, { ...entry, guid: 'h' }]).map(({ canonicalUrl }) => canonicalUrl)).toEqual([null, null]);
});

test('markup and white space do not change what a text says', () => {
  const hashes = ['<p>One two</p>', '<div>One\n  two</div>', 'One two'].map(
    (content) => identify([{ ...entry, content }])[0]!.contentHash,
  );
  expect(new Set(hashes).size).toBe(1);
});
