import { expect, test } from 'vitest';
import { align, tokensOf } from '../../src/answer/retrieve-alignment.ts';

const told = 'The song was released as a digital download on 25 September 2015, and critics received it coolly.';

function laid(question: string) {
  return align(tokensOf(question, 'en'), tokensOf(told, 'en'));
}

test('a question in the words of the sentence lies whole beside it', () => {
  expect(laid('What was released as a digital download on 25 September 2015?')).toMatchObject({
    aligned: 1,
    replaced: 0,
    inserted: 0,
    outside: 0,
  });
});

test('another number in the place of a number is seen', () => {
  const { replaced, replacedAlike } = laid('What was released as a digital download on 15 September 2015?');
  expect({ replaced, replacedAlike }).toEqual({ replaced: 1, replacedAlike: 1 });
});

test('a word that means much the same is rewording', () => {
  const sentence = tokensOf('The company bought the small factory in 2019.', 'en');
  expect(align(tokensOf('Who said the company acquired the small factory?', 'en'), sentence)).toMatchObject({
    replaced: 1,
    reworded: 1,
    replacedAlike: 0,
  });
});

test('a word between two that stand side by side is inserted', () => {
  expect(laid('What was released as a second digital download on 25 September?').inserted).toBe(1);
});

test('nothing shared is all outside', () => {
  expect(laid('Who painted ceilings?')).toMatchObject({ aligned: 0, run: 0, outside: 2 });
  expect(align([], [])).toMatchObject({ aligned: 0, outside: 0 });
});

test('Japanese is laid beside word by word as well', () => {
  const sentence = tokensOf('同社は大阪に新しい工場を建設した。', 'ja');
  expect(align(tokensOf('同社は大阪に何を建設した？', 'ja'), sentence).aligned).toBeGreaterThan(0.6);
});
