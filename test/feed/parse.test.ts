import { afterAll, expect, test, vi } from 'vitest';
import { createIsolate } from '../../src/feed/isolate.ts';
import { createParser } from '../../src/feed/parse.ts';

const parser = createParser();
afterAll(() => parser.close());

const from = { url: 'https://example.org/feed', contentType: null };
const fine = Buffer.from(
  '<rss version="2.0"><channel><title>Fine</title><item><title>One</title></item></channel></rss>',
);

const billionLaughs = `<!DOCTYPE l [<!ENTITY a "lol">${Array.from({ length: 26 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}]>`;
const hostile: [string, string][] = [
  ['2 MB of <', '<'.repeat(2_000_000)],
  [
    '2 MB of < in a text',
    `<rss version="2.0"><channel><item><description><![CDATA[${'<'.repeat(2_000_000)}]]></description></item></channel></rss>`,
  ],
  [
    'a billion laughs',
    `${billionLaughs}<rss version="2.0"><channel><title>&j;</title><item><title>&z;</title></item></channel></rss>`,
  ],
  ['half a million open tags', `<rss version="2.0"><channel>${'<a>'.repeat(500_000)}`],
  ['a million open items', `<rss version="2.0"><channel>${'<item>'.repeat(1_000_000)}`],
  ['3 MB of &', `<rss><channel><item><title>${'&'.repeat(3_000_000)}`],
  ['300,000 attributes', `<rss><channel><item ${Array.from({ length: 300_000 }, (_, i) => `a${i}=""`).join(' ')}>`],
  ['a million open brackets', `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(1_000_000)}`],
  ['half a million open comments', '<rss><!--'.repeat(500_000)],
  ['deep XHTML', `<feed><entry><content type="xhtml">${'<div>'.repeat(400_000)}</content></entry></feed>`],
  [
    'an endless date',
    `<rss version="2.0"><channel><item><pubDate>${'1:'.repeat(1_000_000)}</pubDate></item></channel></rss>`,
  ],
  [
    'a million half-written tags',
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">${'&lt;a onx '.repeat(300_000)}</content></entry></feed>`,
  ],
];

test.for(hostile)('%s is over in time, and the next feed is read', async ([, text]) => {
  const started = performance.now();
  const parsed = await parser.parse(Buffer.from(text), from);
  expect(performance.now() - started).toBeLessThan(11_000);
  expect(['feed', 'unreadable']).toContain(parsed.kind);
  expect(await parser.parse(fine, from)).toMatchObject({ kind: 'feed', feed: { title: 'Fine' } });
});

test('what is no feed says why', async () => {
  expect(await parser.parse(Buffer.from('<html><body>Hello</body></html>'), from)).toEqual({
    kind: 'unreadable',
    reason: 'a web page, no feed',
  });
});

test('calls at once are answered each with its own', async () => {
  const titles = Array.from({ length: 20 }, (_, index) => `Feed ${index}`);
  const parsed = await Promise.all(
    titles.map((title) =>
      parser.parse(Buffer.from(`<rss version="2.0"><channel><title>${title}</title></channel></rss>`), from),
    ),
  );
  expect(parsed.map((each) => (each.kind === 'feed' ? each.feed.title : each.reason))).toEqual(titles);
});

const script = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', (call) => {
    if (call === 'hang') for (;;);
    if (call === 'crash') process.exit(3);
    if (call === 'swell') { const kept = []; for (;;) kept.push(new Array(100_000).fill(kept.length)); }
    if (call === 'break later') setTimeout(() => { throw new Error('late'); }, 300);
    parentPort.postMessage(call === 'refuse' ? { reason: 'no' } : { value: call });
  });
  parentPort.postMessage('ready');
`)}`,
);

test.for([
  ['hang', 'timeout'],
  ['crash', 'crashed'],
  ['swell', 'crashed'],
] as const)('a thread that would %s is ended, and the next call has a new one', async ([call, kind]) => {
  const isolate = createIsolate<string, string>(script, { timeoutMs: 3_000, heapMb: 32, idleMs: 1000 });
  const [bad, good, refused] = await Promise.all([isolate.run(call), isolate.run('fine'), isolate.run('refuse')]);
  expect(bad.kind).toBe(kind);
  expect(good).toEqual({ kind: 'done', value: 'fine' });
  expect(refused).toEqual({ kind: 'refused', reason: 'no' });
  await isolate.close();
});

test('a thread that breaks after its answer is replaced, and ends nothing else', async () => {
  const isolate = createIsolate<string, string>(script, { timeoutMs: 3_000, heapMb: 32, idleMs: 1000 });
  expect(await isolate.run('break later')).toEqual({ kind: 'done', value: 'break later' });
  await vi.waitFor(async () => expect(await isolate.run('fine')).toEqual({ kind: 'done', value: 'fine' }));
  await isolate.close();
});

test('loading its modules costs a call no time', async () => {
  const wait = encodeURIComponent('await new Promise((done) => setTimeout(done, 800));');
  const slow = new URL(script.href.replace('javascript,', `javascript,${wait}`));
  const isolate = createIsolate<string, string>(slow, { timeoutMs: 400, heapMb: 32, idleMs: 1000 });
  expect(await isolate.run('fine')).toEqual({ kind: 'done', value: 'fine' });
  await isolate.close();
});

test('a script that cannot be loaded is a crash, not a wait', async () => {
  const broken = new URL('data:text/javascript,throw new Error("no module")');
  const isolate = createIsolate<string, string>(broken, { timeoutMs: 400, heapMb: 32, idleMs: 1000 });
  expect(await isolate.run('fine')).toMatchObject({ kind: 'crashed' });
  await isolate.close();
});

test('a call that cannot be handed over leaves the thread to those that follow', async () => {
  const isolate = createIsolate<unknown, unknown>(script, { timeoutMs: 3_000, heapMb: 32, idleMs: 1000 });
  await expect(isolate.run(() => {})).rejects.toThrow('could not be cloned');
  expect(await isolate.run('next')).toEqual({ kind: 'done', value: 'next' });
  await isolate.close();
});
