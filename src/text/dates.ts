/** The dates that a text states, as partial ISO 8601, so that they compare across spellings and languages. */

import { hanNumber } from './han-numbers.ts';

export interface StatedDate {
  /**
   * `2026-05-03`, `2026-05`, `--05-03` (no year), `--05` (a month), `---03` (a day), `W3` (a weekday, Monday is 1),
   * `2026-Q2`, `--Q2`.
   */
  value: string;
  /** As written, NFKC. */
  text: string;
  /** Where it stands in the NFKC text. */
  start: number;
}

const months = 'january february march april may june july august september october november december'.split(' ');
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const month = `(?:${months.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;
const weekday = `(?:${weekdays.join('|')})`;

type Read = (groups: Record<string, string | undefined>) => string | string[] | null;

/** In order: what an earlier one has taken, a later one does not see. */
const patterns: { pattern: RegExp; read: Read }[] = [
  { pattern: /(?<![\d-])(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)/gu, read: full },
  {
    pattern: new RegExp(
      `\\b(?<name>${month})\\.?\\s(?<d>\\d{1,2})(?:st|nd|rd|th)?\\b(?![.,]\\d|\\s?%)(?:,?\\s(?<y>\\d{4})\\b)?`,
      'giu',
    ),
    read: full,
  },
  {
    pattern: new RegExp(
      `\\b(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(?<name>${month})\\b\\.?(?:,?\\s(?<y>\\d{4})\\b)?`,
      'giu',
    ),
    read: full,
  },
  { pattern: new RegExp(`\\b(?<name>${month})\\.?,?\\s(?:of\\s)?(?<y>\\d{4})\\b`, 'giu'), read: full },
  {
    pattern: new RegExp(
      `\\b(?<name>${months.filter((name) => name !== 'may' && name !== 'march').join('|')})\\b`,
      'giu',
    ),
    read: full,
  },
  {
    pattern:
      /(?<=\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Nn]ext|[Tt]his|[Ll]ate|[Ee]arly|[Mm]id|of|[Ff]rom|to|[Tt]hrough)[\s-])(?<name>May|March)\b/gu,
    read: full,
  },
  { pattern: new RegExp(`\\b(?<weekday>${weekday})s?\\b`, 'giu'), read: dayOfWeek },
  { pattern: /\bQ(?<q>[1-4])\b(?:,?\s(?:of\s)?(?<y>\d{4}))?/gu, read: quarter },
  { pattern: /\b(?<rank>first|second|third|fourth)[-\s]quarter\b(?:,?\s(?:of\s)?(?<y>\d{4}))?/giu, read: quarter },
  {
    pattern: /(?:(?<y>\d{4})年?)?第?\s?(?<q>[1-4一二三四])\s?(?:四半期|季度|季(?![\p{Script=Han}])|분기)/gu,
    read: quarter,
  },
  // 1至9月, 5、6月: what it begins with; 9月 is read by itself.
  { pattern: /(?<!\d)(?<m>\d{1,2})(?=\s?[-~〜至到–—、・·]\s?\d{1,2}\s?[月월])/gu, read: full },
  {
    pattern:
      /(?<!年\()(?:(?<era>令和|平成|昭和)\s?(?<eraYear>\d{1,2}|元)\s?年\s?)(?:(?<m>\d{1,2})\s?月)?(?:\s?(?<d>\d{1,2})\s?日)?/gu,
    read: full,
  },
  // The first nine months are January to September.
  { pattern: /前(?<through>[\d一二三四五六七八九十]{1,2})[个個]月/gu, read: firstMonths },
  {
    pattern:
      /(?:(?<y>\d{4})\s?[年년]\s?(?:\([^()\d]{2}[\d元]{1,2}年\)\s?)?)?(?<m>\d{1,2})\s?[月월](?:\s?(?<d>\d{1,2})\s?[日号號일])?/gu,
    read: full,
  },
  // 四月十九日, 十九日; but 一月 may be a month long.
  { pattern: /(?<m>[一二三四五六七八九十]{1,2})月(?<d>[一二三四五六七八九十廿]{1,3})[日号號]/gu, read: full },
  { pattern: /(?<![\d.])(?<d>\d{1,2})\s?[日일](?![間间本經经])/gu, read: full },
  { pattern: /(?<han>[月火水木金土日])曜日?/gu, read: dayOfWeek },
  { pattern: /(?:星期|周|週|礼拜|禮拜)(?<han>[一二三四五六日天])(?![\p{Script=Han}]?[次年])/gu, read: dayOfWeek },
  { pattern: /(?<hangul>[월화수목금토일])요일/gu, read: dayOfWeek },
  {
    pattern:
      /(?<d>\d{1,2})\s?(?<thai>มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.)(?:\s?(?:พ\.ศ\.\s?|ปี\s?)?(?<buddhist>25\d{2}))?/gu,
    read: full,
  },
];
const thaiMonths = 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(' ');
const thaiShort = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');
const eras: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

const latinPatterns = patterns.filter(({ pattern }) => /^[\x00-\x7f]*$/.test(pattern.source));

/** Each of the Latin patterns needs one of these; most texts have none. */
const latinSigns = new RegExp(`\\d{4}[-/.]\\d|${month}|${weekday}|Q[1-4]|quarter`, 'iu');

/** Patterns with other scripts' letters find nothing in English and would cost most of the time. */
function patternsFor(language: string, text: string): typeof patterns {
  if (/^(ja|zh|ko|th|yue)/u.test(language)) return patterns;
  if (!latinSigns.test(text)) return [];
  return language.startsWith('en') ? latinPatterns : patterns.slice(0, 1);
}

/** @param language BCP 47; a Latin-script pattern finds nothing in other scripts, so it only chooses what is tried. */
export function datesIn(text: string, language: string): StatedDate[] {
  let rest = text.normalize('NFKC');
  const found: StatedDate[] = [];
  const tried = patternsFor(language, rest);
  for (const { pattern, read } of tried) {
    for (const match of rest.matchAll(pattern)) {
      for (const value of [read(match.groups ?? {}) ?? []].flat())
        found.push({ value, text: match[0], start: match.index });
    }
    for (const { start, text: date } of found)
      rest = rest.slice(0, start) + ' '.repeat(date.length) + rest.slice(start + date.length);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Does the stated date hold the claimed one? `2026-05-03` holds `2026-05`, `--05-03`, `--05` and `---03`. */
export function dateHolds(stated: string, claimed: string): boolean {
  if (stated === claimed) return true;
  const [sy, sm, sd] = partsOf(stated);
  const [cy, cm, cd] = partsOf(claimed);
  return [
    [sy, cy],
    [sm, cm],
    [sd, cd],
  ].every(([have, want]) => want === '' || have === want);
}

function partsOf(value: string): [string, string, string] {
  const match = /^(\d{4}|-)-?(\d\d|Q\d|-)?-?(\d\d)?$/u.exec(value);
  if (match === null) return [value, '', ''];
  return [clean(match[1]), clean(match[2]), clean(match[3])];
}

function clean(part: string | undefined): string {
  return part === undefined || part === '-' ? '' : part;
}

function full({ y, m, d, name, era, eraYear, thai, buddhist }: Record<string, string | undefined>): string | null {
  const monthNumber =
    m !== undefined ? hanNumber(m) : name !== undefined ? monthOf(name) : thai !== undefined ? thaiMonthOf(thai) : null;
  const day = d === undefined ? null : hanNumber(d);
  if ((monthNumber !== null && (monthNumber < 1 || monthNumber > 12)) || (day !== null && (day < 1 || day > 31)))
    return null;
  const year = y ?? eraOf(era, eraYear) ?? (buddhist === undefined ? null : String(Number(buddhist) - 543));
  return written(year, monthNumber, day);
}

function firstMonths({ through = '' }: Record<string, string | undefined>): string[] | null {
  const last = hanNumber(through);
  return last >= 2 && last <= 12 ? [1, last].map((each) => written(null, each, null)!) : null;
}

function written(year: string | null, monthNumber: number | null, day: number | null): string | null {
  const two = (value: number) => String(value).padStart(2, '0');
  if (monthNumber === null) return day === null ? year : `---${two(day)}`;
  return `${year ?? '-'}-${two(monthNumber)}${day === null ? '' : `-${two(day)}`}`;
}

function monthOf(name: string): number {
  return months.findIndex((known) => known.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}

function thaiMonthOf(name: string): number {
  return Math.max(thaiMonths.indexOf(name), thaiShort.indexOf(name)) + 1;
}

function eraOf(era: string | undefined, year: string | undefined): string | null {
  const base = eras[era ?? ''];
  return base === undefined ? null : String(base + (year === '元' ? 1 : Number(year)));
}

function dayOfWeek({ weekday: name, han, hangul }: Record<string, string | undefined>): string {
  if (name !== undefined) return `W${weekdays.indexOf(name.toLowerCase()) + 1}`;
  const order = hangul !== undefined ? '월화수목금토일' : '月火水木金土日';
  const index = order.indexOf(hangul ?? han ?? '');
  return `W${(index >= 0 ? index : '一二三四五六日天'.indexOf(han ?? '') % 7) + 1}`;
}

function quarter({ q, rank = '', y }: Record<string, string | undefined>): string {
  const place = q === undefined ? 'first second third fourth'.split(' ').indexOf(rank.toLowerCase()) + 1 : hanNumber(q);
  return `${y ?? '-'}-Q${place}`;
}
