/**
 * A story's brief in a language, written once for each revision and shared by every channel. Workers that come
 * meanwhile wait for the row; none of them asks a model for what another is having written.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { GiveUp, TryLater } from '../errors.ts';
import type { Brief, Language, StoryId } from '../model.ts';
import {
  type BriefKey,
  claimBrief,
  claimSeconds,
  readBrief,
  recordBrief,
  releaseClaim,
  renewClaim,
} from '../store/briefs.ts';
import type { Database } from '../store/database.ts';
import { languagesOfStory, readStory } from '../store/stories.ts';
import type { BriefWriter, StoryText } from './writer.ts';

export interface WriteBriefDeps {
  db: Database;
  writer: BriefWriter;
  /** @returns null when the story has no article any more. */
  loadStoryText(story: StoryId): Promise<StoryText | null>;
}

/** Seconds after which a stand-in may be written anew; each time longer, so that a day without a budget is outlasted. */
const restSeconds = (attempt: number) => 600 * 4 ** (attempt - 1);
const pollMs = 200;
/** Longer than any model may take, its repairs included. */
const longestWaitMs = 5 * 60_000;

/**
 * @param language of the channel; the brief's own may differ (an extract is in a language of the story's articles).
 * @throws GiveUp when the story is gone; TryLater when another worker takes too long.
 */
export async function writeBrief(storyId: StoryId, language: Language, deps: WriteBriefDeps): Promise<Brief> {
  const { db, writer } = deps;
  const story = await readStory(db, storyId);
  if (story === null) throw new GiveUp('brief: the story is gone');
  const key: BriefKey = {
    story: story.id,
    language: writer.languageFor(await languagesOfStory(db, story), language),
    revision: story.revision,
    method: writer.method,
  };

  for (const deadline = Date.now() + longestWaitMs; Date.now() < deadline; await wait(pollMs)) {
    const known = await readBrief(db, key);
    if (known?.done) return known.brief;
    const attempt = await claimBrief(db, key);
    if (attempt !== null) return await writeClaimed(key, attempt, deps);
    // Another worker tries again: what is there will do.
    if (known !== null) return known.brief;
  }
  throw new TryLater('brief: another worker is writing it', 30);
}

async function writeClaimed(
  key: BriefKey,
  attempt: number,
  { db, writer, loadStoryText }: WriteBriefDeps,
): Promise<Brief> {
  // A renewal that fails costs at worst that the brief is written twice; the next one comes in 10 s.
  const renewing = setInterval(() => renewClaim(db, key, attempt).catch(() => {}), (claimSeconds * 1000) / 3);
  try {
    const text = await loadStoryText(key.story);
    if (text === null) throw new GiveUp('brief: the story has no article');
    // The text may already be of a later revision; what it is written for stays the one that was claimed.
    const brief = { ...(await writer.write(text, key.language)), revision: key.revision };
    await recordBrief(db, key, attempt, brief, brief.method === writer.method ? null : restSeconds(attempt));
    return brief;
  } catch (error) {
    await releaseClaim(db, key, attempt);
    throw error;
  } finally {
    clearInterval(renewing);
  }
}
