/**
 * The numbers that a text states, as values that compare across spellings and languages:
 * 235,000 = 235 thousand = two hundred thirty-five thousand = 23万5000 = 二十三万五千 = 23만5천.
 */
import { datesIn } from './dates.ts';
import { englishNumberWords, scaleOfEnglish } from './english-numbers.ts';
import { countedNumbers, hanNumber } from './han-numbers.ts';

/**
 * `number` also counts things; `percent` is in percent (3割 is 30); `money` knows no currency; `ordinal` first = 1;
 * `year` stands alone or in a date; `time` is of day, value `HH:MM`.
 */
export type NumberKind = 'number' | 'percent' | 'money' | 'ordinal' | 'year' | 'time';

export interface StatedNumber {
  value: number | string;
  kind: NumberKind;
  /** As written, NFKC. */
  text: string;
}

interface Found extends StatedNumber {
  start: number;
}

/**
 * In the order of the text. Days and months are not among them: see `datesIn`. English `one` is left out (it mostly
 * means no number), as are single Han numerals inside words (一部).
 */
export function numbersIn(text: string, language: string): StatedNumber[] {
  const plain = westernDigits(spacedFractions(text).normalize('NFKC'));
  const undated = withoutDates(plain, language);
  const found = [...timesIn(undated, language)];
  const untimed = blank(undated, found);
  const digits = [...digitNumbers(untimed, language)];
  const rest = blank(untimed, digits);
  const worded = language.startsWith('en') ? englishWords(rest) : countedWords(rest, language);
  return [...found, ...digits, ...worded]
    .sort((a, b) => a.start - b.start)
    .map(({ value, kind, text }) => ({ value, kind, text }));
}

/** Thai and full-width digits as 0–9. NFKC leaves Thai ones. */
export function westernDigits(text: string): string {
  return text.replace(/[๐-๙]/gu, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/** NFKC would make 61⁄2 of 6½. */
function spacedFractions(text: string): string {
  return text.replace(/(?<=\d)(?=[¼-¾⅐-⅞])/gu, ' ');
}

/** Days and months become spaces of the same length; years stay. */
function withoutDates(text: string, language: string): string {
  return datesIn(text, language).reduce((rest, { start, text: date }) => {
    const kept = date.replace(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|./gsu, (part) => (part.length === 4 ? part : ' '));
    return rest.slice(0, start) + kept + rest.slice(start + date.length);
  }, text);
}

function blank(text: string, spans: Found[]): string {
  return spans.reduce(
    (rest, { start, text: span }) => rest.slice(0, start) + ' '.repeat(span.length) + rest.slice(start + span.length),
    text,
  );
}

const clock =
  /(?<![\d.])(?:(午前|午後|上午|下午|晚上|凌晨|오전|오후)\s?)?(\d{1,2})(?::(\d{2})(?!\d)|\s?(?:時|时|點|点|시)(?!間|间)(?:\s?(\d{1,2})\s?[分분])?)\s?(?:([ap])\.?m\b\.?)?|(?<![\d.])(\d{1,2})\s?([ap])\.?m\b\.?/giu;

function* timesIn(text: string, language: string): Generator<Found> {
  for (const match of text.matchAll(clock)) {
    const [whole, before, hour, colonMinute, wordMinute, after, bareHour, bareHalf] = match;
    const hours = Number(hour ?? bareHour);
    const half = after ?? bareHalf ?? before ?? '';
    const late = /^(p|午後|下午|晚上|오후)/iu.test(half);
    const early = /^(a|午前|上午|凌晨|오전)/iu.test(half);
    // In Japanese 点 counts points and pieces.
    if (hours > 24 || (language.startsWith('ja') && /[点點]/u.test(whole))) continue;
    const turned = late && hours < 12 ? hours + 12 : early && hours === 12 ? 0 : hours;
    const minutes = colonMinute ?? wordMinute ?? '00';
    yield {
      value: `${String(turned).padStart(2, '0')}:${minutes.padStart(2, '0')}`,
      kind: 'time',
      text: whole,
      start: match.index,
    };
  }
}

const currencyBefore = String.raw`(?:US|NT|HK|A|C|S)?[$€£¥₩฿]\s?`;
const magnitude = String.raw`(?:\d+(?:[.,]\d+)*)(?:\s?\d\u2044\d)?`;
const hanScales = '[十百千万萬亿億兆]|백|천|만|억|조|พัน|หมื่น|แสน|ล้าน';
const digitPattern = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}.]|\\d,)(${currencyBefore})?(?:第|제|ที่\\s?)?` +
    `(${magnitude}(?:\\s?(?:${hanScales})(?:\\s?${magnitude}(?=\\s?(?:${hanScales}))|${magnitude}|\\s?(?:${hanScales}))*)?)` +
    `(?:(st|nd|rd|th)\\b|(?:[-\\s]?(hundred|thousand|million|billion|trillion|bn|mn|tn|[kmb])(?![\\p{L}\\p{N}]))?)` +
    `(\\s?(?:%|percent(?:age points?)?\\b|per cent\\b|パーセント|ポイント|퍼센트|프로|เปอร์เซ็นต์)|\\s?割|成(?![\\p{Script=Han}])|番目|位|번째|위|\\s?(?:dollars?|euros?|pounds?|yen|円|元|美元|ドル|원|달러|บาท|ユーロ))?`,
  'giu',
);
const fromCjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function* digitNumbers(text: string, language: string): Generator<Found> {
  for (const match of text.matchAll(digitPattern)) {
    const [whole, currency, amount = '', ordinal, scale, unit = ''] = match;
    // A letter right behind makes a name of it: 5G, 3D.
    if (/[A-Za-z]/u.test(text[match.index + whole.length] ?? '') && /\d$/u.test(whole)) continue;
    const value = amountOf(amount, language) * scaleOfEnglish(scale);
    if (!Number.isFinite(value)) continue;
    const stated = kindOf(value, whole, amount, currency, ordinal, unit);
    yield { ...westernYear(stated, language), text: whole, start: match.index };
  }
}

/** Thailand counts years from 543 BC. */
function westernYear(
  stated: { value: number; kind: NumberKind },
  language: string,
): { value: number; kind: NumberKind } {
  const buddhist = language.startsWith('th') && stated.kind === 'number' && stated.value >= 2400 && stated.value < 2600;
  return buddhist ? { value: stated.value - 543, kind: 'year' } : stated;
}

function kindOf(
  value: number,
  whole: string,
  amount: string,
  currency: string | undefined,
  ordinal: string | undefined,
  unit: string,
): { value: number; kind: NumberKind } {
  if (/割|成/u.test(unit)) return { value: rounded(value * 10), kind: 'percent' };
  if (/%|per|パーセント|ポイント|퍼센트|프로|เปอร์/iu.test(unit)) return { value, kind: 'percent' };
  if (ordinal !== undefined || /^(第|제)/u.test(whole) || /番目|位|번째|위/u.test(unit))
    return { value, kind: 'ordinal' };
  if (currency !== undefined || unit !== '') return { value, kind: 'money' };
  if (/^(1[5-9]|20)\d\d$/u.test(amount) && whole === amount) return { value, kind: 'year' };
  return { value, kind: 'number' };
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

function* englishWords(text: string): Generator<Found> {
  for (const { value, start, text: worded, ordinal } of englishNumberWords(text)) {
    const percent = /^\s?(percent|per cent|%)/iu.test(text.slice(start + worded.length));
    yield { value, kind: percent ? 'percent' : ordinal ? 'ordinal' : 'number', text: worded, start };
  }
}

function* countedWords(text: string, language: string): Generator<Found> {
  for (const { value, before, unit, text: spelled, start } of countedNumbers(text, language)) {
    if (before === '百分之') yield { value, kind: 'percent', text: spelled, start };
    else if (unit === '割' || unit === '成')
      yield { value: rounded(value * 10), kind: 'percent', text: spelled, start };
    else if (before === '第' || /番目|位|번째/u.test(unit)) yield { value, kind: 'ordinal', text: spelled, start };
    else yield { value, kind: 'number', text: spelled, start };
  }
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
