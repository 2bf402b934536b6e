/** For `doctor`: each Discord setting that can be wrong, looked at, with what to do. */
import { randomUUID } from 'node:crypto';
import { type APIApplication, ApplicationFlags, Routes } from 'discord.js';
import type { CheckResult, Place } from '../../src/adapter.ts';
import { content, paragraph } from '../../src/content.ts';
import type { ChannelId, MessageId, PartId } from '../../src/model.ts';
import type { Api } from './api.ts';
import { missingAt } from './closed.ts';
import { stamp } from './components.ts';
import { contentMessage } from './content.ts';
import { discordCode } from './failure.ts';
import { readChannel, readMessage } from './ids.ts';
import { inviteLink, missingIn, permissionsAt } from './permissions.ts';
import { findPart, type PostDeps, postMessage } from './post.ts';

/** @param live a channel to post to, find and clean up in; null: nothing is posted. */
export async function checkDiscord(deps: PostDeps, live: ChannelId | null): Promise<CheckResult[]> {
  const app = await readApplication(deps.api).catch((error: unknown) => String(error));
  if (typeof app === 'string') return [{ ok: false, name: 'DISCORD_TOKEN', detail: tokenAdvice(app) }];
  const results = [
    { ok: true, name: 'DISCORD_TOKEN', detail: app.name },
    { ok: true, name: 'Message Content', detail: contentAdvice(app) },
    await checkServers(deps.api, app.id),
  ];
  return live === null ? results : [...results, await checkLive(deps, live)];
}

/** @throws TryLater when Discord does not answer, or refuses the token. */
export function readApplication(api: Api): Promise<APIApplication> {
  return api.read<APIApplication>('application', Routes.currentApplication());
}

/** Both the verified bots' flag and the small ones' switch. */
export function readsContent({ flags }: Pick<APIApplication, 'flags'>): boolean {
  return (
    ((flags ?? 0) & (ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited)) !== 0
  );
}

function tokenAdvice(error: string): string {
  if (!/: 401|: 0$|: 4\d\d/.test(error))
    return 'Discord does not answer. Look at the network, and at https://discordstatus.com';
  return 'Discord refuses the token. Copy it anew: discord.com/developers/applications → your app → Bot → Reset Token';
}

function contentAdvice(app: APIApplication): string {
  if (readsContent(app)) return 'on: follow-ups in threads are read without a mention';
  return 'off: follow-ups need a mention or the Ask button. Bot → Message Content Intent switches it on';
}

async function checkServers(api: Api, app: string): Promise<CheckResult> {
  const guilds = await api.read<{ name: string }[]>('guilds', Routes.userGuilds(), { limit: '200' });
  if (guilds.length === 0) return { ok: false, name: 'Servers', detail: `in none yet. Open ${inviteLink(app)}` };
  const names = guilds.slice(0, 10).map(({ name }) => name);
  const rest = guilds.length > names.length ? ` and ${guilds.length - names.length} more` : '';
  return { ok: true, name: 'Servers', detail: `${names.join(', ')}${rest}. Another: ${inviteLink(app)}` };
}

/** Posts, answers in a thread, finds the post, and takes both away again. */
async function checkLive(deps: PostDeps, live: ChannelId): Promise<CheckResult> {
  const name = live;
  try {
    const { guild, channel } = readChannel(live);
    const missing = guild === null ? [] : missingIn(await permissionsAt(deps.api, guild, channel), true);
    if (missing.length > 0)
      return { ok: false, name, detail: `missing there: ${missing.join(', ')}. Allow it in the channel’s permissions` };
    const part = randomUUID() as PartId;
    const root = await post(
      deps,
      { channel: live, thread: null },
      'Tidings is being tried here; this goes away by itself.',
      part,
    );
    const answer = await post(
      deps,
      { channel: live, thread: guild === null ? null : root },
      'And answers in a thread.',
      randomUUID() as PartId,
    );
    const found = await findPart(deps, { channel: live, thread: null }, part);
    await tidy(deps.api, guild, root, answer);
    const detail =
      found === null
        ? 'posted, but not found again: allow Read Message History'
        : 'posted, answered in a thread, found and removed';
    return { ok: found !== null, name, detail };
  } catch (error) {
    return { ok: false, name, detail: await liveAdvice(deps.api, live, error) };
  }
}

async function post(deps: PostDeps, place: Place, words: string, part: PartId): Promise<MessageId> {
  const said = stamp(contentMessage(content([paragraph(words)])), part);
  const request = { place, message: said, part, story: null, reference: null, title: 'Tidings' };
  return (await postMessage(deps, request)).messages[0]!.id;
}

async function tidy(api: Api, guild: string | null, root: MessageId, answer: MessageId): Promise<void> {
  for (const id of [answer, root]) {
    const { channel, message } = readMessage(id);
    await api.write('delete', 'DELETE', Routes.channelMessage(channel, message), { repeatable: true });
  }
  if (guild === null) return;
  // Only with Manage Threads can the empty thread go too; without it Discord archives it.
  await api.write('delete', 'DELETE', Routes.channel(readMessage(root).message), { repeatable: true }).catch(() => {});
}

async function liveAdvice(api: Api, live: ChannelId, error: unknown): Promise<string> {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof TypeError || discordCode(error) === null) return reason;
  const { guild, channel } = readChannel(live);
  return guild === null ? reason : `${reason}: missing there: ${await missingAt(api, guild, channel)}`;
}
