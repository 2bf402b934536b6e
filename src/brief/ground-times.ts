/** Times of day that a writer rounds: 4:12 is `shortly after 4`, 9時37分 is 午前9時半すぎ. */
import type { StatedNumber } from '../text/numbers.ts';

const pastBefore = /(?:\b(?:shortly|just|soon|a little) (?:after|past)|刚过|剛過)\s?$/iu;
const pastBehind = /^\s?(?:すぎ|過ぎ|を回|刚过|多(?!\p{Script=Han})|이? ?(?:조금|갓)? ?(?:넘|지나))/u;
const shortBefore = /(?:\b(?:shortly|just) before|近)\s?$/iu;
const shortBehind = /^\s?(?:前(?![後后])|まえ|直前|近く|직전|가까이|쯤 전)/u;
const aboutBefore = /\b(?:about|around)\s$|[约約大]\s?$/iu;
const aboutBehind = /^\s?(?:ごろ|頃|左右|前後|경|쯤|무렵)/u;

/** Minutes: more would be told as another half hour. */
const farthest = 30;

/** @param stated values of the sentences' numbers; those of times of day as `HH:MM` */
export function isNearTime({ value, also, before, after }: StatedNumber, stated: readonly string[]): boolean {
  const past = pastBefore.test(before) || pastBehind.test(after);
  const short = shortBefore.test(before) || shortBehind.test(after);
  const about = aboutBefore.test(before) || aboutBehind.test(after);
  return [value, ...also].some((one) =>
    stated.some((time) => {
      const late = minutesOf(time) - minutesOf(String(one));
      return (
        (past && late >= 0 && late < farthest) ||
        (short && late <= 0 && -late < farthest) ||
        (about && Math.abs(late) * 2 <= farthest)
      );
    }),
  );
}

const hours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `7 a.m.` where the sentences have `by seven`: an hour without its half of the day. English alone. */
export function isBareHour({ value, text }: StatedNumber, stated: readonly StatedNumber[]): boolean {
  const hour = minutesOf(String(value)) / 60;
  if (!/[ap]\.?m/iu.test(text) || !Number.isInteger(hour)) return false;
  return stated.some(
    (one) =>
      hours.indexOf(one.text.toLowerCase()) === (hour + 11) % 12 &&
      /\b(?:at|by|until|till|before|after|since|from)\s$/iu.test(one.before) &&
      !/^[\s-](?!(?:his|its|this|was)\b)\p{L}+s\b/u.test(one.after),
  );
}

/** @returns NaN for what is no time of day. */
function minutesOf(time: string): number {
  const [hours, minutes] = /^(\d\d):(\d\d)$/u.exec(time)?.slice(1).map(Number) ?? [];
  return hours === undefined || minutes === undefined ? Number.NaN : hours * 60 + minutes;
}
