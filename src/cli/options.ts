/** The options of a command are those that its usage names; any other is refused, rather than taken for a file's name. */
import { parseArgs } from 'node:util';
import { nearest } from '../nearest.ts';

export type ReadOptions = { kind: 'args'; args: string[] } | { kind: 'mistake'; say: string };

/**
 * @param usage as `Command.usage` is written: `<file> [--language ja] [--json]`; what stands behind an option is its value
 * @returns the arguments as they came, each option apart from its value also where `=` joined them
 */
export function readOptions(args: string[], usage: string): ReadOptions {
  const known = optionsIn(usage);
  const options = Object.fromEntries([...known].map(([name, type]) => [name.slice(2), { type }]));
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const read = new Map<number, string[]>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    const typed = args[token.index]!;
    // What is to be read may begin with a dash (`-not`); a letter alone is an option, and nobody has one.
    if (token.kind === 'positional' || /^-[^-]./u.test(typed)) read.set(token.index, [typed]);
    else {
      const { rawName: name, value } = token;
      const type = known.get(name);
      if (type === undefined) return mistake(unknown(name, [...known.keys()]));
      if (type === 'boolean' && value !== undefined) return mistake(`${name} takes no value.`);
      if (type === 'string' && (value === undefined || value.startsWith('--')))
        return mistake(`What should stand behind ${name} is missing.`);
      read.set(token.index, value === undefined ? [name] : [name, value]);
    }
  }
  return { kind: 'args', args: [...read.values()].flat() };
}

function optionsIn(usage: string): Map<string, 'string' | 'boolean'> {
  const named = [...`${usage} [--help]`.matchAll(/(--[a-z-]+)( [^\]]+)?\]/g)];
  return new Map(named.map(([, name, value]) => [name!, value === undefined ? 'boolean' : 'string']));
}

function unknown(name: string, known: string[]): string {
  const near = nearest(name, known) ?? known.find((one) => one.startsWith(name) || one[2] === name[1]);
  return near === undefined ? `There is no option ${name}.` : `There is no option ${name}. Did you mean ${near}?`;
}

function mistake(say: string): ReadOptions {
  return { kind: 'mistake', say };
}
