import { expect, test } from 'vitest';
import { languages } from '../../src/model.ts';
import { type ModelToday, type ModelUse, madeBy, modelLines } from '../../src/talk/show-model.ts';
import { wordsFor } from '../../src/words/words.ts';

const words = wordsFor('en');

function aUse(rest: Partial<ModelUse> = {}): ModelUse {
  return { model: 'gpt-5', calls: 3, tokens: 4_210, costUsd: 0.124, price: 'list', ...rest };
}

function aDay(rest: Partial<ModelToday> = {}): ModelToday {
  return { level: 'full', here: [aUse()], shared: [], ...rest };
}

test('the channel’s answers and the shared briefs are told by model', () => {
  const shared = [aUse({ model: 'gpt-5-mini', calls: 1, tokens: 900, costUsd: 0.001 })];
  expect(modelLines(aDay({ shared }), words)).toEqual([
    'Answers here today, by gpt-5: 3 calls, 4,210 tokens, $0.12',
    'Briefs for all channels today, by gpt-5-mini: 1 call, 900 tokens, < $0.01',
  ]);
});

test.for([
  ['none', '4,210 tokens, price unknown'],
  ['assumed', '4,210 tokens, ≤ $0.12 (price unknown)'],
  ['operator', '4,210 tokens, $0.12'],
] as const)('a price that is known from: %s', ([price, ending]) => {
  expect(modelLines(aDay({ here: [aUse({ price })] }), words)[0]).toMatch(new RegExp(`${RegExp.escape(ending)}$`));
});

test.for(languages)('in %s each step of the budget is said, and what an extract stands in for', (language) => {
  const own = wordsFor(language);
  expect(modelLines(aDay({ level: 'full' }), own)).toHaveLength(1);
  expect(modelLines(aDay({ level: 'short' }), own)[1]).toBe(own.status.modelShort);
  expect(modelLines(aDay({ level: 'extractive' }), own)[1]).toBe(own.answer.budgetSpent);
  expect(modelLines(null, own)).toEqual([own.status.noModel]);
  const made = [
    madeBy({ method: 'model' }, own),
    madeBy({ method: 'extract' }, own),
    madeBy({ method: 'extract', instead: 'budget' }, own),
    madeBy({ method: 'extract', instead: 'trouble' }, own),
  ];
  expect(new Set(made).size).toBe(4);
});
