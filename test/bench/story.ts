/**
 * How long it takes to place one article among 50,000 live stories, what they weigh, and how long 10,000 channels'
 * digests from 5,000 stories take,
 * in time on one processor. Run: `node --expose-gc test/bench/story.ts [stories]`.
 */

import type { Candidate } from '../../src/story/candidate.ts';
import { createClusterer } from '../../src/story/cluster.ts';
import { rankStories } from '../../src/story/rank.ts';
import type { Taste } from '../../src/story/taste.ts';
import { aCandidate, anArticleOf, aTaste, follows, hoursBefore, morning, topics } from '../story/build.ts';
import { randomFrom, writer } from './story-text.ts';

const live = Number(process.argv[2] ?? 50_000);

if (live > 0) benchPlacing();
benchRanking();

function benchPlacing(): void {
  const write = writer(randomFrom(7));
  let count = 0;
  const clusterer = createClusterer({ newStoryId: () => String(++count) });
  const before = memory();
  const start = Date.parse('2026-11-20T00:00:00Z');
  const times: number[] = [];
  const article = (n: number, at: number) => ({
    id: String(n),
    language: 'en',
    publishedAt: new Date(at),
    ...write(n),
  });
  let n = 0;
  while (clusterer.stories < live) {
    clusterer.place(article(n, start + n * 1000));
    n += 1;
  }
  const megabytes = memory() - before;
  for (let more = 0; more < 1000; more++, n++) {
    const item = article(n, start + n * 1000);
    const began = busyMs();
    clusterer.place(item);
    times.push(busyMs() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(2);
  console.log(
    `placing: ${clusterer.articles} articles in ${clusterer.stories} live stories, ${megabytes.toFixed(0)} MB`,
  );
  console.log(`placing one: median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
}

function benchRanking(): void {
  const random = randomFrom(11);
  const candidates = Array.from({ length: 5_000 }, (_, n) => someCandidate(n, random));
  const ids = topics.all.map(({ id }) => id);
  const pick = <T>(from: T[]) => from[Math.floor(random() * from.length)]!;
  const tastes = Array.from({ length: 10_000 }, (_, n): Taste => {
    const had = new Set(Array.from({ length: 20 }, () => pick(candidates).story));
    return aTaste({
      language: pick(['en', 'ja', 'zh-TW', 'ko']),
      subscriptions: [
        ...Array.from({ length: 1 + (n % 5) }, () => follows('topic', pick(ids))),
        ...(n % 2 === 0
          ? [
              follows(
                'keyword',
                `${pick(pick(candidates).headline.split(' '))} -${pick(pick(candidates).headline.split(' '))}`,
              ),
            ]
          : []),
        ...(n % 3 === 0 ? [follows('feed', String(1 + Math.floor(random() * 600)))] : []),
      ],
      rules:
        n % 4 === 0
          ? [
              { id: 1, kind: 'less', value: `topic:${pick(ids)}`, label: 'x' },
              { id: 2, kind: 'mute', value: pick(pick(candidates).headline.split(' ')), label: 'y' },
            ]
          : [],
      had: ({ story }) => (had.has(story) ? { revision: 1 } : null),
    });
  });
  const began = busyMs();
  let chosen = 0;
  for (const taste of tastes) chosen += rankStories(candidates, taste, morning, 7).length;
  console.log(
    `ranking: 10,000 channels from 5,000 stories in ${((busyMs() - began) / 1000).toFixed(2)} s, ${chosen} stories chosen`,
  );
}

function someCandidate(n: number, random: () => number): Candidate {
  const write = writer(random);
  const language = ['en', 'en', 'en', 'ja', 'zh-TW', 'ko'][n % 6]!;
  const { title, text } = write(n);
  const size = 1 + Math.floor(random() ** 3 * 8);
  const articles = Array.from({ length: size }, () =>
    anArticleOf({ title, text, language, feed: (1 + Math.floor(random() * 600)) as never }),
  );
  const mine = topics.all.filter(() => random() < 0.1).map(({ id }) => [id, 0.3 + random() * 0.7] as const);
  const names = title.split(' ').slice(0, 2);
  return aCandidate({
    headline: title,
    language,
    articles,
    topics: Object.fromEntries(mine),
    lastAt: hoursBefore(random() * 30),
    names,
  });
}

/** Time of this thread on a processor: what others do on the machine does not count. */
function busyMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}
