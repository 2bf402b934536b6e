/**
 * Commands, presses, choices and forms. Discord wants a first response within three seconds, so what takes longer is
 * deferred at once, and stored after it; forms are opened at once, and autocomplete answers from rows.
 */
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  Routes,
} from 'discord-api-types/v10';
import type { Action } from '../../src/action.ts';
import type { Author, Inbound, InboundBody, Lookup } from '../../src/adapter.ts';
import type { MessageId, StoryId } from '../../src/model.ts';
import { messageForm, messageOfForm, readFields, storyForm } from './ask-form.ts';
import { complete } from './autocomplete.ts';
import type { Client, Log } from './client.ts';
import { message as asMessage, readAction, text } from './components.ts';
import { type Channelish, type Directory, isThread, type Where } from './directory.ts';
import { handleOf, type Waiting, type Way } from './handle.ts';
import { channelId, messageId } from './ids.ts';
import { clockForm, clockId, panelMessage, readPanel } from './panel.ts';
import { manages, missingIn } from './permissions.ts';
import { base, fileOf, rootOf } from './receive.ts';
import type { Recent } from './recent.ts';
import { editOriginal, languageAt } from './reply.ts';
import { discordWords } from './words.ts';

export interface InteractDeps {
  client: Client;
  directory: Directory;
  lookup: Lookup;
  log: Log;
  now: () => Date;
  /** Resolves when it is stored. */
  receive: (inbound: Inbound) => Promise<void>;
  /** Person → language, as their interactions tell it. */
  locales: Recent<string>;
}

type Command = APIChatInputApplicationCommandInteraction;
type Press = APIMessageComponentInteraction;
type Submit = APIModalSubmitInteraction;

export async function interact(deps: InteractDeps, interaction: APIInteraction): Promise<void> {
  if (interaction.channel) deps.directory.learn(interaction.channel as Channelish);
  const author = authorOf(interaction);
  if ('locale' in interaction) deps.locales.set(author.id, interaction.locale);
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return offer(deps, interaction);
    case InteractionType.ApplicationCommand:
      if (interaction.data.type === ApplicationCommandType.ChatInput) return obey(deps, interaction as Command);
      if (interaction.data.type === ApplicationCommandType.Message)
        return askAbout(deps, interaction as APIMessageApplicationCommandInteraction);
      return;
    case InteractionType.MessageComponent:
      return press(deps, interaction);
    case InteractionType.ModalSubmit:
      return submit(deps, interaction);
  }
}

/** @throws never: a response that comes too late changes nothing, and the answer goes its other way. */
async function respond(
  { client, log }: InteractDeps,
  { id, token }: APIInteraction,
  body: APIInteractionResponse,
): Promise<void> {
  const sending = { body, auth: false, repeatable: true };
  await client.write('interaction', 'POST', Routes.interactionCallback(id, token), sending).catch((error: unknown) => {
    log.warn({ platform: 'discord', error: String(error) }, 'interaction not acknowledged');
  });
}

async function offer(deps: InteractDeps, interaction: APIApplicationCommandAutocompleteInteraction): Promise<void> {
  const { command, options } = readOptions(interaction.data.options as APIApplicationCommandInteractionDataOption[]);
  const focused = options.find((option) => 'focused' in option && option.focused);
  const typed = String(focused?.value ?? '').slice(0, 200);
  const { guild, channel } = whereOf(interaction);
  const choices = await complete(command, typed, channelId(guild, channel), deps.lookup).catch((error: unknown) => {
    deps.log.warn({ platform: 'discord', error: String(error) }, 'autocomplete failed');
    return [];
  });
  await respond(deps, interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices },
  });
}

/** What everybody in the channel should see; all else is whispered. */
const publicCommands = new Set(['ask', 'forget']);

async function obey(deps: InteractDeps, interaction: Command): Promise<void> {
  const { command, options } = readOptions(interaction.data.options ?? []);
  if (command === 'settings') return showPanel(deps, interaction);
  const values = options.map(({ value }) => String(value));
  const files = options.flatMap(({ type, value }) => {
    const file =
      type === ApplicationCommandOptionType.Attachment
        ? interaction.data.resolved?.attachments?.[String(value)]
        : undefined;
    return file === undefined ? [] : [fileOf(file)];
  });
  const said = files.length > 0 ? [] : values;
  const way: Way = publicCommands.has(command) ? 'public' : 'whisper';
  const asked = command === 'ask' ? (values[0] ?? null) : null;
  await keep(
    deps,
    interaction,
    { way, asked, story: null },
    {
      kind: 'message',
      text: [command, ...said].join(' '),
      address: 'command',
      message: null,
      parent: rootOf(whereOf(interaction)),
      files,
    },
  );
}

interface Options {
  command: string;
  options: APIApplicationCommandInteractionDataBasicOption[];
}

/** The subcommand's own name, also where it stands in a group. */
function readOptions([first]: APIApplicationCommandInteractionDataOption[]): Options {
  if (first === undefined) return { command: 'help', options: [] };
  if (first.type === ApplicationCommandOptionType.SubcommandGroup) return readOptions(first.options);
  if (first.type !== ApplicationCommandOptionType.Subcommand) return { command: 'help', options: [first] };
  return { command: first.name, options: (first.options ?? []) as APIApplicationCommandInteractionDataBasicOption[] };
}

async function showPanel(deps: InteractDeps, interaction: Command | Press): Promise<void> {
  const { guild, channel } = whereOf(interaction);
  const panel = await panelMessage(channelId(guild, channel), '', deps.lookup);
  await respond(deps, interaction, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...panel, flags: (panel.flags ?? 0) | MessageFlags.Ephemeral },
  });
}

async function askAbout(deps: InteractDeps, interaction: APIMessageApplicationCommandInteraction): Promise<void> {
  const { guild, channel } = whereOf(interaction);
  const about = interaction.data.resolved.messages[interaction.data.target_id];
  if (about === undefined) return;
  const language = await languageAt(deps.lookup, channelId(guild, channel));
  await respond(deps, interaction, {
    type: InteractionResponseType.Modal,
    data: messageForm(about, deps.client.user, language),
  });
}

async function press(deps: InteractDeps, interaction: Press): Promise<void> {
  const { data } = interaction;
  const chosen = 'values' in data ? data.values : [];
  const fields = readPanel(data.custom_id, chosen);
  if (fields !== null)
    return keep(
      deps,
      interaction,
      { way: 'panel', asked: null, story: null },
      { kind: 'form', values: fields, parent: null },
    );
  if (data.custom_id === clockId) return showClock(deps, interaction);
  const action = readAction(chosen[0] ?? data.custom_id);
  if (action === null) return;
  if (action.verb === 'settings') return showPanel(deps, interaction);
  if (action.verb === 'ask' && (await openAsk(deps, interaction, action))) return;
  const { message, parent } = pressedOn(interaction);
  const way = isTalk(action) ? talkWay(interaction) : 'whisper';
  await keep(deps, interaction, { way, asked: null, story: action.story }, { kind: 'press', action, message, parent });
}

async function showClock(deps: InteractDeps, interaction: Press): Promise<void> {
  const { guild, channel } = whereOf(interaction);
  const data = await clockForm(channelId(guild, channel), deps.lookup);
  await respond(deps, interaction, { type: InteractionResponseType.Modal, data });
}

/** @returns false where the story is no longer kept: then the press is answered with words. */
async function openAsk(deps: InteractDeps, interaction: Press, action: Action): Promise<boolean> {
  const headline = action.story === null ? null : await deps.lookup.headline(action.story);
  if (headline === null) return false;
  const { guild, channel } = whereOf(interaction);
  const data = storyForm(action, headline, await languageAt(deps.lookup, channelId(guild, channel)));
  await respond(deps, interaction, { type: InteractionResponseType.Modal, data });
  return true;
}

/** What it is answered with belongs to the talk that all can read. */
function isTalk({ verb, value }: Action): boolean {
  return ['points', 'ask', 'suggest', 'pick'].includes(verb) || (verb === 'do' && /^ask /.test(value ?? ''));
}

/** In a thread or one-to-one the answer stands right there; under a channel's message it goes into the thread. */
function talkWay(interaction: Press | Submit): Way {
  const { guild, thread } = whereOf(interaction);
  return guild === null || thread !== null ? 'public' : 'talk';
}

async function submit(deps: InteractDeps, interaction: Submit): Promise<void> {
  const { custom_id: id, components } = interaction.data;
  const fields = readFields(components);
  if (id === clockId) {
    const values = { time: fields.time ?? '', zone: fields.zone ?? '' };
    return keep(deps, interaction, { way: 'panel', asked: null, story: null }, { kind: 'form', values, parent: null });
  }
  const question = fields.question?.trim() ?? '';
  const story = readAction(id)?.story ?? null;
  const values = {
    question: [question, fields.about?.trim() ?? ''].filter((each) => each !== '').join(' '),
    ...(story !== null && { story }),
  };
  const waiting = { way: talkWay(interaction), asked: question, story };
  await keep(deps, interaction, waiting, { kind: 'form', values, parent: parentOfForm(interaction) });
}

/** The message that it was opened on or from, or the thread that this stands in. */
function parentOfForm(interaction: Submit): MessageId | null {
  const where = whereOf(interaction);
  const opened = messageOfForm(interaction.data.custom_id);
  if (where.thread === null && opened !== null) return messageId(where.guild, where.channel, opened);
  return interaction.message === undefined ? rootOf(where) : pressedOn(interaction).parent;
}

function pressedOn(interaction: Press | Submit): { message: MessageId | null; parent: MessageId | null } {
  const where = whereOf(interaction);
  const { message } = interaction;
  // A whisper is no message that a thread could hang from.
  const whispered = message === undefined || ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (whispered) return { message: null, parent: rootOf(where) };
  const own = messageId(where.guild, message.channel_id, message.id);
  return { message: own, parent: rootOf(where) ?? own };
}

/** Deferred first, stored then; whoever cannot be heard is told. */
async function keep(
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
  { client, lookup }: InteractDeps,
  waiting: Waiting,
  { guild, channel }: Where,
  why: 'forum' | 'notKept',
): Promise<void> {
  const language = await languageAt(lookup, channelId(guild, channel)).catch(() => 'en' as const);
  await editOriginal(client, waiting, asMessage([text(discordWords(language)[why])]));
}

function whereOf({ guild_id, channel }: APIInteraction): Where {
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
function authorOf({ member, user }: APIInteraction): Author {
  const who = member?.user ?? user;
  const name = member?.nick ?? who?.global_name ?? who?.username ?? null;
  return { id: who?.id ?? '', name, administrator: member === undefined ? true : manages(BigInt(member.permissions)) };
}
