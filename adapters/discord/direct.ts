/** A word to one person, where nobody else should read it. */
import { type APIChannel, type RawFile, Routes } from 'discord.js';
import { shortId } from '../../src/action.ts';
import type { PartId } from '../../src/model.ts';
import type { Api } from './api.ts';
import type { DiscordMessage } from './components.ts';
import { nobody } from './post.ts';

/**
 * Its nonce is not the part's own, which may name what is said in the channel.
 *
 * @throws GiveUp where the person takes no messages, TryLater and Unsure as any post.
 */
export async function directTo(
  api: Api,
  person: string,
  message: DiscordMessage,
  part: PartId,
  files: RawFile[] = [],
): Promise<void> {
  const opened = { body: { recipient_id: person }, repeatable: true };
  const { id } = await api.write<APIChannel>('direct', 'POST', Routes.userChannels(), opened);
  const body = { ...message, nonce: `@${shortId(part)}`, enforce_nonce: true, allowed_mentions: nobody };
  await api.write('direct', 'POST', Routes.channelMessages(id), { body, files });
}
