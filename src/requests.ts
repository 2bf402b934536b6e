/** Several requests in one message: a line each, `subscribe space; time 9am`, `time 9am and pause`, `weekdays at 7:30`. */
import { bareValue } from './bare-value.ts';
import { type Command, changesSettings, type Parsed, parseCommand } from './command.ts';
import type { Language } from './model.ts';

export type Request = Extract<Parsed, { kind: 'command' | 'mistake' }>;

const longest = 2_000;
const most = 10;

/** @returns at least two, in their order; null where the text is one request, a question or talk. */
export function severalRequests(text: string, language: Language, strict = false): Request[] | null {
  if (text.length > longest) return null;
  const plain = text.trim().replace(/^\/(?:tidings\s+)?/i, '');
  const lines = plain.split(/\s*[\n\r;；]+\s*/u).filter((line) => line !== '');
  if (lines.length > most) return null;
  const requests = lines.map((line) => inOneLine(line, language) ?? oneRequest(line, language, strict));
  if (requests.some((each) => each === null) || !requests.flat().some((each) => each?.kind === 'command')) return null;
  return requests.flat().length < 2 ? null : requests.flat().filter((each) => each !== null);
}

/** What is answered at length, or asks back, stands alone. */
const alone = new Set<Command['name']>(['ask', 'forget', 'import', 'export']);

function oneRequest(line: string, language: Language, strict: boolean): Request[] | null {
  const parsed = parseCommand(line, language, strict);
  if (parsed.kind === 'mistake') return [parsed];
  const setting = settingIn(line, language);
  if (setting !== null) return [{ kind: 'command', command: setting }];
  return parsed.kind === 'command' && !alone.has(parsed.command.name) ? [parsed] : null;
}

/** What may stand between two requests of a line; what has none behind it belongs to the one before. */
const joint =
  /\s*(?:[,，、。]|[.!](?=\s))\s*(?:(?:and|then|also)\s+)*|\s+(?:and then|and also|and|then|plus|&|และ|แล้วก็|แล้ว|그리고|然後|並且)\s+|\s+(?=at \d)/giu;
/** Nothing in these is a joint. */
const whole = /"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』|https?:\/\/\S+/gu;

/** Only what changes settings is told apart within a line: `list` and `news` may be names. */
function inOneLine(line: string, language: Language): Request[] | null {
  if (/[?？]\s*$/u.test(line)) return null;
  const masked = line.replace(whole, (found) => 'x'.repeat(found.length));
  const joints = [...masked.matchAll(joint)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
  const starts = joints.filter(({ to }, at) => {
    const piece = line.slice(to, joints[at + 1]?.from);
    return settingIn(piece, language) !== null;
  });
  if (starts.length === 0 || starts.length >= most) return null;
  const bounds = [{ from: 0, to: 0 }, ...starts, { from: line.length, to: line.length }];
  const commands = bounds.slice(1).map(({ from }, at) => settingIn(line.slice(bounds[at]!.to, from), language));
  if (commands.some((command) => command === null)) return null;
  return commands.flatMap((command) => (command === null ? [] : [{ kind: 'command', command }]));
}

function settingIn(text: string, language: Language): Command | null {
  const line = text.trim().replace(/[.!。]+$/u, '');
  const parsed = parseCommand(line, language);
  if (parsed.kind !== 'command') return bareValue(line, language);
  return changesSettings(parsed.command) && !alone.has(parsed.command.name) ? parsed.command : null;
}
