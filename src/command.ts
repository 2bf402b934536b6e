/**
 * One grammar for all platforms: what a person writes becomes a command, a mistake that says what to do, or a
 * question. Command words are understood in every language that we speak.
 */

import { type Language, type Layout, layouts, type Weekday } from './model.ts';
import { nearest } from './nearest.ts';
import { stopWords } from './text/stop-words.ts';
import { readTime } from './time-of-day.ts';
import { readDays } from './weekdays.ts';
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
  | { name: BareName }
  | { name: 'sources'; word: string | null }
  /** `zone`: named in the same breath. */
  | { name: 'time'; time: string; zone?: string }
  | { name: 'timezone'; zone: string }
  /** `without`: on all that there are but these. */
  | { name: 'days'; days: Weekday[]; without?: true }
  | { name: 'stories'; count: number }
  | { name: 'layout'; layout: Layout }
  | { name: 'language'; language: Language }
  | { name: 'quiet'; on: boolean }
  | { name: 'forget'; confirmed: boolean | null }
  | { name: 'ask'; question: string }
  /** Neither: why the talk's own story. */
  | { name: 'why'; story: number | null; url: string | null }
  /** More or less like a story of the last digest, or like the talk's own. */
  | { name: 'like'; kind: 'more' | 'less'; story: number | null }
  /** More or less of what is named: `less sports`. */
  | { name: 'like-of'; kind: 'more' | 'less'; targets: Target[]; typed: string }
  | { name: 'import'; url: string | null };

/** What takes nothing. */
type BareName = 'list' | 'topics' | 'status' | 'digest' | 'pause' | 'resume' | 'export' | 'settings' | 'help';

export type CommandName = keyof Words['commands'];

export type Parsed =
  | { kind: 'command'; command: Command }
  | { kind: 'mistake'; say: string }
  | { kind: 'question'; text: string }
  /** Hello, or who are you. */
  | { kind: 'greeting' }
  /** Thanks, fine, a thumb: something kind that asks nothing. */
  | { kind: 'thanks' }
  /** Half a word, a laugh, a yes to nothing: it asks nothing that a story could answer. */
  | { kind: 'chatter'; text: string }
  /** A wish that we do not have, and what comes next to it. */
  | { kind: 'hint'; say: string }
  | { kind: 'nothing' };

const maxLength = 2_000;
/** Beyond this nothing is even tidied up. */
const maxRawLength = 10_000;

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
  const line = text.length > maxRawLength ? text : normalise(text);
  if (line === '') return { kind: 'nothing' };
  if (line.length > maxLength) return mistake(wordsFor(language).mistakes.tooLong);
  const asCommand = strict || /^\s*\//.test(text);
  const like = likeIn(line, language);
  if (like !== null) return like;
  const natural = naturalForm(line, language);
  const found = firstWord(natural, language);
  if (found !== null) return readArguments(found, { line, natural }, language, asCommand);
  if (!/[\p{L}\p{N}]/u.test(line)) return withoutWords(line, language);
  return (
    courtesy(line, language) ??
    hintFor(natural, language) ??
    (asCommand || looksLikeCommand(line) ? unknownWord(line, language, asCommand) : { kind: 'question', text: line })
  );
}

/**
 * Full-width letters and digits as ASCII (not NFKC of all: it takes Thai vowels apart), one blank between words,
 * nothing that cannot be seen, no leading slash, bang or our own name, no backticks round the whole.
 */
function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u3000\uff01-\uff9f]+/gu, (wide) => wide.normalize('NFKC'))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+/gu, '')
    .replace(/[‘’]/gu, "'")
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^`{1,3}([^`]*)`{1,3}$/u, '$1')
    .replace(/^[/!](?:tidings(?: |$))?/i, '')
    .replace(/^@tidings\b[:,]? ?/i, '')
    .trim();
}

/** A question mark alone asks for help; a thumb or a heart is thanks; other signs tell nothing. */
function withoutWords(line: string, language: Language): Parsed {
  if (/^[?\s]+$/.test(line)) return done({ name: 'help' });
  if (kindSigns.test(line)) return { kind: 'thanks' };
  if (/\p{Extended_Pictographic}/u.test(line)) return { kind: 'chatter', text: line };
  return mistake(wordsFor(language).mistakes.noWords);
}

const kindSigns = /[👍👌👏🙏🙌💪🤝❤♥💚💙💯✅✔🎉🥳😀😁😃😄😊🙂😍🥰🤩🤗]/u;

function likeIn(line: string, language: Language): Parsed | null {
  const plain = line.replace(/,? (?:please|pls|plz)(?=[\s.!?]*$)/i, '').replace(endSigns, '');
  const talks = wordsOfAll(language).map(({ talk }) => talk);
  for (const { like } of talks)
    for (const kind of ['more', 'less'] as const) {
      const found = like[kind].exec(plain);
      if (found !== null) return done({ name: 'like', kind, story: found[1] ? Number(found[1]) : null });
    }
  if (/[?？]$/.test(line)) return null;
  for (const { like } of talks)
    for (const kind of ['more', 'less'] as const) {
      const [, ...subjects] = like[`${kind}Of`].exec(plain) ?? [];
      const subject = subjects.find((each) => each !== undefined);
      if (subject !== undefined) return likeOf(kind, subject, line);
    }
  return null;
}

function likeOf(kind: 'more' | 'less', subject: string, typed: string): Parsed | null {
  const command: Command = { name: 'like-of', kind, targets: splitList(subject).map(readTarget), typed };
  return command.targets.length === 0 || rambles(command) ? null : done(command);
}

/** In the channel's own words, whatever language the wish was in. */
function hintFor(line: string, language: Language): Parsed | null {
  const plain = line.replace(endSigns, '');
  const hints = wordsFor(language).hints;
  for (const words of wordsOfAll(language))
    for (const [name, [wish]] of Object.entries(words.hints))
      if (wish.test(plain)) return { kind: 'hint', say: hints[name as keyof Words['hints']][1] };
  return null;
}

const endSigns = /(?:[\s.,!?~…。、〜？！\p{Extended_Pictographic}\p{Emoji_Modifier}]|\u200d|\ufe0f)+$/u;

function courtesy(line: string, language: Language): Parsed | null {
  const plain = line.replace(endSigns, '');
  const talks = wordsOfAll(language).map(({ talk }) => talk);
  if (talks.some(({ greeting }) => greeting.test(plain))) return { kind: 'greeting' };
  if (talks.some(({ thanks }) => thanks.test(plain))) return { kind: 'thanks' };
  return talks.some(({ chatter }) => chatter.test(plain)) ? { kind: 'chatter', text: line } : null;
}

const mostRewrites = 3;

/** The words of a command, for what people say naturally; a wish within a courtesy is rewritten step by step. */
function naturalForm(line: string, language: Language, rewrites = 0): string {
  const whole = line.toLowerCase();
  if (rewrites === mostRewrites) return line;
  if (wordsOfAll(language).some(({ commands }) => Object.values(commands).flat().includes(whole))) return line;
  for (const { phrases } of wordsOfAll(language)) {
    for (const [pattern, replacement] of phrases)
      if (pattern.test(line)) return naturalForm(line.replace(pattern, replacement), language, rewrites + 1);
  }
  return line;
}

/** `glued`: the next letter follows at once, as scripts without blanks write. */
interface Found {
  name: CommandName;
  rest: string;
  glued: boolean;
}

/** The longest command word, of any language, that the line begins with. */
function firstWord(line: string, language: Language): Found | null {
  const lower = line.toLowerCase();
  const [longest] = wordsOfAll(language)
    .flatMap(({ commands }) =>
      Object.entries(commands).flatMap(([name, forms]) => forms.map((form) => ({ name: name as CommandName, form }))),
    )
    .filter(({ form }) => lower.startsWith(form) && endsWord(lower, form))
    .sort((a, b) => b.form.length - a.form.length);
  if (longest === undefined) return null;
  const { name, form } = longest;
  const rest = line.slice(form.length).replace(/^(?:[\s:]+|[.!。]+$)/u, '');
  return { name, rest, glued: unspaced.test(line.slice(form.length)) };
}

const unspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}ー]/u;

/** Scripts without spaces need none behind a command word. */
function endsWord(line: string, form: string): boolean {
  return /^(?:[\s:]|[.!?]*$)/.test(line.slice(form.length)) || /[^\x00-\x7f]$/.test(form);
}

/** One or two bare words that ask nothing are a command gone wrong; a sentence is a question. */
function looksLikeCommand(line: string): boolean {
  if (line.length > 30) return false;
  return (
    /^[\w-]+( [^\s?]+)?$/.test(line) || /^(?:[ァ-ヴー]{4,}|\p{sc=Hangul}{3,}|\p{sc=Thai}{4,})( [^\s?]+)?$/u.test(line)
  );
}

function unknownWord(line: string, language: Language, strict: boolean): Parsed {
  const words = wordsFor(language);
  const word = line.split(' ')[0] as string;
  const forms = wordsOfAll(language).flatMap(({ commands }) => Object.values(commands).flat());
  // "Who won" asks; nobody means `why won`.
  const asks = stopWords('en').has(word.toLowerCase());
  const near = asks ? null : nearest(word.toLowerCase(), forms);
  if (near !== null) return mistake(words.mistakes.didYouMean(echo(word), echo(near + line.slice(word.length))));
  return strict && !line.includes(' ') ? mistake(words.mistakes.unknown(echo(word))) : { kind: 'question', text: line };
}

/** What was typed, as an error may repeat it: short, on one line, with nothing that ends our own code marks. */
function echo(text: string): string {
  const plain = text.replaceAll('`', "'");
  return plain.length <= 60 ? plain : `${[...plain].slice(0, 59).join('')}…`;
}

function mistake(say: string): Parsed {
  return { kind: 'mistake', say };
}

function done(command: Command): Parsed {
  return { kind: 'command', command };
}

/** A sentence that only begins like a command ("time and again, why…?") is a question. */
function readArguments(
  { name, rest, glued }: Found,
  { line, natural }: { line: string; natural: string },
  language: Language,
  strict: boolean,
): Parsed {
  const parsed = readers[name](rest, { language, words: wordsFor(language) });
  const question: Parsed = { kind: 'question', text: line };
  if (parsed === 'talk') return question;
  if (glued) return parsed.kind === 'command' && valueCommands.has(parsed.command.name) ? parsed : question;
  if (strict) return parsed;
  const talks =
    parsed.kind === 'mistake' ? isLong(rest) || name === 'why' : parsed.kind === 'command' && rambles(parsed.command);
  return talks || (/[?？]$/.test(natural) && !takesQuestion(parsed)) ? question : parsed;
}

/** These take one of a few values, so a value that fits leaves no doubt: 時區台北, 表示カード. */
const valueCommands = new Set<Command['name']>(['time', 'timezone', 'days', 'stories', 'layout', 'language', 'quiet']);

function isLong(text: string): boolean {
  return text.split(' ').length > 4 || (/[^\x00-\x7f]{12}/u.test(text) && text.length > 15);
}

/** Nobody follows or mutes a sentence: "block the plan that the board put forward". */
function rambles(command: Command): boolean {
  const unquoted = 'targets' in command ? command.targets.filter(isPlain).map(({ text }) => text) : [];
  const queries = 'queries' in command ? command.queries.filter((query) => !/["“「『]/u.test(query)) : [];
  return [...unquoted, ...queries].some((text) => text.split(' ').length > 6);
}

/** May end in a question mark and yet be a command: what only looks, and what names its objects beyond doubt. */
function takesQuestion(parsed: Parsed): boolean {
  if (parsed.kind !== 'command') return false;
  const { command } = parsed;
  if ('targets' in command) return !command.targets.some(isPlain);
  return !changesSettings(command) && !(command.name === 'sources' && command.word !== null);
}

function isPlain(target: Target): target is Extract<Target, { kind: 'words' }> {
  return target.kind === 'words' && !target.quoted;
}

interface Context {
  language: Language;
  words: Words;
}

/** `talk`: what stands behind the word makes no sense for it. */
type Reader = (rest: string, context: Context) => Parsed | 'talk';

/** Who hides a day wants no digest on it. Not in it: `sun`, which is a newspaper as well. */
const wholeNameOfADay = /day|weekend|曜|平日|週|周|星期|禮拜|요일|주말|평일|วัน|เสาร์อาทิตย์/iu;

const readers: Record<CommandName, Reader> = {
  // Nobody reads everything: what there is, to choose from.
  subscribe: (rest, context) =>
    oneOf(rest, context, 'all') ? done({ name: 'topics' }) : withTargets(rest, context, 'subscribe'),
  unsubscribe: (rest, context) =>
    oneOf(rest, context, 'all') ? done({ name: 'unsubscribe-all' }) : withTargets(rest, context, 'unsubscribe'),
  mute: (rest, context) => {
    const days = wholeNameOfADay.test(rest) ? readDays(rest, context.language) : null;
    return days === null ? withQueries(rest, context, 'mute') : done({ name: 'days', days, without: true });
  },
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
  sources: (rest) => {
    if (rest.split(' ').length > 4) return 'talk';
    return done({ name: 'sources', word: /^\?*$/.test(rest) ? null : unquote(rest) });
  },
  time: (rest, context) => {
    const command = readTimeAndZone(rest);
    return command === null ? wrong(rest, context, 'time', context.words.mistakes.badTime) : done(command);
  },
  timezone: (rest, context) => {
    const zone = findZone(rest);
    if (zone.kind === 'zone') return done({ name: 'timezone', zone: zone.zone });
    return wrong(rest, context, 'timezone', (text) => context.words.mistakes.badZone(text, zone.nearest));
  },
  days: (rest, context) => {
    const without = /^not (.+)$/i.exec(rest)?.[1];
    const left = without === undefined ? null : readDays(without, context.language);
    if (left !== null) return done({ name: 'days', days: left, without: true });
    const days = readDays(rest, context.language);
    return days === null ? wrong(rest, context, 'days', context.words.mistakes.badDays) : done({ name: 'days', days });
  },
  stories: (rest, context) => {
    const count = Number(/^(\d{1,3}) ?\p{L}{0,4}$/u.exec(rest)?.[1] ?? Number.NaN);
    return count >= 1 && count <= 12
      ? done({ name: 'stories', count })
      : wrong(rest, context, 'stories', context.words.mistakes.badCount);
  },
  layout: (rest, context) => {
    const layout = layouts.find((each) => oneOf(rest, context, each));
    return layout ? done({ name: 'layout', layout }) : wrong(rest, context, 'layout', context.words.mistakes.badLayout);
  },
  language: (rest, context) => {
    const language = languageNamed(rest);
    return language
      ? done({ name: 'language', language })
      : wrong(rest, context, 'language', context.words.mistakes.badLanguage);
  },
  quiet: (rest, context) => {
    if (rest === '' || oneOf(rest, context, 'on')) return done({ name: 'quiet', on: true });
    return oneOf(rest, context, 'off')
      ? done({ name: 'quiet', on: false })
      : wrong(rest, context, 'quiet', context.words.mistakes.badSwitch);
  },
  forget: (rest, context) => {
    if (rest === '') return done({ name: 'forget', confirmed: null });
    if (oneOf(rest, context, 'yes')) return done({ name: 'forget', confirmed: true });
    return oneOf(rest, context, 'off') ? done({ name: 'forget', confirmed: false }) : 'talk';
  },
  ask: (rest, { words }) =>
    /^\?*$/.test(rest) ? mistake(missing(words, 'ask')) : done({ name: 'ask', question: rest }),
  why: (rest, { words }) => {
    const number = /^#?(\d{1,2})[?？]?$/.exec(rest)?.[1];
    if (number) return done({ name: 'why', story: Number(number), url: null });
    const url = readAddress(rest);
    if (url !== null) return done({ name: 'why', story: null, url });
    if (rest === 'this') return done({ name: 'why', story: null, url: null });
    return rest === '' ? mistake(missing(words, 'why')) : 'talk';
  },
  import: (rest, { words }) => {
    const url = readAddress(rest);
    return rest !== '' && url === null ? mistake(missing(words, 'import')) : done({ name: 'import', url });
  },
};

/** `7:30`, `7pm in Tokyo`, `07:30 JST`. */
function readTimeAndZone(text: string): Extract<Command, { name: 'time' }> | null {
  const whole = readTime(text);
  if (whole !== null) return { name: 'time', time: whole };
  const [, clock, place] =
    /^(\S+(?: ?[ap]\.?m\.?)?) (?:in )?(\p{L}[\p{L}\p{N}/_+ -]{1,40}?)(?: time)?$/iu.exec(text) ?? [];
  const time = clock === undefined ? null : readTime(clock);
  const found = place === undefined ? null : findZone(place);
  return time !== null && found?.kind === 'zone' ? { name: 'time', time, zone: found.zone } : null;
}

/** A command that takes nothing; with more than a courtesy behind it, it is talk. */
function bare(name: BareName, rest: string): Parsed | 'talk' {
  const asks = rest.includes('?');
  if (!/^(?:please|pls)?[.!?。]*$/i.test(rest)) return 'talk';
  return asks && changesSettings({ name }) ? 'talk' : done({ name });
}

/** What is missing, or what is wrong with what stands there. */
function wrong(rest: string, { words }: Context, name: CommandName, say: (text: string) => string): Parsed {
  return mistake(rest === '' ? missing(words, name) : say(echo(rest)));
}

function missing(words: Words, name: CommandName): string {
  return words.mistakes.missing(words.usage[name][0]);
}

/** What a list names, as `subscribe` reads it; of any length. */
export function readTargets(text: string): Target[] {
  return splitList(normalise(text)).map(readTarget);
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

/** At commas, also 、 and ，, but not within quotes or Slack's `<…>`; addresses also at blanks. */
function splitList(text: string): string[] {
  const items =
    text.match(
      /(?:[^,、，"“”「」『』<]|<[^>]{0,1000}>|"[^"]{0,200}"|“[^”]{0,200}”|「[^」]{0,200}」|『[^』]{0,200}』|["“”「」『』<])+/gu,
    ) ?? [];
  return items.flatMap(splitAddresses).filter((item) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(item));
}

function splitAddresses(item: string): string[] {
  const pieces = item.trim().split(' ');
  return pieces.every((piece) => readAddress(piece) !== null) ? pieces : [item.trim()];
}

function readTarget(text: string): Target {
  const url = readAddress(text);
  if (url !== null) return { kind: 'address', url };
  const quoted = /^(["“][^"“”]+["”]|「[^「」]+」|『[^『』]+』)$/u.test(text);
  return {
    kind: 'words',
    text: quoted ? text.slice(1, -1).trim() || text : text.replace(/^#(?=\p{L})/u, ''),
    quoted: quoted || /"|[“”「」『』]|(^|\s)-\S|\sOR\s|(^|\s)(lang|from):/u.test(text),
  };
}

/** `https://…`, Slack's `<https://…|text>`, or a bare `example.org/path`. @returns an http(s) address, or null. */
export function readAddress(text: string): string | null {
  const plain = text.trim().replace(/^<([^|>]+)(?:\|[^>]*)?>$/, '$1');
  const candidate = /^https?:\/\/\S+$/i.test(plain) ? plain : bareHost.test(plain) ? `https://${plain}` : null;
  return candidate !== null && URL.canParse(candidate) ? new URL(candidate).href : null;
}

/** A host with a top-level domain, and no name of software (`node.js`). */
const bareHost = /^(?:[a-z0-9-]{1,63}\.){1,8}(?!js(?:\/|$))[a-z]{2,24}(?:\/\S*)?$/i;

/** The first http(s) or `www.` address in a text, whatever stands round it: Japanese particles follow an address at once. */
export function addressIn(text: string): string | null {
  const found =
    /(?:https?:\/\/|(?<![\p{L}\p{N}.@/-])www\.(?=[\w-]+\.))[^\s<>|"'“”「」（）。、\p{sc=Hiragana}]{1,2000}/iu
      .exec(text)?.[0]
      ?.replace(/[.,;:!?)\]]+$/, '');
  if (found === undefined) return null;
  const address = /^www\./i.test(found) ? `https://${found}` : found;
  return URL.canParse(address) ? address : null;
}

function unquote(text: string): string {
  return text.replace(/^["“「『](.+)["”」』]$/u, '$1');
}

type ValueName = Exclude<keyof Words['values'], 'days'>;

function oneOf(text: string, { language }: Context, value: ValueName): boolean {
  const wanted = text.toLowerCase().replace(/[.!。]$/, '');
  return wordsOfAll(language).some(({ values }) => values[value].includes(wanted));
}
