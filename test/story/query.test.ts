import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches, parseQuery, type QueryText, searchable } from '../../src/story/query.ts';

function fits(query: string, over: Partial<QueryText>): boolean {
  const parsed = parseQuery(query);
  if ('error' in parsed) throw new Error(parsed.error);
  return matches(
    parsed,
    searchable({ title: '', text: '', language: 'en', source: 'Circuit Daily circuit.example', ...over }),
  );
}

describe('a query', () => {
  test.for([
    ['quantum', 'Quantum leap in Delft', true],
    ['quantum', 'Quantumania is back', false],
    ['robot', 'Robots fold laundry', true],
    ['robot delft', 'Robots in Delft', true],
    ['robot delft', 'Robots in Milan', false],
    ['"data center"', 'A data  center in Oslo', true],
    ['“data center”', 'A data center in Oslo', true],
    ['"data center"', 'Center of data', false],
    ['robot -milan', 'Robots in Milan', false],
    ['robot -"in milan"', 'Milan robots', true],
    ['tsmc OR umc', 'UMC raises prices', true],
    ['price tsmc OR umc', 'UMC raises prices', true],
    ['price tsmc OR umc', 'UMC hires', false],
    ['AI', 'AI in schools', true],
    ['AI', 'Ai Weiwei in Lisbon', false],
    ['ai', 'Ai Weiwei in Lisbon', true],
    ['台積電', '台積電下季營收看增', true],
    ['半導体 -輸出', '半導体の輸出増', false],
    ['반도체', '반도체가 수출을 이끌다', true],
    ['C++', 'C++ turns forty', true],
    ['or', 'This or that', true],
  ] as const)('%s on “%s”: %s', ([query, title, expected]) => {
    expect(fits(query, { title })).toBe(expected);
  });

  test('lang: and from: hold back other languages and sources', () => {
    expect(fits('robot lang:ja', { title: 'Robot', language: 'en' })).toBe(false);
    expect(fits('robot lang:zh', { title: 'Robot', language: 'zh-TW' })).toBe(true);
    expect(fits('from:circuit', {})).toBe(true);
    expect(fits('robot from:nikkei', { title: 'robot' })).toBe(false);
  });

  test.for(['', '-only', '- -', 'lang:ja', '""', 'x'.repeat(201), 'a b c d e f g h i j k l m n o p q r s t u'])(
    'that looks for nothing or too much is refused: %s',
    (query) => {
      expect(parseQuery(query)).toHaveProperty('error');
    },
  );

  test('of any characters is read or refused, never thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 220 }), fc.string(), (query, title) => {
        const parsed = parseQuery(query);
        if (!('error' in parsed)) matches(parsed, searchable({ title, text: title, language: 'en', source: '' }));
      }),
    );
  });

  test('made to be slow is not', () => {
    const text = 'a'.repeat(200_000);
    const began = performance.now();
    fits(`${'a'.repeat(150)}b -aaaaaaaaaaaaaaaab`, { title: text, text });
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
