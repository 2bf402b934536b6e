/**
 * Places new articles into stories, in the order in which they came, and keeps the stories' rows true.
 *
 * One process does it at a time, under a lock in the database; everything of a batch is written in one transaction, so
 * that a killed process leaves nothing half done. The index in memory is only a reading of the last 72 hours of rows:
 * after a restart it is read anew, and what other processes have placed meanwhile is caught up with.
 */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { FeedId, StoryId } from '../model.ts';
import type { Database } from '../store/database.ts';
import {
  anyUnplaced,
  lastVersion,
  lockPlacing,
  type PlacedArticle,
  type PlacingRow,
  placedSince,
  recordMerged,
  recordMoved,
  recordPlaced,
  unplacedArticles,
} from '../store/placing.ts';
import { type Clusterer, type ClusterItem, createClusterer, type Placement } from './cluster.ts';
import { refreshStories } from './refresh.ts';
import { searchTerms } from './search-terms.ts';
import type { Topics } from './topics.ts';

export interface PlacingState {
  /** Samples and real news never share a story, nor does what a private feed brings with anything else. */
  real: Clusterer;
  sample: Clusterer;
  private: Map<FeedId, Clusterer>;
  /** The last placing that the index has seen; -1 before the rows were read. */
  version: number;
}

export interface PlacingDeps {
  db: Database;
  state: PlacingState;
  topics: Topics;
  /** Vectors of texts, in order, by a model; a failure is logged and the words alone decide. */
  embed?: ((texts: string[]) => Promise<Float32Array[]>) | null;
  now: () => Date;
  log: Record<'info' | 'warn' | 'error', (fields: object, event: string) => void>;
}

const windowHours = 72;
const batchSize = 400;
/** Articles after which the process may do something else: answers do not wait for placing. */
const breath = 10;

export function createPlacingState(): PlacingState {
  return { real: newClusterer(), sample: newClusterer(), private: new Map(), version: -1 };
}

function newClusterer(): Clusterer {
  return createClusterer({ newStoryId: randomUUID, windowHours });
}

/**
 * Places every article that has no story yet.
 *
 * @returns how many were placed, and the stories that changed; nothing where another process is at it
 */
export async function placeArticles(deps: PlacingDeps): Promise<{ placed: number; touched: StoryId[] }> {
  const touched = new Set<StoryId>();
  let placed = 0;
  for (;;) {
    const batch = (await anyUnplaced(deps.db)) ? await placeBatch(deps) : null;
    if (batch === null) break;
    placed += batch.placed;
    for (const story of batch.touched) touched.add(story);
    if (batch.placed < batchSize) break;
  }
  return { placed, touched: [...touched] };
}

async function placeBatch(
  deps: PlacingDeps,
): Promise<{ placed: number; touched: StoryId[]; stumbled: boolean } | null> {
  const vectors = await embedAhead(deps);
  const started = performance.now();
  let held = false;
  try {
    const batch = await deps.db.transaction().execute(async (tx) => {
      held = await lockPlacing(tx);
      if (!held) return null;
      await catchUp(deps, tx);
      return await placeIn(deps, tx, vectors);
    });
    if (batch !== null)
      deps.log.info(
        { placed: batch.placed, stories: batch.touched.length, ms: Math.round(performance.now() - started) },
        'articles placed',
      );
    // What it stumbled over may stand in the index by half: it is read anew from what the rows have.
    if (batch?.stumbled) Object.assign(deps.state, createPlacingState());
    return batch;
  } catch (error) {
    // The index has seen what the database has not kept: it is read anew. Without the lock it was another's to change.
    if (held) Object.assign(deps.state, createPlacingState());
    throw error;
  }
}

/** Before the lock is taken: a model's answer may take seconds. */
async function embedAhead({ db, embed, log }: PlacingDeps): Promise<Map<number, Float32Array>> {
  if (embed == null) return new Map();
  const rows = await unplacedArticles(db, batchSize);
  try {
    const vectors = await embed(rows.map((row) => `${row.title}\n${textOf(row)}`.slice(0, 2_000).toWellFormed()));
    return new Map(rows.map(({ id }, index) => [id, vectors[index]!]));
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'embedding failed');
    return new Map();
  }
}

async function catchUp(deps: PlacingDeps, tx: Database): Promise<void> {
  const { state, now } = deps;
  const since = new Date(now().getTime() - windowHours * 3_600_000);
  for (const [index, row] of (await placedSince(tx, state.version, since)).entries()) {
    if (index % breath === 0) await setImmediate();
    const put = () =>
      clustererFor(state, row).put(itemOf(row, now()), row.story, String(row.origin), row.newsAt?.getTime());
    unlessStumbled(row, put, undefined, deps);
    state.version = Math.max(state.version, row.version);
  }
  state.version = Math.max(state.version, 0);
}

async function placeIn(deps: PlacingDeps, tx: Database, vectors: Map<number, Float32Array>) {
  const { state, now } = deps;
  const rows = await unplacedArticles(tx, batchSize);
  const version = Math.max(state.version, await lastVersion(tx)) + 1;
  const placements: Placement[] = [];
  let stumbled = false;
  for (const [index, row] of rows.entries()) {
    if (index % breath === 0) await setImmediate();
    const item = { ...itemOf(row, now()), embedding: vectors.get(row.id) ?? null };
    const found = row.pasted
      ? alone(item)
      : unlessStumbled(row, () => clustererFor(state, row).place(item), null, deps);
    if (found === null) stumbled = true;
    placements.push(found ?? alone(item));
  }
  await recordPlaced(
    tx,
    rows.map((row, index) => {
      const bare = { ...placedAt(row, placements[index]!), topics: {}, search: [] };
      return unlessStumbled(row, () => placedArticle(row, placements[index]!, deps), bare, deps);
    }),
    version,
  );
  const moves = finalMoves(placements);
  await recordMoved(tx, moves, version);
  const { touched, merged } = await refreshStories(tx, placements, (item) => liveStoryOf(item, state));
  await recordMerged(tx, merged);
  state.version = version;
  return { placed: rows.length, touched, stumbled };
}

/** One article that trips a bug must not keep all others from their stories, for ever: it is first in every batch. */
function unlessStumbled<T>({ id }: PlacingRow, work: () => T, instead: T, { log }: PlacingDeps): T {
  try {
    return work();
  } catch (error) {
    log.error({ article: id, error }, 'article stumbled over');
    return instead;
  }
}

/** By itself: what somebody pasted must change nothing that others are told. */
function alone({ id, publishedAt }: ClusterItem): Placement {
  const at = publishedAt.getTime();
  return { item: id, at, story: randomUUID(), fresh: true, origin: id, news: false, score: 1, moved: [] };
}

function clustererFor(state: PlacingState, { sample, onlyFor }: Pick<PlacingRow, 'sample' | 'onlyFor'>): Clusterer {
  if (onlyFor !== null) return state.private.getOrInsertComputed(onlyFor, newClusterer);
  return sample ? state.sample : state.real;
}

function liveStoryOf(item: string, { real, sample, private: own }: PlacingState): string | null {
  const stories = [real, sample, ...own.values()].map((clusterer) => clusterer.storyOf(item));
  return stories.find((story) => story !== null) ?? null;
}

/** A feed's clock may run ahead: nothing was published later than now. */
function itemOf(row: PlacingRow, now: Date): ClusterItem {
  return {
    id: String(row.id),
    title: row.title,
    text: textOf(row),
    language: row.language,
    publishedAt: row.publishedAt > now ? now : row.publishedAt,
    address: row.canonicalUrl,
    contentHash: row.contentHash,
  };
}

function textOf({ opening, language }: PlacingRow): string {
  return opening.join(/^(ja|zh)/.test(language) ? '' : ' ');
}

function placedArticle(row: PlacingRow, placement: Placement, { topics }: PlacingDeps): PlacedArticle {
  const text = textOf(row);
  const { title, categories, feedTopics, language } = row;
  const found = topics.topicsOf({ title, text, categories, feedTopics });
  return {
    ...placedAt(row, placement),
    topics: Object.fromEntries(found.map(({ id, score }) => [id, score])),
    search: searchTerms(`${title} ${text}`, language),
  };
}

function placedAt({ id }: PlacingRow, { story, origin }: Placement) {
  return { id, story, origin: Number(origin) };
}

/** Where an item moved more than once in a batch, the last move holds. */
function finalMoves(placements: Placement[]): { id: number; story: string }[] {
  const last = new Map(placements.flatMap(({ moved }) => moved.map(({ item, to }) => [Number(item), to] as const)));
  return [...last].map(([id, story]) => ({ id, story }));
}
