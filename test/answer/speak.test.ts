import { expect, test } from 'vitest';
import { shouldSpeak } from '../../src/answer/speak.ts';
import { type Case, cases } from './speak-cases.ts';

function score(group: Case[]): { precision: number; recall: number; wrong: string[] } {
  const spoken = group.filter(({ overheard }) => shouldSpeak(overheard).speak);
  const right = spoken.filter(({ speak }) => speak).length;
  const wrong = group.filter(({ overheard, speak }) => shouldSpeak(overheard).speak !== speak);
  return {
    precision: right / spoken.length,
    recall: right / group.filter(({ speak }) => speak).length,
    wrong: wrong.map(({ name, overheard }) => `${name} → ${shouldSpeak(overheard).why}`),
  };
}

test('at least 200 different labelled messages, a good part of each kind', () => {
  const spoken = cases.filter(({ speak }) => speak).length;
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThanOrEqual(200);
  expect(spoken / cases.length).toBeGreaterThan(0.35);
  expect(spoken / cases.length).toBeLessThan(0.65);
});

test('speaks with a precision of at least 95% and a recall of at least 90%', () => {
  const { precision, recall, wrong } = score(cases);
  expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
});

test.for(['en', 'ja', 'zh-TW', 'ko', 'th'])('holds the same bars in %s alone', (language) => {
  const { precision, recall, wrong } = score(cases.filter(({ overheard }) => overheard.language === language));
  expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
});

test('the language of the text decides, not that of the channel', () => {
  const { overheard } = cases.find(({ name }) => name === 'ja, after her answer: もっと詳しく')!;
  expect(shouldSpeak({ ...overheard, language: 'en' }).speak).toBe(true);
  expect(shouldSpeak({ ...overheard, text: 'tell me more' }).speak).toBe(true);
});

test('people whom the platform does not tell apart are not taken for one', () => {
  const { overheard } = cases.find(({ name }) => name === 'en, after her answer: and in Europe?')!;
  const thread = overheard.thread.map((line) => ({ ...line, author: line.ours ? 'tidings' : '' }));
  expect(shouldSpeak(overheard).speak).toBe(true);
  expect(shouldSpeak({ ...overheard, thread, author: '' }).speak).toBe(false);
});

test('long hostile text is judged in no time', () => {
  const { overheard } = cases[0]!;
  for (const piece of ['what ', 'a, ', '?', 'さん、', 'you ', '555 ', 'ken: ', '“', 'lol ']) {
    const began = performance.now();
    shouldSpeak({ ...overheard, text: piece.repeat(20_000) });
    expect(performance.now() - began, piece).toBeLessThan(200);
  }
});
