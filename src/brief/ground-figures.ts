/** Numbers with what they count: what sums, shares and averages are made of. */
import type { StatedNumber } from '../text/numbers.ts';
import type { Period } from '../text/periods.ts';

/** `date`: a calendar year; a period: so many of them. */
export type Unit = 'percent' | 'money' | 'count' | 'date' | Period;

export interface Figure {
  value: number;
  unit: Unit;
  /** `three times`, `double`. */
  multiple: boolean;
  /** The word for what is counted, where it stands right behind; '' where none does. */
  counted: string;
}

/** @returns null for ranks, decades and times of day: nothing is reckoned from them. */
export function unitOf({ kind, period, after }: StatedNumber): Unit | null {
  if (kind === 'year') return countedInFour.test(after) ? 'count' : 'date';
  if (kind === 'percent' || kind === 'money') return kind;
  return kind === 'number' ? (period ?? 'count') : null;
}

/** What is counted makes a number of four digits that are written like a year. */
const countedInFour =
  /^\s?(?:[人名台社件個戸棟本枚校店機家所间間位张張辆輛架艘吨噸公克元円]|世帯|平方|トン|メートル|キロ|グラム|ヘクタール|リットル|제곱|미터|킬로|그램|헥타르|리터|(?:[km]?g|[km]?m|t|ha|[kMGT]B|[kMG]Wh?|ml)(?![A-Za-z\d])|명|개|대|원|톤|곳|가구|건|장)/u;

/** The counter behind a number, or an English noun in the plural within two words. */
export function countedBy({ text, after }: Pick<StatedNumber, 'text' | 'after'>): string {
  const own =
    /\d[十百千万萬亿億兆]*(\p{Script=Han})$|(?:[一二三四五六七八九十百千万萬亿億兆两兩])(\p{Script=Han})$/u.exec(text);
  return own?.[1] ?? own?.[2] ?? counters.flatMap((counter) => counter.exec(after)?.[1] ?? [])[0] ?? '';
}

const counters = [
  /^\s?([가-힣]|[か個个ヶカケヵ]?\p{Script=Han}|[ァ-ヴー]+)/u,
  /^\s(?:[a-z-]+\s)?([a-z]{3,}s|people|men|women|children)\b/u,
];

const doubling =
  /\b(?:hal(?:f|ves|ved)|doubl(?:e[ds]?|ing)|twice)\b|半分|半数|半額|半減|倍増|[一减減]半|翻[倍番]|两倍|兩倍|두 배|절반|반씩/iu;

/** `3 times`, `3倍`: of what stands behind a number, or with it. */
export function isMultiple({ text, after }: Pick<StatedNumber, 'text' | 'after'>): boolean {
  return /^(?:\s?times\b|-?fold\b|\s?倍|\s?배)/iu.test(after) || /倍$/u.test(text);
}

/** @param text of the sentences: `half` and `double` are figures too */
export function figuresOf(numbers: readonly StatedNumber[], text: string): Figure[] {
  const stated = numbers.flatMap((number, at) => readingsOf(number, numbers[at - 1]));
  const points = [...text.matchAll(partOfPoint)].map(([, part]) => figure(part === 'half' ? 0.5 : 0.25, 'percent'));
  const parts = [...text.matchAll(partOfThat)].map(([, part = '']) =>
    figure(100 / (wholes[part.toLowerCase()] ?? 1), 'percent'),
  );
  const bare = stated.some(({ unit }) => unit === 'money') ? numbers.filter(isBareMillions) : [];
  return [
    ...stated,
    ...points,
    ...parts,
    ...numbers
      .filter((one, at) => isRival(one, numbers.slice(0, at)))
      .map(({ value }) => figure(Number(value), 'percent')),
    ...pairedFigures(numbers),
    ...bare.map(({ value }) => figure(Number(value), 'money')),
    ...(doubling.test(text) ? [{ ...figure(2, 'count'), multiple: true }] : []),
  ];
}

const partOfPoint = /\b(half|quarter)[-\s](?:of\s)?(?:a\s)?(?:percentage[-\s])?point\b/giu;
/** `A quarter of that`: of what stands before it. */
const partOfThat = /\b(half|third|quarter|fifth|tenth) of (?:that|this|it)\b/giu;
const wholes: Record<string, number> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };

/** `At 24 percent, behind the Greens at 29`. */
function isRival(number: StatedNumber, before: readonly StatedNumber[]): boolean {
  return isUnitless(number) && /\b(?:at|on)\s$/iu.test(number.before) && before.some(({ kind }) => kind === 'percent');
}

const pairing =
  /^(?:\s(?!to\b|from\b)\p{L}+)?,?\s?(?:(?:up |down )?from|to|against|instead of|-|–|〜|~|至|到|から|에서)\s?(?:US)?\p{Sc}?/iu;

/** `from 18 to 11 a day`, `to 1,100 euros from 980`: what is left out beside one is what the other counts. */
function pairedFigures(numbers: readonly StatedNumber[]): Figure[] {
  return numbers.slice(1).flatMap((second, at) => {
    const first = numbers[at]!;
    const [between] = pairing.exec(first.after) ?? [];
    if (between === undefined || !first.after.slice(between.length).startsWith(second.text.slice(0, 4).trim()))
      return [];
    const [bare, full] = isUnitless(first) ? [first, second] : [second, first];
    const unit = unitOf(full);
    if (!(isUnitless(bare) || isScore(bare)) || unit === null) return [];
    const counted = `${first.text}–${second.text}`;
    const readings = [bare.value, ...bare.also].filter((one) => typeof one === 'number');
    return [Number(full.value), ...readings].map((value) => ({ ...figure(value, unit), counted }));
  });
}

/** The 84 of `88 votes to 84 on Tuesday`. */
function isScore(number: StatedNumber): boolean {
  return unitOf(number) === 'count' && /^\s(?:on|in|at|last|late|early|after)\b/iu.test(number.after);
}

function isUnitless(number: StatedNumber): boolean {
  return unitOf(number) === 'count' && isBare(number);
}

function figure(value: number, unit: Unit): Figure {
  return { value, unit, multiple: false, counted: '' };
}

/** Nine `of them` are of what the number before counts. */
const ofThem = /^\sof (?:them|whom|these|those)\b/iu;

function readingsOf(number: StatedNumber, before?: StatedNumber): Figure[] {
  const { value, also, share } = number;
  const unit = unitOf(number);
  if (share !== null && (unit === null || unit === 'percent')) return [figure(share, 'percent')];
  if (unit === null || isPartOfName(number) || isLabel(number)) return [];
  if (isAge(number)) return [figure(Number(value), 'year')];
  // A count has other readings in other units of measure: 6 kg are 6,000 g.
  const readings = unit === 'count' || unit === 'minute' ? [value, ...also] : [value];
  const [multiple, counted] = [
    isMultiple(number),
    countedBy(before !== undefined && ofThem.test(number.after) ? before : number),
  ];
  return readings.filter((one) => typeof one === 'number').map((one) => ({ value: one, unit, multiple, counted }));
}

/** The 118 of `CX-118`. */
export function isPartOfName({ before }: Pick<StatedNumber, 'before'>): boolean {
  return /\p{Lu}-$/u.test(before);
}

/** The 118 of `number 118` tells which, not how many; that of `the whales number 118` does. */
function isLabel({ before, after }: StatedNumber): boolean {
  if (/^\s?(?:号|號|호|番|[級级]|급|[階层層]|층)/u.test(after)) return true;
  return /\b(?:(?<!\p{L}{3}s )numbers?|no\.|article|section|chapter|page|item|route|flight|room|version|phase|level)\s$/iu.test(
    before,
  );
}

/** `Achebe, 58, of …`, 荒瀬さん（71）. */
function isAge({ text, before, after }: StatedNumber): boolean {
  return /^\d\d$/u.test(text) && /\p{L}(?:,\s|\s?\()$/u.test(before) && /^[,)]/u.test(after);
}

/** `to 74 million dollars from 29 million`: a number of money, whose currency has been named. */
function isBareMillions({ kind, text, after }: StatedNumber): boolean {
  return kind === 'number' && /(?:illion|[mb]n|\dm)$/iu.test(text) && !/^ \p{L}{4,}s\b/u.test(after);
}

/** `from 41 to 43`: what it counts has been said before, or will be. */
export function isBare({ after }: Pick<StatedNumber, 'after'>): boolean {
  return !/^[\s-]?[\p{L}%]/u.test(after) || /^ (?:to|and|from|against|versus|or|but)\b/u.test(after);
}

/** One spelling for a value, whatever arithmetic it came from. */
export function keyOf(value: number | string): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : value;
}
