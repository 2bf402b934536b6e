import { describe, expect, test } from 'vitest';
import { cutSpeech, howSpoken } from '../../src/brief/extract-voice.ts';

describe('a sentence that leans on the one before is not whole', () => {
  test.for([
    ['en', 'He added that the plant would close.'],
    ['en', 'But the minister refused.'],
    ['en', 'As a result, the bridge was shut for a week.'],
    ['en', 'That leaves three of the vendors without an answer.'],
    ['en', 'Three days of rain and mud in Belisar.'],
    ['en', 'The ferry sank from the damage that it took that night.'],
    ['en', 'Some forty boats were damaged as well, he said.'],
    ['en', '“It was over in a second,” she said.'],
    ['en', 'The other five should follow within three days.'],
    ['en', 'The second resisted English instructions and failed later.'],
    ['en', 'The remaining five terminals are expected to return this week.'],
    ['en', 'Over a whole day they still moved more boxes than people.'],
    ['en', 'During the trial it supplied 85 megawatts for 96 hours.'],
    ['ja', 'この制度は来年から始まる。'],
    ['ja', '同社は値上げを発表した。'],
    ['ja', '雪でぬれたレールが滑りやすいためだ。'],
    ['zh', '此外，公司將裁員百人。'],
    ['ko', '메모리 판매가 늘었기 때문이다.'],
    ['ko', '그는 사임하겠다고 밝혔다.'],
    ['ko', '이 법안은 내년에 시행된다.'],
    ['th', 'หลังก่อสร้างนาน 6 ปี เส้นทางมีความยาว 19.7 กิโลเมตร'],
    ['th', 'ทำให้โรงเรียนหลายแห่งต้องปิดการเรียนการสอน'],
  ] as const)('%s: %s', ([language, text]) => {
    expect(howSpoken(text, language, false).whole).toBe(false);
  });
});

describe('a sentence that only looks so is whole', () => {
  test.for([
    ['en', 'Both Vey and Roth wrote to the investors on Tuesday.'],
    ['en', 'Itaipu supplies a tenth of the power of Brazil.'],
    ['en', 'Tsubame aims for 60 percent.'],
    ['en', 'Theresa May said she would resign.'],
    ['en', 'Thisted lies on the Limfjord.'],
    ['en', 'The second round of talks in Geneva begins on Monday.'],
    ['en', 'Within nine hours the attackers encrypted the software of six ports.'],
    ['ja', '伊那市は水道料金を引き上げる。'],
    ['zh', '台北以外的地區停電。'],
    ['ko', '그룹 회장은 사임하겠다고 밝혔다.'],
    ['ko', '이 대통령은 법안에 서명했다.'],
    ['th', 'โดยสารรถไฟฟ้าสายใหม่ได้ตั้งแต่วันจันทร์เป็นต้นไป'],
  ] as const)('%s: %s', ([language, text]) => {
    expect(howSpoken(text, language, false).whole).toBe(true);
  });
});

test.for([
  ['en', 'The council voted 9 to 4 for the bridge.', 'report'],
  ['en', 'The mayor called the vote “our finest hour” and left.', 'report'],
  ['en', 'US officials met in Geneva.', 'report'],
  ['en', '“We have shown that the machine breathes,” Kiryu said.', 'quotation'],
  ['en', 'It kept answering on my workstation for hours.', 'personal'],
  ['en', 'We measured what that means in practice.', 'personal'],
  ['en', 'The best part is the cable that you can pull out.', 'personal'],
  ['ja', '「農業用水には影響させない」と市長は述べた。', 'quotation'],
  ['ja', '手元のパソコンで一日動かしてみた。', 'personal'],
  ['ja', '私立大学の学費が上がる。', 'report'],
  ['zh', '我們花了兩年才做出這台機器。', 'personal'],
  ['zh', '市長表示「我們不會退讓」，會議隨即結束。', 'report'],
  ['ko', '우리는 내년에 공장을 연다.', 'personal'],
] as const)('%s: %s is a %s', ([language, text, voice]) => {
  expect(howSpoken(text, language, false).voice).toBe(voice);
});

test('a piece of a longer speech is told by what its paragraph opened', () => {
  const sentences = [
    '"I held on to the rail.',
    'And the lamps went out one by one.',
    'The quay was dark," he said.',
    'Ferries waited.',
    '"Never closed in this paragraph.',
    'A new paragraph begins outside.',
    '「始めます。',
    '終わります」と述べた。',
  ];
  expect(cutSpeech(sentences, [0, 4, 5, 6])).toEqual([true, true, true, false, true, false, true, true]);
});

test('a scrap of speech is neither whole nor a report', () => {
  expect(howSpoken('The quay was dark," he said.', 'en', true)).toEqual({ voice: 'scrap', whole: false });
});
