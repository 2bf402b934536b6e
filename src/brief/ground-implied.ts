/** Numbers that words imply without stating them. */
import { inPercent } from '../text/fractions.ts';
import type { Period } from '../text/periods.ts';
import type { Span } from './ground-elapsed.ts';

const impliedBy: [RegExp, string[]][] = [
  [
    /\b(?:one|single|once|first|sole|daily|hourly|weekly|monthly|yearly|annual\w*|circle|orbit)\b|唯一|初|首(?=[年月日周週季次个個批家位轮輪场場届屆例款条條座艘架])|ひと|一(?=[つ人個个名件回])|한 |첫/iu,
    ['1'],
  ],
  [
    /\b(?:an?|per|each|every|last|past) (?:\S+ )?(?:second|minute|hour|day|week|month|year|decade|century|half|third|quarter|fifth|tenth|share|person|head|piece|dose|kilo\w*|tonne|time)\b/iu,
    ['1'],
  ],
  [
    /\b(?:half|halved|double[ds]?|doubling|twice|second|both|pair|couple|duo|twins?|two|twofold)\b|半|倍|両|双|两|兩|二|翻|갑절|배로|이틀|양[국측사]|둘|(?<!\p{L})두 /iu,
    ['2'],
  ],
  [/\b(?:half|halved)\b|半/iu, ['50', '0.5']],
  [/\bquarters?\b/iu, ['25', '0.25']],
  [/\b(?:thirds?|triple[ds]?|tripling|thrice|trio|triplets?|three)\b|三|사흘|셋|(?<!\p{L})세 /iu, ['3']],
  [/\b(?:quarters?|quadruple[ds]?|quartet|four|fourth)\b|四|나흘|넷|(?<!\p{L})네 /iu, ['4']],
  [/五|다섯|닷새/u, ['5']],
  [/六|여섯|엿새/u, ['6']],
  [/七|일곱|이레/u, ['7']],
  [/八|여덟/u, ['8']],
  [/九|아홉/u, ['9']],
  [/十|열흘/u, ['10']],
  [/보름/u, ['15']],
  ...fractions(),
  [/\bteen(?:s|age\w*)?\b/iu, ['10s']],
  [/\bdozens?\b/iu, ['12']],
  [/(?<!\d[\d.,]*[\s-]?)(?:\bhundreds?\b|(?<![一二三四五六七八九])百|백)/iu, ['100']],
  [/(?<!\d[\d.,]*[\s-]?)(?:\bthousands?\b|(?<![一二三四五六七八九])千|천)/iu, ['1000']],
  [/(?<![\d一二三四五六七八九十百千백천]\s?)[万萬만]/u, ['10000']],
  [/(?<!\d[\d.,]*[\s-]?)\bmillions?\b/iu, ['1000000']],
  [/\bdecades?\b/iu, ['10']],
  [/\bcentur(?:y|ies)\b/iu, ['100']],
  [/\bnoon\b|\bmidday\b|正午|中午|정오/iu, ['12:00']],
  [/\bmidnight\b|子夜|午夜|零[点點]|자정|0時/iu, ['00:00', '24:00']],
];

/** `a twelfth`, `the fifth`: a rank, or a share in percent. */
function fractions(): [RegExp, string[]][] {
  const words = 'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
  return words.map((word, index) => {
    const parts = index + 3;
    return [new RegExp(`\\b${word}s?\\b`, 'iu'), [String(parts), String(inPercent(1 / parts))]];
  });
}

/** `1940s`, `under-16s`, `GPT-6`: digits inside words. */
const digitsInWords =
  /(?<![\d.,])\d+(?:[.,]\d+)*(?=-?\p{Script=Latin})|(?<=\p{Script=Latin}|\p{Ll}-|[^\p{L}]-)\d+(?:[.,]\d+)*/gu;

/** `double` is twice, `a third` is 1 of 3. @returns values as text. */
export function impliedNumbers(text: string): Set<string> {
  const inWords = (text.match(digitsInWords) ?? []).map((digits) => digits.replaceAll(',', ''));
  return new Set([...inWords, ...impliedBy.flatMap(([pattern, values]) => (pattern.test(text) ? values : []))]);
}

const onePeriod: [Period, RegExp][] = [
  [
    'year',
    /\b(?:an?|one|the|last|previous|prior|per|every|each) (?:(?:additional|extra|further|full|whole|single|first|coming|past) )?years?\b|yearly|annual|年率|前年|昨年|去年|上年|同期|[毎每]年|年[間间]|지난해|작년|전년|매년|연간/iu,
  ],
  [
    'month',
    /\b(?:an?|one|the|last|previous|prior|per|every|each) (?:(?:additional|extra|further|full|whole|single|first|coming|past) )?month|monthly|前月|先月|上月|上个月|[毎每][个個]?月|月[間额額収给給]|지난달|전월|매월|매달|월 \d/iu,
  ],
  [
    'week',
    /\b(?:an?|one|the|last|previous|prior|per|every|each) (?:(?:additional|extra|further|full|whole|single|first|coming|past) )?week|weekly|前週|先週|上[周週]|[毎每][週周]|[週周]間|지난주|매주/iu,
  ],
  [
    'day',
    /\b(?:an?|one|the|previous|prior|per|every|each) (?:(?:additional|extra|further|full|whole|single|first|coming|past) )?day|daily|overnight|前日|[毎每][日天]|日[均産产]|翌日|전날|매일|하루/iu,
  ],
  [
    'hour',
    /\b(?:an?|one|the|per|every|each) (?:(?:additional|extra|further|full|whole|single|first|coming|past) )?hour|hourly|毎時|每小[时時]|時速|시속|매시간/iu,
  ],
];

/** Of which spans the text speaks as one, or as a half: `a year ago` is 1年前, 半年 six months. */
export function singlePeriods(text: string): Span[] {
  const single = onePeriod.filter(([, pattern]) => pattern.test(text)).map(([period]) => ({ count: 1, period }));
  return /\bhalf(?: an?|-)?\s?year\b|半年|반년/iu.test(text) ? [...single, { count: 6, period: 'month' }] : single;
}

const yearBefore =
  /\b(?:(?:the )?(?:year|\d+ months) (?:before|earlier|ago|prior)|(?:previous|preceding|prior|last) year)\b|前年|昨年|去年|上年|전년|지난해|작년/iu;
const yearAfter = /\b(?:(?:the )?year (?:after|later)|(?:following|next) year)\b|翌年|来年|次年|明年|이듬해|내년/iu;

/** `the year before` beside 2024 is 2023. */
export function impliedYears(text: string, years: readonly number[]): string[] {
  const steps = [...(yearBefore.test(text) ? [-1] : []), ...(yearAfter.test(text) ? [1] : [])];
  return years.flatMap((year) => steps.map((step) => String(year + step)));
}

const name = String.raw`(?:the )?\p{Lu}[\p{L}.'’-]*(?: (?:(?:of|the|de|von|van) )*\p{Lu}[\p{L}.'’-]*)*`;
const list = new RegExp(`${name}(?:, ${name})*,? (?:and|or|&) ${name}`, 'gu');

/** @returns how many names each list of them has */
export function listedCounts(text: string): Set<number> {
  return new Set((text.match(list) ?? []).map((names) => names.replace(/,? (?:and|or|&) /u, ', ').split(', ').length));
}
