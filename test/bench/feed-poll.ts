/**
 * Whole polls (fetch, parse, tell apart, store on PostgreSQL) of feeds with new entries and of unchanged ones, beside
 * newsboat and sfeed_update where they are installed. `DATABASE_URL=… node test/bench/feed-poll.ts`
 */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createExtractor } from '../../src/article/extract.ts';
import { createFetcher } from '../../src/feed/fetch.ts';
import { createGuard } from '../../src/feed/guard.ts';
import { createParser } from '../../src/feed/parse.ts';
import { type PollDeps, type PollOutcome, pollFeeds } from '../../src/feed/poll.ts';
import type { FeedId } from '../../src/model.ts';
import { migrate, openDatabase } from '../../src/store/database.ts';
import { addFeeds } from '../../src/store/feeds.ts';
import { createDatabase, databaseUrl, dropDatabase } from '../support/databases.ts';

const feeds = 240;
const batch = 60;
const newest = new Date(Math.floor(Date.now() / 1000) * 1000);

const site = fork(new URL('./feed-site.ts', import.meta.url), [String(newest.getTime())]);
const [{ port }] = (await once(site, 'message')) as [{ port: number }];
const urls = Array.from(
  { length: feeds },
  (_, feed) => `http://127.${1 + Math.floor(feed / 200)}.0.${1 + (feed % 200)}:${port}/${feed}`,
);

async function show(process: ChildProcess, version: number): Promise<void> {
  process.send({ version, feeds });
  await once(process, 'message');
}

const server = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const name = await createDatabase(server, `bench_feeds_${process.pid}`);
const { db } = openDatabase(databaseUrl(server, name), 8);
await migrate(db);

const parser = createParser();
const extractor = createExtractor();
const fetcher = createFetcher({
  guard: createGuard({ allow: urls.map((url) => new URL(url).origin) }),
  userAgent: 'Tidings bench',
});
const deps: PollDeps = { db, fetcher, parser, extractor, now: () => new Date(), log: { info: () => {} } };
const ids = (
  await addFeeds(
    db,
    urls.map((url) => ({ url, name: url })),
    'active',
  )
).map(({ id }) => id as FeedId);

async function pollAll(): Promise<PollOutcome[]> {
  const outcomes: PollOutcome[] = [];
  for (let at = 0; at < ids.length; at += batch) outcomes.push(...(await pollFeeds(ids.slice(at, at + batch), deps)));
  return outcomes;
}

async function measure(label: string, rounds: number, before: (round: number) => Promise<void>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let ms = 0;
  let articles = 0;
  for (let round = 0; round < rounds; round++) {
    await before(round);
    // As if its time had come: what was just read is not due.
    await db
      .updateTable('feeds')
      .set({ next_poll_at: new Date(0) })
      .execute();
    delay.enable();
    const started = performance.now();
    const outcomes = await pollAll();
    ms += performance.now() - started;
    delay.disable();
    articles += outcomes.reduce((sum, outcome) => sum + outcome.articles.length, 0);
    const failed = outcomes.find((outcome) => outcome.kind === 'failed' || outcome.kind === 'busy');
    if (failed !== undefined) throw new Error(`${label}: ${JSON.stringify(failed)}`);
  }
  const rate = (1000 * rounds * feeds) / ms;
  console.log(
    `${label.padEnd(44)} ${rate.toFixed(0).padStart(6)} feeds/s  ${articles} articles  event loop p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms`,
  );
}

await show(site, 1);
await measure('first reading, 24 articles a feed', 1, async () => {});
await measure('new content, 5 articles a feed', 3, (round) => show(site, round + 2));
await measure('unchanged (304)', 20, async () => {});

const folder = mkdtempSync(join(tmpdir(), 'feeds-'));
function peer(label: string, command: string, args: string[]): void {
  const started = performance.now();
  const ran = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (ran.error) console.log(`${label}: not installed`);
  else
    console.log(
      `${label.padEnd(44)} ${((1000 * feeds) / (performance.now() - started)).toFixed(0).padStart(6)} feeds/s`,
    );
}
writeFileSync(join(folder, 'urls'), urls.join('\n'));
writeFileSync(join(folder, 'newsboat'), 'reload-threads 8\n');
writeFileSync(
  join(folder, 'sfeedrc'),
  `sfeedpath="${folder}/out"\nmaxjobs=8\nfeeds() {\n${urls.map((url, feed) => `feed "f${feed}" "${url}"`).join('\n')}\n}\n`,
);
const newsboat = ['-u', 'urls', '-c', 'cache.db', '-C', 'newsboat', '-x', 'reload'];
peer('newsboat, first reading', 'newsboat', newsboat);
await show(site, 9);
peer('newsboat, new content', 'newsboat', newsboat);
peer('newsboat, unchanged', 'newsboat', newsboat);
peer('sfeed_update, first reading', 'sfeed_update', [join(folder, 'sfeedrc')]);
await show(site, 10);
peer('sfeed_update, new content', 'sfeed_update', [join(folder, 'sfeedrc')]);

rmSync(folder, { recursive: true });
site.kill();
await Promise.all([parser.close(), extractor.close(), fetcher.close(), db.destroy()]);
await dropDatabase(server, name);
