/** Wires everything: reads the environment once, then runs the program or one command of it. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { roles as allRoles, type Role, readConfig, withDotEnv } from './config.ts';
import { createLog } from './main/log.ts';
import { run } from './main/run.ts';
import { FolderTaken } from './store/lock.ts';

const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
  .version;

async function main(args: string[]): Promise<number> {
  const env = withDotEnv(process.env);
  const read = readConfig(env);
  if (!read.ok) {
    process.stderr.write(
      `Tidings cannot start like this:\n${read.mistakes.map((mistake) => `  • ${mistake}\n`).join('')}.env.example explains every setting.\n`,
    );
    return 2;
  }
  const log = createLog(read.config.LOG_LEVEL, pino.destination(2));
  const first = args[0];
  if (first !== undefined && !first.startsWith('-')) {
    // What only commands need (language detection among it) stays out of the running program's memory.
    const { runCommand } = await import('./main/command-line.ts');
    // `npm run tidings` says `command`, so that alone it lists what there is and does not start the program.
    return runCommand(first === 'command' ? args.slice(1) : args, { config: read.config, env, version, log });
  }
  const roles = readRoles(args);
  if (typeof roles === 'string') {
    process.stderr.write(`${roles}\n`);
    return first === '--help' || first === '-h' ? 0 : 2;
  }
  await run({ config: read.config, roles, version, log, stream: process.stdout });
  return 0;
}

const usage = `Usage: npm start                              every role in one process
       npm start -- --role web --role worker   some of: ${allRoles.join(', ')}
       npm run tidings -- help                 what can be done by hand`;

function readRoles(args: string[]): readonly Role[] | string {
  try {
    const { values } = parseArgs({
      args,
      options: { role: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return usage;
    const named = values.role?.flatMap((each) => each.split(','));
    if (named === undefined) return allRoles;
    const unknown = named.find((name) => !allRoles.includes(name as Role));
    return unknown === undefined ? (named as Role[]) : `There is no role “${unknown}”.\n${usage}`;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${usage}`;
  }
}

/** What a person can mend is said in words; anything else whole. */
function sayFault(error: unknown): void {
  const plain = error instanceof FolderTaken || (error instanceof Error && error.constructor === Error);
  process.stderr.write(`${plain ? (error as Error).message : error instanceof Error ? error.stack : String(error)}\n`);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    sayFault(error);
    process.exit(1);
  },
);
