import { addressIn, parseCommand } from '../command.ts';
import { type Language, languages } from '../model.ts';
import { severalRequests } from '../requests.ts';
import { type Command, misused } from './command.ts';

/** What a typed line is taken for: for whoever wonders why the bot did what it did. */
export const parseLineCommand: Command = {
  name: 'parse',
  usage: '"what is typed" [--language ja] [--json]',
  summary: 'what a typed line is taken for: command, mistake or question',
  async run(args, io) {
    const at = args.indexOf('--language');
    const language = at < 0 ? 'en' : args[at + 1];
    const text = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1)).join(' ');
    if (text === '') return misused(io, parseLineCommand, 'What was typed is missing.');
    if (!languages.includes(language as Language))
      return misused(io, parseLineCommand, `“${language}” is none of ${languages.join(', ')}.`);
    const several = severalRequests(text, language as Language);
    if (several !== null) {
      io.out(JSON.stringify(several, null, io.json ? 0 : 2));
      return 0;
    }
    const parsed = parseCommand(text, language as Language);
    io.out(io.json ? JSON.stringify({ ...parsed, address: addressIn(text) }) : JSON.stringify(parsed, null, 2));
    return 0;
  },
};
