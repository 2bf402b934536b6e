import type { ChannelId, FeedId } from '../model.ts';
import type { Database } from '../store/database.ts';
import { type FailingFeed, failingFollowedFeeds, recordReplacement } from '../store/failing.ts';
import { discover } from './discover.ts';
import type { FailureCode, Fetched, Fetcher } from './fetch.ts';
import type { Parser } from './parse.ts';

export interface Failure {
  code: FailureCode | 'gone' | 'refused';
  status: number | null;
  /** A sentence's end in English: "blocked by its site: 403". */
  reason: string;
  retryAfterSeconds: number | null;
}

const dayMs = 86_400_000;
const tellAfterMs = 3 * dayMs;
const retireAfterMs = 14 * dayMs;

export function failureOf(fetched: Exclude<Fetched, { kind: 'ok' | 'not-modified' }>): Failure {
  if (fetched.kind === 'gone')
    return { code: 'gone', status: 410, reason: 'its site has taken it down for good: 410', retryAfterSeconds: null };
  if (fetched.kind === 'refused')
    return { code: 'refused', status: null, reason: fetched.reason, retryAfterSeconds: null };
  return fetched;
}

/** Gone for good, or failing for 14 days. */
export function retires({ code }: Failure, failingSince: Date | null, now: Date): boolean {
  return code === 'gone' || (failingSince !== null && now.getTime() - failingSince.getTime() >= retireAfterMs);
}

export interface Health {
  state: 'fine' | 'new' | 'failing' | 'retired' | 'off';
  code: Failure['code'] | null;
  status: number | null;
  since: Date | null;
  /** In English: "blocked by its site: 403 since Monday". */
  sentence: string;
  /** What to do, in English; null where nothing is to be done. */
  advice: string | null;
}

interface HealthRow {
  state: 'active' | 'off' | 'retired';
  last_success_at: Date | null;
  failing_since: Date | null;
  failure_code: string | null;
  failure_status: number | null;
  failure_reason: string | null;
}

/** How a feed fares, in words. */
export function healthOf(row: HealthRow, now: Date): Health {
  const code = row.failure_code as Failure['code'] | null;
  const none = { code: null, status: null, since: null, advice: null };
  if (row.failing_since !== null && row.failure_reason !== null) {
    const sentence = `${row.failure_reason} since ${dayInWords(row.failing_since, now)}`;
    const state = row.state === 'retired' ? 'retired' : 'failing';
    return {
      state,
      code,
      status: row.failure_status,
      since: row.failing_since,
      sentence,
      advice: code === null ? null : advice[code],
    };
  }
  if (row.state === 'off') return { ...none, state: 'off', sentence: 'off until somebody asks for it' };
  if (row.last_success_at === null) return { ...none, state: 'new', sentence: 'not read yet' };
  return { ...none, state: 'fine', sentence: `read ${dayInWords(row.last_success_at, now)}` };
}

const wait = 'It is tried again by itself.';
const advice: Record<Failure['code'], string> = {
  blocked: 'Its site refuses programs: another feed of the same source may be open.',
  busy: wait,
  missing: 'Look for its new address on its site.',
  server: wait,
  unreachable: wait,
  slow: wait,
  'too-large': 'Look for a smaller feed on its site.',
  redirects: 'Look for its new address on its site.',
  unreadable: 'Its site sends something that is no feed: look for its new address there.',
  gone: 'Follow another source.',
  refused: 'Its address leads where Tidings does not go: check it.',
};

function dayInWords(date: Date, now: Date): string {
  const days = Math.floor(now.getTime() / dayMs) - Math.floor(date.getTime() / dayMs);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 7) return date.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
  return date.toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

export interface FailingFollowed {
  channel: ChannelId;
  feed: { id: FeedId; name: string };
  since: Date;
  code: Failure['code'] | null;
  status: number | null;
  /** In English. */
  reason: string;
  /** Address of a feed of the same site that works. */
  replacement: string | null;
  retired: boolean;
}

const searchesAtOnce = 10;

interface SearchDeps {
  fetcher: Fetcher;
  parser: Parser;
  /** The program ends: what was not found then may be there. */
  stopping?: AbortSignal;
}

/**
 * Channels that follow a feed which has failed for three days, or is retired, with a replacement where the feed's own
 * site offers one. Whoever tells them keeps in mind whom it has told.
 */
export async function failingFollowed(db: Database, now: Date, deps: SearchDeps): Promise<FailingFollowed[]> {
  const failing = await failingFollowedFeeds(db, new Date(now.getTime() - tellAfterMs));
  const unsearched = failing
    .filter(({ searched, homepage }) => !searched && homepage !== null)
    .slice(0, searchesAtOnce);
  const found = new Map<number, string | null>();
  await Promise.all(unsearched.map(async (feed) => found.set(feed.id, await findReplacement(db, feed, deps))));
  return failing.flatMap((feed) =>
    feed.channels.map((channel) => ({
      channel,
      feed: { id: feed.id as FeedId, name: feed.name },
      since: feed.since,
      code: feed.code as Failure['code'] | null,
      status: feed.status,
      reason: feed.reason ?? 'it cannot be read',
      replacement: found.get(feed.id) ?? feed.replacement,
      retired: feed.retired,
    })),
  );
}

async function findReplacement(
  db: Database,
  feed: FailingFeed,
  { fetcher, parser, stopping }: SearchDeps,
): Promise<string | null> {
  const discovered = await discover(feed.homepage!, fetcher, parser);
  const urls =
    discovered.kind === 'feed'
      ? [discovered.url]
      : discovered.kind === 'several'
        ? discovered.candidates.map(({ url }) => url)
        : [];
  let replacement: string | null = null;
  for (const url of urls.filter((url) => url !== feed.url).slice(0, 3)) {
    const fetched = await fetcher.get(url);
    if (replacement === null && fetched.kind === 'ok' && (await parser.parse(fetched.bytes, fetched)).kind === 'feed')
      replacement = url;
  }
  if (!stopping?.aborted) await recordReplacement(db, feed.id, replacement);
  return replacement;
}
