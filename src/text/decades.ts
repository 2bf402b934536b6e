/** Decades, and years without their century. */
import type { FoundNumber } from './found-number.ts';

const decade =
  /(?<![\p{Script=Latin}\p{N}.,])(?<century>1[5-9]|20)?(?<ten>\d0)\s?(?:'?s\b|年代|년대|代(?!\p{Script=Han})|대(?=\s|[의에가는와]))/gu;
/** Those that a decade or year without one may belong to. */
const centuries = ['15', '16', '17', '18', '19', '20'];

export function decadesIn(text: string): FoundNumber[] {
  return [...text.matchAll(decade)].map(({ 0: whole, index, groups = {} }) => {
    const { century = '', ten } = groups;
    const also: (string | number)[] = century === '' ? centuries.map((any) => `${any}${ten}s`) : [];
    // 30대 are the thirties, or 30 machines.
    if (whole.endsWith('대')) also.push(Number(century + ten));
    return { value: `${century}${ten}s`, kind: 'decade', also, text: whole, start: index };
  });
}

/** `74年` or `74년`, but not 10年間 or 30年前. */
const yearBehind =
  /^\d\d\s?[年년](?!\s?(?:[間间前後后目代來来内內餘余]|ぶり|以上|以内|連続|あまり|간|전|후|만에|동안|째|연속|이상))/u;
/** `'74`, and the second of `1974–76`. */
const yearBefore = /(?:(?<!\p{L})['’]|(?<!\d)(?:1[5-9]|20)\d\d[-–/])$/u;

/** @param onward the number and what follows it @returns the years that two digits may stand for; [] for what is none. */
export function shortYearsOf(value: number, before: string, onward: string): number[] {
  const isYear = yearBehind.test(onward) || (yearBefore.test(before) && /^\d\d(?!\d)/u.test(onward));
  return isYear ? centuries.map((century) => Number(century) * 100 + value) : [];
}
