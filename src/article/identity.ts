import { createHash } from 'node:crypto';

/** What identity is taken from. */
export interface Identifiable {
  guid: string | null;
  link: string | null;
  title: string;
  content: string | null;
}

export interface Identity {
  /** The same at every poll: guid; guid and address where the guid is repeated; else address; else title and text. */
  identity: string;
  /** Of the page, for comparison only: see `canonicalUrl`. Null where the address names no page of its own. */
  canonicalUrl: string | null;
  /** Changes when title or text does. */
  contentHash: string;
}

/** Identities of the entries of one document, which together show what tells them apart. */
export function identify(entries: Identifiable[]): Identity[] {
  const canonical = entries.map(({ link }) => (link === null ? null : canonicalUrl(link)));
  const guids = tally(entries.map(({ guid }) => guid));
  const links = tally(canonical);
  return entries.map((entry, index) => {
    const link = canonical[index] ?? null;
    const contentHash = hash(entry.title, plain(entry.content ?? ''));
    return {
      identity: identityOf(entry.guid, link, contentHash, guids),
      canonicalUrl: link !== null && links.get(link) === 1 ? link : null,
      contentHash,
    };
  });
}

function identityOf(
  guid: string | null,
  link: string | null,
  contentHash: string,
  guids: Map<string | null, number>,
): string {
  if (guid !== null && guids.get(guid) === 1) return hash('guid', guid);
  if (guid !== null && link !== null) return hash('guid and address', guid, link);
  return link !== null ? hash('address', link) : hash('text', contentHash);
}

function tally<T>(values: T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Tags and white space come and go without a change of words. */
function plain(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export function hash(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);
}

/**
 * One form of all the addresses that lead to the same page: without tracking, AMP and mobile variants, `www.`,
 * fragment and trailing slash. For comparison: it is not promised to work in a browser.
 */
export function canonicalUrl(address: string): string {
  const url = unwrapped(URL.parse(address));
  if (url === null) return address;
  const host = url.hostname.replace(/^(?:www\d?|m|mobile|touch|amp)\.(?=[^.]+\.[^.])/, '');
  const path = url.pathname
    .replace(/\/amp(?:\.html?)?\/?$|\.amp(?=\.html?$|$)/, '')
    .replace(/^\/amp\//, '/')
    .replace(/\/index\.(?:html?|php)$/, '')
    .replace(/\/+$/, '');
  const query = [...url.searchParams]
    .filter(([name, value]) => !isTracking(name, value))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const search = query.length === 0 ? '' : `?${new URLSearchParams(query)}`;
  // Some sites name their pages behind the hash.
  const place = /^#!?\//.test(url.hash) ? url.hash : '';
  const canonical = `https://${host}${url.port === '' ? '' : `:${url.port}`}${path}${search}${place}`;
  // No index holds longer keys.
  return canonical.length > 1000 ? `https://${host}/#${hash(canonical)}` : canonical;
}

/** AMP caches and readers' redirects carry the page's own address. */
function unwrapped(url: URL | null): URL | null {
  if (url === null) return null;
  const cached = /^\/[a-z]\/(s\/)?(.+)$/.exec(url.pathname);
  if (/\.cdn\.ampproject\.org$/.test(url.hostname) && cached)
    return URL.parse(`http${cached[1] ? 's' : ''}://${cached[2]}${url.search}`);
  const viewed = /^\/amp\/(s\/)?(.+)$/.exec(url.pathname);
  if (/(^|\.)google\.[a-z.]+$/.test(url.hostname) && viewed)
    return URL.parse(`http${viewed[1] ? 's' : ''}://${viewed[2]}`);
  const target = url.searchParams.get('url') ?? url.searchParams.get('q');
  const redirects = /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url';
  return redirects && target !== null ? (URL.parse(target) ?? url) : url;
}

const trackingNames =
  /^(?:utm_\w+|utm|pk_\w+|mtm_\w+|piwik_\w+|hsa_\w+|oly_\w+|vero_\w+|ns_\w+|at_(?:medium|campaign|custom\d|link\w*|format|ptr_name)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|yclid|msclkid|twclid|ttclid|igshid|igsh|li_fat_id|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|cmpid|cmp|ocid|ncid|sr_share|smid|s_cid|icid|ito|xtor|wt_mc|wt\.mc_id|taid|rss|from_rss|source_rss|feedtype|__twitter_impression|guccounter|guce_\w+|spm|share_token|partner|outputtype|ref_src|ref_url|cxt|soc_src|soc_trk|tsrc)$/i;

function isTracking(name: string, value: string): boolean {
  if (trackingNames.test(name)) return true;
  if (/^(?:amp|amphtml)$/i.test(name)) return true;
  return (
    /^(?:ref|source|src|from|via|medium|campaign)$/i.test(name) &&
    /^(?:rss|feed|atom|twitter|facebook|newsletter|social|email|share|homepage|mail)/i.test(value)
  );
}
