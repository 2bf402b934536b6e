import { expect, test } from 'vitest';
import { costMicros, estimateTokens, priceOf, readPrices } from '../../src/llm/prices.ts';

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

test('prices are read as input, output and cached input', () => {
  expect(readPrices('llama-4=0.1/0.3, ft:gpt-5:us = 1.25/10/0.125')).toEqual({
    'llama-4': { input: 0.1, output: 0.3 },
    'ft:gpt-5:us': { input: 1.25, output: 10, cachedInput: 0.125 },
  });
  expect(readPrices(undefined)).toEqual({});
});

test.for(['gpt-5', 'gpt-5=cheap', 'gpt-5=1', '=1/2', 'gpt-5=1/2/x'])('%s is no price, and said so', (text) => {
  expect(() => readPrices(text)).toThrow(/MODEL_PRICES: .* is not like/);
});
