import { expect, test } from 'vitest';
import { likest, rowsOf } from '../../src/text/word-vectors.ts';
import { stem } from '../../src/text/words.ts';

const row = (word: string) => rowsOf([stem(word, 'en')])[0]!;
const alike = (a: string, b: string) => likest(row(a), [row(b)]);

test.each([
  ['die', 'killed', 'bank'],
  ['disease', 'malaria', 'orchestra'],
  ['salary', 'pay', 'river'],
  ['film', 'movie', 'tax'],
  ['lawyer', 'attorney', 'snow'],
])('%s is more like %s than like %s', (word, near, far) => {
  expect(alike(word, near)).toBeGreaterThan(0.5);
  expect(alike(word, far)).toBeLessThan(0.35);
});

test('a word is itself, and the likest of several counts', () => {
  expect(alike('river', 'rivers')).toBe(1);
  expect(likest(row('film'), rowsOf(['tax', stem('movie', 'en')]))).toBe(alike('film', 'movie'));
});

test('words that the table has not are left out, and nothing is like nothing', () => {
  expect(rowsOf(['zzyzxq', '雨', ''])).toEqual([]);
  expect(likest(row('film'), [])).toBe(0);
});
