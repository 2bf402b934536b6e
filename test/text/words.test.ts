import { expect, test } from 'vitest';
import { createBm25 } from '../../src/text/bm25.ts';
import { centroid, cosine, jaccard, overlap, weigh } from '../../src/text/similarity.ts';
import { characterGrams, terms, words } from '../../src/text/words.ts';

test.for([
  ['en', 'The companies are running 235,000.5 tests of AT&T', 'compani run 235000.5 test at&t'],
  ['en', 'U.S. use of GLM 5.2', 'us use glm 5.2'],
  ['en', 'Erdoğan, Søren Łódź and the cafés of São Tomé', 'erdogan soren lodz cafe sao tome'],
  ['ko', '카페 émigré 정부는', '카페 emigre 정부'],
  ['ru', 'Йод и ёлка', 'йод и ёлка'],
  ['ja', 'Beyoncéのライブ', 'beyonce ライブ'],
  ['ja', '日本銀行は政策金利を引き上げると発表した', '日本 銀行 政策 金利 引き上げる 発表'],
  ['ja', 'ＡＩの研究者', 'ai 研究者'],
  ['zh-TW', '公司宣布將在2026年投資', '公司 宣布 將在 2026 年 投資'],
  ['ko', '정부는 삼성전자가 반도체를 생산', '정부 삼성전자 반도체 생산'],
  ['ko', '포수는 교체됐으며 비용을 감당한대요', '포수 교체 비용 감당'],
  ['ko', '차는 눈을 뚫고 마을 공원 국가 추가', '차 눈 뚫고 마을 공원 국가 추가'],
  ['ko', '요금은 얼마예요? 사장은 누구인가요?', '요금 사장'],
  ['th', 'รัฐบาลจะลดภาษี', 'รัฐบาล ลด ภาษี'],
] as const)('%s: %s', ([language, text, expected]) => {
  expect(terms(text, language).join(' ')).toBe(expected);
});

test('words keep grammar and order', () => {
  expect(words('He can’t, she won’t.', 'en')).toEqual(['he', 'can', 't', 'she', 'won', 't']);
});

test('character grams skip marks', () => {
  expect(characterGrams('A-b c', 2)).toEqual(['a ', ' b', 'b ', ' c']);
});

test('BM25 prefers the document with the rarer word', () => {
  const bm25 = createBm25([
    ['tax', 'cut'],
    ['tax', 'rise'],
    ['tax', 'storm'],
  ]);
  expect(bm25.score(['tax', 'storm'], 2)).toBeGreaterThan(bm25.score(['tax', 'storm'], 0));
  expect(bm25.score(['moon'], 0)).toBe(0);
  expect(bm25.has('moon')).toBe(false);
  expect(bm25.idf('moon')).toBeGreaterThan(bm25.idf('storm'));
});

test('BM25 of nothing scores nothing', () => {
  expect(createBm25([]).score(['a'], 0)).toBe(0);
});

test('similarity runs from 0 for strangers to 1 for twins', () => {
  const a = new Map([
    ['x', 2],
    ['y', 1],
  ]);
  expect(cosine(a, a)).toBeCloseTo(1);
  expect(cosine(a, new Map([['z', 1]]))).toBe(0);
  expect(cosine(a, new Map())).toBe(0);
  expect(jaccard(new Set('ab'), new Set('bc'))).toBeCloseTo(1 / 3);
  expect(overlap(new Set('ab'), new Set('abcd'))).toBe(1);
  expect(cosine(centroid([a, a]), a)).toBeCloseTo(1);
  expect(weigh(new Map([['x', 1]]), () => 3).get('x')).toBe(3);
});
