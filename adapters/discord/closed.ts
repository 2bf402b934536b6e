/** A channel that shut us out: which permission is missing, and a word to whoever brought us in. */
import { type APIGuild, Routes } from 'discord.js';
import type { Lookup } from '../../src/adapter.ts';
import { GiveUp } from '../../src/errors.ts';
import type { ChannelId, PartId } from '../../src/model.ts';
import type { Api, Log } from './api.ts';
import { message, text } from './components.ts';
import { directTo } from './direct.ts';
import { codes, discordCode } from './failure.ts';
import { readChannel } from './ids.ts';
import { missingIn, permissionsAt } from './permissions.ts';
import { languageAt } from './reply.ts';
import { discordWords } from './words.ts';

export interface ClosedDeps {
  api: Api;
  lookup: Lookup;
  log: Log;
}

/** @returns the refusal with the missing permission's name in it, or as it was. */
export async function explain(deps: ClosedDeps, id: ChannelId, part: PartId, refusal: GiveUp): Promise<GiveUp> {
  const code = discordCode(refusal);
  const { guild, channel } = readChannel(id);
  if (guild === null || (code !== codes.missingAccess && code !== codes.missingPermissions)) return refusal;
  const missing = await missingAt(deps.api, guild, channel);
  await tellMender(deps, id, missing, part);
  return new GiveUp(`${refusal.message}, missing ${missing}`, { cause: refusal.cause, closes: true });
}

/** Where we may not even look, it is looking that is missing. */
export async function missingAt(api: Api, guild: string, channel: string): Promise<string> {
  const missing = await permissionsAt(api, guild, channel).then(missingIn, () => ['View Channel']);
  return missing.length === 0 ? 'a permission of the channel' : missing.join(', ');
}

/** The same part names the message, so that a second refusal is no second message. */
async function tellMender(
  { api, lookup, log }: ClosedDeps,
  id: ChannelId,
  missing: string,
  part: PartId,
): Promise<void> {
  const mender = (await lookup.channel(id))?.createdBy ?? (await ownerOf(api, id));
  if (mender === null) return;
  const words = discordWords(await languageAt(lookup, id));
  const said = message([text(words.stopped(`<#${readChannel(id).channel}>`, `**${missing}**`))]);
  await directTo(api, mender, said, part).catch((error: unknown) => {
    log.warn({ platform: 'discord', channel: id, error: String(error) }, 'nobody told of the missing permission');
  });
}

/** Where nobody in particular brought us in. */
async function ownerOf(api: Api, id: ChannelId): Promise<string | null> {
  const { guild } = readChannel(id);
  if (guild === null) return null;
  return api.read<APIGuild>('guild', Routes.guild(guild)).then(
    ({ owner_id }) => owner_id,
    () => null,
  );
}
