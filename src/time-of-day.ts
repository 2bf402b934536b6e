/** A time of day, as people write it in the languages that we speak. */
import { englishClock } from './english-clock.ts';

/** What stands before or behind the hour. */
const partsOfDay = {
  midnight: ['凌晨', '深夜', '未明', '새벽', 'ตี'],
  morning: ['午前', '上午', '早上', '朝', '早朝', '오전', '아침', 'โมงเช้า', 'am', 'a.m.', 'a.m'],
  noon: ['昼', 'お昼', '中午', '낮'],
  afternoon: ['午後', '下午', '오후', '夕方', '傍晚', 'บ่าย', 'โมงเย็น', 'pm', 'p.m.', 'p.m'],
  night: ['夜', '晩', '晚上', '저녁', '밤'],
  /** Counted from six in the evening. */
  thum: ['ทุ่ม'],
} as const;
type PartOfDay = keyof typeof partsOfDay;

const named: Record<string, string> = {
  noon: '12:00',
  midday: '12:00',
  正午: '12:00',
  中午: '12:00',
  정오: '12:00',
  เที่ยง: '12:00',
  เที่ยงวัน: '12:00',
  midnight: '00:00',
  午夜: '00:00',
  자정: '00:00',
  เที่ยงคืน: '00:00',
};

const forms = Object.values(partsOfDay).flat();
const anyPart = [...forms]
  .sort((a, b) => b.length - a.length)
  .map((form) => form.replaceAll('.', '\\.'))
  .join('|');
const hours = '(\\d{1,2}|[一二三四五六七八九十兩]{1,3})';
const minutes = '(\\d{1,2}|半|반|ครึ่ง)';
const pattern = new RegExp(
  `^(${anyPart})?\\s*${hours}(?:\\s*(?:[:.h]|時|点|點|시|โมง|นาฬิกา|(?=ทุ่ม|โมงเช้า|โมงเย็น))\\s*${minutes}?\\s*[分분]?)?\\s*(${anyPart})?\\s*(?:ครึ่ง)?(?:น\\.?)?$`,
  'iu',
);

/**
 * `07:30`, `0730`, `7:30 pm`, `7pm`, `7`, `7.30`, `half past seven`, 7時半, 午前7時, 下午3點, 오전 7시 반, 3 ทุ่ม, `noon`.
 * @returns `HH:MM`, or null.
 */
export function readTime(text: string): string | null {
  const wanted = text
    .trim()
    .toLowerCase()
    .replace(/^(?:at|に) ?/, '');
  if (Object.hasOwn(named, wanted)) return named[wanted] as string;
  const inWords = wanted.length > 40 ? null : englishClock(wanted);
  if (inWords !== null && inWords !== wanted) return readTime(inWords);
  const four = /^(\d{2})(\d{2})$/.exec(wanted);
  if (four) return clock(Number(four[1]), Number(four[2]));
  const match = wanted.length > 40 ? null : pattern.exec(wanted);
  if (match === null) return null;
  const [whole, before, hour, minute, after] = match;
  const half = /半|반|ครึ่ง/u.test(whole);
  const part = partNamed(before) ?? partNamed(after);
  if (!half && minute !== undefined && minute.length < 2 && /[:.h]/.test(wanted)) return null;
  return clock(onClock(readHour(hour as string), part), half ? 30 : Number(minute ?? 0));
}

function partNamed(text: string | undefined): PartOfDay | null {
  const names = Object.keys(partsOfDay) as PartOfDay[];
  return names.find((name) => (partsOfDay[name] as readonly string[]).includes(text ?? '')) ?? null;
}

function clock(hour: number, minute: number): string | null {
  if (!(hour <= 23 && minute <= 59)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** 十二 → 12. @returns NaN for what is no hour. */
function readHour(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [whole, tens = '', ones = ''] = /^(二?十)?([一二三四五六七八九兩])?$/u.exec(text) ?? [];
  if (whole === undefined) return Number.NaN;
  const ten = tens === '' ? 0 : tens.length * 10;
  return ten + (ones === '兩' ? 2 : '〇一二三四五六七八九'.indexOf(ones || '〇'));
}

/** 夜12時 is midnight, 昼1時 is 13:00, 午後15時 is what it says. */
function onClock(hour: number, part: PartOfDay | null): number {
  if (part === null || hour > 12) return part === 'thum' ? Number.NaN : hour;
  switch (part) {
    case 'thum':
      return hour <= 5 ? hour + 18 : Number.NaN;
    case 'midnight':
    case 'morning':
      return hour % 12;
    case 'noon':
      return hour < 6 ? hour + 12 : hour;
    case 'afternoon':
      return (hour % 12) + 12;
    case 'night':
      return hour === 12 ? 0 : hour < 5 ? hour : hour + 12;
  }
}
