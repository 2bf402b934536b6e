import { expect, test } from 'vitest';
import { akin } from '../../src/text/akin.ts';

test.for([
  ['invent', 'inventor', true],
  ['投資', '投資家', true],
  ['늘어난', '늘었다', true],
  ['약해진대', '약해지지', true],
  ['소방대', '소방', true],
  ['invent', 'invite', false],
  ['정부', '정당', false],
  ['열', '열차', false],
] as const)('%s and %s: %s', ([one, other, are]) => {
  expect(akin(one, other)).toBe(are);
  expect(akin(other, one)).toBe(are);
});
