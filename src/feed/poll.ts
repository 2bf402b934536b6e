import { createHash } from 'node:crypto';
import { identify } from '../article/identity.ts';
import type { ArticleId, FeedId } from '../model.ts';
import { type ArticleDraft, editArticle, storeArticles } from '../store/articles.ts';
import type { Database } from '../store/database.ts';
import { knownEntries, type NewEntry, rememberEntries } from '../store/entries.ts';
import {
  anyAnswered,
  beginPolls,
  type FeedRow,
  type QuietPoll,
  type ReadPoll,
  recordQuietPolls,
  recordRead,
  releasePolls,
} from '../store/feeds.ts';
import { type ReadingDeps, readArticles } from './articles.ts';
import type { Fetched } from './fetch.ts';
import { type Failure, failureOf, retires } from './health.ts';
import { type IdentifiedEntry, type News, sortNews } from './news.ts';
import type { Parser } from './parse.ts';
import type { ParsedFeed } from './parsed.ts';
import { entriesPerWeek, intervalSeconds, nextPollAt, retryAt } from './schedule.ts';
import { createSlots } from './slots.ts';

export interface PollDeps extends ReadingDeps {
  db: Database;
  parser: Parser;
  log: { info(fields: object, event: string): void };
  /** 0–1; spreads polls. */
  random?: () => number;
  /** The program ends: what is being read is left to the next worker, as if nobody had begun. */
  stopping?: AbortSignal;
}

/** `busy`: another worker reads it at this moment or has just read it, it is gone, or the program ends. */
export type PollOutcome = {
  feed: FeedId;
  /** New and edited ones, to be placed into stories. */
  articles: ArticleId[];
} & (
  | { kind: 'busy' }
  | { kind: 'unchanged' }
  | { kind: 'read'; entries: number; created: ArticleId[]; edited: ArticleId[]; baseline: boolean }
  | { kind: 'failed'; reason: string; retired: boolean }
);

const pollSeconds = 180;
const pageLimits = { pages: 30, timeoutMs: 60_000 };
const feedsAtOnce = 16;

/**
 * Reads those of the feeds that are due: conditional request, parse, and what is new becomes articles, all of a feed in
 * one transaction. Their rows come in one statement, and those that are unchanged go in one. Safe to run twice, at once
 * or again: a row's claim keeps others out while it lives, once read it is not due, and entries are stored once.
 */
export async function pollFeeds(feeds: FeedId[], deps: PollDeps): Promise<PollOutcome[]> {
  if (feeds.length === 0 || deps.stopping?.aborted) return feeds.map(busy);
  const rows = await beginPolls(deps.db, feeds, deps.now(), pollSeconds);
  const slots = createSlots(feedsAtOnce);
  const stumbled: unknown[] = [];
  const polled = await Promise.all(
    rows.map((row) =>
      slots
        .run('', () => pollRow(row, deps))
        .catch((error: unknown) => {
          stumbled.push(error);
          return failed(row, ourMistake, deps);
        }),
    ),
  );
  await recordQuietPolls(
    deps.db,
    polled.flatMap(({ quiet }) => quiet ?? []),
    deps.now(),
  );
  await releasePolls(
    deps.db,
    polled.flatMap(({ outcome }) => (outcome.kind === 'busy' ? outcome.feed : [])),
  );
  if (stumbled.length > 0) throw stumbled[0];
  const outcomes = new Map(polled.map(({ outcome }) => [outcome.feed, outcome]));
  return feeds.map((feed) => outcomes.get(feed) ?? busy(feed));
}

/** A bug, or the database is gone. Its site is not asked again and again for it. */
const ourMistake: Failure = {
  code: 'unreadable',
  status: null,
  reason: 'it could not be read',
  retryAfterSeconds: null,
};

function busy(feed: FeedId): PollOutcome {
  return { kind: 'busy', feed, articles: [] };
}

/** `quiet`: what is still to be recorded. */
interface Polled {
  outcome: PollOutcome;
  quiet: QuietPoll | null;
}

async function pollRow(row: FeedRow, deps: PollDeps): Promise<Polled> {
  const started = performance.now();
  const fetched = await deps.fetcher.get(row.url, { etag: row.etag, lastModified: row.last_modified });
  if (deps.stopping?.aborted) return cutOff(row);
  const polled = fetched.kind === 'ok' ? await readBody(row, fetched, deps) : await quietly(row, fetched, deps);
  const { outcome } = polled;
  if (outcome.kind !== 'unchanged' && outcome.kind !== 'busy') {
    const said =
      outcome.kind === 'failed'
        ? { reason: outcome.reason }
        : { created: outcome.created.length, edited: outcome.edited.length };
    deps.log.info(
      { feed: row.id, outcome: outcome.kind, ms: Math.round(performance.now() - started), ...said },
      'feed polled',
    );
  }
  return polled;
}

/** What failed now may have failed because we end: it says nothing of the feed. */
function cutOff(row: FeedRow): Polled {
  return { outcome: busy(row.id as FeedId), quiet: null };
}

async function quietly(row: FeedRow, fetched: Exclude<Fetched, { kind: 'ok' }>, deps: PollDeps): Promise<Polled> {
  return fetched.kind === 'not-modified'
    ? unchanged(row, fetched.freshForSeconds, deps)
    : failed(row, failureOf(fetched), deps);
}

function unchanged(row: FeedRow, freshForSeconds: number | null, deps: PollDeps): Polled {
  const interval = Math.max(row.interval_seconds, Math.min(freshForSeconds ?? 0, 86_400));
  const nextAt = nextPollAt(deps.now(), interval, (deps.random ?? Math.random)());
  return {
    outcome: { kind: 'unchanged', feed: row.id as FeedId, articles: [] },
    quiet: { id: row.id, nextPollAt: nextAt, failure: null },
  };
}

/** Where no feed at all has answered for a day the fault is our own network's, and none is retired for it. */
async function failed(row: FeedRow, failure: Failure, deps: PollDeps): Promise<Polled> {
  const now = deps.now();
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const retired =
    retires(failure, row.failing_since, now) && (failure.code === 'gone' || (await anyAnswered(deps.db, dayAgo)));
  const nextAt = retryAt(now, row.failures + 1, failure.retryAfterSeconds, (deps.random ?? Math.random)());
  return {
    outcome: { kind: 'failed', feed: row.id as FeedId, articles: [], reason: failure.reason, retired },
    quiet: { id: row.id, nextPollAt: nextAt, failure: { ...failure, retires: retired } },
  };
}

type Body = Extract<Fetched, { kind: 'ok' }>;

async function readBody(row: FeedRow, body: Body, deps: PollDeps): Promise<Polled> {
  const bodyHash = createHash('sha256').update(body.bytes).digest('base64url');
  // Many servers know no conditional requests: the same bytes say the same.
  if (bodyHash === row.body_hash) return unchanged(row, body.freshForSeconds, deps);
  const parsed = await deps.parser.parse(body.bytes, body);
  if (parsed.kind === 'unreadable')
    return failed(
      row,
      {
        code: 'unreadable',
        status: null,
        reason: `cannot be read as a feed: ${parsed.reason}`,
        retryAfterSeconds: null,
      },
      deps,
    );
  const stored = await storeNews(row, parsed.feed, deps, readPoll(row, body, bodyHash, parsed.feed, deps));
  return { outcome: stored, quiet: null };
}

function readPoll(row: FeedRow, body: Body, bodyHash: string, feed: ParsedFeed, deps: PollDeps): ReadPoll {
  const now = deps.now();
  const dates = feed.entries
    .flatMap(({ published, updated }) => published ?? updated ?? [])
    .filter((date) => date <= now);
  const rhythm = entriesPerWeek(dates, now);
  const interval = intervalSeconds({
    entriesPerWeek: rhythm,
    ttlSeconds: feed.ttlSeconds,
    freshForSeconds: body.freshForSeconds,
  });
  return {
    etag: body.etag,
    lastModified: body.lastModified,
    bodyHash,
    parsedBy: feed.path,
    nextPollAt: nextPollAt(now, interval, (deps.random ?? Math.random)()),
    intervalSeconds: interval,
    entriesPerWeek: rhythm,
    lastEntryAt: dates.length === 0 ? null : new Date(Math.max(...dates.map((date) => date.getTime()))),
    language: feed.language,
    homepage: feed.link === row.url ? null : feed.link,
    movedTo: body.movedTo === row.url ? null : body.movedTo,
  };
}

async function storeNews(row: FeedRow, feed: ParsedFeed, deps: PollDeps, poll: ReadPoll): Promise<PollOutcome> {
  const identities = identify(feed.entries);
  const entries = oneOfEach(feed.entries.map((entry, index) => ({ ...identities[index]!, entry })));
  const baseline = row.last_success_at === null;
  const known = entries.length === 0 ? [] : await knownEntries(deps.db, row.id, entries);
  const news = sortNews(entries, known, deps.now(), baseline);
  const from = { url: row.url, homepage: row.homepage ?? feed.link, language: feed.language ?? row.language };
  const drafts = await readArticles([...news.articles, ...news.edited], from, pageLimits, deps);
  // A page that was cut off would leave its article an excerpt for good.
  if (deps.stopping?.aborted) return busy(row.id as FeedId);
  const { created, edited } = await deps.db.transaction().execute(async (db) => {
    const isPrivate = await recordRead(db, row, poll, deps.now());
    return write(db, { ...row, private: isPrivate }, news, drafts, deps.now());
  });
  return {
    kind: 'read',
    feed: row.id as FeedId,
    entries: entries.length,
    created,
    edited,
    baseline,
    articles: [...created, ...edited],
  };
}

function oneOfEach(entries: IdentifiedEntry[]): IdentifiedEntry[] {
  return [...new Map(entries.map((each) => [each.identity, each])).values()];
}

async function write(
  db: Database,
  row: FeedRow,
  news: News,
  drafts: ArticleDraft[],
  now: Date,
): Promise<{ created: ArticleId[]; edited: ArticleId[] }> {
  const stored = await storeArticles(db, row, drafts.slice(0, news.articles.length), now);
  const byUrl = new Map(stored.map((each) => [each.canonicalUrl, each]));
  const created = stored.filter(({ fresh }) => fresh).map(({ id }) => id);
  const edits = await editAll(db, row, news.edited, drafts.slice(news.articles.length), now);
  const entries = [
    ...news.articles.map((each, index) => toEntry(each, byUrl.get(drafts[index]!.canonicalUrl)?.id ?? null)),
    ...[...news.edited, ...news.remembered].map((each) => toEntry(each, each.article)),
  ];
  await rememberEntries(db, row.id, entries, now);
  return { created, edited: edits };
}

async function editAll(
  db: Database,
  feed: FeedRow,
  entries: News['edited'],
  drafts: ArticleDraft[],
  now: Date,
): Promise<ArticleId[]> {
  const edited: ArticleId[] = [];
  for (const [index, { article }] of entries.entries()) {
    const draft = drafts[index]!;
    if (await editArticle(db, feed, article, draft, now)) edited.push(article as ArticleId);
  }
  return edited;
}

function toEntry({ identity, canonicalUrl, contentHash, entry }: IdentifiedEntry, article: number | null): NewEntry {
  return {
    identity,
    guid: entry.guid?.slice(0, 1000) ?? null,
    url: canonicalUrl,
    content_hash: contentHash,
    article_id: article,
  };
}
