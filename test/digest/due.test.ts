import { expect, test } from 'vitest';
import { isTooLate, localDate, nextDigestAt } from '../../src/digest/due.ts';
import type { Weekday } from '../../src/model.ts';

const everyDay: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

test.for([
  {
    name: 'later today',
    zone: 'Asia/Tokyo',
    time: '08:00',
    after: '2026-11-20T22:00:00Z',
    due: '2026-11-20T23:00:00.000Z',
  },
  {
    name: 'exactly now is over',
    zone: 'Asia/Tokyo',
    time: '08:00',
    after: '2026-11-20T23:00:00Z',
    due: '2026-11-21T23:00:00.000Z',
  },
  {
    name: 'the hour that spring skips comes right after the gap',
    zone: 'Europe/Berlin',
    time: '02:30',
    after: '2026-03-28T12:00:00Z',
    due: '2026-03-29T01:30:00.000Z',
  },
  {
    name: 'the hour that autumn repeats comes once, the first time',
    zone: 'Europe/Berlin',
    time: '02:30',
    after: '2026-10-24T12:00:00Z',
    due: '2026-10-25T00:30:00.000Z',
  },
  {
    name: 'and not again at its second',
    zone: 'Europe/Berlin',
    time: '02:30',
    after: '2026-10-25T00:30:00Z',
    due: '2026-10-26T01:30:00.000Z',
  },
  {
    name: 'a midnight that DST removes',
    zone: 'America/Asuncion',
    time: '00:00',
    after: '2024-10-05T12:00:00Z',
    due: '2024-10-06T04:00:00.000Z',
  },
  {
    name: 'a zone of three quarters of an hour',
    zone: 'Asia/Kathmandu',
    time: '07:00',
    after: '2026-01-01T00:00:00Z',
    due: '2026-01-01T01:15:00.000Z',
  },
  {
    name: 'a day that a zone skipped whole',
    zone: 'Pacific/Apia',
    time: '08:00',
    after: '2011-12-29T20:00:00Z',
    due: '2011-12-30T18:00:00.000Z',
  },
])('$name', ({ zone, time, after, due }) => {
  expect(nextDigestAt({ zone, time, days: everyDay }, new Date(after)).toISOString()).toBe(due);
});

test('only on the chosen days, counted in the channel’s zone', () => {
  const weekdays: Weekday[] = [1, 2, 3, 4, 5];
  // Friday 08:30 in Auckland: Saturday and Sunday pass.
  const due = nextDigestAt(
    { zone: 'Pacific/Auckland', time: '08:00', days: weekdays },
    new Date('2026-11-19T19:30:00Z'),
  );
  expect(due.toISOString()).toBe('2026-11-22T19:00:00.000Z');
});

test('a digest is three hours late at most', () => {
  const due = new Date('2026-11-21T08:00:00Z');
  expect(isTooLate(due, new Date('2026-11-21T11:00:00Z'))).toBe(false);
  expect(isTooLate(due, new Date('2026-11-21T11:00:01Z'))).toBe(true);
});

test('the day of a digest is the channel’s own', () => {
  expect(localDate(new Date('2026-11-20T23:00:00Z'), 'Asia/Tokyo')).toBe('2026-11-21');
});
