/** Whether a writer says that a number is round, and the numbers that may stand behind it. */

/** `near`: about, `down`: more than, `up`: less than. */
export type Rounding = 'near' | 'down' | 'up';

const near =
  /\b(?:about|around|roughly|approximately|some|nearly|almost|close to|just under|circa)\s(?:\p{Sc}|US\$)?$|(?:約|およそ|ほぼ|近く?|约|大约|大約|将近|將近|近|약|거의)\s?$/iu;
const nearBehind = /^(?:\p{L}{0,2}\s?(?:ほど|程度|前後|くらい|ぐらい|左右|上下|가량|정도|안팎)|近く|弱|여)/u;
const down =
  /\b(?:more than|over|above|upwards of|at least|exceeding|topping|past)\s(?:\p{Sc}|US\$)?$|(?:逾|超过|超過|超|高达|最低)\s?$/iu;
const downBehind = /^(?:(?:[ァ-ヴー]{1,8}|\p{L}{0,2})\s?(?:余り|あまり|餘|余|多|強|超|以上|を超|を上回|이상|여|넘))/u;

const up =
  /\b(?:less than|fewer than|under|below|just short of|shy of|nearly|almost|up to)\s(?:\p{Sc}|US\$)?$|(?:不到|不足|未满|未滿|近|将近|將近|거의)\s?$/iu;
const upBehind = /^\s?(?:(?:[ァ-ヴー]{1,8}|\p{L}{0,3})\s?(?:未満|足らず|弱|近く|미만|가까이|가까운|남짓))/u;

/** @param before what stands before the number @param after what follows it */
export function roundedBy(before: string, after: string): Rounding | null {
  if (up.test(before) || upBehind.test(after)) return 'up';
  if (near.test(before) || nearBehind.test(after)) return 'near';
  return down.test(before) || downBehind.test(after) ? 'down' : null;
}

/** Is `stated` what a writer may round to `value`, as far as the digits of `value` tell? 15.8万 is over 15万, 2,150 over 2,000. */
export function roundsTo(value: number, stated: number, how: Rounding): boolean {
  if (value === 0 || !Number.isFinite(stated)) return false;
  const [digits = ''] = value.toExponential().split('e');
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - (digits.split('.')[1]?.length ?? 0));
  const beyond = (stated - value) / step;
  if (how === 'near') return Math.abs(beyond) <= 0.5;
  return how === 'down' ? beyond >= 0 && beyond < 1 : beyond <= 0 && beyond > -1;
}
