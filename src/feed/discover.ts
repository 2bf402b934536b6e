import { decodeText } from './decode.ts';
import type { Fetched, Fetcher } from './fetch.ts';
import type { Parser } from './parse.ts';
import type { ParsedFeed } from './parsed.ts';
import { walk } from './walk.ts';
import { usualPlaces, wellKnownFeeds } from './well-known.ts';

export interface Candidate {
  url: string;
  title: string;
}

export type Discovered =
  | { kind: 'feed'; url: string; feed: ParsedFeed }
  /** Ask which. */
  | { kind: 'several'; candidates: Candidate[] }
  /** `reason`: a sentence in English. */
  | { kind: 'none'; reason: string };

/** Addresses of one page that are tried. */
const maxTries = 12;
const maxOffered = 10;
const longestAddress = 2000;

/**
 * Finds the feeds of any address: itself, the places that its site is known for, its page's links, the usual places.
 *
 * @param address as people type it: `example.org` will do.
 */
export async function discover(address: string, fetcher: Fetcher, parser: Parser): Promise<Discovered> {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(address.trim()) ? address.trim() : `https://${address.trim()}`);
  if (url === null) return { kind: 'none', reason: 'this is not an address' };
  const tried = new Set<string>();
  const known = await firstFeed(wellKnownFeeds(url), tried, fetcher, parser);
  if (known !== null) return known;
  const fetched = await fetcher.get(url.href);
  const itself = await asFeed(fetched, parser);
  if (itself !== null) return itself;
  if (fetched.kind === 'ok') {
    const offered = await offeredFeeds(fetched.bytes, fetched.url, fetched.contentType, tried, fetcher, parser);
    if (offered !== null) return offered;
  }
  if (fetched.kind === 'refused') return { kind: 'none', reason: fetched.reason };
  const usual = await firstFeed(
    usualPlaces(URL.parse(fetched.kind === 'ok' ? fetched.url : '') ?? url),
    tried,
    fetcher,
    parser,
  );
  return usual ?? { kind: 'none', reason: fetched.kind === 'failed' ? fetched.reason : 'no feed is offered there' };
}

async function asFeed(fetched: Fetched, parser: Parser): Promise<Discovered | null> {
  if (fetched.kind !== 'ok') return null;
  const parsed = await parser.parse(fetched.bytes, fetched);
  return parsed.kind === 'feed' ? { kind: 'feed', url: fetched.movedTo ?? fetched.url, feed: parsed.feed } : null;
}

async function firstFeed(
  urls: string[],
  tried: Set<string>,
  fetcher: Fetcher,
  parser: Parser,
): Promise<Discovered | null> {
  for (const url of urls) {
    if (tried.has(url) || tried.size >= maxTries) continue;
    tried.add(url);
    const found = await asFeed(await fetcher.get(url), parser);
    if (found !== null) return found;
  }
  return null;
}

/** The page's own links. Feeds of comments are nobody's wish. */
async function offeredFeeds(
  bytes: Uint8Array,
  base: string,
  contentType: string | null,
  tried: Set<string>,
  fetcher: Fetcher,
  parser: Parser,
): Promise<Discovered | null> {
  const { declared, linked } = feedLinks(decodeText(bytes, contentType), base);
  const wanted = declared.filter(({ url, title }) => !/comments?\b|コメント|留言|댓글/i.test(`${url} ${title}`));
  const candidates = (wanted.length > 0 ? wanted : declared).slice(0, maxOffered);
  if (candidates.length > 1 && !sameFeed(candidates)) return { kind: 'several', candidates };
  const found = await firstFeed(
    candidates.map(({ url }) => url),
    tried,
    fetcher,
    parser,
  );
  return found ?? (await firstFeed(linked.slice(0, 4), tried, fetcher, parser));
}

/** RSS and Atom of the same site: either will do. */
function sameFeed(candidates: Candidate[]): boolean {
  const plain = ({ title }: Candidate) =>
    title
      .replace(/\b(?:rss|atom|json|xml|feed|1\.0|2\.0|0\.3)\b/gi, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
  const [first, ...rest] = candidates;
  return first !== undefined && rest.every((each) => plain(each) === plain(first));
}

const feedTypes =
  /^(?:application\/(?:rss|atom|rdf|feed|x-rss)\+(?:xml|json)|application\/json|text\/xml|application\/xml|text\/rss)/i;
const feedPaths = /(?:^|\/)(?:feeds?|rss|atom)(?:\/|$|\.xml|\.json)|\.(?:rss|atom|rdf)$|(?:rss|atom|feed)\.xml$/i;

/** @returns `<link rel=alternate>` feeds, and links in the text that look like feeds. */
export function feedLinks(html: string, pageUrl: string): { declared: Candidate[]; linked: string[] } {
  const declared: Candidate[] = [];
  const linked: string[] = [];
  let base = pageUrl;
  const handler = {
    onopentag(name: string, attributes: Record<string, string>) {
      const url = URL.parse(attributes.href ?? '', base);
      if (url === null || !/^https?:$/.test(url.protocol) || url.href.length > longestAddress) return;
      if (name === 'base') base = url.href;
      if (
        name === 'link' &&
        /\b(?:alternate|feed)\b/i.test(attributes.rel ?? '') &&
        feedTypes.test(attributes.type ?? '')
      )
        declared.push({ url: url.href, title: attributes.title?.trim() || url.href });
      if (name === 'a' && feedPaths.test(url.pathname)) linked.push(url.href);
    },
  };
  walk(html.slice(0, 2_000_000), () => handler, { decodeEntities: true });
  return { declared: oneOfEach(declared), linked: [...new Set(linked)] };
}

function oneOfEach(candidates: Candidate[]): Candidate[] {
  return [...new Map(candidates.reverse().map((each) => [each.url, each])).values()].reverse();
}
