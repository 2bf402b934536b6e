import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { readPage } from '../../src/article/page.ts';
import { paragraphsOf } from '../../src/article/paragraphs.ts';
import { parseDate } from '../../src/feed/dates.ts';
import { safeHtml } from '../../src/feed/markup.ts';
import { readOpml } from '../../src/feed/opml.ts';
import { parseFeed } from '../../src/feed/parse-feed.ts';
import { NotAFeed } from '../../src/feed/parsed.ts';

const seeds = [
  '<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News</title><link>https://example.org/</link><item><title>One &amp; two</title><link>/1</link><guid isPermaLink="true">a</guid><pubDate>Thu, 01 Jan 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>Text <a href="x">y</a></p>]]></description><media:group><media:content url="u"/></media:group></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">N</div></title><entry><id>1</id><link rel="enclosure" href="a"/><updated>2026-01-01T00:00:00Z</updated><content type="html">&lt;b&gt;x</content><author><name>J</name></author></entry></feed>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>n</title></channel><item rdf:about="y"><title>One</title><dc:date>2026</dc:date></item></rdf:RDF>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"n","items":[{"id":"1","url":"/x","content_html":"<p>x</p>","authors":[{"name":"J"}],"attachments":[{"url":"a"}]}]}',
];
const scraps = [
  '<',
  '>',
  '&',
  '<item>',
  '</item>',
  '<entry',
  '</channel>',
  ']]>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE x [',
  '&#0;',
  '&#x10ffff;',
  '&#999999999;',
  '\u0000',
  '\ud800',
  'xmlns="',
  'xml:base="javascript:',
  '<__proto__>',
  '<constructor/>',
  'type="xhtml"',
  'mode="base64"',
  '"',
  "'",
  '%',
  '\u2028',
  '{',
  '[',
  'null',
];

/** A seed with pieces cut out, doubled, swapped and scraps put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(
      fc.tuple(
        fc.nat(10_000),
        fc.nat(60),
        fc.oneof(fc.constantFrom(...scraps), fc.string({ unit: 'binary', maxLength: 12 })),
      ),
      { minLength: 1, maxLength: 12 },
    ),
  )
  .map(([seed, edits]) =>
    edits.reduce(
      (text, [at, cut, put]) =>
        text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + cut),
      seed,
    ),
  );

async function survives(bytes: Uint8Array): Promise<void> {
  for (const tolerantOnly of [false, true]) {
    try {
      const feed = await parseFeed(bytes, { url: 'https://example.org/feed', contentType: null }, tolerantOnly);
      expect(typeof feed.title).toBe('string');
      for (const entry of feed.entries) expect(typeof entry.title).toBe('string');
    } catch (error) {
      expect(error).toBeInstanceOf(NotAFeed);
    }
  }
}

test('no bytes make the parser throw anything but its own refusal', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), survives), { numRuns: 1500 });
});

test('no damage to a feed makes the parser throw', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, (text) => survives(Buffer.from(text))),
    { numRuns: 3000 },
  );
});

test('no damage to a feed in another charset makes the parser throw', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, fc.constantFrom('utf16le', 'latin1'), (text, charset) =>
      survives(Buffer.from(text, charset as BufferEncoding)),
    ),
    { numRuns: 500 },
  );
});

test('dates, paragraphs, OPML and pages are read from any text without a throw', () => {
  fc.assert(
    fc.property(fc.oneof(mutated, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
      const date = parseDate(text);
      expect(date === null || !Number.isNaN(date.getTime())).toBe(true);
      expect(Array.isArray(paragraphsOf(text))).toBe(true);
      expect(readOpml(text) === null || Array.isArray(readOpml(text)?.feeds)).toBe(true);
      expect(
        Array.isArray(readPage(`<html><body><p>${text}</p></body></html>`, 'https://example.org/').paragraphs),
      ).toBe(true);
    }),
    { numRuns: 800 },
  );
});

const pieces = [
  '<p',
  '<a',
  '<img',
  '<b>',
  '<script',
  '</script>',
  '<iframe',
  '<svg',
  '<!--',
  '-->',
  '<',
  '>',
  '/>',
  '"',
  "'",
  '=',
  ' ',
  '\n',
  '/',
  'onclick',
  'onerror',
  'href',
  'src',
  'style',
  'srcdoc',
  'javascript:x',
  'java&#115;cript:x',
  ' JaVaScRiPt:x',
  'data:text/html,x',
  '//evil',
  '/rel',
  'https://a.b/?x&amp;y',
  'url(x)',
  'class',
  '`',
  '&',
  '&#60;',
  '\u0000',
  'words',
  'title',
];

test('no HTML comes out with anything that could run', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const out = safeHtml(parts.join(''), 'https://example.org/');
      const parser = new Parser({
        onopentag(name, attributes) {
          expect(['script', 'iframe', 'svg', 'style', 'object', 'form']).not.toContain(name);
          for (const [attribute, value] of Object.entries(attributes)) {
            expect(attribute).not.toMatch(/^(?:on|srcdoc)/i);
            if (attribute === 'href' || attribute === 'src')
              expect(value.replace(/[\x00-\x20]/g, '')).not.toMatch(/^(?:javascript|data|vbscript):/i);
            if (attribute === 'style') expect(value).not.toContain('(');
          }
        },
      });
      parser.end(out);
    }),
    { numRuns: 30_000 },
  );
});
