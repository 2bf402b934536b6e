import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesPerWeek, intervalSeconds, nextPollAt, retryAt } from '../../src/feed/schedule.ts';

const now = new Date('2026-01-15T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const asks = { ttlSeconds: null, freshForSeconds: null };

test.for([
  [7, 86_400],
  [70, 8640],
  [10_000, 300],
  [0.1, 86_400],
  [null, 3600],
] as const)('%s entries a week: every %i s', ([rate, seconds]) => {
  expect(intervalSeconds({ entriesPerWeek: rate, ...asks })).toBe(seconds);
});

test('never sooner than the feed or its server asks, never later than a day', () => {
  expect(intervalSeconds({ entriesPerWeek: 10_000, ttlSeconds: 3600, freshForSeconds: 7200 })).toBe(7200);
  expect(intervalSeconds({ entriesPerWeek: 10_000, ttlSeconds: 30 * 86_400, freshForSeconds: null })).toBe(86_400);
});

test('the rhythm is taken over the time that the entries span', () => {
  expect(
    entriesPerWeek(
      Array.from({ length: 14 }, (_, day) => daysAgo(day)),
      now,
    ),
  ).toBeCloseTo(14 / (13 / 7), 1);
  expect(entriesPerWeek([daysAgo(1), daysAgo(2), daysAgo(400)], now)).toBeCloseTo(0.5, 1);
  expect(entriesPerWeek([daysAgo(400)], now)).toBe(0.25);
  expect(entriesPerWeek([], now)).toBeNull();
});

test('failures put the next poll off, up to a day and not sooner than Retry-After', () => {
  const minutes = (failures: number, wait: number | null = null) =>
    (retryAt(now, failures, wait, 0).getTime() - now.getTime()) / 60_000;
  expect([1, 2, 3, 4].map((failures) => minutes(failures))).toEqual([10, 20, 40, 80]);
  expect(minutes(50)).toBe(24 * 60);
  expect(minutes(1, 4 * 3600)).toBe(240);
});

test('whatever a feed asks for, its next poll is 5 minutes to 26.4 hours away', () => {
  const number = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }));
  fc.assert(
    fc.property(
      number,
      number,
      number,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (rate, ttlSeconds, freshForSeconds, random) => {
        const seconds =
          (nextPollAt(now, intervalSeconds({ entriesPerWeek: rate, ttlSeconds, freshForSeconds }), random).getTime() -
            now.getTime()) /
          1000;
        expect(seconds).toBeGreaterThanOrEqual(299);
        expect(seconds).toBeLessThanOrEqual(26.4 * 3600 + 1);
      },
    ),
  );
});
