/** What a schedule costs where posting costs, and what to do when the month's plan runs short. */
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
