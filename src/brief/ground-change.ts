/** What a figure is in a change: where it began, where it ended, or by how much: `from 41`, `to 43`, `up 2`. */
import type { StatedNumber } from '../text/numbers.ts';

/** `beside`: of what it is compared with, now or before. */
export type Role = 'from' | 'to' | 'by' | 'beside';

interface Signs {
  role: Role;
  before?: RegExp;
  behind?: RegExp;
}

const about = String.raw`(?:(?:about|around|roughly|some|nearly|almost|just|only|over|under|more than|less than|a further|another)\s)?`;
const moved = String.raw`(?:r[io]ses?|rising|gr[eo]ws?|grown|growing|climb\w*|jump\w*|surg\w*|soar\w*|increas\w*|expand\w*|gain\w*|add(?:s|ed|ing)?|f[ae]lls?|fallen|falling|drop\w*|slip\w*|slid\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|los[et]s?|losing|cut|lower\w*|up|down|by)`;
const behindChange =
  '(?:more|fewer|less|higher|lower|rise|increase|drop|decline|gain|growth|jump|cut|premium|discount)';

/** The first that fits is taken. */
const english: Signs[] = [
  {
    role: 'from',
    before: new RegExp(String.raw`\b(?:from|instead of|rather than|previously|after)\s${about}$`, 'iu'),
  },
  {
    role: 'from',
    behind:
      /^(?:\s\p{L}+)?\s(?:(?:the|a) (?:year|month|week|day|quarter) (?:before|earlier|ago)|(?:last|the previous) (?:year|month)|earlier\b|before (?:the|its|that|it)\b)/iu,
  },
  {
    role: 'beside',
    before: new RegExp(String.raw`\b(?:compared (?:with|to)|against|versus)\s${about}$`, 'iu'),
  },
  {
    role: 'to',
    before: new RegExp(String.raw`(?:(?<!\bup )\bto|\breach(?:ed|es|ing)?|\bhit|\bnow)\s${about}$`, 'iu'),
  },
  { role: 'by', before: new RegExp(String.raw`\b${moved}\s${about}$`, 'iu') },
  { role: 'by', behind: new RegExp(String.raw`^(?:\s\p{L}+)?\s${behindChange}\b`, 'iu') },
];

const japanese: Signs[] = [
  { role: 'from', behind: /^\p{L}{0,3}?から(?!の)/u },
  {
    role: 'by',
    behind:
      /^(?:(?![にへ])\p{L}){0,2}?\s?(?:増|減|高|安|上昇|下落|低下|引き[上下]げ|上が|下が|伸び|多[いく]|少な[いく]|上回|下回)/u,
  },
  {
    role: 'to',
    behind: /^\p{L}{0,3}?(?:[にへ](?:と|、|増|減|上|下|引|縮|膨|拡|達|のぼ|伸|落|高|低|な[るっり])|まで)/u,
  },
];

const chinese: Signs[] = [
  { role: 'from', before: /(?:[从從由]|原[来來]的?|同期的?|去年的?|之前的?)\s?$/u },
  { role: 'by', before: /(?:增[长長加]|[上下][升降涨漲跌滑调調]|[减減]少|提高|降低|[涨漲跌])了?\s?[约約近]?\s?$/u },
  { role: 'to', before: /(?:至|到|[达達为為])\s?[约約近]?\s?$/u },
];

const korean: Signs[] = [
  { role: 'from', behind: /^\p{L}{0,2}에서/u },
  {
    role: 'by',
    behind: /^(?:(?!로)\p{L}){0,2}\s?(?:증가|감소|늘|줄|상승|하락|올[라랐]|오른|내[려렸린]|높|낮|많|적은)/u,
  },
  {
    role: 'to',
    behind: /^\p{L}{0,2}(?:으로|로|까지)\s?(?:[\d.,]+\p{L}{0,2}\s?)?(?:늘|줄|올|오|내|높|낮|떨|증|감|상|하|확|축)/u,
  },
];

const byLanguage: Record<string, Signs[]> = { en: english, ja: japanese, zh: chinese, ko: korean };

/** What ended at a figure did not begin there. A rate may both rise by its figure and reach it: prices, and inflation. */
export function areOpposed(a: Role | null, b: Role | null, isShare: boolean): boolean {
  if (a === null || b === null || a === b) return false;
  if (a === 'beside' || b === 'beside') return a === 'to' || b === 'to';
  return !isShare || (a !== 'by' && b !== 'by');
}

/** @returns null where the words beside the number do not say */
export function roleOf({ before, after }: Pick<StatedNumber, 'before' | 'after'>, language: string): Role | null {
  const signs = byLanguage[language.slice(0, 2)] ?? [];
  return signs.find((sign) => sign.before?.test(before) || sign.behind?.test(after))?.role ?? null;
}
