/** Every command that an operator can try by hand; each is a module of its own in src/cli. */

import { articleCommand } from '../cli/article.ts';
import { channelsCommand } from '../cli/channels.ts';
import type { Command } from '../cli/command.ts';
import { deliveriesCommand } from '../cli/deliveries.ts';
import { feedCommand } from '../cli/feed.ts';
import { exportCommand, importCommand } from '../cli/opml.ts';
import { parseLineCommand } from '../cli/parse.ts';
import { sourcesCommand } from '../cli/sources.ts';
import type { CommandLineDeps } from './command-line.ts';
import { doctorCommand } from './doctor.ts';

export function allCommands(deps: CommandLineDeps): Command[] {
  return [
    doctorCommand(deps),
    channelsCommand,
    deliveriesCommand,
    parseLineCommand,
    feedCommand,
    articleCommand,
    sourcesCommand,
    importCommand,
    exportCommand,
  ];
}
