/**
 * The numbers that a text states, as values that compare across spellings and languages:
 * 235,000 = 235 thousand = two hundred thirty-five thousand = 23万5000 = 二十三万五千 = 23만5천.
 */
import { datesIn } from './dates.ts';
import { decadesIn, shortYearsOf } from './decades.ts';
import { digitNumbers } from './digit-numbers.ts';
import { englishNumberWords } from './english-numbers.ts';
import type { FoundNumber, NumberKind } from './found-number.ts';
import { fractionsIn, inPercent, oneIn, ratiosOf } from './fractions.ts';
import { countedNumbers } from './han-numbers.ts';
import { isAndHalf, type Period, periodOf, togetherOf } from './periods.ts';
import { rangeReading } from './ranges.ts';
import { type Rounding, roundedBy } from './rounding.ts';
import { timesIn } from './times.ts';
import { inSmallerUnits } from './units.ts';

export interface StatedNumber {
  value: number | string;
  kind: NumberKind;
  /** What it may stand for, or comes to in another measure: `3:30` 15:30, `74年` 1974, `25 basis points` 0.25, `1 in 4` 25. */
  also: readonly (number | string)[];
  /** Of what is part of a whole, `two thirds`, `a sixth`, `1 in 4`: how much, in percent and in full. */
  share: number | null;
  /** What it counts, where that is time. */
  period: Period | null;
  /** Whether a word says that it is round: `about`, `more than`. */
  rounded: Rounding | null;
  /** As written, NFKC. */
  text: string;
  /** A few letters of what stands around it. */
  before: string;
  after: string;
}

/**
 * In the order of the text. Days and months are not among them: see `datesIn`. English `one` and `first` are left out
 * (they mostly mean no number), and with them Chinese 一 before what it counts, and Han numerals inside words (一部).
 */
export function numbersIn(text: string, language: string): StatedNumber[] {
  const plain = westernDigits(spacedFractions(text).normalize('NFKC'));
  const found: FoundNumber[] = [];
  let rest = withoutDates(plain, language);
  // Each takes what it reads from those after it.
  for (const read of [timesIn, decadesIn, fractionsIn, digitNumbers, wordedNumbers]) {
    const some = [...read(rest, language)];
    found.push(...some);
    rest = blank(rest, some);
  }
  found.sort((a, b) => a.start - b.start);
  const ratios = ratiosOf(found, plain, language);
  const numbers = found.map((one, index) => {
    const number = stated(one, plain, ratios.get(index));
    const scaled = rangeReading(found, index, plain);
    if (scaled === null) return number;
    return { ...number, value: scaled, kind: found[index + 1]!.kind, also: [...number.also, number.value] };
  });
  return numbers.map((one, index) => ({ ...one, also: [...one.also, ...togetherOf(numbers, index)] }));
}

function stated(
  { value, kind, also = [], share, text, start }: FoundNumber,
  plain: string,
  ratio?: number,
): StatedNumber {
  const before = plain.slice(Math.max(0, start - 16), start);
  const after = plain.slice(start + text.length).slice(0, 20);
  const others = typeof value === 'number' && kind === 'number' ? readings(value, before, text, after) : [];
  return {
    value,
    kind,
    also: [...also, ...others, ...(ratio === undefined ? [] : [inPercent(ratio)])],
    share: share ?? (ratio === undefined ? null : ratio * 100),
    period: periodOf(text, after),
    rounded: roundedBy(before.replace(oneIn, ''), after),
    text,
    before,
    after,
  };
}

function readings(value: number, before: string, text: string, after: string): number[] {
  const half = isAndHalf(after) ? [value + 0.5] : [];
  return [...half, ...inSmallerUnits(value, after), ...shortYearsOf(value, before, text + after)];
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

function blank(text: string, spans: FoundNumber[]): string {
  return spans.reduce(
    (rest, { start, text: span }) => rest.slice(0, start) + ' '.repeat(span.length) + rest.slice(start + span.length),
    text,
  );
}

function wordedNumbers(text: string, language: string): Iterable<FoundNumber> {
  return language.startsWith('en') ? englishWords(text) : countedWords(text, language);
}

function* englishWords(text: string): Generator<FoundNumber> {
  for (const { value, start, text: worded, ordinal } of englishNumberWords(text)) {
    const percent = /^\s?(percent|per cent|%)/iu.test(text.slice(start + worded.length));
    const kind = percent ? 'percent' : ordinal ? 'ordinal' : 'number';
    // `a sixth of` is a share as well.
    const isPart = ordinal && /^an?\s/iu.test(worded);
    yield { value, kind, text: worded, start, ...(isPart && { share: 100 / value }) };
  }
}

function* countedWords(text: string, language: string): Generator<FoundNumber> {
  for (const { value, before, unit, text: spelled, start } of countedNumbers(text, language)) {
    if (before === '百分之') yield { value, kind: 'percent', text: spelled, start };
    else if (unit === '割' || unit === '成')
      yield { value: Math.round(value * 1e7) / 1e6, kind: 'percent', text: spelled, start };
    else if (before === '第' || /番目|位|번째/u.test(unit)) yield { value, kind: 'ordinal', text: spelled, start };
    else yield { value, kind: 'number', text: spelled, start };
  }
}
