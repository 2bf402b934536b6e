import type { Identity } from '../article/identity.ts';
import type { KnownEntry } from '../store/entries.ts';
import type { ParsedEntry } from './parsed.ts';

/** An entry and what tells it apart. */
export interface IdentifiedEntry extends Identity {
  entry: ParsedEntry;
}

export interface News {
  /** Become articles. */
  articles: IdentifiedEntry[];
  /** Known by identity, page or text, and changed; `article` is the one to edit. */
  edited: (IdentifiedEntry & { article: number })[];
  /** Only to be remembered: too old, too many, or known under another guid (`article`). */
  remembered: (IdentifiedEntry & { article: number | null })[];
}

const dayMs = 86_400_000;
const atFirst = { withinMs: dayMs, most: 30, undated: false };
const later = { withinMs: 7 * dayMs, most: 60, undated: true };
/** Shorter texts are repeated in earnest: "Daily report". */
const tellingLength = 60;

/**
 * What of a document is news. The first reading of a feed is a baseline: only its last day's entries become articles.
 * What comes back re-dated, re-guided or edited is not new.
 */
export function sortNews(entries: IdentifiedEntry[], known: KnownEntry[], now: Date, baseline: boolean): News {
  const find = finder(entries, known);
  const news: News = { articles: [], edited: [], remembered: [] };
  const fresh: IdentifiedEntry[] = [];
  for (const each of entries) {
    const match = find(each);
    if (match === undefined) fresh.push(each);
    else if (match.content_hash !== each.contentHash && match.article_id !== null)
      news.edited.push({ ...each, article: match.article_id });
    else if (match.identity !== each.identity || match.content_hash !== each.contentHash)
      news.remembered.push({ ...each, article: match.article_id });
  }
  const limits = baseline ? atFirst : later;
  const recent = fresh
    .filter(({ entry }) => isRecent(entry, now, limits))
    .sort((a, b) => dateOf(b, now) - dateOf(a, now));
  news.articles = recent.slice(0, limits.most);
  const chosen = new Set(news.articles);
  news.remembered.push(...fresh.filter((each) => !chosen.has(each)).map((each) => ({ ...each, article: null })));
  return news;
}

function finder(entries: IdentifiedEntry[], known: KnownEntry[]): (entry: IdentifiedEntry) => KnownEntry | undefined {
  const here = new Set(entries.map(({ identity }) => identity));
  const byIdentity = new Map(known.map((each) => [each.identity, each]));
  // One that is still in the document under its own identity is another entry, however alike.
  const gone = known.filter(({ identity }) => !here.has(identity));
  const byUrl = new Map(gone.map((each) => [each.url, each]));
  const byContent = new Map(gone.map((each) => [each.content_hash, each]));
  return ({ identity, canonicalUrl, contentHash, entry }) =>
    byIdentity.get(identity) ??
    (canonicalUrl === null ? undefined : byUrl.get(canonicalUrl)) ??
    (entry.title.length + (entry.content?.length ?? 0) < tellingLength ? undefined : byContent.get(contentHash));
}

function isRecent({ published, updated }: ParsedEntry, now: Date, { withinMs, undated }: typeof atFirst): boolean {
  const date = published ?? updated;
  return date === null ? undated : now.getTime() - date.getTime() <= withinMs;
}

function dateOf({ entry }: IdentifiedEntry, now: Date): number {
  return publishedAt(entry, now).getTime();
}

/** Nothing is published in the future; what tells no date is as old as our knowledge of it. */
export function publishedAt({ published, updated }: ParsedEntry, now: Date): Date {
  const date = published ?? updated ?? now;
  return date > now ? now : date;
}
