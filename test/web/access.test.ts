import { expect, test } from 'vitest';
import { comesFromUs, createAccess, type Origin } from '../../src/web/access.ts';

const here: Origin = { host: '127.0.0.1', port: 8080, baseUrl: null };
const everywhere: Origin = { host: '0.0.0.0', port: 8080, baseUrl: null };
const behindProxy: Origin = { host: '127.0.0.1', port: 8080, baseUrl: 'https://news.example.com' };

test('a cookie is good only while the token is the same', () => {
  const access = createAccess('first');
  const cookie = access.enter('first') as string;
  const [person, mac] = cookie.split('.') as [string, string];

  expect(access.personOf(cookie)).toBe(person);
  expect(createAccess('second').personOf(cookie)).toBeNull();
  expect(access.personOf(`somebody.${mac}`)).toBeNull();
  expect(access.personOf(undefined)).toBeNull();
});

test.for(['', 'firs', 'first ', 'FIRST', '\u0000'])('the token %j lets nobody in', (token) => {
  expect(createAccess('first').enter(token)).toBeNull();
});

test.for<{ of: string; where: Origin; headers: Record<string, string>; ours: boolean }>([
  { of: 'our own page', where: here, headers: { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080' }, ours: true },
  {
    of: 'our own page by name',
    where: here,
    headers: { host: 'localhost:8080', origin: 'http://localhost:8080' },
    ours: true,
  },
  {
    of: 'our own page over IPv6',
    where: here,
    headers: { host: '[::1]:8080', origin: 'http://[::1]:8080' },
    ours: true,
  },
  { of: 'no browser page', where: here, headers: { host: '127.0.0.1:8080' }, ours: true },
  { of: 'another site', where: here, headers: { host: '127.0.0.1:8080', origin: 'https://evil.example' }, ours: false },
  {
    of: 'another port',
    where: here,
    headers: { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:9090' },
    ours: false,
  },
  { of: 'a page that hides its origin', where: here, headers: { host: '127.0.0.1:8080', origin: 'null' }, ours: false },
  {
    of: 'a rebound name',
    where: here,
    headers: { host: 'evil.example:8080', origin: 'http://evil.example:8080' },
    ours: false,
  },
  { of: 'a rebound name without origin', where: here, headers: { host: 'evil.example:8080' }, ours: false },
  {
    of: 'our name on another port',
    where: here,
    headers: { host: 'localhost:9090', origin: 'http://localhost:9090' },
    ours: false,
  },
  { of: 'an unreadable host', where: here, headers: { host: 'a b', origin: 'http://127.0.0.1:8080' }, ours: false },
  {
    of: 'a cross-site form',
    where: here,
    headers: { host: '127.0.0.1:8080', 'sec-fetch-site': 'cross-site' },
    ours: false,
  },
  {
    of: 'an address of the house',
    where: everywhere,
    headers: { host: '192.168.1.5:8080', origin: 'http://192.168.1.5:8080' },
    ours: true,
  },
  {
    of: 'a name while we listen everywhere',
    where: everywhere,
    headers: { host: 'evil.example:8080', origin: 'http://evil.example:8080' },
    ours: false,
  },
  {
    of: 'the public address',
    where: behindProxy,
    headers: { host: 'news.example.com', origin: 'https://news.example.com' },
    ours: true,
  },
  {
    of: 'the public address, Host rewritten',
    where: behindProxy,
    headers: { host: '127.0.0.1:8080', origin: 'https://news.example.com' },
    ours: true,
  },
  {
    of: 'another site at the public address',
    where: behindProxy,
    headers: { host: 'news.example.com', origin: 'https://evil.example' },
    ours: false,
  },
])('a change from $of counts as ours: $ours', ({ where, headers, ours }) => {
  expect(comesFromUs(new Request('http://127.0.0.1:8080/say', { method: 'POST', headers }), where)).toBe(ours);
});
