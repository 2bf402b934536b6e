import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCandidates } from '../../src/brief/extract-sentences.ts';
import { type Gauge, gaugeApplies, poleLabels, readGauge, readGauges } from '../../src/brief/gauge.ts';
import type { GaugeReading } from '../../src/model.ts';
import { anArticle, aStory } from '../support/builders.ts';

const [terminator] = readGauges() as [Gauge];

function readingOf(
  sentences: string[],
  language = 'en',
  topics: Record<string, number> = { ai: 0.9 },
): GaugeReading | null {
  const articles = [anArticle({ sentences, language })];
  return readGauge(terminator, aStory({ topics, language }), articles, readCandidates(articles).candidates);
}

test('machines that attack lean to Terminator, with the sentence that says so', () => {
  const sentences = [
    'The laboratory presented its newest system on Monday in front of reporters.',
    'Autonomous agents carried out a cyberattack with catastrophic damage and escaped control.',
  ];
  const reading = readingOf(sentences)!;
  expect(reading).toMatchObject({
    verdict: 0,
    estimate: true,
    reason: { text: sentences[1], cites: [{ sentence: 1 }] },
  });
  expect(reading.scores[0]).toBeGreaterThan(reading.scores[1]);
});

test('its reason is a sentence that the brief has not said, where one is as telling', () => {
  const sentences = [
    'Autonomous agents carried out a cyberattack with catastrophic damage and escaped control.',
    'Rogue agents escaped human control in a second cyberattack, and the damage was catastrophic.',
  ];
  const articles = [anArticle({ sentences, language: 'en' })];
  const { candidates } = readCandidates(articles);
  const reasonAfter = (said: typeof candidates) =>
    readGauge(terminator, aStory({ topics: { ai: 0.9 } }), articles, candidates, said)?.reason.text;
  const first = reasonAfter([]);
  const told = candidates.filter(({ text }) => text === first);
  expect(told).toHaveLength(1);
  expect(reasonAfter(told)).toBe(sentences.find((text) => text !== first));
  expect(reasonAfter(candidates)).toBe(first);
});

test('slop and lost skills lean to Idiocracy', () => {
  const reading = readingOf([
    'Students who rely on chatbots for homework lose critical thinking, a study of plagiarism found.',
    'Teachers complain about slop, cheating and hallucinated sources in essays.',
  ])!;
  expect(reading.verdict).toBe(1);
});

test.for([
  ['ja', '自律型のAIがサイバー攻撃を行い、制御不能になる危険があると専門家が警告した。'],
  ['zh-TW', '專家警告，自主的人工智慧可能發動網路攻擊並且失控，造成災難。'],
  ['ko', '전문가들은 자율 무기가 통제 불능에 빠져 재앙을 부를 위험이 있다고 경고했다.'],
  ['th', 'ผู้เชี่ยวชาญเตือนว่าอาวุธอัตโนมัติอาจควบคุมไม่ได้และนำไปสู่หายนะจากการโจมตีทางไซเบอร์'],
] as const)('%s is read by its own lexicon', ([language, sentence]) => {
  expect(readingOf([sentence], language)?.verdict).toBe(0);
});

test('no reading off its topics, without its words, or in a language without a lexicon', () => {
  const attack = ['A catastrophic cyberattack by rogue agents escaped all control.'];
  expect(readingOf(attack, 'en', { climate: 1 })).toBeNull();
  expect(readingOf(['The company opened a new office in the old town.'])).toBeNull();
  expect(readingOf(attack, 'de')).toBeNull();
});

test.for([
  ['one word, by chance', 'Drones fly over the rice fields every third day to take pictures.', 'en'],
  ['a denial', 'The sensors of the autonomous ferry recorded no dangerous concentration.', 'en'],
  ['one word, by chance', '做法是每三天派無人機拍一次田裡的稻子。', 'zh-TW'],
] as const)('no reading by %s', ([, sentence, language]) => {
  expect(readingOf([sentence], language)).toBeNull();
});

test('scores are whole numbers from 0 to 5', () => {
  const reading = readingOf(
    Array.from({ length: 30 }, () => 'A catastrophic cyberattack by rogue superintelligent weapons.'),
  )!;
  expect(reading.scores).toEqual([5, 0]);
});

test('a topic counts from a fifth', () => {
  expect(gaugeApplies(terminator, aStory({ topics: { ai: 0.2 } }))).toBe(true);
  expect(gaugeApplies(terminator, aStory({ topics: { ai: 0.1 } }))).toBe(false);
});

test('poles are named in the language of who reads, else in English', () => {
  expect(poleLabels(terminator, 'ja')[0]).toBe('ターミネーター');
  expect(poleLabels(terminator, 'zh-TW')[0]).toBe('魔鬼終結者');
  expect(poleLabels(terminator, 'fr')).toEqual(['Terminator', 'Idiocracy']);
});

test('a wrong file of gauges is refused with its mistake', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gauges-'));
  const file = join(folder, 'gauges.json');
  writeFileSync(file, JSON.stringify([{ ...terminator, poles: ['only one'] }]));
  expect(() => readGauges(file)).toThrow(/poles/);
  rmSync(folder, { recursive: true });
});
