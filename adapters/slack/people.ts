/** What Slack can tell of a person and of a file, when a worker asks. */
import type { FileRef, Person } from '../../src/adapter.ts';
import { readAtMost } from '../../src/bytes.ts';
import { GiveUp, TryLater } from '../../src/errors.ts';
import type { ChannelId } from '../../src/model.ts';
import { isZone } from '../../src/zone.ts';
import type { WebClient } from './client.ts';
import { readFailure, slackError } from './failure.ts';
import { readChannel } from './ids.ts';

/** Administrators of the workspace, and who made the channel. @throws TryLater when Slack cannot say now. */
export async function lookUpPerson(client: WebClient, id: ChannelId, author: string): Promise<Person | null> {
  const user = await userOf(client, author);
  if (user === null) return null;
  const administers = user.is_admin || user.is_owner || user.is_primary_owner || false;
  return {
    administrator: administers || (await creatorOf(client, id)) === author,
    zone: user.tz !== undefined && isZone(user.tz) ? user.tz : null,
    language: user.locale ?? null,
  };
}

async function userOf(client: WebClient, author: string) {
  try {
    return (await client.users.info({ user: author, include_locale: true })).user ?? null;
  } catch (error) {
    if (['user_not_found', 'user_not_visible'].includes(slackError(error) ?? '')) return null;
    throw readFailure('users.info', error);
  }
}

/** @returns null where we may not look: then nobody is taken for the creator. */
async function creatorOf(client: WebClient, id: ChannelId): Promise<string | null> {
  try {
    return (await client.conversations.info({ channel: readChannel(id).channel })).channel?.creator ?? null;
  } catch (error) {
    if (slackError(error) !== null) return null;
    throw readFailure('conversations.info', error);
  }
}

const maxFileBytes = 1_000_000;

/** @param trusted says which addresses may see our token. @throws GiveUp for a file that cannot be had, TryLater otherwise. */
export async function downloadFile(
  token: string,
  { ref }: FileRef,
  trusted: (url: string) => boolean,
): Promise<Uint8Array> {
  if (!trusted(ref)) throw new GiveUp('slack file: not at Slack');
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(ref, { headers, redirect: 'error', signal: AbortSignal.timeout(10_000) }).catch(
    (error: unknown) => {
      throw new TryLater('slack file: no answer', 10, { cause: error });
    },
  );
  // Without `files:read` Slack answers with its sign-in page.
  if (!answer.ok || answer.headers.get('content-type')?.startsWith('text/html'))
    throw new GiveUp(`slack file: ${answer.status}`);
  const bytes = await readAtMost(answer.body, maxFileBytes);
  if (bytes === null) throw new GiveUp('slack file: over 1 MB');
  return bytes;
}
