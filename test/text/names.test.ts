import { expect, test } from 'vitest';
import { holdsName, namesIn } from '../../src/text/names.ts';

test('English names stand by their capitals, without what opens the sentence', () => {
  const text = 'The talks failed. Stephen Casper of MIT met OpenAI’s Sam Altman and Nvidia in Beijing. Officials left.';
  expect(namesIn(text, 'en')).toEqual(['Stephen Casper of MIT', 'OpenAI', 'Sam Altman', 'Nvidia', 'Beijing']);
});

test('a name that opens a sentence is known from elsewhere', () => {
  expect(namesIn('Casper agreed.', 'en')).toEqual([]);
  expect(namesIn('Casper agreed.', 'en', new Set(['Stephen Casper']))).toEqual(['Casper']);
});

test('Japanese, Chinese and Korean names stand by what is around them', () => {
  expect(namesIn('日本銀行の植田総裁はOpenAIについて話した', 'ja')).toEqual(
    expect.arrayContaining(['OpenAI', '植田', '日本銀行']),
  );
  expect(namesIn('微软公司和史蒂芬·霍金', 'zh-CN')).toEqual(expect.arrayContaining(['微软公司', '史蒂芬·霍金']));
  expect(namesIn('삼성전자 이재용 회장은', 'ko')).toEqual(expect.arrayContaining(['삼성전자', '이재용']));
});

test('everyday loanwords are no names', () => {
  expect(namesIn('データをユーザーに', 'ja')).toEqual([]);
});

test('a name is held by its last part alone, and by no longer word', () => {
  expect(holdsName('Casper said so.', 'Stephen Casper')).toBe(true);
  expect(holdsName('Caspers everywhere', 'Stephen Casper')).toBe(false);
  expect(holdsName('The U.S. agreed', 'US')).toBe(true);
  expect(holdsName('Tugh Temür was recalled', 'Tugh Temur')).toBe(true);
});
