import { describe, expect, test } from 'vitest';
import { type CommandName, parseCommand } from '../../src/command.ts';
import { type Language, languages } from '../../src/model.ts';
import { en } from '../../src/words/en.ts';
import { languageNamed, type Words, wordsFor } from '../../src/words/words.ts';

/** Every string of a language's words by its path; functions are called with `given`. */
function sentences(words: Words, given: (string | null)[]): [string, string][] {
  const { commands: _, values: __, phrases: ___, alsoCalled: ____, and: _____, ...rest } = words;
  return walk(rest, '', given);
}

function walk(value: unknown, path: string, given: (string | null)[]): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(...argumentsFor(path, given)))]];
  return Object.entries(value as object).flatMap(([key, each]) =>
    walk(each, path === '' ? key : `${path}.${key}`, given),
  );
}

/** Where a time zone, a command or an address is suggested, the example must be one; null only where it may be. */
function argumentsFor(path: string, given: (string | null)[]): unknown[] {
  const none = given.at(-1) === null;
  if (path === 'mistakes.badZone') return ['Tokio', none ? null : 'Asia/Tokyo'];
  if (path === 'mistakes.unknownSubject') return ['AIs', none ? null : 'AI'];
  if (path === 'mistakes.didYouMean') return ['digets', 'digest'];
  if (path === 'mistakes.missing') return ['subscribe ai'];
  if (/^(?:notice\.feed|settings\.noFeed)/.test(path)) return ['https://example.org/feed', 'https://example.org/feed'];
  return path === 'status.cost' ? given : given.map((each) => each ?? '9');
}

function shape(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  if (/^(commands\.|values\.|phrases|alsoCalled)/.test(path)) return [`${path}: list`];
  return Object.entries(value).flatMap(([key, each]) => shape(each, path === '' ? key : `${path}.${key}`));
}

const names = Object.keys(en.commands) as CommandName[];
/** Numerals as text serve where a function takes a number and where it takes a text. */
const numerals = ['3', '7', '9'];
const ones = ['1', '1', '1'];
const nulls = ['3', '7', null];
const texts = ['AI', 'NASA', 'X'];

describe.for(languages)('the words of %s', (language) => {
  const words = wordsFor(language);

  test('have the same keys as English', () => {
    expect(shape(words).sort()).toEqual(shape(en).sort());
  });

  test.for([{ given: numerals }, { given: ones }, { given: nulls }])(
    'leave nothing empty or unfilled, given $given',
    ({ given }) => {
      for (const [path, text] of sentences(words, given)) {
        expect(text.trim(), path).not.toBe('');
        expect(text, path).not.toMatch(/undefined|\[object|NaN|null/);
        expect(text.split('`').length % 2, `${path}: code marks come in pairs`).toBe(1);
      }
    },
  );

  test('use no markup but code marks', () => {
    for (const [path, text] of sentences(words, numerals)) expect(text, path).not.toMatch(/\*\*|__|<[a-z/@!#]|\]\(/i);
  });

  test('every command has forms, in lower case, each once', () => {
    for (const name of names) {
      const forms = words.commands[name];
      expect(forms.length, name).toBeGreaterThan(0);
      for (const form of forms) {
        expect(form.trim(), name).not.toBe('');
        expect(form, name).toBe(form.toLowerCase().normalize('NFC'));
      }
    }
    const all = Object.values(words.commands).flat();
    expect(all.filter((form, index) => all.indexOf(form) !== index)).toEqual([]);
  });

  test('every value has forms, in lower case', () => {
    for (const forms of [...Object.values(words.values).slice(0, -1), ...words.values.days] as string[][]) {
      expect(forms).not.toEqual([]);
      for (const form of forms) expect(form).toBe(form.toLowerCase().trim());
    }
    expect(words.values.days).toHaveLength(7);
  });

  test.for(names)('the example for %s in help is that command', (name) => {
    const typed = words.usage[name][0].replace('https://…', 'https://example.org');
    expect(words.commands[name].some((form) => typed.startsWith(form))).toBe(true);
    const parsed = parseCommand(typed, language);
    expect(parsed).toMatchObject({ kind: 'command', command: { name } });
    expect(typed).not.toContain('…');
  });

  test('whatever a sentence gives to type is understood', () => {
    for (const given of [texts, nulls])
      for (const [path, text] of sentences(words, given))
        for (const typed of marked(text)) {
          const parsed = parseCommand(typed, language);
          expect([path, typed, known(parsed, typed, language)]).toEqual([path, typed, true]);
        }
  });

  test.for(names)('each form of %s is read as it', (name) => {
    for (const form of words.commands[name]) {
      const parsed = parseCommand(`${form} ${argumentOf[name]}`.trim(), language, true);
      expect([form, parsed]).toEqual([form, { kind: 'command', command: expect.objectContaining({ name }) }]);
    }
  });

  test('a reading time is no age: it says that it is of reading', () => {
    expect(words.digest.minutes(4)).toMatch(/4.*read|読.*4|閱讀.*4|읽.*4|อ่าน.*4/);
  });

  test('phrases answer 2,000 characters at once', () => {
    for (const [pattern] of words.phrases)
      for (const line of longLines(words)) {
        expect(pattern.test(line), `${pattern} takes ${line.slice(0, 40)}`).toBe(false);
        expect(
          leastMs(() => pattern.test(line)),
          String(pattern),
        ).toBeLessThan(20);
      }
  });

  test('phrases become commands of English, or name one of this language', () => {
    for (const [pattern, command] of words.phrases) {
      expect(pattern.source.startsWith('^'), String(pattern)).toBe(true);
      expect(
        names.some((name) => command.startsWith('$1') || command.startsWith(name)),
        command,
      ).toBe(true);
    }
  });

  test('it is known by its own name, code and tag', () => {
    for (const name of [language, words.name, ...words.alsoCalled]) expect(languageNamed(name), name).toBe(language);
  });
});

/** Forms that two languages share for different commands: the channel's own language is tried first. */
const intended: string[] = [];

test('no form means one command in one language and another elsewhere', () => {
  const meanings = new Map<string, Set<string>>();
  for (const language of languages)
    for (const name of names)
      for (const form of wordsFor(language).commands[name])
        meanings.set(form, (meanings.get(form) ?? new Set()).add(name));
  const shared = [...meanings].filter(([, commands]) => commands.size > 1).map(([form]) => form);
  expect(shared).toEqual(intended);
});

test('no value means one thing in one language and another elsewhere', () => {
  const pairs = [
    ['on', 'off'],
    ['yes', 'off'],
    ['compact', 'cards'],
    ['weekdays', 'weekend'],
    ['daily', 'weekdays'],
    ['daily', 'weekend'],
  ] as const;
  for (const [one, other] of pairs) {
    const forms = (value: typeof one | typeof other) =>
      languages.flatMap((language) => wordsFor(language).values[value]);
    expect(forms(one).filter((form) => forms(other).includes(form))).toEqual([]);
  }
});

test('a day’s name is the same day in every language', () => {
  const days = new Map<string, Set<number>>();
  for (const language of languages)
    wordsFor(language).values.days.forEach((forms, day) => {
      for (const form of forms) days.set(form, (days.get(form) ?? new Set()).add(day));
    });
  expect([...days].filter(([, meant]) => meant.size > 1)).toEqual([]);
});

test.for([
  ['英語', 'en'],
  ['英文', 'en'],
  ['영어', 'en'],
  ['ภาษาอังกฤษ', 'en'],
  ['日文', 'ja'],
  ['ภาษาญี่ปุ่น', 'ja'],
  ['中国語', 'zh-TW'],
  ['Traditional Chinese', 'zh-TW'],
  ['zh-Hant-HK', 'zh-TW'],
  ['韓国語', 'ko'],
  ['태국어', 'th'],
  ['en-GB', 'en'],
  ['ja_JP', 'ja'],
  ['zh-CN', null],
  ['zh-Hans', null],
  ['de', null],
  ['klingon', null],
  ['', null],
  ['constructor', null],
] as const)('%s names %s', ([text, language]) => {
  expect(languageNamed(text)).toBe(language);
});

const argumentOf: Record<CommandName, string> = {
  subscribe: 'AI',
  unsubscribe: 'AI',
  mute: '"x"',
  unmute: '"x"',
  undo: '2',
  list: '',
  topics: '',
  sources: 'NASA',
  status: '',
  digest: '',
  time: '07:30',
  timezone: 'UTC',
  days: 'mon',
  stories: '7',
  layout: 'cards',
  language: 'ja',
  quiet: 'on',
  pause: '',
  resume: '',
  forget: '',
  ask: 'x',
  why: '3',
  import: 'https://example.org',
  export: '',
  settings: '',
  help: '',
};

/** The best of three: a busy machine slows one run, a bad pattern slows all. */
function leastMs(run: () => void): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const began = performance.now();
      run();
      return performance.now() - began;
    }),
  );
}

/** What stands between code marks. */
function marked(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/gu)]
    .map((match) => (match[1] as string).replace('https://…', 'https://example.org'))
    .filter((typed) => !typed.startsWith('npm '));
}

/** A command, or the beginning of one, or a value of one. */
function known(parsed: ReturnType<typeof parseCommand>, typed: string, language: Language): boolean {
  const words = wordsFor(language);
  const values = Object.values(words.values).flat(2);
  const examples = ['Europe/Paris', 'Asia/Tokyo', 'Asia/Taipei', 'Asia/Seoul', 'Asia/Bangkok'];
  return (
    parsed.kind === 'command' ||
    Object.values(words.commands).flat().includes(typed) ||
    values.includes(typed) ||
    examples.includes(typed)
  );
}

/** The worst that a pattern can be given: what it looks for, over and over, and never an end that fits. */
function longLines(words: Words): string[] {
  const pieces = [
    'a',
    ' ',
    'を',
    'の',
    'と',
    'ニュース',
    '購読',
    '的',
    '新聞',
    '訂閱',
    '에',
    ' 뉴스',
    '구독 ',
    'ข่าว',
    'ติดตาม',
    '1',
  ];
  const starts = ['', ...Object.values(words.commands).flat().slice(0, 12)];
  return starts.flatMap((start) => pieces.map((piece) => `${start}${piece.repeat(2_000)}`.slice(0, 1_999).concat('?')));
}

test.for([
  ['인공지능(AI)', '인공지능(AI)을 구독합니다.'],
  ['우주', '우주를 구독합니다.'],
  ['“반도체”', '“반도체”를 구독합니다.'],
  ['NASA', 'NASA을(를) 구독합니다.'],
])('Korean says %s with the particle that fits', ([what, said]) => {
  expect(wordsFor('ko').settings.following(what as string)).toBe(said);
});
