import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { askCommand } from '../../src/cli/ask.ts';
import { briefCommand } from '../../src/cli/brief.ts';
import type { Command, Io } from '../../src/cli/command.ts';
import { sampleText } from '../answer/sample-articles.ts';

const folder = mkdtempSync(join(tmpdir(), 'brief-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { title, sentences } = sampleText('meridian-wire/kestrel-3', 'en');
const article = file('article.txt', [title, ...sentences].join('\n\n'));
const page = file(
  'page.html',
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${sentences.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(
  command: Command,
  args: string[],
  json = false,
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: [] as string[], err: [] as string[] };
  const io: Io = {
    json,
    env: {},
    now: () => new Date('2026-11-23T06:30:00Z'),
    out: (text) => void said.out.push(text),
    err: (text) => void said.err.push(text),
    progress: () => {},
    open: () => Promise.reject(new Error('needs no database')),
  };
  return { code: await command.run(args, io), out: said.out.join('\n'), err: said.err.join('\n') };
}

test.for([article, page])('brief writes every section of %s', async (path) => {
  const { code, out } = await run(briefCommand(), [path]);
  expect(code).toBe(0);
  // Why it matters is left out: no sentence of this article says so in plain words.
  for (const title of ['Extract', 'Key takeaway', 'What happened', 'What to watch']) expect(out).toContain(title);
});

test('brief as JSON is the brief itself', async () => {
  const { out } = await run(briefCommand(), [article], true);
  expect(JSON.parse(out)).toMatchObject({ method: 'extract', language: 'en', gist: { text: sentences[0] } });
});

test('ask shows the passages, and how sure it is, as JSON', async () => {
  const { out } = await run(askCommand(), [article, 'How many parameters does Kestrel 3 have?'], true);
  const answer = JSON.parse(out);
  expect(answer).toMatchObject({ refused: false, verdict: 'passages' });
  expect(answer.passages[0].text).toContain('34 billion parameters');
  expect(answer.confidence).toBeGreaterThan(0.3);
  expect(answer.closest).toHaveLength(3);
});

test('ask refuses what is not there', async () => {
  const { code, out } = await run(askCommand(), [article, 'Who won the football match in Brazil?']);
  expect(code).toBe(0);
  expect(out).toContain('The article does not say.');
});

test('ask takes a file of questions', async () => {
  const list = file('questions.txt', 'How many parameters does Kestrel 3 have?\n\nWho led the test at Pinefield?\n');
  const { out } = await run(askCommand(), [article, '--questions', list], true);
  expect(JSON.parse(out)).toHaveLength(2);
});

test('what is asked for wrongly says how to ask', async () => {
  expect(await run(briefCommand(), [])).toMatchObject({
    code: 2,
    err: expect.stringContaining('brief <file or address>'),
  });
  expect(await run(briefCommand(), [article, '--language', 'xx'])).toMatchObject({ code: 2 });
  expect(await run(askCommand(), [article])).toMatchObject({ code: 2, err: expect.stringContaining('question') });
});

test('a file that is not there, or empty, is told', async () => {
  expect(await run(briefCommand(), [join(folder, 'none.txt')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('no such file'),
  });
  expect(await run(askCommand(), [article, '--questions', join(folder, 'none.txt')])).toMatchObject({ code: 1 });
  expect(await run(briefCommand(), [file('empty.txt', ' \n')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('no text'),
  });
});
