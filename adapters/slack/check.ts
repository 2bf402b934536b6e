/** For `doctor`: each Slack setting that can be wrong, looked at, with what to do. */
import { randomUUID } from 'node:crypto';
import type { CheckResult } from '../../src/adapter.ts';
import { content, paragraph } from '../../src/content.ts';
import type { ChannelId, MessageId, PartId } from '../../src/model.ts';
import { createClient, type Log, type WebClient } from './client.ts';
import { contentMessage } from './content.ts';
import { slackError } from './failure.ts';
import { readChannel, readMessage } from './ids.ts';
import type { Poster } from './post.ts';

export interface CheckDeps {
  client: WebClient;
  poster: Poster;
  log: Log;
  botToken: string;
  appToken: string | null;
  signingSecret: string | null;
  apiUrl: string | undefined;
}

/** As slack.manifest.yaml asks for them. */
export const scopes = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'users:read',
];

/** @param live a channel to post to, find and clean up in; null: nothing is posted. */
export async function checkSlack(deps: CheckDeps, live: ChannelId | null): Promise<CheckResult[]> {
  const token = await checkBotToken(deps);
  const events = await checkEvents(deps);
  // A missing scope may not matter for what is tried; a refused token does.
  if (!token[0]?.ok) return [...token, events];
  return [...token, events, ...(live === null ? [await checkMembership(deps.client)] : await checkLive(deps, live))];
}

async function checkBotToken({ client, botToken }: CheckDeps): Promise<CheckResult[]> {
  const name = 'SLACK_BOT_TOKEN';
  if (!botToken.startsWith('xoxb-'))
    return [{ ok: false, name, detail: `It should begin with xoxb-. ${whereTokenIs}` }];
  try {
    const answer = await client.auth.test();
    const token = { ok: true, name, detail: `${answer.user} in ${answer.team} (${answer.team_id})` };
    return [token, checkScopes(answer.response_metadata?.scopes)];
  } catch (error) {
    return [{ ok: false, name, detail: tokenAdvice(slackError(error)) }];
  }
}

const whereTokenIs = 'Copy the Bot User OAuth Token (xoxb-…) from api.slack.com/apps → your app → OAuth & Permissions';

function tokenAdvice(error: string | null): string {
  if (error === null) return 'Slack does not answer. Look at the network, and at https://slack-status.com';
  return `Slack says ${error}. ${whereTokenIs}`;
}

function checkScopes(granted: string[] | undefined): CheckResult {
  const missing = granted === undefined ? [] : scopes.filter((scope) => !granted.includes(scope));
  if (missing.length === 0)
    return { ok: true, name: 'Slack scopes', detail: granted === undefined ? 'not told by Slack' : 'all granted' };
  const detail = `missing: ${missing.join(', ')}. Paste slack.manifest.yaml under App Manifest again, then press Reinstall under OAuth & Permissions`;
  return { ok: false, name: 'Slack scopes', detail };
}

/** How events reach us: Socket Mode, or HTTP with a signature. */
async function checkEvents({ appToken, signingSecret, log, apiUrl }: CheckDeps): Promise<CheckResult> {
  if (appToken !== null) return checkAppToken(appToken, log, apiUrl);
  const name = 'SLACK_SIGNING_SECRET';
  if (signingSecret === null) {
    return {
      ok: false,
      name: 'SLACK_APP_TOKEN',
      detail: 'Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set: Tidings can post, but hears nothing',
    };
  }
  if (!/^[0-9a-f]{32}$/.test(signingSecret)) {
    return {
      ok: false,
      name,
      detail: 'It should be 32 hexadecimal characters: Basic Information → App Credentials → Signing Secret',
    };
  }
  return { ok: true, name, detail: 'HTTP mode: the request address is <public address>/webhooks/slack' };
}

async function checkAppToken(appToken: string, log: Log, apiUrl: string | undefined): Promise<CheckResult> {
  const name = 'SLACK_APP_TOKEN';
  try {
    await createClient(appToken, log, apiUrl).apps.connections.open({});
    return { ok: true, name, detail: 'Socket Mode opens' };
  } catch (error) {
    const advice =
      'Make one under Basic Information → App-Level Tokens with the scope connections:write (xapp-…), and switch Socket Mode on';
    return { ok: false, name, detail: `${slackError(error) ?? 'no answer'}. ${advice}` };
  }
}

async function checkMembership(client: WebClient): Promise<CheckResult> {
  const name = 'Slack channels';
  try {
    const answer = await client.users.conversations({
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: 200,
    });
    const names = (answer.channels ?? []).map((channel) => `#${channel.name ?? channel.id}`);
    if (names.length === 0) return { ok: true, name, detail: 'member of none yet: type /invite @Tidings in a channel' };
    return {
      ok: true,
      name,
      detail: `member of ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}`,
    };
  } catch (error) {
    return { ok: false, name, detail: `${slackError(error) ?? 'no answer'}: the channels cannot be listed` };
  }
}

/** Posts, answers in the thread, finds what was posted, and takes it all away again. */
async function checkLive({ client, poster }: CheckDeps, live: ChannelId): Promise<CheckResult[]> {
  const name = `Slack ${live}`;
  const part = randomUUID() as PartId;
  const standing: MessageId[] = [];
  const post = async (thread: MessageId | null, id: PartId, text: string) => {
    const posted = await poster.post({ channel: live, thread }, said(text), id, null);
    standing.unshift(...posted.messages.map((message) => message.id));
    return posted;
  };
  try {
    const posted = await post(null, part, 'Tidings is being tried here; this goes away by itself.');
    await post(posted.thread, randomUUID() as PartId, 'And it answers in the thread.');
    const found = await poster.find({ channel: live, thread: null }, part);
    await removeAll(client, standing);
    if (found === null) return [{ ok: false, name, detail: 'posted, but not found again: look at the history scopes' }];
    return [{ ok: true, name, detail: 'posted, answered in the thread, found and removed' }];
  } catch (error) {
    await removeAll(client, standing).catch(() => {});
    return [{ ok: false, name, detail: await liveAdvice(client, live, error) }];
  }
}

/** Answers first: a root that is taken away under them would stay as a gravestone. */
async function removeAll(client: WebClient, standing: MessageId[]): Promise<void> {
  for (let id = standing.shift(); id !== undefined; id = standing.shift()) {
    const { channel, ts } = readMessage(id);
    await client.chat.delete({ channel, ts });
  }
}

function said(text: string) {
  return contentMessage(content([paragraph(text)]));
}

async function liveAdvice(client: WebClient, live: ChannelId, error: unknown): Promise<string> {
  const reason = error instanceof Error ? error.message : String(error);
  const info = await client.conversations.info({ channel: readChannel(live).channel }).catch(() => null);
  if (info?.channel?.is_archived) return `${reason}. The channel is archived`;
  return info?.channel?.is_member === false ? `${reason}. Type /invite @Tidings in the channel` : reason;
}
