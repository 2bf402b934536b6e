/** Numbers in English words: `two hundred and thirty-five thousand`, `a dozen`, `twenty-first`, `half a million`. */

const units =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`.split(/\s+/u);
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals =
  `zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
  fifteenth sixteenth seventeenth eighteenth nineteenth`.split(/\s+/u);

const small = new Map<string, number>([
  ...units.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);
const ranks = new Map<string, number>([
  ...ordinals.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word.replace(/y$/u, 'ieth'), (index + 2) * 10]),
  ['hundredth', 100],
  ['thousandth', 1000],
]);
const scales = new Map<string, number>([
  ['hundred', 100],
  ['dozen', 12],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['b', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['quadrillion', 1e15],
  ['tn', 1e12],
]);

/** @returns 1 for no scale. */
export function scaleOfEnglish(word: string | undefined): number {
  return word === undefined ? 1 : (scales.get(word.toLowerCase()) ?? 1);
}

export interface WordedNumber {
  value: number;
  ordinal: boolean;
  text: string;
  start: number;
}

const known = [...small.keys(), ...ranks.keys(), 'hundred', 'dozen', 'thousand', 'million', 'billion', 'trillion'];
const word = `(?:${known.sort((a, b) => b.length - a.length).join('|')})`;
const large = 'hundred|thousand|million|billion|trillion';
const run = new RegExp(
  `\\b(?:half an? (?:dozen|million|billion|trillion)|(?:an? )?${word}(?:(?:[-\\s]|\\sand\\s)${word})*(?:\\sand a half(?:\\s(?:${large}))?)?)\\b`,
  'giu',
);

export function* englishNumberWords(text: string): Generator<WordedNumber> {
  for (const match of text.matchAll(run)) {
    const spelled = match[0];
    const number = numberOf(spelled.toLowerCase());
    if (number !== null) yield { ...number, text: spelled, start: match.index };
  }
}

/** @returns null for what is mostly no number: `one`, `a second`. */
function numberOf(spelled: string): { value: number; ordinal: boolean } | null {
  const half = /^half an? (\w+)$/u.exec(spelled);
  if (half !== null) return { value: scaleOfEnglish(half[1]) / 2, ordinal: false };
  if (/^(one|an? one|first|an? (first|second))$/u.test(spelled)) return null;
  const mixed = /^(.+) and a half(?: (\w+))?$/u.exec(spelled);
  if (mixed !== null) {
    const whole = mixed[1] === 'one' ? 1 : (numberOf(mixed[1]!)?.value ?? 0);
    return { value: (whole + 0.5) * scaleOfEnglish(mixed[2]), ordinal: false };
  }
  // “the first one” names, it does not count.
  return summed(
    spelled
      .replace(/(st|nd|rd|th)[-\s]one$/u, '$1')
      .split(/[-\s]+/u)
      .filter((part) => part !== 'and' && part !== 'a' && part !== 'an'),
  );
}

function summed(parts: string[]): { value: number; ordinal: boolean } {
  let total = 0;
  let group = 0;
  let ordinal = false;
  for (const part of parts) {
    const scale = scales.get(part);
    if (scale === undefined) group += small.get(part) ?? ranks.get(part) ?? 0;
    else if (scale <= 100) group = Math.max(1, group) * scale;
    else {
      total += Math.max(1, group) * scale;
      group = 0;
    }
    ordinal ||= ranks.has(part);
  }
  return { value: total + group, ordinal };
}
