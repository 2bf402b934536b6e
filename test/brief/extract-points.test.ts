import { describe, expect, test } from 'vitest';
import { extractBrief } from '../../src/brief/extract.ts';
import { cueOf, ofTheStory } from '../../src/brief/extract-cues.ts';
import { choosePoints } from '../../src/brief/extract-points.ts';
import { readCandidates } from '../../src/brief/extract-sentences.ts';
import { anArticle, aStory } from '../support/builders.ts';

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

/** The whole share-out of a text: which sentence tells what. */
function toldBy(title: string, sentences: readonly string[], language: string): Record<string, number> {
  const article = anArticle({ title, sentences: [...sentences], language, paragraphs: sentences.map((_, at) => at) });
  const { brief } = extractBrief({ story: aStory({ headline: title, language }), articles: [article] }, []);
  return Object.fromEntries(brief.points.map(({ kind, cites }) => [kind, cites[0]!.sentence]));
}

describe('what happened is the event, not what was before it or beside it', () => {
  test.for([
    [
      'en',
      'Storm Ada floods Port Ellis',
      [
        'Storm Ada flooded the lower town of Port Ellis on Sunday night, and 1,400 people left their homes.',
        'Two men were rescued from a roof by helicopter.',
        'The river Tarn rose to 6.2 metres, its highest level since 1953, the weather office said.',
        'The flood wall, finished in 2011, was built for 5.8 metres.',
        'More rain is forecast for Thursday, which could raise the river again.',
      ],
      { happened: 1, matters: 2, watch: 4 },
    ],
    [
      'en',
      'Bus drivers in Hollin vote to strike',
      [
        'Bus drivers in Hollin will walk out for 48 hours from Friday after 71 percent of them voted for a strike.',
        'About 140,000 people use the buses of the town each day.',
        'The drivers have asked for 6 percent more pay; the company, Redway, has offered 3.5 percent.',
        'The last strike, in 2017, went on for nine days and cost the company 2.3 million pounds.',
        'Talks are to resume on Thursday at the town hall with Judge Nora Speke.',
      ],
      { happened: 2, matters: 1, watch: 4 },
    ],
    [
      'en',
      'Bakery chain Millet recalls bread',
      [
        'Millet has recalled 38,000 loaves of rye bread after pieces of plastic were found in two of them.',
        'The loaves were sold in 212 shops between Tuesday and Friday.',
        'Shares in Millet fell 3.4 percent on the exchange of Dunsk.',
        'Rival chain Kornhus said it had checked its own machines.',
      ],
      { happened: 1 },
    ],
    [
      'ja',
      '港区の倉庫で火災、保育園児ら避難',
      [
        '浜霧市港区の物流倉庫から14日午前に出火し、鉄骨3階建ての建物が焼けた。',
        '倉庫は2011年に建てられ、家具や衣類が保管されていた。',
        '消防によると、火は約4時間後にほぼ消し止められた。',
        '同じ倉庫では2019年にも火災があり、作業員2人がけがをした。',
      ],
      { happened: 2 },
    ],
    [
      'zh-CN',
      '北岭市地铁4号线因进水停运',
      [
        '北岭市地铁4号线周三早高峰期间因隧道进水停运五小时。',
        '4号线于2016年通车，去年乘客增加了三成。',
        '地铁公司出动80辆公交车接驳乘客，没有人员受伤。',
        '地铁公司总经理罗正表示，施工方挖断了一根供水主管。',
      ],
      { happened: 2 },
    ],
    [
      'ko',
      '산불로 달래산 국립공원 입산 금지',
      [
        '12일 오후 달래산 국립공원에서 산불이 나 축구장 90개 넓이의 숲이 탔다.',
        '달래산에서는 2005년에도 큰불이 나 절이 소실됐다.',
        '국립공원공단은 탐방로 9곳을 모두 닫았다.',
        '입산 금지는 다음 달 말까지 이어질 전망이다.',
      ],
      { happened: 2, watch: 3 },
    ],
  ] as const)('%s: %s', ([language, title, sentences, points]) => {
    const told = toldBy(title, sentences, language);
    expect(told).toMatchObject(points);
  });
});

test('a word that only ties a sentence to the one before it is left out, and the sentence is a point', () => {
  const sentences = [
    '渡良瀬沢町は、町立図書館で夜間の無人開館を始めると発表した。',
    '利用できるのは18歳以上の登録者で、利用者カードで入館する。',
    '一方、図書館員の労働組合は、事故が起きた場合の対応があいまいだと指摘する。',
    '試験期間は半年で、利用者が1日平均30人に届かなければ見直す。',
  ];
  const article = anArticle({ title: '図書館に無人の夜間開館', sentences, language: 'ja', paragraphs: [0, 1, 2, 3] });
  const { brief } = extractBrief({ story: aStory({ language: 'ja' }), articles: [article] }, []);
  expect(brief.points).toMatchObject([
    { kind: 'matters', text: sentences[2]!.slice('一方、'.length), cites: [{ sentence: 2 }] },
    { kind: 'watch', cites: [{ sentence: 3 }] },
  ]);
});

test.for([
  ['en', 'The flood wall, finished in 2011, was built for 5.8 metres.', 0],
  ['en', 'The river rose to its highest level since 1953.', 1],
  ['en', 'The alarm had been switched off for cleaning.', 0.4],
  ['en', 'Rival Orbo said it had no such plans.', 0.3],
  ['ja', '堤防は2009年に完成した。', 0],
  ['ja', '株価は一時12%下落した。', 0.3],
  ['zh-CN', '2011年建成的防洪墙只能抵御5.8米的洪水。', 0],
  ['zh-CN', '河水上涨至6.2米，为1953年以来最高。', 1],
  ['ko', '2005년에도 큰불이 나 절이 소실됐다.', 0],
  ['ko', '강 수위가 1953년 이후 가장 높았다.', 1],
  ['en', 'A second plant is to open in 2028.', 1],
] as const)('%s, of the story’s own time and people: %s', ([language, text, share]) => {
  expect(ofTheStory(text, language, 2026)).toBeCloseTo(share);
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
