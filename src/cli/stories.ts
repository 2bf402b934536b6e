/** `stories` and `topics`: clustering and topics by hand, without a database. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { canonicalUrl } from '../article/identity.ts';
import { detectLanguage } from '../article/language.ts';
import catalogue from '../catalogue/topics.json' with { type: 'json' };
import { type ClusterItem, createClusterer } from '../story/cluster.ts';
import { createTopics, readOperatorTopics } from '../story/topics.ts';
import { type Command, type Io, misused } from './command.ts';
import { fileTrouble } from './reading.ts';

const line = z.object({
  id: z.union([z.string(), z.number()]),
  url: z.string().nullish(),
  title: z.string().default(''),
  text: z.string().default(''),
  language: z.string().nullish(),
  publishedAt: z.coerce.date().nullish().catch(null),
  feed: z.union([z.string(), z.number()]).nullish(),
});
type Line = z.infer<typeof line>;

export const storiesCommand: Command = {
  name: 'stories',
  usage: '<articles.jsonl> [--json]',
  summary: 'gathers articles (a line each: id, url, title, text, language, publishedAt, feed) into stories',
  async run(args, io) {
    const [path, ...more] = args;
    if (path === undefined || more.length > 0) return misused(io, storiesCommand, 'Name one file.');
    const lines = await readLines(path, io);
    if (lines === null) return 1;
    const placed = placeAll(lines, io);
    if (io.json) for (const row of lines) io.out(JSON.stringify({ id: row.id, story: placed.get(row) }));
    else printStories(lines, placed, io);
    return 0;
  },
};

export const topicsCommand: Command = {
  name: 'topics',
  usage: '<file> [--json]',
  summary: 'the topics of an article (text, or JSON with title, text, categories, feedTopics) and why',
  async run(args, io) {
    const [path, ...more] = args;
    if (path === undefined || more.length > 0) return misused(io, topicsCommand, 'Name one file.');
    const text = await readText(path, io);
    if (text === null) return 1;
    const operator = io.env.TOPICS_FILE ? await readOperatorTopics(io.env.TOPICS_FILE) : [];
    const found = createTopics(catalogue, operator).topicsOf(articleFrom(text));
    if (io.json) io.out(JSON.stringify(found));
    else if (found.length === 0) io.out('No topic.');
    else for (const { id, score, why } of found) io.out(`${score.toFixed(2)}  ${id}  ${why.join(', ')}`);
    return 0;
  },
};

/** @returns null, and says why, where a line cannot be read */
async function readLines(path: string, io: Io): Promise<Line[] | null> {
  const text = await readText(path, io);
  if (text === null) return null;
  const lines: Line[] = [];
  for (const [index, row] of text.split('\n').entries()) {
    if (row.trim() === '') continue;
    const read = line.safeParse(parseJson(row));
    if (!read.success) {
      io.err(`${path}, line ${index + 1}: ${z.prettifyError(read.error)}`);
      return null;
    }
    lines.push(read.data);
  }
  return lines;
}

async function readText(path: string, io: Io): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    io.err(`${path} could not be read: ${fileTrouble(error)}`);
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** In the order in which they were published, as feeds bring them. @returns each line's story */
function placeAll(lines: Line[], io: Io): Map<Line, string> {
  let count = 0;
  const clusterer = createClusterer({ newStoryId: () => `story-${++count}` });
  const placed = new Map<string, string>();
  const timed = lines.map((row, index) => ({ row, index, at: row.publishedAt ?? io.now() }));
  timed.sort((a, b) => a.at.getTime() - b.at.getTime() || a.index - b.index);
  for (const [done, { row, index, at }] of timed.entries()) {
    const item = itemOf(row, index, at);
    const { story, moved } = clusterer.place(item);
    placed.set(item.id, story);
    for (const move of moved) placed.set(move.item, move.to);
    if (done % 500 === 0) io.progress(done, lines.length, 'articles');
  }
  return new Map(lines.map((row, index) => [row, placed.get(`${index} ${row.id}`)!]));
}

function itemOf({ id, url, title, text, language }: Line, index: number, publishedAt: Date): ClusterItem {
  return {
    id: `${index} ${id}`,
    title,
    text,
    language: languageOf(language, `${title}\n${text}`),
    publishedAt,
    address: addressOf(url),
  };
}

function languageOf(declared: string | null | undefined, text: string): string {
  return declared || detectLanguage(text);
}

function addressOf(url: string | null | undefined): string | null {
  return url && URL.canParse(url) ? canonicalUrl(url) : null;
}

function printStories(lines: Line[], placed: Map<Line, string>, io: Io): void {
  const groups = Map.groupBy(lines, (row) => placed.get(row)!);
  for (const [story, members] of [...groups].sort((a, b) => b[1].length - a[1].length)) {
    io.out(`${story} (${members.length})`);
    for (const { id, title, feed } of members) io.out(`  ${id}  ${title}${feed ? ` – ${feed}` : ''}`);
  }
}

function articleFrom(text: string) {
  const shape = z.object({
    title: z.string().default(''),
    text: z.string().default(''),
    categories: z.array(z.string()).default([]),
    feedTopics: z.array(z.string()).default([]),
  });
  const read = shape.safeParse(parseJson(text));
  if (read.success) return read.data;
  const [title = '', ...rest] = text.trim().split('\n');
  return { title, text: rest.join('\n'), categories: [], feedTopics: [] };
}
