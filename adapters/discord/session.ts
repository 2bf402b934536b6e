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
const saveEveryMs = 2_000;
/** A holder that has not said so for so long is gone. */
const goneMs = 5_000;
/** Discord forgets a session soon after its connection ends. */
const resumableMs = 5 * 60_000;

export interface Sessions {
  /** This process's own, else what another one left. Takes five seconds where it is yet to be seen whether one lives. */
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
  const isFree = ({ holder, savedAt }: Saved) => holder === null || now().getTime() - savedAt >= goneMs;
  let saved = await read();
  if (saved !== null && !isFree(saved)) {
    await new Promise((resolve) => setTimeout(resolve, goneMs));
    saved = await read();
  }
  return saved !== null && isFree(saved) && now().getTime() - saved.savedAt < resumableMs ? saved.session : null;
}
