import { decodeText } from './decode.ts';
import { readJsonFeed } from './json-feed.ts';
import { decodeEntities } from './markup.ts';
import { documentKind, type Kind, type Rename, renamer } from './names.ts';
import { outlineOf } from './outline.ts';
import { NotAFeed, type ParsedFeed, type Provenance } from './parsed.ts';
import { readWithRssParser } from './primary.ts';
import { readTolerantly } from './tolerant.ts';
import { understand } from './understand.ts';

/**
 * Reads a feed: rss-parser first; where it refuses, again with the text mended; else the tolerant reader, which reads
 * what rss-parser would scramble or finds nothing in.
 *
 * @param tolerantOnly a first attempt took too long.
 * @throws NotAFeed for every document that is none; nothing else.
 */
export async function parseFeed(bytes: Uint8Array, provenance: Provenance, tolerantOnly = false): Promise<ParsedFeed> {
  const text = withoutControls(decodeText(bytes, provenance.contentType ?? null)).trimStart();
  if (/^[{[]/.test(text)) return readJsonFeed(text, provenance);
  const kind = documentKind(text);
  if (kind === null) throw new NotAFeed(reasonNoFeed(text));
  const rename = renamer(text);
  const read = tolerantOnly || !suitsRssParser(text, kind) ? null : await tryRssParser(text, kind, rename, provenance);
  const feed = read ?? understand(outlineOf(readTolerantly(mended(text), rename), kind), provenance, 'tolerant');
  if (feed.entries.length === 0 && /^\s*(<\?[^>]*\?>\s*)?<(!doctype\s+)?html/i.test(text.slice(0, 1000)))
    throw new NotAFeed('a web page, no feed');
  return feed;
}

/** What XML 1.0 forbids and no reader should see. Tab, line feed and carriage return stay. */
function withoutControls(text: string): string {
  return controls.test(text) ? text.replace(everyControl, '') : text;
}

const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const everyControl = new RegExp(controls, 'g');

/**
 * What is known beforehand to need the tolerant reader: CDF, XHTML (whose order xml2js loses, which shows only at the
 * end), and an `xml:base` or `xml:lang` on RSS's own root, which rss-parser keeps to itself.
 */
function suitsRssParser(text: string, kind: Kind): boolean {
  if (kind === 'cdf' || (text.includes('xhtml') && /type=["']xhtml/.test(text))) return false;
  return kind === 'atom' || !/<(?:rss|rdf:rdf)\s[^<>]*xml:(?:base|lang)/i.test(text.slice(0, 5000));
}

async function tryRssParser(
  text: string,
  kind: Kind,
  rename: Rename,
  provenance: Provenance,
): Promise<ParsedFeed | null> {
  const attempts = [
    ['rss-parser', () => text],
    ['rss-parser, mended', () => mended(text)],
  ] as const;
  for (const [path, document] of attempts) {
    try {
      const feed = understand(await readWithRssParser(document(), kind, rename), provenance, path);
      // Entries in the text that it did not find: they stand where the format does not expect them.
      return feed.entries.length > 0 || !/<(?:[\w.-]+:)?(?:item|entry)[\s>]/i.test(text) ? feed : null;
    } catch (error) {
      if ((error as Error).name === 'Scrambled') return null;
    }
  }
  return null;
}

/** Ampersands and entities that XML does not know, and words before the first tag or behind the last. */
function mended(text: string): string {
  const begin = text.search(/<(?:\?xml|!doctype|!--|rss|feed|rdf|[\w.-]+:(?:rdf|feed))/i);
  const closed = text.lastIndexOf('<![CDATA[') > text.lastIndexOf(']]>') ? `${text}]]>` : text;
  return closed
    .slice(Math.max(0, begin))
    .replace(/(<\/(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>)[^<]*$/i, '$1')
    .replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/i, '')
    .replace(foreignEntities, (written) => (written.startsWith('<') ? written : character(written)));
}

/** A CDATA section, to be left alone, or an ampersand that begins nothing which XML knows. */
const foreignEntities =
  /<!\[CDATA\[[\s\S]*?\]\]>|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)(?:[a-z]\w{1,30};)?/gi;

/** HTML's entities are characters here too; what nobody knows stays as written. */
function character(entity: string): string {
  if (entity === '&') return '&amp;';
  const decoded = decodeEntities(entity);
  return decoded === entity ? `&amp;${entity.slice(1)}` : decoded.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function reasonNoFeed(text: string): string {
  if (text.trim() === '') return 'an empty document';
  return /<html|<body|<!doctype\s+html/i.test(text.slice(0, 5000)) ? 'a web page, no feed' : 'no feed';
}
