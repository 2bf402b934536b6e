/** One LISTEN connection for the process, however many browsers look on. */
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { ChannelId } from '../model.ts';

export type WebEvent =
  | { kind: 'message'; channel: ChannelId; id: number }
  | { kind: 'working'; channel: ChannelId; thread: number | null }
  | { kind: 'cleared'; channel: ChannelId }
  /** Events may have been missed: read the rows. */
  | { kind: 'resync' };

export interface Hub {
  /** @returns how to stop hearing. */
  subscribe(channel: ChannelId, hear: (event: WebEvent) => void): () => void;
  /** Resolves when the database is listened to. */
  ready(): Promise<void>;
  /** Ends every subscription, and the connection. */
  stop(): Promise<void>;
  /** Aborted by `stop`: what waits on events ends with it. */
  readonly stopped: AbortSignal;
}

const retryMs = 1_000;

/** Listens from the first subscription on; after a broken connection it listens again and tells all to resync. */
export function createHub(pool: pg.Pool): Hub {
  const listeners = new Map<ChannelId, Set<(event: WebEvent) => void>>();
  const stopping = new AbortController();
  let connection: Promise<pg.PoolClient | null> | null = null;

  const tellAll = (event: WebEvent) => {
    for (const hears of listeners.values()) for (const hear of hears) hear(event);
  };

  async function listen(): Promise<pg.PoolClient | null> {
    while (!stopping.signal.aborted) {
      try {
        return await listenOnce();
      } catch {
        // Ends early, with an error that says nothing new, when the hub stops.
        await wait(retryMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      }
    }
    return null;
  }

  async function listenOnce(): Promise<pg.PoolClient> {
    const client = await pool.connect();
    const lost = (error: Error) => {
      client.removeAllListeners('notification');
      client.release(error);
      connection = null;
      if (!stopping.signal.aborted) connection = listen();
    };
    client.once('error', lost);
    client.on('notification', ({ payload }) => dispatch(payload));
    await client.query('listen tidings_web').catch((error: Error) => {
      client.off('error', lost);
      client.release(error);
      throw error;
    });
    tellAll({ kind: 'resync' });
    return client;
  }

  function dispatch(payload: string | undefined): void {
    const event = JSON.parse(payload ?? 'null') as Exclude<WebEvent, { kind: 'resync' }> | null;
    if (event === null) return;
    for (const hear of listeners.get(event.channel) ?? []) hear(event);
  }

  async function ready(): Promise<void> {
    connection ??= listen();
    await connection;
  }

  return {
    stopped: stopping.signal,
    ready,
    subscribe(channel, hear) {
      void ready();
      const hears = listeners.get(channel) ?? new Set();
      listeners.set(channel, hears.add(hear));
      return () => {
        hears.delete(hear);
        if (hears.size === 0 && listeners.get(channel) === hears) listeners.delete(channel);
      };
    },
    async stop() {
      stopping.abort();
      listeners.clear();
      const client = await connection;
      connection = null;
      if (!client) return;
      // Destroyed rather than given back: it still listens. What it still says of its end is no news.
      client.removeAllListeners('error').on('error', () => {});
      client.release(true);
    },
  };
}
