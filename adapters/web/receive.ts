/** What people do on the chat's pages, as `Inbound`. Their words become rows before anybody is told of them. */
import type { Inbound, InboundBody } from '../../src/adapter.ts';
import type { Database } from '../../src/store/database.ts';
import { recordSaid } from '../../src/store/web-messages.ts';
import { type Chat, type Deed, messageId } from '../../src/web/chat.ts';
import { clip } from '../../src/web/clip.ts';

/** More than the grammar takes, so that it can say that it is too long. */
const maxText = 8_000;

export interface ReceiveDeps {
  db: Database;
  now: () => Date;
  /** @throws when nobody receives yet. */
  receive: (inbound: Inbound) => Promise<void>;
}

export function createChat({ db, now, receive }: ReceiveDeps): Chat {
  const tell = (deed: Deed, body: InboundBody, channelName: string | null = null) =>
    receive({ ...inboundOf(deed), channelName, ...body });
  const show = (deed: Deed, text: string, thread: number | null) =>
    recordSaid(db, { channel: deed.channel, thread, event: deed.event, person: deed.person, text }, now());

  return {
    async write(deed, text, thread) {
      const said = clip(text, maxText);
      const row = await show(deed, said, thread);
      const parent = thread === null ? null : messageId(thread);
      await tell(deed, {
        kind: 'message',
        text: said,
        address: 'direct',
        message: messageId(row),
        parent,
        files: [],
      });
    },

    async press(deed, action, message, thread, echo) {
      if (echo !== null) await show(deed, echo, thread);
      const parent = thread === null ? null : messageId(thread);
      await tell(deed, { kind: 'press', action, message: message === null ? null : messageId(message), parent });
    },

    submit: (deed, values) => tell(deed, { kind: 'form', values, parent: null }),
    join: (deed, name) => tell(deed, { kind: 'joined' }, name),
    leave: (deed) => tell(deed, { kind: 'gone', workspace: false }),
  };
}

/** Who has the token runs the place: an administrator everywhere. */
function inboundOf({ channel, person, visitor, event }: Deed) {
  return {
    channel,
    event,
    author: { id: person, name: null, administrator: true, locale: visitor },
    handle: null,
    channelName: null,
    direct: true,
  };
}
