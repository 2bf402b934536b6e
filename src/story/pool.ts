/** The candidates of one morning, indexed once for all channels: by topic, by feed, and by the words in them. */
import { type Candidate, independentSources, inLanguage } from './candidate.ts';
import { matches, parseQuery, type Query, type Term } from './query.ts';

export interface Pool {
  candidates: Candidate[];
  /** Points that are the same for every channel: how many sources tell it, how new it is. */
  base: Float32Array;
  /** Scratch space of one number a candidate; all NaN between uses. */
  scratch: Float32Array;
  /** Likewise; all 0 between uses. */
  counts: Uint16Array;
  /** 1 for each candidate that an article tells in this language. */
  toldIn(language: string): Uint8Array;
  byTopic(topic: string): number[];
  byFeed(feed: string): number[];
  /** Where at least one article fits the query; none where the query cannot be read. */
  byQuery(query: string): number[];
}

const pools = new WeakMap<Candidate[], { at: number; pool: Pool }>();

/** Many channels ask within the same minutes: their candidates are weighed once for all of them. */
const sameTimeMs = 300_000;
/** So few are looked through faster than they are indexed. */
const fewCandidates = 300;

/** @returns the same pool for the same array; points of age are those of the last full five minutes. */
export function poolOf(candidates: Candidate[], now: Date): Pool {
  const at = Math.floor(now.getTime() / sameTimeMs) * sameTimeMs;
  const known = pools.get(candidates);
  if (known?.at === at) return known.pool;
  const base = Float32Array.from(candidates, (one) => sourcePoints(one) + recencyPoints(one, new Date(at)));
  const pool = { ...(known?.pool ?? createIndex(candidates)), base };
  pools.set(candidates, { at, pool });
  return pool;
}

export function sourcePoints(candidate: Candidate): number {
  const weight = independentSources(candidate.articles).reduce((sum, weight) => sum + Math.min(weight, 2), 0);
  return 1.6 * Math.log2(1 + weight);
}

/** 3 points for what is told now, half of it for what was told 18 hours ago. */
export function recencyPoints(candidate: Candidate, now: Date): number {
  const hours = Math.max(0, now.getTime() - candidate.lastAt.getTime()) / 3_600_000;
  return 3 * 0.5 ** (hours / 18);
}

function createIndex(candidates: Candidate[]): Omit<Pool, 'base'> {
  const topics = grouped(candidates, ({ topics }) => Object.keys(topics));
  const feeds = grouped(candidates, ({ articles }) => articles.map(({ feed }) => String(feed)));
  const languages = new Map<string, Uint8Array>();
  const queries = new Map<string, number[]>();
  let words: Map<string, number[]> | null = null;

  function find(text: string): number[] {
    const query = parseQuery(text);
    if ('error' in query) return [];
    const fits = (index: number) => candidates[index]!.articles.some(({ searchable }) => matches(query, searchable));
    if (candidates.length <= fewCandidates) return [...candidates.keys()].filter(fits);
    words ??= grouped(candidates, ({ articles }) => articles.flatMap(({ searchable }) => keysOf(searchable.folded)));
    const found = lookedFor(query, words, candidates.length);
    const doubtful = doubtfulOf(query, words, found);
    return found.filter((index) => !doubtful.has(index) || fits(index));
  }

  return {
    candidates,
    scratch: new Float32Array(candidates.length).fill(Number.NaN),
    counts: new Uint16Array(candidates.length),
    toldIn: (language) =>
      languages.getOrInsertComputed(language, () =>
        Uint8Array.from(candidates, (one) => Number(inLanguage(one, language))),
      ),
    byTopic: (topic) => topics.get(topic) ?? [],
    byFeed: (feed) => feeds.get(feed) ?? [],
    byQuery: (text) => queries.getOrInsertComputed(text, find),
  };
}

function grouped(candidates: Candidate[], keysOf: (candidate: Candidate) => Iterable<string>): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  candidates.forEach((candidate, index) => {
    for (const key of new Set(keysOf(candidate))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [index]);
      else group.push(index);
    }
  });
  return groups;
}

/** The fewest candidates that can fit: those of the query's rarest required term. */
function lookedFor(query: Query, words: Map<string, number[]>, size: number): number[] {
  let fewest: number[] | null = null;
  for (const any of query.all) {
    const found = any.every((term) => keyOf(term) !== null)
      ? union(any.map((term) => words.get(keyOf(term)!) ?? []))
      : null;
    if (found !== null && (fewest === null || found.length < fewest.length)) fewest = found;
  }
  return fewest ?? Array.from({ length: size }, (_, index) => index);
}

/** Those of `found` whose text must be looked at: the index tells the rest. */
function doubtfulOf(query: Query, words: Map<string, number[]>, found: number[]): Set<number> {
  if (!isPlain(query)) return new Set(found);
  return new Set(query.none.flatMap((term) => words.get(keyOf(term) ?? '') ?? (keyOf(term) === null ? found : [])));
}

/** One word, or any of several: where the index has it, it stands in the text. */
function isPlain({ all, languages, sources }: Query): boolean {
  const [any = []] = all;
  const whole = ({ text, exact }: Term) => exact === null && keyOf({ text, exact }) === text;
  return all.length === 1 && any.every(whole) && languages.length === 0 && sources.length === 0;
}

function union(groups: number[][]): number[] {
  return groups.length === 1 ? groups[0]! : [...new Set(groups.flat())];
}

const spacedRun = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]+/gu;
const unspacedRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]+/gu;

/** Words of spaced scripts, with and without a plural's ending; others by pairs of characters. */
function keysOf(folded: string): string[] {
  const keys: string[] = [];
  for (const [word] of folded.matchAll(spacedRun)) {
    keys.push(word);
    if (word.endsWith('s')) keys.push(word.slice(0, -1));
    if (word.endsWith('es')) keys.push(word.slice(0, -2));
  }
  for (const [run] of folded.matchAll(unspacedRun))
    for (let at = 0; at + 2 <= run.length; at++) keys.push(run.slice(at, at + 2));
  return keys;
}

/** A key that every text with this term has; null where there is none. */
function keyOf({ text }: Term): string | null {
  const spaced = text.match(spacedRun)?.[0];
  if (spaced !== undefined && text.startsWith(spaced)) return spaced;
  const unspaced = text.match(unspacedRun)?.[0] ?? '';
  return unspaced.length >= 2 ? unspaced.slice(0, 2) : null;
}
