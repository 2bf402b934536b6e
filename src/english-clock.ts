/** English hours in words: `half past seven`, `quarter to 8`, `seven thirty`, `8 in the evening`. */

const hours = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const minutes: Record<string, number> = { five: 5, ten: 10, fifteen: 15, quarter: 15, twenty: 20, 'twenty-five': 25 };
const behind: Record<string, number> = { ...minutes, thirty: 30, forty: 40, 'forty-five': 45, fifty: 50 };

const hour = `(\\d{1,2}|${hours.join('|')})`;
const past = new RegExp(
  `^(?:an? )?(half|\\d{1,2}|${Object.keys(minutes).join('|')})(?: minutes?)? (past|after|to|before) ${hour}$`,
);
const whole = new RegExp(`^${hour}(?: (${Object.keys(behind).join('|')}))?(?: ?o'?clock)?$`);
const part = / (?:(?:in|on) the (morning|afternoon|evening)|at (night)|(a\.?m\.?|p\.?m\.?))$/;

/** @returns the same in digits (`7:30 pm`), for `readTime`; null for what is no hour in words. */
export function englishClock(text: string): string | null {
  const said = part.exec(text);
  const half = said?.slice(1).find((each) => each !== undefined) ?? '';
  const clock = clockOf(text.slice(0, said?.index).replace(/ sharp$/, ''));
  if (clock === null) return null;
  return `${clock}${half === '' ? '' : /^(?:morning|a)/.test(half) && half !== 'afternoon' ? ' am' : ' pm'}`;
}

function clockOf(text: string): string | null {
  const [, amount, side, next] = past.exec(text) ?? [];
  if (amount !== undefined) {
    const count = amount === 'half' ? 30 : (minutes[amount] ?? Number(amount));
    const full = hourOf(next as string);
    if (count > 59) return null;
    return /^(?:past|after)$/.test(side as string)
      ? written(full, count)
      : written(full === 1 ? 12 : full - 1, 60 - count);
  }
  const [, named, rest] = whole.exec(text) ?? [];
  return named === undefined ? null : written(hourOf(named), rest === undefined ? 0 : (behind[rest] as number));
}

function hourOf(text: string): number {
  return hours.indexOf(text) + 1 || Number(text);
}

function written(full: number, count: number): string {
  return `${full}:${String(count).padStart(2, '0')}`;
}
