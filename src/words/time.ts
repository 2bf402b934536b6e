/** Instants as people say them, in their language and zone. */
import type { Channel, Language } from '../model.ts';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3h ago`, as short as the language has it; `now` within the first minute. */
export function age(at: Date | string, now: Date, language: Language): string {
  const seconds = Math.max(0, (now.getTime() - new Date(at).getTime()) / 1000);
  const unit = units.find(([, size]) => seconds >= size);
  if (unit === undefined) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
  const [name, size] = unit;
  return new Intl.RelativeTimeFormat(language, { style: 'narrow' }).format(-Math.floor(seconds / size), name);
}

/** `Monday, November 23 at 08:00`, 11月23日（月）08:00, in the channel's zone and language. */
export function when(at: Date, { language, zone }: Pick<Channel, 'language' | 'zone'>): string {
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  if (!(language in enclosed)) return format(at, zone, language, { ...fullDay, ...clock });
  return `${shortDay(at, zone, language)}${format(at, zone, language, clock)}`;
}

/** `Monday, November 23`, 11月23日（月）, of a calendar day `YYYY-MM-DD`. */
export function longDay(date: string, language: Language): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (!(language in enclosed)) return format(at, 'UTC', language, fullDay);
  return shortDay(at, 'UTC', language).trim();
}

/** Where the day of the week is written behind the date, in brackets. */
const enclosed: Partial<Record<Language, [string, string]>> = {
  ja: ['（', '）'],
  'zh-TW': ['（', '）'],
  ko: ['(', ') '],
};

const fullDay: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };

function shortDay(at: Date, zone: string, language: Language): string {
  const [open, close] = enclosed[language] ?? [' ', ' '];
  const date = format(at, zone, language, { month: 'long', day: 'numeric' });
  return `${date}${open}${format(at, zone, language, { weekday: 'short' })}${close}`;
}

function format(at: Date, zone: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(at);
}

/** `Mon`, `Wed`; 月, 水. */
export function dayNames(days: number[], language: Language): string[] {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'short' });
  return days.map((day) => format.format(new Date(Date.UTC(2024, 0, day))));
}
