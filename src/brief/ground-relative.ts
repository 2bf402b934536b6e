/** Years and dates that a text tells by the day on which it appeared: `last year`, `next month`, 9日. */
import type { StatedDate } from '../text/dates.ts';
import type { Span } from './ground-elapsed.ts';

const years: [number, RegExp][] = [
  [-1, /\blast year\b|\ba year ago\b|昨年|去年|지난해|작년/iu],
  [0, /\bthis year\b|今年|올해/iu],
  [1, /\bnext year\b|来年|來年|明年|내년/iu],
];
const months: [number, RegExp][] = [
  [-1, /\blast month\b|先月|上[个個]?月|지난달/iu],
  [0, /\bthis month\b|今月|本月|이번 ?달|이달/iu],
  [1, /\bnext month\b|来月|來月|下[个個]?月|다음 ?달/iu],
];

/** @param now in which the article appeared */
export function yearsFrom(text: string, now: readonly number[]): string[] {
  return stepsIn(text, years).flatMap((step) => now.map((year) => String(year + step)));
}

/** @returns as `datesIn` has them: the months that are named so, and in which the days are that stand without one. */
export function datesFrom(text: string, dates: readonly StatedDate[], now: readonly Date[]): string[] {
  const days = dates.flatMap(({ value }) => /^---(\d\d)$/u.exec(value)?.[1] ?? []);
  return now.flatMap((today) => {
    const named = stepsIn(text, months).map((step) => monthOf(today, step));
    const since = days.map((day) => `--${monthOf(today, Number(day) > today.getUTCDate() ? -1 : 0)}-${day}`);
    return [
      ...named.map((month) => `--${month}`),
      ...named.flatMap((month) => days.map((day) => `--${month}-${day}`)),
      ...since,
    ];
  });
}

/** Months: nobody counts a century back to the month. */
const farthest = 1200;

/** @returns the months, and as years, that lie so long before the article: `the first in 19 months` */
export function monthsBefore(spans: readonly Span[], now: readonly Date[]): { months: string[]; years: string[] } {
  const back = spans.filter(({ period }) => period === 'month').map(({ count }) => count);
  const before = now.flatMap((today) =>
    back
      .filter((count) => Number.isInteger(count) && count < farthest)
      .map((count) => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - count))),
  );
  return {
    months: before.map((date) => date.toISOString().slice(0, 7)),
    years: before.map((date) => String(date.getUTCFullYear())),
  };
}

function stepsIn(text: string, words: [number, RegExp][]): number[] {
  return words.flatMap(([step, pattern]) => (pattern.test(text) ? [step] : []));
}

function monthOf(today: Date, step: number): string {
  return String(((today.getUTCMonth() + step + 12) % 12) + 1).padStart(2, '0');
}
