/** Brings the rows of the stories that a batch has touched up to date with their articles. */
import type { StoryId } from '../model.ts';
import type { Database } from '../store/database.ts';
import { recordStories, type StoryRow, storyMembers, storyRevisions } from '../store/placing.ts';
import type { Placement } from './cluster.ts';
import { summarise } from './summary.ts';

interface Refreshed {
  touched: StoryId[];
  /** Stories that have no article left, and where they went. */
  merged: { from: string; into: string }[];
}

/** @param storyOf the story of an item now; null where it is not live */
export async function refreshStories(
  tx: Database,
  placements: Placement[],
  storyOf: (item: string) => string | null,
): Promise<Refreshed> {
  const moves = placements.flatMap(({ moved }) => moved);
  const ids = [...new Set([...placements.map(({ story }) => story), ...moves.flatMap(({ from, to }) => [from, to])])];
  if (ids.length === 0) return { touched: [], merged: [] };
  const members = await storyMembers(tx, ids);
  const known = await storyRevisions(tx, ids);
  const inherited = inheritedRevisions(moves, known);
  const news = newsTimes(placements, storyOf);

  const rows = ids.flatMap((id): StoryRow[] => {
    const group = members.get(id);
    if (group === undefined) return [];
    const before = known.get(id);
    const base = Math.max(before?.revision ?? 1, inherited.get(id) ?? 1);
    const newsAt = news.get(id) ?? null;
    return [
      {
        ...summarise(group),
        id,
        revision: newsAt === null ? base : base + 1,
        newsAt: newsAt ?? before?.newsAt ?? null,
        sample: group[0]!.sample,
        onlyFor: group[0]!.onlyFor,
      },
    ];
  });
  await recordStories(tx, rows);
  return {
    touched: rows.map(({ id }) => id as StoryId),
    merged: ids
      .filter((id) => !members.has(id))
      .map((from) => ({ from, into: destination(from, moves) }))
      // Its articles were deleted meanwhile: it has gone nowhere.
      .filter(({ from, into }) => from !== into),
  };
}

/**
 * A story that takes another in, or comes out of one, is at least at that one's revision: who had the other then sees an
 * update only when there is news after it.
 */
function inheritedRevisions(moves: Placement['moved'], known: Map<string, { revision: number }>): Map<string, number> {
  const inherited = new Map<string, number>();
  for (const { from, to } of moves)
    inherited.set(to, Math.max(inherited.get(to) ?? 1, known.get(from)?.revision ?? 1, inherited.get(from) ?? 1));
  return inherited;
}

/** Of stories that got news in this batch: when. An item may have moved on after it brought the news. */
function newsTimes(placements: Placement[], storyOf: (item: string) => string | null): Map<string, Date> {
  const times = new Map<string, Date>();
  for (const { news, story, item, at } of placements) if (news) times.set(storyOf(item) ?? story, new Date(at));
  return times;
}

function destination(from: string, moves: Placement['moved']): string {
  let into = from;
  for (const move of moves) if (move.from === into) into = move.to;
  return into;
}
