/** What Discord can tell of a person and of a file, when a worker asks. */
import { type APIGuild, type APIGuildMember, Routes } from 'discord.js';
import type { FileRef, Person } from '../../src/adapter.ts';
import { GiveUp, TryLater } from '../../src/errors.ts';
import type { ChannelId } from '../../src/model.ts';
import type { Api } from './api.ts';
import { readChannel } from './ids.ts';
import { manages, permissionsIn } from './permissions.ts';
import type { Recent } from './recent.ts';

/**
 * Administrators are whoever manages the server or its channels. Discord tells nobody's zone, and a language only
 * with an interaction. @throws TryLater when Discord cannot say now.
 */
export async function lookUpPerson(
  api: Api,
  locales: Recent<string>,
  id: ChannelId,
  author: string,
): Promise<Person | null> {
  const { guild } = readChannel(id);
  const spoken = locales.get(author) ?? null;
  if (guild === null) return { administrator: true, zone: null, language: spoken };
  try {
    const [server, member] = await Promise.all([
      api.read<APIGuild>('guild', Routes.guild(guild)),
      api.read<APIGuildMember>('member', Routes.guildMember(guild, author)),
    ]);
    const standing = {
      guild,
      owner: server.owner_id === author,
      roles: server.roles,
      memberRoles: member.roles,
      user: author,
    };
    return {
      administrator: manages(permissionsIn(standing, [])),
      zone: null,
      language: spoken ?? server.preferred_locale,
    };
  } catch (error) {
    if (error instanceof GiveUp) return null;
    throw error;
  }
}

const maxFileBytes = 1_000_000;
const attachments = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

/** @param also where a test keeps its files. @throws GiveUp for a file that cannot be had, TryLater otherwise. */
export async function downloadFile({ ref }: FileRef, also: string | null): Promise<Uint8Array> {
  if (!URL.canParse(ref) || ![...attachments, also].includes(new URL(ref).origin))
    throw new GiveUp('discord file: not at Discord');
  const answer = await fetch(ref, { redirect: 'error', signal: AbortSignal.timeout(10_000) }).catch(
    (error: unknown) => {
      throw new TryLater('discord file: no answer', 10, { cause: error });
    },
  );
  if (!answer.ok) throw new GiveUp(`discord file: ${answer.status}`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.byteLength;
    if (length > maxFileBytes) throw new GiveUp('discord file: over 1 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
