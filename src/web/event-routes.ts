/** `/events?channel=…`: what changes in a channel, as server-sent events. `Last-Event-ID` resumes from the rows. */
import type { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Channel } from '../model.ts';
import { findChannel } from '../store/channels.ts';
import { changedSince, findMessage, replyCounts, type WebMessage } from '../store/web-messages.ts';
import { channelOfSlug } from './chat.ts';
import { openChannel } from './chat-data.ts';
import type { WebDeps } from './deps.ts';
import { wholeNumber } from './form.ts';
import { type Inbox, openInbox, type StreamEvent } from './inbox.ts';
import { messageHtml } from './message.ts';
import type { PageEnv } from './server.ts';
import { viewIn } from './view.ts';

/** Versions are given before they are committed: the last few are sent again, and the browser knows them. */
const overlap = 50;
/** Open pages at once, for one process. */
const maxStreams = 500;

export function eventRoutes(app: Hono<PageEnv>, deps: WebDeps): void {
  let streams = 0;

  app.get('/events', async (c) => {
    const id = channelOfSlug(c.req.query('channel') ?? '');
    const channel = id === null ? null : await openChannel(deps, id, c.var.visitor);
    if (channel === null) return c.var.notFound();
    if (streams >= maxStreams) return c.text('too many open pages', 503);
    const since = wholeNumber(c.req.header('last-event-id') ?? c.req.query('since')) ?? 0;
    const reader = { channel, person: c.var.person, version: since };
    c.header('x-accel-buffering', 'no');
    return streamSSE(
      c,
      async (stream) => {
        const inbox = openInbox(deps.hub, channel.id);
        stream.onAbort(inbox.close);
        streams += 1;
        try {
          await tellAll(stream, inbox, reader, deps);
        } finally {
          streams -= 1;
          inbox.close();
        }
      },
      // The browser comes again, and resumes. While we stop, the database is gone before the last of them is.
      async (error) => {
        if (!deps.hub.stopped.aborted) deps.log.error({ err: error }, 'events failed');
      },
    );
  });
}

interface Reader {
  channel: Channel;
  person: string;
  /** The newest change that was sent. */
  version: number;
}

async function tellAll(stream: SSEStreamingApi, inbox: Inbox, reader: Reader, deps: WebDeps): Promise<void> {
  await deps.hub.ready();
  await stream.writeSSE({ event: 'hello', data: '' });
  for await (const event of inbox.events()) await tell(stream, event, reader, deps);
}

async function tell(stream: SSEStreamingApi, event: StreamEvent, reader: Reader, deps: WebDeps): Promise<void> {
  if (event.kind === 'heartbeat') await stream.write(': still here\n\n');
  if (event.kind === 'working') await stream.writeSSE({ event: 'working', data: JSON.stringify(event) });
  if (event.kind === 'cleared') await stream.writeSSE({ event: 'cleared', data: '' });
  if (event.kind === 'message') {
    const message = await findMessage(deps.db, event.id, reader.person);
    if (message === null) await stream.writeSSE({ event: 'hidden', data: String(event.id) });
    else await send(stream, [message], reader, deps);
  }
  if (event.kind === 'resync') await sendMissed(stream, reader, deps);
}

/** All that changed meanwhile, page by page: what comes after it by itself would hide that some was left out. */
async function sendMissed(stream: SSEStreamingApi, reader: Reader, deps: WebDeps): Promise<void> {
  let from = Math.max(0, reader.version - overlap);
  while (!stream.aborted) {
    const messages = await changedSince(deps.db, reader.channel.id, reader.person, from);
    if (messages.length === 0) return;
    await send(stream, messages, reader, deps);
    from = messages.at(-1)!.version;
  }
}

async function send(stream: SSEStreamingApi, messages: WebMessage[], reader: Reader, deps: WebDeps): Promise<void> {
  for (const drawn of await drawAll(messages, reader, deps)) {
    reader.version = Math.max(reader.version, drawn.version);
    await stream.writeSSE({ event: 'message', id: String(reader.version), data: JSON.stringify(drawn) });
  }
}

/** As the page would draw them now: the channel's language may have changed since it was opened. */
async function drawAll(messages: WebMessage[], { channel, person }: Reader, deps: WebDeps) {
  const rootOf = (message: WebMessage) => message.thread ?? message.id;
  const [now, counts] = await Promise.all([
    findChannel(deps.db, channel.id),
    replyCounts(deps.db, messages.map(rootOf), person),
  ]);
  const { language } = now ?? channel;
  const view = viewIn(language, deps);
  return Promise.all(
    messages.map(async (message) => {
      const { id, thread, version, author, event } = message;
      const replies = counts.get(rootOf(message)) ?? 0;
      const html = String(await messageHtml(message, view, { replies, inThread: thread !== null }));
      const label = replies === 0 ? view.web.openThread : view.web.replies(replies);
      return { id, thread, version, ours: author === 'us', event, html, replies, label, language };
    }),
  );
}
