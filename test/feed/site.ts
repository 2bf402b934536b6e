/** A site on loopback, for the real fetcher to talk to. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetcher, type Fetcher, type FetcherOptions } from '../../src/feed/fetch.ts';
import { createGuard } from '../../src/feed/guard.ts';

export interface Site extends AsyncDisposable {
  origin: string;
  /** Connections that were opened to it. */
  connections(): number;
}

export async function serve(listener: RequestListener, host = '127.0.0.1'): Promise<Site> {
  let connections = 0;
  const server = createServer(listener);
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface OpenFetcher extends Fetcher, AsyncDisposable {}

/** The real fetcher, allowed to read these sites. */
export function fetcherFor(sites: Site[], options: Partial<FetcherOptions> = {}): OpenFetcher {
  const guard = createGuard({ allow: sites.map(({ origin }) => origin) });
  const fetcher = createFetcher({ guard, userAgent: 'Tidings test (+https://example.org)', ...options });
  return { ...fetcher, [Symbol.asyncDispose]: () => fetcher.close() };
}
