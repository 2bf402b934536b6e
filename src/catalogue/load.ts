import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Database } from '../store/database.ts';
import { upsertCatalogue } from '../store/feeds.ts';

/** Sources that we are less sure of are off until somebody asks for them. */
const leastConfidence = 0.6;

const webAddress = z.url({ protocol: /^https?$/ });

export const sourceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: z.string().min(1),
  homepage: webAddress,
  feed: webAddress,
  /** BCP 47. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/),
  kind: z.enum(['lab', 'research', 'news', 'community', 'newsletter', 'blog', 'government']),
  topics: z.array(z.string()).min(1),
  /** 0–1: how sure we are that the feed is there and is what it says. */
  confidence: z.number().min(0).max(1),
});
export type Source = z.infer<typeof sourceSchema>;

export const topicSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  labels: z.strictObject({ en: z.string(), ja: z.string(), 'zh-TW': z.string(), ko: z.string(), th: z.string() }),
  /** What people also call it, in any language. */
  aka: z.array(z.string().min(1)),
  keywords: z.array(z.string().min(1)).min(1),
});
export type Topic = z.infer<typeof topicSchema>;

export interface Catalogue {
  sources: Source[];
  topics: Topic[];
}

/** The catalogue that we ship. @throws ZodError where a file is not what it should be. */
export async function loadCatalogue(): Promise<Catalogue> {
  const [sources, topics] = await Promise.all([readJson('sources.json'), readJson('topics.json')]);
  return { sources: z.array(sourceSchema).parse(sources), topics: z.array(topicSchema).parse(topics) };
}

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8'));
}

/**
 * Brings the feeds' rows up to this catalogue: new sources come, addresses and names that we mended are mended, and
 * what an operator has changed stays. One statement, that writes only what differs: it runs at every start.
 */
export async function syncCatalogue(db: Database, { sources }: Catalogue): Promise<{ added: number; changed: number }> {
  return upsertCatalogue(
    db,
    sources.map(({ id, name, homepage, feed, language, kind, topics, confidence }) => ({
      catalogue_id: id,
      name,
      homepage,
      url: feed,
      language,
      kind,
      topics,
      confidence,
      state: confidence < leastConfidence ? 'off' : 'active',
    })),
  );
}
