/** Channels are made, set, renamed and deleted. */
import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type { ChannelId } from '../model.ts';
import { changeChannel, findChannel } from '../store/channels.ts';
import { act, pathOf } from './act.ts';
import { channelOfSlug } from './chat.ts';
import { channelNamed, openChannel } from './chat-data.ts';
import { clip } from './clip.ts';
import type { WebDeps } from './deps.ts';
import { eventId, type Fields, readFields } from './form.ts';
import type { PageEnv } from './server.ts';
import { settingsPage } from './settings-page.ts';
import { viewIn } from './view.ts';

export function channelRoutes(app: Hono<PageEnv>, deps: WebDeps): void {
  const { db, chat } = deps;

  app.post('/channels', async (c) => {
    const fields = await readFields(c);
    const name = clip(fields.text('name').trim(), 60);
    if (name === '') return c.redirect('/', 303);
    // Two of one name could not be told apart.
    const there = await channelNamed(deps, name);
    if (there !== null) return c.redirect(pathOf(there), 303);
    const event = eventId(fields.text('event'), name);
    // From the event, so that a form sent twice makes one channel.
    const id = channelOfSlug(event.slice(0, 8)) as ChannelId;
    await chat.join({ channel: id, person: c.var.person, visitor: c.var.visitor, event }, name);
    await untilMade(deps, id);
    return c.redirect(pathOf(id), 303);
  });

  app.get('/c/:slug/settings', async (c) => {
    const id = channelOfSlug(c.req.param('slug'));
    const channel = id === null ? null : await openChannel(deps, id, c.var.visitor);
    if (channel === null) return c.var.notFound();
    const following = await deps.lookup.following(channel.id);
    const view = viewIn(channel.language, deps);
    return c.html(settingsPage(channel, following, view, c.var.frame(channel.language)));
  });

  app.post('/c/:slug/settings', async (c) => {
    const id = channelOfSlug(c.req.param('slug'));
    if (id === null || (await openChannel(deps, id)) === null) return c.var.notFound();
    const fields = await readFields(c);
    const values = settingsIn(fields);
    const event = eventId(fields.text('event'), JSON.stringify(values));
    return act(c, deps, id, null, () =>
      chat.submit({ channel: id, person: c.var.person, visitor: c.var.visitor, event }, values),
    );
  });

  app.post('/c/:slug/rename', async (c) => {
    const id = channelOfSlug(c.req.param('slug'));
    if (id === null || (await findChannel(db, id)) === null) return c.var.notFound();
    const name = clip((await readFields(c)).text('name').trim(), 60);
    if (name !== '') await changeChannel(db, id, { name });
    return c.redirect(pathOf(id), 303);
  });

  app.post('/c/:slug/delete', async (c) => {
    const id = channelOfSlug(c.req.param('slug'));
    if (id === null || (await findChannel(db, id)) === null) return c.var.notFound();
    await chat.leave({ channel: id, person: c.var.person, visitor: c.var.visitor, event: randomUUID() });
    return c.redirect('/', 303);
  });
}

function settingsIn(fields: Fields): Record<string, string> {
  const single = ['topics', 'time', 'zone', 'language', 'stories', 'layout'].map((name) => [
    name,
    // Topics whole: a name that was cut off would be unsubscribed from.
    name === 'topics' ? fields.text(name).trim() : clip(fields.text(name).trim(), 2_000),
  ]);
  return Object.fromEntries([...single, ['days', fields.all('days').slice(0, 7).join(' ')]]);
}

/** The channel is made by whoever handles the event; a page of it wants it there. */
async function untilMade({ db }: WebDeps, id: ChannelId): Promise<void> {
  for (let waits = 0; waits < 30 && (await findChannel(db, id)) === null; waits += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
