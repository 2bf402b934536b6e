/** How long it is from one stated date to another: `11 days later` where the sentences have April 5 and April 16. */
import type { StatedDate } from '../text/dates.ts';
import type { StatedNumber } from '../text/numbers.ts';
import type { Period } from '../text/periods.ts';

/** @param years stated alone or in dates @returns `year 7`, `month 10`, `week 2`, `day 11` */
export function elapsedBetween(dates: readonly StatedDate[], years: readonly number[]): Set<string> {
  const parts = dates.flatMap(({ value }) => {
    const match = /^(\d{4}|-)-(\d\d)(?:-(\d\d))?$/u.exec(value);
    if (match === null) return [];
    const [, year = '-', month = '', day] = match;
    return [
      { year: year === '-' ? null : Number(year), month: Number(month), day: day === undefined ? null : Number(day) },
    ];
  });
  const found = new Set<string>();
  const add = (period: string, a: number, b: number) => {
    if (a !== b) found.add(`${period} ${Math.abs(a - b)}`);
  };
  for (const [a, b] of pairs(years)) {
    add('year', a, b);
    if ((a - b) % 10 === 0) add('decade', a / 10, b / 10);
  }
  for (const [a, b] of pairs(parts)) {
    // A date without a year is taken to be of the other's.
    const [yearOfA, yearOfB] = [a.year ?? b.year ?? 2001, b.year ?? a.year ?? 2001];
    add('month', yearOfA * 12 + a.month, yearOfB * 12 + b.month);
    if (a.day === null || b.day === null) continue;
    const days = [dayNumber(yearOfA, a.month, a.day), dayNumber(yearOfB, b.month, b.day)] as const;
    add('day', ...days);
    if ((days[0] - days[1]) % 7 === 0) add('week', days[0] / 7, days[1] / 7);
  }
  return found;
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, index) => list.slice(index + 1).map((b): [T, T] => [a, b]));
}

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

const conversions: [Period, Period, number][] = [
  ['century', 'year', 100],
  ['decade', 'year', 10],
  ['year', 'month', 12],
  ['week', 'day', 7],
  ['day', 'hour', 24],
  ['hour', 'minute', 60],
];

/** 24 months are two years. @returns as `elapsedBetween` */
export function inOtherPeriods({ value, also, period }: StatedNumber): string[] {
  if (period === null) return [];
  const values = [value, ...also].filter((one) => typeof one === 'number');
  return conversions.flatMap(([long, short, times]) =>
    values.flatMap((each) => {
      if (period === long) return [`${short} ${each * times}`];
      return period === short && (each / times) % 0.5 === 0 ? [`${long} ${each / times}`] : [];
    }),
  );
}
