/** The spans of time that a number may count. */

export type Period = 'century' | 'decade' | 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

const behind: [Period, RegExp][] = [
  ['century', /^[-\s]?centuries\b/iu],
  ['decade', /^[-\s]?decades?\b/iu],
  ['month', /^[-\s]?(?:months?\b|[か个個ヶカケヵ]?月|개월|달|เดือน)/iu],
  ['year', /^[-\s]?(?:years?\b|[年歳岁歲]|년|해|세(?=[에의로가는인 ,.)]|$)|살|ปี)/iu],
  ['week', /^[-\s]?(?:weeks?\b|[个個]?(?:週|周|星期)|주|สัปดาห์)/iu],
  ['day', /^[-\s]?(?:days?\b|日|天|일|วัน)/iu],
  ['hour', /^[-\s]?(?:hours?\b|時間|[个個]?小[时時]|시간|ชั่วโมง)/iu],
  ['minute', /^[-\s]?(?:minutes?\b|分|분|นาที)/iu],
  ['second', /^[-\s]?(?:seconds?\b|秒|초|วินาที)/iu],
];
/** A number in Han numerals or Korean words takes its counter along. */
const counters: [Period, RegExp][] = [
  ['month', /(?:[か个個ヶカケヵ]月|月|개월|달)$/u],
  ['year', /(?:[年歳岁歲]|살)$/u],
  ['week', /[週周]$/u],
  ['day', /[日天]$/u],
  ['hour', /(?:時間|小时|小時|시간)$/u],
  ['minute', /分$/u],
  ['second', /秒$/u],
];

const andHalf = /^(?:[か个個ヶカケヵ]?[年月]|[週周日天]|[个個]?小[时時]|時間|년|개월|시간|주일?|일)?[間间]?\s?[半반]/u;

/** `2年半` is two and a half of them. @param after what follows the number */
export function isAndHalf(after: string): boolean {
  return andHalf.test(after);
}

/** Of hours and minutes that follow each other, the minutes that they make together: `1時間25分` is 85. */
export function togetherOf(
  numbers: readonly { value: number | string; period: Period | null }[],
  index: number,
): number[] {
  return [index - 1, index].flatMap((at) => {
    const [hours, minutes] = [numbers[at], numbers[at + 1]];
    if (hours?.period !== 'hour' || minutes?.period !== 'minute') return [];
    return [Number(hours.value) * 60 + Number(minutes.value)];
  });
}

/** @param text the number as written @param after what follows it */
export function periodOf(text: string, after: string): Period | null {
  const found = counters.find(([, pattern]) => pattern.test(text)) ?? behind.find(([, pattern]) => pattern.test(after));
  return found?.[0] ?? null;
}
