/** A story of one article, from a file or an address: what `brief` and `ask` work on. */
import { createExtractor } from '../article/extract.ts';
import { detectLanguage } from '../article/language.ts';
import { readingMinutes } from '../article/minutes.ts';
import { readArticleBytes } from '../article/read.ts';
import type { StoryText } from '../brief/writer.ts';
import { pageTypes } from '../feed/articles.ts';
import type { Article, ArticleId, FeedId, Story, StoryId } from '../model.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Io } from './command.ts';
import { readText } from './file-text.ts';
import { commandFetcher, load } from './reading.ts';

export type StoryFile = { kind: 'story'; text: StoryText } | { kind: 'failed'; reason: string };

/** As much as is read of a page. */
const mostLetters = 200_000;

/** @param language what the text is taken for, where it should not be detected */
export async function readStoryFile(source: string, io: Io, language: string | null = null): Promise<StoryFile> {
  const fetcher = commandFetcher(io);
  try {
    const loaded = await load(source, fetcher, pageTypes);
    if (loaded.kind === 'failed') return loaded;
    const read = readText(loaded.bytes, loaded.contentType);
    if (read.kind === 'other') return { kind: 'failed', reason: read.reason };
    const { text, guessed } = read;
    if (isPage(text)) return await readPage(guessed ? inUtf8(loaded, text) : loaded, io);
    if (text.length > mostLetters) io.err(`Only the first ${mostLetters.toLocaleString('en')} letters are read.`);
    return storyOf(articleOf(text.slice(0, mostLetters), loaded.url, language, io.now()));
  } finally {
    await fetcher.close();
  }
}

interface Page {
  bytes: Uint8Array;
  url: string;
  contentType: string | null;
}

function isPage(text: string): boolean {
  return /<(!doctype|html|head|body|article|p|div)\b/iu.test(text.slice(0, 4000));
}

function inUtf8({ url }: Page, text: string): Page {
  return { bytes: Buffer.from(text), url, contentType: 'text/html; charset=utf-8' };
}

async function readPage(page: Page, io: Io): Promise<StoryFile> {
  const extractor = createExtractor();
  try {
    const read = await readArticleBytes(page.bytes, page, { extractor, now: io.now });
    if (read.kind === 'unreadable') return { kind: 'failed', reason: read.reason };
    return storyOf({ ...blank, ...read.draft });
  } finally {
    await extractor.close();
  }
}

type Draft = Omit<Article, 'id' | 'feed' | 'source' | 'sample'>;
const blank = { id: 1 as ArticleId, feed: 1 as FeedId, source: '', sample: false };

function articleOf(text: string, url: string, language: string | null, now: Date): Article {
  const paragraphs = paragraphsOf(text);
  const spoken = language ?? detectLanguage(text);
  const titled = paragraphs.length > 1 && !/[.!?。！？…”"」]$/u.test(paragraphs[0]!);
  const draft: Draft = {
    url,
    title: titled ? paragraphs[0]! : '',
    language: spoken,
    publishedAt: now,
    ...splitSentences(titled ? paragraphs.slice(1) : paragraphs, spoken),
    excerptOnly: false,
    minutes: readingMinutes(text),
    image: null,
    categories: [],
  };
  return { ...blank, ...draft };
}

/** Blank lines part paragraphs; lines of a block are one paragraph each unless they are wrapped at one width. */
function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/u).flatMap((block) => {
    const lines = block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return isWrapped(lines) ? [lines.join(' ')] : lines;
  });
}

function isWrapped(lines: string[]): boolean {
  const inner = lines.slice(0, -1);
  return (
    inner.length > 0 &&
    inner.every((line) => line.length > 50 && line.length < 100 && !/[.!?。！？:：]["”」]?$/u.test(line))
  );
}

function storyOf(article: Article): StoryFile {
  if (!article.sentences.some(isReadable)) return { kind: 'failed', reason: 'there is no sentence in it' };
  const named = { ...article, source: article.source || hostOf(article.url) };
  const story: Story = {
    id: '00000000-0000-4000-8000-000000000000' as StoryId,
    headline: article.title || article.sentences[0]!,
    language: article.language,
    // By hand every gauge is read, whatever the topic.
    topics: {},
    firstAt: article.publishedAt,
    lastAt: article.publishedAt,
    revision: 1,
    sample: false,
  };
  return { kind: 'story', text: { story, articles: [named] } };
}

/** Has words, and an end within a page: five megabytes without a stop are no sentence. */
function isReadable(sentence: string): boolean {
  return sentence.length <= 5_000 && /\p{L}/u.test(sentence);
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}
