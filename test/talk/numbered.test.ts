import { expect, test } from 'vitest';
import type { Digest } from '../../src/model.ts';
import { asksForAll } from '../../src/talk/about.ts';
import { isOnlyNumber, numberedStory, withoutNumber } from '../../src/talk/numbered.ts';

const digest = { stories: [1, 2, 3].map((number) => ({ number })) } as Digest;

test.for<[string, number, boolean]>([
  ['3', 3, true],
  ['#2', 2, true],
  ['Story 3', 3, true],
  ['show me the third story', 3, true],
  ["what's the 2nd story?", 2, true],
  ['what about 3?', 3, true],
  ['and 2?', 2, true],
  ['number two please', 2, true],
  ['3について教えて', 3, true],
  ['3番', 3, true],
  ['二番目を見せて', 2, true],
  ['第３則', 3, true],
  ['2번 뉴스', 2, true],
  ['ข่าวที่ 3', 3, true],
  ['who is behind story 2?', 2, false],
  ['第3則是誰說的', 3, false],
])('%s is story %i', ([text, number, only]) => {
  expect(numberedStory(text, digest)?.number).toBe(number);
  expect(isOnlyNumber(text)).toBe(only);
});

test.for([
  '4',
  '30',
  'the first 3 months',
  'who came second?',
  'in 3 days',
  'and 2 more people?',
  'a number one hit',
  'GPT-3',
  '2023',
])('%s names none', (text) => {
  expect(numberedStory(text, digest)).toBeNull();
});

test.for([
  'summarize story 2',
  'summarize 2',
  'key points of 2',
  'tell me about 2',
  '要約 2',
  '요약 2',
  'สรุป 2',
  '重點 2',
])('%s asks for what story 2 says', (text) => {
  expect(numberedStory(text, digest)?.number).toBe(2);
  expect(isOnlyNumber(text)).toBe(false);
  expect(asksForAll(text)).toBe(true);
});

test('what is asked of it is left', () => {
  expect(withoutNumber('summarize story 2')).toBe('summarize');
});
