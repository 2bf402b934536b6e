/**
 * Figures in each other's place, in a free paraphrase: each figure of a claim is compared by the words around it with
 * the figures of the sentences. One that stands among the words of another has changed places with it.
 */
import type { StatedDate } from '../text/dates.ts';
import type { StatedNumber } from '../text/numbers.ts';
import { areOpposed, type Role, roleOf } from './ground-change.ts';
import { isBare, isPartOfName, keyOf, unitOf } from './ground-figures.ts';
import { likeness, type Part, type Surroundings, surroundingsOf } from './ground-surroundings.ts';

/** A number or a date among its words. */
export interface Placed {
  text: string;
  /** All that it may be read as. */
  keys: ReadonlySet<string>;
  /** Figures of different kinds are not mistaken for each other; `any` where it is left out. */
  unit: string;
  role: Role | null;
  /** The 14 of `nine of the 14`: the same words are around both. */
  whole: Placed | null;
  /** The words around it, the nearest of most weight, 0–1. */
  context: ReadonlyMap<string, number>;
}

interface Span extends Part {
  placed: Placed & { whole: Placed | null };
}

const ofRole = 0.8;

export function placedIn(
  text: string,
  language: string,
  numbers: readonly StatedNumber[],
  dates: readonly StatedDate[],
): Placed[] {
  const plain = text.normalize('NFKC');
  const spans = spansOf(plain, language, numbers, dates);
  const around = surroundingsOf(plain, language, spans);
  for (const [at, left] of spans.entries()) {
    const right = spans[at + 1];
    if (right !== undefined) joinParts(left, right, plain);
  }
  return spans.map(({ placed, end }, at) => {
    const context = around[at]!;
    if (leftOut.test(plain.slice(end, end + 12))) countLike(context, around[at - 1]);
    if (placed.role !== null) context.set(`→${placed.role}`, ofRole);
    return Object.assign(placed, { context });
  });
}

/** `1,450 drivers, 230 fewer than it needs`: what it counts stands behind the one before. */
const leftOut = /^\s(?:more|fewer|less|others?)\b/iu;

function countLike(context: Surroundings, before: Surroundings | undefined): void {
  for (const [word, weight] of before ?? []) {
    if (!word.startsWith('#')) continue;
    context.set(word, weight);
    context.set(word.slice(1), 1);
  }
}

const ofWhole = /^(?:\s\p{L}+)?\s(?:out\s)?of\s(?:(?:the|its|all|their|some|every)\s)?$/iu;
const amongWhole = /^\p{L}{0,3}?(?:のうち|の中で|中の?|当中|當中|\s?(?:가운데|중)),?、?\s?$/u;

function joinParts(left: Span, right: Span, plain: string): void {
  const between = plain.slice(left.end, right.start);
  if (ofWhole.test(between)) left.placed.whole = right.placed;
  if (amongWhole.test(between)) right.placed.whole = left.placed;
}

function spansOf(
  plain: string,
  language: string,
  numbers: readonly StatedNumber[],
  dates: readonly StatedDate[],
): Span[] {
  const found = dates.map(({ value, text, start }) => spanOf(start, text, [value], value.replace(/\d/gu, '0'), null));
  let from = 0;
  for (const number of numbers) {
    const start = plain.indexOf(number.text, from);
    if (start < 0) continue;
    from = start + number.text.length;
    if (isPartOfName(number) || found.some((one) => start < one.end && one.start < from)) continue;
    const { value, also, share, text } = number;
    const shares = share === null || number.kind === 'number' ? [] : [share, Math.round(share)];
    const keys = [value, ...also, ...shares].map(keyOf);
    found.push(spanOf(start, text, keys, kindOf(number), roleOf(number, language)));
  }
  return found.sort((a, b) => a.start - b.start);
}

function spanOf(start: number, text: string, keys: string[], unit: string, role: Role | null): Span {
  const placed = { text, keys: new Set(keys), unit, role, whole: null, context: new Map() };
  return { start, end: start + text.length, keys, placed };
}

function kindOf(number: StatedNumber): string {
  if (number.share !== null && number.kind !== 'number') return 'percent';
  const unit = unitOf(number);
  return unit === 'count' && isBare(number) ? 'any' : (unit ?? number.kind);
}

/**
 * How much better figures have to stand in each other's place: more where the other is not in the claim as well, for
 * dates, which go with several figures, and for a part of another figure, or its whole, whose words go with both.
 */
const leastGain = { exchanged: 0.5, alone: 0.85, joined: 1.1, date: 1.2 };

/** @returns the figures of the claim that stand among the words of others */
export function exchangedFigures(claim: readonly Placed[], stated: readonly Placed[]): string[] {
  return claim
    .filter((mine) => {
      const own = stated.filter((one) => meets(mine, one));
      if (own.length > 0 && own.every((one) => areOpposed(mine.role, one.role, mine.unit === 'percent'))) return true;
      const rivals = stated.filter((one) => own.some(({ unit }) => areLike(unit, one.unit)) && !meets(mine, one));
      return rivals.some((rival) => isExchanged(mine, own, rival, claim, stated));
    })
    .map(({ text }) => text);
}

function isExchanged(
  mine: Placed,
  own: readonly Placed[],
  rival: Placed,
  claim: readonly Placed[],
  stated: readonly Placed[],
): boolean {
  // That they stand beside each other says nothing of which is which.
  const likest = (one: Placed, others: readonly Placed[]) =>
    Math.max(...others.map((other) => likeness(without(one, [mine, rival]), other.context)));
  const gain = likest(mine, [rival]) - likest(mine, own);
  const others = claim.filter((other) => meets(other, rival));
  if (others.some((other) => other.whole === mine || mine.whole === other)) return false;
  const enough = leastGain[kind(mine, claim, others.length > 0)];
  if (others.length === 0) return gain > enough;
  const theirs = stated.filter((one) => meets(one, rival));
  return others.every((other) => gain + likest(other, own) - likest(other, theirs) > enough);
}

function without({ context }: Placed, those: readonly Placed[]): Map<string, number> {
  return new Map([...context].filter(([word]) => !those.some(({ keys }) => keys.has(word))));
}

function kind(mine: Placed, claim: readonly Placed[], exchanged: boolean): keyof typeof leastGain {
  if (/^[\dWQ-]+$/u.test(mine.unit)) return 'date';
  if (mine.whole !== null || claim.some(({ whole }) => whole === mine)) return 'joined';
  return exchanged ? 'exchanged' : 'alone';
}

function areLike(a: string, b: string): boolean {
  return a === b || (a === 'any' && isMeasure(b)) || (b === 'any' && isMeasure(a));
}

function isMeasure(unit: string): boolean {
  return unit === 'money' || unit === 'count' || unit === 'percent';
}

function meets(a: Placed, b: Placed): boolean {
  for (const key of a.keys) if (b.keys.has(key)) return true;
  return false;
}
