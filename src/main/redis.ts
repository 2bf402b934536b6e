/** Whether Redis is there, asked once at the start: BullMQ itself would wait for it for ever and only log. */
import { Redis } from 'ioredis';

const waitMs = 5_000;

/** @throws Error that says what to do when nothing there answers as Redis does. */
export async function reachRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: waitMs,
    commandTimeout: waitMs,
    retryStrategy: null,
  });
  let failure: Error | null = null;
  redis.on('error', (error) => {
    failure ??= error;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw new Error(
      `The Redis server at ${new URL(url).host} does not let us in: ${(failure ?? (error as Error)).message}.\n` +
        'Check REDIS_URL, or leave it out to keep the queue in the database.',
      { cause: error },
    );
  } finally {
    redis.disconnect();
  }
}
