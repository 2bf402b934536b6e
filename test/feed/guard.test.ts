import { expect, test } from 'vitest';
import { createFetcher } from '../../src/feed/fetch.ts';
import { createGuard, isOpenAddress } from '../../src/feed/guard.ts';
import { fetcherFor, serve } from './site.ts';

test.for([
  '127.0.0.1',
  '127.8.8.8',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '168.63.129.16',
  '100.64.0.1',
  '0.0.0.0',
  '0.1.2.3',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '192.0.2.1',
  '198.18.0.1',
  '203.0.113.9',
  '192.88.99.1',
  '::1',
  '::',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::7f00:1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '100::1',
  'fec0::1',
  'localhost',
  '',
])('%s is not on the open internet', (address) => {
  expect(isOpenAddress(address)).toBe(false);
});

test.for(['8.8.8.8', '1.1.1.1', '93.184.216.34', '2606:4700::1111', '2a00:1450:4001:81b::200e'])('%s is', (address) => {
  expect(isOpenAddress(address)).toBe(true);
});

const guard = createGuard({ allow: ['http://127.0.0.1:8123'] });

test.for([
  'ftp://example.org/',
  'file:///etc/passwd',
  'gopher://example.org/',
  'data:text/html,x',
  'http://user@example.org/',
  'http://user:pass@example.org/',
  'http://example.org:22/',
  'http://example.org:7999/',
  'http://example.org:9001/',
  'http://example.org:6379/',
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://0/',
  'http://[::1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::a00:1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://127.0.0.1:8124/',
  'https://127.0.0.1:8123/',
  'http://localhost.:25/',
])('refuses %s', (address) => {
  expect(guard.refusal(new URL(address))).toEqual(expect.any(String));
});

test.for([
  'http://example.org/',
  'https://example.org:443/x',
  'http://example.org:8080/',
  'https://example.org:9000/',
  'http://127.0.0.1:8123/feed',
])('lets %s pass', (address) => {
  expect(guard.refusal(new URL(address))).toBeNull();
});

const ofSamples = createGuard({ allow: ['http://127.0.0.1:3700/samples/'] });

test.for([
  ['http://127.0.0.1:3700/samples/wire/feed.xml', true],
  ['http://127.0.0.1:3700/', false],
  ['http://127.0.0.1:3700/metrics', false],
  ['http://127.0.0.1:3700/samples/../metrics', false],
  ['http://127.0.0.1:3700/samples/%2e%2e/metrics', false],
  ['http://127.0.0.1:3700/samplesmetrics', false],
  ['http://127.0.0.1:37001/samples/', false],
])('of our own server a feed leads to the samples alone: %s', ([address, passes]) => {
  expect(ofSamples.refusal(new URL(address as string)) === null).toBe(passes);
});

test('a feed that redirects to another page of our own server does not get it', async () => {
  await using ours = await serve(({ url }, response) =>
    url === '/samples/feed' ? response.writeHead(302, { location: '/metrics' }).end() : response.end('secret'),
  );
  const guard = createGuard({ allow: [`${ours.origin}/samples/`] });
  const fetcher = createFetcher({ guard, userAgent: 'test' });
  expect(await fetcher.get(`${ours.origin}/samples/feed`)).toMatchObject({ kind: 'refused' });
  await fetcher.close();
});

test('a name that resolves to loopback, in any form, is never connected to', async () => {
  await using site = await serve((_, response) => response.end('secret'));
  const port = new URL(site.origin).port;
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '0.0.0.0', '10.0.0.1']) {
    const family = address.includes(':') ? 6 : 4;
    const rebinding = createGuard({ allow: [], resolve: async () => [{ address, family }] });
    // The port itself is refused; what is tested here is the address behind the name.
    const anyPort = { ...rebinding, refusal: () => null };
    const fetcher = createFetcher({ guard: anyPort, userAgent: 'test' });
    expect(await fetcher.get(`http://rebind.example:${port}/`)).toMatchObject({ kind: 'refused' });
    await fetcher.close();
  }
  expect(site.connections()).toBe(0);
});

test('a redirect to a private address is refused, and nothing is connected to', async () => {
  await using inside = await serve((_, response) => response.end('secret'));
  const port = new URL(inside.origin).port;
  const targets = [
    inside.origin,
    `http://localhost:${port}/`,
    `http://127.1:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    'http://169.254.169.254/',
    'file:///etc/passwd',
  ];
  await using outside = await serve((request, response) => {
    response.writeHead(302, { location: targets[Number(request.url?.slice(1))] }).end();
  });
  await using fetcher = fetcherFor([outside]);
  for (const index of targets.keys())
    expect(await fetcher.get(`${outside.origin}/${index}`)).toMatchObject({ kind: 'refused' });
  expect(inside.connections()).toBe(0);
});
