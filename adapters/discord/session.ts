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

const saveEveryMs = 5_000;
/** A holder that has not saved for so long is gone. */
const staleMs = 20_000;
/** Discord forgets a session soon after its connection ends. */
const resumableMs = 5 * 60_000;

export interface Sessions {
  /** This process's own, else what another one left. */
  retrieve(shard: number): Promise<SessionInfo | null>;
  update(shard: number, session: SessionInfo | null): void;
  /** From now on they are anybody's, and stay as they are. */
  park(): Promise<void>;
}

export function createSessions(settings: Settings, now: () => Date): Sessions {
  const holder: string = randomUUID();
  const held = new Map<number, SessionInfo | null>();
  let changed = new Set<number>();
  let parked = false;
  const save = async (by: string | null) => {
    const shards = [...changed];
    changed = new Set();
    for (const shard of shards) {
      const session = held.get(shard) ?? null;
      await settings.set(
        `session:${shard}`,
        session === null ? null : { session, holder: by, savedAt: now().getTime() },
      );
    }
  };
  const timer = setInterval(() => void save(holder).catch(() => {}), saveEveryMs);
  timer.unref();
  const left = async (shard: number): Promise<SessionInfo | null> => {
    const saved = (await settings.get(`session:${shard}`)) as Saved | null;
    if (saved === null) return null;
    const age = now().getTime() - saved.savedAt;
    return age > resumableMs || (saved.holder !== null && age < staleMs) ? null : saved.session;
  };

  return {
    async retrieve(shard) {
      if (!held.has(shard)) held.set(shard, await left(shard));
      return held.get(shard) ?? null;
    },
    update(shard, session) {
      if (parked) return;
      held.set(shard, session);
      changed.add(shard);
    },
    async park() {
      parked = true;
      clearInterval(timer);
      for (const shard of held.keys()) changed.add(shard);
      await save(null);
    },
  };
}
