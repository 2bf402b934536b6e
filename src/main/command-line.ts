/** `npm run tidings -- <command>`: finds the command and gives it its terminal. */
import type { Logger } from 'pino';
import { type Command, misused } from '../cli/command.ts';
import { terminalIo } from '../cli/io.ts';
import { readOptions } from '../cli/options.ts';
import type { Config } from '../config.ts';
import { nearest } from '../nearest.ts';
import { allCommands } from './commands.ts';
import { joinFoundation } from './foundation.ts';

export interface CommandLineDeps {
  config: Config;
  env: Record<string, string | undefined>;
  version: string;
  log: Logger;
}

/** @returns the exit code: 0 done, 1 could not be done, 2 asked for wrongly. */
export async function runCommand(args: string[], deps: CommandLineDeps): Promise<number> {
  const [name = 'help', ...rest] = args;
  const commands = allCommands(deps);
  const command = commands.find((each) => each.name === name);
  const io = terminalIo(rest.includes('--json'), deps.env, () =>
    joinFoundation(deps.config, (message) => process.stderr.write(`${message}\n`)),
  );
  process.on('SIGINT', endUnlessMinded);
  try {
    if (name === 'help' || name === '--help') return help(commands, io);
    if (command === undefined) return unknown(name, commands, io);
    const read = readOptions(rest, command.usage);
    if (read.kind === 'mistake') return misused(io, command, read.say);
    if (read.args.includes('--help')) return helpOf(command, io);
    return await command.run(
      read.args.filter((arg) => arg !== '--json'),
      io,
    );
  } finally {
    await io.close();
  }
}

/** Ends by `exit`, which takes a database that was started for the command along. A command may mind Ctrl-C itself. */
function endUnlessMinded(): void {
  if (process.listenerCount('SIGINT') === 1) process.exit(130);
}

const column = 30;

function help(commands: Command[], io: { out(text: string): void }): number {
  io.out('Usage: npm run tidings -- <command> [--json]\n');
  for (const { name, usage, summary } of commands) {
    const typed = `${name} ${usage.replace(/ ?\[--json\]/, '')}`.trim();
    io.out(
      typed.length > column
        ? `  ${typed}\n${' '.repeat(column + 4)}${summary}`
        : `  ${typed.padEnd(column)}  ${summary}`,
    );
  }
  io.out('\nExit codes: 0 done, 1 could not be done, 2 asked for wrongly.');
  return 0;
}

function helpOf({ name, usage, summary }: Command, io: { out(text: string): void }): number {
  io.out(`Usage: npm run tidings -- ${name} ${usage}\n${summary}`);
  return 0;
}

function unknown(name: string, commands: Command[], io: { err(text: string): void }): number {
  const near = nearest(name, ['help', ...commands.map((command) => command.name)]);
  io.err(
    near === null
      ? `There is no command “${name}”. npm run tidings -- help lists them.`
      : `There is no command “${name}”. Did you mean: npm run tidings -- ${near}`,
  );
  return 2;
}
