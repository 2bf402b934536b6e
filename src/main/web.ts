/** The pages, on the port that this process has taken. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Queues } from '../../jobs/queues.ts';
import type { Adapter, Lookup } from '../adapter.ts';
import type { Config } from '../config.ts';
import { serveSamples } from '../samples/site.ts';
import { ping } from '../store/database.ts';
import { madeOnce } from '../store/settings.ts';
import { exportByToken } from '../talk/opml.ts';
import type { Chat } from '../web/chat.ts';
import { createHub } from '../web/hub.ts';
import { createWebApp } from '../web/server.ts';
import type { FirstDigest } from './first-digest.ts';
import type { Foundation } from './foundation.ts';
import { gaugeNames } from './gauge-names.ts';
import type { Listening } from './listen.ts';
import { addMetrics } from './metrics.ts';
import type { Tools } from './tools.ts';

export interface WebParts {
  config: Config;
  foundation: Foundation;
  queues: Queues;
  tools: Tools;
  adapters: Adapter[];
  firstDigest: FirstDigest;
  chat: Chat;
  lookup: Lookup;
  log: Logger;
  now: () => Date;
  /** What is to be closed at the end, in reverse order. */
  closing: (() => Promise<unknown>)[];
}

/** @returns where the pages are, with the token that lets in. */
export async function serveWeb(server: Listening, parts: WebParts): Promise<string> {
  const { config, foundation, queues, tools, adapters, firstDigest, chat, lookup, log, now, closing } = parts;
  const { db, seal } = foundation;
  const token = config.WEB_TOKEN ?? (await madeOnce(db, 'web-token'));
  const hub = createHub(foundation.pool);
  closing.push(() => hub.stop());
  const app = createWebApp({
    db,
    now,
    log,
    chat,
    hub,
    lookup,
    token,
    where: { host: config.HOST, port: server.port, baseUrl: config.BASE_URL ?? null },
    defaults: { language: config.LANGUAGE, zone: config.TIMEZONE },
    takeUp: firstDigest.takeUp,
    topics: tools.topics,
    gaugeNames: gaugeNames(tools.gauges),
    webhooks: webhooksOf(adapters),
    metrics: createMetrics(foundation, tools),
    readiness: () => readiness(foundation, queues),
    exportOpml: (given) => exportByToken(given, { db, seal, now }),
    samples: serveSamples(now),
  });
  server.serve(app.fetch);
  return `${config.BASE_URL ?? server.origin}/?token=${token}`;
}

function webhooksOf(adapters: Adapter[]): Record<string, (request: Request) => Promise<Response>> {
  const listening = adapters.flatMap((adapter) =>
    adapter.webhook ? [[adapter.platform, adapter.webhook.bind(adapter)] as const] : [],
  );
  return Object.fromEntries(listening);
}

/** What asks, asks every few seconds, and the queue's connection waits for ever for a server that is out. */
const readyMs = 2_000;

export async function readiness({ db }: Pick<Foundation, 'db'>, queues: Pick<Queues, 'ping'>) {
  const check = async (test: Promise<unknown>) => {
    const late = wait(readyMs, `no answer within ${readyMs / 1000} s`, { ref: false });
    return Promise.race([test.then(() => 'ok'), late]).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
  };
  const [database, queue] = await Promise.all([check(ping(db)), check(queues.ping())]);
  const detail = { database, queue };
  return { ready: Object.values(detail).every((state) => state === 'ok'), detail };
}

function createMetrics(foundation: Foundation, tools: Tools): Registry {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  addMetrics(metrics, foundation, tools);
  return metrics;
}
