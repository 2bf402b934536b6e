/** Numbers written in digits, with their scale and unit: `$3.5bn`, `1.5-million`, `23万5000人`, `3割`, `25 basis points`. */
import { scaleOfEnglish } from './english-numbers.ts';
import type { FoundNumber, NumberKind } from './found-number.ts';
import { hanNumber, tenths } from './han-numbers.ts';

const currencyBefore = String.raw`(?:US|NT|HK|A|C|S)?[$€£¥₩฿]\s?`;
const magnitude = String.raw`(?:\d+(?:[.,]\d+)*)(?:\s?\d\u2044\d)?`;
const hanScales = '[十百千万萬亿億兆](?!分[点點])|백|천|만|억|조|พัน|หมื่น|แสน|ล้าน';
const hanAmount = String.raw`(?:\s?(?:${hanScales})(?:\s?${magnitude}(?=\s?(?:${hanScales}))|${magnitude}|(?<=[백천만억조])\s${magnitude}|\s?(?:${hanScales}))*)?`;
const englishScale = String.raw`(?:[-\s]?(?<scale>hundred|thousand|million|billion|trillion|quadrillion|bn|mn|tn)|(?<letter>[kmb]))(?![\p{L}\p{N}])`;
const percentSign = String.raw`\s?(?:%(?:p\b|ポイント|포인트)?|percent(?:age points?)?\b|per cent\b|pct\b|パーセント(?:ポイント)?|ポイント|[个個]?百分[点點]|퍼센트(?:포인트)?|프로|เปอร์เซ็นต์)`;
const basisPoints = String.raw`\s?(?:basis points?|bps?\b|[个個]基[点點]|ベーシスポイント)`;
const rankBehind = '番目|位|번째|위';
const money = String.raw`\s?(?:dollars?|euros?|pounds?|yen|円|元|美元|ドル|원|달러|บาท|ユーロ)`;
const pattern = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}.]|\\d,)(?<currency>${currencyBefore})?(?<rank>第|제|ที่\\s?)?` +
    `(?<amount>${magnitude}${hanAmount})(?:(?<ordinal>st|nd|rd|th)\\b|(?:${englishScale})?)` +
    `(?:(?<percent>${percentSign})|(?<tenths>\\s?割|${tenths})|(?<points>${basisPoints})|(?<ranked>${rankBehind})|(?<money>${money}))?`,
  'giu',
);
const fromCjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Letters that are no unit. */
const nameBehind =
  /^(?!(?:[kcmn]?m|[km]?g|t|ha|[kMGT]B|[kMG]?Wh?|[kMG]?Hz|mph|kph|ml|l|h|min|pt|px)(?![A-Za-z\d]))[A-Za-z]/u;

export function* digitNumbers(text: string, language: string): Generator<FoundNumber> {
  for (const match of text.matchAll(pattern)) {
    const { 0: whole, index, groups = {} } = match;
    // A letter right behind makes a name of it: 5G, 3D.
    if (/\d$/u.test(whole) && nameBehind.test(text.slice(index + whole.length))) continue;
    const value = amountOf(groups.amount ?? '', language);
    const scaled = value * scaleOfEnglish(groups.scale ?? groups.letter);
    const stated = { text: whole, start: index, ...read(scaled, whole, groups) };
    if (!Number.isFinite(stated.value)) continue;
    // 5m are millions, or metres.
    if (groups.letter !== undefined && groups.currency === undefined) yield { ...stated, also: [value] };
    else yield westernYear(stated, language);
  }
}

interface Read {
  value: number;
  kind: NumberKind;
  also?: number[];
}

function read(value: number, whole: string, groups: Record<string, string | undefined>): Read {
  if (groups.tenths !== undefined) return { value: Math.round(value * 1e7) / 1e6, kind: 'percent' };
  if (groups.percent !== undefined) return { value, kind: 'percent' };
  if (groups.points !== undefined) return { value, kind: 'number', also: [value / 100] };
  if ((groups.ordinal ?? groups.rank ?? groups.ranked) !== undefined) return { value, kind: 'ordinal' };
  if ((groups.currency ?? groups.money) !== undefined) return { value, kind: 'money' };
  return { value, kind: /^(?:1[5-9]|20)\d\d$/u.test(whole) ? 'year' : 'number' };
}

/** Thailand counts years from 543 BC. */
function westernYear<T extends Read>(stated: T, language: string): T {
  const buddhist = language.startsWith('th') && stated.kind === 'number' && stated.value >= 2400 && stated.value < 2600;
  return buddhist ? { ...stated, value: stated.value - 543, kind: 'year' } : stated;
}

/** `1,234.5`, `23万5000`, `6½`; in German, French and their like `1.234,5`. */
function amountOf(amount: string, language: string): number {
  if (fromCjk.test(amount)) return hanNumber(amount);
  const [whole = '', fraction] = amount.split(/(?<=\d)\s?(?=\d\u2044)/u);
  const [over, under] = fraction?.split('\u2044').map(Number) ?? [];
  return decimal(whole, language) + (over !== undefined && under ? over / under : 0);
}

function decimal(text: string, language: string): number {
  const commaIsPoint = /^(de|fr|es|it|pt|nl|pl|ru|sv|da|fi|cs|tr|id|vi)\b/u.test(language);
  if (commaIsPoint && /,\d+$/u.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (commaIsPoint && /^\d{1,3}(\.\d{3})+$/u.test(text)) return Number(text.replaceAll('.', ''));
  return Number(text.replaceAll(',', ''));
}
