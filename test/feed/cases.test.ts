import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFeed } from '../../src/feed/parse-feed.ts';
import type { ParsedEntry, ParsedFeed } from '../../src/feed/parsed.ts';

const file = new URL('../../../shared/evals/feed-cases.json', import.meta.url);

interface Check {
  scope: 'feed' | 'item' | 'len';
  idx: number | null;
  field: string | null;
  value: string | number;
  kind: 'text' | 'date' | 'instant' | 'len';
}

/** Documents of two feed readers' test suites, and the share of them that is read as those readers' authors meant. */
test.skipIf(!existsSync(file))(
  'reads at least 95% of the cases in ../shared/evals/feed-cases.json (skipped where that file is missing)',
  async () => {
    const cases: { url: string; headers: Record<string, string>; body: string; checks: Check[] }[] = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    let held = 0;
    for (const { url, headers, body, checks } of cases) {
      const feed = await parseFeed(Buffer.from(body, 'base64'), { url, contentType: headers['content-type'] ?? null });
      if (checks.every((check) => holds(check, feed))) held++;
    }
    console.log(`feed cases: ${held} of ${cases.length} (${((100 * held) / cases.length).toFixed(1)}%)`);
    expect(held / cases.length).toBeGreaterThanOrEqual(0.95);
  },
);

function holds(check: Check, feed: ParsedFeed): boolean {
  if (check.kind === 'len') return feed.entries.length === check.value;
  const scope = check.scope === 'feed' ? feed : feed.entries[check.idx ?? 0];
  return scope !== undefined && valuesOf(scope, check.field!).some((value) => matches(value, check));
}

function valuesOf(scope: ParsedFeed | ParsedEntry, field: string): unknown[] {
  const entry = scope as ParsedEntry;
  if (field === 'any_content') return [entry.content, entry.summary];
  if (field === 'any_desc') return [entry.summary, entry.content];
  if (field === 'any_date') return [entry.published, entry.updated];
  if (field === 'enclosure') return [entry.enclosures[0]?.url];
  return [scope[field as keyof typeof scope]];
}

function matches(value: unknown, { kind, value: wanted }: Check): boolean {
  if (value instanceof Date) return value.getTime() === (kind === 'instant' ? wanted : new Date(wanted).getTime());
  return plain(String(value ?? '')) === plain(String(wanted));
}

function plain(text: string): string {
  const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => characters[entity]!)
    .replace(/\s+/g, ' ')
    .trim();
}
