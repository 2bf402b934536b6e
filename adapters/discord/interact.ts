/**
 * Commands, presses, choices and forms. Discord wants a first response within three seconds, so what takes longer is
 * deferred at once, and stored after it; forms are opened at once, and autocomplete answers from rows.
 */
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
} from 'discord.js';
import { messageForm } from './ask-form.ts';
import { complete } from './autocomplete.ts';
import type { Channelish } from './directory.ts';
import type { Way } from './handle.ts';
import { channelId } from './ids.ts';
import { authorOf, type Command, type InteractDeps, keep, respond, showPanel, whereOf } from './incoming.ts';
import { press, submit } from './press.ts';
import { fileOf, rootOf } from './receive.ts';
import { languageAt } from './reply.ts';

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

async function askAbout(deps: InteractDeps, interaction: APIMessageApplicationCommandInteraction): Promise<void> {
  const { guild, channel } = whereOf(interaction);
  const about = interaction.data.resolved.messages[interaction.data.target_id];
  if (about === undefined) return;
  const language = await languageAt(deps.lookup, channelId(guild, channel));
  await respond(deps, interaction, {
    type: InteractionResponseType.Modal,
    data: messageForm(about, deps.api.user, language),
  });
}
