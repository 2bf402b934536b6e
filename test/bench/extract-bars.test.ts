/** The article beside the repository, whose page by another hand the brief has to match section by section. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { extractBrief } from '../../src/brief/extract.ts';
import { readGauges } from '../../src/brief/gauge.ts';
import type { Io } from '../../src/cli/command.ts';
import { readStoryFile } from '../../src/cli/story-file.ts';

const article = fileURLToPath(new URL('../../../shared/seeds/article.txt', import.meta.url));

const quiet: Io = {
  json: false,
  env: {},
  now: () => new Date('2026-11-23T06:30:00Z'),
  out: () => {},
  err: () => {},
  progress: () => {},
  open: () => Promise.reject(new Error('needs no database')),
};

test.skipIf(!existsSync(article))('the seed article fills every section (waits for ../shared/seeds)', async () => {
  const read = await readStoryFile(article, quiet);
  if (read.kind === 'failed') throw new Error(read.reason);
  const { story, articles } = read.text;
  const { brief } = extractBrief({ story: { ...story, topics: { ai: 1 } }, articles }, readGauges());
  expect(brief.takeaway).toHaveLength(2);
  expect(brief.points.map(({ kind }) => kind)).toEqual(['happened', 'matters', 'watch']);
  expect(brief.faq).toHaveLength(3);
  expect(brief.gauges).toMatchObject([{ scores: [5, 0], verdict: 0, estimate: true }]);
  const said = [brief.gist, ...brief.takeaway, ...brief.points].map(({ text }) => text);
  expect(new Set(said).size).toBe(6);
});
