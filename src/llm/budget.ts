/**
 * The day's money, and what is done as it runs out: `full` requests, then `short` ones (less text, fewer sections),
 * then none: extracts. The day is UTC's. Several processes share one sum in the database; each adds what it has
 * under way itself, so the sum can be passed by at most what the other processes have under way.
 */
import type { Database } from '../store/database.ts';
import { spentMicros } from '../store/usage.ts';

export const levels = ['full', 'short', 'extractive'] as const;
export type Level = (typeof levels)[number];

/** The share of the day's budget from which requests get short. */
const shortFrom = 0.7;

export interface Budget {
  level(): Promise<Level>;
  /** Sets aside what a request may cost at most. @returns null when the budget does not allow it; else gives it back. */
  reserve(micros: number): Promise<(() => void) | null>;
}

/** @param dailyUsd null: no limit. */
export function createBudget(
  db: Database,
  dailyUsd: number | null,
  now: () => Date,
  announce: (level: Level, spentUsd: number) => void,
): Budget {
  if (dailyUsd === null) return unlimited;
  const limit = dailyUsd * 1e6;
  let reserved = 0;
  let announced: Level = 'full';

  async function spent(): Promise<number> {
    const micros = (await spentMicros(db, utcDay(now()))) + reserved;
    const level = levelAt(micros, limit);
    if (level !== announced) announce(level, micros / 1e6);
    announced = level;
    return micros;
  }

  return {
    level: async () => levelAt(await spent(), limit),
    async reserve(micros) {
      const before = await spent();
      if (before + micros > limit) return null;
      reserved += micros;
      return once(() => {
        reserved -= micros;
      });
    },
  };
}

function levelAt(micros: number, limit: number): Level {
  if (micros >= limit) return 'extractive';
  return micros >= limit * shortFrom ? 'short' : 'full';
}

export function utcDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}

const unlimited: Budget = { level: async () => 'full', reserve: async () => () => {} };

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
