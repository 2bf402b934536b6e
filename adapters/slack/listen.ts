/**
 * Slack's events through Bolt, and out as Inbound. What is to be kept is stored before Slack hears of it; forms are
 * opened at once, since Slack's leave to open one lapses after three seconds.
 */
import { createHash } from 'node:crypto';
import { App, type Receiver } from '@slack/bolt';
import type { Inbound, Lookup } from '../../src/adapter.ts';
import { parseCommand } from '../../src/command.ts';
import { type ChannelId, type Language, languages } from '../../src/model.ts';
import { languageNamed } from '../../src/words/words.ts';
import { type Asked, askCallback, askedOf, askView, readAsked, type Shortcut } from './ask-form.ts';
import { clientOptions, type Log, sdkLogger, type WebClient } from './client.ts';
import { slackError } from './failure.ts';
import { defaults, readSettings, settingsCallback, settingsView, suggestOptions, type ViewState } from './form.ts';
import { homePrefix, homeView } from './home.ts';
import { channelId, messageId, readChannel } from './ids.ts';
import {
  type BlockActions,
  base,
  handle,
  type Identity,
  type MessageEvent,
  person,
  readCommand,
  readMembership,
  readPress,
  readUninstalled,
  readWritten,
  type SlashCommand,
} from './receive.ts';
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

export function createApp(deps: ListenDeps, receiver: Receiver): App {
  const { us, log } = deps;
  const app = new App({
    receiver,
    authorize: async () => ({
      botToken: deps.botToken,
      botUserId: us.user,
      ...(us.bot && { botId: us.bot }),
      teamId: us.team,
    }),
    clientOptions: clientOptions(log, deps.apiUrl),
    logger: sdkLogger(log),
    convoStore: false,
    // We leave ourselves out by rules of our own; Bolt's would also hide that we joined a channel.
    ignoreSelf: false,
  });
  // Bolt swallows a listener's error after this; thrown on, it keeps the event from being acknowledged.
  app.error(async (error) => {
    throw error;
  });
  listenToMessages(app, deps);
  listenToChannels(app, deps);
  listenToPresses(app, deps);
  listenToForms(app, deps);
  return app;
}

function listenToMessages(app: App, deps: ListenDeps): void {
  const written = async ({ event }: { event: unknown }) => keep(deps, readWritten(event as MessageEvent, deps.us));
  app.event('message', written);
  app.event('app_mention', written);
  app.command('/tidings', async ({ command, ack }) => {
    await obey(deps, command);
    await ack();
  });
}

async function keep(deps: ListenDeps, inbound: Inbound | null): Promise<void> {
  if (inbound !== null) await deps.store(inbound);
}

/** `/tidings settings` opens the form; all else is stored, and a worker obeys it. */
async function obey(deps: ListenDeps, command: SlashCommand): Promise<void> {
  const inbound = readCommand(command, deps.us, deps.now());
  const language = await languageOf(deps, inbound.channel);
  const parsed = parseCommand(inbound.kind === 'message' ? inbound.text : '', language, true);
  const wantsForm = parsed.kind === 'command' && parsed.command.name === 'settings';
  if (wantsForm && (await openSettings(deps, inbound.channel, command.trigger_id))) return;
  await deps.store(inbound);
}

async function languageOf({ lookup }: ListenDeps, id: ChannelId): Promise<Language> {
  return (await lookup.channel(id))?.language ?? 'en';
}

const comingsAndGoings = [
  'member_joined_channel',
  'member_left_channel',
  'channel_left',
  'group_left',
  'channel_archive',
  'group_archive',
  'channel_deleted',
  'group_deleted',
] as const;

function listenToChannels(app: App, deps: ListenDeps): void {
  for (const type of comingsAndGoings) {
    app.event(type, async ({ event, body }) => keep(deps, readMembership(event, body.event_id, deps.us)));
  }
  app.event('app_uninstalled', async ({ body }) => deps.store(readUninstalled(body.event_id, deps.us)));
  app.event('tokens_revoked', async () => {
    deps.log.error({ platform: 'slack', team: deps.us.team }, 'slack tokens revoked: install the app again');
  });
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'messages') await greet(deps, event);
    else await publishHome(deps, event);
  });
}

type HomeOpened = { user: string; channel?: string };

/** Who opens the chat with us for the first time is welcomed in it, as a channel is that lets us in. */
async function greet(deps: ListenDeps, { user, channel }: HomeOpened): Promise<void> {
  if (channel === undefined || (await deps.lookup.channel(channelId(deps.us.team, channel))) !== null) return;
  await deps.store({ ...base(deps.us, channel, { event: `greet:${channel}`, author: person(user) }), kind: 'joined' });
}

async function publishHome(deps: ListenDeps, { user, channel }: HomeOpened): Promise<void> {
  const { client, lookup, us, log } = deps;
  const channels = await lookup.channelsOf('slack', user);
  const own = channel === undefined ? null : channelId(us.team, channel);
  const known = own === null || channels.some(({ id }) => id === own) ? null : await lookup.channel(own);
  const all = known === null ? channels : [...channels, known];
  const shown = await Promise.all(
    all.map(async (each) => ({ channel: each, following: await lookup.following(each.id) })),
  );
  const language = all[0]?.language ?? (await languageOfPerson(deps, user));
  await client.views.publish({ user_id: user, view: homeView(shown, own, language) }).catch((error: unknown) => {
    log.warn({ platform: 'slack', error: slackError(error) ?? 'no answer' }, 'home not shown');
  });
}

async function languageOfPerson({ client }: ListenDeps, user: string): Promise<Language> {
  const info = await client.users.info({ user, include_locale: true }).catch(() => null);
  return languageNamed(info?.user?.locale ?? '') ?? languages[0];
}

function listenToPresses(app: App, deps: ListenDeps): void {
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
    await openSettings(deps, fromHome as ChannelId, body.trigger_id);
    return;
  }
  const inbound = readPress(body, deps.us, deps.now());
  if (inbound === null) return;
  const opened =
    (inbound.action.verb === 'settings' && (await openSettings(deps, inbound.channel, body.trigger_id))) ||
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

async function openSettings(deps: ListenDeps, id: ChannelId, trigger: string): Promise<boolean> {
  const [channel, following] = await Promise.all([deps.lookup.channel(id), deps.lookup.following(id)]);
  return openView(deps, trigger, settingsView(id, channel ?? defaults, following));
}

async function openAsk(
  deps: ListenDeps,
  body: BlockActions,
  inbound: Extract<Inbound, { kind: 'press' }>,
): Promise<boolean> {
  const { action, message, parent, handle: answerBy } = inbound;
  const headline = action.story === null ? null : await deps.lookup.headline(action.story);
  if (headline === null || message === null || parent === null) return false;
  const { channel } = readChannel(inbound.channel);
  const [messageTs, threadTs] = [message, parent].map((id) => id.slice(id.lastIndexOf('/') + 1));
  const asked = {
    channel,
    message: messageTs!,
    thread: threadTs!,
    story: action.story,
    url: null,
    responseUrl: answerBy?.value ?? null,
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

function listenToForms(app: App, deps: ListenDeps): void {
  app.view(settingsCallback, async ({ body, view, ack }) => {
    const read = readSettings(view.private_metadata, view.state as ViewState);
    if (read !== null) {
      const { channel } = readChannel(read.channel);
      // Saved again with other values, after an error that was shown, it is another event.
      const filled = createHash('sha256').update(JSON.stringify(read.values)).digest('base64url').slice(0, 12);
      const author = person(body.user.id, body.user.name);
      const about = base(deps.us, channel, { event: `form:${view.id}/${filled}`, author });
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

/** About a story of ours: a form. About a message that somebody wrote: as if the asker had mentioned us under it. */
function question(
  deps: ListenDeps,
  view: string,
  user: { id: string; name?: string },
  { asked, question: text }: { asked: Asked; question: string },
): Inbound {
  const { us, now } = deps;
  const about = base(us, asked.channel, {
    event: `form:${view}`,
    author: person(user.id, user.name ?? null),
    handle: handle(asked.responseUrl ?? undefined, now()),
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
