/** Instants as people say them, in their language and zone. */
import type { Channel, Language } from '../model.ts';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3 hours ago`, short: `3h ago` where the language has such a form. */
export function age(at: Date | string, now: Date, language: Language): string {
  const seconds = Math.max(0, (now.getTime() - new Date(at).getTime()) / 1000);
  const [unit, size] = units.find(([, size]) => seconds >= size) ?? (['minute', 60] as const);
  const format = new Intl.RelativeTimeFormat(language, { style: 'narrow', numeric: 'always' });
  return format.format(-Math.floor(seconds / size), unit);
}

/** `Monday 23 November, 08:00`, in the channel's zone and language. */
export function when(at: Date, channel: Pick<Channel, 'language' | 'zone'>): string {
  return new Intl.DateTimeFormat(channel.language, {
    timeZone: channel.zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** `Monday 23 November`, of a calendar day `YYYY-MM-DD`. */
export function longDay(date: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** `Mon, Wed`, or the language's word for all, workdays or weekend. */
export function dayNames(days: number[], language: Language): string[] {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'short' });
  return days.map((day) => format.format(new Date(Date.UTC(2024, 0, day))));
}
