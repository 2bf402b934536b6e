/** Slack, on the contract of `src/adapter.ts`: Socket Mode with an app token, else HTTP with the signing secret. */
import type { Receiver } from '@slack/bolt';
import type { Adapter, Inbound, Lookup } from '../../src/adapter.ts';
import { GiveUp } from '../../src/errors.ts';
import type { Language, PartId } from '../../src/model.ts';
import { wordsFor } from '../../src/words/words.ts';
import type { SlackMessage } from './blocks.ts';
import { checkSlack } from './check.ts';
import { createClient, type Log, type WebClient } from './client.ts';
import { startFailure } from './failure.ts';
import { storeInTime } from './held.ts';
import { createApp } from './listen.ts';
import type { LostDeps } from './lost.ts';
import { createPatience } from './patience.ts';
import { downloadFile, lookUpPerson } from './people.ts';
import { createPoster } from './post.ts';
import type { Identity } from './receive.ts';
import { type GaugeNames, renderDigest } from './render.ts';
import { edit, orByHandle, reply, threadOf } from './reply.ts';
import { createSocketReceiver } from './socket.ts';
import { createStatus } from './status.ts';
import { openStream } from './stream.ts';
import { createHttpReceiver } from './webhook.ts';
import { slackWords } from './words.ts';

export interface SlackDeps {
  /** `xoxb-…` */
  botToken: string;
  /** `xapp-…`: Socket Mode. */
  appToken: string | null;
  /** HTTP mode, where there is no app token. */
  signingSecret: string | null;
  lookup: Lookup;
  log: Log;
  now: () => Date;
  /** A gauge's poles in a language; without it digests show no gauges. */
  gaugeNames?: GaugeNames;
  /** For tests: another address than `https://slack.com/api/`. */
  apiUrl?: string;
}

/**
 * Slack allows one message a second and channel, and several hundred a minute and workspace.
 *
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 */
const pace = { channelMs: 1_000, workspaceMs: 200 };

/** Slack's leave to open a form lapses after 3 s, and it wants to be acknowledged by then. */
const formTimeoutMs = 2_000;

export function createSlackAdapter(deps: SlackDeps): Adapter {
  const { log, now, lookup, botToken, appToken, signingSecret, apiUrl, gaugeNames = () => null } = deps;
  const client = createClient(botToken, log, apiUrl);
  const poster = createPoster({ client, log, now });
  const isOurs: LostDeps['isOurs'] = async (message) => (await lookup.isOurs?.(message)) ?? true;
  const streams = { client, poster, log, now, isOurs };
  const http = signingSecret === null || appToken !== null ? null : createHttpReceiver(signingSecret, log, now);
  const receiver = appToken === null ? http : createSocketReceiver(appToken, log, apiUrl);
  const formClient = createClient(botToken, log, apiUrl, formTimeoutMs);
  const languageAt = async (id: Parameters<Lookup['channel']>[0]) => (await lookup.channel(id))?.language ?? 'en';

  const patience = createPatience(log);
  const disconnect = async () => receiver?.stop();
  const status = createStatus(client, log);
  const replies = {
    client,
    poster,
    log,
    now,
    isOurs,
    hooks: isAt('https://hooks.slack.com', apiUrl),
    languageAt,
    uploaded: new Set<PartId>(),
  };

  return {
    platform: 'slack',
    pace,
    start: (receive) => patience.start(() => connect(deps, { client, formClient }, receiver, receive), disconnect),
    stop: async () => {
      patience.stop();
      await disconnect();
    },
    render: (digest, channel, partId) => renderDigest(digest, channel, partId, gaugeNames),
    post: (place, part, asked) => {
      const message = part.payload as SlackMessage;
      return orByHandle(replies, asked, place, message, () =>
        poster.post(place, message, part.id, part.about[0] ?? null),
      );
    },
    find: (place, part, to) => poster.find(to === undefined ? place : threadOf(to), part),
    reply: async (to, content, part) => {
      const said = await reply(replies, to, content, part);
      status.answered(to);
      return said;
    },
    edit: (_place, message, content) => edit(client, message, content),
    stream: async (to, part) => {
      const stream = await openStream(streams, to, part, working(await languageAt(to.place.channel)));
      status.answered(to);
      return stream;
    },
    working: async (to) => {
      const language = languageAt(to.place.channel).catch(() => 'en' as const);
      status.show(
        to,
        language.then((spoken) => slackWords(spoken).working),
      );
    },
    person: (channel, author) => lookUpPerson(client, channel, author),
    download: (file) => downloadFile(botToken, file, isAt('https://files.slack.com', apiUrl)),
    check: (live) => checkSlack({ client, poster, log, botToken, appToken, signingSecret, apiUrl }, live),
    ...(http !== null && { webhook: (request: Request) => http.handle(request) }),
  };
}

function working(language: Language): string {
  return wordsFor(language).answer.working;
}

/** @throws GiveUp when Slack refuses a token, TryLater when it does not answer. */
async function connect(
  deps: SlackDeps,
  { client, formClient }: { client: WebClient; formClient: WebClient },
  receiver: Receiver | null,
  receive: (inbound: Inbound) => Promise<void>,
): Promise<void> {
  const { lookup, log, now, botToken, apiUrl } = deps;
  const us = await whoAreWe(client);
  if (receiver === null) {
    log.warn({ platform: 'slack' }, 'slack hears nothing: set SLACK_APP_TOKEN or SLACK_SIGNING_SECRET');
    return;
  }
  const store = storeInTime(receive);
  await createApp({ us, client: formClient, lookup, log, now, store, botToken, apiUrl }, receiver).start();
}

async function whoAreWe(client: WebClient): Promise<Identity> {
  const answer = await client.auth.test().catch((error: unknown) => {
    throw startFailure('auth.test', error);
  });
  if (!answer.team_id || !answer.user_id) throw new GiveUp('slack auth.test: no bot token');
  return { team: answer.team_id, user: answer.user_id, bot: answer.bot_id ?? null };
}

/** Only there, or at the address given for tests: our token and our words go nowhere else. */
function isAt(origin: string, apiUrl: string | undefined): (url: string) => boolean {
  const allowed = [origin, ...(apiUrl === undefined ? [] : [new URL(apiUrl).origin])];
  return (url) => URL.canParse(url) && allowed.includes(new URL(url).origin);
}
