/**
 * Reads the articles of an outlet: one file each, `src/samples/<outlet>/<slug>.md`. The head is `name: value` lines up
 * to an empty line; then paragraphs, with an empty line between them, and `## ` before a heading.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Outlet } from './outlets.ts';

export interface SampleArticle {
  outlet: Outlet;
  /** Its file's name: with the outlet's id it makes the article's id, `copperline/paperknife`. */
  slug: string;
  title: string;
  author: string;
  publishedAt: Date;
  topics: string[];
  /** A file in `images`, with its caption. */
  image: { file: string; caption: string } | null;
  /** Only its beginning is shown to those who have not paid. */
  paywall: boolean;
  /** Paragraphs and headings, in order. */
  body: { kind: 'paragraph' | 'heading'; text: string }[];
}

/** @returns all articles of the outlet, the newest first, with dates that count back from `start`. */
export function readArticles(outlet: Outlet, start: Date): SampleArticle[] {
  const folder = new URL(`./${outlet.id}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => parseArticle(outlet, file.slice(0, -3), readFileSync(new URL(file, folder), 'utf8'), start))
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}

function parseArticle(outlet: Outlet, slug: string, text: string, start: Date): SampleArticle {
  const [head = '', ...blocks] = text.trim().split(/\n{2,}/u);
  const field = Object.fromEntries(head.split('\n').map((line) => line.split(/: (.*)/su, 2) as [string, string]));
  return {
    outlet,
    slug,
    title: field.title ?? '',
    author: field.author ?? '',
    publishedAt: new Date(start.getTime() - Number(field.minutesAgo) * 60_000),
    topics: (field.topics ?? '').split(', '),
    image: field.image === undefined ? null : { file: field.image, caption: field.caption ?? '' },
    paywall: field.paywall === 'yes',
    body: blocks.map((block) =>
      block.startsWith('## ') ? { kind: 'heading', text: block.slice(3) } : { kind: 'paragraph', text: block },
    ),
  };
}

/** What a visitor can read of it: all, or the first two paragraphs before a paywall. */
export function readablePart(article: SampleArticle): SampleArticle['body'] {
  return article.paywall ? article.body.slice(0, 2) : article.body;
}

/** The beginning of the first paragraph, as feeds shorten it: at most 200 characters, half as many in Japanese and Chinese. */
export function excerpt(article: SampleArticle): string {
  const text = article.body[0]?.text ?? '';
  const limit = article.outlet.language === 'en' ? 200 : 100;
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  return `${article.outlet.language === 'en' ? cut.slice(0, cut.lastIndexOf(' ')) : cut}…`;
}
