/**
 * What is true of the samples, for tests: which articles tell one event, which only look alike, and questions whose
 * answers are known. An article's id is `<outlet>/<file without .md>`.
 */

/** Articles that tell the same event: each group should become one story. */
export const sameEvent: string[][] = [
  [
    'meridian-wire/kestrel-3',
    'lamplight-review/kestrel-3',
    'copperline/kestrel-3-hardware',
    'asanagi-shimpo/kestrel-3',
    'kazemachi-tech/kestrel-3-tried',
    'chaojian-daily/kestrel-3',
  ],
  ['lamplight-review/calendar-agents', 'copperline/paperknife', 'kazemachi-tech/calendar-trap'],
  [
    'copperline/tsubame-first-wafers',
    'asanagi-shimpo/tsubame-pilot',
    'kazemachi-tech/tsubame-inside',
    'chaojian-daily/tsubame-supplier',
  ],
  ['copperline/norvane-ransomware', 'saltmarsh-ledger/norvane-delays', 'chaojian-daily/norvane-attack'],
  ['meridian-wire/tarin-coast-quake', 'chaojian-daily/solvara-quake'],
  ['meridian-wire/kurose-quake', 'asanagi-shimpo/kurose-quake'],
  ['meridian-wire/brindle-warehouse', 'saltmarsh-ledger/larkway-orders-robots', 'kazemachi-tech/brindle-ox'],
  ['meridian-wire/quillon-series-c', 'saltmarsh-ledger/quillon-guarantee'],
  [
    'lamplight-review/shirasagi-lands',
    'asanagi-shimpo/shirasagi-landing',
    'kazemachi-tech/shirasagi-code',
    'chaojian-daily/shirasagi-moon',
  ],
  ['lamplight-review/port-ansel-battery', 'copperline/ferrowatt-grid-test'],
  ['meridian-wire/aldermark-label-law', 'asanagi-shimpo/aldermark-label-law'],
];

/** Pairs that share words and subject and are different events: never one story. */
export const differentEvents: [string, string][] = [
  ['meridian-wire/tarin-coast-quake', 'meridian-wire/kurose-quake'],
  ['chaojian-daily/solvara-quake', 'asanagi-shimpo/kurose-quake'],
  ['meridian-wire/fennel-one-glasses', 'kazemachi-tech/minamo-glasses'],
  ['meridian-wire/quillon-series-c', 'chaojian-daily/suizhi-farm-ai'],
  ['lamplight-review/sleep-replay', 'lamplight-review/kestrel-3'],
  ['asanagi-shimpo/gym-roof-solar', 'asanagi-shimpo/shiomi-care-ai'],
  ['saltmarsh-ledger/dunmore-cloud-outage', 'saltmarsh-ledger/norvane-delays'],
];

export interface ArticleQuestions {
  article: string;
  language: 'en' | 'ja' | 'zh-TW';
  /** Each of `words` stands in the sentences that answer. */
  answerable: { question: string; words: string[] }[];
  /** The article says nothing of it. */
  unanswerable: string;
}

export const questions: ArticleQuestions[] = [
  {
    article: 'meridian-wire/kestrel-3',
    language: 'en',
    answerable: [
      { question: 'How many parameters does Kestrel 3 have?', words: ['34 billion'] },
      { question: 'When is the larger version with 90 billion parameters due?', words: ['March'] },
    ],
    unanswerable: 'How many employees does Orrery Labs have?',
  },
  {
    article: 'lamplight-review/calendar-agents',
    language: 'en',
    answerable: [
      { question: 'How many of the agent set-ups revealed a secret?', words: ['41'] },
      { question: 'What is the name of the test kit that comes with the paper?', words: ['Paperknife'] },
    ],
    unanswerable: 'Who paid for the Halden Institute study?',
  },
  {
    article: 'copperline/tsubame-first-wafers',
    language: 'en',
    answerable: [
      { question: 'How much water will the plant need a day?', words: ['24,000 tonnes'] },
      { question: 'Who is the first customer of Tsubame?', words: ['Koshu Electric'] },
    ],
    unanswerable: 'What salary do engineers at Minasato earn?',
  },
  {
    article: 'copperline/norvane-ransomware',
    language: 'en',
    answerable: [
      { question: 'How much money do the attackers ask for?', words: ['22 million'] },
      { question: 'Why did the backups survive?', words: ['tape'] },
    ],
    unanswerable: 'Which antivirus product did Norvane use?',
  },
  {
    article: 'meridian-wire/tarin-coast-quake',
    language: 'en',
    answerable: [
      { question: 'How high was the tsunami wave at Belisar?', words: ['40 centimetres'] },
      { question: 'How many homes lost electricity?', words: ['26,000'] },
    ],
    unanswerable: 'How many tourists from Norway were in the region?',
  },
  {
    article: 'meridian-wire/brindle-warehouse',
    language: 'en',
    answerable: [
      { question: 'How long does one battery charge of the robot last?', words: ['three and a half hours'] },
      { question: 'What does leasing one machine cost a year?', words: ['38,000'] },
    ],
    unanswerable: 'Which university did the founder of Brindle attend?',
  },
  {
    article: 'meridian-wire/quillon-series-c',
    language: 'en',
    answerable: [
      { question: 'Who led the funding round of Quillon?', words: ['Thornbury Peak'] },
      { question: 'How many staff will work in the Tokyo office?', words: ['40'] },
    ],
    unanswerable: 'Does Quillon plan to buy a competitor in Brazil?',
  },
  {
    article: 'lamplight-review/port-ansel-battery',
    language: 'en',
    answerable: [
      { question: 'How much of the energy that goes in comes out again?', words: ['43 percent'] },
      { question: 'What does the storage cost per kilowatt-hour?', words: ['28 dollars'] },
    ],
    unanswerable: 'Which bank gave the loan for the battery?',
  },
  {
    article: 'saltmarsh-ledger/dunmore-cloud-outage',
    language: 'en',
    answerable: [
      { question: 'What caused the outage?', words: ['configuration file'] },
      { question: 'How many clinics fell back on paper?', words: ['212'] },
    ],
    unanswerable: 'In which year was Dunmore Cloud founded?',
  },
  {
    article: 'lamplight-review/calyx-lung-trial',
    language: 'en',
    answerable: [
      { question: 'What was the most common side effect?', words: ['Diarrhoea'] },
      { question: 'How many patients took part in the trial?', words: ['184'] },
    ],
    unanswerable: 'What will a pack of the tablets cost in pharmacies?',
  },
  {
    article: 'asanagi-shimpo/kestrel-3',
    language: 'ja',
    answerable: [
      { question: '「やまびこ」の試験では何点でしたか？', words: ['78.2点'] },
      { question: '三葉精工は何の実験を始めますか？', words: ['設計図の検索'] },
    ],
    unanswerable: 'オーラリー研究所の従業員は何人ですか？',
  },
  {
    article: 'asanagi-shimpo/tsubame-pilot',
    language: 'ja',
    answerable: [
      { question: '総事業費はいくらですか？', words: ['8600億円'] },
      { question: '量産はいつ始まりますか？', words: ['2029年'] },
    ],
    unanswerable: '桐生社長の出身大学はどこですか？',
  },
  {
    article: 'asanagi-shimpo/kurose-quake',
    language: 'ja',
    answerable: [
      { question: '震源の深さは何キロですか？', words: ['11キロ'] },
      { question: '断水したのは何世帯ですか？', words: ['220世帯'] },
    ],
    unanswerable: '携帯電話の通信障害はありましたか？',
  },
  {
    article: 'asanagi-shimpo/shiomi-care-ai',
    language: 'ja',
    answerable: [
      { question: '費用は1床あたりいくらですか？', words: ['1800円'] },
      { question: '実験を断った入居者は何人いましたか？', words: ['31人'] },
    ],
    unanswerable: '灯台システムズの株価はいくらですか？',
  },
  {
    article: 'kazemachi-tech/shirasagi-code',
    language: 'ja',
    answerable: [
      { question: '再起動のプログラムは何行ですか？', words: ['340行'] },
      { question: '計算機には何を使っていますか？', words: ['車載用チップ'] },
    ],
    unanswerable: '打ち上げに使ったロケットの名前は何ですか？',
  },
  {
    article: 'kazemachi-tech/minamo-glasses',
    language: 'ja',
    answerable: [
      { question: '価格はいくらですか？', words: ['9万8000円'] },
      { question: '電池は何時間もちますか？', words: ['4時間半'] },
    ],
    unanswerable: '工場はどこの国にありますか？',
  },
  {
    article: 'chaojian-daily/tsubame-supplier',
    language: 'zh-TW',
    answerable: [
      { question: '宏岳精密的訂單價值多少？', words: ['21 億元'] },
      { question: '第一個客戶是哪家公司？', words: ['光洲電機'] },
    ],
    unanswerable: '宏岳精密的總部有幾層樓？',
  },
  {
    article: 'chaojian-daily/suizhi-farm-ai',
    language: 'zh-TW',
    answerable: [
      { question: '農藥用量平均減少多少？', words: ['32%'] },
      { question: '這輪募資由誰領投？', words: ['青埔創投'] },
    ],
    unanswerable: '無人機是哪一個國家製造的？',
  },
  {
    article: 'chaojian-daily/solvara-quake',
    language: 'zh-TW',
    answerable: [
      { question: '地震的深度是多少公里？', words: ['22 公里'] },
      { question: '政府撥出多少緊急救助？', words: ['3000 萬美元'] },
    ],
    unanswerable: '當地的機場跑道受損了嗎？',
  },
];
