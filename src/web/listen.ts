import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { PageEnv } from './server.ts';

export interface Listening {
  port: number;
  /** Takes no more, lets what runs end for a moment, then closes every connection. */
  close(): Promise<void>;
}

/** How long a request that runs may still take when we close, in milliseconds. */
const graceMs = 2_000;

/** @throws the system's error when the port is taken. `port` 0 takes a free one. */
export function listen(app: Hono<PageEnv>, host: string, port: number): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<Listening>();
  const server = serve({ fetch: app.fetch, hostname: host, port }, (address) =>
    resolve({ port: address.port, close: () => close(server) }),
  ) as Server;
  // A body that drips in holds a connection, not a worker; still it ends.
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.once('error', reject);
  return promise;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
