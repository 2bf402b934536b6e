/** Days of the week, as people write them in the languages that we speak. */
import type { Language, Weekday } from './model.ts';
import { wordsOfAll } from './words/words.ts';

/** Between days: blanks, commas, "and". */
const between = /[\s,、，・/&+]+|(?<=^|\s)and(?=\s|$)|と|和|และ|กับ/u;

/** `mon wed fri`, `mon-wed, sat`, `weekdays`, 月水金, 週一到週五, 평일. @returns the days in order, or null. */
export function readDays(text: string, language: Language): Weekday[] | null {
  const wanted = text.trim().toLowerCase();
  const names = wanted
    .replace(/\s*(?:[-–—~〜]|\s(?:to|through|thru|until|till)\s|から|到|至|ถึง|부터)\s*/gu, '-')
    .replace(/(?:까지|まで)(?=\s|$)/gu, '')
    .split(between)
    .filter((name) => name !== '');
  const days = daysNamed(wanted, language) ?? all(names.map((name) => daysNamed(name, language)));
  return days === null ? null : [...new Set(days)].sort();
}

function all(days: (Weekday[] | null)[]): Weekday[] | null {
  return days.length === 0 || days.includes(null) ? null : (days as Weekday[][]).flat();
}

/** One word: a group, a day, a range of days, or days written together. */
function daysNamed(name: string, language: Language): Weekday[] | null {
  return group(name, language) ?? one(name, language) ?? range(name, language) ?? together(name, language);
}

/** `weekdays`, `every day`, 平日. */
export function isGroupOfDays(text: string, language: Language): boolean {
  return group(text.trim().toLowerCase(), language) !== null;
}

function group(name: string, language: Language): Weekday[] | null {
  const words = wordsOfAll(language).map(({ values }) => values);
  if (words.some(({ daily }) => daily.includes(name))) return [1, 2, 3, 4, 5, 6, 7];
  if (words.some(({ weekdays }) => weekdays.includes(name))) return [1, 2, 3, 4, 5];
  return words.some(({ weekend }) => weekend.includes(name)) ? [6, 7] : null;
}

function one(name: string, language: Language): Weekday[] | null {
  const singular = name.replace(/(?<=day)s$/, '');
  for (const { values } of wordsOfAll(language)) {
    const index = values.days.findIndex((forms) => forms.includes(singular));
    if (index >= 0) return [(index + 1) as Weekday];
  }
  return null;
}

function range(name: string, language: Language): Weekday[] | null {
  const ends = /^([^-]{1,20})-([^-]{1,20})$/u.exec(name);
  if (ends === null) return null;
  const [from] = one(ends[1] as string, language) ?? [];
  const [to] = one(ends[2] as string, language) ?? [];
  if (from === undefined || to === undefined) return null;
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => (((from - 1 + step) % 7) + 1) as Weekday);
}

/** 月水金, 一三五, 월수금: a character a day. */
function together(name: string, language: Language): Weekday[] | null {
  const days = /^(?:週|周|星期|禮拜)?([月火水木金土日一二三四五六월화수목금토일]{2,7})$/u.exec(name)?.[1];
  return days === undefined ? null : [...days].flatMap((day) => one(day, language) ?? []);
}
