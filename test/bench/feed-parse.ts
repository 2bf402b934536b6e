/** Parsing against bare rss-parser: the same documents, the same run. `node test/bench/feed-parse.ts` */
import RssParser from 'rss-parser';
import { parseFeed } from '../../src/feed/parse-feed.ts';
import { feedDocument } from './feed-documents.ts';

const rounds = 12;
const newest = new Date('2026-01-15T12:00:00Z');
const entries = Array.from({ length: 30 }, (_, index) => 30 - index);
const documents = Array.from({ length: 60 }, (_, feed) =>
  feedDocument(feed, { entries, newest, escaped: feed % 2 === 0 }),
);
const bytes = documents.map((document) => Buffer.from(document));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const times = { bare: [] as number[], ours: [] as number[] };
for (let round = 0; round < rounds; round++) {
  // Turn by turn, so that whatever else the machine does meets both alike.
  for (const [index, document] of documents.entries()) {
    const bare = await timed(() => new RssParser().parseString(document));
    const ours = await timed(() => parseFeed(bytes[index]!, { url: 'https://news.example/feed' }));
    if (round < 2) continue;
    times.bare.push(bare);
    times.ours.push(ours);
  }
}

const size = bytes.reduce((sum, each) => sum + each.length, 0) / bytes.length / 1024;
console.log(`${documents.length} feeds of ${size.toFixed(0)} KB on average, median of ${rounds - 2} rounds`);
console.log(`rss-parser alone  ${median(times.bare).toFixed(2)} ms a feed`);
console.log(
  `Tidings           ${median(times.ours).toFixed(2)} ms a feed, ${(median(times.ours) / median(times.bare)).toFixed(2)} times`,
);
