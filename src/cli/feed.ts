import { createParser } from '../feed/parse.ts';
import type { ParsedFeed } from '../feed/parsed.ts';
import { type Command, type Io, misused } from './command.ts';
import { commandFetcher, load, takeOption } from './reading.ts';

export const feedCommand: Command = {
  name: 'feed',
  usage: '<file or address> [--url <address>] [--json]',
  summary: 'reads a feed and shows what is in it; --url says where a file came from',
  async run(args, io) {
    const { value: url, rest } = takeOption(args, '--url');
    const [source, ...more] = rest;
    if (source === undefined || more.length > 0) return misused(io, feedCommand, 'Name one file or address.');
    const fetcher = commandFetcher(io);
    const parser = createParser();
    try {
      const loaded = await load(source, fetcher);
      if (loaded.kind === 'failed') return fail(io, source, loaded.reason);
      const parsed = await parser.parse(loaded.bytes, { ...loaded, url: url ?? loaded.url });
      if (parsed.kind === 'unreadable') return fail(io, source, parsed.reason);
      if (io.json) io.out(JSON.stringify(parsed.feed, null, 2));
      else show(parsed.feed, io);
      return 0;
    } finally {
      await Promise.all([fetcher.close(), parser.close()]);
    }
  },
};

function fail(io: Io, source: string, reason: string): number {
  io.err(io.json ? JSON.stringify({ error: reason }) : `${source} could not be read: ${reason}`);
  return 1;
}

function show(feed: ParsedFeed, io: Io): void {
  io.out(
    `${feed.title}  (${feed.format}, read by ${feed.path}, ${feed.entries.length} entries${feed.language ? `, ${feed.language}` : ''})`,
  );
  io.out(feed.link);
  for (const { title, link, published, updated, author, enclosures } of feed.entries) {
    const date = (published ?? updated)?.toISOString().slice(0, 16).replace('T', ' ') ?? 'no date';
    io.out(`\n${date}  ${title}${author ? `, ${author}` : ''}`);
    io.out(`  ${link ?? 'no address'}${enclosures.length > 0 ? `  + ${enclosures.length} attached` : ''}`);
  }
  for (const warning of feed.warnings) io.out(`\nWarning: ${warning}`);
}
