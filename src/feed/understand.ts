import { parseDate } from './dates.ts';
import { commentsLink, enclosuresOf, imageOf, pageLink } from './links.ts';
import { decodeEntities, oneLine, plainLine } from './markup.ts';
import type { Outline } from './outline.ts';
import type { ParsedEntry, ParsedFeed, ParsePath, Provenance } from './parsed.ts';
import { baseOf, beginning, htmlOf, lineOf } from './texts.ts';
import { attribute, child, children, type Element, text, textOf } from './tree.ts';

/** More entries than this are not read: the newest stand first in every feed that has so many. */
const maxEntries = 1000;

/**
 * What the elements of RSS, RDF, Atom and CDF mean, whoever read them.
 *
 * @throws Scrambled where the reader did not keep the order of markup and words.
 */
export function understand(outline: Outline, provenance: Provenance, path: ParsePath): ParsedFeed {
  const { feed, root, kind } = outline;
  const from = URL.parse(provenance.contentLocation ?? '', provenance.url)?.href ?? provenance.url;
  const base = baseOf(feed, baseOf(root, from));
  const link = pageLink(feed, base) ?? from;
  const language =
    languageOf(feed) ?? attribute(root, 'xml:lang')?.toLowerCase() ?? provenance.contentLanguage?.toLowerCase() ?? null;
  const defaults = {
    base: base === from ? siteBase(link, from) : base,
    language,
    author: authorOf(feed) ?? textOf(feed, 'managingeditor'),
    atom: kind === 'atom',
  };
  const entries = outline.entries.slice(0, maxEntries).map((entry) => understandEntry(entry, defaults));
  return {
    format: kind,
    path,
    title: lineOf(feed, kind === 'atom', 'title', 'dc:title', 'atom:title', 'itunes:title') ?? link,
    description: htmlOf(
      feed,
      base,
      'blurb',
      'subtitle',
      'dc:description',
      'atom:subtitle',
      'itunes:summary',
      'itunes:subtitle',
      'teaser',
      'googleplay:description',
    ),
    link,
    language,
    image: imageOf(feed, base, []),
    ttlSeconds: ttlOf(feed),
    entries,
    warnings:
      outline.entries.length > maxEntries ? [`only ${maxEntries} of ${outline.entries.length} entries were read`] : [],
  };
}

/** A feed at a host of feeds, with relative addresses and no `xml:base`, means its site. */
function siteBase(link: string, from: string): string {
  const site = URL.parse(link);
  return site !== null && /^https?:$/.test(site.protocol) && site.host !== URL.parse(from)?.host ? site.href : from;
}

interface Defaults {
  base: string;
  language: string | null;
  author: string | null;
  atom: boolean;
}

function understandEntry(entry: Element, defaults: Defaults): ParsedEntry {
  const base = baseOf(entry, defaults.base);
  const link = pageLink(entry, base);
  const enclosures = enclosuresOf(entry, base);
  const summary =
    htmlOf(
      entry,
      base,
      'teaser',
      'blurb',
      'dc:description',
      'atom:summary',
      'itunes:summary',
      'itunes:subtitle',
      'googleplay:description',
      'media:description',
    ) ?? groupDescription(entry, base);
  const content = htmlOf(entry, base, 'encoded', 'body', 'xhtml:body', 'atom:content') ?? summary;
  return {
    guid: textOf(entry, 'guid', 'id') ?? attribute(entry, 'rdf:about'),
    link: link ?? (defaults.atom ? null : (enclosures[0]?.url ?? null)),
    title: titleOf(entry, defaults.atom) ?? titleFrom(summary, content) ?? link ?? '',
    author: authorOf(entry) ?? authorOf(child(entry, 'source')) ?? defaults.author,
    summary,
    content,
    published:
      firstDate(entry, 'published-at', 'dc:date', 'dcterms:issued', 'dcterms:created', 'atom:published') ??
      lastModified(entry),
    updated: firstDate(entry, 'updated-at', 'dcterms:modified', 'atom:updated') ?? lastModified(entry),
    language: languageOf(entry) ?? defaults.language,
    image: imageOf(entry, base, enclosures),
    enclosures,
    categories: categoriesOf(entry),
    comments: commentsLink(entry, base),
  };
}

function titleOf(entry: Element, atom: boolean): string | null {
  const group = children(entry, 'media:group')[0] ?? '';
  return (
    lineOf(entry, atom, 'title', 'dc:title', 'atom:title', 'media:title', 'itunes:title') ??
    lineOf(group, false, 'media:title')
  );
}

function titleFrom(summary: string | null, content: string | null): string | null {
  return (summary && beginning(summary)) || (content && beginning(content)) || null;
}

function groupDescription(entry: Element, base: string): string | null {
  const group = children(entry, 'media:group')[0];
  return group === undefined ? null : htmlOf(group, base, 'media:description');
}

function lastModified(entry: Element): Date | null {
  return parseDate(attribute(entry, 'lastmod') ?? '');
}

function firstDate(entry: Element, ...names: string[]): Date | null {
  for (const each of children(entry, ...names)) {
    const date = parseDate(text(each) ?? '');
    if (date !== null) return date;
  }
  return null;
}

function languageOf(element: Element): string | null {
  const written = textOf(element, 'language', 'dc:language') ?? attribute(element, 'xml:lang');
  return written === null ? null : oneLine(written).toLowerCase();
}

function authorOf(element: Element | undefined): string | null {
  if (element === undefined) return null;
  const people = children(element, 'author', 'atom:author').map(personOf);
  const written = children(element, 'dc:creator', 'dc:author', 'itunes:author', 'googleplay:author').map(text);
  const names = (people.some(Boolean) ? people : written).filter((name) => name !== null && name !== '');
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

/** An Atom person, or RSS's written one, which is kept as given: `me@example.org (Jane Doe)`. */
function personOf(author: Element): string | null {
  const named =
    textOf(author, 'name', 'atom:name') ??
    textOf(author, 'email', 'atom:email') ??
    text(author) ??
    textOf(author, 'url', 'uri', 'href');
  return named === null ? null : plainLine(named);
}

function categoriesOf(entry: Element): string[] {
  const terms = children(entry, 'category', 'dc:subject', 'media:category', 'atom:category').map(
    (each) => attribute(each, 'label') ?? text(each) ?? attribute(each, 'term') ?? attribute(each, 'text'),
  );
  const keywords = (textOf(entry, 'itunes:keywords', 'media:keywords') ?? '').split(',');
  const plain = [...terms, ...keywords]
    .map((term) => oneLine(decodeEntities(term ?? '')))
    .filter((term) => term !== '');
  return [...new Set(plain)].slice(0, 50);
}

const periodSeconds: Record<string, number> = {
  hourly: 3600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  yearly: 31_536_000,
};

/** RSS's `ttl` in minutes, or the syndication module's period and frequency. */
function ttlOf(feed: Element): number | null {
  const minutes = Number(textOf(feed, 'ttl'));
  if (minutes > 0) return Math.min(minutes * 60, 86_400);
  const period = periodSeconds[textOf(feed, 'sy:updateperiod')?.toLowerCase() ?? ''];
  if (period === undefined) return null;
  return Math.min(period / Math.max(1, Number(textOf(feed, 'sy:updatefrequency')) || 1), 86_400);
}
