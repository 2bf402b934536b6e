import { expect, test } from 'vitest';
import { readDays } from '../src/weekdays.ts';

test.for([
  ['mon wed fri', [1, 3, 5]],
  ['Monday, Wednesday and Friday', [1, 3, 5]],
  ['mondays', [1]],
  ['sun,mon', [1, 7]],
  ['mon-fri', [1, 2, 3, 4, 5]],
  ['sat – tue', [1, 2, 6, 7]],
  ['mon-wed, sat', [1, 2, 3, 6]],
  ['mon-mon', [1]],
  ['weekdays & sat', [1, 2, 3, 4, 5, 6]],
  ['every day', [1, 2, 3, 4, 5, 6, 7]],
  ['月水金', [1, 3, 5]],
  ['月・水・金', [1, 3, 5]],
  ['月曜から金曜', [1, 2, 3, 4, 5]],
  ['火曜日と木曜日', [2, 4]],
  ['土日', [6, 7]],
  ['週一到週五', [1, 2, 3, 4, 5]],
  ['一三五', [1, 3, 5]],
  ['週一、週三和週五', [1, 3, 5]],
  ['월수금', [1, 3, 5]],
  ['월요일부터 금요일까지', [1, 2, 3, 4, 5]],
  ['จันทร์ พุธ ศุกร์', [1, 3, 5]],
  ['จันทร์ถึงศุกร์', [1, 2, 3, 4, 5]],
  ['จันทร์และพุธ', [1, 3]],
] as const)('%s are %j', ([text, days]) => {
  expect(readDays(text, 'en')).toEqual(days);
});

test.for(['', 'someday', 'mon-someday', 'mon someday', '-', 'mon-', 'and', 'constructor', '8', '月x'])(
  '%j are no days',
  (text) => {
    expect(readDays(text, 'en')).toBeNull();
  },
);
