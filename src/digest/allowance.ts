/**
 * What a schedule costs where posting costs, and what to do when the month's plan runs short: daily → weekdays →
 * weekly → on request, which is free. What people have set stays set: a step is for the rest of the month.
 */
import type { Allowance } from '../adapter.ts';
import type { Weekday } from '../model.ts';

export interface Forecast {
  /** Messages that this schedule takes in a whole month. */
  perMonth: number;
}

export function forecast({ perDigest }: Allowance, days: Weekday[], now: Date): Forecast {
  return { perMonth: perDigest * digestsIn(days, now.getUTCFullYear(), now.getUTCMonth(), 1) };
}

/** How many of these weekdays the month has from `firstDay` on. */
export function digestsIn(days: Weekday[], year: number, month: number, firstDay: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  let count = 0;
  for (let day = firstDay; day <= last; day++) {
    const weekday = ((new Date(Date.UTC(year, month, day)).getUTCDay() + 6) % 7) + 1;
    if (days.includes(weekday as Weekday)) count++;
  }
  return count;
}

/** From often to seldom; `as-set`: on the days that the channel has chosen. */
export const rhythms = ['as-set', 'weekdays', 'weekly', 'on-request'] as const;
export type Rhythm = (typeof rhythms)[number];

/** The days of a rhythm, out of those that the channel has chosen. */
export function daysOf(rhythm: Rhythm, days: Weekday[]): Weekday[] {
  const working = days.filter((day) => day <= 5);
  if (rhythm === 'as-set') return days;
  if (rhythm === 'weekdays') return working.length > 0 ? working : days;
  return rhythm === 'weekly' ? days.toSorted().slice(0, 1) : [];
}

/** A calendar day where the channel is, `YYYY-MM-DD`. */
type LocalDate = string;

/** Quiet days that are counted in, so that a month's first lively day does not look like thirty. */
const quietDays = 2;

/**
 * The most frequent rhythm, from `was` down, that the rest of the month can pay for; stepping down costs a notice. The
 * plan is shared, so what the account has used a day so far counts for what is to come, where it is more than this
 * channel's own digests.
 */
export function affordable(allowance: Allowance, days: Weekday[], date: LocalDate, was: Rhythm = 'as-set'): Rhythm {
  const { perDigest, total, used } = allowance;
  if (total === null) return was;
  const { year, month, day, daysLeft } = calendar(date);
  const count = (rhythm: Rhythm) => digestsIn(daysOf(rhythm, days), year, month, day);
  const asSet = Math.max(1, count('as-set'));
  const perDay = used / (day - 1 + quietDays);
  const expected = Math.max(perDigest * asSet, perDay * daysLeft);
  const fits = (rhythm: Rhythm) => {
    const notice = rhythm === was ? 0 : perDigest;
    return (expected * count(rhythm)) / asSet + notice <= total - used;
  };
  const lower = rhythms.slice(rhythms.indexOf(was));
  return lower.find((rhythm) => rhythm === 'on-request' || fits(rhythm)) ?? 'on-request';
}

function calendar(date: LocalDate) {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return { year, month: month - 1, day, daysLeft: new Date(Date.UTC(year, month, 0)).getUTCDate() - day + 1 };
}

/** What a channel is down to, in one month. */
export interface PlanStep {
  /** `YYYY-MM`. */
  month: string;
  rhythm: Rhythm;
}

export interface Step {
  step: PlanStep;
  /** It came down just now, and the plan can still pay for telling so. */
  tell: boolean;
  /** Is there a digest today? */
  postsToday: boolean;
}

/**
 * Never up again within a month: what was said holds. Coming down to `on-request`, the notice takes the place of the
 * morning's digest.
 */
export function stepDown(before: PlanStep | null, allowance: Allowance, days: Weekday[], date: LocalDate): Step {
  const month = date.slice(0, 7);
  const was = before?.month === month ? before.rhythm : 'as-set';
  const rhythm = affordable(allowance, days, date, was);
  const tell = rhythm !== was && allowance.total !== null && allowance.total - allowance.used >= allowance.perDigest;
  return { step: { month, rhythm }, tell, postsToday: daysOf(rhythm, days).includes(weekdayOf(date)) };
}

function weekdayOf(date: LocalDate): Weekday {
  return (((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;
}
