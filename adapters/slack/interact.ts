/** Presses and forms: what is opened at once, and what is stored. */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { Inbound, Lookup } from '../../src/adapter.ts';
import type { ChannelId, Language } from '../../src/model.ts';
import { languageNamed } from '../../src/words/words.ts';
import { type Asked, askCallback, askedOf, askView, readAsked, type Shortcut } from './ask-form.ts';
import type { Log, WebClient } from './client.ts';
import { slackError } from './failure.ts';
import {
  defaults,
  readSettings,
  type Shown,
  settingsCallback,
  settingsView,
  suggestOptions,
  type ViewState,
} from './form.ts';
import { makeHandle } from './handle.ts';
import { homePrefix } from './home.ts';
import { channelId, messageId, readChannel, readMessage } from './ids.ts';
import { type BlockActions, base, type Identity, person, readPress } from './receive.ts';
import { slackWords } from './words.ts';

export interface ListenDeps {
  us: Identity;
  /** Gives up in time for Slack to be acknowledged. */
  client: WebClient;
  lookup: Lookup;
  log: Log;
  now: () => Date;
  /** Resolves when it is stored. @throws when it is not, or not soon enough. */
  store: (inbound: Inbound) => Promise<void>;
  botToken: string;
  apiUrl: string | undefined;
}

export function listenToPresses(app: App, deps: ListenDeps): void {
  app.action({ type: 'block_actions' }, async ({ body, ack }) => {
    await press(deps, body as unknown as BlockActions);
    await ack();
  });
  app.shortcut({ callback_id: askCallback, type: 'message_action' }, async ({ shortcut, ack }) => {
    await openShortcut(deps, shortcut as unknown as Shortcut);
    await ack();
  });
}

async function press(deps: ListenDeps, body: BlockActions): Promise<void> {
  const fromHome = body.actions[0]?.action_id.startsWith(homePrefix)
    ? body.actions[0].action_id.slice(homePrefix.length)
    : null;
  if (fromHome !== null) {
    await openSettings(deps, fromHome as ChannelId, body.user.id, body.trigger_id);
    return;
  }
  const inbound = readPress(body, deps.us, deps.now());
  if (inbound === null) return;
  const opened =
    (inbound.action.verb === 'settings' &&
      (await openSettings(deps, inbound.channel, body.user.id, body.trigger_id))) ||
    (inbound.action.verb === 'ask' && (await openAsk(deps, body, inbound)));
  // A form that does not open is no dead button: the press is answered with words.
  if (!opened) await deps.store(inbound);
}

/** @returns false when Slack did not open it. */
async function openView(
  deps: ListenDeps,
  trigger: string,
  view: Parameters<WebClient['views']['open']>[0]['view'],
): Promise<boolean> {
  try {
    await deps.client.views.open({ trigger_id: trigger, view });
    return true;
  } catch (error) {
    deps.log.warn({ platform: 'slack', error: slackError(error) ?? 'no answer' }, 'form not opened');
    return false;
  }
}

/** @returns false when Slack did not open it. */
export async function openSettings(deps: ListenDeps, id: ChannelId, user: string, trigger: string): Promise<boolean> {
  const [channel, following] = await Promise.all([deps.lookup.channel(id), deps.lookup.following(id)]);
  const shown = channel ?? (await firstSettings(deps, user));
  return openView(deps, trigger, settingsView(id, shown, following));
}

/** What a channel that we do not know yet would begin with: this person's language and zone. */
async function firstSettings(deps: ListenDeps, user: string): Promise<Shown> {
  const { language, zone } = await homeOf(deps, user);
  return { ...defaults, language: language ?? defaults.language, zone: zone ?? defaults.zone };
}

/** Slack's three seconds are for what is to be shown. */
const personMs = 700;

/** @returns nulls where Slack does not tell soon. */
export async function homeOf(
  { client }: ListenDeps,
  user: string,
): Promise<{ language: Language | null; zone: string | null }> {
  const told = client.users.info({ user, include_locale: true }).catch(() => null);
  const info = await Promise.race([told, delay(personMs, null, { ref: false })]);
  const { locale = '', tz } = info?.user ?? {};
  return { language: languageNamed(locale), zone: tz ?? null };
}

async function openAsk(
  deps: ListenDeps,
  body: BlockActions,
  inbound: Extract<Inbound, { kind: 'press' }>,
): Promise<boolean> {
  const { action, message, parent } = inbound;
  const headline = action.story === null ? null : await deps.lookup.headline(action.story);
  if (headline === null || message === null || parent === null) return false;
  const { channel } = readChannel(inbound.channel);
  const asked = {
    channel,
    message: readMessage(message).ts,
    thread: readMessage(parent).ts,
    story: action.story,
    url: null,
    responseUrl: body.response_url || null,
  };
  return openView(deps, body.trigger_id, askView(asked, headline, await languageOf(deps, inbound.channel)));
}

async function openShortcut(deps: ListenDeps, shortcut: Shortcut): Promise<void> {
  const asked = askedOf(shortcut);
  const language = await languageOf(deps, channelId(deps.us.team, asked.channel));
  await openView(
    deps,
    shortcut.trigger_id,
    askView(asked, asked.url ?? slackWords(language).ask.aboutMessage, language),
  );
}

export function listenToForms(app: App, deps: ListenDeps): void {
  app.view(settingsCallback, async ({ body, view, ack }) => {
    const read = readSettings(view.private_metadata, view.state as ViewState);
    if (read !== null) {
      const { channel } = readChannel(read.channel);
      const author = person(body.user.id, body.user.name);
      const about = base(deps.us, channel, { event: formEvent(view.id, JSON.stringify(read.values)), author });
      await deps.store({ ...about, kind: 'form', values: read.values, parent: null });
    }
    await ack();
  });
  app.view(askCallback, async ({ body, view, ack }) => {
    const read = readAsked(view.private_metadata, view.state as ViewState);
    if (read !== null) await deps.store(question(deps, view.id, body.user, read));
    await ack();
  });
  app.options(/^(topics|zone)$/, async ({ body, ack }) => {
    const language = await languageOfForm(deps, body.view?.private_metadata);
    await ack({ options: await suggestOptions(body.action_id, body.value, language, deps.lookup) });
  });
}

/** Sent again with other words, after an error that was shown, it is another event. */
function formEvent(view: string, filled: string): string {
  return `form:${view}/${createHash('sha256').update(filled).digest('base64url').slice(0, 12)}`;
}

/** About a story of ours: a form. About a message that somebody wrote: as if the asker had mentioned us under it. */
function question(
  deps: ListenDeps,
  view: string,
  user: { id: string; name?: string },
  { asked, question: text }: { asked: Asked; question: string },
): Inbound {
  const { us, now } = deps;
  const about = base(us, asked.channel, {
    event: formEvent(view, text),
    author: person(user.id, user.name ?? null),
    handle: makeHandle(asked.responseUrl, now(), text),
  });
  const parent = messageId(us.team, asked.channel, asked.thread);
  if (asked.story !== null) return { ...about, kind: 'form', values: { question: text, story: asked.story }, parent };
  const words = asked.url === null ? text : `${text} ${asked.url}`;
  return {
    ...about,
    kind: 'message',
    text: words,
    address: 'mention',
    message: messageId(us.team, asked.channel, asked.message),
    parent,
    files: [],
  };
}

async function languageOfForm(deps: ListenDeps, metadata: string | undefined): Promise<Language> {
  const channel = /"channel":"(slack:[^"]+)"/.exec(metadata ?? '')?.[1];
  return channel === undefined ? 'en' : languageOf(deps, channel as ChannelId);
}

export async function languageOf({ lookup }: ListenDeps, id: ChannelId): Promise<Language> {
  return (await lookup.channel(id))?.language ?? 'en';
}
