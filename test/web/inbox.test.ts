import { expect, test } from 'vitest';
import type { ChannelId } from '../../src/model.ts';
import type { Hub, WebEvent } from '../../src/web/hub.ts';
import { openInbox, type StreamEvent } from '../../src/web/inbox.ts';

const channel = 'web:home' as ChannelId;

/** Tells whoever subscribed last. */
function aHub(): Hub & { tell(event: WebEvent): void } {
  let hears = (_: WebEvent) => {};
  return {
    tell: (event) => hears(event),
    subscribe: (_, hear) => {
      hears = hear;
      return () => {};
    },
    ready: async () => {},
    stop: async () => {},
    stopped: new AbortController().signal,
  };
}

async function taken(events: AsyncGenerator<StreamEvent>, count: number): Promise<StreamEvent[]> {
  const all: StreamEvent[] = [];
  while (all.length < count) all.push((await events.next()).value as StreamEvent);
  return all;
}

test('events wait in order for a browser that is slow', async () => {
  const hub = aHub();
  const inbox = openInbox(hub, channel);
  for (const id of [1, 2, 3]) hub.tell({ kind: 'message', channel, id });

  const events = await taken(inbox.events(), 4);
  inbox.close();

  expect(events).toEqual([{ kind: 'resync' }, ...[1, 2, 3].map((id) => ({ kind: 'message', channel, id }))]);
});

/** What is still told of a flood: up to its last message. */
async function leftOf(events: AsyncGenerator<StreamEvent>, last: number): Promise<StreamEvent[]> {
  const seen: StreamEvent[] = [];
  for await (const event of events) {
    seen.push(event);
    if (event.kind === 'message' && event.id === last) break;
  }
  return seen;
}

test('a browser that takes nothing holds a bounded number of events, and reads the rows when it goes on', async () => {
  const hub = aHub();
  const inbox = openInbox(hub, channel);
  for (let id = 1; id <= 10_000; id++) hub.tell({ kind: 'message', channel, id });

  const left = await leftOf(inbox.events(), 10_000);
  inbox.close();

  expect(left.length).toBeLessThan(300);
  expect(left[0]).toEqual({ kind: 'resync' });
});

test('that all was cleared is told also to a browser that missed what came before', async () => {
  const hub = aHub();
  const inbox = openInbox(hub, channel);
  hub.tell({ kind: 'cleared', channel });
  for (let id = 1; id <= 10_000; id++) hub.tell({ kind: 'message', channel, id });

  const left = await leftOf(inbox.events(), 10_000);
  inbox.close();

  expect(left.slice(0, 2)).toEqual([{ kind: 'cleared', channel }, { kind: 'resync' }]);
});
