import { expect, test } from 'vitest';
import { dateHolds, datesIn } from '../../src/text/dates.ts';
import { numbersIn } from '../../src/text/numbers.ts';

test.for([
  ['en', '235,000 people', [235000]],
  ['en', '235 thousand people', [235000]],
  ['en', 'two hundred and thirty-five thousand people', [235000]],
  ['ja', '23万5000人', [235000]],
  ['ja', '二十三万五千人', [235000]],
  ['zh-TW', '23.5萬人', [235000]],
  ['ko', '23만5천 명', [235000]],
  ['en', '$3.5bn and 1.5-million', [3.5e9, 1.5e6]],
  ['ja', '1億2,000万円', [1.2e8]],
  ['th', '5 ล้านบาท', [5e6]],
  ['th', '๒๕ คน', [25]],
  ['de', '1.234,5', [1234.5]],
  ['en', '6½ sacks', [6.5]],
  ['en', 'half a million, a dozen', [5e5, 12]],
  ['en', 'twenty-first and 21st', [21, 21]],
  ['ja', '第三、3番目', [3, 3]],
  ['ko', '두 명, 제3차', [2, 3]],
  ['ko', '18만 6,500원, 열두 곳', [186500, 12]],
  ['en', 'three and a half million', [3.5e6]],
  ['en', 'in 2:08:55', [2, 8, 55]],
  ['ko', '칠십만 명', [7e5]],
  ['zh-CN', '1.2万亿元', [1.2e12]],
  ['en', '35km away', [35]],
  ['en', 'between 60 and 80 million', [6e7, 8e7]],
  ['en', '$14-19 billion', [1.4e10, 1.9e10]],
  ['ja', '60〜80億円', [6e9, 8e9]],
  ['en', 'up by 600,000 to 4.5 million', [6e5, 4.5e6]],
  ['zh-TW', '廿八宗、百分之十三点五', [28, 13.5]],
] as const)('%s: %s', ([language, text, values]) => {
  expect(numbersIn(text, language).map(({ value }) => value)).toEqual(values);
});

test.for([
  ['en', '12%', 12],
  ['en', 'twenty percent', 20],
  ['ja', '三割', 30],
  ['zh-TW', '百分之五', 5],
  ['zh-TW', '三成', 30],
  ['ja', '５％', 5],
  ['zh-CN', '近六成近视', 60],
  ['zh-TW', '五成八三', 58.3],
  ['en', 'two-thirds', 67],
  ['ja', '5分の1', 20],
  ['ko', '3분의 1', 33],
] as const)('%s: %s is a percentage', ([language, text, value]) => {
  expect(numbersIn(text, language)).toMatchObject([{ value, kind: 'percent' }]);
});

test('what only looks like a number is none', () => {
  expect(numbersIn('one of the few, a second try', 'en')).toEqual([]);
  expect(numbersIn('一部の人、三菱、十分', 'ja')).toEqual([]);
  expect(numbersIn('5G and A17 chips', 'en')).toEqual([]);
  expect(numbersIn('First shown to hundreds', 'en')).toEqual([]);
  expect(numbersIn('一座桥、几十人、两三天、1月底', 'zh-CN')).toEqual([]);
});

test('times of day compare across languages', () => {
  expect(numbersIn('at 3:30 p.m.', 'en')[0]?.value).toBe('15:30');
  expect(numbersIn('午後3時30分', 'ja')[0]?.value).toBe('15:30');
  expect(numbersIn('오후 3시', 'ko')[0]?.value).toBe('15:00');
});

test.for([
  ['en', 'until six in the evening', '18:00'],
  ['zh-CN', '深夜11点44分', '23:44'],
  ['zh-TW', '當晚八點二十分', '20:20'],
  ['ja', '午後4時半', '16:30'],
  ['ko', '새벽 2시', '02:00'],
] as const)('%s: %s is a time', ([language, text, value]) => {
  expect(numbersIn(text, language)).toMatchObject([{ value, kind: 'time', also: [] }]);
});

test.for([
  ['en', 'at 3:30', '15:30'],
  ['ja', '74年', 1974],
  ['en', '1974–76', 1976],
  ['ja', '80年代', '1980s'],
  ['zh-CN', '25个基点', 0.25],
  ['en', '120 m, 1.5 km', 1500],
  ['ja', '120万キロワット', 1.2e9],
  ['en', 'a 1,200-megawatt dam', 1.2e9],
  ['en', 'one in four', 25],
  ['ja', '4台に1台', 25],
  ['ko', '6명 중 1명', 17],
  ['ja', '1時間25分', 85],
  ['ja', '2年半', 2.5],
] as const)('%s: %s may stand for %s', ([language, text, value]) => {
  expect(numbersIn(text, language).flatMap(({ also }) => also)).toContain(value);
});

test('a decade of another century is another decade', () => {
  expect(numbersIn('in the 1880s', 'en')).toMatchObject([{ value: '1880s', also: [] }]);
});

test('days and months are dates, not numbers; years are both', () => {
  expect(numbersIn('on May 5, 2026', 'en')).toMatchObject([{ value: 2026, kind: 'year' }]);
  expect(numbersIn('2026年5月3日', 'ja')).toMatchObject([{ value: 2026, kind: 'year' }]);
});

test.for([
  ['en', 'May 5, 2026', '2026-05-05'],
  ['en', '5 May 2026', '2026-05-05'],
  ['en', '2026-05-05', '2026-05-05'],
  ['en', 'on Monday', 'W1'],
  ['en', 'since March', '--03'],
  ['en', 'Q3 2025', '2025-Q3'],
  ['en', 'the third quarter', '--Q3'],
  ['ja', '第3四半期', '--Q3'],
  ['zh-CN', '三季度', '--Q3'],
  ['ja', '2026年5月3日', '2026-05-03'],
  ['ja', '令和8年4月1日', '2026-04-01'],
  ['ja', '10日', '---10'],
  ['ja', '月曜日', 'W1'],
  ['zh-TW', '星期三', 'W3'],
  ['ko', '5월 3일', '--05-03'],
  ['th', '3 พฤษภาคม 2569', '2026-05-03'],
  ['ja', '2015年（平成27年）3月23日', '2015-03-23'],
  ['zh-CN', '四月十九日', '--04-19'],
] as const)('%s: %s', ([language, text, value]) => {
  expect(datesIn(text, language).map((date) => date.value)).toEqual([value]);
});

test('months from one to another are two dates', () => {
  for (const text of ['1至9月', '前九个月'])
    expect(datesIn(text, 'zh-CN').map(({ value }) => value)).toEqual(['--01', '--09']);
});

test('`may` and `march` as verbs are no months', () => {
  expect(datesIn('It may rain. They march on.', 'en')).toEqual([]);
});

test('a whole date holds its parts, and no other', () => {
  for (const part of ['2026-05-03', '2026-05', '--05-03', '--05', '---03'])
    expect(dateHolds('2026-05-03', part)).toBe(true);
  for (const other of ['2026-06', '--05-04', '2025-05-03', 'W1']) expect(dateHolds('2026-05-03', other)).toBe(false);
});
