/** A word to one person, where nobody else should read it. */
import { type APIChannel, Routes } from 'discord-api-types/v10';
import { shortId } from '../../src/action.ts';
import type { PartId } from '../../src/model.ts';
import type { Client } from './client.ts';
import type { DiscordMessage } from './components.ts';
import { nobody } from './post.ts';

/** @throws GiveUp where the person takes no messages, TryLater and Unsure as any post. */
export async function directTo(client: Client, person: string, message: DiscordMessage, part: PartId): Promise<void> {
  const opened = { body: { recipient_id: person }, repeatable: true };
  const { id } = await client.write<APIChannel>('direct', 'POST', Routes.userChannels(), opened);
  const body = { ...message, nonce: shortId(part), enforce_nonce: true, allowed_mentions: nobody };
  await client.write('direct', 'POST', Routes.channelMessages(id), { body });
}
