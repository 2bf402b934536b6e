/**
 * The queues: job names, what travels with them, and how they are retried. A job only wakes: what is due, what was
 * sent, what was answered is read from rows, so a lost, late or doubled job changes nothing.
 */
import {
  createPostgresBackend,
  DelayedError,
  type JobsOptions,
  type Processor,
  Queue,
  type QueueOptions,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { ChannelId, DeliveryId, FeedId } from '../src/model.ts';
import type { InboundId } from '../src/store/inbound.ts';

export interface Jobs {
  schedule: { tick: Record<string, never> };
  feeds: { 'poll-feeds': { feeds: FeedId[] } };
  stories: { 'place-articles': Record<string, never> };
  digests: { 'compose-digest': { channel: ChannelId } };
  /** Of its own, since a model may take minutes: no digest waits behind it. */
  briefs: { 'prepare-briefs': { channel: ChannelId } };
  inbound: { 'handle-inbound': { inbound: InboundId } };
  post: { 'post-delivery': { delivery: DeliveryId } };
  sweep: { sweep: Record<string, never> };
}

/** `post` has one queue for each platform: a platform that holds us back holds back no other. */
export type QueueName = Exclude<keyof Jobs, 'post'> | `post-${string}`;

export const schedulerTickMs = 2_000;

/** Finished jobs leave nothing behind. Retries wait 1, 2, 4, … s; a job that fails for good is found again by its row. */
const jobOptions: JobsOptions = {
  attempts: 6,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: true,
};

/** A killed process's job is taken up by another within 15 s. */
const workerOptions: Omit<WorkerOptions, 'connection'> = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 5,
  drainDelay: 5,
};

export interface Queues {
  /** `redis` or `postgres`. */
  readonly kind: 'redis' | 'postgres';
  add(queue: QueueName, name: string, data: object, options?: JobsOptions): Promise<void>;
  /** Adds many in one request. */
  addAll(queue: QueueName, name: string, data: object[]): Promise<void>;
  /** Ticks every `everyMs`, however many processes ask for it. */
  tickEvery(queue: QueueName, name: string, everyMs: number): Promise<void>;
  work(queue: QueueName, run: (job: WorkerJob) => Promise<void>, concurrency: number): Promise<void>;
  ping(): Promise<void>;
  /** Takes up no more jobs, and resolves when those at work are done. Jobs can still be added. */
  stopWorking(): Promise<void>;
  close(): Promise<void>;
}

export interface WorkerJob {
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: the queue's name decides which of Jobs it is; each job file narrows it.
  data: any;
  attempt: number;
  /** Puts the job off without spending an attempt. Always throws. */
  delay(seconds: number): Promise<never>;
}

/** What we use of a queue and a worker: the same on both backends, whose classes differ in their type parameters. */
type SomeQueue = Pick<Queue, 'add' | 'addBulk' | 'upsertJobScheduler' | 'close'>;
type SomeWorker = Pick<Worker, 'waitUntilReady' | 'close'>;

interface Backend {
  kind: Queues['kind'];
  queue(name: string): SomeQueue;
  worker(name: string, run: Processor, options: Omit<WorkerOptions, 'connection'>): SomeWorker;
  /** Runs it while no other process runs one. */
  alone(run: () => Promise<unknown>): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * With `redisUrl` on Redis, else on BullMQ's own PostgreSQL backend, in the schema `bullmq` of the same database.
 *
 * @param onError connection errors, which BullMQ retries by itself.
 */
export async function openQueues(
  urls: { redisUrl: string | null; databaseUrl: string },
  onError: (error: Error) => void,
): Promise<Queues> {
  const backend =
    urls.redisUrl === null ? await onPostgres(urls.databaseUrl, onError) : onRedis(urls.redisUrl, onError);
  const queues = new Map<string, SomeQueue>();
  const workers: SomeWorker[] = [];
  const queueNamed = (name: string): SomeQueue => {
    const queue = queues.get(name) ?? backend.queue(name);
    queues.set(name, queue);
    return queue;
  };
  const stopWorking = async () => {
    await Promise.all(workers.map((worker) => worker.close()));
  };
  return {
    kind: backend.kind,
    async add(queue, name, data, options = {}) {
      await queueNamed(queue).add(name, data, { ...jobOptions, ...options });
    },
    async addAll(queue, name, data) {
      if (data.length > 0)
        await queueNamed(queue).addBulk(data.map((each) => ({ name, data: each, opts: jobOptions })));
    },
    async tickEvery(queue, name, everyMs) {
      await backend.alone(() =>
        queueNamed(queue).upsertJobScheduler(
          name,
          { every: everyMs },
          { name, data: {}, opts: { ...jobOptions, attempts: 1 } },
        ),
      );
    },
    async work(queue, run, concurrency) {
      const worker = backend.worker(queue, (job, token) => runJob(job, token, run), { ...workerOptions, concurrency });
      workers.push(worker);
      await worker.waitUntilReady();
    },
    ping: backend.ping,
    stopWorking,
    async close() {
      await stopWorking();
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}

async function runJob(
  job: Parameters<Processor>[0],
  token: string | undefined,
  run: (job: WorkerJob) => Promise<void>,
): Promise<void> {
  await run({
    name: job.name,
    data: job.data,
    attempt: job.attemptsMade + 1,
    async delay(seconds) {
      await job.moveToDelayed(Date.now() + seconds * 1000, token);
      throw new DelayedError();
    },
  });
}

function onRedis(url: string, onError: (error: Error) => void): Backend {
  // BullMQ wants a connection that waits for the server rather than failing each command.
  const connection = new Redis(url, { maxRetriesPerRequest: null, enableReadyCheck: true });
  connection.on('error', onError);
  const options = { connection, prefix: 'tidings' } satisfies QueueOptions;
  return {
    kind: 'redis',
    queue: (name) => new Queue(name, options).on('error', onError),
    worker: (name, run, rest) => new Worker(name, run, { ...options, ...rest }).on('error', onError),
    // A scheduler is put there by one script, which Redis runs alone.
    alone: async (run) => void (await run()),
    ping: async () => void (await connection.ping()),
    close: async () => void (await connection.quit().catch(() => connection.disconnect())),
  };
}

const schema = 'bullmq';

/**
 * One small pool for all queues and workers. Each worker keeps one of its connections to LISTEN on; the others are
 * shared, and idle ones are given back.
 */
async function onPostgres(url: string, onError: (error: Error) => void): Promise<Backend> {
  await migrateQueues(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: 16,
    idleTimeoutMillis: 5_000,
    keepAlive: true,
    options: `-c search_path=${schema}`,
    application_name: 'tidings-queues',
  });
  pool.on('error', onError);
  pool.setMaxListeners(0); // every queue and worker adds one
  return {
    kind: 'postgres',
    queue: (name) => new Queue(name, { connection: pool }, createPostgresBackend).on('error', onError),
    worker: (name, run, rest) =>
      new Worker(name, run, { connection: pool, ...rest }, createPostgresBackend).on('error', onError),
    alone: (run) => lockedAlone(pool, run),
    ping: async () => void (await pool.query('select 1')),
    close: () => pool.end(),
  };
}

/** On PostgreSQL two schedulers that are put there at once can end each other's ticks (bullmq 6.7): one at a time. */
async function lockedAlone(pool: pg.Pool, run: () => Promise<unknown>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [schedulerLock]);
    await run();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [schedulerLock]).catch(() => {});
    client.release();
  }
}

/** Any number that nobody else takes. */
const schedulerLock = 7_201_124;

/** BullMQ's own migrations, under its lock: several processes may start at once. */
async function migrateQueues(url: string): Promise<void> {
  const queue = new Queue(
    'schedule',
    { connection: { connectionString: url, schema, migrate: true, max: 1 } },
    createPostgresBackend,
  );
  await queue.waitUntilReady();
  await queue.close();
}
