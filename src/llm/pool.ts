/**
 * One queue before the model for everything in this process, answers before briefs; and one pause for all processes
 * when the server says that the rate is too high.
 */
import PQueue from 'p-queue';
import type { Database } from '../store/database.ts';
import { pauseScope } from '../store/limits.ts';

export interface Pool {
  /** Runs `call` when its turn comes. */
  run<T>(urgent: boolean, call: () => Promise<T>): Promise<T>;
  /** Nobody asks the server before this instant. */
  pause(until: Date): Promise<void>;
  /** Milliseconds until the server may be asked again; 0: now. */
  pausedMs(): Promise<number>;
}

/** @param scope the row in `limits` that processes share: one for each server. */
export function createPool(db: Database, scope: string, concurrency: number): Pool {
  const queue = new PQueue({ concurrency });
  return {
    run: (urgent, call) => queue.add(call, { priority: urgent ? 1 : 0 }),

    pause: (until) => pauseScope(db, scope, until),

    async pausedMs() {
      const row = await db.selectFrom('limits').select('until').where('scope', '=', scope).executeTakeFirst();
      return row === undefined ? 0 : Math.max(0, row.until.getTime() - Date.now());
    },
  };
}
