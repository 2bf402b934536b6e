import { parseDate } from '../feed/dates.ts';
import { oneLine } from '../feed/markup.ts';

/** What a page says of itself in its head and its JSON-LD. */
export interface PageMetadata {
  title: string | null;
  author: string | null;
  publishedAt: Date | null;
  language: string | null;
  /** Absolute, https where the page offers one. */
  image: string | null;
  canonicalUrl: string | null;
  /** JSON-LD's own text of the article, if it has one. */
  articleBody: string | null;
  declaredPaid: boolean;
}

export function readMetadata(document: Document, url: string): PageMetadata {
  const article = articleData(document);
  const meta = metasOf(document);
  const images = [
    meta('og:image:secure_url'),
    meta('og:image', 'og:image:url'),
    meta('twitter:image', 'twitter:image:src'),
    imageIn(article?.image),
  ];
  return {
    title: titleOf(document, meta, meta('og:title', 'twitter:title') ?? words(article?.headline)),
    author:
      words(nameIn(article?.author)) ??
      meta('author', 'article:author', 'parsely-author', 'dc.creator', 'byl') ??
      writtenAuthor(document),
    publishedAt: publishedAt(
      document,
      words(article?.datePublished) ??
        meta(
          'article:published_time',
          'og:published_time',
          'date',
          'pubdate',
          'parsely-pub-date',
          'dc.date',
          'datepublished',
        ),
    ),
    language:
      document.documentElement?.getAttribute('lang') ||
      meta('content-language', 'og:locale') ||
      words(article?.inLanguage),
    image: bestImage(images, url),
    canonicalUrl: webAddress(
      document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
      url,
    ),
    articleBody: words(article?.articleBody),
    declaredPaid:
      String(article?.isAccessibleForFree).toLowerCase() === 'false' ||
      /^(?:locked|metered|paid|premium)$/i.test(meta('article:content_tier') ?? ''),
  };
}

function writtenAuthor(document: Document): string | null {
  const name = oneLine(
    document.querySelector('[rel="author"],[itemprop="author"] [itemprop="name"],[itemprop="author"]')?.textContent ??
      '',
  );
  return name !== '' && name.length < 80 ? name : null;
}

type Data = Record<string, unknown>;

type Metas = (...names: string[]) => string | null;

/** The first of these names that says anything; every `meta` is looked at once. */
function metasOf(document: Document): Metas {
  const contents = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = oneLine(meta.getAttribute('content') ?? '');
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name && content !== '' && !contents.has(name)) contents.set(name, content);
    }
  }
  return (...names) => {
    const name = names.find((each) => contents.has(each));
    return name === undefined ? null : contents.get(name)!;
  };
}

/** The headline of the page, rather than the browser's title with the site's name behind it. */
function titleOf(document: Document, meta: Metas, given: string | null): string | null {
  const headings = [...document.querySelectorAll('h1')]
    .map((heading) => oneLine(heading.textContent ?? ''))
    .filter((text) => text.length > 3);
  const title = given ?? oneLine(document.querySelector('title')?.textContent ?? '');
  const heading = headings.find((text) => title.startsWith(text)) ?? (headings.length === 1 ? headings[0] : undefined);
  if (title === '') return heading ?? null;
  // `Headline | Site`: the part that is also the page's heading is the headline.
  return heading !== undefined && heading.length >= 10 && title.includes(heading) ? heading : withoutSite(title, meta);
}

function withoutSite(title: string, meta: Metas): string {
  const site = meta('og:site_name', 'application-name');
  if (site === null) return title;
  const end = title.lastIndexOf(site);
  const cut =
    end > 10 && title.length - end - site.length <= 2
      ? title.slice(0, end).replace(/[\s|｜\-–—:：·•«»]+$/u, '')
      : title;
  return cut === '' ? title : cut;
}

function publishedAt(document: Document, given: string | null): Date | null {
  const time = document.querySelector(
    'time[datetime][pubdate],[itemprop="datePublished"],article time[datetime],time[datetime]',
  );
  return parseDate(given ?? '') ?? parseDate(time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? '');
}

/** The JSON-LD of the article itself, in a graph or a list or alone. */
function articleData(document: Document): Data | null {
  for (const script of [...document.querySelectorAll('script[type="application/ld+json" i]')].slice(0, 20)) {
    const found = findArticle(parseJson(script.textContent ?? ''), 4);
    if (found !== null) return found;
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').replace(/[\x00-\x1f]+/g, ' '));
  } catch {
    return null;
  }
}

function findArticle(data: unknown, depth: number): Data | null {
  if (data === null || typeof data !== 'object' || depth === 0) return null;
  const inside = Array.isArray(data) ? data : [(data as Data)['@graph'], (data as Data).mainEntity];
  if (!Array.isArray(data) && /(?:Article|Posting|Report|Review)$/.test(String([(data as Data)['@type']].flat()[0])))
    return data as Data;
  for (const each of inside) {
    const found = findArticle(each, depth - 1);
    if (found !== null) return found;
  }
  return null;
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function nameIn(value: unknown): unknown {
  const people = [value]
    .flat()
    .map((person) => (typeof person === 'object' && person !== null ? (person as Data).name : person));
  const names = people.flatMap((name) => words(name) ?? []);
  return names.length === 0 ? null : names.join(', ');
}

function imageIn(value: unknown): string | null {
  const first = [value].flat()[0];
  return words(typeof first === 'object' && first !== null ? (first as Data).url : first);
}

function bestImage(candidates: (string | null)[], url: string): string | null {
  const absolute = candidates.map((each) => webAddress(each, url)).filter((each) => each !== null);
  return absolute.find((each) => each.startsWith('https:')) ?? absolute[0] ?? null;
}

export function webAddress(value: string | null, base: string): string | null {
  const url = value === null || value.trim() === '' ? null : URL.parse(value.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
