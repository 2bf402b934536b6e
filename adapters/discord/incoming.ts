/** What commands, presses and forms have in common: where, who, the first response, and storing what they say. */
import {
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord.js';
import type { Author, Inbound, InboundBody, Lookup } from '../../src/adapter.ts';
import type { StoryId } from '../../src/model.ts';
import type { Api, Log } from './api.ts';
import { message as asMessage, text } from './components.ts';
import { type Channelish, type Directory, isThread, type Where } from './directory.ts';
import { handleOf, type Waiting, type Way } from './handle.ts';
import { channelId } from './ids.ts';
import { editOriginal } from './original.ts';
import { panelMessage } from './panel.ts';
import { manages, missingIn } from './permissions.ts';
import { base } from './receive.ts';
import type { Recent } from './recent.ts';
import { languageAt } from './reply.ts';
import { discordWords } from './words.ts';

export interface InteractDeps {
  api: Api;
  directory: Directory;
  lookup: Lookup;
  log: Log;
  now: () => Date;
  /** Resolves when it is stored. */
  receive: (inbound: Inbound) => Promise<void>;
  /** Person → language, as their interactions tell it. */
  locales: Recent<string>;
}

export type Command = APIChatInputApplicationCommandInteraction;
export type Press = APIMessageComponentInteraction;
export type Submit = APIModalSubmitInteraction;

/** @throws never: a response that comes too late changes nothing, and the answer goes its other way. */
export async function respond(
  { api, log }: InteractDeps,
  { id, token }: APIInteraction,
  body: APIInteractionResponse,
): Promise<void> {
  const sending = { body, auth: false, repeatable: true };
  await api.write('interaction', 'POST', Routes.interactionCallback(id, token), sending).catch((error: unknown) => {
    log.warn({ platform: 'discord', error: String(error) }, 'interaction not acknowledged');
  });
}

/** Deferred first, stored then; whoever cannot be heard is told. */
export async function keep(
  deps: InteractDeps,
  interaction: Command | Press | Submit,
  { way, asked, story }: { way: Way; asked: string | null; story: StoryId | null },
  body: InboundBody,
): Promise<void> {
  const where = whereOf(interaction);
  const lacks = where.guild === null ? [] : missingIn(BigInt(interaction.app_permissions ?? 0));
  const waiting: Waiting = { way, asked, story, lacks, app: interaction.application_id, token: interaction.token };
  await respond(deps, interaction, deferral(way));
  try {
    if (where.thread !== null && (await deps.directory.isForum(where.channel)))
      return await refuse(deps, waiting, where, 'forum');
    const rest = {
      handle: handleOf(waiting, deps.now()),
      channelName: where.thread === null ? nameOf(interaction) : null,
    };
    await deps.receive({ ...base(where, `interaction:${interaction.id}`, authorOf(interaction), rest), ...body });
  } catch (error) {
    deps.log.error({ platform: 'discord', error: String(error) }, 'interaction not stored');
    await refuse(deps, waiting, where, 'notKept').catch(() => {});
  }
}

function deferral(way: Way): APIInteractionResponse {
  if (way === 'panel') return { type: InteractionResponseType.DeferredMessageUpdate };
  const whispered = way === 'public' ? {} : { data: { flags: MessageFlags.Ephemeral } };
  return { type: InteractionResponseType.DeferredChannelMessageWithSource, ...whispered };
}

async function refuse(
  { api, lookup }: InteractDeps,
  waiting: Waiting,
  { guild, channel }: Where,
  why: 'forum' | 'notKept',
): Promise<void> {
  const language = await languageAt(lookup, channelId(guild, channel)).catch(() => 'en' as const);
  await editOriginal(api, waiting, asMessage([text(discordWords(language)[why])]));
}

export async function showPanel(deps: InteractDeps, interaction: Command | Press): Promise<void> {
  const { guild, channel } = whereOf(interaction);
  const panel = await panelMessage(channelId(guild, channel), '', deps.lookup);
  await respond(deps, interaction, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...panel, flags: (panel.flags ?? 0) | MessageFlags.Ephemeral },
  });
}

export function whereOf({ guild_id, channel }: APIInteraction): Where {
  const guild = guild_id ?? null;
  const place = channel as Channelish | undefined;
  if (place === undefined) return { guild, channel: '0', thread: null, owner: null };
  const thread = isThread(place) && place.parent_id ? place.id : null;
  return {
    guild,
    channel: thread === null ? place.id : (place.parent_id as string),
    thread,
    owner: place.owner_id ?? null,
  };
}

function nameOf({ channel }: APIInteraction): string | null {
  return channel !== undefined && 'name' in channel ? (channel.name ?? null) : null;
}

/** The interaction itself says what its author may do. */
export function authorOf({ member, user }: APIInteraction): Author {
  const who = member?.user ?? user;
  const name = member?.nick ?? who?.global_name ?? who?.username ?? null;
  return { id: who?.id ?? '', name, administrator: member === undefined ? true : manages(BigInt(member.permissions)) };
}
