/** Every command that an operator can try by hand; each is a module of its own in src/cli. */
import { articleCommand } from '../cli/article.ts';
import { askCommand } from '../cli/ask.ts';
import { briefCommand } from '../cli/brief.ts';
import { channelsCommand } from '../cli/channels.ts';
import type { Command } from '../cli/command.ts';
import { deliveriesCommand } from '../cli/deliveries.ts';
import { evalModelCommand } from '../cli/eval-model.ts';
import { feedCommand } from '../cli/feed.ts';
import { lineMenuCommand, type MenuDeps } from '../cli/line.ts';
import { exportCommand, importCommand } from '../cli/opml.ts';
import { parseLineCommand } from '../cli/parse.ts';
import { sourcesCommand } from '../cli/sources.ts';
import { storiesCommand, topicsCommand } from '../cli/stories.ts';
import { extractiveWriters, type MakeWriters } from '../cli/writers.ts';
import type { CommandLineDeps } from './command-line.ts';
import { doctorCommand } from './doctor.ts';

/** The model's, where one is configured. */
const writers: MakeWriters = async (io) => {
  const { modelWriters } = await import('../cli/model-writers.ts');
  return (await modelWriters(io)) ?? extractiveWriters(io);
};

/** LINE's SDK is loaded only when the command is run. */
function loadMenu({ line, LINE_API_URL: apiUrl }: CommandLineDeps['config']): (() => Promise<MenuDeps>) | null {
  if (line === null) return null;
  return async () => {
    const { installMenu, menuLanguages } = await import('../../adapters/line/rich-menu.ts');
    const install = (language: string) => installMenu({ ...line, apiUrl }, language as (typeof menuLanguages)[number]);
    return { languages: menuLanguages, install };
  };
}

export function allCommands(deps: CommandLineDeps): Command[] {
  return [
    doctorCommand(deps),
    channelsCommand,
    deliveriesCommand,
    sourcesCommand,
    importCommand,
    exportCommand,
    feedCommand,
    articleCommand,
    briefCommand(writers),
    askCommand(writers),
    storiesCommand,
    topicsCommand,
    parseLineCommand,
    evalModelCommand,
    lineMenuCommand(loadMenu(deps.config)),
  ];
}
