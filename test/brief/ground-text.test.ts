import { expect, test } from 'vitest';
import { addressesIn } from '../../src/brief/ground-text.ts';
import { cleanText } from '../../src/brief/model-claims.ts';

test.for([
  'evil.com/login',
  'evil.comを見て',
  '例え.jp',
  'evil。com',
  'evil[.]com',
  'evil (dot) com',
  'evil[点]com',
  'hxxp://evil.com',
  'ht\u200btp://evil.com',
  '192.168.0.1',
  '#general',
  '/subscribe all',
  '@everyone',
  '<!channel>',
  'a@b.co',
  'javascript:alert(1)',
])('%s is an address or a mention', (form) => {
  expect(addressesIn(`See ${form} for more.`, '')).not.toEqual([]);
});

test.for(['https://evil.com', 'evil.com', '192.168.0.1', '#general', '@everyone'])(
  '%s is one right behind Japanese words as well',
  (form) => {
    expect(addressesIn(`詳しくは${form}を。`, '')).not.toEqual([]);
  },
);

test.for([
  'The code runs on Node.js in the U.S. since v2.0 came out.',
  'No. 1 in sales, it sold 3.5 million, as its #1 rival said.',
  'Version 10.5.2 reads C# and F#, and/or TCP/IP at 5 km/h.',
  'J.P. Morgan said at 9 a.m. that AT&T had Ph.D. staff 24/7, or 50%/year.',
  '発表したのはIBM。Appleも3.5倍のC#を使う。',
  '输出为1.5倍。第1.2版用Node.js编写。',
])('no address is in: %s', (text) => {
  expect(addressesIn(text, '')).toEqual([]);
});

test('what the cited words name is a name, as long as no path follows', () => {
  expect(addressesIn('Z.ai leads under #MeToo.', 'z.ai and #metoo')).toEqual([]);
  expect(addressesIn('Z.ai/login leads.', 'z.ai')).toEqual(['Z.ai/login']);
});

test('emphasis of a model’s is dropped, powers of numbers are not', () => {
  expect(cleanText('The **new** plant runs `make`, これは**太字**です.')).toBe(
    'The new plant runs make, これは太字です.',
  );
  expect(cleanText('It tried 2**10 keys.')).toBe('It tried 2**10 keys.');
});
