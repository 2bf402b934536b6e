import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fetcherFor, serve } from './site.ts';

test('gives bytes, type and validators as the server sent them', async () => {
  await using site = await serve((_, response) => {
    response.setHeader('etag', 'W/"a:b, c"');
    response.setHeader('last-modified', 'Thu, 1 Jan 2026 0:00 GMT');
    response.setHeader('content-type', 'text/xml; charset=koi8-r');
    response.setHeader('cache-control', 'public, max-age=900');
    response.end('<rss/>');
  });
  await using fetcher = fetcherFor([site]);
  expect(await fetcher.get(`${site.origin}/feed`)).toMatchObject({
    kind: 'ok',
    url: `${site.origin}/feed`,
    movedTo: null,
    bytes: Buffer.from('<rss/>'),
    etag: 'W/"a:b, c"',
    lastModified: 'Thu, 1 Jan 2026 0:00 GMT',
    contentType: 'text/xml; charset=koi8-r',
    freshForSeconds: 900,
  });
});

test('asks conditionally with the validators byte for byte, under an honest name', async () => {
  const asked: Record<string, unknown>[] = [];
  await using site = await serve((request, response) => {
    asked.push(request.headers);
    response.writeHead(304).end();
  });
  await using fetcher = fetcherFor([site]);
  expect(await fetcher.get(site.origin, { etag: '"é,  x"', lastModified: 'yesterday' })).toEqual({
    kind: 'not-modified',
    freshForSeconds: null,
  });
  expect(asked[0]).toMatchObject({
    'if-none-match': '"é,  x"',
    'if-modified-since': 'yesterday',
    'user-agent': 'Tidings test (+https://example.org)',
  });
});

test.for([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
  ['identity', (bytes: Buffer) => bytes],
] as const)('reads %s', async ([encoding, compress]) => {
  await using site = await serve((_, response) => {
    response.setHeader('content-encoding', encoding);
    response.end(compress(Buffer.from('<rss/>'.repeat(1000))));
  });
  await using fetcher = fetcherFor([site]);
  const fetched = await fetcher.get(site.origin);
  expect(fetched.kind === 'ok' && fetched.bytes.length).toBe(6000);
});

test('asks for no encoding that servers mean two things by', async () => {
  await using site = await serve((request, response) => {
    const asked = String(request.headers['accept-encoding']);
    const [encoding, compress] = asked.includes('deflate')
      ? (['deflate', deflateRawSync] as const)
      : (['gzip', gzipSync] as const);
    response.setHeader('content-encoding', encoding);
    response.end(compress('<rss/>'));
  });
  await using fetcher = fetcherFor([site]);
  expect(await fetcher.get(site.origin)).toMatchObject({ kind: 'ok', bytes: Buffer.from('<rss/>') });
});

test('follows permanent moves and says so; a temporary one on the way is no move', async () => {
  await using site = await serve((request, response) => {
    const next: Record<string, [number, string]> = {
      '/a': [301, '/b'],
      '/b': [308, '/feed'],
      '/c': [301, '/d'],
      '/d': [302, '/feed'],
    };
    const [status, location] = next[request.url ?? ''] ?? [200, ''];
    if (status === 200) response.end('here');
    else response.writeHead(status, { location }).end();
  });
  await using fetcher = fetcherFor([site]);
  expect(await fetcher.get(`${site.origin}/a`)).toMatchObject({ kind: 'ok', movedTo: `${site.origin}/feed` });
  expect(await fetcher.get(`${site.origin}/c`)).toMatchObject({
    kind: 'ok',
    url: `${site.origin}/feed`,
    movedTo: null,
  });
});

test('redirects share one deadline, however slowly each answers', async () => {
  await using site = await serve((request, response) => {
    const hop = Number(request.url!.slice(1));
    setTimeout(() => response.writeHead(302, { location: `/${hop + 1}` }).end(), 200);
  });
  await using fetcher = fetcherFor([site], { timeoutMs: 500 });
  expect(await fetcher.get(`${site.origin}/1`)).toMatchObject({ kind: 'failed', code: 'slow' });
});

test('waiting behind others of the same host costs no time of its own', async () => {
  await using site = await serve((_, response) => {
    setTimeout(() => response.end('ok'), 200);
  });
  await using fetcher = fetcherFor([site], { timeoutMs: 500 });
  const all = await Promise.all(Array.from({ length: 8 }, () => fetcher.get(site.origin)));
  expect(all.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => 'ok'));
});

test('a redirect loop ends after five', async () => {
  let requests = 0;
  await using site = await serve((_, response) => {
    requests++;
    response.writeHead(302, { location: '/again' }).end();
  });
  await using fetcher = fetcherFor([site]);
  expect(await fetcher.get(site.origin)).toMatchObject({ kind: 'failed', code: 'redirects' });
  expect(requests).toBe(6);
});

test.for([
  [410, {}, { kind: 'gone' }],
  [404, {}, { kind: 'failed', code: 'missing', retryAfterSeconds: null }],
  [429, { 'retry-after': '120' }, { kind: 'failed', code: 'busy', retryAfterSeconds: 120 }],
  [503, { 'retry-after': '99999999' }, { kind: 'failed', code: 'server', retryAfterSeconds: 2 * 86_400 }],
  [429, {}, { kind: 'failed', retryAfterSeconds: 4 * 3600 }],
  [403, {}, { kind: 'failed', code: 'blocked', reason: 'blocked by its site: 403', retryAfterSeconds: 4 * 3600 }],
  [403, { 'cf-mitigated': 'challenge' }, { kind: 'failed', reason: 'blocked by its site (Cloudflare): 403' }],
  [500, {}, { kind: 'failed', code: 'server', retryAfterSeconds: null }],
] as [number, Record<string, string>, object][])('%i with %o is named', async ([status, headers, expected]) => {
  await using site = await serve((_, response) => response.writeHead(status, headers).end('no'));
  await using fetcher = fetcherFor([site]);
  expect(await fetcher.get(site.origin)).toMatchObject(expected);
});

test('Retry-After may be a date', async () => {
  await using site = await serve((_, response) =>
    response.writeHead(429, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }).end(),
  );
  await using fetcher = fetcherFor([site]);
  const fetched = await fetcher.get(site.origin);
  const seconds = fetched.kind === 'failed' ? (fetched.retryAfterSeconds ?? 0) : 0;
  expect(Math.abs(seconds - 3600)).toBeLessThan(5);
});

test('a few hundred bytes that become 500 MB cost no more than the limit', async () => {
  const bomb = brotliCompressSync(Buffer.alloc(500 * 1024 * 1024), { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } });
  expect(bomb.length).toBeLessThan(10_000);
  await using site = await serve((_, response) => {
    response.setHeader('content-encoding', 'br');
    response.end(bomb);
  });
  await using fetcher = fetcherFor([site]);
  const before = process.memoryUsage.rss();
  expect(await fetcher.get(site.origin)).toMatchObject({ kind: 'failed', code: 'too-large' });
  expect(process.memoryUsage.rss() - before).toBeLessThan(60 * 1024 * 1024);
});

test('a body that is larger than allowed is cut off', async () => {
  await using site = await serve((_, response) => response.end(Buffer.alloc(2_000_000)));
  await using fetcher = fetcherFor([site]);
  expect(await fetcher.get(site.origin, { maxBytes: 1_000_000 })).toMatchObject({ kind: 'failed', code: 'too-large' });
});

test('a drip is cut off at the deadline, and others are served meanwhile', async () => {
  await using drip = await serve((_, response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  });
  await using well = await serve((_, response) => response.end('fine'));
  await using fetcher = fetcherFor([drip, well], { timeoutMs: 400 });
  const dripping = fetcher.get(drip.origin);
  expect(await fetcher.get(well.origin)).toMatchObject({ kind: 'ok' });
  expect(await dripping).toMatchObject({ kind: 'failed', code: 'slow' });
});

test('a server that never answers is left at the deadline', async () => {
  await using site = await serve(() => {});
  await using fetcher = fetcherFor([site], { timeoutMs: 300 });
  expect(await fetcher.get(site.origin)).toMatchObject({ kind: 'failed', code: 'slow' });
});

test('a host is never asked more than twice at a time', async () => {
  let running = 0;
  let most = 0;
  await using site = await serve((_, response) => {
    most = Math.max(most, ++running);
    setImmediate(() => {
      running--;
      response.end('x');
    });
  });
  await using fetcher = fetcherFor([site]);
  await Promise.all(Array.from({ length: 20 }, (_, index) => fetcher.get(`${site.origin}/${index}`)));
  expect(most).toBeLessThanOrEqual(2);
});

test('broken answers, closed doors and nonsense are values', async () => {
  await using broken = await serve((request) => request.socket.end('HTTP/1.1 nonsense\r\n\r\n'));
  await using notGzip = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
  );
  const closed = await serve(() => {});
  await closed[Symbol.asyncDispose]();
  await using fetcher = fetcherFor([broken, notGzip, closed]);
  expect(await fetcher.get(broken.origin)).toMatchObject({ kind: 'failed' });
  expect(await fetcher.get(notGzip.origin)).toMatchObject({ kind: 'failed', code: 'unreadable' });
  expect(await fetcher.get(closed.origin)).toMatchObject({ kind: 'failed', code: 'unreachable' });
  expect(await fetcher.get('no address')).toMatchObject({ kind: 'refused' });
});

test('a caller may give up', async () => {
  await using site = await serve(() => {});
  await using fetcher = fetcherFor([site]);
  const controller = new AbortController();
  const fetching = fetcher.get(site.origin, { signal: controller.signal });
  controller.abort();
  expect(await fetching).toMatchObject({ kind: 'failed' });
});
