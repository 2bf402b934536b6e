import { describe, expect, test } from 'vitest';
import { affordable, daysOf, digestsIn, forecast, stepDown } from '../../src/digest/allowance.ts';
import type { Weekday } from '../../src/model.ts';

const daily: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const plan = (perDigest: number, total: number | null, used = 0) => ({ perDigest, total, used });

describe('the forecast', () => {
  test('of a daily digest for a group of 40 in a month of 30 days is 1,200', () => {
    expect(forecast(plan(40, 200), daily, new Date('2026-11-10T08:00:00Z')).perMonth).toBe(1_200);
  });

  test.for([
    { days: daily, first: 1, count: 30 },
    { days: [1, 2, 3, 4, 5] as Weekday[], first: 1, count: 21 },
    { days: [1] as Weekday[], first: 1, count: 5 },
    { days: [7] as Weekday[], first: 30, count: 0 },
    { days: daily, first: 30, count: 1 },
  ])('November 2026 has $count of $days from the $first. on', ({ days, first, count }) => {
    expect(digestsIn(days, 2026, 10, first)).toBe(count);
  });
});

describe('what the plan can pay for', () => {
  test.for([
    { name: 'no limit', allowance: plan(500, null, 9_999), date: '2026-11-01', rhythm: 'as-set' },
    { name: 'one person of 200', allowance: plan(1, 200), date: '2026-11-01', rhythm: 'as-set' },
    { name: 'exactly the month', allowance: plan(5, 150), date: '2026-11-01', rhythm: 'as-set' },
    { name: 'a message short of it', allowance: plan(5, 149), date: '2026-11-01', rhythm: 'weekdays' },
    {
      name: 'a group of 40 of 200: five Mondays and the notice do not fit',
      allowance: plan(40, 200),
      date: '2026-11-01',
      rhythm: 'on-request',
    },
    { name: 'a group of 30 of 200', allowance: plan(30, 200), date: '2026-11-01', rhythm: 'weekly' },
    { name: 'a plan that is spent', allowance: plan(1, 200, 200), date: '2026-11-20', rhythm: 'on-request' },
    { name: 'more spent than there was', allowance: plan(1, 200, 230), date: '2026-11-20', rhythm: 'on-request' },
    { name: 'the last day, one message left', allowance: plan(1, 30, 29), date: '2026-11-30', rhythm: 'as-set' },
  ])('$name: $rhythm', ({ allowance, date, rhythm }) => {
    expect(affordable(allowance, daily, date)).toBe(rhythm);
  });

  test('counts what the rest of the account spends, for the plan is shared', () => {
    expect(affordable(plan(1, 200, 0), daily, '2026-11-11')).toBe('as-set');
    // Ten a day so far: twenty days more would take 200 of the 100 that are left.
    expect(affordable(plan(1, 200, 100), daily, '2026-11-11')).toBe('weekly');
  });

  test('in December takes the length of December', () => {
    expect(affordable(plan(1, 31), daily, '2026-12-01')).toBe('as-set');
    expect(affordable(plan(1, 30), daily, '2026-12-01')).toBe('weekdays');
  });
});

describe('a rhythm', () => {
  test('keeps to the days that the channel has chosen', () => {
    expect(daysOf('weekdays', daily)).toEqual([1, 2, 3, 4, 5]);
    expect(daysOf('weekdays', [6, 7])).toEqual([6, 7]);
    expect(daysOf('weekly', [3, 5])).toEqual([3]);
    expect(daysOf('on-request', daily)).toEqual([]);
  });
});

describe('stepping down', () => {
  test('is told once, and its days are kept to', () => {
    const first = stepDown(null, plan(30, 200), daily, '2026-11-02');
    expect(first).toEqual({ step: { month: '2026-11', rhythm: 'weekly' }, tell: true, postsToday: true });
    expect(stepDown(first.step, plan(30, 200, 60), daily, '2026-11-03')).toMatchObject({
      tell: false,
      postsToday: false,
    });
  });

  test('never goes up again within a month, whatever is left', () => {
    const step = { month: '2026-11', rhythm: 'weekly' as const };
    expect(stepDown(step, plan(1, 200), daily, '2026-11-24')).toEqual({ step, tell: false, postsToday: false });
  });

  test('begins anew with the month', () => {
    const step = { month: '2026-11', rhythm: 'on-request' as const };
    expect(stepDown(step, plan(1, 200), daily, '2026-12-01')).toEqual({
      step: { month: '2026-12', rhythm: 'as-set' },
      tell: false,
      postsToday: true,
    });
  });

  test('to on request puts the notice in the place of the digest', () => {
    expect(stepDown(null, plan(40, 200, 150), daily, '2026-11-10')).toEqual({
      step: { month: '2026-11', rhythm: 'on-request' },
      tell: true,
      postsToday: false,
    });
  });

  test('is silent where not even the notice can be paid for', () => {
    expect(stepDown(null, plan(40, 200, 170), daily, '2026-11-10')).toMatchObject({ tell: false, postsToday: false });
  });

  test.for([20, 50, 200, 1_000, 5_000])('keeps a month of a shared plan of %i within it', (total) => {
    for (const channels of [1, 3, 10, 40]) {
      let used = 0;
      let told = 0;
      const steps = new Map<number, ReturnType<typeof stepDown>['step']>();
      for (let day = 1; day <= 30; day++) {
        for (let channel = 0; channel < channels; channel++) {
          const perDigest = 1 + (channel % 7);
          const date = `2026-11-${String(day).padStart(2, '0')}`;
          const { step, tell, postsToday } = stepDown(
            steps.get(channel) ?? null,
            plan(perDigest, total, used),
            daily,
            date,
          );
          steps.set(channel, step);
          if (tell) told += 1;
          used += (tell ? perDigest : 0) + (postsToday ? perDigest : 0);
        }
      }
      // What LINE would refuse of it: at most a digest of each channel, none of them unannounced for long.
      expect(used - total, `${channels} channels`).toBeLessThanOrEqual(channels * 7);
      expect(told).toBeLessThanOrEqual(channels * 3);
    }
  });
});
