/** The port, taken before anything is started on it, so that a taken one is said at once. */
import { type ServerType, serve } from '@hono/node-server';
import type { Config } from '../config.ts';

export interface Listening {
  origin: string;
  port: number;
  serve(fetch: (request: Request) => Response | Promise<Response>): void;
  close(): Promise<void>;
}

/** Answers 503 until `serve` says what is served. @throws Error that says what to do when the port is taken. */
export async function listen(config: Config): Promise<Listening> {
  let handler: (request: Request, env?: unknown) => Response | Promise<Response> = () =>
    new Response('starting', { status: 503 });
  const server = await new Promise<ServerType>((resolve, reject) => {
    const starting = serve(
      { fetch: (request, env) => handler(request, env), hostname: config.HOST, port: config.PORT },
      () => resolve(starting),
    );
    starting.once('error', (error: NodeJS.ErrnoException) => reject(sayWhy(error, config)));
  });
  const { port } = server.address() as { port: number };
  const shown = ['0.0.0.0', '::', '127.0.0.1'].includes(config.HOST) ? '127.0.0.1' : config.HOST;
  return {
    port,
    origin: `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`,
    serve: (fetch) => {
      handler = fetch;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function sayWhy(error: NodeJS.ErrnoException, { PORT, HOST }: Config): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Error(
        `Port ${PORT} on ${HOST} is in use by another program. Stop it, or choose another port: PORT=${PORT + 1} npm start`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error(`${HOST} is no address of this machine. Check HOST: 127.0.0.1, or 0.0.0.0 for all of them.`);
    case 'EACCES':
      return new Error(
        `Port ${PORT} needs rights that this user does not have. Choose one over 1023: PORT=3700 npm start`,
      );
    default:
      return error;
  }
}
