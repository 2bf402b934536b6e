/**
 * Which topics an article belongs to, and why. Keywords are matched as they are written: ASCII on word boundaries, a
 * capital where the keyword has one (`AI` is not in `Ai Weiwei`, `Arm` not in `arm`), other scripts as substrings.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { createMatcher } from './topic-matcher.ts';
import words from './topic-words.json' with { type: 'json' };

/** Topics that are part of a wider one, and how much of their score it gets. */
const within: Record<string, string> = { llm: 'ai', 'open-weights': 'ai', 'ai-research': 'ai', 'ai-safety': 'ai' };
const widerShare = 0.7;

export interface CatalogueTopic {
  id: string;
  /** By language. */
  labels: Record<string, string>;
  /** What people also call it, in any language. */
  aka?: string[];
  keywords: string[];
}

export interface TopicSource {
  title: string;
  text: string;
  categories: string[];
  /** Topics that its feed is filed under. */
  feedTopics: string[];
}

export interface TopicMatch {
  id: string;
  /** 0–1. */
  score: number;
  /** What spoke for it: `feed`, `category: AI`, `title: GPU`, `text: 半導体`. */
  why: string[];
}

export interface Topics {
  /** The catalogue's and the operator's. */
  all: CatalogueTopic[];
  /** Topics with a score of at least 0.28, the best first. */
  topicsOf(source: TopicSource): TopicMatch[];
}

const least = 0.28;
const inTitle = 0.55;
/** Said once, twice, or more often: a passing word makes no topic. */
const inText = [0.16, 0.3, 0.38];
const inCategory = 0.6;
/** A capital that may only begin a sentence: a topic only where more speaks for it. */
const titleGuess = 0.25;
const textGuess = 0.12;
const mostText = 3_000;

export function createTopics(catalogue: CatalogueTopic[], operator: CatalogueTopic[] = []): Topics {
  const all = merged(catalogue, operator);
  const keywords = all.flatMap(({ id, keywords, labels }) =>
    [...new Set([...keywords, ...(extra[id] ?? []), ...Object.values(labels).filter(isPhrase)])].map((word) => ({
      id,
      word,
    })),
  );
  const find = createMatcher(keywords);
  const byLabel = labelIndex(all);
  const known = new Set(all.map(({ id }) => id));

  function topicsOf({ title, text, categories, feedTopics }: TopicSource): TopicMatch[] {
    const matches = new Map<string, { miss: number; why: string[] }>();
    const add = (id: string, weight: number, why: string) => {
      const match = matches.get(id) ?? { miss: 1, why: [] };
      matches.set(id, { miss: match.miss * (1 - weight), why: [...match.why, why] });
    };
    for (const id of feedTopics) add(id, feedWeight(feedTopics.length), 'feed');
    for (const category of categories)
      for (const id of byCategory(category)) add(id, inCategory, `category: ${category}`);
    const seen = new Set<string>();
    for (const { id, word, sure } of find(title)) {
      seen.add(`${id} ${word}`);
      add(id, sure ? inTitle : titleGuess, `title: ${word}`);
    }
    for (const { id, word, sure, count } of find(text.slice(0, mostText)))
      if (!seen.has(`${id} ${word}`)) add(id, sure ? inText[Math.min(count, 3) - 1]! : textGuess, `text: ${word}`);
    for (const [id, wider] of Object.entries(within)) {
      const match = matches.get(id);
      if (match !== undefined && known.has(wider)) add(wider, (1 - match.miss) * widerShare, `topic: ${id}`);
    }
    return [...matches]
      .map(([id, { miss, why }]) => ({ id, score: Math.round((1 - miss) * 100) / 100, why }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
  }

  function byCategory(category: string): string[] {
    const label = byLabel.get(category.trim().toLowerCase());
    return label === undefined ? [...new Set(find(category).map(({ id }) => id))] : [label];
  }

  return { all, topicsOf };
}

const operatorTopics = z.array(
  z.object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    labels: z.record(z.string(), z.string()),
    aka: z.array(z.string().min(1)).default([]),
    keywords: z.array(z.string().min(2)),
  }),
);

/**
 * An operator's own topics, in the shape of the catalogue's; an id of the catalogue's adds keywords to it.
 *
 * @throws Error that says what is wrong with the file
 */
export async function readOperatorTopics(path: string): Promise<CatalogueTopic[]> {
  const read = operatorTopics.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!read.success) throw new Error(`topics file ${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}

const extra: Record<string, string[]> = words;

function merged(catalogue: CatalogueTopic[], operator: CatalogueTopic[]): CatalogueTopic[] {
  const byId = new Map(catalogue.map((topic) => [topic.id, topic]));
  for (const topic of operator) {
    const known = byId.get(topic.id);
    const keywords = [...(known?.keywords ?? []), ...topic.keywords];
    const aka = [...(known?.aka ?? []), ...(topic.aka ?? [])];
    byId.set(topic.id, { ...topic, labels: { ...known?.labels, ...topic.labels }, aka, keywords });
  }
  return [...byId.values()];
}

/** A feed of one topic is about it; one of five is about some of them. */
function feedWeight(topics: number): number {
  return topics <= 1 ? 0.55 : topics <= 3 ? 0.42 : 0.32;
}

/** A label such as `Science` is too common a word to be looked for in a text; `Large language models` is not. */
function isPhrase(label: string): boolean {
  return !/[（(]/.test(label) && (/ /.test(label) ? label.split(' ').length >= 3 : false) && !/ and /.test(label);
}

function labelIndex(topics: CatalogueTopic[]): Map<string, string> {
  return new Map(
    topics.flatMap(({ id, labels }) =>
      [id, ...Object.values(labels)].map((label) => [label.toLowerCase(), id] as const),
    ),
  );
}
