import { expect, test } from 'vitest';
import { parseFeed } from '../../src/feed/parse-feed.ts';
import type { ParsedEntry, ParsedFeed } from '../../src/feed/parsed.ts';

const url = 'https://feeds.example.org/news.xml';

async function read(
  xml: string,
  from: Partial<Parameters<typeof parseFeed>[1]> = {},
  tolerantOnly = false,
): Promise<ParsedFeed> {
  return parseFeed(Buffer.from(xml), { url, ...from }, tolerantOnly);
}

const rss = (items: string, attributes = '', channel = '') =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>News</title><link>https://example.org/</link>${channel}${items}</channel></rss>`;
const atom = (entries: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>News</title><link href="https://example.org/"/>${entries}</feed>`;

async function entryOf(xml: string): Promise<ParsedEntry> {
  const [entry] = (await read(xml)).entries;
  return entry!;
}

type Case = [oddity: string, xml: string, expected: Partial<ParsedEntry>];

const media = 'xmlns:media="http://search.yahoo.com/mrss/"';
const cases: Case[] = [
  [
    'an item with everything plain',
    rss(
      '<item><title>One</title><link>https://example.org/1</link><guid>a</guid><pubDate>Thu, 01 Jan 2026 10:00:00 GMT</pubDate><description>Text</description><author>jane@example.org (Jane)</author><category>Tech</category></item>',
    ),
    {
      title: 'One',
      link: 'https://example.org/1',
      guid: 'a',
      published: new Date('2026-01-01T10:00:00Z'),
      summary: 'Text',
      content: 'Text',
      author: 'jane@example.org (Jane)',
      categories: ['Tech'],
    },
  ],
  [
    'content:encoded beside a description',
    rss(
      '<item><description>Short</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded></item>',
      'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    ),
    { summary: 'Short', content: '<p>Long</p>' },
  ],
  [
    'another prefix for a known namespace',
    rss(
      '<item><c:encoded>Long</c:encoded><d:creator>Jane</d:creator><d:date>2026-01-02</d:date></item>',
      'xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"',
    ),
    { content: 'Long', author: 'Jane', published: new Date('2026-01-02') },
  ],
  [
    'a prefix that nobody declared',
    rss('<item><title>One</title><dc:creator>Jane</dc:creator></item>'),
    { title: 'One', author: 'Jane' },
  ],
  [
    'a bad date',
    rss('<item><title>One</title><pubDate>yesterday at noon</pubDate></item>'),
    { title: 'One', published: null },
  ],
  [
    'a bad date in Atom, which rss-parser throws for',
    atom('<entry><title>One</title><updated>soon</updated></entry>'),
    { title: 'One', updated: null },
  ],
  [
    'a bare ampersand',
    rss('<item><title>Q&A at AT&T</title><link>https://example.org/?a=1&b=2</link></item>'),
    { title: 'Q&A at AT&T', link: 'https://example.org/?a=1&b=2' },
  ],
  [
    'HTML entities that XML does not know',
    rss('<item><title>Caf&eacute;&nbsp;&mdash; open</title></item>'),
    { title: 'Café — open' },
  ],
  ['a title escaped twice', rss('<item><title>Fish &amp;amp; chips</title></item>'), { title: 'Fish & chips' }],
  ['markup in a title', rss('<item><title>Very &lt;b&gt;bold&lt;/b&gt;</title></item>'), { title: 'Very bold' }],
  [
    'words in angle brackets that are no markup',
    rss('<item><title>Use of &amp;lt;T&amp;gt; in code</title></item>'),
    { title: 'Use of <T> in code' },
  ],
  [
    'an inline tag in a title',
    rss('<item><title>Very <b>bold</b> indeed</title></item>'),
    { title: 'Very bold indeed' },
  ],
  ['control characters', rss('<item><title>One\u0000\u000b\u001f two</title></item>'), { title: 'One two' }],
  [
    'no title',
    rss('<item><description>&lt;p&gt;The first words of a text.&lt;/p&gt;</description></item>'),
    { title: 'The first words of a text.' },
  ],
  [
    'nothing but an address',
    rss('<item><link>https://example.org/1</link></item>'),
    { title: 'https://example.org/1' },
  ],
  [
    'a guid that is an address',
    rss('<item><guid>https://example.org/1</guid></item>'),
    { link: 'https://example.org/1', guid: 'https://example.org/1' },
  ],
  [
    'a guid that is none',
    rss('<item><title>x</title><guid isPermaLink="false">https://example.org/1</guid></item>'),
    { link: null, guid: 'https://example.org/1' },
  ],
  [
    "FeedBurner's own link",
    rss(
      '<item><link>https://feeds.example.org/~r/1</link><feedburner:origLink>https://example.org/1</feedburner:origLink></item>',
      'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"',
    ),
    { link: 'https://example.org/1' },
  ],
  [
    'an Atom link in RSS',
    rss(
      '<item><atom:link href="https://example.org/1" rel="alternate"/></item>',
      'xmlns:atom="http://www.w3.org/2005/Atom"',
    ),
    { link: 'https://example.org/1' },
  ],
  ['a relative link, on a host of feeds', rss('<item><link>/1</link></item>'), { link: 'https://example.org/1' }],
  ['a link that would run', rss('<item><title>x</title><link>javascript:alert(1)</link></item>'), { link: null }],
  [
    'attachments, one of them twice and one without address',
    rss(
      '<item><enclosure url="https://example.org/a.mp3" type="audio/mpeg" length="12"/><enclosure url="https://example.org/a.mp3"/><enclosure url=""/><enclosure url="/b.mp3" length="nan"/></item>',
    ),
    {
      enclosures: [
        { url: 'https://example.org/a.mp3', type: null, bytes: null },
        { url: 'https://example.org/b.mp3', type: null, bytes: null },
      ],
    },
  ],
  [
    'a media group',
    rss(
      `<item><title>x</title><media:group><media:content url="https://example.org/v.mp4" type="video/mp4" fileSize="9"/><media:thumbnail url="https://example.org/t.jpg"/><media:description>About</media:description></media:group></item>`,
      media,
    ),
    {
      image: 'https://example.org/t.jpg',
      summary: 'About',
      enclosures: [{ url: 'https://example.org/v.mp4', type: 'video/mp4', bytes: 9 }],
    },
  ],
  [
    'a podcast',
    rss(
      '<item><title>x</title><itunes:author>Jane</itunes:author><itunes:summary>About</itunes:summary><itunes:image href="https://example.org/i.jpg"/><itunes:keywords>a, b</itunes:keywords></item>',
      'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
    ),
    { author: 'Jane', summary: 'About', image: 'https://example.org/i.jpg', categories: ['a', 'b'] },
  ],
  [
    'uppercase names',
    '<RSS VERSION="2.0"><CHANNEL><TITLE>News</TITLE><ITEM><TITLE>One</TITLE><LINK>https://example.org/1</LINK></ITEM></CHANNEL></RSS>',
    { title: 'One', link: 'https://example.org/1' },
  ],
  ['no version', '<rss><channel><title>n</title><item><title>One</title></item></channel></rss>', { title: 'One' }],
  [
    'items beside the channel',
    '<rss version="2.0"><channel><title>n</title></channel><item><title>One</title></item></rss>',
    { title: 'One' },
  ],
  [
    'RSS 1.0',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>n</title></channel><item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1</link></item></rdf:RDF>',
    { title: 'One', link: 'https://example.org/1', guid: 'https://example.org/1' },
  ],
  [
    'RSS 0.90 under a prefix',
    '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://my.netscape.com/rdf/simple/0.9/"><x:channel><x:title>n</x:title></x:channel><x:item><x:title>One</x:title></x:item></r:RDF>',
    { title: 'One' },
  ],
  [
    'an item that is never closed',
    '<rss version="2.0"><channel><item><title>One</title><item><title>Two</title></channel></rss>',
    { title: 'One' },
  ],
  [
    'a document that breaks off',
    '<rss version="2.0"><channel><item><title>One</title><description>Te',
    { title: 'One' },
  ],
  ['words before the first tag', `PHP warning: line 3\n${rss('<item><title>One</title></item>')}`, { title: 'One' }],
  [
    'Atom 1.0',
    atom(
      '<entry><id>u:1</id><title type="html">A &amp;amp; B</title><link rel="edit" href="/e"/><link rel="alternate" type="application/pdf" href="/p.pdf"/><link rel="alternate" href="/1"/><published>2026-01-01T10:00:00+02:00</published><summary>S</summary><content type="html">&lt;p&gt;C&lt;/p&gt;</content><author><name>Jane</name><email>j@example.org</email></author><category term="t" label="Tech"/></entry>',
    ),
    {
      guid: 'u:1',
      title: 'A & B',
      link: 'https://example.org/1',
      published: new Date('2026-01-01T08:00:00Z'),
      summary: 'S',
      content: '<p>C</p>',
      author: 'Jane',
      categories: ['Tech'],
    },
  ],
  [
    'Atom under a prefix',
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>n</a:title><a:entry><a:title>One</a:title><a:link href="https://example.org/1"/></a:entry></a:feed>',
    { title: 'One', link: 'https://example.org/1' },
  ],
  [
    'Atom text that only looks like markup',
    atom('<entry><title>&amp;lt;T&amp;gt; &amp;amp; U</title></entry>'),
    { title: '&lt;T&gt; &amp; U' },
  ],
  [
    'Atom XHTML, in its order',
    atom(
      '<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b> three</div></title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b> three <i>four</i></div></content></entry>',
    ),
    { title: 'One two three', content: 'One <b>two</b> three <i>four</i>' },
  ],
  [
    'prefixed XHTML',
    atom(
      '<entry><content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>One</x:p></x:div></content></entry>',
    ),
    { content: '<p>One</p>' },
  ],
  [
    'Atom 0.3 with base64',
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="base64">T25l</title><content type="text/html" mode="escaped">&lt;b&gt;C&lt;/b&gt;</content><issued>2026-01-01T00:00:00Z</issued><modified>2026-01-02T00:00:00Z</modified></entry></feed>',
    { title: 'One', content: '<b>C</b>', published: new Date('2026-01-01'), updated: new Date('2026-01-02') },
  ],
  [
    'xml:base, inherited and nested',
    atom(
      '<entry xml:base="b/"><link href="1"/><content type="html" xml:base="c/">&lt;a href="2">x&lt;/a></content></entry>',
      'xml:base="https://other.example/a/"',
    ),
    { link: 'https://other.example/a/b/1', content: '<a href="https://other.example/a/b/c/2">x</a>' },
  ],
  [
    "an entry's author inherited from the feed",
    atom('<author><name>Jane</name></author><entry><title>x</title></entry>'),
    { author: 'Jane' },
  ],
  [
    'a language of its own',
    atom('<entry xml:lang="JA"><title>x</title></entry>', 'xml:lang="en-US"'),
    { language: 'ja' },
  ],
  [
    'CDF',
    '<CHANNEL HREF="https://example.org/"><TITLE>n</TITLE><ITEM HREF="/1" LASTMOD="2026-01-01T00:00"><TITLE>One</TITLE><ABSTRACT>Text</ABSTRACT></ITEM></CHANNEL>',
    { title: 'One', summary: 'Text', published: new Date('2026-01-01') },
  ],
  [
    'scripts in a text',
    rss(
      '<item><description><![CDATA[<p onclick="x()">a<script>alert(1)</script> <a href="java&#115;cript:x()">b</a><iframe src="//x"></iframe></p>]]></description></item>',
    ),
    { summary: '<p>a <a>b</a></p>' },
  ],
  [
    'an iframe that is never closed',
    rss('<item><description><![CDATA[safe<iframe src="x"> <b>words</b>]]></description></item>'),
    { summary: 'safe <b>words</b>' },
  ],
  [
    'a script in a title',
    rss('<item><title><![CDATA[safe<script>alert(1)</script> title]]></title></item>'),
    { title: 'safe title' },
  ],
  [
    'a base on the div around XHTML',
    atom(
      '<entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" xml:base="https://other.example/a/"><a href="1">x</a></div></content></entry>',
    ),
    { content: '<a href="https://other.example/a/1">x</a>' },
  ],
  [
    "a base on RSS's root",
    '<rss version="2.0" xml:base="https://other.example/a/"><channel><item><link>1</link></item></channel></rss>',
    { link: 'https://other.example/a/1' },
  ],
  [
    'a CDATA section that breaks off',
    '<rss version="2.0"><channel><item><description><![CDATA[Words & more',
    { summary: 'Words & more' },
  ],
  [
    'a source with a title, a link and a date of its own',
    atom(
      '<entry><source><title>Other</title><link href="https://other.example/"/><updated>2001-01-01T00:00:00Z</updated></source><title>One</title><link href="/1"/></entry>',
    ),
    { title: 'One', link: 'https://example.org/1', updated: null },
  ],
  [
    'an escaped title of Atom 0.3',
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped">Very &lt;b>bold&lt;/b></title></entry></feed>',
    { title: 'Very bold' },
  ],
  [
    'a body of XHTML in RSS',
    rss('<item><body xmlns="http://www.w3.org/1999/xhtml"><p>One</p></body></item>'),
    { content: '<p>One</p>' },
  ],
  [
    'an address with a space in it',
    rss('<item><link>https://example.org/a b</link></item>'),
    { link: 'https://example.org/a%20b' },
  ],
  [
    'a namespace of RSS that nobody needs',
    '<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><item><title>One</title></item></channel></rss>',
    { title: 'One' },
  ],
];

test.for(cases)('reads %s', async ([, xml, expected]) => {
  expect(await entryOf(xml)).toMatchObject(expected);
});

test.for(cases.filter(([oddity]) => !oddity.startsWith('FeedBurner')))(
  'the tolerant reader alone reads %s the same',
  async ([, xml, expected]) => {
    const feed = await read(xml, {}, true);
    expect(feed.entries[0]).toMatchObject(expected);
  },
);

test('every item is read when some are not closed', async () => {
  expect(
    (
      await read('<rss version="2.0"><channel><item><title>One</title><item><title>Two</title></channel></rss>')
    ).entries.map(({ title }) => title),
  ).toEqual(['One', 'Two']);
});

test.for([
  ['well-formed', rss('<item><title>One</title></item>'), 'rss-parser'],
  ['an ampersand too many', rss('<item><title>One & two</title></item>'), 'rss-parser, mended'],
  ['a tag too few', rss('<item><title>One</item>'), 'tolerant'],
  ['XHTML', atom('<entry><content type="xhtml"><div>x</div></content></entry>'), 'tolerant'],
  ['JSON', '{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'json'],
] as const)('records the path taken: %s', async ([, text, path]) => {
  expect((await read(text)).path).toBe(path);
});

test('a feed speaks for itself', async () => {
  const channel =
    '<description>About</description><language>EN-us</language><ttl>90</ttl><image><url>https://example.org/i.png</url></image>';
  expect(await read(rss('', '', channel))).toMatchObject({
    format: 'rss',
    title: 'News',
    description: 'About',
    link: 'https://example.org/',
    language: 'en-us',
    ttlSeconds: 5400,
    image: 'https://example.org/i.png',
    entries: [],
  });
});

test("the server's words count where the document has none", async () => {
  const feed = await read('<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="1"/></entry></feed>', {
    contentLanguage: 'ja',
    contentLocation: 'https://real.example/a/',
  });
  expect(feed).toMatchObject({
    language: 'ja',
    title: 'https://real.example/a/',
    entries: [{ link: 'https://real.example/a/1' }],
  });
});

test.for<[text: string, reason: string]>([
  ['', 'an empty document'],
  ['just words', 'no feed'],
  ['<!doctype html><html><body><p>A page</p></body></html>', 'a web page, no feed'],
  ['{"a":1}', 'JSON, but no JSON Feed'],
  ['{"a":', 'broken JSON'],
])('says why %s is no feed', async ([text, reason]) => {
  await expect(read(text)).rejects.toThrow(reason);
});

test('entities of the document are not followed', async () => {
  const bomb =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
  const feed = await read(`${bomb}${rss('<item><title>x &b; &f;</title></item>')}`);
  expect(feed.entries[0]!.title).toBe('x &b; &f;');
});

test('JSON Feed, with what people put in the wrong place', async () => {
  const feed = await read(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'News',
      home_page_url: 'https://example.org/',
      language: 'en-US',
      author: { name: 'Jane' },
      items: [
        {
          id: 7,
          url: '/1',
          content_text: 'a < b\n\nnext',
          date_published: '2026-01-01T00:00:00Z',
          attachments: [{ url: '/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 5 }],
          tags: ['x', null],
        },
        {
          id: '8',
          content_html: '<p>Text</p>',
          external_url: 'https://other.example/',
          authors: { name: 'Ann' },
          date_published: 'soon',
        },
        null,
      ],
    }),
  );
  expect(feed).toMatchObject({ title: 'News', link: 'https://example.org/', language: 'en-us' });
  expect(feed.entries[0]).toMatchObject({
    guid: '7',
    content: '<p>a &lt; b</p>\n<p>next</p>',
    author: 'Jane',
    enclosures: [{ type: 'audio/mpeg', bytes: 5 }],
    categories: ['x'],
  });
  expect(feed.entries[1]).toMatchObject({
    link: 'https://other.example/',
    author: 'Ann',
    title: 'Text',
    published: null,
  });
  expect(feed.entries).toHaveLength(3);
});
