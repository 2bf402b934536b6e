/**
 * Figures that the cited sentences do not state, but that two of theirs come to: a sum, a difference, a share, a
 * multiple, an average. Only figures of like unit are put together.
 */
import type { StatedNumber } from '../text/numbers.ts';
import { type Rounding, roundsTo } from '../text/rounding.ts';
import { type Figure, isMultiple, type Unit, unitOf } from './ground-figures.ts';

/** Shares and averages seldom come out even: `exact` is false for them. */
interface Result {
  value: number;
  exact: boolean;
}

/** @param text the whole claim: whether it speaks of a change, of each, of a year */
export function follows(claim: StatedNumber, figures: readonly Figure[], text: string): boolean {
  return unitsMeant(claim).some((unit) => {
    const meant = unit === 'percent' ? claim : { ...claim, share: null };
    return resultsFor(unit, meant, figures, text).some((one) => isWritten(meant, one));
  });
}

function unitsMeant(claim: StatedNumber): (Unit | 'multiple')[] {
  if (isMultiple(claim)) return ['multiple'];
  if (claim.kind === 'decade') return ['count'];
  const unit = unitOf(claim);
  // `3 of 5` is a count, and a share.
  if (claim.share !== null) return unit === null ? ['percent'] : ['percent', unit];
  if (unit === null) return [];
  if (unit === 'count' && ofMoney.test(claim.before) && leftOut.test(claim.after)) return ['money'];
  return unit === 'count' && /^\s(?:percentage )?points?\b/iu.test(claim.after) ? ['percent', unit] : [unit];
}

/** `25,000 euros, 5,000 more`: the currency has been named. */
const ofMoney = /(?:\p{Sc}[\d.,]+(?:\s\p{L}+)?|\d\s(?:dollars|euros|pounds|yen|yuan|won|francs|crowns|rupees)),\s$/iu;
const leftOut = /^\s(?:more|less|higher|lower)\b/iu;

function resultsFor(unit: Unit | 'multiple', claim: StatedNumber, figures: readonly Figure[], text: string): Result[] {
  if (unit === 'multiple') return ratios(figures);
  if (unit === 'date') return datesFrom(figures);
  if (unit === 'percent')
    return [
      ...remainders(claim, figures),
      ...shares(figures, text),
      ...sums(figures, unit),
      ...multiplesOf(figures, unit),
    ];
  return [
    ...sums(figures, unit),
    ...portions(figures, unit),
    ...products(figures, unit, text),
    ...(speaksOfEach(claim, text) ? quotients(figures, unit) : []),
    ...(yearly.test(text) ? valuesIn(figures, unit).map((value) => ({ value: value * 12, exact: true })) : []),
    ...(monthly.test(text) ? valuesIn(figures, unit).map((value) => ({ value: value / 12, exact: false })) : []),
  ];
}

/** As its words round it; else to the last digit of a share, and in full where the result is a whole of its own. */
function isWritten(claim: StatedNumber, { value: result, exact }: Result): boolean {
  const { rounded, text, kind, share } = claim;
  const value = share ?? numericOf(claim);
  if (result === 0 || !Number.isFinite(result)) return false;
  if (Math.abs(result - value) <= Math.abs(value) * 1e-9) return true;
  if (share !== null) return isAbout(share, result, rounded);
  // By tens a share would meet too much: 8割弱 is near 80, not 72.
  if (rounded !== null) return roundsTo(value, result, rounded) && isClose(claim, value, result);
  if (exact) return false;
  if (kind === 'percent' || isMultiple(claim))
    return Math.abs(result - value) <= 0.5 * 10 ** -(text.split('.')[1]?.match(/^\d*/u)?.[0].length ?? 0);
  return digitsOf(value) > 1 && roundsTo(value, result, 'near');
}

/** A figure of one digit would be the round one of too many: 342 are not about 300. */
function isClose({ kind, rounded }: StatedNumber, value: number, result: number): boolean {
  if (kind === 'percent') return Math.abs(result - value) <= 5;
  return Math.abs(value) < fewest || isAbout(value, result, rounded);
}

/** `A third` stands for a share that is near it, `about a third` for what is less near. Both in percent. */
export function isAbout(share: number, stated: number, rounded: Rounding | null): boolean {
  const beyond = (stated - share) / share;
  if (Math.abs(beyond) <= (rounded === null ? 0.06 : 0.1)) return true;
  return (rounded === 'down' && beyond > 0 && beyond <= 0.2) || (rounded === 'up' && beyond < 0 && beyond >= -0.2);
}

function numericOf({ value, also }: StatedNumber): number {
  return Number([value, ...also].find((one) => typeof one === 'number') ?? Number.NaN);
}

function digitsOf(value: number): number {
  return value.toExponential().split('e')[0]!.replace('.', '').length;
}

function valuesIn(figures: readonly Figure[], unit: Unit): number[] {
  return figures.filter((figure) => figure.unit === unit && !figure.multiple).map(({ value }) => value);
}

function pairsOf<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, at) => list.slice(at + 1).map((b): [T, T] => [a, b]));
}

/** Of figures that may be compared: multiples and calendar years compare nothing. */
function alike(figures: readonly Figure[]): [number, number][] {
  return pairsOf(figures.filter(({ multiple, unit }) => !multiple && unit !== 'date'))
    .filter(([a, b]) => a.unit === b.unit)
    .map(([a, b]) => (a.value < b.value ? [a.value, b.value] : [b.value, a.value]));
}

function remainders(claim: StatedNumber, figures: readonly Figure[]): Result[] {
  const value = claim.share ?? numericOf(claim);
  return valuesIn(figures, 'percent')
    .filter((percent) => Math.abs(100 - percent - value) <= 3)
    .map((percent) => ({ value: 100 - percent, exact: true }));
}

function shares(figures: readonly Figure[], text: string): Result[] {
  const parts = alike(figures).flatMap(([less, more]) => {
    const change = more - less;
    return [less / more, ...(changes.test(text) ? [change / more, change / less] : [])];
  });
  // Those for it, of all who voted for or against.
  const counts = inAll.test(text) ? valuesIn(figures, 'count') : [];
  const ofBoth = pairsOf(counts).flatMap(([a, b]) => [a / (a + b), b / (a + b)]);
  return [...parts, ...ofBoth].map((share) => ({ value: share * 100, exact: false }));
}

const inAll =
  /\b(?:of (?:the|all|both|those)|in all|total|combined|overall|voted)\b|全体|合わせ|合計|うち|全部|总|總|合计|合計|전체|모두|가운데/iu;

const changes =
  /\b(?:r[io]se|rising|grew|grow\w*|gain\w*|jump\w*|increas\w*|climb\w*|surg\w*|expan\w*|f[ea]ll\w*|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|cut\w*|los[et]\w*|lower\w*|higher|fewer|less|more|down|up|below|above|beat|undercut|cheaper|reduc\w*|rais\w*|lift\w*|hik\w*|sav\w*|improv\w*|remain\w*|rest|left)\b|[増增減减少多縮缩下上高低伸長长残剩余餘除]|悪化|改善|줄|늘|감소|증가|낮|높|많|적|남|빼|않/iu;

function ratios(figures: readonly Figure[]): Result[] {
  return alike(figures).map(([less, more]) => ({ value: more / less, exact: false }));
}

/** Twice a share. */
function multiplesOf(figures: readonly Figure[], unit: Unit): Result[] {
  const times = figures.filter(({ multiple }) => multiple).map(({ value }) => value);
  return valuesIn(figures, unit).flatMap((value) =>
    times.flatMap((by) => [value * by, value / by].map((result) => ({ value: result, exact: true }))),
  );
}

/** Of two, of all of a kind, and how far two are apart. */
function sums(figures: readonly Figure[], unit: Unit): Result[] {
  const added = figures.filter((one) => !one.multiple && (one.unit === unit || isBareSpan(one, unit)));
  const two = pairsOf(added).flatMap(([a, b]) =>
    differ(a, b)
      ? []
      : [a.value + b.value, Math.abs(a.value - b.value)].filter((value) => value >= fewest || isSameCount(a, b)),
  );
  const all = added.length > 2 ? [added.reduce((sum, { value }) => sum + value, 0)] : [];
  return [...two, ...all].map((value) => ({ value, exact: true }));
}

/** `Twenty years`, of which `six` have passed. */
function isBareSpan({ unit, counted }: Figure, wanted: Unit): boolean {
  return unit === 'count' && counted === '' && (wanted === 'year' || wanted === 'month' || wanted === 'day');
}

/** Small counts come to each other by chance: they must be of the same thing. */
const fewest = 13;

function isSameCount(a: Figure, b: Figure): boolean {
  return a.unit !== 'count' || (a.counted !== '' && a.counted === b.counted);
}

/** People are not added to countries. */
function differ(a: Figure, b: Figure): boolean {
  return a.counted !== '' && b.counted !== '' && a.counted !== b.counted && a.unit === 'count';
}

/** The year that is so many years before or after another. */
function datesFrom(figures: readonly Figure[]): Result[] {
  const spans = valuesIn(figures, 'year');
  return valuesIn(figures, 'date').flatMap((year) =>
    spans.flatMap((span) => [year + span, year - span].map((value) => ({ value, exact: true }))),
  );
}

/** Two thirds of 26,000; what 1,500 are 5% of. */
function portions(figures: readonly Figure[], unit: Unit): Result[] {
  return valuesIn(figures, 'percent').flatMap((percent) =>
    valuesIn(figures, unit).flatMap((value) =>
      [(value * percent) / 100, (value * (100 - percent)) / 100, (value * 100) / percent].map((part) => ({
        value: part,
        exact: false,
      })),
    ),
  );
}

/** Each of the unit with each plain count. */
function withCounts(figures: readonly Figure[], unit: Unit): [Figure, Figure][] {
  return pairsOf(figures)
    .flatMap(([a, b]): [Figure, Figure][] => [
      [a, b],
      [b, a],
    ])
    .filter(([of, by]) => of.unit === unit && !of.multiple && by.unit === 'count' && (by.multiple || by.value > 2));
}

/**
 * Three times as much as before; 200 machines at 38,000 dollars. 38 ships in nine countries are not 342 of anything:
 * counts are multiplied by counts only where the claim gives the one of them for each of the other, or a total.
 */
function products(figures: readonly Figure[], unit: Unit, text: string): Result[] {
  return withCounts(figures, unit)
    .filter(([, times]) => times.multiple || unit !== 'count' || inAll.test(text) || each.test(text))
    .flatMap(([of, times]) => [
      { value: of.value * times.value, exact: true },
      ...(times.multiple ? [{ value: of.value / times.value, exact: true }] : []),
    ]);
}

/** So much for each. */
function quotients(figures: readonly Figure[], unit: Unit): Result[] {
  return withCounts(figures, unit)
    .filter(([of, by]) => of.value > by.value)
    .map(([of, by]) => ({ value: of.value / by.value, exact: false }));
}

const each =
  /\b(?:each|apiece|per|every|average[ds]?|to an?)\b|あたり|当たり|平均|ずつ|[1一]人|每|均|각각|[가-힣]당|평균|씩/iu;

function speaksOfEach(claim: StatedNumber, text: string): boolean {
  return each.test(text) || (claim.rounded !== null && digitsOf(numericOf(claim)) > 1);
}

const monthly = /\b(?:monthly|(?:a|per|each|every) month)\b|[か个個]月[間间]|[1一每毎]か?月|月に|월 |매월|매달|한 달/iu;

const yearly = /\b(?:annual\w*|yearly|(?:a|per|each|every) year)\b|年[間间]|[1一每毎]年|年に|연간|[한매]\s?해|매년/iu;
