import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/article/language.ts';
import { readingMinutes } from '../../src/article/minutes.ts';
import { normalLanguage } from '../../src/article/tag.ts';

test.for<[language: string, text: string]>([
  ['en', 'The council met on Monday and spoke for three hours about the dam that it wants to build.'],
  ['de', 'Der Stadtrat hat am Montag drei Stunden lang über den Damm gesprochen, den er bauen will.'],
  ['fr', 'Le conseil municipal a parlé pendant trois heures du barrage qu’il souhaite construire.'],
  ['es', 'El ayuntamiento habló el lunes durante tres horas sobre la presa que quiere construir.'],
  ['pt', 'A câmara municipal falou na segunda-feira durante três horas sobre a barragem que quer construir.'],
  ['ru', 'Городской совет в понедельник три часа говорил о плотине, которую он хочет построить.'],
  ['ja', '町議会は月曜日、建設を計画しているダムについて３時間にわたり話し合った。'],
  ['ja', 'OpenAIとGoogleが新しいモデルを発表。GPT-5 vs Gemini'],
  ['zh-TW', '鎮公所週一花了三個小時討論計畫興建的水壩，並說明經費來源。'],
  ['zh-CN', '镇政府周一花了三个小时讨论计划修建的水坝，并说明经费来源。'],
  ['ko', '군의회는 월요일에 세 시간 동안 건설 예정인 댐에 대해 논의했다.'],
  ['th', 'สภาเมืองประชุมเมื่อวันจันทร์เป็นเวลาสามชั่วโมงเกี่ยวกับเขื่อนที่ต้องการสร้าง'],
  ['el', 'Το δημοτικό συμβούλιο συζήτησε για τρεις ώρες το φράγμα που θέλει να χτίσει.'],
])('%s is told by the text, whatever is declared', ([language, text]) => {
  expect(detectLanguage(text, 'en')).toBe(language);
  expect(detectLanguage(text, null)).toBe(language);
});

test('a few letters have the language that is declared', () => {
  expect(detectLanguage('GPT-5', 'de-AT')).toBe('de');
  expect(detectLanguage('2026', 'zh-Hant')).toBe('zh-TW');
  expect(detectLanguage('123', null)).toBe('und');
});

test('tags are brought to one form', () => {
  expect(['EN_us', 'zh', 'zh-hk', 'zh-Hans-CN', 'ja-JP', '', 'nonsense', null].map(normalLanguage)).toEqual([
    'en',
    'zh-CN',
    'zh-TW',
    'zh-CN',
    'ja',
    null,
    null,
    null,
  ]);
});

test('reading takes a minute for 238 words or 500 Japanese letters, and never none', () => {
  expect(readingMinutes('word '.repeat(238 * 3))).toBe(3);
  expect(readingMinutes('字'.repeat(1000))).toBe(2);
  expect(readingMinutes('')).toBe(1);
});
