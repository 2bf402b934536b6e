/** What an interaction left waiting (Discord's "original response"): filled in, taken away, or said to one alone. */
import { type APIMessage, MessageFlags, Routes } from 'discord.js';
import type { Content } from '../../src/content.ts';
import { GiveUp, Unsure } from '../../src/errors.ts';
import type { Api, Log } from './api.ts';
import type { DiscordMessage } from './components.ts';
import { filesOf } from './content.ts';
import type { Waiting } from './handle.ts';
import { nobody } from './post.ts';

/** Doing it twice comes to the same. @throws TryLater or GiveUp. */
export function editOriginal(
  api: Api,
  { app, token }: Waiting,
  said: DiscordMessage,
  content?: Content,
): Promise<APIMessage> {
  const files = content === undefined ? [] : filesOf(content);
  // Only what is named is kept: what an attempt before this one has left there is not.
  const attachments = files.map((_, index) => ({ id: String(index) }));
  const body = { ...said, allowed_mentions: nobody, ...(files.length > 0 && { attachments }) };
  const sending = { body, files, auth: false, repeatable: true };
  return api.write<APIMessage>('interaction', 'PATCH', Routes.webhookMessage(app, token), sending);
}

export async function deleteOriginal(api: Api, { app, token }: Waiting): Promise<void> {
  await api.write('interaction', 'DELETE', Routes.webhookMessage(app, token), { auth: false, repeatable: true });
}

/** What everybody sees as "thinking…" goes, and the one who asked is told. */
export async function whisperInstead(deps: WhisperDeps, waiting: Waiting, said: DiscordMessage): Promise<void> {
  await deleteOriginal(deps.api, waiting).catch((error: unknown) => {
    if (!(error instanceof GiveUp)) throw error;
  });
  await whisper(deps, waiting, said);
}

export interface WhisperDeps {
  api: Api;
  log: Log;
}

/**
 * One more message for the one who asked. Only after the original was filled or taken away: until then Discord puts
 * it in the original's place. A whisper that is lost is not said twice.
 */
export async function whisper({ api, log }: WhisperDeps, waiting: Waiting, said: DiscordMessage): Promise<void> {
  const body = { ...said, flags: (said.flags ?? 0) | MessageFlags.Ephemeral, allowed_mentions: nobody };
  const path = Routes.webhook(waiting.app, waiting.token);
  await api.write('whisper', 'POST', path, { body, auth: false }).catch((error: unknown) => {
    if (!(error instanceof Unsure)) throw error;
    log.warn({ platform: 'discord', error: error.message }, 'whisper may be lost');
  });
}
