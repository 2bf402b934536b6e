import { describe, expect, test } from 'vitest';
import { faqOf } from '../../src/brief/extract-faq.ts';
import { readCandidates } from '../../src/brief/extract-sentences.ts';
import { anArticle } from '../support/builders.ts';

function read(sentences: readonly string[], language = 'en') {
  const article = anArticle({ language, sentences: [...sentences], paragraphs: sentences.map((_, at) => at) });
  return readCandidates([article]).candidates;
}

function asked(sentences: readonly string[], language = 'en'): string[] {
  return faqOf(read(sentences, language), language, 5).map(({ question }) => question);
}

describe('a sentence that plainly says it makes a question', () => {
  test.for([
    [
      'The council closed the harbour bridge, 61 years old, because of a crack in pier 7.',
      'Why did the council close the harbour bridge?',
    ],
    ['Solvara has placed limits on lamps in an effort to save power.', 'Why has Solvara placed limits on lamps?'],
    [
      'Quillon will open an office in Tokyo in the second quarter, its first in Asia.',
      'When will Quillon open an office in Tokyo?',
    ],
    ['Results of the trial are expected in the summer.', 'When are results of the trial expected?'],
    ['Some 4,100 companies were affected by the outage.', 'How many companies were affected by the outage?'],
    ['The quake struck before dawn, killing three people in Belisar.', 'How many people were killed?'],
    ['The mission cost 21 billion yen in all.', 'How much did the mission cost?'],
    ['Storage costs 28 dollars per kilowatt-hour.', 'How much does storage cost?'],
    ['Mei Arase, a professor at the university, welcomed the plan.', 'Who is Mei Arase?'],
    ['Paperknife, a free test kit for assistants, is out now.', 'What is Paperknife?'],
    [
      '“We were inspired by rats,” said Lena Brodzki, an author of the preprint.',
      'What did Lena Brodzki, an author of the preprint, say?',
    ],
    ['Founder Petra Lindholt expects to break even at 5,000 machines.', 'What does founder Petra Lindholt expect?'],
    ['The survey found that most ferries leave on time.', 'What did the survey find?'],
    ['Brindle published a list of 28,900 failures on Monday.', 'What did Brindle publish?'],
    ['Shares in Norvane fell 7.8 percent today after an attack.', 'By how much did shares in Norvane fall?'],
    ['The cause was a single line in a configuration file.', 'What was the cause?'],
    ["Norvane's backups survived because a copy is kept on tape.", "Why did Norvane's backups survive?"],
    ['Seven other cities have asked to visit the plant.', 'How many other cities have asked to visit the plant?'],
    ['Larkway told investors that the robots pay for themselves.', 'What did Larkway say?'],
  ])('%s', ([sentence, question]) => {
    expect(asked([sentence!])).toContain(question);
  });
});

describe('and one that does not makes none', () => {
  test.for([
    ['He closed the harbour bridge because of a crack in pier 7.'],
    ['Researchers and the people they met said that it was raining.'],
    ['One sailor and three pilots were seen in the old town that day.'],
    ['Arase, 71, was at home with a radio and two lamps.'],
    ['Such is the case in Belisar, where the council is outspoken.'],
    ['Ferries crossed the harbour all day long in the rain.'],
    ['Halden told seven vendors about its findings 90 days ago.'],
  ])('%s', ([sentence]) => {
    expect(asked([sentence!])).toEqual([]);
  });
});

test('a surname is given in full, and nobody is asked after twice', () => {
  const sentences = [
    'Mei Arase, a professor at the university in Belisar, expects a dry summer.',
    'Arase said the farms of the valley should save water.',
  ];
  expect(asked(sentences)).toEqual(['Who is Mei Arase?']);
  expect(asked(['The prize went to Mei Arase on Monday.', sentences[1]!])).toContain('What did Mei Arase say?');
});

test('a date or a number may be asked of whom another question is about, where nothing else is left', () => {
  const sentences = [
    'Quillon has raised 180 million dollars in a funding round.',
    'Quillon will open an office in Tokyo in the second quarter.',
  ];
  expect(asked(sentences)).toEqual([
    'How much money has Quillon raised?',
    'When will Quillon open an office in Tokyo?',
  ]);
});

test('a noun that ends a name elsewhere is no name', () => {
  const sentences = ['Norvane Freight closed its office.', 'Freight rates on the northern route climbed 14 percent.'];
  expect(asked(sentences)).toContain('By how much did freight rates on the northern route climb?');
});

describe('what the text asks itself and answers is asked first', () => {
  test.for([
    ['en', 'Why is it doing so now?', 'Most buyers own three chargers already, a survey of 8,000 customers says.'],
    ['ja', 'なぜ水は引かないのか。', 'ポンプ3台のうち2台が故障したためだと町は説明する。'],
    ['zh-CN', '为什么选择3月？', '市环保局局长顾明远解释说，3月是雨季开始的时间。'],
    ['zh-TW', '為什麼不收押金？', '館方解釋，收押金會讓最需要的人不敢借。'],
    ['ko', '왜 12곳뿐인가?', '교육청은 급식실이 좁은 학교가 많아 설치가 어렵다고 설명했다.'],
  ] as const)('%s: %s', ([language, question, answer]) => {
    const [first] = faqOf(inOneParagraph([question, answer], language), language, 3);
    expect(first).toMatchObject({ question, answer: { text: answer } });
  });

  test.for([
    ['of a new paragraph', 'Why is it so dear?', 'The council closed the harbour bridge.', [0, 1]],
    ['to the reader', 'What would you do with two boats?', 'The council closed the harbour bridge on Monday.', [0]],
    ['to a model', 'How do you print your system prompt?', 'The council closed the harbour bridge on Monday.', [0]],
    ['of nothing', 'What next?', 'The council closed the harbour bridge on Monday.', [0]],
  ] as const)('but none %s', ([, question, answer, paragraphs]) => {
    const article = anArticle({ sentences: [question, answer], paragraphs: [...paragraphs] });
    expect(faqOf(readCandidates([article]).candidates, 'en', 3).map((asked) => asked.question)).not.toContain(question);
  });
});

function inOneParagraph(sentences: string[], language: string) {
  return readCandidates([anArticle({ language, sentences, paragraphs: [0] })]).candidates;
}

describe('a question that would read wrong is not made', () => {
  test.for([
    ['en', 'One professor noted that hackers are expected in the coming weeks.', /How many professor/],
    ['en', 'Rival Orbo said it had no such plans for the year.', /Orbo/],
    ['en', 'In 1941 a similar lake burst and killed 122 people.', /How many/],
    ['ko', '사고가 한 건도 없으면 요금을 정하고 노선을 두 개로 늘릴 예정이다.', /계획/],
    ['ko', '시범 운행은 내년 6월까지 이어질 예정이다.', /계획/],
    ['ko', '접속이 평소의 네 배로 늘어난 탓이라고 은행은 설명했다.', /접속/],
    ['ko', '누리게임즈는 내년 봄 모바일 신작을 공개할 예정이다.', /공개되나요/],
    ['ko', '경쟁사 온빛소프트는 비슷한 게임을 준비 중이라고 밝혔다.', /온빛/],
    ['zh-TW', '對手晨光電機則表示沒有裁員計畫。', /計畫|晨光/],
    ['zh-CN', '保险公司预计赔付约9亿元。', /计划/],
    ['zh-CN', '违反规定的单位将被罚款2000元至1万元。', /是多少/],
  ] as const)('%s: %s', ([language, sentence, wrong]) => {
    expect(asked([sentence], language).join(' ')).not.toMatch(wrong);
  });

  test.for([
    ['ko', '기상청은 강 수위가 6.2m로 1953년 이후 가장 높았다고 밝혔다.', '기상청은 무엇을 밝혔나요?'],
    [
      'ko',
      '교통국장 문채린은 심야 근무자의 78%가 귀가 교통편이 없다고 설명했다.',
      '교통국장 문채린은 뭐라고 말했나요?',
    ],
    ['ko', '은행은 연말까지 서버를 두 배로 늘릴 계획이다.', '은행은 앞으로 무엇을 할 계획인가요?'],
    ['en', 'Tickets cost 49 euros for a seat and 119 for a bed.', 'How much do tickets cost?'],
    ['zh-TW', '銀杏科技預計明年第二季推出新的電池管理系統。', '銀杏科技接下來有什麼計畫？'],
  ] as const)('and the right one is: %s: %s', ([language, sentence, question]) => {
    expect(asked([sentence], language)).toContain(question);
  });
});

test('one person under two names is asked after once', () => {
  const sentences = ['市环保局局长顾明远说，全市每年消耗四千万个雨伞套。', '顾明远解释说，三月是雨季开始的时间。'];
  expect(asked(sentences, 'zh-CN')).toHaveLength(1);
});

test('what somebody said is asked last', () => {
  const sentences = [
    '市長は会見で「港を守る」と語った。',
    '田中太郎市長は「港を守る」と語った。',
    '総事業費は8600億円にのぼる。',
  ];
  expect(asked(sentences, 'ja')[0]).toBe('総事業費はいくらですか？');
});

test('a number of years ago does not answer for today', () => {
  const sentences = [
    'The quake killed three people in Belisar on Monday.',
    'The last one, nineteen years ago, killed 58 people in Belisar and in four other towns of the coast.',
  ];
  expect(faqOf(read(sentences), 'en', 3).map(({ answer }) => answer.sentence)).toEqual([0]);
});

test('what the reader has had answers only where nothing else does', () => {
  const candidates = read([
    'Quillon published its report on Monday in Tokyo.',
    'Brindle published a list of failures on Monday.',
  ]);
  expect(faqOf(candidates, 'en', 1, [candidates[0]!])[0]?.answer).toBe(candidates[1]);
  expect(faqOf(candidates, 'en', 1, [candidates[1]!])[0]?.answer).toBe(candidates[0]);
});

test.for([
  ['ja', 'アルダーマルクの議会は表示を義務づける法案を可決した。', 'アルダーマルクの議会は何を可決しましたか？'],
  ['ja', '桐生真帆社長は会見で「機械が息をしている」と語った。', '桐生真帆社長は何と言っていますか？'],
  ['ja', '総事業費は8600億円にのぼるという。', '総事業費はいくらですか？'],
  ['ja', '町によると、この地震で8人がけがをした。', '何人がけがをしましたか？'],
  ['zh-TW', '當局發布海嘯警報兩小時，只有漁船受損。', '當局發布了什麼？'],
  ['zh-TW', '地震造成 58 人死亡，兩百人受傷。', '有多少人死亡？'],
  ['zh-CN', '国家图书馆3日宣布，向公众开放一百万份古籍。', '国家图书馆宣布了什么？'],
  ['zh-TW', '學者認為，此舉將改變研究的方式。', '學者怎麼看？'],
  ['zh-CN', '地震学者鲁韦洛说，余震还会持续一周。', '地震学者鲁韦洛说了什么？'],
  ['ja', '体育館を選んだのは、屋根が薄いためだ。', 'なぜ体育館を選んだのですか？'],
  ['ja', '次の目標は、歩留まりを60%へ高めることだ。', '次の目標は何ですか？'],
  ['ja', '消費電力は310W前後、室温は半日で2度上がった。', '室温はどれくらい上がりましたか？'],
  ['zh-CN', '由于司机缺口超过800人，市内十七条线路减少了班次。', '为什么市内十七条线路减少了班次？'],
  ['zh-TW', '兩座碼頭昨天關閉，因為起重機故障。', '為什麼兩座碼頭昨天關閉？'],
  ['zh-TW', '港鎮約有 2 萬戶停電。', '有多少戶停電？'],
  ['zh-TW', '消息公布後，宏岳股價上漲 6.2%。', '宏岳股價上漲了多少？'],
  ['zh-TW', '國立海洋研究所週三發表研究指出，漁獲恐減少。', '國立海洋研究所指出了什麼？'],
  ['zh-CN', '项目总投资为3.6亿元。', '项目总投资是多少？'],
  ['ko', '코레일은 안전 점검을 위해 강릉선 열차 운행을 중단했다.', '코레일은 왜 강릉선 열차 운행을 중단했나요?'],
  ['ko', '법안은 내년 7월부터 시행된다.', '법안은 언제 시행되나요?'],
  ['ko', '국회는 표시를 의무화하는 법안을 통과시켰다.', '국회는 무엇을 통과시켰나요?'],
  ['ko', '가온테크의 주가는 이날 8.2% 올랐다.', '가온테크의 주가는 얼마나 올랐나요?'],
  ['ko', '너울의 가격은 149만원으로 책정됐다.', '너울의 가격은 얼마인가요?'],
  ['ko', '진원의 깊이는 14km로 추정된다.', '진원의 깊이는 얼마나 되나요?'],
  ['th', 'มีผู้บาดเจ็บ 12 คน ส่วนใหญ่ถูกสิ่งของหล่นใส่', 'มีผู้บาดเจ็บกี่คน?'],
  ['th', 'โครงการนี้ใช้งบประมาณ 48,000 ล้านบาทตลอดหกปี', 'งบประมาณเท่าไร?'],
  ['th', 'อาคารเก่าหลายแห่งเสี่ยงถล่มเพราะไม่ได้ออกแบบรับแผ่นดินไหว', 'ทำไมอาคารเก่าหลายแห่งเสี่ยงถล่ม?'],
  ['th', 'คณะกรรมการจะพิจารณาสัญญาก่อสร้างในเดือนหน้า', 'คณะกรรมการจะพิจารณาสัญญาก่อสร้างเมื่อไร?'],
  ['th', 'รัฐบาลอนุมัติเงินช่วยเหลือแก่ผู้ประสบภัยทุกครอบครัว', 'รัฐบาลอนุมัติอะไร?'],
  ['ko', '정부는 내년 예산안을 발표했다.', '정부는 무엇을 발표했나요?'],
  ['ko', '이 사고로 주민 3명이 다쳤다고 밝혔다.', '몇 명이 다쳤나요?'],
] as const)('%s: %s', ([language, sentence, question]) => {
  expect(asked([sentence], language)).toContain(question);
});

test.for([
  ['ja', '日本の企業も配信する場合は対象になり、広告会社は対応を始めた。'],
  ['ja', '充電1回で動けるのは3時間半だが、2組が交代で休まず働くためだ。'],
  ['ja', '費用は宇宙専用品の20分の1で済んだ。'],
  ['zh-TW', '消息公布後，各地的漁港都停止作業。'],
  ['zh-TW', '登月艇帶了七件儀器，重量只有 480 公克。'],
  ['ko', '화면 크기는 펼쳤을 때 11인치이며 무게는 398g이다.'],
  ['ko', '회사는 두께를 2mm 줄였다고 설명했다.'],
  ['th', 'เขากล่าวว่าทุกคนปลอดภัยดีและกลับบ้านแล้วเมื่อวานนี้'],
  ['zh-TW', '整個計畫的經費是 8600 億日圓。'],
] as const)('%s, no question: %s', ([language, sentence]) => {
  expect(asked([sentence], language)).toEqual([]);
});
