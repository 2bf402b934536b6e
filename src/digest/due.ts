/** When a channel's digest is due: its own hour, in its own zone, on its own days. All clock work is Temporal's. */
import type { Channel } from '../model.ts';

export type Schedule = Pick<Channel, 'zone' | 'time' | 'days'>;

/** Past this a missed digest is no morning digest any more: it is skipped, and `status` says so. */
export const latestHours = 3;

/**
 * The first due instant after `after`. Where DST leaves the hour out it is later by what was left out (02:30 becomes
 * 03:30); where DST has it twice, the first of the two.
 */
export function nextDigestAt({ zone, time, days }: Schedule, after: Date): Date {
  const start = instant(after).toZonedDateTimeISO(zone);
  const wall = Temporal.PlainTime.from(time);
  for (let day = 0; ; day++) {
    const date = start.toPlainDate().add({ days: day });
    if (!days.includes(date.dayOfWeek as Channel['days'][number])) continue;
    const due = date.toZonedDateTime({ timeZone: zone, plainTime: wall });
    if (due.epochMilliseconds > after.getTime()) return new Date(due.epochMilliseconds);
  }
}

/** The calendar day of an instant, in the channel's zone: `YYYY-MM-DD`. */
export function localDate(at: Date, zone: string): string {
  return instant(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** `07:58`, the wall time of an instant in a zone. */
export function localTime(at: Date, zone: string): string {
  return instant(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

export function isTooLate(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > latestHours * 3_600_000;
}

function instant(at: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime());
}
