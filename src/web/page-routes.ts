/** Pages to read: stories and digests, which may be public, and the sources and topics, which are the operator's. */
import type { Hono } from 'hono';
import type { ChannelId } from '../model.ts';
import { storable } from '../store/storable.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { languageNamed } from '../words/words.ts';
import { channelOfSlug, channelSlug, homeChannel } from './chat.ts';
import { openChannel } from './chat-data.ts';
import { clip } from './clip.ts';
import type { WebDeps } from './deps.ts';
import { digestPage, findDigest } from './digest-page.ts';
import { documentPage, messagePage } from './page.ts';
import type { PageEnv } from './server.ts';
import { browserLanguage } from './session.ts';
import { feedHealth, sourcesPage, sourcesPerTopic, topicsPage } from './sources-page.ts';
import { findStory, talkAbout } from './story-data.ts';
import { storyPage } from './story-page.ts';
import { viewIn } from './view.ts';

/** Reachable without a token where the installation is public. */
export function publicPageRoutes(app: Hono<PageEnv>, deps: WebDeps): void {
  const { db } = deps;

  app.get('/s/:id', async (c) => {
    const asked = languageNamed(c.req.query('language') ?? '');
    const language = asked ?? browserLanguage(c, deps.defaults.language);
    const view = viewIn(language, deps);
    const frame = c.var.frame(language);
    const found = await findStory(db, c.req.param('id'), language);
    if (found === null) return c.html(messagePage(view.web.storyGone, view.web.storyGoneText, frame), 404);
    if (found.kind === 'moved') return c.redirect(`/s/${found.to}`, 301);
    const talk = frame.signedIn ? await talkAbout(db, found.story.id) : null;
    const page = storyPage(found.story, talk, view);
    return c.html(documentPage(found.story.headline, page, frame, true));
  });

  app.get('/d/:id', async (c) => {
    const digest = await findDigest(db, c.req.param('id'));
    const language = digest?.language ?? browserLanguage(c, deps.defaults.language);
    const view = viewIn(language, deps);
    const frame = c.var.frame(language);
    if (digest === null) return c.html(messagePage(view.web.digestGone, view.web.digestGoneText, frame), 404);
    return c.html(documentPage(view.words.digest.title, digestPage(digest, view), frame, true));
  });
}

export function pageRoutes(app: Hono<PageEnv>, deps: WebDeps): void {
  const { db } = deps;

  app.get('/sources', async (c) => {
    const language = browserLanguage(c, deps.defaults.language);
    const view = viewIn(language, deps);
    const word = clip(storable(c.req.query('q') ?? ''), 80);
    const page = sourcesPage(await feedHealth(db, word, knownTopic(deps, c.req.query('topic'))), word, view);
    return c.html(documentPage(view.web.sources, page, c.var.frame(language), true));
  });

  app.get('/topics', async (c) => {
    const language = browserLanguage(c, deps.defaults.language);
    const view = viewIn(language, deps);
    const topics = deps.topics.map(({ id }) => ({ id, label: view.topicName(id) }));
    const id = channelOfSlug(c.req.query('channel') ?? channelSlug(homeChannel));
    const channel = id === null ? null : await openChannel(deps, id, c.var.visitor);
    if (channel === null) return c.var.notFound();
    const page = topicsPage(topics, channel, await topicsFollowed(channel.id, deps), await sourcesPerTopic(db), view);
    return c.html(documentPage(view.web.topics, page, c.var.frame(language), true));
  });
}

async function topicsFollowed(channel: ChannelId, { db }: WebDeps): Promise<Set<string>> {
  const followed = await subscriptionsOf(db, channel);
  return new Set(followed.flatMap(({ kind, value }) => (kind === 'topic' ? [value] : [])));
}

function knownTopic({ topics }: WebDeps, wanted: string | undefined): string | null {
  return topics.find(({ id }) => id === wanted)?.id ?? null;
}
