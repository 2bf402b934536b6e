import { expect, test } from 'vitest';
import { age, dayNames, longDay, when } from '../../src/words/time.ts';

const monday = new Date('2026-11-23T00:30:00Z');
const before = (seconds: number) => new Date(monday.getTime() - seconds * 1000);

test.for([
  ['en', 'Monday, November 23 at 09:30'],
  ['ja', '11月23日（月）09:30'],
  ['zh-TW', '11月23日（週一）09:30'],
  ['ko', '11월 23일(월) 09:30'],
  ['th', 'วันจันทร์ที่ 23 พฤศจิกายน เวลา 09:30'],
] as const)('an instant in %s is %s in Tokyo', ([language, said]) => {
  expect(when(monday, { language, zone: 'Asia/Tokyo' })).toBe(said);
});

test('an instant is told by the clock of its zone, midnight as 00', () => {
  expect(when(monday, { language: 'ja', zone: 'America/New_York' })).toBe('11月22日（日）19:30');
  expect(when(new Date('2026-11-23T00:00:00Z'), { language: 'en', zone: 'UTC' })).toContain('00:00');
});

test.for([
  ['en', 'Monday, November 23'],
  ['ja', '11月23日（月）'],
  ['zh-TW', '11月23日（週一）'],
  ['ko', '11월 23일(월)'],
  ['th', 'วันจันทร์ที่ 23 พฤศจิกายน'],
] as const)('a calendar day in %s is %s', ([language, said]) => {
  expect(longDay('2026-11-23', language)).toBe(said);
});

test.for([
  [5, 'en', 'now'],
  [59, 'ja', '今'],
  [60, 'en', '1m ago'],
  [3 * 3_600, 'en', '3h ago'],
  [3 * 3_600, 'ja', '3時間前'],
  [47 * 3_600, 'zh-TW', '1 天前'],
  [2 * 86_400, 'ko', '2일 전'],
  [-600, 'en', 'now'],
] as const)('%i seconds ago in %s is %s', ([seconds, language, said]) => {
  expect(age(before(seconds), monday, language)).toBe(said);
  expect(age(before(seconds).toISOString(), monday, language)).toBe(said);
});

test('days have their short names, Monday first', () => {
  expect(dayNames([1, 3, 7], 'en')).toEqual(['Mon', 'Wed', 'Sun']);
  expect(dayNames([1, 3, 7], 'ja')).toEqual(['月', '水', '日']);
  expect(dayNames([1, 2], 'zh-TW')).toEqual(['週一', '週二']);
});
