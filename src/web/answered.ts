import type { ChannelId } from '../model.ts';
import { findMessage } from '../store/web-messages.ts';
import type { WebDeps } from './deps.ts';
import type { WebEvent } from './hub.ts';

/** Resolves to true when a finished message of ours comes into the channel, false when none did in time. */
export function untilAnswered(
  { db, hub }: Pick<WebDeps, 'db' | 'hub'>,
  channel: ChannelId,
  person: string,
  ms: number,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const hear = async (event: WebEvent) => {
    if (event.kind === 'cleared') return resolve(true);
    if (event.kind !== 'message') return;
    const message = await findMessage(db, event.id, person);
    if (message?.author === 'us' && message.state === 'done') resolve(true);
  };
  // A read that fails counts as no answer: the page is shown without it.
  const unsubscribe = hub.subscribe(channel, (event) => void hear(event).catch(() => resolve(false)));
  const timer = setTimeout(() => resolve(false), ms);
  return promise.finally(() => {
    clearTimeout(timer);
    unsubscribe();
  });
}
