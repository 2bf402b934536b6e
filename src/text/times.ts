/** Times of day, as `HH:MM`: 3:30 p.m., six in the evening, 午後3時半, 오후 3시 30분. */

import type { FoundNumber } from './found-number.ts';
import { hanNumber } from './han-numbers.ts';

const halves = {
  early: /^(?:a|午前|上午|凌晨|清晨|早上|早晨|早朝|未明|朝|오전|새벽|아침|in the morning)/iu,
  late: /^(?:p|午後|午后|下午|傍晚|夕方|오후|저녁|in the (?:afternoon|evening))/iu,
  /** Before midnight or after it. */
  night: /^(?:晚|深夜|夜里|夜裡|夜|밤|at night)/iu,
  noon: /^(?:正午|中午|昼|낮)/iu,
};
const words = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const before =
  '午前|午後|午后|上午|下午|晚上|晚間|晚间|晚|凌晨|清晨|早上|早晨|早朝|未明|朝|傍晚|夕方|深夜|夜里|夜裡|夜|中午|正午|昼|오전|오후|새벽|밤|저녁|아침|낮';
const after = 'in the (?:morning|afternoon|evening)|at night';

const digit = '[\\d〇零一二三四五六七八九十]';
const number = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';

const patterns = [
  // 午後3時半, 3시 30분
  new RegExp(
    `(?<![\\d.:])(?:(?<half>${before})の?\\s?)?(?<hour>${number})\\s?(?:時|时|[點点](?![點点]|${digit}+(?!${digit}|\\s?分))|시)(?![間间간])(?:\\s?(?:(?<minute>${number})\\s?[分분]|(?<thirty>半|반)))?`,
    'gu',
  ),
  // 3:30 p.m., 15:30
  new RegExp(
    `(?<![\\d.:])(?:(?<half>${before})\\s?)?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?![\\d:])(?:\\s?(?<later>[ap]\\.?m\\b\\.?|${after}))?`,
    'giu',
  ),
  // 3 p.m., 11 at night, six in the evening, six o'clock
  new RegExp(
    `(?<![\\d.:])\\b(?<hour>\\d{1,2}|${words.join('|')})(?:(?:\\so'clock)?\\s?(?<later>[ap]\\.?m\\b\\.?|\\s?(?:${after}))|\\so'clock)`,
    'giu',
  ),
];

/** Each pattern needs one of these; most texts have none. */
const signs = /\d:\d|o'clock|[\d\s][ap]\.?m\b|in the (?:morning|afternoon|evening)|at night|[時时點点시]/iu;

export function timesIn(text: string, language: string): FoundNumber[] {
  if (!signs.test(text)) return [];
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap((match) => {
      // In Japanese 点 counts points and pieces.
      if (language.startsWith('ja') && /[点點]/u.test(match[0])) return [];
      const time = read(match.groups ?? {});
      return time === null ? [] : [{ ...time, kind: 'time' as const, text: match[0], start: match.index }];
    });
}

function read({ half, hour = '', minute, thirty, later }: Record<string, string | undefined>) {
  const named = words.indexOf(hour.toLowerCase()) + 1;
  const hours = named || hanNumber(hour);
  if (hours > 24) return null;
  const minutes = thirty === undefined ? String(hanNumber(minute ?? '0')) : '30';
  const word = half ?? later?.trim();
  if (word !== undefined) return { value: written(turned(hours, word), minutes) };
  const value = written(hours, minutes);
  // Without a word for the half of the day it may be either.
  return hours > 0 && hours < 12 ? { value, also: [written(hours + 12, minutes)] } : { value };
}

/** @returns the hour of 24. */
function turned(hours: number, half: string): number {
  if (halves.early.test(half)) return hours % 12;
  if (halves.late.test(half)) return hours < 12 ? hours + 12 : hours;
  if (halves.noon.test(half)) return hours < 6 ? hours + 12 : hours;
  if (!halves.night.test(half)) return hours;
  return hours === 12 ? 0 : hours >= 5 && hours < 12 ? hours + 12 : hours;
}

function written(hours: number, minutes: string): string {
  return `${String(hours).padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}
