import { createExtractor } from '../article/extract.ts';
import { readArticleBytes } from '../article/read.ts';
import { pageTypes } from '../feed/articles.ts';
import type { ArticleDraft } from '../store/articles.ts';
import { type Command, type Io, misused } from './command.ts';
import { commandFetcher, load, takeOption } from './reading.ts';

export const articleCommand: Command = {
  name: 'article',
  usage: '<file or address> [--url <address>] [--json]',
  summary: 'reads a web page and shows the article in it: title, text, language, minutes',
  async run(args, io) {
    const { value: url, rest } = takeOption(args, '--url');
    const [source, ...more] = rest;
    if (source === undefined || more.length > 0) return misused(io, articleCommand, 'Name one file or address.');
    const fetcher = commandFetcher(io);
    const extractor = createExtractor();
    try {
      const loaded = await load(source, fetcher, pageTypes);
      if (loaded.kind === 'failed') return fail(io, source, loaded.reason);
      const read = await readArticleBytes(
        loaded.bytes,
        { contentType: loaded.contentType, url: url ?? loaded.url },
        { extractor, now: io.now },
      );
      if (read.kind === 'unreadable') return fail(io, source, read.reason);
      if (io.json) io.out(JSON.stringify({ ...read.draft, text: paragraphsOf(read.draft).join('\n') }, null, 2));
      else show(read.draft, io);
      return 0;
    } finally {
      await Promise.all([fetcher.close(), extractor.close()]);
    }
  },
};

function fail(io: Io, source: string, reason: string): number {
  io.err(io.json ? JSON.stringify({ error: reason }) : `${source} could not be read: ${reason}`);
  return 1;
}

function show(article: ArticleDraft, io: Io): void {
  const facts = [
    article.language,
    `${article.minutes} min`,
    article.author,
    article.publishedAt.toISOString().slice(0, 10),
    article.excerptOnly ? 'excerpt only' : null,
  ];
  io.out(`${article.title}\n${facts.filter(Boolean).join(' · ')}\n`);
  for (const paragraph of paragraphsOf(article)) io.out(`${paragraph}\n`);
}

/** Sentences put together again; those of Chinese, Japanese and Thai stand without a space. */
export function paragraphsOf({
  sentences,
  paragraphs,
  language,
}: Pick<ArticleDraft, 'sentences' | 'paragraphs' | 'language'>): string[] {
  const space = /^(?:ja|zh|th)\b/.test(language) ? '' : ' ';
  return paragraphs.map((start, index) => sentences.slice(start, paragraphs[index + 1]).join(space));
}
