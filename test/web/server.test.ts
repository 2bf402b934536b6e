import { request } from 'node:http';
import { Counter, Registry } from 'prom-client';
import { afterEach, describe, expect } from 'vitest';
import type { WebDeps } from '../../src/web/deps.ts';
import { storeTest } from '../support/store.ts';
import { type Installation, startInstallation, token } from './installation.ts';

let web: Installation | undefined;
const start = async (url: string, given: Partial<WebDeps> = {}) => {
  web = await startInstallation(url, given);
  return web;
};
afterEach(async () => {
  await web?.close();
  web = undefined;
});

describe('the token', () => {
  storeTest('keeps strangers out of every page, and tells them how to get in', async ({ url }) => {
    const { get } = await start(url);
    for (const path of ['/', '/c/home', '/sources', '/topics', '/events?channel=home', '/lookup?q=a', '/m/1/file']) {
      const response = await get(path, { cookie: '' });
      expect(response.status, path).toBe(401);
      expect(await response.text(), path).toContain('name="token"');
    }
  });

  storeTest('becomes a strict cookie, and leaves the address', async ({ url }) => {
    const { get } = await start(url);
    const response = await get(`/?token=${token}`, { cookie: '' });

    expect(response.headers.get('set-cookie')).toMatch(/^tidings=.+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(response.headers.get('set-cookie')).not.toContain(token);
    expect(await response.text()).toContain('content="0;url=/"');
  });

  storeTest('is asked for again after twenty wrong ones only when a minute has passed', async ({ url }) => {
    let now = new Date('2026-11-23T08:00:00Z');
    const { get } = await start(url, { now: () => now });
    for (let tries = 0; tries < 20; tries += 1) expect((await get('/?token=wrong', { cookie: '' })).status).toBe(401);

    expect((await get(`/?token=${token}`, { cookie: '' })).status).toBe(429);
    now = new Date(now.getTime() + 61_000);
    expect((await get(`/?token=${token}`, { cookie: '' })).status).toBe(200);
  });

  storeTest('stands in no page', async ({ url }) => {
    const { get } = await start(url);
    for (const path of ['/', '/sources', '/topics', '/nowhere'])
      expect(await (await get(path)).text()).not.toContain(token);
  });
});

describe('a request that changes something', () => {
  const say = { text: 'subscribe ai', event: '00000000-0000-4000-8000-000000000000' };

  storeTest('is refused from another origin', async ({ url }) => {
    const { send, received } = await start(url);
    expect((await send('/c/home/say', say, { origin: 'https://evil.example' })).status).toBe(403);
    expect(received).toEqual([]);
  });

  storeTest('is refused under a rebound name', async ({ url }) => {
    const { deps, cookie, received } = await start(url);
    const headers = {
      host: `evil.example:${deps.where.port}`,
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
    };
    expect(await statusOf(deps.where.port, '/c/home/say', headers, new URLSearchParams(say).toString())).toBe(403);
    expect(received).toEqual([]);
  });

  storeTest('is refused when it is too large, whatever it says of its length', async ({ url }) => {
    const { deps, cookie } = await start(url);
    const { port } = deps.where;
    const headers = { host: `127.0.0.1:${port}`, cookie };
    expect(await statusOf(port, '/c/home/say', { ...headers, 'content-length': '1048577' }, '')).toBe(413);
    const pieces = { ...headers, 'transfer-encoding': 'chunked' };
    expect(await statusOf(port, '/c/home/say', pieces, 'x'.repeat(1_048_577))).toBe(413);
  });

  storeTest('does not lead elsewhere', async ({ url }) => {
    const { send, get } = await start(url);
    const response = await send('/theme', { theme: 'dark', back: '//evil.example/' });
    expect(response.headers.get('location')).toBe('/');
    const onward = await get('//evil.example/', { cookie: '', 'sec-fetch-site': 'cross-site' });
    expect(await onward.text()).toContain('url=/evil.example/');
  });
});

storeTest('no address or field makes it stumble', async ({ url }) => {
  const { get, send, received } = await start(url);
  const paths = [
    '/?before=1e308',
    '/?before=-1',
    '/c/home/t/999999999999999',
    '/c/home/t/9999999999999999',
    '/sources?q=%00%ed%a0%80',
    '/sources?topic=%00',
    '/lookup?q=%00',
    '/s/%00',
    '/d/%00',
    '/c/%00',
    '/m/0/file',
    '/c/home?waiting',
    '/%',
    '/s/..%2f..',
  ];
  for (const path of paths) expect((await get(path)).status, path).toBeLessThan(500);
  const odd = { text: 'a\u0000b\ud800c', event: '\u0000', thread: '1e9' };
  expect((await send('/c/home/say', odd)).status).toBe(202);
  expect(received).toMatchObject([{ text: 'ab\ufffdc' }]);
  expect((await send('/c/home/say', {})).status).toBe(303);
  expect((await send('/theme', { theme: 'constructor' })).status).toBe(303);
});

storeTest('every answer carries the headers that keep it closed', async ({ url }) => {
  const { get, send } = await start(url);
  const answers = [
    get('/'),
    get('/nowhere'),
    get('/healthz'),
    get('/', { cookie: '' }),
    send('/c/home/say', {}, { origin: 'https://evil.example' }),
  ];
  for (const { headers } of await Promise.all(answers)) {
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self';.*frame-ancestors 'none'/,
    );
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

storeTest('pages hold no script or style of their own, so the policy breaks nothing', async ({ url }) => {
  const { get } = await start(url);
  for (const path of ['/', '/sources', '/topics', '/c/home/settings']) {
    const page = await (await get(path)).text();
    expect(page).not.toMatch(/<script(?! src="\/assets\/)|<style| style="| on[a-z]+="/);
  }
});

storeTest('assets are named by their content and kept for ever', async ({ url }) => {
  const { get } = await start(url);
  const page = await (await get('/')).text();
  const paths = [...page.matchAll(/\/assets\/[\w-]+-[0-9a-f]{10}\.(?:css|js|svg)/g)].map(([path]) => path);
  expect(new Set(paths).size).toBe(3);
  for (const path of paths) {
    const asset = await get(path, { cookie: '' });
    expect(asset.status).toBe(200);
    expect(asset.headers.get('cache-control')).toContain('immutable');
  }
});

describe('webhooks', () => {
  const echo = { line: async (given: Request) => new Response(await given.arrayBuffer(), { status: 202 }) };

  storeTest('get the very bytes, and need no token', async ({ url }) => {
    const { deps } = await start(url, { webhooks: echo });
    const body = Buffer.from([0, 255, 10, 13, 128]);
    const response = await fetch(`http://127.0.0.1:${deps.where.port}/webhooks/line`, { method: 'POST', body });
    expect(response.status).toBe(202);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(body);
  });

  storeTest('are refused over 1 MB, also in pieces without a length', async ({ url }) => {
    const { deps } = await start(url, { webhooks: echo });
    const { port } = deps.where;
    const big = 'x'.repeat(1_048_577);
    expect(await statusOf(port, '/webhooks/line', { 'content-length': String(big.length) }, '')).toBe(413);
    expect(await statusOf(port, '/webhooks/line', { 'transfer-encoding': 'chunked' }, big)).toBe(413);
    expect(await statusOf(port, '/webhooks/line', {}, 'x'.repeat(1_048_576))).toBe(202);
  });

  storeTest('of platforms that are off are not there', async ({ url }) => {
    const { send } = await start(url, { webhooks: echo });
    for (const name of ['slack', 'constructor', '__proto__'])
      expect((await send(`/webhooks/${name}`, {})).status).toBe(404);
  });
});

describe('for machines', () => {
  storeTest('health says ok, readiness says what is missing', async ({ url }) => {
    const { get } = await start(url, { readiness: async () => ({ ready: false, detail: { queue: 'not there' } }) });
    expect(await (await get('/healthz', { cookie: '' })).text()).toBe('ok');
    const ready = await get('/readyz', { cookie: '' });
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, queue: 'not there' }]);
  });

  storeTest('readiness tells strangers what is missing, and not in which words', async ({ url }) => {
    const { get } = await start(url, {
      where: { host: '127.0.0.1', port: 80, baseUrl: 'https://news.example.com' },
      readiness: async () => ({
        ready: false,
        detail: { database: 'ok', queue: 'connect ECONNREFUSED 10.0.0.7:6379' },
      }),
    });

    const stranger = await get('/readyz', { cookie: '' });
    const operator = await get('/readyz', { cookie: '', authorization: `Bearer ${token}` });

    expect(await stranger.json()).toEqual({ ready: false, database: 'ok', queue: 'failed' });
    expect(await operator.json()).toMatchObject({ queue: 'connect ECONNREFUSED 10.0.0.7:6379' });
  });

  storeTest('metrics are open on loopback, and need the token at a public address', async ({ url }) => {
    const metrics = new Registry();
    new Counter({ name: 'digests_total', help: 'digests', registers: [metrics] }).inc();
    const { get } = await start(url, { metrics });
    expect(await (await get('/metrics', { cookie: '' })).text()).toContain('digests_total 1');
    await web?.close();
    const open = await start(url, {
      metrics,
      where: { host: '127.0.0.1', port: 1, baseUrl: 'https://news.example.com' },
    });
    expect((await open.get('/metrics')).status).toBe(401);
    expect((await open.get('/metrics', { authorization: `Bearer ${token}` })).status).toBe(200);
  });

  storeTest('sample pages and export links answer by themselves', async ({ url }) => {
    const { get } = await start(url, {
      samples: (given) => (new URL(given.url).pathname === '/samples/feed.xml' ? new Response('<rss/>') : null),
      exportOpml: async (given) => (given === 'right' ? { name: 'feeds.opml', text: '<opml/>' } : null),
    });
    expect(await (await get('/samples/feed.xml', { cookie: '' })).text()).toBe('<rss/>');
    expect(await (await get('/export/right', { cookie: '' })).text()).toBe('<opml/>');
    expect((await get('/export/wrong', { cookie: '' })).status).toBe(404);
  });
});

storeTest('a failure shows a page that says what to do, and is logged whole', async ({ url }) => {
  const logged: object[] = [];
  const failing = {
    channel: async () => null,
    following: async () => {
      throw new Error('broken');
    },
    follow: async () => [],
    channelsOf: async () => [],
    headline: async () => null,
  };
  const { get } = await start(url, { log: { error: (fields) => logged.push(fields) }, lookup: failing });
  const response = await get('/');
  expect(response.status).toBe(500);
  expect(await response.text()).toContain('Go back and try again');
  expect(logged).toMatchObject([{ err: { message: 'broken' } }]);
});

/** Node's own client: it sends the Host and the framing that it is told to. */
function statusOf(port: number, path: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      resolve(response.statusCode ?? 0);
      sent.destroy();
    });
    sent.on('error', reject);
    // A length without its body: the server must not wait for it.
    if (body === '') sent.flushHeaders();
    else sent.end(body);
  });
}
