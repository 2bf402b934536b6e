/** `npm start`: the banner, the first minute, and an orderly end. */
import { styleText } from 'node:util';
import type { Logger } from 'pino';
import { wakePlacing } from '../../jobs/place-articles.ts';
import { roles as allRoles, type Config, type Role } from '../config.ts';
import { pollFeeds } from '../feed/poll.ts';
import { findChannel } from '../store/channels.ts';
import { hasSamples } from '../store/feeds.ts';
import { homeChannel } from '../web/chat.ts';
import { banner, linkFor } from './banner.ts';
import { platformStates } from './platforms.ts';
import { countReading, progressLine, sayReading } from './progress.ts';
import { type Running, start } from './start.ts';
import { anyRealFeedRead, bringSamples, dropSamples, ensureHome } from './trial.ts';

export interface RunOptions {
  config: Config;
  roles: readonly Role[];
  version: string;
  log: Logger;
  stream: NodeJS.WriteStream;
}

/** Real feeds get so long to answer before the samples stand in. */
const networkWaitMs = 15_000;
/** The first digest waits for more news until so long after the start, or until all feeds were read. */
const firstDigestMs = 35_000;
const lookEveryMs = 400;

/** Runs until a signal comes. */
export async function run({ config, roles, version, log, stream }: RunOptions): Promise<void> {
  const startedAt = Date.now();
  const say = (text: string) => stream.write(`${text}\n`);
  const starting = start({
    config,
    roles,
    version,
    log,
    onTrouble: (message) => say(styleText('yellow', `  ${message}`)),
  });
  const ending = endOnSignal(starting, say);
  const running = await starting.catch((error: unknown) => {
    // Ctrl-C reaches what makes the database as well: then its failure is no news.
    if (ending.signal.aborted) return null;
    throw error;
  });
  if (running === null || ending.signal.aborted) return ending.ended;
  const terminal = stream.isTTY === true;
  const told = await facts(running, roles, version, Date.now() - startedAt);
  const address = linkFor(told.address, { chosen: config.WEB_TOKEN !== undefined, terminal });
  say(banner({ ...told, address }, terminal));
  if (roles.includes('web'))
    await firstMinutes(running, stream, ending.signal).catch((error: unknown) => log.error({ error }, 'first minutes'));
  await ending.ended;
}

async function facts(
  running: Running,
  roles: readonly Role[],
  version: string,
  readyMs: number,
): Promise<Parameters<typeof banner>[0]> {
  const { config, foundation, queues, tools } = running;
  const { feeds } = await countReading(foundation.db, false);
  return {
    version,
    readyMs,
    address: running.address,
    database: foundation.embedded
      ? `embedded PostgreSQL · ${foundation.embedded.folder}`
      : `PostgreSQL · ${new URL(foundation.databaseUrl).host}`,
    queue:
      queues.kind === 'redis'
        ? `Redis · ${new URL(config.REDIS_URL as string).host}`
        : 'in the database · REDIS_URL moves it to Redis',
    model:
      tools.model && config.model ? config.model.model : 'none: extracts · OPENAI_API_KEY and OPENAI_MODEL turn one on',
    roles: roles.length === allRoles.length ? 'all' : roles.join(', '),
    platforms: platformStates(config),
    feeds,
  };
}

/** One line of progress while all is read for the first time; meanwhile the trial sees that a digest is there. */
async function firstMinutes(running: Running, stream: NodeJS.WriteStream, signal: AbortSignal): Promise<void> {
  const { config, foundation, tools } = running;
  const { db } = foundation;
  const onPlatforms = platformStates(config).some(({ on }) => on);
  const trial = config.TRIAL !== 'off' && !onPlatforms;
  if (!trial && (await hasSamples(db))) await dropSamples(db);
  if (trial) await ensureHome(db, tools.topics, { language: config.LANGUAGE, zone: config.TIMEZONE }, new Date());
  if (config.TRIAL === 'samples' && trial) await readSamples(running);
  else running.polling.what = (await hasSamples(db)) ? 'both' : 'real';
  const line = progressLine(stream);
  let shows = !(await isReadOnce(db, await sampleNow(running)));
  let told = false;
  for (const startedAt = Date.now(); !signal.aborted; await pause(lookEveryMs, signal)) {
    const waited = Date.now() - startedAt;
    if (trial && config.TRIAL === 'auto') told = (await chooseNews(running, waited, told, line)) || told;
    const sample = await sampleNow(running);
    const reading = await countReading(db, sample);
    if (shows) line.set(sayReading(reading));
    const whole = reading.feeds > 0 && reading.read + reading.failed >= reading.feeds;
    const enough = whole || waited > firstDigestMs;
    const digested = !trial || (await running.firstDigest.ensure(async () => enough && allPlaced(foundation)));
    if (shows && whole && (!trial || digested)) {
      line.end(sayReading(reading));
      shows = false;
    }
    if ((whole || waited > 120_000) && digested && !(trial && sample && config.TRIAL === 'auto')) return;
  }
}

async function sampleNow({ foundation }: Running): Promise<boolean> {
  return (await findChannel(foundation.db, homeChannel))?.sample ?? false;
}

async function isReadOnce(db: Running['foundation']['db'], sample: boolean): Promise<boolean> {
  const { feeds, read, failed } = await countReading(db, sample);
  return feeds > 0 && read + failed >= feeds;
}

/** Real news as soon as one feed answers; the samples where none has. @returns true when it has said so. */
async function chooseNews(
  running: Running,
  waitedMs: number,
  told: boolean,
  line: ReturnType<typeof progressLine>,
): Promise<boolean> {
  const { db } = running.foundation;
  const samples = await hasSamples(db);
  if (await anyRealFeedRead(db)) {
    if (samples) await dropSamples(db);
    running.polling.what = 'real';
    return false;
  }
  if (samples || told || (waitedMs < networkWaitMs && !(await allFailed(db)))) return false;
  await readSamples(running);
  line.end(styleText('yellow', 'No source could be reached: sample stories stand in until one answers.'));
  return true;
}

/** At once, ahead of all the real feeds that wait for an answer. */
async function readSamples({ foundation, tools, origin, queues, polling }: Running): Promise<void> {
  const feeds = await bringSamples(foundation.db, origin as string);
  if (polling.what === 'real') polling.what = 'both';
  await pollFeeds(feeds, tools.poll);
  await wakePlacing(queues);
}

async function allFailed(db: Running['foundation']['db']): Promise<boolean> {
  const { feeds, read, failed } = await countReading(db, false);
  return feeds > 0 && read === 0 && failed >= Math.min(feeds, 20);
}

/** Is all placed that was read so far? */
async function allPlaced({ db }: Running['foundation']): Promise<boolean> {
  const waiting = await db
    .selectFrom('articles')
    .select('id')
    .where('story_id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return waiting === undefined;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });
}

/**
 * The first signal ends in order: what is at work is finished, the database last; also what is only being started, whose
 * database would else stay behind. The second ends at once.
 */
function endOnSignal(
  starting: Promise<Running>,
  say: (text: string) => void,
): { ended: Promise<void>; signal: AbortSignal } {
  const abort = new AbortController();
  const ended = new Promise<void>((resolve) => {
    const end = (name: string) => {
      if (abort.signal.aborted) process.exit(1);
      abort.abort();
      say(`\n  Stopping (${name}) …`);
      void starting.then(
        (running) => running.stop().then(resolve),
        () => resolve(),
      );
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  });
  return { ended, signal: abort.signal };
}
