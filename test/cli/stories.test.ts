import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Io } from '../../src/cli/command.ts';
import { storiesCommand, topicsCommand } from '../../src/cli/stories.ts';

function anIo(json = true) {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    json,
    progress: () => {},
    now: () => new Date('2026-11-20T08:00:00Z'),
    env: {},
    open: () => Promise.reject(new Error('no database is needed')),
  };
  return { io, out, err };
}

async function aFile(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'stories-')), 'file');
  await writeFile(path, text);
  return path;
}

test('stories prints each article’s story in the order of the file, whatever is missing', async () => {
  const lines = [
    {
      id: 'b',
      title: 'Trains halted after Hualien quake of magnitude 6.2',
      text: 'A magnitude 6.2 quake near Hualien halted trains in Taiwan.',
      publishedAt: '2026-11-20T05:00:00Z',
      language: 'en',
      feed: 'B',
    },
    { id: 7, title: 'Cheese of the year named', text: 'A Gruyère won.' },
    {
      id: 'a',
      title: 'Magnitude 6.2 earthquake shakes Hualien',
      text: 'An earthquake of magnitude 6.2 shook Hualien in Taiwan; trains stopped.',
      publishedAt: '2026-11-20T04:00:00Z',
      url: 'https://a.example/1?utm_source=x',
    },
    { id: 'c', title: 'Another headline', text: '', url: 'https://a.example/1', publishedAt: 'yesterday' },
  ];
  const { io, out } = anIo();
  expect(
    await storiesCommand.run([await aFile(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n`)], io),
  ).toBe(0);

  const printed = out.map((line) => JSON.parse(line) as { id: string | number; story: string });
  expect(printed.map(({ id }) => id)).toEqual(['b', 7, 'a', 'c']);
  const story = new Map(printed.map(({ id, story }) => [id, story]));
  expect(story.get('b')).toBe(story.get('a'));
  expect(story.get('c')).toBe(story.get('a'));
  expect(story.get(7)).not.toBe(story.get('a'));
});

test('stories says which line it cannot read', async () => {
  const { io, err } = anIo();
  expect(await storiesCommand.run([await aFile('{"id":"a"}\nnot json\n')], io)).toBe(1);
  expect(err.join()).toContain('line 2');
  expect(await storiesCommand.run(['/nowhere/at/all'], io)).toBe(1);
  expect(await storiesCommand.run([], io)).toBe(2);
});

test('topics prints the topics of a text, and of JSON, with what spoke for them', async () => {
  const { io, out } = anIo(false);
  await topicsCommand.run([await aFile('TSMC and NVIDIA widen GPU supply\n\nThe foundry adds capacity.')], io);
  expect(out[0]).toMatch(/^0\.\d\d {2}chips {2}title: /);

  const json = anIo();
  await topicsCommand.run([await aFile(JSON.stringify({ title: 'Notes', feedTopics: ['space'] }))], json.io);
  expect(JSON.parse(json.out[0]!)).toEqual([{ id: 'space', score: 0.55, why: ['feed'] }]);
});
