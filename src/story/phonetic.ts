/**
 * The consonants of a foreign name, so that `Musk`, `マスク` and `머스크` meet. Vowels, and differences that Japanese or
 * Korean cannot write (l and r, b and v, f and h), are dropped.
 */

const kana: Record<string, string> = {};
const rows: [string, string][] = [
  ['', 'アイウエオァィゥェォー'],
  ['k', 'カキクケコガギグゲゴヵヶ'],
  ['s', 'サシスセソザジズゼゾ'],
  ['t', 'タチツテトダヂヅデド'],
  ['n', 'ナニヌネノン'],
  ['h', 'ハヒフヘホ'],
  ['p', 'パピプペポ'],
  ['b', 'バビブベボヴ'],
  ['m', 'マミムメモ'],
  ['r', 'ラリルレロ'],
  ['', 'ヤユヨャュョワヲヮッ'],
];
for (const [consonant, letters] of rows) for (const letter of letters) kana[letter] = consonant;

/** Initial consonants of Hangul syllables, in Unicode's order. */
const initials = ['k', 'k', 'n', 't', 't', 'r', 'm', 'b', 'p', 's', 's', '', 's', 's', 't', 'k', 't', 'p', 'h'];
/** Final consonants; index 0 is none. */
const finals = [
  ...['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'm', 'p', 'p', 't', 't'],
  ...['n', 't', 't', 'k', 't', 'p', ''],
];

/** @param name katakana, Hangul or Latin letters @returns '' where nothing can be told */
export function consonants(name: string): string {
  const sound = /\p{Script=Hangul}/u.test(name) ? ofHangul(name) : /[ァ-ヺ]/u.test(name) ? ofKana(name) : ofLatin(name);
  return sound
    .replaceAll('b', 'p')
    .replaceAll(/n(?=p)/gu, 'm')
    .replaceAll(/(.)\1+/gu, '$1');
}

function ofKana(name: string): string {
  return [...name].map((letter) => kana[letter] ?? '').join('');
}

function ofHangul(name: string): string {
  return [...name]
    .map((syllable) => {
      const index = syllable.charCodeAt(0) - 0xac00;
      if (index < 0 || index >= 11_172) return '';
      return initials[Math.floor(index / 588)]! + finals[index % 28]!;
    })
    .join('');
}

/** In order: what a spelling sounds like to Japanese or Korean ears, as the consonant that they would write. */
const spellings: [RegExp, string][] = [
  [/[^a-z]/gu, ''],
  [/ph/gu, 'h'],
  [/ti(?=on)/gu, 's'],
  [/tch|ch/gu, 't'],
  [/sh|th|j|z|g(?=e)|c(?=[eiy])/gu, 's'],
  [/ck|[qcg]/gu, 'k'],
  [/x/gu, 'ks'],
  // After a vowel they hear no r: Carter is カーター.
  [/r(?![aeiouy])/gu, ''],
  [/l/gu, 'r'],
  [/v/gu, 'b'],
  [/d/gu, 't'],
  [/f/gu, 'h'],
  [/[aeiouyw]/gu, ''],
];

function ofLatin(name: string): string {
  const plain = name.toLowerCase().normalize('NFD');
  return spellings.reduce((sound, [spelling, consonant]) => sound.replaceAll(spelling, consonant), plain);
}
