/** Which job runs which function, and what becomes of what it throws. */
import { UnrecoverableError } from 'bullmq';
import { GiveUp, TryLater } from '../src/errors.ts';
import { runComposeDigest } from './compose-digest.ts';
import type { JobDeps } from './deps.ts';
import { runHandleInbound } from './handle-inbound.ts';
import { runPlaceArticles } from './place-articles.ts';
import { runPollFeeds } from './poll-feeds.ts';
import { runPostDelivery } from './post-delivery.ts';
import { runPrepareBriefs } from './prepare-briefs.ts';
import { type QueueName, schedulerTickMs, type WorkerJob } from './queues.ts';
import { runTick } from './schedule.ts';
import { runSweep } from './sweep.ts';

/** Jobs, of some feeds each; they wait on other people's servers most of the time. */
const pollsAtOnce = 8;
const digestsAtOnce = 4;
const preparationsAtOnce = 2;
const repliesAtOnce = 8;
const postsAtOnce = 8;

export async function startWorkers(deps: JobDeps): Promise<void> {
  const work = (queue: QueueName, run: (job: WorkerJob) => Promise<void>, concurrency: number) =>
    deps.queues.work(queue, (job) => settle(job, run, deps), concurrency);
  await Promise.all([
    work('feeds', (job) => runPollFeeds(job.data, deps), pollsAtOnce),
    work('stories', () => runPlaceArticles(deps), 1),
    work('digests', (job) => runComposeDigest(job.data, deps), digestsAtOnce),
    work('briefs', (job) => runPrepareBriefs(job.data, deps), preparationsAtOnce),
    work('inbound', (job) => runHandleInbound(job.data, deps), repliesAtOnce),
    work('sweep', () => runSweep(deps), 1),
    ...deps.platforms.map((platform) =>
      work(`post-${platform}`, (job) => runPostDelivery(job.data, platform, deps), postsAtOnce),
    ),
  ]);
}

/** A tick that stayed away so long is made up for. */
const patienceMs = 4 * schedulerTickMs;

/**
 * The queue ticks for all schedulers together. Should its ticks stay away (a job lost, a chain broken), this process's
 * own clock looks at the rows instead, and asks for the ticks anew.
 *
 * @returns how to stop the clock.
 */
export async function startScheduler(deps: JobDeps): Promise<() => void> {
  const { queues, log } = deps;
  let tickedAt = Date.now();
  const tick = async () => {
    tickedAt = Date.now();
    await runTick(deps);
  };
  await queues.work('schedule', (job) => settle(job, tick, deps), 1);
  await queues.tickEvery('schedule', 'tick', schedulerTickMs);
  const clock = setInterval(() => {
    if (Date.now() - tickedAt < patienceMs) return;
    const missed = tick().then(() => queues.tickEvery('schedule', 'tick', schedulerTickMs));
    missed.catch((error: unknown) => log.warn({ error: String(error) }, 'tick'));
  }, schedulerTickMs);
  return () => clearInterval(clock);
}

/** @see src/errors.ts: an error is named by what is to be done with it here. */
async function settle(job: WorkerJob, run: (job: WorkerJob) => Promise<void>, { log }: JobDeps): Promise<void> {
  try {
    await run(job);
  } catch (error) {
    if (error instanceof TryLater) await job.delay(error.retryAfterSeconds);
    if (error instanceof GiveUp) throw new UnrecoverableError(error.message);
    log.error({ job: job.name, data: job.data, attempt: job.attempt, error }, 'job failed');
    throw error;
  }
}
