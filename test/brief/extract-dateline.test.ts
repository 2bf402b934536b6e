import { expect, test } from 'vitest';
import { withoutDateline } from '../../src/brief/extract-dateline.ts';

test.for([
  ['LONDON, England (CNN) -- The bank cut its rate.', 'The bank cut its rate.'],
  ['WASHINGTON, March 3 (Reuters) - Lawmakers agreed on a budget.', 'Lawmakers agreed on a budget.'],
  ['PARIS — The museum opened again.', 'The museum opened again.'],
  ['(AP) — Three people were hurt.', 'Three people were hurt.'],
  ['【台北3日電】政府宣布新的預算。', '政府宣布新的預算。'],
  ['［東京 3日 ロイター］ 日銀は金利を据え置いた。', '日銀は金利を据え置いた。'],
  ['（中央社記者王小明台北3日電）行政院今天通過草案。', '行政院今天通過草案。'],
  ['新华社北京1月2日电（记者李明）国务院公布了新规定。', '国务院公布了新规定。'],
  ['(서울=연합뉴스) 김철수 기자 = 정부가 예산안을 발표했다.', '정부가 예산안을 발표했다.'],
] as const)('%s', ([text, rest]) => {
  expect(withoutDateline(text)).toBe(rest);
});

test.for([
  'NASA — the agency behind the mission — postponed the launch.',
  'The museum (AP) opened again.',
  'A man — 71 — was found.',
  '（写真）政府は予算を決めた。',
])('%s has none', (text) => {
  expect(withoutDateline(text)).toBe(text);
});
