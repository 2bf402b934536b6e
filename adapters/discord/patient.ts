import { setTimeout as delay } from 'node:timers/promises';

/** Tries, and again after each wait. @throws what the last try threw. */
export async function patiently<T>(waitsMs: number[], run: () => Promise<T>): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await run();
    } catch {
      await delay(waitMs);
    }
  }
  return run();
}
