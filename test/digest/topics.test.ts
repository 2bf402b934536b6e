import { expect, test } from 'vitest';
import { tellingTopics } from '../../src/digest/compose.ts';

test('an earthquake is not about artificial intelligence because its feed often is', () => {
  expect(tellingTopics({ ai: 0.32, world: 0.96, science: 0.45 })).toEqual(['world']);
});

test('at most three are told, the surest first; of none that is sure, the likeliest', () => {
  expect(tellingTopics({ a: 0.6, b: 0.9, c: 0.7, d: 0.8 })).toEqual(['b', 'd', 'c']);
  expect(tellingTopics({ a: 0.3, b: 0.42 })).toEqual(['b']);
  expect(tellingTopics({})).toEqual([]);
});
