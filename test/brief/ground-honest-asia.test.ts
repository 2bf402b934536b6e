import { expect, test } from 'vitest';
import { groundClaim } from '../../src/brief/ground.ts';
import { conceptsIn } from '../../src/story/lexicon.ts';
import { anArticle } from '../bench/ground-swaps.ts';

interface Case {
  from: string;
  language?: string;
  /** All are cited. */
  sentences: string[];
  /** What else the article says. */
  besides?: string;
  says: string;
}

function faultsOf({ from, language = from, sentences, besides, says }: Case): string[] {
  const article = anArticle([...sentences, besides ?? []].flat(), from);
  const cites = sentences.map((_, sentence) => ({ article: article.id, sentence, quote: null }));
  const { faults } = groundClaim({ text: says, cites, inferred: false }, [article], { language });
  return faults.map(({ kind, detail }) => `${kind}: ${detail}`);
}

const farms = ['去年有 1240 戶農家試用。', '農藥用量平均減少 32%，每公頃多收 410 公斤。'];
const bicycles = '시는 무료 이용이 시작되면 하루 평균 이용이 1만8000건에서 2만5000건으로 늘 것으로 내다봤다.';
const vote = '서온시 의회는 16일 은하지구 노후 아파트 3000세대를 재건축하는 계획을 찬성 24표, 반대 15표로 승인했다.';
const fares = '30분이 넘으면 10분마다 200원이 붙고, 하루 최대 요금은 5000원으로 정해졌다.';
const glasses =
  '眼鏡型端末の新興企業、水鏡デバイスは、視覚に障害のある人の利用を第一に考えたスマートグラス「みなも」を今日発売した。';

test.for<[string, Case]>([
  [
    'only so much denies nothing',
    {
      from: 'ja',
      sentences: ['厚さは約1ミリ、重さは1平方メートルあたり900グラムで、従来のパネルの10分の1以下。'],
      says: '厚みはおよそ1ミリ、1平方メートル当たりの重さも900グラムしかない。',
    },
  ],
  [
    'what one had to do is no denial',
    {
      from: 'en',
      language: 'ja',
      sentences: ['The two powers had to cooperate on nuclear dangers while they competed.'],
      says: '両国は競争しながらも核の危険では協力せざるを得なかった。',
    },
  ],
  [
    'the place where something is broadcast is no firm',
    {
      from: 'ja',
      sentences: ['晴れた日の昼には学校の電気をまかない、余った分は体育館の蓄電池にためる。'],
      besides: '6年生が屋根の発電量を毎朝校内放送で伝えている。',
      says: '晴天の日中は校内の電力を賄い、余剰分を蓄電池に充電する。',
    },
  ],
  [
    'two months share their word',
    {
      from: 'ja',
      sentences: ['県は漁の最盛期の5月と6月、早朝の飛行を見合わせる方針だ。'],
      says: '県は最盛期の5、6月は早朝に飛ばさない考えだ。',
    },
  ],
  [
    'a verb that any report has is no matter',
    {
      from: 'ja',
      sentences: [glasses],
      says: '水鏡デバイスは、目の不自由な人に向けて設計したスマートグラス「みなも」を発売した。',
    },
  ],
  [
    'where it happens is no name',
    {
      from: 'zh',
      sentences: ['做法是每三天派無人機拍一次田。', '標出需要處理的區塊。'],
      says: '無人機每三天拍攝一次田區，標出要處理的區塊。',
    },
  ],
  [
    'what rises in one clause is not what falls in the next',
    {
      from: 'zh',
      sentences: farms,
      says: '去年共有 1240 戶農家試用，平均少用了 32% 的農藥，每公頃產量則增加 410 公斤。',
    },
  ],
  [
    'what went down to a figure fell',
    {
      from: 'zh',
      sentences: ['当地一家软件公司去年率先推行类似做法，员工离职率从18%降到11%，营收没有下滑。'],
      says: '一家本地软件企业去年先行尝试，员工流失率降至11%，收入并未减少。',
    },
  ],
  [
    'a figure with its counter and particle is no matter',
    {
      from: 'ko',
      sentences: [fares],
      says: '30분을 넘기면 10분당 200원이 추가되며, 하루에 내는 돈은 5000원을 넘지 않는다.',
    },
  ],
  [
    'up to a figure is where it ended',
    {
      from: 'ko',
      sentences: [bicycles],
      says: '시는 무료화로 하루 이용 건수가 평균 2만5000건까지 증가할 것으로 예상한다.',
    },
  ],
  [
    'a noun on 고 ends no clause',
    {
      from: 'ko',
      sentences: ['요금 수입은 연간 12억 원 줄어들지만, 자전거에 붙이는 광고로 7억 원을 메울 계획이다.'],
      says: '요금 수입이 한 해 12억 원 감소하지만 이 중 7억 원은 자전거 광고 수익으로 충당할 방침이다.',
    },
  ],
  [
    'a Korean word is built on two syllables of the sentence',
    {
      from: 'ko',
      sentences: ['헬멧은 위생 문제로 대여하지 않기로 했다.'],
      says: '아니다. 위생상의 이유로 헬멧은 빌려주지 않는다.',
    },
  ],
  [
    'tonnes are tonnes, though their number could be a year',
    {
      from: 'ko',
      sentences: ['공장은 해마다 전기차 3만 대분의 폐배터리를 처리해 탄산리튬 1800톤을 생산하게 된다.'],
      says: '매년 전기차 3만 대에서 나온 폐배터리로 탄산리튬 1800t을 만든다.',
    },
  ],
  [
    'a short name inside a longer word in katakana is none',
    {
      from: 'en',
      language: 'ja',
      sentences: ['Crews will need extra training, because methanol burns with an almost invisible flame.'],
      says: 'メタノールの炎はほとんど目に見えないため、乗組員には追加の訓練が必要になる。',
    },
  ],
  [
    'about so many, with a counter between',
    {
      from: 'ja',
      sentences: ['説明会には住民198人が集まり、市の担当者が計画を説明した。'],
      says: '説明会には200人ほどの住民が集まった。',
    },
  ],
  [
    'what a station is for is no name',
    {
      from: 'zh',
      sentences: ['公司表示没有关闭大坝的计划。'],
      besides: '省高级法院周四驳回了渔民对水电站的诉讼。',
      says: '水电站不打算关闭。',
    },
  ],
  [
    'the first month is one',
    { from: 'zh', sentences: ['二等座票价为98元，开通首月打八折。'], says: '98元，第一个月八折优惠。' },
  ],
  [
    'both sides of a vote in one clause are both sides',
    {
      from: 'ko',
      sentences: [vote],
      says: '은하지구의 낡은 아파트 3000가구를 다시 짓는 계획이 찬성 24 대 반대 15로 시의회를 통과했다.',
    },
  ],
])('stands: %s', ([, one]) => {
  expect(faultsOf(one)).toEqual([]);
});

test.for<[string, Case]>([
  ['it fell', { from: 'zh', sentences: farms, says: '去年有 1240 戶農家試用，農藥用量平均增加 32%。' }],
  ['the sides of a vote', { from: 'ko', sentences: [vote], says: '계획은 찬성 15표, 반대 24표로 승인됐다.' }],
  ['it fell to', { from: 'zh', sentences: ['员工离职率从18%降到11%。'], says: '员工离职率上升到11%。' }],
  ['it ended there', { from: 'ko', sentences: [bicycles], says: '하루 평균 이용이 1만8000건까지 늘 것으로 내다봤다.' }],
  [
    'months',
    {
      from: 'ja',
      sentences: ['県は漁の最盛期の5月と6月、早朝の飛行を見合わせる方針だ。'],
      says: '県は4、6月、早朝の飛行を見合わせる方針だ。',
    },
  ],
  [
    'Meta',
    {
      from: 'en',
      language: 'ja',
      sentences: ['Crews will need extra training, because methanol burns with an almost invisible flame.'],
      says: 'メタは乗組員に追加の訓練をする。',
    },
  ],
])('falls: %s', ([, one]) => {
  expect(faultsOf(one)).not.toEqual([]);
});

test('a name in katakana is found beside Han and in compounds that are long enough', () => {
  expect(conceptsIn('スタイルとタイヤ', 'ja')).toEqual([]);
  expect(conceptsIn('タイ政府とグーグルマップ', 'ja')).toEqual(['thailand', '#government', 'google']);
});
