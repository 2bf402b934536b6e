import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, describe, expect } from 'vitest';
import { createExtractor } from '../../src/article/extract.ts';
import { claimDueFeeds } from '../../src/feed/due.ts';
import { failingFollowed, healthOf } from '../../src/feed/health.ts';
import { createParser } from '../../src/feed/parse.ts';
import { type PollDeps, type PollOutcome, pollFeeds } from '../../src/feed/poll.ts';
import type { FeedId } from '../../src/model.ts';
import type { Database } from '../../src/store/database.ts';
import { addFeed } from '../../src/store/feeds.ts';
import { storeTest } from '../support/store.ts';
import { fetcherFor, type Site, serve } from './site.ts';

const parser = createParser();
const extractor = createExtractor();
afterAll(() => Promise.all([parser.close(), extractor.close()]));

const start = new Date('2026-01-15T12:00:00Z');
const hoursAgo = (hours: number) => new Date(start.getTime() - hours * 3_600_000);

interface Item {
  id: string;
  title?: string;
  text?: string;
  at?: Date;
}

const longText = 'The council met on Monday and spoke for three hours about the dam. '.repeat(20);
const item = ({ id, title = `Report ${id} from the harbour`, text = `${longText} ${id}`, at = hoursAgo(1) }: Item) =>
  `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>https://news.example/${id}</link><pubDate>${at.toUTCString()}</pubDate><description>${text}</description></item>`;
const feedOf = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Harbour news</title><link>https://news.example/</link><language>en</language>${items.join('')}</channel></rss>`;

interface World extends AsyncDisposable {
  site: Site;
  deps: PollDeps;
  feed: FeedId;
  /** What the site answers from now on. */
  answers(answer: (request: IncomingMessage, response: ServerResponse) => void): void;
  shows(...items: string[]): void;
  /** It gives no answer to what fits, and `otherwise` to the rest. Resolves when it was asked for the first. */
  waits(fits?: (request: IncomingMessage) => boolean, otherwise?: string): Promise<void>;
  /** How often it was asked. */
  asked(): number;
  passes(hours: number): void;
}

async function world(db: Database, path = '/feed'): Promise<World> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) =>
    response.writeHead(500).end();
  let asked = 0;
  const site = await serve((request, response) => {
    asked++;
    answer(request, response);
  });
  const fetcher = fetcherFor([site]);
  let now = start;
  const feed = await addFeed(db, {
    url: `${site.origin}${path}`,
    name: 'Harbour news',
    homepage: `${site.origin}/home`,
  });
  await db.updateTable('feeds').set({ next_poll_at: start }).where('id', '=', feed).execute();
  return {
    site,
    feed,
    deps: { db, fetcher, parser, extractor, now: () => now, log: { info: () => {} }, random: () => 0 },
    answers: (given) => {
      answer = given;
    },
    shows: (...items) => {
      answer = (_, response) => response.end(feedOf(...items));
    },
    waits: (fits = () => true, otherwise = '') =>
      new Promise((resolve) => {
        answer = (request, response) => (fits(request) ? resolve() : response.end(otherwise));
      }),
    asked: () => asked,
    passes: (hours) => {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
    async [Symbol.asyncDispose]() {
      await fetcher.close();
      await site[Symbol.asyncDispose]();
    },
  };
}

/** Polls a feed whose time has come, whenever that was to be. */
async function pollFeed(feed: FeedId, deps: PollDeps): Promise<PollOutcome> {
  await deps.db.updateTable('feeds').set({ next_poll_at: deps.now() }).where('id', '=', feed).execute();
  const [outcome] = await pollFeeds([feed], deps);
  return outcome!;
}

const rowOf = (db: Database, feed: FeedId) =>
  db.selectFrom('feeds').selectAll().where('id', '=', feed).executeTakeFirstOrThrow();
const articles = (db: Database) => db.selectFrom('articles').selectAll().orderBy('id').execute();
const entries = (db: Database) => db.selectFrom('entries').selectAll().orderBy('id').execute();

describe('news', () => {
  storeTest('the first reading remembers everything and makes articles of the last day', async ({ db }) => {
    await using w = await world(db);
    w.shows(item({ id: 'a' }), item({ id: 'old', at: hoursAgo(100) }));
    expect(await pollFeed(w.feed, w.deps)).toMatchObject({
      kind: 'read',
      baseline: true,
      entries: 2,
      created: [expect.any(Number)],
      edited: [],
    });
    const [article, ...more] = await articles(db);
    expect(more).toEqual([]);
    expect(article).toMatchObject({
      title: 'Report a from the harbour',
      url: 'https://news.example/a',
      language: 'en',
      excerpt_only: false,
      story_id: null,
      published_at: hoursAgo(1),
    });
    expect(article!.sentences.length).toBeGreaterThan(10);
    expect(article!.paragraphs[0]).toBe(0);
    expect(await entries(db)).toHaveLength(2);
  });

  storeTest('a later reading takes what is new, once', async ({ db }) => {
    await using w = await world(db);
    w.shows(item({ id: 'a' }));
    await pollFeed(w.feed, w.deps);
    w.shows(item({ id: 'b' }), item({ id: 'a' }));
    expect(await pollFeed(w.feed, w.deps)).toMatchObject({
      created: [expect.any(Number)],
      edited: [],
      baseline: false,
    });
    w.shows(item({ id: 'b' }), item({ id: 'a' }), ' ');
    expect(await pollFeed(w.feed, w.deps)).toMatchObject({ created: [], edited: [] });
    expect((await articles(db)).map(({ url }) => url)).toEqual(['https://news.example/a', 'https://news.example/b']);
  });

  storeTest('an edit changes the article in place and keeps its date', async ({ db }) => {
    await using w = await world(db);
    w.shows(item({ id: 'a' }));
    const first = await pollFeed(w.feed, w.deps);
    w.shows(item({ id: 'a', title: 'Corrected: report a', at: hoursAgo(0) }));
    expect(await pollFeed(w.feed, w.deps)).toMatchObject({ created: [], edited: first.articles });
    expect(await articles(db)).toMatchObject([
      { title: 'Corrected: report a', published_at: hoursAgo(1), updated_at: start },
    ]);
  });

  storeTest('an entry under another guid is the same; the new guid is known from then on', async ({ db }) => {
    await using w = await world(db);
    w.shows(item({ id: 'a' }));
    await pollFeed(w.feed, w.deps);
    w.shows(item({ id: 'a' }).replace('>a</guid>', '>z</guid>'));
    expect(await pollFeed(w.feed, w.deps)).toMatchObject({ created: [], edited: [] });
    expect((await entries(db)).map(({ article_id }) => article_id)).toEqual([1, 1]);
  });

  storeTest('two feeds with the same article make one', async ({ db }) => {
    await using one = await world(db);
    await using other = await world(db, '/other');
    one.shows(item({ id: 'a' }));
    other.shows(item({ id: 'a' }));
    const outcomes = await Promise.all([pollFeed(one.feed, one.deps), pollFeed(other.feed, other.deps)]);
    expect(outcomes.flatMap((outcome) => outcome.articles)).toHaveLength(1);
    expect(await articles(db)).toHaveLength(1);
  });

  storeTest('a teaser is completed from the page; where that is walled the article is an excerpt', async ({ db }) => {
    await using w = await world(db);
    const link = (id: string) => item({ id, text: 'A short teaser…' }).replace('https://news.example', w.site.origin);
    w.answers((request, response) => {
      response.setHeader('content-type', 'text/html');
      if (request.url === '/open')
        response.end(
          `<html lang="en"><body><article><h1>Report</h1>${`<p>${longText}</p>`.repeat(3)}</article></body></html>`,
        );
      else if (request.url === '/paid')
        response.end(
          '<html lang="en"><body><article><p>A short teaser that goes on.</p><p>Subscribe to continue reading.</p></article></body></html>',
        );
      else if (request.url === '/feed') response.end(feedOf(link('open'), link('paid'), link('missing')));
      else response.writeHead(404).end();
    });
    await pollFeed(w.feed, w.deps);
    const stored = new Map((await articles(db)).map((article) => [new URL(article.url).pathname, article]));
    expect(stored.get('/open')).toMatchObject({ excerpt_only: false });
    expect(stored.get('/open')!.sentences.length).toBeGreaterThan(30);
    expect(stored.get('/paid')).toMatchObject({ excerpt_only: true });
    expect(stored.get('/missing')).toMatchObject({ excerpt_only: true, sentences: ['A short teaser…'] });
  });

  storeTest('a page that cannot be had any more does not take the text away', async ({ db }) => {
    await using w = await world(db);
    let open = true;
    let title = 'Report';
    w.answers((request, response) => {
      if (request.url === '/feed')
        response.end(
          feedOf(item({ id: 'a', title, text: 'A teaser…' }).replace('https://news.example', w.site.origin)),
        );
      else if (open)
        response.end(`<html lang="en"><body><article>${`<p>${longText}</p>`.repeat(3)}</article></body></html>`);
      else response.writeHead(403).end();
    });
    await pollFeed(w.feed, w.deps);
    const [before] = await articles(db);
    open = false;
    title = 'Corrected report';
    expect(await pollFeed(w.feed, w.deps)).toMatchObject({ edited: [before!.id] });
    expect(await articles(db)).toMatchObject([{ title, sentences: before!.sentences, excerpt_only: false }]);
  });

  storeTest(
    'what no database takes is stored without it: null characters, halves of letters, endless names and addresses',
    async ({ db }) => {
      await using w = await world(db);
      const nasty = 'x\\u0000y\\ud800z';
      const long = 'a'.repeat(200_000);
      const entry = (id: string, link: string) =>
        `{"id":"${id}${nasty}","url":"${link}","title":"T ${nasty}${long}","content_text":"${nasty} ${longText} 😀","language":"e${nasty}","tags":["${nasty}${long}"],"authors":[{"name":"${nasty}${long}"}],"date_published":"${hoursAgo(1).toISOString()}"}`;
      w.answers((_, response) => {
        response.end(
          `{"version":"https://jsonfeed.org/version/1.1","title":"${nasty}","language":"e${nasty}","items":[${entry('1', `https://e.example/${long}`)},${entry('2', `https://e.example/${'é'.repeat(900)}`)},${entry(long, 'https://e.example/3')}]}`,
        );
      });
      expect(await pollFeed(w.feed, w.deps)).toMatchObject({ kind: 'read', entries: 3, created: [1, 2, 3] });
      for (const { title, sentences } of await articles(db)) {
        expect(title.length).toBeLessThanOrEqual(500);
        expect(JSON.stringify(sentences)).not.toContain('\\u0000');
      }
      w.answers((_, response) =>
        response.end(
          `{"version":"https://jsonfeed.org/version/1.1","items":[${entry('2', 'https://e.example/2').replace('"T ', '"New ')}]}`,
        ),
      );
      expect(await pollFeed(w.feed, w.deps)).toMatchObject({ kind: 'read' });
    },
  );
});

describe('asking', () => {
  storeTest('validators are kept byte for byte and sent back; unchanged is recorded as a success', async ({ db }) => {
    await using w = await world(db);
    const asked: unknown[] = [];
    w.answers((request, response) => {
      asked.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === 'W/"é"') response.writeHead(304).end();
      else response.setHeader('etag', 'W/"é"').end(Buffer.from(feedOf(item({ id: 'a' }))));
    });
    await pollFeed(w.feed, w.deps);
    w.passes(2);
    expect(await pollFeed(w.feed, w.deps)).toMatchObject({ kind: 'unchanged', articles: [] });
    expect(asked).toEqual([undefined, 'W/"é"']);
    expect(await rowOf(db, w.feed)).toMatchObject({ last_success_at: w.deps.now(), failures: 0 });
  });

  storeTest('the same bytes are not parsed again', async ({ db }) => {
    await using w = await world(db);
    w.shows(item({ id: 'a' }));
    await pollFeed(w.feed, w.deps);
    const refusing = { ...w.deps, parser: { ...parser, parse: () => Promise.reject(new Error('parsed again')) } };
    expect(await pollFeed(w.feed, refusing)).toMatchObject({ kind: 'unchanged' });
  });

  storeTest('validators of a body that is no feed are not kept', async ({ db }) => {
    await using w = await world(db);
    w.answers((_, response) => response.setHeader('etag', '"x"').end('<html><body>Error</body></html>'));
    expect(await pollFeed(w.feed, w.deps)).toMatchObject({
      kind: 'failed',
      reason: 'cannot be read as a feed: a web page, no feed',
    });
    expect(await rowOf(db, w.feed)).toMatchObject({
      etag: null,
      body_hash: null,
      failure_code: 'unreadable',
      failures: 1,
      failing_since: start,
    });
  });

  storeTest('a feed that moved for good has its new address, and the old one is kept', async ({ db }) => {
    await using w = await world(db);
    w.answers((request, response) => {
      if (request.url === '/feed') response.writeHead(301, { location: '/new' }).end();
      else response.end(feedOf(item({ id: 'a' })));
    });
    await pollFeed(w.feed, w.deps);
    expect(await rowOf(db, w.feed)).toMatchObject({ url: `${w.site.origin}/new`, moved_from: `${w.site.origin}/feed` });
  });

  storeTest('a feed that moved to something that is none stays where it is', async ({ db }) => {
    await using w = await world(db);
    w.answers((request, response) => {
      if (request.url === '/feed') response.writeHead(301, { location: '/parked' }).end();
      else response.end('<html><body>This domain is for sale</body></html>');
    });
    await pollFeed(w.feed, w.deps);
    expect(await rowOf(db, w.feed)).toMatchObject({ url: `${w.site.origin}/feed`, failures: 1 });
  });

  storeTest('a feed that moves to an address with a secret in it is private from that reading on', async ({ db }) => {
    await using w = await world(db);
    const secret = '/feed?token=91c27bd04e55';
    w.shows(item({ id: 'a' }));
    await pollFeed(w.feed, w.deps);
    w.answers((request, response) => {
      if (request.url === '/feed') response.writeHead(301, { location: secret }).end();
      else response.end(feedOf(item({ id: 'a', text: `${longText} For members.` }), item({ id: 'b' })));
    });
    expect(await pollFeed(w.feed, w.deps)).toMatchObject({ created: [expect.any(Number)], edited: [] });
    expect(await rowOf(db, w.feed)).toMatchObject({ url: `${w.site.origin}${secret}`, private: true });
    const [before, since] = await articles(db);
    expect([before!.only_for, since!.only_for]).toEqual([null, w.feed]);
    expect(before!.sentences.join(' ')).not.toContain('members');
  });

  storeTest('so is one that leads to a private feed which others follow', async ({ db }) => {
    await using w = await world(db);
    const url = `${w.site.origin}/feed?token=91c27bd04e55`;
    await addFeed(db, { url, name: 'Letters' });
    w.answers((request, response) => {
      if (request.url === '/feed') response.writeHead(301, { location: url }).end();
      else response.end(feedOf(item({ id: 'a' })));
    });
    await pollFeed(w.feed, w.deps);
    expect(await rowOf(db, w.feed)).toMatchObject({ url: `${w.site.origin}/feed`, private: true });
    expect(await articles(db)).toMatchObject([{ only_for: w.feed }]);
  });

  storeTest('a private feed that leads to an open address stays where it is, and private', async ({ db }) => {
    const secret = '/feed?token=91c27bd04e55';
    await using w = await world(db, secret);
    w.answers((request, response) => {
      if (request.url === secret) response.writeHead(301, { location: '/open' }).end();
      else response.end(feedOf(item({ id: 'a' })));
    });
    await pollFeed(w.feed, w.deps);
    expect(await rowOf(db, w.feed)).toMatchObject({ url: `${w.site.origin}${secret}`, private: true, failures: 0 });
    expect(await articles(db)).toMatchObject([{ only_for: w.feed }]);
    const open = await addFeed(db, { url: `${w.site.origin}/open`, name: 'Harbour news' });
    expect(await pollFeed(open, w.deps)).toMatchObject({ created: [expect.any(Number)] });
    expect(await articles(db)).toMatchObject([{ only_for: w.feed }, { only_for: null, feed_id: open }]);
  });

  storeTest(
    'an entry without a page is shown with the site of a private feed, never with its address',
    async ({ db }) => {
      const secret = '/feed?token=91c27bd04e55';
      await using w = await world(db, secret);
      await db.updateTable('feeds').set({ homepage: null }).execute();
      const loose = `<item><guid isPermaLink="false">a</guid><title>For members</title><pubDate>${hoursAgo(1).toUTCString()}</pubDate><description>${longText}</description></item>`;
      w.answers((_, response) =>
        response.end(`<rss version="2.0"><channel><title>Letters</title>${loose}</channel></rss>`),
      );
      await pollFeed(w.feed, w.deps);
      expect((await articles(db)).map(({ url }) => url)).toEqual([`${w.site.origin}/`]);
    },
  );

  storeTest('two workers read a feed once, however far apart they come', async ({ db }) => {
    await using w = await world(db);
    w.shows(item({ id: 'a' }));
    const outcomes = await Promise.all([pollFeeds([w.feed], w.deps), pollFeeds([w.feed], w.deps)]);
    expect(outcomes.map(([outcome]) => outcome!.kind).sort()).toEqual(['busy', 'read']);
    expect(await pollFeeds([w.feed], w.deps)).toMatchObject([{ kind: 'busy' }]);
    expect(w.asked()).toBe(1);
  });

  storeTest('a worker whose clock is behind reads what the scheduler found due', async ({ db }) => {
    await using w = await world(db);
    w.shows(item({ id: 'a' }));
    await db
      .updateTable('feeds')
      .set({ next_poll_at: new Date(start.getTime() + 30_000) })
      .execute();
    expect(await pollFeeds([w.feed], w.deps)).toMatchObject([{ kind: 'read' }]);
  });

  storeTest('a reading that the end of the program cuts off leaves no trace', async ({ db }) => {
    await using w = await world(db);
    const stopping = new AbortController();
    const deps = { ...w.deps, stopping: stopping.signal };
    const asked = w.waits();
    const polling = pollFeeds([w.feed], deps);
    await asked;
    stopping.abort();
    await w.deps.fetcher.close();
    expect(await polling).toMatchObject([{ kind: 'busy' }]);
    expect(await pollFeeds([w.feed], deps), 'a job that was still waiting').toMatchObject([{ kind: 'busy' }]);
    const row = await rowOf(db, w.feed);
    expect(row).toMatchObject({ failures: 0, failing_since: null, polling_until: null, last_polled_at: null });
    expect(row.next_poll_at).toEqual(start);
  });

  storeTest('nor does one whose pages are cut off: its articles stay no excerpts', async ({ db }) => {
    await using w = await world(db);
    const stopping = new AbortController();
    const deps = { ...w.deps, stopping: stopping.signal };
    const page = `<item><guid>a</guid><title>A short note from the harbour</title><link>${w.site.origin}/page</link><pubDate>${hoursAgo(1).toUTCString()}</pubDate><description>More on our page.</description></item>`;
    const asked = w.waits((request) => request.url === '/page', feedOf(page));
    const polling = pollFeeds([w.feed], deps);
    await asked;
    stopping.abort();
    await w.deps.fetcher.close();
    expect(await polling).toMatchObject([{ kind: 'busy' }]);
    expect(await articles(db)).toEqual([]);
    expect(await entries(db)).toEqual([]);
    expect(await rowOf(db, w.feed)).toMatchObject({ body_hash: null, polling_until: null, last_success_at: null });
  });

  storeTest('a worker that died is replaced when its claim has lapsed, and nothing is doubled', async ({ db }) => {
    await using w = await world(db);
    w.shows(item({ id: 'a' }));
    await db
      .updateTable('feeds')
      .set({ polling_until: new Date(start.getTime() + 180_000) })
      .execute();
    expect(await pollFeed(w.feed, w.deps)).toMatchObject({ kind: 'busy' });
    w.passes(1);
    expect(await pollFeed(w.feed, w.deps)).toMatchObject({ kind: 'read' });
    w.passes(24);
    expect(await pollFeeds([w.feed, 999 as FeedId], w.deps)).toMatchObject([{ kind: 'unchanged' }, { kind: 'busy' }]);
    expect(await articles(db)).toHaveLength(1);
  });
});

describe('failing', () => {
  storeTest('failures put it off, a success forgets them', async ({ db }) => {
    await using w = await world(db);
    w.answers((_, response) => response.writeHead(403).end());
    await pollFeed(w.feed, w.deps);
    w.passes(1);
    await pollFeed(w.feed, w.deps);
    const row = await rowOf(db, w.feed);
    expect(row).toMatchObject({
      failures: 2,
      failing_since: start,
      failure_code: 'blocked',
      failure_status: 403,
      failure_reason: 'blocked by its site: 403',
    });
    expect(row.next_poll_at).toEqual(new Date(w.deps.now().getTime() + 4 * 3_600_000));
    expect(healthOf(row, new Date('2026-01-17T00:00:00Z'))).toMatchObject({
      state: 'failing',
      sentence: 'blocked by its site: 403 since Thursday',
      advice: expect.any(String),
    });
    w.shows(item({ id: 'a' }));
    await pollFeed(w.feed, w.deps);
    expect(await rowOf(db, w.feed)).toMatchObject({
      failures: 0,
      failing_since: null,
      failure_code: null,
      failure_reason: null,
    });
  });

  storeTest(
    'one that we stumble over is put off like one that fails, and the others beside it are read',
    async ({ db }) => {
      await using w = await world(db);
      await using other = await world(db, '/other');
      w.shows(item({ id: 'a' }));
      other.shows(item({ id: 'b' }));
      const parser: PollDeps['parser'] = {
        ...w.deps.parser,
        parse: (bytes, from) =>
          from.url.startsWith(w.site.origin)
            ? Promise.reject(new TypeError('our own mistake'))
            : w.deps.parser.parse(bytes, from),
      };
      await using fetcher = fetcherFor([w.site, other.site]);
      await expect(pollFeeds([w.feed, other.feed], { ...w.deps, parser, fetcher })).rejects.toThrow('our own mistake');
      expect(await rowOf(db, other.feed)).toMatchObject({ failures: 0, last_success_at: start });
      const row = await rowOf(db, w.feed);
      expect(row).toMatchObject({ failures: 1, failure_reason: 'it could not be read', polling_until: null });
      expect(row.next_poll_at).toEqual(new Date(start.getTime() + 600_000));
      expect(await pollFeeds([w.feed], w.deps), 'the same job again').toMatchObject([{ kind: 'busy' }]);
    },
  );

  storeTest('gone for good is retired at once, failing after 14 days', async ({ db }) => {
    await using gone = await world(db);
    gone.answers((_, response) => response.writeHead(410).end());
    expect(await pollFeed(gone.feed, gone.deps)).toMatchObject({ kind: 'failed', retired: true });
    expect(await rowOf(db, gone.feed)).toMatchObject({ state: 'retired' });

    await using failing = await world(db, '/failing');
    failing.answers((_, response) => response.writeHead(500).end());
    await pollFeed(failing.feed, failing.deps);
    failing.passes(13 * 24);
    expect(await pollFeed(failing.feed, failing.deps)).toMatchObject({ retired: false });
    failing.passes(25);
    // Not one feed answers: it is our own network that fails.
    expect(await pollFeed(failing.feed, failing.deps)).toMatchObject({ retired: false });
    await using well = await world(db, '/well');
    well.passes(14 * 24);
    well.shows(item({ id: 'a' }));
    await pollFeed(well.feed, well.deps);
    expect(await pollFeed(failing.feed, failing.deps)).toMatchObject({ retired: true });
    expect(await claimDueFeeds(db, new Date('2027-01-01'), 10)).toEqual([well.feed]);
  });

  storeTest('channels that follow a feed are named after three days, with a working replacement', async ({ db }) => {
    await using w = await world(db);
    w.answers((request, response) => {
      if (request.url === '/home')
        response.end('<link rel="alternate" type="application/rss+xml" title="News" href="/fresh">');
      else if (request.url === '/fresh') response.end(feedOf(item({ id: 'a' })));
      else response.writeHead(404).end();
    });
    await db
      .insertInto('channels')
      .values({
        id: 'web:a',
        platform: 'web',
        workspace: 'web',
        name: null,
        language: 'en',
        zone: 'UTC',
        closed_reason: null,
        created_by: null,
      } as never)
      .execute();
    await db
      .insertInto('subscriptions')
      .values({ channel_id: 'web:a', kind: 'feed', value: String(w.feed), label: 'Harbour news' })
      .execute();
    await pollFeed(w.feed, w.deps);
    w.passes(71);
    expect(await failingFollowed(db, w.deps.now(), w.deps)).toEqual([]);
    w.passes(2);
    const told = [
      {
        channel: 'web:a',
        feed: { id: w.feed, name: 'Harbour news' },
        since: start,
        code: 'missing',
        status: 404,
        reason: 'its site has nothing at this address: 404',
        replacement: `${w.site.origin}/fresh`,
        retired: false,
      },
    ];
    expect(await failingFollowed(db, w.deps.now(), w.deps)).toEqual(told);
    w.answers((_, response) => response.destroy());
    expect(await failingFollowed(db, w.deps.now(), w.deps), 'the search is not repeated').toEqual(told);
  });
});

describe('due', () => {
  const add = (db: Database, url: string, sample = false) => addFeed(db, { url, name: url, sample });
  const soon = new Date(Date.now() + 3_600_000);

  storeTest('two schedulers never take the same feed, and a claim lapses', async ({ db }) => {
    for (let host = 0; host < 30; host++) await add(db, `https://h${host}.example/feed`);
    const claims = await Promise.all(Array.from({ length: 6 }, () => claimDueFeeds(db, soon, 10)));
    const taken = claims.flat();
    expect(new Set(taken).size).toBe(taken.length);
    while ((await claimDueFeeds(db, soon, 10)).length > 0);
    expect(await claimDueFeeds(db, new Date(soon.getTime() + 119_000), 50)).toEqual([]);
    expect(await claimDueFeeds(db, new Date(soon.getTime() + 121_000), 50)).toHaveLength(30);
  });

  storeTest('a host gets no burst: two of its feeds at a time', async ({ db }) => {
    for (let feed = 0; feed < 5; feed++) await add(db, `https://many.example/${feed}`);
    await add(db, 'https://other.example/feed');
    expect(await claimDueFeeds(db, soon, 10)).toHaveLength(3);
    expect(await claimDueFeeds(db, soon, 10)).toEqual([]);
  });

  storeTest('samples and real feeds are taken apart', async ({ db }) => {
    const real = await add(db, 'https://real.example/feed');
    const sample = await add(db, 'https://sample.example/feed', true);
    expect(await claimDueFeeds(db, soon, 10, 'samples')).toEqual([sample]);
    expect(await claimDueFeeds(db, soon, 10, 'real')).toEqual([real]);
  });
});
