/** `/events?channel=…`: what changes in a channel, as server-sent events. `Last-Event-ID` resumes from the rows. */
import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Channel } from '../model.ts';
import { changedSince, findMessage, replyCounts, type WebMessage } from '../store/web-messages.ts';
import { channelOfSlug } from './chat.ts';
import { openChannel } from './chat-data.ts';
import type { WebDeps } from './deps.ts';
import type { WebEvent } from './hub.ts';
import { messageHtml } from './message.ts';
import type { PageEnv } from './server.ts';
import { viewIn } from './view.ts';

/** Proxies close what is silent for a minute. */
const heartbeatMs = 20_000;
/** Versions are given before they are committed: the last few are sent again, and the browser knows them. */
const overlap = 50;
/** Open pages at once, for one process. */
const maxStreams = 500;

export function eventRoutes(app: Hono<PageEnv>, deps: WebDeps): void {
  let streams = 0;

  app.get('/events', async (c) => {
    const id = channelOfSlug(c.req.query('channel') ?? '');
    const channel = id === null ? null : await openChannel(deps, id);
    if (channel === null) return c.var.notFound();
    if (streams >= maxStreams) return c.text('too many open pages', 503);
    const since = Number(c.req.header('last-event-id') ?? c.req.query('since')) || 0;
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      streams += 1;
      const inbox = openInbox(deps, channel);
      stream.onAbort(inbox.close);
      deps.hub.stopped.addEventListener('abort', inbox.close, { once: true });
      try {
        await deps.hub.ready();
        await stream.writeSSE({ event: 'hello', data: '' });
        let version = Math.max(0, since - overlap);
        for await (const event of inbox.events()) {
          for (const message of await changedBy(deps, event, channel, c.var.person, version)) {
            version = Math.max(version, message.version);
            const data = JSON.stringify(await drawn(deps, message, channel, c.var.person));
            await stream.writeSSE({ event: 'message', id: String(version), data });
          }
          if (event.kind === 'working') await stream.writeSSE({ event: 'working', data: JSON.stringify(event) });
          if (event.kind === 'cleared') await stream.writeSSE({ event: 'cleared', data: '' });
          if (event.kind === 'heartbeat') await stream.write(': still here\n\n');
        }
      } finally {
        streams -= 1;
        deps.hub.stopped.removeEventListener('abort', inbox.close);
        inbox.close();
      }
    });
  });
}

type StreamEvent = WebEvent | { kind: 'heartbeat' };

/** Events wait here while the ones before are written. It begins with a resync. */
function openInbox({ hub }: WebDeps, channel: Channel) {
  const waiting: StreamEvent[] = [{ kind: 'resync' }];
  let wake = () => {};
  let open = true;
  const hear = (event: StreamEvent) => {
    waiting.push(event);
    wake();
  };
  const unsubscribe = hub.subscribe(channel.id, hear);
  const heartbeat = setInterval(() => hear({ kind: 'heartbeat' }), heartbeatMs);

  return {
    close() {
      open = false;
      clearInterval(heartbeat);
      unsubscribe();
      wake();
    },
    async *events(): AsyncGenerator<StreamEvent> {
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

async function changedBy(
  { db }: WebDeps,
  event: StreamEvent,
  channel: Channel,
  person: string,
  version: number,
): Promise<WebMessage[]> {
  if (event.kind === 'resync') return changedSince(db, channel.id, person, version);
  if (event.kind !== 'message') return [];
  const message = await findMessage(db, event.id, person);
  return message === null ? [] : [message];
}

async function drawn(deps: WebDeps, message: WebMessage, known: Channel, person: string) {
  const { db } = deps;
  // Its language may have changed since the page was opened.
  const channel = (await openChannel(deps, known.id)) ?? known;
  const view = viewIn(channel.language, deps);
  const root = message.thread ?? message.id;
  const replies = (await replyCounts(db, [root], person)).get(root) ?? 0;
  const html = await messageHtml(message, view, { replies, inThread: message.thread !== null });
  const { id, thread, version, author, event } = message;
  const label = replies === 0 ? view.web.openThread : view.web.replies(replies);
  return { id, thread, version, ours: author === 'us', event, html: String(html), replies, label };
}
