/**
 * One grammar for all platforms: what a person writes becomes a command, a mistake that says what to do, or a
 * question. Command words are understood in every language that we speak.
 */

import { type Language, type Layout, layouts, type Weekday } from './model.ts';
import { nearest } from './nearest.ts';
import type { Words } from './words/en.ts';
import { languageNamed, wordsFor, wordsOfAll } from './words/words.ts';
import { findZone } from './zone.ts';

/** What one may follow or mute. `quoted` asks for a keyword and nothing else. */
export type Target = { kind: 'words'; text: string; quoted: boolean } | { kind: 'address'; url: string };

export type Command =
  | { name: 'subscribe' | 'unsubscribe'; targets: Target[] }
  | { name: 'unsubscribe-all' }
  | { name: 'mute' | 'unmute'; queries: string[] }
  | { name: 'undo'; rule: number }
  | { name: 'list' | 'topics' | 'status' | 'digest' | 'pause' | 'resume' | 'export' | 'settings' | 'help' }
  | { name: 'sources'; word: string | null }
  | { name: 'time'; time: string }
  | { name: 'timezone'; zone: string }
  | { name: 'days'; days: Weekday[] }
  | { name: 'stories'; count: number }
  | { name: 'layout'; layout: Layout }
  | { name: 'language'; language: Language }
  | { name: 'quiet'; on: boolean }
  | { name: 'forget'; confirmed: boolean | null }
  | { name: 'ask'; question: string }
  | { name: 'why'; story: number | null; url: string | null }
  | { name: 'import'; url: string | null };

export type CommandName = keyof Words['commands'];

export type Parsed =
  | { kind: 'command'; command: Command }
  | { kind: 'mistake'; say: string }
  | { kind: 'question'; text: string }
  | { kind: 'nothing' };

const maxLength = 2_000;

/** Commands that only look: anyone may. The others change what the channel is. */
export function changesSettings(command: Command): boolean {
  const looking: Command['name'][] = [
    'list',
    'topics',
    'sources',
    'status',
    'digest',
    'ask',
    'why',
    'export',
    'help',
    'settings',
  ];
  return !looking.includes(command.name);
}

/**
 * @param strict the text came as a command (`/tidings …`): then a word that is no command is a mistake, not talk.
 */
export function parseCommand(text: string, language: Language, strict = false): Parsed {
  const line = normalise(text);
  if (line === '') return { kind: 'nothing' };
  const words = wordsFor(language);
  if (line.length > maxLength) return { kind: 'mistake', say: words.mistakes.tooLong };
  const { name, rest } = firstWord(naturalForm(line, language), language);
  if (name !== null) return readArguments(name, rest, line, language, strict);
  return strict || looksLikeCommand(line) ? unknownWord(line, language, strict) : { kind: 'question', text: line };
}

/** Full-width digits and spaces as ASCII, one space between words, no leading slash or bang. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, ' ')
    .trim()
    .replace(/^[/!](?:tidings )?/i, '');
}

function naturalForm(line: string, language: Language): string {
  for (const { phrases } of wordsOfAll(language)) {
    for (const [pattern, replacement] of phrases) if (pattern.test(line)) return line.replace(pattern, replacement);
  }
  return line;
}

/** The longest command word, of any language, that the line begins with. */
function firstWord(line: string, language: Language): { name: CommandName | null; rest: string } {
  const lower = line.toLowerCase();
  const found = wordsOfAll(language)
    .flatMap(({ commands }) =>
      Object.entries(commands).flatMap(([name, forms]) => forms.map((form) => ({ name, form }))),
    )
    .filter(({ form }) => lower.startsWith(form) && endsWord(lower, form))
    .sort((a, b) => b.form.length - a.form.length)[0];
  if (found === undefined) return { name: null, rest: line };
  return { name: found.name as CommandName, rest: line.slice(found.form.length).replace(/^[\s::]+/, '') };
}

/** Scripts without spaces need none behind a command word. */
function endsWord(line: string, form: string): boolean {
  const next = line.slice(form.length, form.length + 1);
  return (
    next === '' || /[\s::]/.test(next) || (/[^\x00-\x7f]$/.test(form) && !/^[\p{sc=Hangul}\p{sc=Thai}]/u.test(next))
  );
}

/** One or two bare words that ask nothing are a command gone wrong; a sentence is a question. */
function looksLikeCommand(line: string): boolean {
  return (
    /^[\p{L}\p{N}_-]+( [^\s?？]+)?$/u.test(line) &&
    line.length <= 30 &&
    !/[?？]$/.test(line) &&
    /^[\x00-\x7f]+$/.test(line)
  );
}

function unknownWord(line: string, language: Language, strict: boolean): Parsed {
  const words = wordsFor(language);
  const word = line.split(' ')[0] as string;
  const forms = wordsOfAll(language).flatMap(({ commands }) => Object.values(commands).flat());
  const near = nearest(word.toLowerCase(), forms);
  if (near !== null) return mistake(words.mistakes.didYouMean(word, line.replace(word, near)));
  return strict && !line.includes(' ') ? mistake(words.mistakes.unknown(word)) : { kind: 'question', text: line };
}

function mistake(say: string): Parsed {
  return { kind: 'mistake', say };
}

function done(command: Command): Parsed {
  return { kind: 'command', command };
}

/** A sentence that only begins like a command ("time and again, why…?") is a question. */
function readArguments(name: CommandName, rest: string, line: string, language: Language, strict: boolean): Parsed {
  const parsed = readers[name](rest, { language, words: wordsFor(language) });
  const talk = parsed.kind === 'mistake' && !strict && (/[?？]$/.test(line) || rest.split(' ').length > 4);
  return talk ? { kind: 'question', text: line } : parsed;
}

interface Context {
  language: Language;
  words: Words;
}

type Reader = (rest: string, context: Context) => Parsed;

const readers: Record<CommandName, Reader> = {
  subscribe: (rest, context) => withTargets(rest, context, 'subscribe'),
  unsubscribe: (rest, context) =>
    oneOf(rest, context, 'all') ? done({ name: 'unsubscribe-all' }) : withTargets(rest, context, 'unsubscribe'),
  mute: (rest, context) => withQueries(rest, context, 'mute'),
  unmute: (rest, context) => withQueries(rest, context, 'unmute'),
  undo: (rest, context) => withNumber(rest, context, 'undo', (rule) => done({ name: 'undo', rule })),
  list: (rest) => bare('list', rest),
  topics: (rest) => bare('topics', rest),
  status: (rest) => bare('status', rest),
  digest: (rest) => bare('digest', rest),
  pause: (rest) => bare('pause', rest),
  resume: (rest) => bare('resume', rest),
  export: (rest) => bare('export', rest),
  settings: (rest) => bare('settings', rest),
  help: (rest) => bare('help', rest),
  sources: (rest) => done({ name: 'sources', word: rest === '' ? null : unquote(rest) }),
  time: (rest, { words }) => {
    const time = readTime(rest);
    return time === null
      ? mistake(rest ? words.mistakes.badTime(rest) : missing(words, 'time'))
      : done({ name: 'time', time });
  },
  timezone: (rest, { words }) => {
    const zone = findZone(rest);
    if (zone.kind === 'zone') return done({ name: 'timezone', zone: zone.zone });
    return mistake(rest ? words.mistakes.badZone(rest, zone.nearest) : missing(words, 'timezone'));
  },
  days: (rest, context) => {
    const days = readDays(rest, context.language);
    if (days !== null) return done({ name: 'days', days });
    return mistake(rest ? context.words.mistakes.badDays(rest) : missing(context.words, 'days'));
  },
  stories: (rest, { words }) => {
    const count = Number(/^(\d{1,3})\D{0,2}$/.exec(rest)?.[1] ?? Number.NaN);
    return count >= 1 && count <= 12 ? done({ name: 'stories', count }) : mistake(words.mistakes.badCount(rest));
  },
  layout: (rest, context) => {
    const layout = layouts.find((each) => oneOf(rest, context, each));
    return layout ? done({ name: 'layout', layout }) : mistake(context.words.mistakes.badLayout(rest));
  },
  language: (rest, { words }) => {
    const language = languageNamed(rest);
    return language ? done({ name: 'language', language }) : mistake(words.mistakes.badLanguage(rest));
  },
  quiet: (rest, context) => {
    if (rest === '' || oneOf(rest, context, 'on')) return done({ name: 'quiet', on: true });
    return oneOf(rest, context, 'off')
      ? done({ name: 'quiet', on: false })
      : mistake(context.words.mistakes.badSwitch(rest));
  },
  forget: (rest, context) => {
    if (rest === '') return done({ name: 'forget', confirmed: null });
    if (oneOf(rest, context, 'yes')) return done({ name: 'forget', confirmed: true });
    return oneOf(rest, context, 'off')
      ? done({ name: 'forget', confirmed: false })
      : mistake(missing(context.words, 'forget'));
  },
  ask: (rest, { words }) => (rest === '' ? mistake(missing(words, 'ask')) : done({ name: 'ask', question: rest })),
  why: (rest, { words }) => {
    const number = /^#?(\d{1,2})[?？]?$/.exec(rest)?.[1];
    if (number) return done({ name: 'why', story: Number(number), url: null });
    const url = readAddress(rest);
    return url ? done({ name: 'why', story: null, url }) : mistake(missing(words, 'why'));
  },
  import: (rest, { words }) => {
    const url = readAddress(rest);
    return rest !== '' && url === null ? mistake(missing(words, 'import')) : done({ name: 'import', url });
  },
};

type BareName = Extract<Command, { name: 'list' }>['name'];

/** A command that takes nothing; with words behind it, it is talk. */
function bare(name: BareName, rest: string): Parsed {
  return rest === '' || /^[.!。!]$/.test(rest) ? done({ name }) : { kind: 'mistake', say: '' };
}

function missing(words: Words, name: CommandName): string {
  return words.mistakes.missing(words.usage[name][0]);
}

function withTargets(rest: string, { words }: Context, name: 'subscribe' | 'unsubscribe'): Parsed {
  const targets = splitList(rest).map(readTarget);
  return targets.length === 0 ? mistake(missing(words, name)) : done({ name, targets });
}

function withQueries(rest: string, { words }: Context, name: 'mute' | 'unmute'): Parsed {
  const queries = splitList(rest).map((text) => text.trim());
  return queries.length === 0 ? mistake(missing(words, name)) : done({ name, queries });
}

function withNumber(rest: string, { words }: Context, name: CommandName, then: (n: number) => Parsed): Parsed {
  const n = /^#?(\d{1,4})$/.exec(rest)?.[1];
  return n ? then(Number(n)) : mistake(missing(words, name));
}

/** At commas, also 、and ，, but not within quotes or an address. */
function splitList(text: string): string[] {
  const items = text.match(/(?:[^,、，"“”「」]|"[^"]*"|“[^”]*”|「[^」]*」|["“”「」])+/gu) ?? [];
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

function readTarget(text: string): Target {
  const url = readAddress(text);
  if (url !== null) return { kind: 'address', url };
  const quoted = /^["“「](.+)["”」]$/u.exec(text);
  return {
    kind: 'words',
    text: quoted?.[1]?.trim() ?? text,
    quoted: quoted !== null || /"|[“”]|(^|\s)-\S|\sOR\s|(^|\s)(lang|from):/u.test(text),
  };
}

/** `https://…`, Slack's `<https://…|text>`, or a bare `example.org/path`. @returns an http(s) address, or null. */
export function readAddress(text: string): string | null {
  const bare = text.replace(/^<([^|>]+)(?:\|[^>]*)?>$/, '$1').trim();
  const candidate = /^https?:\/\//i.test(bare)
    ? bare
    : /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(bare)
      ? `https://${bare}`
      : null;
  if (candidate === null || !URL.canParse(candidate)) return null;
  return new URL(candidate).href;
}

/** The first http(s) address in a text, whatever stands round it. */
export function addressIn(text: string): string | null {
  const found = /https?:\/\/[^\s<>|"'「」（）]+/i.exec(text)?.[0]?.replace(/[.,;:!?。、)\]]+$/u, '');
  return found !== undefined && URL.canParse(found) ? found : null;
}

function unquote(text: string): string {
  return text.replace(/^["“「](.+)["”」]$/u, '$1');
}

type ValueName = Exclude<keyof Words['values'], 'days'>;

function oneOf(text: string, { language }: Context, value: ValueName): boolean {
  const wanted = text.toLowerCase();
  return wordsOfAll(language).some(({ values }) => values[value].includes(wanted));
}

/** `07:30`, `7:30 pm`, `7pm`, `7`, `7.30`, 7時半, 午前7時, 下午7點. @returns `HH:MM`, or null. */
export function readTime(text: string): string | null {
  const match =
    /^(午前|午後|上午|下午|早上|晚上|오전|오후|朝|夜)?\s*(\d{1,2})(?:[:.h時点點시](\d{2}|半|반)?분?分?)?\s*(am|pm|a\.m\.|p\.m\.)?$/iu.exec(
      text.trim(),
    );
  if (match === null) return null;
  const [, before, hourText, minuteText, after] = match;
  const minute = minuteText === undefined ? 0 : /\d/.test(minuteText) ? Number(minuteText) : 30;
  const hour = onClock(Number(hourText), isAfternoon(before, after));
  if (hour === null || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function isAfternoon(before: string | undefined, after: string | undefined): boolean | null {
  if (after) return /^p/i.test(after);
  if (!before) return null;
  return /午後|下午|晚上|오후|夜/.test(before);
}

function onClock(hour: number, afternoon: boolean | null): number | null {
  if (hour > 23) return null;
  if (afternoon === null) return hour;
  if (hour > 12) return hour;
  return (hour % 12) + (afternoon ? 12 : 0);
}

function readDays(text: string, language: Language): Weekday[] | null {
  const wanted = text.toLowerCase();
  for (const { values } of wordsOfAll(language)) {
    if (values.daily.includes(wanted)) return [1, 2, 3, 4, 5, 6, 7];
    if (values.weekdays.includes(wanted)) return [1, 2, 3, 4, 5];
    if (values.weekend.includes(wanted)) return [6, 7];
  }
  const range = /^(\S+?)\s*[-–~〜]\s*(\S+)$/u.exec(wanted);
  if (range) return dayRange(readDay(range[1] as string, language), readDay(range[2] as string, language));
  const names = wanted.split(/[\s,、，・]+|\band\b/u).filter((name) => name !== '');
  const each =
    names.length === 1 && /^[月火水木金土日一二三四五六월화수목금토일]+$/u.test(wanted) ? [...wanted] : names;
  const days = each.map((name) => readDay(name, language));
  if (days.length === 0 || days.includes(null)) return null;
  return [...new Set(days as Weekday[])].sort();
}

function readDay(name: string, language: Language): Weekday | null {
  for (const { values } of wordsOfAll(language)) {
    const index = values.days.findIndex((forms) => forms.includes(name));
    if (index >= 0) return (index + 1) as Weekday;
  }
  return null;
}

function dayRange(from: Weekday | null, to: Weekday | null): Weekday[] | null {
  if (from === null || to === null) return null;
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => (((from - 1 + step) % 7) + 1) as Weekday).sort();
}
