import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleCommand } from '../../src/cli/article.ts';
import type { Command, Io } from '../../src/cli/command.ts';
import { feedCommand } from '../../src/cli/feed.ts';
import { exportCommand, importCommand } from '../../src/cli/opml.ts';
import { sourcesCommand } from '../../src/cli/sources.ts';
import type { Database } from '../../src/store/database.ts';
import { pages } from '../article/pages.ts';
import { storeTest } from '../support/store.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidings-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

async function run(command: Command, args: string[], { json = false, db }: { json?: boolean; db?: Database } = {}) {
  const lines: string[] = [];
  const errors: string[] = [];
  const io: Io = {
    json,
    env: {},
    now: () => new Date('2026-01-15T12:00:00Z'),
    out: (text) => lines.push(text),
    err: (text) => errors.push(text),
    progress: () => {},
    open: async () => (db === undefined ? Promise.reject(new Error('no database is needed here')) : { db }),
  };
  return { code: await command.run(args, io), out: lines.join('\n'), err: errors.join('\n') };
}

const news =
  '<?xml version="1.0" encoding="shift_jis"?><rss version="2.0"><channel><title>沿岸新聞</title><link>https://coast.example/</link><item><title>潮流発電</title><link>/1</link></item></channel></rss>';

test('a feed in a file of any encoding is shown', async () => {
  const path = await file('news.xml', iconv.encode(news, 'shift_jis'));
  const shown = await run(feedCommand, [path]);
  expect(shown).toMatchObject({ code: 0, err: '' });
  expect(shown.out).toContain('沿岸新聞  (rss, read by rss-parser, 1 entries)');
  const { code, out } = await run(feedCommand, [path, '--url', 'https://feeds.example/news.xml'], { json: true });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    title: '沿岸新聞',
    path: 'rss-parser',
    entries: [{ title: '潮流発電', link: 'https://coast.example/1' }],
    warnings: [],
  });
});

test('an article in a file is shown', async () => {
  const path = await file('page.html', pages[0]!.html);
  expect((await run(articleCommand, [path])).out).toContain('en · 1 min · Jo Lind · 2026-01-14');
  expect(JSON.parse((await run(articleCommand, [path], { json: true })).out)).toMatchObject({
    title: pages[0]!.title,
    language: 'en',
    minutes: 1,
    excerptOnly: false,
    text: pages[0]!.text.join('\n'),
  });
});

test('what cannot be read says why, with an exit code', async () => {
  expect(await run(feedCommand, [join(folder, 'none.xml')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('no such file'),
  });
  expect(await run(feedCommand, [await file('words.txt', 'hello')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('no feed'),
  });
  expect(await run(feedCommand, [await file('words2.txt', 'hello')], { json: true })).toMatchObject({
    code: 1,
    err: '{"error":"no feed"}',
  });
  expect(await run(feedCommand, ['http://127.0.0.1/feed'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('open internet'),
  });
  expect(await run(feedCommand, [])).toMatchObject({
    code: 2,
    err: expect.stringContaining('Usage: npm run tidings -- feed'),
  });
  expect(await run(articleCommand, ['a', 'b'])).toMatchObject({ code: 2 });
  expect(await run(sourcesCommand, ['delete'])).toMatchObject({ code: 2 });
});

test('sources are listed by word', async () => {
  const { code, out } = await run(sourcesCommand, ['list', 'openai-news'], { json: true });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject([{ id: 'openai-news' }]);
});

storeTest('what is exported is imported again', async ({ db }) => {
  const path = await file(
    'mine.opml',
    '<opml><body><outline text="A" xmlUrl="https://a.example/feed"/><outline text="B" xmlUrl="https://b.example/feed"/></body></opml>',
  );
  expect(await run(importCommand, [path], { db })).toMatchObject({
    code: 0,
    out: '2 feeds in the file, 2 new.',
  });
  const { out } = await run(exportCommand, [], { db });
  expect(await run(importCommand, [await file('theirs.opml', out)], { db })).toMatchObject({
    code: 0,
    out: '2 feeds in the file, 0 new.',
  });
  expect(await run(importCommand, [await file('none.opml', 'hello')], { db })).toMatchObject({ code: 1 });
});
