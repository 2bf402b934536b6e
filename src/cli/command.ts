/** What every command of `npm run tidings -- …` is: thin over `src/`, text for people, JSON for machines. */
import type { Database } from '../store/database.ts';

export interface Command {
  name: string;
  /** What follows the name: `<file or address> [--json]`. */
  usage: string;
  /** One line for `help`. */
  summary: string;
  /** @returns the exit code: 0 done, 1 could not be done, 2 asked for wrongly. */
  run(args: string[], io: Io): Promise<number>;
}

export interface Io {
  /** Writes a line to standard output. */
  out(text: string): void;
  /** Writes a line to standard error. */
  err(text: string): void;
  /** `--json` was given (and is taken out of the arguments). */
  json: boolean;
  /** One line that rewrites itself on a terminal; nothing with `--json` or where no terminal is. */
  progress(done: number, total: number, label: string): void;
  now(): Date;
  env: Record<string, string | undefined>;
  /** The database, started where it is embedded; opened once and closed by the caller of `run`. */
  open(): Promise<{ db: Database }>;
}

/** Says what was asked for wrongly and how to ask rightly. @returns 2, the exit code for it. */
export function misused(io: Io, command: Command, problem: string): number {
  io.err(`${problem}\nUsage: npm run tidings -- ${command.name} ${command.usage}`);
  return 2;
}
