/**
 * Ten mornings of news of our own writing, labelled by event: `mornings/NN.txt`.
 *
 * `# event` begins an event, `*` behind it marks a story that the morning must have; the same name on a later morning
 * is the same event. `language|source|hours before 08:00|title|body` is an article. `=|source|hours` is the article
 * above it, syndicated: another headline prefix, a credit line, the last sentence cut.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface LabelledArticle {
  id: string;
  event: string;
  must: boolean;
  /** From 0. */
  morning: number;
  source: string;
  language: string;
  title: string;
  text: string;
  publishedAt: Date;
}

const folder = new URL('./mornings/', import.meta.url);
const firstMorning = Date.parse('2026-11-20T08:00:00Z');
const hour = 3_600_000;

/** In the order in which they were published. */
export function readMornings(): LabelledArticle[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  return files
    .flatMap((name, morning) => readMorning(readFileSync(new URL(name, folder), 'utf8'), morning))
    .sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || a.id.localeCompare(b.id));
}

export function timeOf(morning: number): Date {
  return new Date(firstMorning + morning * 24 * hour);
}

function readMorning(text: string, morning: number): LabelledArticle[] {
  const articles: LabelledArticle[] = [];
  let event = '';
  let must = false;
  for (const line of text.split('\n').filter((line) => line !== '')) {
    const heading = /^# (\S+)( \*)?$/.exec(line);
    if (heading !== null) {
      event = heading[1]!;
      must = heading[2] !== undefined;
      continue;
    }
    const [language = '', source = '', hours = '', title = '', body = ''] = line.split('|');
    const id = `${morning + 1}-${articles.length + 1}`;
    const publishedAt = new Date(timeOf(morning).getTime() - Number(hours) * hour);
    const place = { id, event, must, morning, source, publishedAt };
    if (language === '=') articles.push({ ...syndicated(articles.at(-1)!, source), ...place });
    else articles.push({ ...place, language, title, text: body });
  }
  return articles;
}

function syndicated(article: LabelledArticle, source: string): LabelledArticle {
  const sentences = article.text.split(/(?<=[.。])\s*/u);
  const kept = sentences.length > 2 ? sentences.slice(0, -1) : sentences;
  return { ...article, title: `${article.title} – ${source}`, text: `(${article.source}) ${kept.join(' ')}` };
}

/** B-cubed precision, recall and their harmonic mean. @see Bagga and Baldwin 1998 */
export function bCubed(items: { truth: string; story: string }[]): { precision: number; recall: number; f1: number } {
  const byStory = Map.groupBy(items, ({ story }) => story);
  const byTruth = Map.groupBy(items, ({ truth }) => truth);
  const mean = (share: (item: { truth: string; story: string }) => number) =>
    items.reduce((sum, item) => sum + share(item), 0) / items.length;
  const shared = (item: { truth: string; story: string }) =>
    byStory.get(item.story)!.filter(({ truth }) => truth === item.truth).length;
  const precision = mean((item) => shared(item) / byStory.get(item.story)!.length);
  const recall = mean((item) => shared(item) / byTruth.get(item.truth)!.length);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
