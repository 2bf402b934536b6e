/** Discord, on the contract of `src/adapter.ts`: events by the gateway, everything else by REST from any process. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Adapter, Inbound, Lookup, Part, Place, Posted, ReplyTo } from '../../src/adapter.ts';
import { GiveUp, TryLater } from '../../src/errors.ts';
import { type Api, createApi, type Log } from './api.ts';
import { checkDiscord, readApplication, readsContent } from './check.ts';
import { explain } from './closed.ts';
import { registerCommands, type Settings } from './commands.ts';
import { type DiscordMessage, message, text } from './components.ts';
import { contentMessage } from './content.ts';
import { createDirectory } from './directory.ts';
import { ofThread } from './failure.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { waitingFor } from './handle.ts';
import { readChannel, readMessage } from './ids.ts';
import { hear, listening } from './listen.ts';
import { deleteOriginal, editOriginal } from './original.ts';
import { downloadFile, lookUpPerson } from './people.ts';
import { inviteLink } from './permissions.ts';
import { findPart, postMessage } from './post.ts';
import { createRecent, type Recent } from './recent.ts';
import { renderDigest } from './render.ts';
import { createFilled, languageAt, type ReplyDeps, reply } from './reply.ts';
import { readyOf } from './resume.ts';
import { openStream, rewrite, showWorking } from './stream.ts';
import { createThreads } from './threads.ts';
import { discordWords } from './words.ts';

export interface DiscordDeps {
  token: string;
  lookup: Lookup;
  log: Log;
  now: () => Date;
  /** Small values that outlive the process: which commands are registered, the gateway's sessions. */
  settings: Settings;
  /** For tests: another address than `https://discord.com/api`. */
  apiUrl?: string | undefined;
  /** Digests as embeds rather than components. */
  legacyEmbeds?: boolean;
}

/**
 * Five messages in five seconds to a channel; fifty requests a second in all, of which one server gets ten. The
 * numbers that Discord names in its answers are kept beside these.
 *
 * @see https://docs.discord.com/developers/topics/rate-limits
 */
const pace = { channelMs: 1_000, workspaceMs: 100 };

/** An answer waits no longer for "typing…" to show. */
const workingMs = 500;

export function createDiscordAdapter(deps: DiscordDeps): Adapter {
  const { log, now, lookup, apiUrl } = deps;
  const api = createApi(deps.token, log, apiUrl);
  const threads = createThreads(api, log);
  const locales = createRecent<string>(20_000);
  const talk: ReplyDeps = { api, threads, lookup, log, now, filled: createFilled() };
  let gateway: Gateway | null = null;
  let again: NodeJS.Timeout | undefined;
  const open = async (receive: Receive) => {
    try {
      gateway = await openGateway(deps, api, locales, receive);
    } catch (error) {
      if (!(error instanceof TryLater)) throw error;
      log.warn({ platform: 'discord', error: error.message }, 'discord does not answer yet, tried again');
      again = setTimeout(() => void open(receive).catch(say), openAgainMs);
    }
  };
  const say = (error: unknown) => log.error({ platform: 'discord', error: String(error) }, 'discord not opened');

  return {
    platform: 'discord',
    pace,
    start: open,
    async stop() {
      clearTimeout(again);
      await gateway?.close();
      gateway = null;
    },
    render: (digest, channel, partId) => renderDigest(digest, channel, partId, deps.legacyEmbeds),
    post: (place, part, asked) => postPart(talk, place, part, asked),
    find: (place, part) => findPart(talk, place, part),
    reply: (to, content, part) => explained(talk, to.place, part, () => reply(talk, to, content, part)),
    edit: async (place, id, content) => {
      const inThread = readMessage(id).channel !== readChannel(place.channel).channel;
      await rewrite(talk, id, contentMessage(content), content).catch((error: unknown) => {
        throw inThread ? ofThread(error) : error;
      });
    },
    stream: (to, part) => openStream(talk, to, part),
    working: (to) => Promise.race([showWorking(talk, to), delay(workingMs, undefined, { ref: false })]),
    person: (channel, author) => lookUpPerson(api, locales, channel, author),
    download: (file) => downloadFile(file, apiUrl === undefined ? null : new URL(apiUrl).origin),
    check: (live) => checkDiscord(talk, live),
  };
}

type Receive = (inbound: Inbound) => Promise<void>;
/** A machine may be up before its network is. */
const openAgainMs = 5_000;

/** @throws GiveUp when Discord refuses the token, TryLater when it does not answer. */
async function openGateway(deps: DiscordDeps, api: Api, locales: Recent<string>, receive: Receive): Promise<Gateway> {
  const { apiUrl, log, lookup, now, settings, token } = deps;
  const app = await readApplication(api).catch((error: unknown) => {
    if (error instanceof TryLater && /: 401|: 0$/.test(error.message))
      throw new GiveUp('discord: the token is refused', { cause: error });
    throw error;
  });
  await registerCommands(api, app.id, settings, log);
  const content = readsContent(app);
  const invite = inviteLink(app.id);
  log.info({ platform: 'discord', invite, messageContent: content }, 'discord: invite it by this link');
  const ears = listening({ api, directory: createDirectory(api), lookup, log, now, receive, locales });
  const gateway = createGateway({
    token,
    apiUrl,
    settings,
    log,
    now,
    us: readyOf(app, api.user),
    readsContent: content,
    invite,
    onEvent: (event) =>
      void hear(ears, event).catch((error: unknown) =>
        log.error({ platform: 'discord', event: event.t, error: String(error) }, 'discord event lost'),
      ),
  });
  // The first completion should be as fast as those that follow it.
  await lookup.follow('', 'en').catch(() => []);
  await gateway.connect();
  return gateway;
}

/** A digest that was asked for settles what the command still shows as pending. */
async function postPart(talk: ReplyDeps, place: Place, part: Part, asked?: ReplyTo): Promise<Posted> {
  const language = await languageAt(talk.lookup, place.channel);
  const request = {
    place,
    message: part.payload as DiscordMessage,
    part: part.id,
    story: part.about[0] ?? null,
    reference: null,
    title: discordWords(language).thread,
  };
  try {
    const posted = await explained(talk, place, part.id, () => postMessage(talk, request));
    await settleAsked(talk, asked, null);
    return posted;
  } catch (error) {
    if (error instanceof GiveUp) await settleAsked(talk, asked, error.message.split('missing ')[1] ?? null);
    throw error;
  }
}

/** @param missing what kept us from posting; null: it is posted, or nobody knows. Never throws. */
async function settleAsked(
  { api, lookup, log, now }: ReplyDeps,
  asked: ReplyTo | undefined,
  missing: string | null,
): Promise<void> {
  const waiting = asked === undefined ? null : waitingFor(asked.handle, now());
  if (asked === undefined || waiting === null) return;
  try {
    if (missing === null) return await deleteOriginal(api, waiting);
    const words = discordWords(await languageAt(lookup, asked.place.channel));
    await editOriginal(api, waiting, message([text(words.lacks(`**${missing}**`))]));
  } catch (error) {
    log.info({ platform: 'discord', error: String(error) }, 'interaction not settled');
  }
}

async function explained<T>(talk: ReplyDeps, { channel }: Place, part: Part['id'], run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof GiveUp && error.closes ? await explain(talk, channel, part, error) : error;
  }
}
