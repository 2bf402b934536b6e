/**
 * Slack's events through Bolt, and out as Inbound. What is to be kept is stored before Slack hears of it; forms are
 * opened at once, since Slack's leave to open one lapses after three seconds.
 */
import { App, type Receiver } from '@slack/bolt';
import type { Inbound } from '../../src/adapter.ts';
import { parseCommand } from '../../src/command.ts';
import { languages } from '../../src/model.ts';
import { clientOptions, sdkLogger } from './client.ts';
import { slackError } from './failure.ts';
import { homeView } from './home.ts';
import { channelId } from './ids.ts';
import { homeOf, type ListenDeps, languageOf, listenToForms, listenToPresses, openSettings } from './interact.ts';
import {
  base,
  type MessageEvent,
  person,
  readCommand,
  readMembership,
  readUninstalled,
  readWritten,
  type SlashCommand,
} from './receive.ts';

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
  if (wantsForm && (await openSettings(deps, inbound.channel, command.user_id, command.trigger_id))) return;
  await deps.store(inbound);
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
  const language = all[0]?.language ?? (await homeOf(deps, user)).language ?? languages[0];
  await client.views.publish({ user_id: user, view: homeView(shown, own, language) }).catch((error: unknown) => {
    log.warn({ platform: 'slack', error: slackError(error) ?? 'no answer' }, 'home not shown');
  });
}
