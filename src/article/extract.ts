import { createIsolate, type IsolateOptions } from '../feed/isolate.ts';
import type { Page } from './page.ts';
import type { ArticleText } from './text.ts';

export interface FeedText {
  html: string;
  title: string;
  /** As declared, BCP 47. */
  language: string | null;
}

export type ExtractedPage = Omit<Page, 'paragraphs'> & Omit<ArticleText, 'image'>;

export type ExtractCall =
  | { kind: 'page'; bytes: Uint8Array; contentType: string | null; url: string }
  | { kind: 'texts'; texts: FeedText[] };

export interface Extractor {
  /** The article in a page; null where the page cannot be read in time. Without sentences where it shows none. */
  page(bytes: Uint8Array, from: { url: string; contentType: string | null }): Promise<ExtractedPage | null>;
  /** Texts of feeds, in order. Those that cannot be read in time come back empty. */
  texts(texts: FeedText[]): Promise<ArticleText[]>;
  close(): Promise<void>;
}

/** Real pages take a tenth of it; others wait for theirs. */
const pageMs = 2_000;

/** Texts of one feed that may take too long; its others are left unread, since all feeds share the thread. */
const patience = 3;

/** Reads pages and texts in a thread with a time limit and a heap limit. */
export function createExtractor(options: Partial<IsolateOptions> = {}): Extractor {
  const isolate = createIsolate<ExtractCall, ExtractedPage | ArticleText[]>(
    new URL('./extract-worker.ts', import.meta.url),
    {
      timeoutMs: 5_000,
      heapMb: 256,
      idleMs: 20_000,
      ...options,
    },
  );
  const read = async (texts: FeedText[]): Promise<ArticleText[] | null> => {
    const ran = await isolate.run({ kind: 'texts', texts });
    return ran.kind === 'done' ? (ran.value as ArticleText[]) : null;
  };
  return {
    async page(bytes, { url, contentType }) {
      const ran = await isolate.run({ kind: 'page', bytes, contentType, url }, pageMs);
      return ran.kind === 'done' ? (ran.value as ExtractedPage) : null;
    },
    async texts(texts) {
      if (texts.length === 0) return [];
      const all = await read(texts);
      if (all !== null || texts.length === 1) return all ?? [unread];
      // One of them was too much: each for itself shows which, and the others are read.
      const each: ArticleText[] = [];
      for (let failures = 0; each.length < texts.length; ) {
        const [text] = (failures < patience ? await read([texts[each.length]!]) : null) ?? [];
        if (text === undefined) failures++;
        each.push(text ?? unread);
      }
      return each;
    },
    close: () => isolate.close(),
  };
}

const unread: ArticleText = { sentences: [], paragraphs: [], language: 'und', minutes: 1, image: null };
