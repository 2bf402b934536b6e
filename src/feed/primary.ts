import Parser from 'rss-parser';
import type { Kind, Rename } from './names.ts';
import type { Outline } from './outline.ts';
import type { Branch, Element } from './tree.ts';

/**
 * Reads a well-formed document with rss-parser. What it reads comes back whole, as it stands in the document, since
 * all readers' elements are understood in one place: see `understand.ts`.
 *
 * @throws what rss-parser throws: ill-formed XML, no feed.
 */
export async function readWithRssParser(xml: string, kind: Kind, rename: Rename): Promise<Outline> {
  const parser = new Parser({
    defaultRSS: 2,
    customFields: { feed: whole(feedFields) as never[], item: whole(entryFields) as never[] },
    xml2js: {
      tagNameProcessors: [(name: string) => (rename(name) === 'rdf:rdf' ? 'rdf:RDF' : rename(name))],
      attrNameProcessors: [(name: string) => name.toLowerCase()],
    },
  });
  const feed = (await parser.parseString(xml)) as unknown as Branch & { items: Branch[] };
  return { kind, root: undefined, feed: unmarked(feed), entries: feed.items.map(unmarked) };
}

/** Every occurrence of a field, with its attributes, under a mark that keeps rss-parser from writing over it. */
function whole(names: string[]): [string, string, { keepArray: true }][] {
  return names.map((name: string) => [name, `=${name}`, { keepArray: true }]);
}

function unmarked(branch: Branch): Element {
  const plain: Branch = Object.create(null);
  for (const name in branch) if (name.startsWith('=')) plain[name.slice(1)] = branch[name];
  return plain;
}

// biome-ignore format: a table reads better in rows
const sharedFields = [
  '$', 'title', 'href', 'teaser', 'blurb', 'subtitle', 'language', 'author', 'image', 'category', 'published-at', 'updated-at',
  'dc:title', 'dc:description', 'dc:language', 'dc:creator', 'dc:author', 'dc:date', 'dc:subject', 'dcterms:modified', 'dcterms:created', 'dcterms:issued',
  'atom:href', 'atom:author', 'atom:title', 'atom:subtitle', 'atom:published-at', 'atom:updated-at', 'atom:link', 'atom:published', 'atom:updated', 'atom:summary',
  'atom:content', 'itunes:author', 'itunes:image', 'itunes:summary', 'itunes:subtitle', 'itunes:title', 'itunes:category', 'itunes:keywords',
  'googleplay:author', 'googleplay:description', 'googleplay:image', 'googleplay:email', 'media:thumbnail', 'media:keywords', 'media:category',
];

// biome-ignore format: a table reads better in rows
const feedFields = [...sharedFields, 'ttl', 'sy:updateperiod', 'sy:updatefrequency', 'managingeditor', 'webmaster', 'icon', 'logo', 'info', 'itunes:owner', 'base'];

// biome-ignore format: a table reads better in rows
const entryFields = [
  ...sharedFields, 'guid', 'id', 'body', 'content:encoded', 'xhtml:body', 'enclosure', 'comments', 'source', 'feedburner:origlink',
  'feedburner:origenclosurelink', 'media:content', 'media:group', 'media:description', 'media:title', 'media:peerlink', 'contributor',
];
