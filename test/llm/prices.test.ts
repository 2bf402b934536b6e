import { expect, test } from 'vitest';
import { costMicros, estimateTokens, priceOf } from '../../src/llm/prices.ts';

test('the cached part of a prompt costs its own price', () => {
  const price = { input: 2, output: 8, cachedInput: 0.5 };
  expect(costMicros({ input: 1000, cached: 400, output: 50 }, price)).toBe(600 * 2 + 400 * 0.5 + 50 * 8);
});

test.for([
  ['gpt-4.1-mini', 'list'],
  ['gpt-4.1-mini-2025-04-14', 'list'],
  ['llama-4', 'assumed'],
  ['mine', 'operator'],
])('the price of %s is known from: %s', ([model, from]) => {
  expect(priceOf(model ?? '', { mine: { input: 1, output: 1 } }, true).from).toBe(from);
});

test('without a budget an unknown price costs nothing and says so', () => {
  expect(priceOf('llama-4', {}, false)).toEqual({ input: 0, output: 0, from: 'none' });
});

test('tokens are guessed upward in scripts with and without spaces', () => {
  expect(estimateTokens('The tide came in at noon.')).toBeGreaterThanOrEqual(6);
  expect(estimateTokens('正午に潮が満ちた。')).toBeGreaterThanOrEqual(8);
});
