/** A start that outlives a platform that does not answer: it is tried again in the background, and said in the log. */
import { TryLater } from '../../src/errors.ts';
import type { Log } from './client.ts';

const firstWaitMs = 1_000;
const lastWaitMs = 60_000;

export interface Patient {
  /**
   * Resolves when connected, or when it will be tried again. Stopped meanwhile, it disconnects what it connected.
   *
   * @throws what waiting cannot mend.
   */
  start(connect: () => Promise<void>, disconnect: () => Promise<unknown>): Promise<void>;
  stop(): void;
}

interface Link {
  connect: () => Promise<void>;
  disconnect: () => Promise<unknown>;
}

export function createPatience(log: Log): Patient {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const attempt = async (link: Link, waitMs: number): Promise<void> => {
    try {
      await link.connect();
      if (stopped) await link.disconnect();
    } catch (error) {
      if (!(error instanceof TryLater)) throw error;
      log.warn({ platform: 'slack', error: error.message, waitMs }, 'slack not reached yet');
      if (!stopped) timer = setTimeout(() => again(link, Math.min(waitMs * 2, lastWaitMs)), waitMs);
    }
  };
  const again = (link: Link, waitMs: number) => {
    attempt(link, waitMs).catch((error: Error) => {
      log.error({ platform: 'slack', error: error.message }, 'slack not started');
    });
  };

  return {
    start: async (connect, disconnect) => {
      stopped = false;
      await attempt({ connect, disconnect }, firstWaitMs);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
