import { isHtml, pageTypes } from '../feed/articles.ts';
import type { Fetcher } from '../feed/fetch.ts';
import { beginning } from '../feed/texts.ts';
import type { ArticleDraft } from '../store/articles.ts';
import type { Extractor } from './extract.ts';
import { canonicalUrl, hash } from './identity.ts';

export type ReadArticle =
  | { kind: 'article'; draft: ArticleDraft }
  /** A sentence's end in English. */
  | { kind: 'unreadable'; reason: string };

export interface ReadDeps {
  fetcher: Fetcher;
  extractor: Extractor;
  now: () => Date;
}

/** Reads the page that somebody pasted a link to: fetched behind the guard, like any feed. */
export async function readArticle(url: string, deps: ReadDeps): Promise<ReadArticle> {
  const fetched = await deps.fetcher.get(url, { accept: pageTypes, maxBytes: 5 * 1024 * 1024 });
  if (fetched.kind === 'ok') {
    if (!isHtml(fetched.contentType))
      return { kind: 'unreadable', reason: `it is no web page (${fetched.contentType})` };
    return readArticleBytes(fetched.bytes, { url: fetched.url, contentType: fetched.contentType }, deps);
  }
  const reason =
    fetched.kind === 'failed' || fetched.kind === 'refused' ? fetched.reason : 'its site has taken it down for good';
  return { kind: 'unreadable', reason };
}

/** The same for a page that is here already. */
export async function readArticleBytes(
  bytes: Uint8Array,
  from: { url: string; contentType: string | null },
  { extractor, now }: Pick<ReadDeps, 'extractor' | 'now'>,
): Promise<ReadArticle> {
  const page = await extractor.page(bytes, from);
  if (page === null) return { kind: 'unreadable', reason: 'the page takes too long to read' };
  if (page.sentences.length === 0) return { kind: 'unreadable', reason: page.wall ?? 'the page shows no text' };
  const title = (page.title ?? beginning(page.sentences[0]!)).slice(0, 500);
  const at = now();
  return {
    kind: 'article',
    draft: {
      url: from.url,
      canonicalUrl: canonicalUrl(from.url),
      title,
      author: page.author,
      language: page.language ?? 'und',
      publishedAt: page.publishedAt !== null && page.publishedAt <= at ? page.publishedAt : at,
      sentences: page.sentences,
      paragraphs: page.paragraphs,
      minutes: page.minutes,
      excerptOnly: page.wall !== null,
      image: page.image,
      categories: [],
      contentHash: hash(title, ...page.sentences),
    },
  };
}
