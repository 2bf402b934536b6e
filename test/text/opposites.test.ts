import { expect, test } from 'vitest';
import { areOpposed } from '../../src/text/opposites.ts';
import { stem } from '../../src/text/words.ts';

const opposed = (a: string, b: string) => areOpposed(stem(a, 'en'), stem(b, 'en'));

test.for([
  ['first', 'last'],
  ['smallest', 'largest'],
  ['increases', 'decline'],
  ['unpopular', 'popular'],
  ['popular', 'unpopular'],
  ['illegal', 'legal'],
] as const)('%s is the opposite of %s', ([a, b]) => {
  expect(opposed(a, b)).toBe(true);
});

test.for([
  ['first', 'second'],
  ['under', 'understand'],
  ['image', 'age'],
  ['popular', 'popular'],
] as const)('%s is no opposite of %s', ([a, b]) => {
  expect(opposed(a, b)).toBe(false);
});
