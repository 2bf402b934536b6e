/** Numbers that words imply without stating them. */

const impliedBy: [RegExp, string[]][] = [
  [
    /\b(?:one|single|once|first|sole|daily|hourly|weekly|monthly|yearly|annual\w*|circle|orbit)\b|唯一|初|ひと/iu,
    ['1'],
  ],
  [
    /\b(?:an?|per|each|every|last|past) (?:\S+ )?(?:second|minute|hour|day|week|month|year|decade|century|half|third|quarter|fifth|tenth|share|person|head|piece|dose|kilo\w*|tonne|time)\b/iu,
    ['1'],
  ],
  [/\b(?:half|halved|double[ds]?|doubling|twice|second|both|pair|two|twofold)\b|半|倍|両|双|两|兩|二/iu, ['2']],
  [/\b(?:half|halved)\b|半/iu, ['50', '0.5']],
  [/\bquarters?\b/iu, ['25', '0.25']],
  [/\b(?:thirds?|triple[ds]?|tripling|thrice|three)\b|三/iu, ['3']],
  [/\b(?:quarters?|quadruple[ds]?|four|fourth)\b|四/iu, ['4']],
  ...fractions(),
  [/\bdozens?\b/iu, ['12']],
  [/\bhundreds?\b|百|백/iu, ['100']],
  [/\bthousands?\b|千|천/iu, ['1000']],
  [/万|萬|만/u, ['10000']],
  [/\bmillions?\b/iu, ['1000000']],
  [/\bdecades?\b/iu, ['10']],
  [/\bcentur(?:y|ies)\b/iu, ['100']],
];

/** `a twelfth`, `the fifth`. */
function fractions(): [RegExp, string[]][] {
  const words = 'fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
  return words.map((word, index) => [new RegExp(`\\b${word}s?\\b`, 'iu'), [String(index + 5)]]);
}

/** `1940s`, `under-16s`, `GPT-6`: digits inside words. */
const digitsInWords = /(?<![\d.,])\d+(?:[.,]\d+)*(?=s\b|-?[\p{L}])|(?<=[\p{L}$-])\d+(?:[.,]\d+)*/gu;

/** `double` is twice, `a third` is 1 of 3. @returns values as text. */
export function impliedNumbers(text: string): Set<string> {
  const inWords = (text.match(digitsInWords) ?? []).map((digits) => digits.replaceAll(',', ''));
  return new Set([...inWords, ...impliedBy.flatMap(([pattern, values]) => (pattern.test(text) ? values : []))]);
}
