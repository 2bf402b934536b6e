import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearest } from '../src/nearest.ts';

const known = ['subscribe', 'unsubscribe', 'list', 'digest', 'timezone', 'help', 'mute', 'pause', 'export', 'at'];

test.for([
  ['lsit', 'list'],
  ['lists', 'list'],
  ['sbscribe', 'subscribe'],
  ['susbcirbe', 'subscribe'],
  ['unsubcribe', 'unsubscribe'],
  ['timzone', 'timezone'],
  ['hlep', 'help'],
  ['igest', 'digest'],
] as const)('%s is near %s', ([typed, meant]) => {
  expect(nearest(typed, known)).toBe(meant);
});

test.for(['hello', 'meta', 'report', 'what', 'ot', 'bitcoin', '', 'paris'])('%j is near nothing', (typed) => {
  expect(nearest(typed, known)).toBeNull();
});

test.for([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', 'abc', 0],
  ['abc', 'acb', 1],
  ['abc', 'ab', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'ac', 1],
] as const)('from %j to %j are %i edits', ([a, b, edits]) => {
  expect(editDistance(a, b)).toBe(edits);
});

test('the distance is symmetric, zero only for the same, and no more than the longer word', () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test('a word of 2,000 letters is answered at once', () => {
  const began = performance.now();
  expect(nearest('x'.repeat(2_000), known)).toBeNull();
  expect(performance.now() - began).toBeLessThan(20);
});
