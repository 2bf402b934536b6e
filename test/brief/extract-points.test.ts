import { describe, expect, test } from 'vitest';
import { cueOf } from '../../src/brief/extract-cues.ts';
import { choosePoints } from '../../src/brief/extract-points.ts';
import { readCandidates } from '../../src/brief/extract-sentences.ts';
import { anArticle } from '../support/builders.ts';

/** The points of a story behind its lead, each as `kind: index of its sentence`. */
function pointsOf(title: string, sentences: string[], language = 'en'): string[] {
  const article = anArticle({ title, sentences, language, paragraphs: sentences.map((_, at) => at) });
  const { candidates } = readCandidates([article]);
  const lead = candidates[0] ?? null;
  return choosePoints(candidates, lead, lead === null ? [] : [lead], language).map(
    ({ kind, candidate }) => `${kind}: ${candidate.sentence}`,
  );
}

test('the event, its consequence and what is to come are told apart', () => {
  const points = pointsOf('Harbour bridge in Belisar closed after crack found', [
    'The harbour bridge in Belisar was closed on Monday.',
    'Engineers led by Ana Ruvelo found a crack of 4 metres in pier 7 of the bridge on Sunday.',
    'The closure could cost the port 2 million dollars a day and threatens 400 jobs.',
    'Marek Dufresne, who has fished under it for 30 years, was born in Minasato.',
    'The city council will decide on a repair next week.',
  ]);
  expect(points).toEqual(['happened: 1', 'matters: 2', 'watch: 4']);
});

test('a kind that no sentence is of is left out', () => {
  expect(
    pointsOf('Harbour bridge closed', [
      'The harbour bridge in Belisar was closed on Monday.',
      'Engineers found a crack of 4 metres in pier 7 of the bridge.',
    ]),
  ).toEqual(['happened: 1']);
});

test.for([
  ['what leans on the sentence before', 'It will be opened again next month by the council.'],
  ['the writer of themselves', 'We will visit the bridge again next month with the engineers.'],
  ['a speech without its speaker', '“The bridge will be opened again next month.”'],
  ['what was said already', 'On Monday the harbour bridge in Belisar will be closed.'],
] as const)('%s is no point', ([, text]) => {
  expect(pointsOf('Harbour bridge closed', ['The harbour bridge in Belisar was closed on Monday.', text])).toEqual([]);
});

test('what somebody says is not what happened, but may be what is to come', () => {
  const speech = '“The council approved the harbour bridge and we will open it next month,” said Ana Ruvelo.';
  expect(pointsOf('Harbour bridge', ['The harbour bridge was closed.', speech])).toEqual(['watch: 1']);
});

test.for([
  ['an effect', 'About 26,000 homes lost electricity in the harbour town.'],
  ['a doubt', 'Two investors doubt that the result carries over to bridges.'],
  ['a forecast', 'Analysts at Greystoke lowered their forecast for the port by 9 percent.'],
  ['a cost', 'Vendors report higher costs because two cranes are needed.'],
  ['a stolen good', 'Records of 18,000 dock workers were taken in the attack.'],
] as const)('%s is why it matters', ([, text]) => {
  expect(cueOf('matters', text, 'en')).toBeGreaterThanOrEqual(1);
});

test('two plain words of use or burden are why it matters in Japanese', () => {
  expect(cueOf('matters', '社内の資料を外に出せない会社には魅力的な選択肢になる。', 'ja')).toBe(1);
  expect(cueOf('matters', '市全体の使用量の3分の1にあたるため、市は工事を急ぐ。', 'ja')).toBe(1);
});

test.for([
  ['en', 'watch', 'The company does not intend to pay the ransom to the group.'],
  ['en', 'watch', 'The appliance at the small office was due to be replaced in the summer.'],
  ['en', 'happened', 'Closed models can change overnight, which makes experiments hard to repeat.'],
  ['en', 'happened', 'Analysts consider that ambitious: established foundries needed eighteen months.'],
  ['th', 'happened', 'ทางจังหวัดจะประกาศผลการสำรวจความเสียหายในวันศุกร์'],
  ['th', 'happened', 'นางสาวมาลี ใจดี กล่าวว่า ผู้ป่วยทุกคนได้กลับบ้านแล้ว'],
] as const)('%s, not %s: %s', ([language, kind, text]) => {
  expect(cueOf(kind, text, language)).toBe(0);
});

describe.for([
  [
    'ja',
    '港の橋が閉鎖',
    [
      '港の橋が月曜日に閉鎖されたと市が明らかにした。',
      '橋の3番目の柱に長さ4メートルの亀裂が見つかった。',
      '港の荷役に大きな影響が出る恐れがある。',
      '市は来月、橋の修理の計画を公表する予定だ。',
    ],
  ],
  [
    'zh-TW',
    '港口大橋封閉',
    [
      '港口大橋星期一封閉，市政府如此宣布。',
      '工程師在大橋三號橋墩發現了四公尺的裂縫。',
      '專家擔憂這次封閉會影響港口的貨運。',
      '市政府預計下個月公布大橋的修復計畫。',
    ],
  ],
  [
    'ko',
    '항구 다리 폐쇄',
    [
      '항구 다리가 월요일에 폐쇄됐다고 시가 밝혔다.',
      '기술자들은 다리 기둥에서 4미터 균열을 발견했다.',
      '폐쇄가 항구 물류에 큰 영향을 줄 것이라는 우려가 나온다.',
      '시는 다음 달 다리 수리 계획을 발표할 예정이다.',
    ],
  ],
] as const)('%s', ([language, title, sentences]) => {
  test('has its own words for each kind', () => {
    expect(pointsOf(title, [...sentences], language)).toEqual(['happened: 1', 'matters: 2', 'watch: 3']);
  });
});

test.for([
  ['ja', '北嶺大学の三上学長は、質問のばらつきをなくしたいと述べた。'],
  ['zh-TW', '復旦大學教授林若指出，檢索可以縮短工作。'],
  ['ko', '이정훈 대표는 내년 물량이 모두 팔렸다고 말했다.'],
] as const)('%s: what somebody said is not what happened', ([language, text]) => {
  expect(cueOf('happened', text, language)).toBe(0);
});

test.for([
  ['matters', 'Companies that depend on such competitors now have a cheaper alternative.'],
  ['matters', 'The closure could cost the port two million dollars a day.'],
  ['watch', 'The plant will need more water, and a pipeline is under construction.'],
  ['watch', 'Whether the ferries can go on in winter remains to be seen.'],
] as const)('a cue of what %s: %s', ([kind, text]) => {
  expect(cueOf(kind, text, 'en')).toBeGreaterThanOrEqual(1);
});

test.for([
  ['happened', 'The first ship sank two years ago.'],
  ['matters', 'The sensors recorded no dangerous concentration.'],
  ['matters', 'A tsunami warning was in force for two hours.'],
  ['watch', 'It would have been a short evening.'],
  ['watch', 'She gave it up of her own free will in 1985.'],
  ['watch', 'Seismologists counted 37 aftershocks by midday.'],
] as const)('no cue of what %s: %s', ([kind, text]) => {
  expect(cueOf(kind, text, 'en')).toBe(0);
});
