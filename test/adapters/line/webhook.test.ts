import { afterEach, expect, test } from 'vitest';
import { aBench, aText, type Bench, channelSecret, signed, us } from './support.ts';

let bench: Bench;
afterEach(() => bench.close());

const answer = async (request: Request) => (await bench.adapter.webhook!(request)).status;

test('the console’s check sends no events and is answered 200', async () => {
  bench = await aBench();
  expect(await answer(signed({ destination: us, events: [] }))).toBe(200);
});

test.for([
  ['another secret', signed({ destination: us, events: [aText('forget yes')] }, 'f'.repeat(32))],
  ['no signature', new Request('http://x/', { method: 'POST', body: '{"events":[]}' })],
  [
    'half a signature',
    new Request('http://x/', { method: 'POST', body: '{}', headers: { 'x-line-signature': 'AAAA' } }),
  ],
  [
    'a signature that is no base64',
    new Request('http://x/', { method: 'POST', body: '{}', headers: { 'x-line-signature': '%%%' } }),
  ],
] as const)('%s is refused with 401, and nothing is heard', async ([, request]) => {
  bench = await aBench();
  expect(await answer(request)).toBe(401);
  expect(bench.received).toEqual([]);
});

test('a body that was changed after it was signed is refused', async () => {
  bench = await aBench();
  const good = signed({ destination: us, events: [aText('help')] });
  const text = (await good.text()).replace('help', 'halp');
  expect(await answer(new Request('http://x/', { method: 'POST', body: text, headers: good.headers }))).toBe(401);
});

test('3 MB are refused with 413, also where no length is told', async () => {
  bench = await aBench();
  expect(await answer(signed('x'.repeat(3_000_000)))).toBe(413);
  const chunks = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
  });
  const endless = new Request('http://x/', { method: 'POST', body: chunks, duplex: 'half' } as RequestInit);
  expect(await answer(endless)).toBe(413);
});

test.for(['{', '[]', '"events"', '{"events":{}}', 'null'])('signed nonsense is answered 400: %s', async (body) => {
  bench = await aBench();
  expect(await answer(signed(body))).toBe(400);
});

test('what stands among good events and is none is passed over', async () => {
  bench = await aBench();
  expect(await answer(signed({ destination: us, events: [null, 7, { type: 3 }, aText('help')] }))).toBe(200);
  expect(bench.received).toHaveLength(1);
});

test.for([
  { type: 'message', message: undefined },
  { type: 'message', message: { type: 'text', id: '1' } },
  { type: 'postback', postback: null },
  { type: 'unsend', unsend: 3 },
])('an event whose shape LINE has changed keeps no other from being heard: %o', async (odd) => {
  bench = await aBench();
  expect(await answer(signed({ destination: us, events: [{ ...aText('x'), ...odd }, aText('help')] }))).toBe(200);
  expect(bench.received.map((inbound) => inbound.kind === 'message' && inbound.text)).toContain('help');
});

test('events that cannot be stored are told again: 503', async () => {
  bench = await aBench({ receive: () => Promise.reject(new Error('no database')) });
  expect(await answer(signed({ destination: us, events: [aText('help')] }))).toBe(503);
  expect(bench.logged).toMatchObject([{ level: 'warn', message: 'events not stored' }]);
});

test('storing that takes too long is told again within LINE’s two seconds', async () => {
  bench = await aBench({ receive: () => new Promise(() => {}) });
  const began = performance.now();
  expect(await answer(signed({ destination: us, events: [aText('help')] }))).toBe(503);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('before the start LINE is asked to come again', async () => {
  bench = await aBench({ started: false });
  expect(await answer(signed({ destination: us, events: [aText('help')] }))).toBe(503);
});

test('no log line holds the secret or what was written', async () => {
  bench = await aBench({ receive: () => Promise.reject(new Error('no database')) });
  await answer(signed({ destination: us, events: [aText('my diary')] }));
  expect(JSON.stringify(bench.logged)).not.toMatch(new RegExp(`my diary|${channelSecret}`));
});
