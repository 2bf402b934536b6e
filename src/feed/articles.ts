import type { ExtractedPage, Extractor } from '../article/extract.ts';
import { hash } from '../article/identity.ts';
import { normalLanguage } from '../article/tag.ts';
import type { ArticleText } from '../article/text.ts';
import type { ArticleDraft } from '../store/articles.ts';
import type { Fetcher } from './fetch.ts';
import { type IdentifiedEntry, publishedAt } from './news.ts';
import { holdsSecret } from './secret-address.ts';
import { beginning } from './texts.ts';

export interface ReadingDeps {
  fetcher: Fetcher;
  extractor: Extractor;
  now: () => Date;
}

export interface ReadingLimits {
  /** Pages that one poll may fetch. */
  pages: number;
  /** All of them together; articles whose page comes later keep the feed's excerpt. */
  timeoutMs: number;
}

/** What entries inherit from their feed. */
export interface FeedOfEntries {
  url: string;
  homepage: string | null;
  language: string | null;
}

/**
 * Reads entries as articles: the feed's own text where it is the whole, else the page's. Where the page cannot be had
 * the article is the excerpt, and says so.
 */
export async function readArticles(
  entries: IdentifiedEntry[],
  feed: FeedOfEntries,
  limits: ReadingLimits,
  deps: ReadingDeps,
): Promise<ArticleDraft[]> {
  const texts = await deps.extractor.texts(
    entries.map(({ entry }) => ({
      html: entry.content ?? '',
      title: entry.title,
      language: entry.language ?? feed.language,
    })),
  );
  const signal = AbortSignal.timeout(limits.timeoutMs);
  const patience = { pages: limits.pages, unreadable: 3 };
  return Promise.all(
    entries.map(async (each, index) => {
      const text = texts[index]!;
      const link = each.entry.link;
      const page =
        isThin(text) && isPage(link) && patience.pages-- > 0 ? await fetchPage(link, deps, signal, patience) : null;
      return draftOf(each, feed, text, page, deps.now());
    }),
  );
}

const truncated =
  /(?:\.\.\.|…|\[[….]+\]|\(more\)|(?:read|see|continue) (?:more|reading)\W*|続きを読む\W*|全文\W*|阅读全文\W*|閱讀全文\W*|더보기\W*)$/iu;
/** Letters that make an article; one of Chinese, Japanese or Korean says as much as two and a half. */
const enoughLetters = 900;

/** The feed gives a teaser only. */
export function isThin({ sentences }: ArticleText): boolean {
  const text = sentences.join(' ');
  const dense = text.match(/[\p{Script=Han}\u3041-\u30ff\p{Script=Hangul}]/gu)?.length ?? 0;
  return text.length + dense * 1.5 < enoughLetters || truncated.test(text.trimEnd());
}

/** Pages that show no text of their own: films, and what only scripts or members see. */
const textless =
  /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|x\.com|twitter\.com|instagram\.com|tiktok\.com|facebook\.com|spotify\.com)$/;
const files = /\.(?:mp3|mp4|m4a|pdf|jpe?g|png|gif|webp|zip|mov|ogg)$/i;

function isPage(link: string | null): link is string {
  const url = link === null ? null : URL.parse(link);
  return url !== null && /^https?:$/.test(url.protocol) && !files.test(url.pathname) && !textless.test(url.hostname);
}

/** Pages that exhaust their reader would keep it from the pages of others: after a few of them no more are read. */
async function fetchPage(
  url: string,
  { fetcher, extractor }: ReadingDeps,
  signal: AbortSignal,
  patience: { unreadable: number },
): Promise<ExtractedPage | null> {
  const fetched = await fetcher.get(url, { accept: pageTypes, maxBytes: 5 * 1024 * 1024, signal });
  if (fetched.kind !== 'ok' || !isHtml(fetched.contentType) || patience.unreadable <= 0) return null;
  const page = await extractor.page(fetched.bytes, { url: fetched.url, contentType: fetched.contentType });
  if (page === null) patience.unreadable--;
  return page;
}

export const pageTypes = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';

export function isHtml(contentType: string | null): boolean {
  return contentType === null || /html|text\/plain|^\s*$/i.test(contentType);
}

/** Letters; what is longer is no such thing. */
const longest = { title: 500, author: 200, category: 100 };

function draftOf(
  each: IdentifiedEntry,
  feed: FeedOfEntries,
  text: ArticleText,
  page: ExtractedPage | null,
  now: Date,
): ArticleDraft {
  const { entry, identity, canonicalUrl } = each;
  const better = page !== null && letters(page) >= letters(text) && page.sentences.length > 0 ? page : null;
  const shown = better ?? (text.sentences.length > 0 ? text : titleOnly(entry.title, text));
  const url = entry.link !== null && /^https?:/i.test(entry.link) ? entry.link : placeOf(feed.homepage ?? feed.url);
  const language =
    shown.language === 'und' ? (normalLanguage(entry.language ?? feed.language) ?? 'und') : shown.language;
  const title = (entry.title === '' ? beginning(shown.sentences[0] ?? url) : entry.title).slice(0, longest.title);
  return {
    url,
    canonicalUrl: canonicalUrl ?? `${feed.url}#${identity}`,
    title,
    author: entry.author?.slice(0, longest.author) ?? null,
    language,
    publishedAt: publishedAt(entry, now),
    sentences: shown.sentences,
    paragraphs: shown.paragraphs,
    minutes: shown.minutes,
    excerptOnly: isExcerpt(text, page, better),
    image: secure(entry.image) ?? secure(page?.image) ?? secure(text.image) ?? entry.image ?? page?.image ?? text.image,
    categories: entry.categories.slice(0, 20).map((category) => category.slice(0, longest.category)),
    contentHash: hash(title, ...shown.sentences),
  };
}

/** What stands for a feed in the open: its site alone, where the address would let anybody in. */
function placeOf(url: string): string {
  return holdsSecret(url) ? `${new URL(url).origin}/` : url;
}

/** Whole: the feed gives all, or the page was read and no wall stands in it. */
function isExcerpt(text: ArticleText, page: ExtractedPage | null, better: ExtractedPage | null): boolean {
  if (!isThin(text)) return false;
  if (page === null || page.wall !== null) return true;
  return better === null && page.sentences.length === 0;
}

/** An entry that says nothing but its title is an article of one sentence. */
function titleOnly(title: string, text: ArticleText): ArticleText {
  return title === '' ? text : { ...text, sentences: [title], paragraphs: [0] };
}

function letters({ sentences }: Pick<ArticleText, 'sentences'>): number {
  return sentences.reduce((sum, sentence) => sum + sentence.length, 0);
}

function secure(url: string | null | undefined): string | null {
  return url?.startsWith('https:') ? url : null;
}
