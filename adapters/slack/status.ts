/** Slack's own "is looking…" under a question. No answer waits for it; Slack takes it away when we speak. */
import type { ReplyTo } from '../../src/adapter.ts';
import type { Log, WebClient } from './client.ts';
import { slackError } from './failure.ts';
import { where } from './post.ts';
import { threadOf } from './reply.ts';

export interface Status {
  /** Begins to show it. @param words what stands after our name. */
  show(to: ReplyTo, words: Promise<string>): void;
  /** The answer stands: a status that comes after it would stay for two minutes, so it is taken away again. */
  answered(to: ReplyTo): void;
}

export function createStatus(client: WebClient, log: Log): Status {
  const underWay = new Map<string, Promise<void>>();
  const set = async (channel_id: string, thread_ts: string, status: string): Promise<void> => {
    await client.assistant.threads.setStatus({ channel_id, thread_ts, status }).catch((error: unknown) => {
      log.info({ platform: 'slack', error: slackError(error) ?? 'no answer' }, 'status not shown');
    });
  };
  return {
    show(to, words) {
      const { channel, thread_ts } = where(threadOf(to));
      // Outside a thread Slack has no place for it.
      if (thread_ts === undefined) return;
      const key = `${channel}/${thread_ts}`;
      const shown = words
        .then((status) => set(channel, thread_ts, status))
        .finally(() => {
          if (underWay.get(key) === shown) underWay.delete(key);
        });
      underWay.set(key, shown);
    },
    answered(to) {
      const { channel, thread_ts } = where(threadOf(to));
      if (thread_ts === undefined) return;
      void underWay.get(`${channel}/${thread_ts}`)?.then(() => set(channel, thread_ts, ''));
    },
  };
}
