import { decodeText } from '../feed/decode.ts';
import { readOpml, writeOpml } from '../feed/opml.ts';
import { addFeeds } from '../store/feeds.ts';
import { type Command, misused } from './command.ts';
import { commandFetcher, load } from './reading.ts';

const feedsAtATime = 100;

export const importCommand: Command = {
  name: 'import',
  usage: '<file or address> [--json]',
  summary: 'adds the feeds of an OPML file, to be read from now on',
  async run([source, ...more], io) {
    if (source === undefined || more.length > 0) return misused(io, importCommand, 'Name one OPML file or address.');
    const fetcher = commandFetcher(io);
    const loaded = await load(source, fetcher).finally(() => fetcher.close());
    const file = loaded.kind === 'bytes' ? readOpml(decodeText(loaded.bytes, loaded.contentType)) : null;
    if (file === null) {
      io.err(loaded.kind === 'failed' ? `${source} could not be read: ${loaded.reason}` : `${source} is no OPML file.`);
      return 1;
    }
    const { feeds, left } = file;
    const { db } = await io.open();
    let added = 0;
    for (let at = 0; at < feeds.length; at += feedsAtATime) {
      const some = feeds.slice(at, at + feedsAtATime).map(({ url, name, homepage }) => ({ url, name, homepage }));
      added += (await addFeeds(db, some, 'active')).filter(({ isNew }) => isNew).length;
      io.progress(Math.min(at + feedsAtATime, feeds.length), feeds.length, 'feeds');
    }
    io.out(
      io.json
        ? JSON.stringify({ feeds: feeds.length, added, left })
        : `${feeds.length} ${feeds.length === 1 ? 'feed' : 'feeds'} in the file, ${added} new.`,
    );
    if (left > 0)
      io.err(`${left} more were left out: of one file ${feeds.length} are taken. Split it, and import the rest.`);
    return 0;
  },
};

export const exportCommand: Command = {
  name: 'export',
  usage: '',
  summary: 'writes the feeds that are read as OPML',
  async run(args, io) {
    if (args.length > 0) return misused(io, exportCommand, 'It takes nothing; send its output to a file.');
    const { db } = await io.open();
    const feeds = await db
      .selectFrom('feeds')
      .select(['url', 'name', 'homepage', 'topics'])
      .where('state', '=', 'active')
      .where('sample', '=', false)
      .orderBy('name')
      .execute();
    io.out(writeOpml(feeds).trimEnd());
    return 0;
  },
};
