/**
 * The gateway's sessions outlive the process: who starts again within Discord's few minutes resumes, and is told what
 * was said meanwhile. What is told twice carries the same event ids.
 *
 * @see https://docs.discord.com/developers/events/gateway#resuming
 */
import { randomUUID } from 'node:crypto';
import type { SessionInfo } from 'discord.js';
import type { Settings } from './commands.ts';

interface Saved {
  session: SessionInfo;
  /** Which process holds it; null when it was left in peace. */
  holder: string | null;
  savedAt: number;
}

/** A holder says so often that it lives, and how far it has read. */
const saveEveryMs = 1_000;
/** A holder that says nothing while it is watched for so long is gone. */
const goneMs = 2_500;
const lookEveryMs = 250;
/** Two machines' clocks differ by less: what is older than this need not be watched. */
const longAgoMs = 60_000;
/** Discord forgets a session soon after its connection ends. */
const resumableMs = 5 * 60_000;

export interface Sessions {
  /** This process's own, else what another one left. Takes 2.5 s where it is yet to be seen whether one lives. */
  retrieve(shard: number): Promise<SessionInfo | null>;
  update(shard: number, session: SessionInfo | null): void;
  /** From now on they are anybody's, and stay as they are. */
  park(): Promise<void>;
}

export function createSessions(settings: Settings, now: () => Date): Sessions {
  const self: string = randomUUID();
  const own = new Map<number, SessionInfo | null>();
  let parked = false;
  const save = async (holder: string | null) => {
    for (const [shard, session] of own)
      await settings.set(`session:${shard}`, session && { session, holder, savedAt: now().getTime() });
  };
  const timer = setInterval(() => void save(self).catch(() => {}), saveEveryMs);
  timer.unref();

  return {
    async retrieve(shard) {
      if (!own.has(shard)) {
        const left = await leftBehind(shard, settings, now);
        if (left === null) return null;
        own.set(shard, left);
      }
      return own.get(shard) ?? null;
    },
    update(shard, session) {
      if (!parked) own.set(shard, session);
    },
    async park() {
      parked = true;
      clearInterval(timer);
      await save(null);
    },
  };
}

async function leftBehind(shard: number, settings: Settings, now: () => Date): Promise<SessionInfo | null> {
  const read = async () => (await settings.get(`session:${shard}`)) as Saved | null;
  const ageOf = ({ savedAt }: Saved) => now().getTime() - savedAt;
  const found = await read();
  const held = found !== null && found.holder !== null && ageOf(found) < longAgoMs;
  const left = held ? await watch(found, read) : found;
  return left !== null && ageOf(left) < resumableMs ? left.session : null;
}

/**
 * What counts is whether the holder says anything, so that no clock has to be right.
 *
 * @returns what it left, in peace or by its end; null where it lives.
 */
async function watch(held: Saved, read: () => Promise<Saved | null>): Promise<Saved | null> {
  for (let watchedMs = 0; watchedMs < goneMs; watchedMs += lookEveryMs) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const seen = await read();
    if (seen === null || seen.holder === null) return seen;
    if (seen.savedAt !== held.savedAt) return null;
  }
  return held;
}
