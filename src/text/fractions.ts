/** Parts of a whole, in percent: two thirds, three-fifths, 5分の1, 三分之一, 3분의 1; one in four, 4人に1人. */

import type { FoundNumber } from './found-number.ts';
import { hanNumber } from './han-numbers.ts';

const over = 'one two three four five six seven eight nine'.split(' ');
const under = 'third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const english = new RegExp(
  `\\b(?<over>${over.join('|')}|\\d{1,2})[-\\s](?<under>${under.join('|')})(?<many>s)?\\b(?!-)`,
  'giu',
);
const numeral = '(?:\\d+|[一二三四五六七八九十百]+)';
const eastern = new RegExp(
  `(?<under>${numeral})\\s?(?:分の|分之|분의)\\s?(?<over>${numeral})|(?<tenths>[一二三四五六七八九])[成割](?<rest>[一二三四五六七八九]{1,2})(?!${numeral})分?|(?<![\\d/]|\\d\\s)(?<top>\\d{1,2})[\\u2044/](?<bottom>\\d{1,2})(?![\\d/])`,
  'gu',
);

/** Every fraction has one of these; most texts have none. */
const signs = /quarters|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|分|분의|[成割\u2044/]/iu;

export function* fractionsIn(text: string, language: string): Generator<FoundNumber> {
  if (!signs.test(text)) return;
  if (language.startsWith('en')) {
    // Three quarters are a share, or nine months.
    for (const { 0: whole, index } of text.matchAll(/\b(?:three|3)[-\s]quarters\b/giu))
      yield { ...partOf(3, 4, whole, index), also: [3] };
    for (const { 0: whole, index, groups = {} } of text.matchAll(english)) {
      const top = numberOf(groups.over!, over, 1);
      // “the one third” is a share, “two fifth graders” is none.
      if (top > 1 === (groups.many === undefined)) continue;
      const bottom = under.indexOf(groups.under!.toLowerCase()) + 3;
      yield partOf(top, bottom, whole, index);
    }
  }
  for (const { 0: whole, index, groups = {} } of text.matchAll(eastern)) {
    if (groups.tenths !== undefined) {
      // 五成八三 is 58.3%.
      const value = hanNumber(groups.tenths) * 10 + hanNumber(groups.rest!) / (groups.rest!.length > 1 ? 10 : 1);
      yield { value, kind: 'percent', text: whole, start: index };
      continue;
    }
    const [top, bottom] = [groups.over ?? groups.top, groups.under ?? groups.bottom].map((part) => hanNumber(part!));
    // 百分之 has its own place; a fraction above one is a score or a date.
    if (bottom! > 20 || top! >= bottom!) continue;
    yield partOf(top!, bottom!, whole, index);
  }
}

function partOf(top: number, bottom: number, text: string, start: number): FoundNumber {
  return { value: inPercent(top / bottom), share: (100 * top) / bottom, kind: 'percent', text, start };
}

function numberOf(word: string, list: string[], first: number): number {
  const at = list.indexOf(word.toLowerCase());
  return at >= 0 ? at + first : Number(word);
}

/** To a tenth where that is all of it, else in whole percents, as people do: a third is 33. */
export function inPercent(share: number): number {
  const tenths = share * 1000;
  return Math.abs(tenths - Math.round(tenths)) < 1e-6 ? Math.round(tenths) / 10 : Math.round(share * 100);
}

const links: Record<string, RegExp> = {
  en: /^\s?(?:in|out of|of(?: every)?)\s$/iu,
  ja: /^\p{L}{0,2}(?:に|中|のうち|の中で)\p{Script=Han}?$/u,
  zh: /^\p{L}{0,4}(?:中|里|裡|當中|当中)(?:就|便)?(?:有|约|約)?$/u,
  ko: /^\s?\p{L}{0,2}\s?(?:중|가운데)\s$/u,
};
/** What stands before the second number of a ratio. */
export const oneIn = /\bone (?:in|out of|of every) $/iu;

/** Of each number that is part of a ratio, by its place in the list: what the ratio comes to, of one. */
export function ratiosOf(found: readonly FoundNumber[], text: string, language: string): Map<number, number> {
  const link = links[language.slice(0, 2)];
  const ratios = new Map<number, number>();
  if (link === undefined) return ratios;
  for (const [index, { value, kind, start }] of found.entries()) {
    if (typeof value !== 'number' || kind !== 'number') continue;
    if (oneIn.test(text.slice(Math.max(0, start - 14), start))) ratios.set(index, 1 / value);
    const before = found[index - 1];
    if (before === undefined || typeof before.value !== 'number' || before.kind !== 'number') continue;
    if (!link.test(text.slice(before.start + before.text.length, start))) continue;
    const share = Math.min(before.value, value) / Math.max(before.value, value);
    for (const place of [index - 1, index]) ratios.set(place, share);
  }
  return ratios;
}
