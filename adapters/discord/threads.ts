/** Threads under messages: opened when somebody asks, once each. */
import { Routes } from 'discord.js';
import { GiveUp } from '../../src/errors.ts';
import type { MessageId } from '../../src/model.ts';
import { line } from '../../src/text/clean.ts';
import type { Api, Log } from './api.ts';
import { codes, discordCode } from './failure.ts';
import { readMessage } from './ids.ts';
import { createRecent } from './recent.ts';

export interface Threads {
  /**
   * @param root the message that it hangs from, or the thread itself.
   * @returns the thread's channel; null where none can be had: no permission, a kind of channel that has none.
   * @throws TryLater.
   */
  open(root: MessageId, title: string): Promise<string | null>;
  forget(root: MessageId): void;
}

/** It stands there already: opened by somebody else, or the root is no message but a thread. */
const standing = new Set<number>([codes.threadExists, codes.unknownMessage]);
/** A day: then it leaves the sidebar, and a new message brings it back. */
const archiveAfterMinutes = 1_440;

export function createThreads(api: Api, log: Log): Threads {
  const known = createRecent<boolean>(20_000);
  const start = async (root: MessageId, title: string): Promise<boolean> => {
    const { channel, message } = readMessage(root);
    const body = { name: line(title, 100) || 'Tidings', auto_archive_duration: archiveAfterMinutes };
    try {
      await api.write('thread', 'POST', Routes.threads(channel, message), { body, repeatable: true });
      return true;
    } catch (error) {
      if (standing.has(discordCode(error) ?? 0)) return true;
      if (!(error instanceof GiveUp)) throw error;
      log.warn({ platform: 'discord', channel, error: error.message }, 'thread not opened, answering in the channel');
      return false;
    }
  };
  return {
    async open(root, title) {
      const has = known.get(root) ?? (await start(root, title));
      // What is refused now may be allowed the next time.
      if (has) known.set(root, true);
      return has ? readMessage(root).message : null;
    },
    forget: (root) => known.delete(root),
  };
}
