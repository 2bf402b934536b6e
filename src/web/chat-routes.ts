/** The chat's pages, and what people do on them. Everything works by plain forms and redirects. */
import type { Context, Hono } from 'hono';
import { type Action, decodeAction } from '../action.ts';
import type { ChannelId } from '../model.ts';
import { storable } from '../store/storable.ts';
import { findMessage, type WebMessage } from '../store/web-messages.ts';
import { act, pathOf } from './act.ts';
import { channelOfSlug, homeChannel } from './chat.ts';
import { openChannel, readChatPage } from './chat-data.ts';
import { chatPage } from './chat-page.ts';
import { clip } from './clip.ts';
import type { WebDeps } from './deps.ts';
import { receiveGuest } from './first-visit.ts';
import { eventId, readFields, wholeNumber } from './form.ts';
import type { PageEnv } from './server.ts';
import { viewIn } from './view.ts';

export function chatRoutes(app: Hono<PageEnv>, deps: WebDeps): void {
  const { db, chat } = deps;

  const show = async (c: Context<PageEnv>, id: ChannelId | null, thread: number | null) => {
    const open = id === null ? null : await openChannel(deps, id, c.var.visitor);
    if (open === null) return c.var.notFound();
    const channel = await receiveGuest(open, c.var, deps);
    const before = wholeNumber(c.req.query('before'));
    const waiting = c.req.query('waiting') !== undefined;
    const page = await readChatPage(deps, { channel, person: c.var.person, thread, before, waiting });
    if (page === null) return c.var.notFound();
    const view = viewIn(channel.language, deps);
    return c.html(chatPage(page, view, c.var.frame(channel.language)));
  };

  app.get('/', (c) => show(c, homeChannel, null));
  app.get('/c/:slug', (c) => show(c, channelOfSlug(c.req.param('slug')), null));
  app.get('/c/:slug/t/:id{[0-9]{1,15}}', (c) => show(c, channelOfSlug(c.req.param('slug')), Number(c.req.param('id'))));

  app.post('/c/:slug/say', async (c) => {
    const id = channelOfSlug(c.req.param('slug'));
    if (id === null || (await openChannel(deps, id)) === null) return c.var.notFound();
    const fields = await readFields(c);
    const text = fields.text('text').replace(/\r\n?/g, '\n').trim();
    const thread = await rootOf(deps, id, c.var.person, fields.number('thread'));
    if (text === '') return c.redirect(pathOf(id, thread), 303);
    const deed = {
      channel: id,
      person: c.var.person,
      visitor: c.var.visitor,
      event: eventId(fields.text('event'), text),
    };
    return act(c, deps, id, thread, () => chat.write(deed, text, thread));
  });

  app.post('/c/:slug/press', async (c) => {
    const id = channelOfSlug(c.req.param('slug'));
    const fields = await readFields(c);
    const action = decodeAction(fields.text('action'));
    if (id === null || action === null || (await openChannel(deps, id)) === null) return c.var.notFound();
    if (action.verb === 'settings') return c.redirect(`${pathOf(id)}/settings`, 303);
    const message = await messageIn(deps, id, c.var.person, fields.number('message'));
    const thread = threadOfPress(action, message);
    const deed = {
      channel: id,
      person: c.var.person,
      visitor: c.var.visitor,
      event: eventId(fields.text('event'), fields.text('action')),
    };
    return act(c, deps, id, thread, () =>
      chat.press(deed, action, message?.id ?? null, thread, echoOf(action, message)),
    );
  });

  app.get('/m/:id{[0-9]{1,15}}/file', async (c) => {
    const message = await findMessage(db, Number(c.req.param('id')), c.var.person);
    const attachment = message?.body.kind === 'said' ? message.body.content.attachment : null;
    if (!attachment) return c.var.notFound();
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`);
    c.header('content-type', 'application/octet-stream');
    return c.body(attachment.text);
  });

  app.get('/lookup', async (c) => {
    const language = c.req.query('language') ?? 'en';
    return c.json(await deps.lookup.follow(clip(storable(c.req.query('q') ?? ''), 80), language));
  });
}

async function messageIn(
  { db }: WebDeps,
  channel: ChannelId,
  person: string,
  id: number | null,
): Promise<WebMessage | null> {
  const message = id === null ? null : await findMessage(db, id, person);
  return message?.channel === channel ? message : null;
}

/** Only a message of this channel that stands under no other is a thread. */
async function rootOf(deps: WebDeps, channel: ChannelId, person: string, id: number | null): Promise<number | null> {
  const message = await messageIn(deps, channel, person, id);
  return message === null ? null : (message.thread ?? message.id);
}

/** What is asked of a story is answered in its thread; what changes the channel is said in the channel. */
function threadOfPress({ verb }: Action, message: WebMessage | null): number | null {
  if (message === null || message.thread !== null) return message?.thread ?? null;
  return ['points', 'ask', 'suggest', 'pick'].includes(verb) ? message.id : null;
}

/** Pressed words are shown as said: a command, or a question that was offered. */
function echoOf(action: Action, message: WebMessage | null): string | null {
  if (action.verb === 'do') return action.value;
  if (!['suggest', 'pick'].includes(action.verb) || message?.body.kind !== 'said') return null;
  const pressed = message.body.content.buttons.find(
    ({ press }) => !('url' in press) && press.verb === action.verb && press.value === action.value,
  );
  return pressed?.label ?? null;
}
