/** How long it is from one stated date to another: `11 days later` where the sentences have April 5 and April 16. */
import type { StatedDate } from '../text/dates.ts';
import type { StatedNumber } from '../text/numbers.ts';
import type { Period } from '../text/periods.ts';
import { roundsTo } from '../text/rounding.ts';

/** So many of a period. */
export interface Span {
  count: number;
  period: Period;
}

/** @param years stated alone or in dates */
export function elapsedBetween(dates: readonly StatedDate[], years: readonly number[]): Span[] {
  const parts = dates.flatMap(({ value }) => {
    const match = /^(\d{4}|-)-(\d\d)(?:-(\d\d))?$/u.exec(value);
    if (match === null) return [];
    const [, year = '-', month = '', day] = match;
    return [
      { year: year === '-' ? null : Number(year), month: Number(month), day: day === undefined ? null : Number(day) },
    ];
  });
  const found: Span[] = [];
  const add = (period: Period, a: number, b: number) => {
    if (a !== b) found.push({ period, count: Math.abs(a - b) });
  };
  for (const [a, b] of pairs(years)) add('year', a, b);
  for (const [a, b] of pairs(parts)) {
    // A date without a year is taken to be of the other's.
    const [yearOfA, yearOfB] = [a.year ?? b.year ?? 2001, b.year ?? a.year ?? 2001];
    add('month', yearOfA * 12 + a.month, yearOfB * 12 + b.month);
    if (a.day === null || b.day === null) continue;
    add('day', dayNumber(yearOfA, a.month, a.day), dayNumber(yearOfB, b.month, b.day));
  }
  return found;
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, index) => list.slice(index + 1).map((b): [T, T] => [a, b]));
}

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** The spans that are stated as such. */
export function statedSpans(numbers: readonly StatedNumber[], dates: readonly StatedDate[]): Span[] {
  const counted = numbers.flatMap(({ value, also, period, kind }) =>
    period === null || kind === 'year'
      ? []
      : [value, ...also].filter((one) => typeof one === 'number').map((count) => ({ count, period })),
  );
  // `14日` alone is a day of the month, or two weeks.
  const days = dates.flatMap(({ value }) => /^---(\d\d)$/u.exec(value)?.[1] ?? []);
  return [...counted, ...days.map((day) => ({ count: Number(day), period: 'day' as const }))];
}

const day = 86_400;
const year = 365.25 * day;
const seconds: Record<Period, number> = {
  century: 100 * year,
  decade: 10 * year,
  year,
  month: year / 12,
  week: 7 * day,
  day,
  hour: 3_600,
  minute: 60,
  second: 1,
};

/** 24 months are two years, and 26 of them `over two`; weeks and months only ever come to each other about. */
export function isSpan(
  { value, also, period, rounded }: Pick<StatedNumber, 'value' | 'also' | 'period' | 'rounded'>,
  spans: readonly Span[],
): boolean {
  if (period === null) return false;
  return spans.some((span) => {
    const count = (span.count * seconds[span.period]) / seconds[period];
    const isEven = isLong(span.period) === isLong(period);
    return [value, ...also].some(
      (one) =>
        typeof one === 'number' &&
        ((isEven && Math.abs(one - count) < (seconds[period] >= seconds.decade ? 0.15 : 1e-6)) ||
          (rounded !== null && roundsTo(one, count, rounded))),
    );
  });
}

function isLong(period: Period): boolean {
  return seconds[period] >= seconds.month;
}
