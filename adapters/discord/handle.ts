/** What an interaction left for its answer: how it was deferred, and what we need to fill that in. */
import { type Handle, handleLives } from '../../src/adapter.ts';
import type { StoryId } from '../../src/model.ts';

/**
 * `whisper`: an ephemeral "thinking…" that becomes the answer · `public`: one that everybody sees · `talk`: an
 * ephemeral one, while the answer itself goes into a thread · `panel`: the settings panel, redrawn.
 */
export type Way = 'whisper' | 'public' | 'talk' | 'panel';

export interface Waiting {
  way: Way;
  app: string;
  token: string;
  /** What was asked in a form or an option: nobody else could read it, so the answer repeats it. */
  asked: string | null;
  story: StoryId | null;
  /** Permissions that we lack in the channel, as Discord calls them. */
  lacks: string[];
}

/** Discord's tokens live for fifteen minutes. */
const tokenMs = 14.5 * 60_000;

export function handleOf(waiting: Waiting, now: Date): Handle {
  return { value: JSON.stringify(waiting), expiresAt: new Date(now.getTime() + tokenMs) };
}

/** @returns null for a handle that is no longer good. */
export function waitingFor(handle: Handle | null, now: Date): Waiting | null {
  return handleLives(handle, now) ? (JSON.parse(handle.value) as Waiting) : null;
}

/** What is known of the question, also when the token has lapsed. */
export function rememberedOf(handle: Handle | null): Pick<Waiting, 'asked' | 'story'> {
  return handle === null ? { asked: null, story: null } : (JSON.parse(handle.value) as Waiting);
}
