/**
 * One pool before the model for everything in this process: answers have a lane of their own, so that no brief ever
 * holds one up. When the server says that the rate is too high, all lanes of all processes pause.
 */
import { setTimeout as wait } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Database } from '../store/database.ts';
import { pauseScope } from '../store/limits.ts';
import type { Task } from './client.ts';

export interface Pool {
  /**
   * Runs `call` when its turn comes, which a pause may put off by `mostMs` at most.
   *
   * @returns the milliseconds still to wait when it is more than that.
   */
  run<T>(task: Task, mostMs: number, call: () => Promise<T>): Promise<T | { pausedMs: number }>;
  /** Nobody asks the server for so long. */
  pause(ms: number): Promise<void>;
  /** Milliseconds until the server may be asked again; 0: now. */
  pausedMs(): Promise<number>;
}

/** A server that names a longer time is asked again after this one. */
const longestPauseMs = 10 * 60_000;
/** After a pause not everybody asks in the same moment. */
const spreadMs = 250;

/** @param scope the row in `limits` that processes share: one for each server. @param lanes requests at a time. */
export function createPool(db: Database, scope: string, lanes: Record<Task, number>): Pool {
  const queues = {
    brief: new PQueue({ concurrency: lanes.brief }),
    answer: new PQueue({ concurrency: lanes.answer }),
  };

  async function pausedMs(): Promise<number> {
    const row = await db.selectFrom('limits').select('until').where('scope', '=', scope).executeTakeFirst();
    return row === undefined ? 0 : Math.max(0, row.until.getTime() - Date.now());
  }

  return {
    pausedMs,
    pause: (ms) => pauseScope(db, scope, new Date(Date.now() + Math.min(ms, longestPauseMs))),
    run: (task, mostMs, call) =>
      queues[task].add(async () => {
        // Another process may lengthen the pause meanwhile.
        const deadline = Date.now() + mostMs;
        for (let paused = await pausedMs(); paused > 0; paused = await pausedMs()) {
          if (Date.now() + paused > deadline) return { pausedMs: paused };
          await wait(paused + Math.random() * spreadMs);
        }
        return call();
      }),
  };
}
