/** Numbers in Han numerals and in the scales of Japanese, Chinese, Korean and Thai: 二十三万五千, 23万5000, 1억 2천만, 5 ล้าน. */

const digits = new Map<string, number>([
  ...[...'〇零一二三四五六七八九'].map((digit, index): [string, number] => [digit, Math.max(0, index - 1)]),
  ...[...'일이삼사오육칠팔구'].map((digit, index): [string, number] => [digit, index + 1]),
]);
for (const [digit, value] of Object.entries({ 两: 2, 兩: 2, 壱: 1, 弐: 2, 参: 3 })) digits.set(digit, value);

/** Scales within a group of four digits. */
const inner = new Map(Object.entries({ 十: 10, 십: 10, 廿: 20, 卅: 30, 百: 100, 千: 1000, 백: 100, 천: 1000 }));
/** Scales that close a group. */
const outer = new Map(
  Object.entries({
    万: 1e4,
    萬: 1e4,
    만: 1e4,
    億: 1e8,
    亿: 1e8,
    억: 1e8,
    兆: 1e12,
    조: 1e12,
    พัน: 1e3,
    หมื่น: 1e4,
    แสน: 1e5,
    ล้าน: 1e6,
  }),
);
const token = /\d+(?:[.,]\d+)*|พัน|หมื่น|แสน|ล้าน|[^\s]/gu;

/** @returns NaN for what is no number. */
export function hanNumber(text: string): number {
  const [whole = '', decimals] = text.split(/[点點]/u);
  if (decimals !== undefined) return Number(`${hanNumber(whole)}.${[...decimals].map(hanNumber).join('')}`);
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  for (const [part] of text.matchAll(token)) {
    const value = digits.get(part) ?? (/^\d/u.test(part) ? Number(part.replaceAll(',', '')) : undefined);
    if (value !== undefined) digit = digit !== null && !/^\d/u.test(part) ? digit * 10 + value : value;
    else if (inner.has(part)) {
      group += (digit ?? 1) * inner.get(part)!;
      digit = null;
    } else if (outer.has(part)) {
      // 1.2万亿 are 1.2万 times 亿.
      if (group === 0 && digit === null && total > 0) total *= outer.get(part)!;
      else total += (group + (digit ?? (group === 0 ? 1 : 0))) * outer.get(part)!;
      group = 0;
      digit = null;
    } else return Number.NaN;
  }
  return total + group + (digit ?? 0);
}

/** Tenths, but for the words that only begin with that character: 成立, 成为. */
export const tenths = '成(?![立功为為員员本果長长年品分交就熟绩績因都語语形型田人份])';

const numeral = '[〇零一二三四五六七八九十廿卅百千万萬億亿兆两兩]';
/** Without a counter behind it a short numeral is mostly part of a word: 一部, 三菱, 統一. */
const counter = `年|人|名|件|社|回|個|個月|か月|カ月|ヶ月|歳|岁|歲|倍|割|${tenths}|国|國|家|位|番目|円|元|日|月|時間|小时|小時|分|秒|つ|台|本|枚|校|店|カ国|か国|点|點|票|项|項|次|天|周|週|所|座|米|公里|吨|噸|种|種|类|類|大[类類种種]|隻|只|篇|部(?=电|電)`;
const han = new RegExp(
  `(?<![几幾数數])(百分之|第)?((?<=百分之|第)${numeral}+(?:[点點][〇零一二三四五六七八九]+)?|${numeral}+[点點][〇零一二三四五六七八九]+|${numeral}{2,}|${numeral}(?=${counter}))(${counter})?`,
  'gu',
);
/** Words that only look like numbers (enough, just in case, never), and 一 or 한 before what it counts: `a`, not `one`. */
const notNumbers =
  /^(?:(?:[一二]?[两兩二]三|三四|四五|五六|六七|七八|八九)[^十百千万萬亿億兆〇零一二三四五六七八九]*|十分|万一|一一|千万不|[一한](?![十百千万萬亿億兆])\D*)$/u;

const koreanOnes = '한 두 세 네 다섯 여섯 일곱 여덟 아홉'.split(' ');
const koreanTens = '열 스물 서른 마흔 쉰 예순 일흔 여든 아흔'.split(' ');
const nativeKorean = new Map([
  ...koreanOnes.map((word, index): [string, number] => [word, index + 1]),
  ...koreanTens.flatMap((ten, index) =>
    ['', ...koreanOnes].map((one, ones): [string, number] => [ten + one, (index + 1) * 10 + ones]),
  ),
  ['스무', 20],
]);

const koreanCounter =
  '명|개월|개|번째|번|시간|살|세|대|달|건|곳|가지|차례|배|마리|곡|편|팀|척|군데|사람|나라|도시|회사|선수|골|점|승|표|채|권|가구|원|달러|년|퍼센트|%|톤|킬로|미터|기|장|석|발|쪽';
const korean = new RegExp(
  `(?<![\\p{L}\\d])()([일이삼사오육칠팔구십백천만억조]{2,}|${[...nativeKorean.keys()].sort((a, b) => b.length - a.length).join('|')})\\s?(${koreanCounter})`,
  'gu',
);

export interface WordedNumber {
  value: number;
  /** What stands before and behind it: 第, 百分之; a counter. */
  before: string;
  unit: string;
  text: string;
  start: number;
}

/** Numbers written in Han numerals (Japanese, Chinese) or Korean words with their counter. */
export function* countedNumbers(text: string, language: string): Generator<WordedNumber> {
  for (const match of text.matchAll(language.startsWith('ko') ? korean : han)) {
    const [whole, before = '', spelled = '', unit = ''] = match;
    if (notNumbers.test(whole)) continue;
    const value = nativeKorean.get(spelled) ?? hanNumber(spelled);
    if (Number.isFinite(value)) yield { value, before, unit, text: whole, start: match.index };
  }
}
