import type { ChannelId } from '../model.ts';
import type { Hub, WebEvent } from './hub.ts';

export type StreamEvent = WebEvent | { kind: 'heartbeat' };

export interface Inbox {
  /** Ends when the inbox is closed. */
  events(): AsyncGenerator<StreamEvent>;
  close(): void;
}

/** Proxies close what is silent for a minute. */
const heartbeatMs = 20_000;

/** For a browser that takes nothing any more only this many are held; then it reads the rows anew when it goes on. */
const mostWaiting = 200;

/** Events of a channel wait here while the ones before are written. It begins with a resync, and ends with the hub. */
export function openInbox(hub: Hub, channel: ChannelId): Inbox {
  const waiting: StreamEvent[] = [{ kind: 'resync' }];
  let wake = () => {};
  let open = !hub.stopped.aborted;
  const hear = (event: StreamEvent) => {
    if (event.kind === 'heartbeat' && waiting.length > 0) return;
    if (waiting.length >= mostWaiting) waiting.splice(0, waiting.length, ...inShort(waiting));
    waiting.push(event);
    wake();
  };
  const unsubscribe = hub.subscribe(channel, hear);
  const heartbeat = setInterval(() => hear({ kind: 'heartbeat' }), heartbeatMs);
  const close = () => {
    open = false;
    clearInterval(heartbeat);
    unsubscribe();
    hub.stopped.removeEventListener('abort', close);
    wake();
  };
  hub.stopped.addEventListener('abort', close, { once: true });

  return {
    close,
    async *events() {
      while (open) {
        const event = waiting.shift();
        if (event !== undefined) yield event;
        else {
          const { promise, resolve } = Promise.withResolvers<void>();
          wake = resolve;
          await promise;
        }
      }
    },
  };
}

/** The rows tell of messages; that all was cleared, they do not. */
function inShort(events: StreamEvent[]): StreamEvent[] {
  const cleared = events.findLast(({ kind }) => kind === 'cleared');
  return [...(cleared === undefined ? [] : [cleared]), { kind: 'resync' }];
}
