/**
 * Names of elements, made the same for every document: lower case, and each namespace under the prefix that everyone
 * knows, whatever prefix the document chose.
 */
export type Rename = (name: string) => string;

const prefixes: [uri: string, prefix: string][] = [
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns', 'atom'],
  ['http://example.com/newformat', 'atom'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://purl.org/rss/1.0', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://my.netscape.com/publish/formats/rss', ''],
  ['http://backend.userland.com/', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://purl.org/net/rss', ''],
  ['http://purl.org/dc/elements/', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.rssboard.org/media-rss', 'media'],
  ['http://www.itunes.com/dtds/podcast', 'itunes'],
  ['http://www.itunes.com/podcast', 'itunes'],
  ['http://example.com/dtds/podcast', 'itunes'],
  ['http://www.google.com/schemas/play-podcasts', 'googleplay'],
  ['http://rssnamespace.org/feedburner/ext', 'feedburner'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
];

const declaration = /xmlns(?::([\w.-]+))?\s*=\s*["']\s*([^"'\s]*)/g;

export type Kind = 'rss' | 'rdf' | 'atom' | 'cdf';

/** What the first telling tag says the document is; null for what is no feed in XML. */
export function documentKind(text: string): Kind | null {
  const root = /<(?:[\w.-]+:)?(feed|entry|rss|rdf|channel|item)[\s>]/i.exec(text)?.[1]?.toLowerCase();
  if (root === 'feed' || root === 'entry') return 'atom';
  if (root === 'channel') return /<(?:channel|item)\s[^<>]*href/i.test(text) ? 'cdf' : 'rss';
  return root === 'rdf' ? 'rdf' : root === undefined ? null : 'rss';
}

/** Reads the namespace declarations of the document; the first of a prefix counts. */
export function renamer(text: string): Rename {
  const own = new Map<string, string>();
  for (const [, prefix = '', uri = ''] of text.matchAll(declaration)) {
    const known = prefixes.find(([start]) => uri.toLowerCase().startsWith(start));
    if (known !== undefined && !own.has(prefix)) own.set(prefix, known[1]);
  }
  const home = own.get('') ?? '';
  const unprefixed = documentKind(text) === 'atom' || home === 'atom' ? 'atom' : '';
  return remember((name) => rename(name.toLowerCase(), own, unprefixed));
}

function rename(name: string, own: Map<string, string>, unprefixed: string): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const known = prefix === '' ? '' : (own.get(prefix) ?? prefix);
  const home = known === '' || known === unprefixed || known === 'rss' || known === 'rss10';
  const full = home ? local : `${known}:${local}`;
  return synonyms.get(full) ?? full;
}

/**
 * One name for what Atom 0.3, Atom 1.0 and RSS name differently. They are names that rss-parser does not know: it
 * throws for the whole document when `updated` is no date or `link` has no address, and takes quadratic time for
 * its snippet of a `description` full of `<`.
 */
const synonyms = new Map([
  ['pubdate', 'published-at'],
  ['issued', 'published-at'],
  ['published', 'published-at'],
  ['modified', 'updated-at'],
  ['updated', 'updated-at'],
  ['lastbuilddate', 'updated-at'],
  ['tagline', 'subtitle'],
  ['link', 'href'],
  ['summary', 'teaser'],
  ['abstract', 'teaser'],
  ['description', 'blurb'],
  ['content', 'body'],
  ['fullitem', 'body'],
  ['content:encoded', 'encoded'],
]);

function remember(rename: Rename): Rename {
  const seen = new Map<string, string>();
  return (name) => {
    const known = seen.get(name);
    if (known !== undefined) return known;
    const renamed = rename(name);
    // A hostile document may have a name for every element; those are not worth remembering.
    if (seen.size < 1000) seen.set(name, renamed);
    return renamed;
  };
}
