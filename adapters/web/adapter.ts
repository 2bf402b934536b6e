/**
 * The web chat as a platform like any other. Its messages are rows, so a part that is posted again keeps its
 * messages, and no outcome is ever unknown for longer than the next try.
 */
import type { Adapter, Inbound, Place, Posted, ReplyTo } from '../../src/adapter.ts';
import type { Content } from '../../src/content.ts';
import { GiveUp } from '../../src/errors.ts';
import type { ChannelId, MessageId, PartId } from '../../src/model.ts';
import { findChannel } from '../../src/store/channels.ts';
import type { Database } from '../../src/store/database.ts';
import {
  changeBody,
  findPart,
  hideFromOthers,
  type OurMessage,
  recordPart,
  tellWorking,
} from '../../src/store/web-messages.ts';
import { type Chat, messageId, messageRow } from '../../src/web/chat.ts';
import { createChat } from './receive.ts';
import { renderDigest } from './render.ts';
import { openStream } from './stream.ts';

export interface WebAdapterDeps {
  db: Database;
  now: () => Date;
}

/** `chat` is for the pages: what people do there comes out of `receive`. */
export function createWebAdapter({ db, now }: WebAdapterDeps): Adapter & { chat: Chat } {
  let receive = notStarted;

  const say = async (to: ReplyTo, message: OurMessage, part: PartId): Promise<Posted> => {
    const visibleTo = isPrivate(message) ? to.author.id || null : null;
    const question = messageRow(to.message);
    if (visibleTo !== null && question !== null) await hideFromOthers(db, question, visibleTo);
    const place = { channel: to.place.channel, thread: messageRow(to.place.thread), part, visibleTo };
    return postedAs(await recordPart(db, place, [message], now()), [message], to.place.thread);
  };

  return {
    platform: 'web',
    samples: true,
    pace: { channelMs: 0, workspaceMs: 0 },
    chat: createChat({ db, now, receive: (inbound) => receive(inbound) }),

    async start(handler) {
      receive = handler;
    },
    async stop() {
      receive = notStarted;
    },

    render: renderDigest,

    async post(place, part) {
      await requireChannel(db, place.channel);
      const messages = part.payload as OurMessage[];
      const where = { channel: place.channel, thread: messageRow(place.thread), part: part.id, visibleTo: null };
      return postedAs(await recordPart(db, where, messages, now()), messages, place.thread);
    },

    reply: (to, content, part) => say(to, { body: { kind: 'said', content }, story: null }, part),

    working: (to) => tellWorking(db, to.place.channel, messageRow(to.place.thread)).catch(() => undefined),

    async find(_place: Place, part: PartId) {
      const rows = await findPart(db, part);
      if (rows === null) return null;
      const thread = rows[0]?.thread ?? null;
      return postedAs(
        rows.map((row) => row.id),
        rows,
        thread === null ? null : messageId(thread),
      );
    },

    async stream(to, part) {
      const posted = await say(to, { body: { kind: 'streaming', text: '' }, story: null }, part);
      return openStream(db, messageRow(posted.messages[0]!.id)!, posted, now);
    },

    async edit(_place: Place, message: MessageId, content: Content) {
      const row = messageRow(message);
      const there = row !== null && (await changeBody(db, row, { kind: 'said', content }, now()));
      if (!there) throw new GiveUp('web edit: the message is gone');
    },

    person: async () => ({ administrator: true, zone: null, language: null }),
  };
}

async function notStarted(_inbound: Inbound): Promise<void> {
  throw new Error('web chat: nobody receives yet');
}

function isPrivate({ body }: OurMessage): boolean {
  return body.kind === 'said' && body.content.private;
}

function postedAs(rows: number[], about: Pick<OurMessage, 'story'>[], thread: MessageId | null): Posted {
  return { messages: rows.map((row, index) => ({ id: messageId(row), story: about[index]?.story ?? null })), thread };
}

async function requireChannel(db: Database, id: ChannelId): Promise<void> {
  if ((await findChannel(db, id)) === null) throw new GiveUp('web post: the channel is gone', { closes: true });
}
