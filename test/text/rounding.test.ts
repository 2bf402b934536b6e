import { expect, test } from 'vitest';
import { numbersIn } from '../../src/text/numbers.ts';
import { type Rounding, roundsTo } from '../../src/text/rounding.ts';

test.for([
  ['en', 'more than 150,000', 'down'],
  ['zh-CN', '逾15万人', 'down'],
  ['ja', '3割強', 'down'],
  ['ko', '약 3억원', 'near'],
  ['zh-CN', '不到3个百分点', 'up'],
  ['en', 'about 12', 'near'],
  ['en', '12 of them', null],
] as const)('%s: %s is rounded: %s', ([language, text, rounded]) => {
  expect(numbersIn(text, language)).toMatchObject([{ rounded }]);
});

test.for<[number, number, Rounding, boolean]>([
  [150_000, 158_000, 'down', true],
  [150_000, 149_000, 'down', false],
  [150_000, 160_000, 'down', false],
  [30, 32, 'down', true],
  [2000, 2150, 'down', true],
  [3, 2.8, 'near', true],
  [3, 2.4, 'up', true],
  [3, 3.1, 'up', false],
  [3, 3.6, 'near', false],
  [12, 12, 'near', true],
])('%d for %d, %s: %s', ([value, stated, how, holds]) => {
  expect(roundsTo(value, stated, how)).toBe(holds);
});
