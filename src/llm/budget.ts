/**
 * The day's money, and what is done as it runs out: `full` requests, then `short` ones (less text, fewer sections), then
 * none: extracts. The day is UTC's. All processes set money aside in the database before they ask, one at a time, so
 * that the day's sum is passed only by
 * - what requests of killed processes cost that nobody was left to record, and
 * - what a server writes beyond the length it was asked to keep to.
 */
import type { Database } from '../store/database.ts';
import { committedMicros, release, reserve } from '../store/reservations.ts';
import { takeTurn } from '../store/settings.ts';
import { recordUsage, type Usage } from '../store/usage.ts';
import type { Task } from './client.ts';

export const levels = ['full', 'short', 'extractive'] as const;
export type Level = (typeof levels)[number];

export type Size = Exclude<Level, 'extractive'>;

/** What to ask for, in this order: what is too dear, or too long for the model, may do in short. */
export function sizesFrom(level: Level): Size[] {
  return level === 'full' ? ['full', 'short'] : level === 'short' ? ['short'] : [];
}

/** The share of the day's budget from which requests get short. */
const shortFrom = 0.7;

export interface Budget {
  /** What is still asked for. Answers take less than briefs, and may go on when those are over. */
  level(task: Task): Promise<Level>;
  /** Sets aside what a request may cost at most, in micro-dollars. @returns null when the budget does not allow it. */
  hold(micros: number): Promise<Hold | null>;
}

/** Ends by one of the two; by neither, it lapses. */
export interface Hold {
  /** What the request really took. */
  settle(usage: Usage): Promise<void>;
  release(): Promise<void>;
}

export interface BudgetOptions {
  /** null: no limit; usage is recorded all the same. */
  dailyUsd: number | null;
  /** Micro-dollars that are set aside for the smallest request of a task. With less than that left its day is over. */
  leastMicros(task: Task): number;
  /** How long a request may be under way. */
  holdSeconds: number;
  now(): Date;
  /** Told once a UTC day for each task and level, by the process that comes to it first. */
  announce(task: Task, level: Level, committedUsd: number): void;
}

export function createBudget(db: Database, options: BudgetOptions): Budget {
  const { dailyUsd, leastMicros, holdSeconds, now, announce } = options;
  if (dailyUsd === null) return { level: async () => 'full', hold: async () => holdOf(db, null) };
  const limitMicros = Math.round(dailyUsd * 1e6);
  const announced = new Map<Task, string>();

  async function announceOnce(task: Task, level: Level, day: string, committed: number): Promise<void> {
    const key = `model-budget:${day}:${task}:${level}`;
    if (level === 'full' || key === announced.get(task)) return;
    announced.set(task, key);
    if (await takeTurn(db, key, secondsADay, now())) announce(task, level, committed / 1e6);
  }

  function levelAt(task: Task, committed: number): Level {
    if (committed + leastMicros(task) > limitMicros) return 'extractive';
    return committed >= limitMicros * shortFrom ? 'short' : 'full';
  }

  return {
    async level(task) {
      const day = utcDay(now());
      const committed = await committedMicros(db, day);
      const level = levelAt(task, committed);
      await announceOnce(task, level, day, committed);
      return level;
    },

    async hold(micros) {
      const id = await reserve(db, { day: utcDay(now()), micros, limitMicros, seconds: holdSeconds });
      return id === null ? null : holdOf(db, id);
    },
  };
}

function holdOf(db: Database, id: number | null): Hold {
  return {
    settle: (usage) => recordUsage(db, usage, id),
    release: async () => {
      if (id !== null) await release(db, id);
    },
  };
}

const secondsADay = 86_400;

export function utcDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
