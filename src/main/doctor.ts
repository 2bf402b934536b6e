/** `npm run doctor`: looks at everything that can be set wrongly, and names the setting. */

import pino from 'pino';
import { openQueues } from '../../jobs/queues.ts';
import type { CheckResult } from '../adapter.ts';
import type { Command } from '../cli/command.ts';
import type { ChannelId } from '../model.ts';
import { allChannels } from '../store/channels.ts';
import { ping } from '../store/database.ts';
import type { CommandLineDeps } from './command-line.ts';
import { type Foundation, joinFoundation } from './foundation.ts';
import { createLookup } from './lookup.ts';
import { loadPlatforms, platformStates } from './platforms.ts';
import { reachRedis } from './redis.ts';

export function doctorCommand({ config, log }: CommandLineDeps): Command {
  return {
    name: 'doctor',
    usage: '[--live <channel>] [--json]',
    summary: 'checks every setting; with --live posts, finds and cleans up there',
    async run(args, io) {
      const live = args.includes('--live') ? ((args[args.indexOf('--live') + 1] ?? '') as ChannelId) : null;
      if (live !== null && !live.includes(':')) {
        io.err('Name the channel as `npm run tidings -- channels` shows it, such as slack:T0123/C0456.');
        return 2;
      }
      const results: CheckResult[] = [];
      const tell = (result: CheckResult) => {
        results.push(result);
        if (!io.json) io.out(`${result.ok ? '✓' : '✗'} ${result.name.padEnd(22)} ${result.detail}`);
      };
      for await (const result of checks({ config, log }, live)) tell(result);
      if (io.json) io.out(JSON.stringify(results));
      return results.every(({ ok }) => ok) ? 0 : 1;
    },
  };
}

async function* checks(
  { config, log }: Pick<CommandLineDeps, 'config' | 'log'>,
  live: ChannelId | null,
): AsyncGenerator<CheckResult> {
  yield { ok: true, name: 'Node', detail: process.version };
  const opened = await joinFoundation(config, () => {}).catch((error: unknown) =>
    String(error instanceof Error ? error.message : error),
  );
  if (typeof opened === 'string') {
    yield { ok: false, name: 'Database', detail: opened };
    return;
  }
  try {
    yield await check('Database', async () => {
      await ping(opened.db);
      return opened.embedded ? `embedded, in ${opened.embedded.folder}` : new URL(opened.databaseUrl).host;
    });
    yield await checkQueue(config.REDIS_URL ?? null, opened);
    for (const { name, on, variable } of platformStates(config))
      if (!on) yield { ok: true, name, detail: `off; ${variable} turns it on` };
    yield* checkPlatforms({ config, log }, opened, live);
    yield* await modelChecks(config, opened);
  } finally {
    await opened.close();
  }
}

function checkQueue(redisUrl: string | null, { databaseUrl }: Foundation): Promise<CheckResult> {
  return check('Queue', async () => {
    if (redisUrl !== null) await reachRedis(redisUrl);
    const queues = await openQueues({ redisUrl, databaseUrl }, () => {});
    await Promise.race([queues.ping(), timeout(5_000, 'no answer within 5 s')]);
    await queues.close();
    return queues.kind;
  });
}

async function* checkPlatforms(
  { config, log }: Pick<CommandLineDeps, 'config' | 'log'>,
  { db }: Foundation,
  live: ChannelId | null,
): AsyncGenerator<CheckResult> {
  const adapters = await loadPlatforms({
    config,
    db,
    lookup: createLookup(db, []),
    gauges: [],
    log,
    now: () => new Date(),
  });
  const channels = await allChannels(db);
  for (const adapter of adapters) {
    const here = live?.startsWith(`${adapter.platform}:`) ? live : null;
    for (const result of (await adapter.check?.(here)) ?? [])
      yield { ...result, name: `${adapter.platform}: ${result.name}` };
    const closed = channels.filter(({ platform, state }) => platform === adapter.platform && state === 'closed');
    for (const { id, closedReason } of closed)
      yield { ok: false, name: `${adapter.platform}: ${id}`, detail: `closed to us: ${closedReason}` };
  }
  if (live !== null && !adapters.some(({ platform }) => live.startsWith(`${platform}:`))) {
    yield { ok: false, name: 'live', detail: `${live} is of a platform that is off` };
  }
}

async function modelChecks(
  { model, ...config }: CommandLineDeps['config'],
  { db }: Foundation,
): Promise<CheckResult[]> {
  if (model === null) return [{ ok: true, name: 'Model', detail: 'off; OPENAI_MODEL turns it on' }];
  const [{ createModelClient }, { readPrices }, { checkModel }] = await Promise.all([
    import('../llm/client.ts'),
    import('../llm/prices.ts'),
    import('./check-model.ts'),
  ]);
  return checkModel(
    createModelClient({
      ...model,
      dailyBudget: config.MODEL_DAILY_BUDGET ?? null,
      prices: readPrices(config.MODEL_PRICES),
      db,
      // What is wrong is said by the check itself.
      log: pino({ level: 'silent' }),
    }),
  );
}

async function check(name: string, look: () => Promise<string>): Promise<CheckResult> {
  try {
    return { ok: true, name, detail: await look() };
  } catch (error) {
    return { ok: false, name, detail: error instanceof Error ? error.message : String(error) };
  }
}

function timeout(ms: number, message: string): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(message)), ms).unref());
}
