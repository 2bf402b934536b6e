/**
 * Slack's figures: `node test/bench/slack.ts`. Start to connected; rendering a digest of twelve stories; an event to
 * its acknowledgement; a thousand channels due at once against a workspace that takes a limited number of posts a
 * second (200 here, for a short run) and answers the rest with 429.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { createSlackAdapter } from '../../adapters/slack/adapter.ts';
import { renderDigest } from '../../adapters/slack/render.ts';
import type { Part } from '../../src/adapter.ts';
import { TryLater } from '../../src/errors.ts';
import type { ChannelId } from '../../src/model.ts';
import { startSlack } from '../adapters/slack/counterpart.ts';
import {
  aBench,
  aLookup,
  aMessage,
  anEvent,
  channel,
  quiet,
  signingSecret,
  slackChannel,
} from '../adapters/slack/support.ts';
import { aDigest, aDigestStory, partIds } from '../support/builders.ts';

function percentile(samples: number[], p: number): number {
  return samples.toSorted((a, b) => a - b)[Math.min(samples.length - 1, Math.floor(samples.length * p))]!;
}

function report(name: string, samples: number[], unit = 'ms'): void {
  console.log(
    `${name}: p50 ${percentile(samples, 0.5).toFixed(2)} ${unit}, p99 ${percentile(samples, 0.99).toFixed(2)} ${unit} (n=${samples.length})`,
  );
}

async function benchStart(): Promise<void> {
  const slack = await startSlack();
  const began = performance.now();
  const adapter = createSlackAdapter({
    botToken: 'xoxb-good',
    appToken: 'xapp-good',
    signingSecret,
    lookup: aLookup(),
    log: quiet,
    now: () => new Date(),
    apiUrl: slack.apiUrl,
  });
  await adapter.start(async () => {});
  console.log(
    `start to connected: ${(performance.now() - began).toFixed(0)} ms; from the start of the process: ${performance.now().toFixed(0)} ms`,
  );
  await adapter.stop();
  await slack.close();
}

function benchRender(): void {
  const stories = Array.from({ length: 12 }, (_, index) =>
    aDigestStory({
      number: index + 1,
      headline: `${index} `.padEnd(110, 'headline '),
      gist: 'a sentence of news '.repeat(14),
      alsoIn: 4,
      update: index % 3 ? null : 'what is new '.repeat(6),
    }),
  );
  const digest = aDigest({ channel, stories });
  const ids = partIds();
  const before = process.cpuUsage();
  const samples = Array.from({ length: 2_000 }, () => {
    const began = performance.now();
    renderDigest(digest, slackChannel(), ids);
    return performance.now() - began;
  });
  console.log(`first rendering of twelve stories: ${samples[0]!.toFixed(2)} ms`);
  const { user, system } = process.cpuUsage(before);
  report('rendering twelve stories', samples.slice(100));
  console.log(`  of the processor: ${((user + system) / 1_000 / samples.length).toFixed(2)} ms each`);
}

async function benchEvents(): Promise<void> {
  const bench = await aBench();
  const samples: number[] = [];
  for (let n = 0; n < 500; n++) {
    const began = performance.now();
    await bench.slack.tell('events_api', anEvent(aMessage()));
    samples.push(performance.now() - began);
  }
  report('an event over the socket to its acknowledgement, store not counted', samples);
  await bench.close();
}

/** As the spine does it: posts are spaced by the adapter's pace, and a TryLater that is wide pauses the workspace. */
async function benchThousand(spacingMs: number, limit: number): Promise<void> {
  const bench = await aBench();
  bench.slack.postsPerSecond = limit;
  const waiting = Array.from({ length: 1_000 }, (_, index) => index);
  for (const index of waiting) bench.slack.channels.set(`C${index}`, { id: `C${index}`, is_member: true });
  const digest = aDigest({ channel, stories: 7 });
  let pausedUntil = 0;
  let early = 0;
  let limited = 0;
  const began = performance.now();
  const post = async (index: number): Promise<void> => {
    if (performance.now() < pausedUntil) early++;
    const [part] = renderDigest(digest, slackChannel(), partIds()) as [Part];
    await bench.adapter
      .post({ channel: `slack:T1/C${index}` as ChannelId, thread: null }, part)
      .catch((error: unknown) => {
        if (!(error instanceof TryLater)) throw error;
        limited++;
        pausedUntil = performance.now() + error.retryAfterSeconds * 1_000;
        waiting.push(index);
      });
  };
  const flights: Promise<void>[] = [];
  for (let index = waiting.shift(); index !== undefined || flights.length > 0; index = waiting.shift()) {
    if (index === undefined) await flights.shift();
    else {
      if (performance.now() < pausedUntil) await delay(Math.ceil(pausedUntil - performance.now()) + 1);
      const flight = post(index);
      // One at a time to see a 429 before the next is sent, as the rows in the database do it.
      if (spacingMs > 0) await delay(spacingMs);
      else await flight;
      flights.push(flight);
    }
  }
  const seconds = (performance.now() - began) / 1_000;
  const channels = new Set(bench.slack.messages.map((message) => message.channel)).size;
  console.log(
    `a thousand channels, ${limit} posts a second taken, spaced by ${spacingMs} ms: ${seconds.toFixed(1)} s, ${bench.slack.messages.length} messages in ${channels} channels, ${limited} × 429, ${early} calls while held back`,
  );
  await bench.close();
}

await benchStart();
benchRender();
await benchEvents();
await benchThousand(0, 200);
await benchThousand(10, 200);
