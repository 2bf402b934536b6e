import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { PageEnv } from '../../src/web/server.ts';

/** @returns how to stop; open connections are closed. */
export function listen(app: Hono<PageEnv>, host: string, port: number): Promise<() => Promise<void>> {
  const { promise, resolve, reject } = Promise.withResolvers<() => Promise<void>>();
  const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(() => close(server))) as Server;
  server.once('error', reject);
  return promise;
}

function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}
