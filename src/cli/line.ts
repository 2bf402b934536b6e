/** `line-menu`: puts the menu under everybody's one-to-one chat with us on LINE. */
import { type Command, misused } from './command.ts';

export interface MenuDeps {
  languages: readonly string[];
  /** Makes, pictures and shows it. @returns its id. */
  install(language: string): Promise<string>;
}

/** @param load null where LINE is off; asked only when the command is run, since it brings the SDK. */
export function lineMenuCommand(load: (() => Promise<MenuDeps>) | null): Command {
  const command: Command = {
    name: 'line-menu',
    usage: '[ja|en|zh-TW] [--json]',
    summary: 'makes LINE’s rich menu (today, topics, settings, help) and shows it to everybody',
    async run([language = 'ja'], io) {
      if (load === null)
        return misused(io, command, 'LINE is off: set LINE_CHANNEL_ACCESS_TOKEN and LINE_CHANNEL_SECRET.');
      const { languages, install } = await load();
      if (!languages.includes(language))
        return misused(io, command, `There is a menu in ${languages.join(', ')}, none in ${language}.`);
      try {
        const id = await install(language);
        io.out(
          io.json
            ? JSON.stringify({ id, language })
            : `The menu is there (${id}). LINE shows it when the chat is opened anew.`,
        );
        return 0;
      } catch (error) {
        io.err(`LINE refused it: ${error instanceof Error ? error.message : error}`);
        return 1;
      }
    },
  };
  return command;
}
