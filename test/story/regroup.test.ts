import { expect, test } from 'vitest';
import { partsOf, sameEvent } from '../../src/story/regroup.ts';

/** Points on a line: as alike as they are near. */
const alike = (a: number, b: number) => Math.max(0, 1 - Math.abs(a - b));

test('a story of two events is split between them, the larger part first', () => {
  expect(partsOf([0, 0.1, 5, 5.1, 0.2, 5.2, 0.3, 0.4], alike, 0.2)).toEqual([
    expect.arrayContaining([0, 0.1, 0.2, 0.3, 0.4]),
    expect.arrayContaining([5, 5.1, 5.2]),
  ]);
});

test('a story of one event stays whole, and one stray article splits nothing', () => {
  expect(partsOf([0, 0.2, 0.4, 0.6], alike, 0.2)).toBeNull();
  expect(partsOf([0, 0.1, 0.2, 9], alike, 0.2)).toBeNull();
});

test('two stories are one when they are alike on the whole, not by one article each', () => {
  expect(sameEvent([0, 0.1], [0.2, 0.3], alike, 0.2)).toBe(true);
  expect(sameEvent([0, 4, 4.1], [0.1, 9, 9.1], alike, 0.2)).toBe(false);
});
