/** When a feed is asked next: by its own rhythm, never sooner than it wishes, later while it fails. */

const fiveMinutes = 300;
const oneDay = 86_400;
const week = 7 * oneDay;
/** For feeds that tell no dates. */
const unknownRhythm = 3600;

export interface Rhythm {
  entriesPerWeek: number | null;
  /** What the feed, or its server, asks for. */
  ttlSeconds: number | null;
  freshForSeconds: number | null;
}

/** Seconds between polls: `clamp(7 days ÷ entries a week, 5 min, 24 h)`, not sooner than the feed says. */
export function intervalSeconds({ entriesPerWeek, ttlSeconds, freshForSeconds }: Rhythm): number {
  const own = entriesPerWeek === null ? unknownRhythm : week / Math.max(entriesPerWeek, 0.01);
  return Math.round(clamp(Math.max(own, ttlSeconds ?? 0, freshForSeconds ?? 0), fiveMinutes, oneDay));
}

/** @param random 0–1: polls that began together drift apart by up to a tenth of their interval. */
export function nextPollAt(now: Date, interval: number, random: number): Date {
  return new Date(now.getTime() + interval * 1000 * (1 + random / 10));
}

/** After the nth failure in a row: 10, 20, 40 minutes …, at most a day; never sooner than `Retry-After`. */
export function retryAt(now: Date, failures: number, retryAfterSeconds: number | null, random: number): Date {
  const backoff = Math.min(600 * 2 ** Math.min(failures - 1, 10), oneDay);
  return nextPollAt(now, Math.max(backoff, retryAfterSeconds ?? 0), random);
}

const monthMs = 28 * oneDay * 1000;
const weekMs = week * 1000;

/** By the dates of the last 28 days, over the time that they span; null where the feed tells no dates. */
export function entriesPerWeek(dates: Date[], now: Date): number | null {
  if (dates.length === 0) return null;
  const ages = dates.map((date) => now.getTime() - date.getTime()).filter((age) => age >= 0 && age <= monthMs);
  if (ages.length === 0) return 0.25;
  // A full feed may show but the last hours: what is older was pushed out, and does not mean silence.
  const span = ages.length === dates.length ? Math.max(...ages) : monthMs;
  return (ages.length * weekMs) / Math.max(span, 3_600_000);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
