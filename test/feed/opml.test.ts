import { expect, test } from 'vitest';
import { readOpml, writeOpml } from '../../src/feed/opml.ts';

test('reads feeds with their folders, each once', () => {
  const feeds = readOpml(`<?xml version="1.0"?><opml version="1.0"><body>
    <outline text="Tech"><outline text="Deep"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/></outline></outline>
    <outline title="Loose" xmlurl="feed://b.example/rss"/>
    <outline text="again" xmlUrl="https://a.example/feed"/>
    <outline text="no address"/><outline text="bad" xmlUrl="javascript:x"/>
  </body></opml>`);
  expect(feeds?.feeds).toEqual([
    { url: 'https://a.example/feed', name: 'A & B', homepage: 'https://a.example/', folders: ['Tech', 'Deep'] },
    { url: 'http://b.example/rss', name: 'Loose', homepage: null, folders: [] },
  ]);
});

test('reads a broken file as far as it goes, and says what is none', () => {
  expect(
    readOpml(
      '<opml><body><outline xmlUrl="https://a.example/feed" text="A"><outline xmlUrl="https://b.example/" text="B & C">',
    )?.feeds,
  ).toHaveLength(2);
  expect(readOpml('hello')).toBeNull();
  expect(readOpml('<opml></opml>')).toEqual({ feeds: [], left: 0 });
});

test('what is written is read again, whatever the names', () => {
  const feeds = [
    {
      url: 'https://a.example/feed?x=1&y=2',
      name: 'A <b> & "c" \u0001',
      homepage: 'https://a.example/',
      topics: ['ai', 'llm'],
    },
    { url: 'https://b.example/feed', name: '日本', homepage: null },
  ];
  expect(readOpml(writeOpml(feeds, 'Mine & yours'))?.feeds).toEqual(
    [
      { url: 'https://b.example/feed', name: '日本', homepage: null, folders: [] },
      { url: 'https://a.example/feed?x=1&y=2', name: 'A <b> & "c"', homepage: 'https://a.example/', folders: ['ai'] },
    ].reverse(),
  );
});

test('what is past 5,000 feeds is counted, not dropped in silence', () => {
  const outlines = Array.from({ length: 5_003 }, (_, n) => `<outline xmlUrl="https://a.example/${n}" text="${n}"/>`);
  const file = readOpml(`<opml><body>${[...outlines, outlines[0], outlines[5_002]].join('')}</body></opml>`);
  expect(file?.feeds).toHaveLength(5_000);
  expect(file?.left).toBe(3);
});
