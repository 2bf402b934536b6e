import { z } from 'zod';
import { parseDate } from './dates.ts';
import { absolute, oneLine, safeHtml } from './markup.ts';
import { NotAFeed, type ParsedEntry, type ParsedFeed, type Provenance } from './parsed.ts';
import { beginning } from './texts.ts';

/** What people put where the format wants text; anything else counts as left out. */
const words = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
const author = z.object({ name: words, url: words }).catch({ name: null, url: null });
const authors = z
  .union([z.array(author), author.transform((one) => [one])])
  .nullish()
  .catch(null);

const item = z
  .object({
    id: words, url: words, external_url: words, title: words, summary: words, content_html: words, content_text: words, image: words,
    banner_image: words, date_published: words, date_modified: words, language: words, author: author.nullish().catch(null), authors,
    tags: z.array(words).nullish().catch(null),
    attachments: z.array(z.object({ url: words, mime_type: words, size_in_bytes: z.number().nullish().catch(null) }).catch({ url: null, mime_type: null, size_in_bytes: null })).nullish().catch(null),
  })
  .catch({} as never); // biome-ignore format: fields as the format lists them

const document = z.object({
  version: words, title: words, description: words, home_page_url: words, feed_url: words, icon: words, favicon: words, language: words,
  author: author.nullish().catch(null), authors, items: z.array(item).catch([]),
}); // biome-ignore format: fields as the format lists them

type Item = z.infer<typeof item>;

/**
 * JSON Feed 1.0 and 1.1.
 *
 * @throws NotAFeed
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function readJsonFeed(text: string, { url }: Provenance): ParsedFeed {
  const feed = document.safeParse(parseJson(text)).data;
  if (feed === undefined || !(feed.version?.includes('jsonfeed.org') || feed.items.length > 0))
    throw new NotAFeed('JSON, but no JSON Feed');
  const link = address(feed.home_page_url, url) ?? url;
  const defaults = { url, language: line(feed.language)?.toLowerCase() ?? null, author: namesOf(feed) };
  return {
    format: 'json',
    path: 'json',
    title: line(feed.title) ?? link,
    description: line(feed.description),
    link,
    language: defaults.language,
    image: address(feed.icon, url) ?? address(feed.favicon, url),
    ttlSeconds: null,
    entries: feed.items.slice(0, 1000).map((each) => readItem(each, defaults)),
    warnings: [],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotAFeed('broken JSON');
  }
}

function readItem(item: Item, defaults: { url: string; language: string | null; author: string | null }): ParsedEntry {
  const link = address(item.url, defaults.url) ?? address(item.external_url, defaults.url);
  const html = item.content_html?.trim() ? safeHtml(item.content_html, defaults.url) : null;
  const plain = line(item.content_text) === null ? null : escaped(item.content_text!);
  const summary = line(item.summary);
  return {
    guid: line(item.id),
    link,
    title:
      line(item.title) ?? [summary, plain, html].map((text) => text && beginning(text)).find(Boolean) ?? link ?? '',
    author: namesOf(item) ?? defaults.author,
    summary,
    content: html ?? plain ?? summary,
    published: parseDate(item.date_published ?? ''),
    updated: parseDate(item.date_modified ?? ''),
    language: line(item.language)?.toLowerCase() ?? defaults.language,
    image: address(item.image, defaults.url) ?? address(item.banner_image, defaults.url),
    enclosures: (item.attachments ?? []).flatMap(({ url, mime_type, size_in_bytes }) => {
      const at = address(url, defaults.url);
      return at === null ? [] : [{ url: at, type: mime_type ?? null, bytes: size_in_bytes ?? null }];
    }),
    categories: (item.tags ?? []).flatMap((tag) => line(tag) ?? []).slice(0, 50),
    comments: null,
  };
}

function namesOf({ author, authors }: Pick<Item, 'author' | 'authors'>): string | null {
  const names = [...(authors ?? []), ...(author ? [author] : [])].flatMap(({ name }) => line(name) ?? []);
  return names.length === 0 ? null : [...new Set(names)].sort().join(', ');
}

function line(text: string | null | undefined): string | null {
  return oneLine(text ?? '') || null;
}

function address(value: string | null | undefined, base: string): string | null {
  return value ? absolute(value, base) : null;
}

/** Plain text as HTML: its paragraphs stay paragraphs. */
function escaped(text: string): string {
  const html = text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return /\n\s*\n/.test(html)
    ? html
        .split(/\n\s*\n/)
        .map((paragraph) => `<p>${paragraph}</p>`)
        .join('\n')
    : html;
}
