/**
 * The instant that a feed's date means, however it is written: RFC 822 and its relatives, RFC 3339, ISO 8601 in its
 * short and ordinal forms, asctime, month names of several languages, Korean, Japanese and Chinese forms, epoch
 * seconds. Without a zone it is UTC, without a time midnight.
 *
 * @returns null for what is no date, or one outside 1970–2199.
 */
export function parseDate(text: string): Date | null {
  const written = text.trim().slice(0, 100);
  if (written === '') return null;
  const time = usualForm.test(written) ? Date.parse(written) : (iso(written) ?? epoch(written) ?? inWords(written));
  if (time === null || !(time >= 0 && time < lastInstant)) return null;
  return new Date(time);
}

/** Nearly all: read by the engine itself. */
const usualForm =
  /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|[+-]\d{4})$|^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/;

const lastInstant = Date.UTC(2200, 0);

const isoForm =
  /^(\d{4})(?:-?(\d{3})(?!\d)|-?(\d{2})(?:-?(\d{1,2}))?|-(\d)-(\d{1,2}))?(?:[T\s]+(\d{1,2})[:.]?(\d{2})(?:[:.]?(\d{2})(?:[.,](\d+))?)?)?\s*([a-z]{1,5}|(?:gmt|utc)?[+-]\d{1,2}(?::?\d{2})?)?$/i;

function iso(text: string): number | null {
  const match = isoForm.exec(text);
  if (match === null || /^\d{9,11}$|^\d{13}$/.test(text)) return null;
  const [
    ,
    year,
    ordinal,
    month = match[5] ?? '1',
    day = match[6] ?? '1',
    ,
    ,
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '0',
    zone = '',
  ] = match;
  const offset = zoneMinutes(zone) ?? 0;
  const dayOfMonth = ordinal === undefined ? Number(day) : Number(ordinal);
  if (Number(month) > 12 || dayOfMonth > 366 || Number(hour) > 24) return null;
  const milliseconds = Math.trunc(Number(`0.${fraction}`) * 1000);
  return Date.UTC(
    Number(year),
    Number(month) - 1,
    dayOfMonth,
    Number(hour),
    Number(minute) - offset,
    Number(second),
    milliseconds,
  );
}

function epoch(text: string): number | null {
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  return /^\d{13}$/.test(text) ? Number(text) : null;
}

/** Takes the date apart by what each piece can only be: a time, a zone, a month's name, a year, a day. */
function inWords(text: string): number | null {
  const clock = clockForm.exec(text);
  const rest = clock === null ? text : `${text.slice(0, clock.index)} ${text.slice(clock.index + clock[0].length)}`;
  // A weekday may look like a month: `mar., 6 janv.` is a Tuesday in January.
  const day = namedDay(rest.replace(/^\s*\p{L}+\.?,/u, '')) ?? namedDay(rest) ?? numericDay(rest);
  if (day === null) return null;
  const afternoon = /^(pm|p\.m|오후|午後|下午)/i.test(clock?.[1] ?? clock?.[5] ?? '');
  const morning = /^(am|a\.m|오전|午前|上午)/i.test(clock?.[1] ?? clock?.[5] ?? '');
  let hour = Number(clock?.[2] ?? 0);
  if (afternoon && hour < 12) hour += 12;
  if (morning && hour === 12) hour = 0;
  if (hour > 24) return null;
  const offset = zoneIn(clock === null ? rest : text.slice(clock.index + clock[0].length)) ?? 0;
  return Date.UTC(day.year, day.month - 1, day.day, hour, Number(clock?.[3] ?? 0) - offset, Number(clock?.[4] ?? 0));
}

const meridiem = '[ap]\\.?m\\b\\.?|오[전후]|午[前後]|[上下]午';
const clockForm = new RegExp(
  `(${meridiem})?\\s*T?(\\d{1,2})\\s*[:時时시]\\s*(\\d{1,2})(?:\\s*[:分분]\\s*(\\d{1,2})(?:[.,]\\d+)?)?[秒초分분]?\\s*(${meridiem})?`,
  'i',
);

interface Day {
  year: number;
  month: number;
  day: number;
}

const namedForm = /\p{L}[\p{L}\p{M}]{2,}/gu;

function namedDay(text: string): Day | null {
  for (const [word] of text.matchAll(namedForm)) {
    const month = monthOf(word);
    if (month === null) continue;
    const numbers = [...text.matchAll(/(?<![+\-\d]|gmt|utc)\d{1,4}(?!\d)|(?<=\p{L})-\d{1,4}|\d{4}(?=-\p{L})/giu)].map(
      ([digits]) => digits.replace('-', ''),
    );
    const yearAt = numbers.findIndex((digits) => digits.length >= 3);
    const year = numbers[yearAt] ?? numbers[1];
    const day = yearAt === 0 ? numbers[1] : numbers[0];
    if (year === undefined || day === undefined || Number(day) > 31) return null;
    return { year: fullYear(year), month, day: Number(day) };
  }
  return null;
}

function numericDay(text: string): Day | null {
  const yearFirst = /(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})/.exec(text);
  if (yearFirst) return plausible(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const yearLast = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (!yearLast) return null;
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), fullYear(yearLast[4]!)];
  // Slashes are American unless that cannot be; dots and dashes have the day first.
  const monthFirst = yearLast[2] === '/' ? first <= 12 : second > 12;
  return monthFirst ? plausible(year, first, second) : plausible(year, second, first);
}

function plausible(year: number, month: number, day: number): Day | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : null;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 3) return year;
  // Three digits: a clock that counted from 1900.
  return digits.length === 3 ? 1900 + year : year < 69 ? 2000 + year : 1900 + year;
}

// English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Hungarian, Greek, Russian: three letters tell.
const monthNames = [
  'jan jän ene gen sty янв ιαν',
  'feb fev fév lut фев φεβ',
  'mar mär mrt maa már мар μάρ μαρ',
  'apr avr abr kwi ápr апр απρ',
  'may mai mei mag maj máj мая май μάι μαι',
  'jun giu cze jún июн ιουν ιούν',
  'jul lug lip júl июл ιουλ ιούλ',
  'aug aoû aou ago sie авг αύγ αυγ',
  'sep set wrz сен σεπ',
  'oct okt out ott paź októ окт οκτ',
  'nov lis ноя νοέ νοε',
  'dec dez déc dic gru дек δεκ',
].map((names) => names.split(' '));

function monthOf(word: string): number | null {
  const name = word.toLowerCase().normalize('NFC');
  if (/^jui/.test(name)) return name.startsWith('juin') ? 6 : 7;
  const at = monthNames.findIndex((names) => names.some((prefix) => name.startsWith(prefix)));
  return at < 0 ? null : at + 1;
}

function zoneIn(text: string): number | null {
  const name = /(?:gmt|utc?)?\s*([+-]\d{1,2}:?\d{2}|[+-]\d{1,2})\b|\b([a-z]{1,5})\b(?!\/)/i;
  const match = name.exec(text);
  return match === null ? null : zoneMinutes(match[1] ?? match[2]!);
}

/** Minutes east of Greenwich; null where the name says nothing. */
function zoneMinutes(zone: string): number | null {
  const numeric = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (numeric) return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0));
  const hours = zoneHours[zone.toUpperCase()];
  return hours === undefined ? null : hours * 60;
}

// biome-ignore format: a table reads better in rows
const zoneHours: Record<string, number> = {
  Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, WEST: 1, BST: 1, IST: 5.5, CET: 1, MET: 1, CEST: 2, MEST: 2, EET: 2, EEST: 3, MSK: 3, MSD: 4,
  AT: -4, AST: -4, ADT: -3, ET: -5, EST: -5, EDT: -4, CT: -6, CST: -6, CDT: -5, MT: -7, MST: -7, MDT: -6, PT: -8, PST: -8, PDT: -7,
  AKST: -9, AKDT: -8, HST: -10, BRT: -3, ART: -3, SAST: 2, PKT: 5, ICT: 7, WIB: 7, HKT: 8, SGT: 8, PHT: 8, AWST: 8, JST: 9, KST: 9,
  ACST: 9.5, ACDT: 10.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13,
};
