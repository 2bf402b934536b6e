/** `/tidings …`, a subcommand for each command of the grammar, and *Ask about this*; in every language that we speak. */
import { createHash } from 'node:crypto';
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandType,
  InteractionContextType,
  type LocalizationMap,
  ApplicationCommandOptionType as Option,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { CommandName } from '../../src/command.ts';
import { type Language, languages } from '../../src/model.ts';
import { line } from '../../src/text/clean.ts';
import { languageName, wordsFor } from '../../src/words/words.ts';
import type { Api, Log } from './api.ts';
import { discordWords } from './words.ts';

export const rootCommand = 'tidings';
/** English is every name's default; Discord knows the others by the same tags as we do. */
const others = languages.filter((language) => language !== 'en');

type OptionWord = keyof ReturnType<typeof discordWords>['options'];
type Extra = Partial<APIApplicationCommandBasicOption> & {
  autocomplete?: boolean;
  choices?: { name: string; value: string }[];
  min_value?: number;
  max_value?: number;
  max_length?: number;
};

/** In the order in which Discord shows them: twenty-five at most, so that OPML's two share a group. */
const subcommands: [CommandName, APIApplicationCommandBasicOption[]][] = [
  ['subscribe', [option('what', 'what', { required: true, autocomplete: true })]],
  ['unsubscribe', [option('what', 'what', { required: true, autocomplete: true })]],
  ['digest', []],
  ['ask', [option('question', 'question', { required: true, max_length: 1_000 })]],
  ['list', []],
  ['settings', []],
  ['time', [option('at', 'time', { required: true, autocomplete: true })]],
  ['timezone', [option('zone', 'zone', { required: true, autocomplete: true })]],
  ['days', [option('which', 'days', { required: true, autocomplete: true })]],
  ['stories', [option('count', 'count', { type: Option.Integer, required: true, min_value: 1, max_value: 12 })]],
  ['layout', [option('how', 'choice', { required: true, choices: (['compact', 'cards'] as const).map(choice) })]],
  [
    'language',
    [
      option('which', 'choice', {
        required: true,
        choices: languages.map((each) => ({ name: languageName(each, each), value: each })),
      }),
    ],
  ],
  ['topics', []],
  ['sources', [option('word', 'word')]],
  ['status', []],
  ['why', [option('story', 'story', { required: true })]],
  ['mute', [option('words', 'words', { required: true })]],
  ['unmute', [option('words', 'words', { required: true })]],
  ['undo', [option('rule', 'rule', { type: Option.Integer, required: true, min_value: 1 })]],
  ['quiet', [option('switch', 'choice', { required: true, choices: (['on', 'off'] as const).map(choice) })]],
  ['pause', []],
  ['resume', []],
  ['forget', []],
  ['help', []],
];
const opml: [CommandName, APIApplicationCommandBasicOption[]][] = [
  ['import', [option('file', 'file', { type: Option.Attachment }), option('address', 'address')]],
  ['export', []],
];

type ChoiceWord = 'compact' | 'cards' | 'on' | 'off';

function choice(value: ChoiceWord) {
  return { ...localised('name', (language) => wordsFor(language).values[value][0] ?? value), value };
}

function option(name: string, word: OptionWord, extra: Extra = {}): APIApplicationCommandBasicOption {
  const described = describe((language) => discordWords(language).options[word]);
  return { type: Option.String, name, ...described, ...extra } as APIApplicationCommandBasicOption;
}

/** @see https://docs.discord.com/developers/interactions/application-commands */
export function commandList(): RESTPutAPIApplicationCommandsJSONBody {
  const everywhere = { contexts: [InteractionContextType.Guild, InteractionContextType.BotDM] };
  const group: APIApplicationCommandSubcommandGroupOption = {
    type: Option.SubcommandGroup,
    name: 'opml',
    ...describe((language) => discordWords(language).opml),
    options: opml.map(subcommand),
  };
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: rootCommand,
      ...describe((language) => discordWords(language).command),
      ...everywhere,
      options: [...subcommands.map(subcommand), group],
    },
    {
      type: ApplicationCommandType.Message,
      ...localised('name', (language) => discordWords(language).askAboutThis),
      ...everywhere,
    },
  ] as RESTPutAPIApplicationCommandsJSONBody;
}

function subcommand([name, options]: [
  CommandName,
  APIApplicationCommandBasicOption[],
]): APIApplicationCommandSubcommandOption {
  return {
    type: Option.Subcommand,
    ...localised('name', (language) => nameOf(name, language)),
    ...describe((language) => wordsFor(language).usage[name][1]),
    options,
  } as APIApplicationCommandSubcommandOption;
}

/** The first of a command's words that Discord takes as a name: one word, in small letters. */
function nameOf(name: CommandName, language: Language): string {
  return (
    wordsFor(language).commands[name].find((form) => /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(form)) ??
    name
  );
}

function describe(of: (language: Language) => string) {
  return localised('description', (language) => line(of(language).replaceAll('`', ''), 100));
}

function localised<Field extends 'name' | 'description'>(field: Field, of: (language: Language) => string) {
  const map: LocalizationMap = Object.fromEntries(others.map((language) => [language, of(language)]));
  return { [field]: of('en'), [`${field}_localizations`]: map } as Record<Field, string>;
}

export interface Settings {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/** Only where they changed: Discord takes two hundred creations a day. @throws TryLater or GiveUp. */
export async function registerCommands(api: Api, app: string, settings: Settings, log: Log): Promise<void> {
  const body = commandList();
  const hash = createHash('sha256')
    .update(`${app}:${JSON.stringify(body)}`)
    .digest('base64url');
  if ((await settings.get('commands')) === hash) return;
  await api.write('commands', 'PUT', Routes.applicationCommands(app), { body, repeatable: true });
  await settings.set('commands', hash);
  log.info({ platform: 'discord' }, 'discord commands registered');
}
