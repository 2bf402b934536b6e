/** For machines: platforms' webhooks, health, metrics, export links, our samples. */

import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Access } from './access.ts';
import type { WebDeps } from './deps.ts';
import type { PageEnv } from './server.ts';

/** A webhook's body in bytes; no platform sends more for what we listen to. */
const maxWebhookBytes = 1_048_576;

export function machineRoutes(app: Hono<PageEnv>, deps: WebDeps, access: Access): void {
  app.get('/healthz', (c) => c.text('ok'));

  app.get('/readyz', async (c) => {
    const { ready, detail } = await deps.readiness();
    const shown = mayMeasure(c, deps, access) ? detail : inShort(detail);
    return c.json({ ready, ...shown }, ready ? 200 : 503);
  });

  app.get('/metrics', async (c) => {
    if (!mayMeasure(c, deps, access)) return c.text('Send the token: Authorization: Bearer …\n', 401);
    c.header('content-type', deps.metrics.contentType);
    return c.body(await deps.metrics.metrics());
  });

  const limit = bodyLimit({ maxSize: maxWebhookBytes, onError: (c) => c.text('at most 1 MB', 413) });
  app.post('/webhooks/:platform', limit, async (c) => {
    const webhook = Object.hasOwn(deps.webhooks, c.req.param('platform')) && deps.webhooks[c.req.param('platform')];
    return webhook ? webhook(await wholeRequest(c)) : c.text('This platform is not turned on.\n', 404);
  });

  app.get('/export/:token', async (c) => {
    const file = await deps.exportOpml(c.req.param('token'));
    if (file === null) return c.text('This link has lapsed: say `export` again.\n', 404);
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    c.header('content-type', 'text/x-opml; charset=utf-8');
    return c.body(file.text);
  });

  app.get('*', async (c, next) => (await deps.samples(c.req.raw)) ?? next());
}

/** The body's very bytes, which signatures are made of. */
async function wholeRequest(c: Context): Promise<Request> {
  const body = new Uint8Array(await c.req.raw.arrayBuffer());
  return new Request(c.req.url, { method: 'POST', headers: c.req.raw.headers, body });
}

/** To strangers an error's own words, which name hosts and users, are not told. */
function inShort(detail: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(detail).map(([name, state]) => [name, state === 'ok' ? state : 'failed']));
}

/** A neighbour on this machine while we listen on nothing else, or anyone with the token. */
function mayMeasure(c: Context, { where }: WebDeps, access: Access): boolean {
  const bearer = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) return access.isToken(bearer);
  const local = ['127.0.0.1', '::1', 'localhost'].includes(where.host) && where.baseUrl === null;
  return local && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(getConnInfo(c).remote.address ?? '');
}
