import type { Database } from '../store/database.ts';
import { type AddedFeed, addFeeds } from '../store/feeds.ts';
import { type Discovered, discover } from './discover.ts';
import type { Fetcher } from './fetch.ts';
import { plainLine } from './markup.ts';
import type { Parser } from './parse.ts';

export type FoundFeeds =
  | { kind: 'one'; feed: AddedFeed }
  /** Ask which. */
  | { kind: 'several'; feeds: AddedFeed[] }
  | { kind: 'none'; reason: string };

/** Finds the feeds of an address and makes rows of them, switched off until somebody chooses them. */
export async function findFeeds(
  address: string,
  { db, fetcher, parser }: { db: Database; fetcher: Fetcher; parser: Parser },
): Promise<FoundFeeds> {
  const discovered = await discover(address, fetcher, parser);
  if (discovered.kind === 'none') return discovered;
  const [first, ...rest] = await addFeeds(db, newFeeds(discovered), 'off');
  if (first === undefined) return { kind: 'none', reason: 'no feed is offered there' };
  return rest.length === 0 ? { kind: 'one', feed: first } : { kind: 'several', feeds: [first, ...rest] };
}

function newFeeds(discovered: Exclude<Discovered, { kind: 'none' }>) {
  if (discovered.kind === 'several')
    return discovered.candidates.map(({ url, title }) => ({
      url,
      name: nameOf(title),
      homepage: null,
      language: null,
    }));
  const { url, feed } = discovered;
  return [{ url, name: nameOf(feed.title), homepage: feed.link === url ? null : feed.link, language: feed.language }];
}

function nameOf(title: string): string {
  return plainLine(title).slice(0, 100);
}
