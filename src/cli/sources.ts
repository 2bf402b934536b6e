import { loadCatalogue, type Source } from '../catalogue/load.ts';
import type { Fetcher } from '../feed/fetch.ts';
import { createParser, type Parser } from '../feed/parse.ts';
import { createSlots } from '../feed/slots.ts';
import { type Command, type Io, misused } from './command.ts';
import { commandFetcher } from './reading.ts';

export const sourcesCommand: Command = {
  name: 'sources',
  usage: 'list [word] | check [word] [--json]',
  summary: 'lists the sources of the catalogue, or reads every one of them and reports how they fare',
  async run([what = 'list', ...words], io) {
    const { sources } = await loadCatalogue();
    const chosen = sources.filter((source) => matches(source, words.join(' ')));
    if (what === 'list') return list(chosen, io);
    if (what === 'check') return check(chosen, io);
    return misused(io, sourcesCommand, `“${what}” is neither list nor check.`);
  },
};

function matches({ id, name, homepage, topics, language }: Source, word: string): boolean {
  return [id, name, homepage, language, ...topics].join(' ').toLowerCase().includes(word.toLowerCase());
}

function list(sources: Source[], io: Io): number {
  if (io.json) io.out(JSON.stringify(sources, null, 2));
  else
    for (const { name, language, topics, feed } of sources)
      io.out(`${name}  (${language}; ${topics.join(', ')})\n  ${feed}`);
  return 0;
}

interface Checked {
  id: string;
  feed: string;
  ok: boolean;
  entries: number;
  newest: string | null;
  reason: string | null;
}

const checksAtOnce = 12;

async function check(sources: Source[], io: Io): Promise<number> {
  const fetcher = commandFetcher(io);
  const parser = createParser();
  const slots = createSlots(checksAtOnce);
  let done = 0;
  const checked = await Promise.all(
    sources.map((source) =>
      slots.run('', async () => {
        const result = await checkSource(source, fetcher, parser);
        io.progress(++done, sources.length, source.name);
        return result;
      }),
    ),
  );
  await Promise.all([fetcher.close(), parser.close()]);
  report(checked, io);
  return checked.every(({ ok }) => ok) ? 0 : 1;
}

async function checkSource({ id, feed }: Source, fetcher: Fetcher, parser: Parser): Promise<Checked> {
  const fetched = await fetcher.get(feed);
  const failed = (reason: string) => ({ id, feed, ok: false, entries: 0, newest: null, reason });
  if (fetched.kind !== 'ok') return failed('reason' in fetched ? fetched.reason : fetched.kind);
  const parsed = await parser.parse(fetched.bytes, fetched);
  if (parsed.kind === 'unreadable') return failed(parsed.reason);
  const dates = parsed.feed.entries.flatMap(({ published, updated }) => (published ?? updated)?.getTime() ?? []);
  const newest = dates.length === 0 ? null : new Date(dates.reduce((a, b) => Math.max(a, b))).toISOString();
  return {
    id,
    feed,
    ok: true,
    entries: parsed.feed.entries.length,
    newest,
    reason: fetched.movedTo === null ? null : `moved to ${fetched.movedTo}`,
  };
}

function report(checked: Checked[], io: Io): void {
  if (io.json) {
    io.out(JSON.stringify(checked, null, 2));
    return;
  }
  for (const { id, feed, reason } of checked.filter((each) => each.reason !== null))
    io.out(`${id}: ${reason}\n  ${feed}`);
  io.out(`${checked.filter(({ ok }) => ok).length} of ${checked.length} sources can be read.`);
}
