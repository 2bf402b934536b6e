/** What an interaction left waiting (Discord's "original response"): filled in, taken away, or said to one alone. */
import { type APIMessage, MessageFlags, Routes } from 'discord-api-types/v10';
import type { Content } from '../../src/content.ts';
import { GiveUp, Unsure } from '../../src/errors.ts';
import type { Client, Log } from './client.ts';
import type { DiscordMessage } from './components.ts';
import { filesOf } from './content.ts';
import type { Waiting } from './handle.ts';
import { nobody } from './post.ts';

/** Doing it twice comes to the same. @throws TryLater or GiveUp. */
export function editOriginal(
  client: Client,
  { app, token }: Waiting,
  said: DiscordMessage,
  content?: Content,
): Promise<APIMessage> {
  const files = content === undefined ? [] : filesOf(content);
  const sending = { body: { ...said, allowed_mentions: nobody }, files, auth: false, repeatable: true };
  return client.write<APIMessage>('interaction', 'PATCH', Routes.webhookMessage(app, token), sending);
}

export async function deleteOriginal(client: Client, { app, token }: Waiting): Promise<void> {
  await client.write('interaction', 'DELETE', Routes.webhookMessage(app, token), { auth: false, repeatable: true });
}

/** What everybody sees as "thinking…" goes, and the one who asked is told. */
export async function whisperInstead(deps: WhisperDeps, waiting: Waiting, said: DiscordMessage): Promise<void> {
  await deleteOriginal(deps.client, waiting).catch((error: unknown) => {
    if (!(error instanceof GiveUp)) throw error;
  });
  await whisper(deps, waiting, said);
}

export interface WhisperDeps {
  client: Client;
  log: Log;
}

/**
 * One more message for the one who asked. Only after the original was filled or taken away: until then Discord puts
 * it in the original's place. A whisper that is lost is not said twice.
 */
export async function whisper({ client, log }: WhisperDeps, waiting: Waiting, said: DiscordMessage): Promise<void> {
  const body = { ...said, flags: (said.flags ?? 0) | MessageFlags.Ephemeral, allowed_mentions: nobody };
  const path = Routes.webhook(waiting.app, waiting.token);
  await client.write('whisper', 'POST', path, { body, auth: false }).catch((error: unknown) => {
    if (!(error instanceof Unsure)) throw error;
    log.warn({ platform: 'discord', error: error.message }, 'whisper may be lost');
  });
}
