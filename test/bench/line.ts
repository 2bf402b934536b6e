/**
 * LINE's figures: `node test/bench/line.ts`. Signed webhooks at 200 a second against a real HTTP server and a real
 * store (PostgreSQL at DATABASE_URL; without one, memory); rendering a digest of twelve stories; pushes to a thousand chats.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { renderDigest } from '../../adapters/line/render.ts';
import type { Inbound } from '../../src/adapter.ts';
import type { ChannelId } from '../../src/model.ts';
import { createSeal } from '../../src/seal.ts';
import { migrate, openDatabase } from '../../src/store/database.ts';
import { storeInbound } from '../../src/store/inbound.ts';
import { aBench, aText, lineChannel, mentioning, signed, us } from '../adapters/line/support.ts';
import { aDigest, aDigestStory, partIds } from '../support/builders.ts';
import { createDatabase, databaseUrl, dropDatabase } from '../support/databases.ts';

function report(name: string, samples: number[]): void {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))]!.toFixed(2);
  console.log(`${name}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms (n=${sorted.length})`);
}

async function benchWebhook(
  store: (inbound: Inbound) => Promise<unknown>,
  where: string,
  perSecond: number,
  seconds: number,
): Promise<void> {
  const bench = await aBench({ receive: async (inbound) => void (await store(inbound)) });
  const server = serve({ fetch: (request) => bench.adapter.webhook!(request), port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/webhooks/line`;
  const samples: number[] = [];
  const statuses = new Map<number, number>();
  const tell = async (n: number) => {
    const event =
      n % 4 === 0
        ? aText(...mentioning(`question ${n}`))
        : aText(`question ${n}`, {}, { source: { type: 'user', userId: `U${randomBytes(16).toString('hex')}` } });
    const { headers, body } = await prepared(signed({ destination: us, events: [event] }));
    const began = performance.now();
    const { status } = await fetch(url, { method: 'POST', headers, body });
    samples.push(performance.now() - began);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  const flights: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    const wait = began + (n * 1_000) / perSecond - performance.now();
    if (wait > 1) await delay(wait);
    flights.push(tell(n));
  }
  await Promise.all(flights);
  report(`webhook at ${perSecond}/s, ${where}`, samples.slice(50));
  console.log(`  answers: ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(', ')}`);
  await new Promise((resolve) => server.close(resolve));
  await bench.close();
}

async function prepared(request: Request): Promise<{ headers: Record<string, string>; body: string }> {
  return { headers: Object.fromEntries(request.headers), body: await request.text() };
}

function benchRender(): void {
  const stories = Array.from({ length: 12 }, (_, index) =>
    aDigestStory({
      number: index + 1,
      headline: '見出しの長さはこのくらいになる。'.repeat(4),
      gist: '要約はこの程度の長さの文になる。'.repeat(9),
      alsoIn: 4,
      image: `https://news.example/${index}.jpg`,
    }),
  );
  const digest = aDigest({ stories, language: 'ja' });
  for (const layout of ['cards', 'compact'] as const) {
    const samples = Array.from({ length: 1_000 }, () => {
      const began = performance.now();
      renderDigest(digest, lineChannel({ layout }), partIds());
      return performance.now() - began;
    });
    console.log(`first rendering of twelve stories, ${layout}: ${samples[0]!.toFixed(2)} ms`);
    report(`rendering twelve stories, ${layout}`, samples.slice(100));
  }
}

async function benchPushes(count: number): Promise<void> {
  const bench = await aBench();
  const digest = aDigest({ stories: 7, composedAt: new Date().toISOString() });
  const samples: number[] = [];
  const waiting = Array.from(
    { length: count },
    (_, index) => `line:user/U${index.toString(16).padStart(32, '0')}` as ChannelId,
  );
  const began = performance.now();
  const worker = async () => {
    for (let channel = waiting.pop(); channel !== undefined; channel = waiting.pop()) {
      const [part] = renderDigest(digest, lineChannel(), () => crypto.randomUUID() as never);
      const at = performance.now();
      await bench.adapter.post({ channel, thread: null }, part!);
      samples.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  const seconds = (performance.now() - began) / 1_000;
  report(`pushing a digest to ${count} chats, the counterpart in the same process`, samples);
  console.log(`  ${(count / seconds).toFixed(0)} a second, ${bench.line.posted.length} messages`);
  await bench.close();
}

const server = process.env.DATABASE_URL;
if (server === undefined) await benchWebhook(async () => {}, 'store not counted (no DATABASE_URL)', 200, 10);
else {
  const name = await createDatabase(server, `bench_line_${process.pid}`);
  const { db } = openDatabase(databaseUrl(server, name), 8);
  await migrate(db);
  const seal = createSeal(randomBytes(32).toString('base64url'));
  await benchWebhook((inbound) => storeInbound(db, seal, inbound, new Date()), 'stored in PostgreSQL', 200, 10);
  await db.destroy();
  await dropDatabase(server, name);
}
benchRender();
await benchPushes(1_000);
