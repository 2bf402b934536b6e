/** Runs the roles that were asked for, in this process, until it is told to stop. */
import type { Logger } from 'pino';
import { createWebAdapter } from '../../adapters/web/adapter.ts';
import type { JobDeps } from '../../jobs/deps.ts';
import { wakePost } from '../../jobs/post-delivery.ts';
import { openQueues, type Queues } from '../../jobs/queues.ts';
import { startScheduler, startWorkers } from '../../jobs/worker.ts';
import type { Adapter } from '../adapter.ts';
import { loadCatalogue, syncCatalogue } from '../catalogue/load.ts';
import type { Config, Role } from '../config.ts';
import { wakeLater } from '../store/deliveries.ts';
import type { InboundId } from '../store/inbound.ts';
import type { HandleDeps } from '../talk/handle.ts';
import { createReceive } from '../talk/receive.ts';
import { createFirstDigest, type FirstDigest } from './first-digest.ts';
import { type Foundation, openFoundation } from './foundation.ts';
import { listen } from './listen.ts';
import { createLookup } from './lookup.ts';
import { adminsOnly, loadPlatforms } from './platforms.ts';
import { reachRedis } from './redis.ts';
import { createTalk } from './talk.ts';
import { createTools, type Tools } from './tools.ts';
import { serveWeb } from './web.ts';

export interface Running {
  config: Config;
  foundation: Foundation;
  queues: Queues;
  tools: Tools;
  adapters: Adapter[];
  jobs: JobDeps;
  firstDigest: FirstDigest;
  /** Where the pages are, with the token; null where this process serves none. */
  address: string | null;
  /** Where our own samples are served; null likewise. */
  origin: string | null;
  /** What is polled: set by the trial. */
  polling: { what: 'samples' | 'real' | 'both' };
  stop(): Promise<void>;
}

export interface StartOptions {
  config: Config;
  roles: readonly Role[];
  version: string;
  log: Logger;
  onTrouble: (message: string) => void;
}

const now = () => new Date();

export async function start({ config, roles, version, log, onTrouble }: StartOptions): Promise<Running> {
  const foundation = await openFoundation(config, onTrouble);
  const { db } = foundation;
  const closing: (() => Promise<unknown>)[] = [() => foundation.close()];
  let stopping = false;
  const stop = once(async () => {
    stopping = true;
    for (const close of closing.reverse()) await close().catch((error: unknown) => log.error({ error }, 'stop'));
  });
  try {
    const catalogue = await loadCatalogue();
    await syncCatalogue(db, catalogue);
    if (config.REDIS_URL) await reachRedis(config.REDIS_URL);
    const queues = await openQueues(
      { redisUrl: config.REDIS_URL ?? null, databaseUrl: foundation.databaseUrl },
      (error) => {
        if (!stopping) log.warn({ error: error.message }, 'queue');
      },
    );
    closing.push(() => queues.close());

    const server = roles.includes('web') ? await listen(config) : null;
    if (server !== null) closing.push(() => server.close());
    const origin = server === null ? await sampleOrigin(foundation) : server.origin;

    const adapters: Adapter[] = [];
    const adapterOf = (platform: string) => adapters.find((adapter) => adapter.platform === platform) ?? null;
    const tools = await createTools({
      config,
      foundation,
      catalogue,
      adapterOf,
      allow: origin === null ? [] : [`${origin}/samples/`],
      version,
      log,
      now,
    });
    closing.push(() => tools.close());
    const lookup = createLookup(db, tools.topics);
    const web = createWebAdapter({ db, now });
    adapters.push(web, ...(await loadPlatforms({ config, db, lookup, gauges: tools.gauges, log, now })));

    const polling: Running['polling'] = { what: config.TRIAL === 'samples' ? 'samples' : 'both' };
    const handle = handling({ config, foundation, queues, tools, adapterOf, log });
    const jobs: JobDeps = {
      db,
      queues,
      now,
      log,
      adapterOf,
      platforms: adapters.map(({ platform }) => platform),
      polls: () => polling.what,
      poll: tools.poll,
      placing: tools.placing,
      compose: tools.compose,
      delivery: tools.delivery,
      handle,
      preparesBriefs: tools.model !== null,
    };
    const wake = (inbound: InboundId) =>
      queues
        .add('inbound', 'handle-inbound', { inbound })
        .catch((error: unknown) => log.warn({ error: String(error) }, 'queue'));
    const receive = createReceive({ db, seal: foundation.seal, now, wake });

    const firstDigest = createFirstDigest(tools.compose, queues);
    const address =
      server &&
      (await serveWeb(server, {
        config,
        foundation,
        queues,
        tools,
        adapters,
        firstDigest,
        chat: web.chat,
        lookup,
        log,
        now,
        closing,
      }));
    // Work ends after nothing more comes in, and before anything that it needs is closed.
    closing.push(async () => {
      await tools.stopReading();
      await queues.stopWorking();
    });
    for (const adapter of adapters)
      if (startsHere(adapter, roles)) {
        // One platform that refuses us does not stop the others.
        await adapter.start(receive).catch((error: unknown) => onTrouble(refusal(adapter, error)));
        closing.push(() => adapter.stop());
      }
    if (roles.includes('worker')) await startWorkers(jobs);
    if (roles.includes('scheduler')) {
      const stopClock = await startScheduler(jobs);
      closing.push(async () => stopClock());
    }
    return {
      config,
      foundation,
      queues,
      tools,
      adapters,
      jobs,
      firstDigest,
      address,
      origin: server?.origin ?? null,
      polling,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function refusal({ platform }: Adapter, error: unknown): string {
  return `${platform} does not let us in: ${error instanceof Error ? error.message : String(error)}. npm run doctor says which setting is wrong.`;
}

/** A gateway's connection is opened once; what comes by HTTP comes to the process that listens. */
function startsHere(adapter: Adapter, roles: readonly Role[]): boolean {
  const byHttp = adapter.webhook !== undefined || adapter.platform === 'web';
  return roles.includes(byHttp ? 'web' : 'gateway');
}

function handling({
  config,
  foundation,
  queues,
  tools,
  adapterOf,
  log,
}: {
  config: Config;
  foundation: Foundation;
  queues: Queues;
  tools: Tools;
  adapterOf: HandleDeps['adapterOf'];
  log: Logger;
}): HandleDeps {
  const { db } = foundation;
  return {
    ...createTalk({ config, foundation, tools, log, now, adminsOnly: adminsOnly(config) }),
    adapterOf,
    delivery: tools.delivery,
    async postLater(delivery, channel, afterSeconds) {
      await wakeLater(db, delivery, new Date(now().getTime() + (afterSeconds + 10) * 1000));
      await wakePost(delivery, channel, queues, { kind: 'reply', delayMs: afterSeconds * 1000 });
    },
  };
}

/** A worker without a web role reads the samples where the web process serves them. */
async function sampleOrigin({ db }: Foundation): Promise<string | null> {
  const row = await db.selectFrom('feeds').select('url').where('sample', '=', true).limit(1).executeTakeFirst();
  return row === undefined ? null : new URL(row.url).origin;
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
