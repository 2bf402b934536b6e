/** What a question asks for: the kind of answer that it expects, and the words that the answer's sentence should share. */
import { composed } from '../text/compose.ts';
import { namesIn } from '../text/names.ts';
import { numbersIn } from '../text/numbers.ts';
import { terms } from '../text/words.ts';
import { formAsked } from './retrieve-measures.ts';

/** `other`: a thing, or nothing that shows in a sentence's form. */
export type AnswerKind = 'person' | 'date' | 'place' | 'number' | 'reason' | 'manner' | 'yes-no' | 'other';

export interface AskedFor {
  text: string;
  language: string;
  kind: AnswerKind;
  terms: string[];
  names: string[];
  /** Values, as text. */
  numbers: string[];
  /** The noun that is asked for (`which company …`), as a term; null where the question names none. */
  focus: string | null;
  /** Asks for several things. */
  several: boolean;
  /** Finds a number of what is counted (`how many points`), where the question says what. */
  unit: RegExp | null;
  /** Finds the form of answer that is asked: an age, an hour, a sum of money; null where the question asks for none. */
  form: RegExp | null;
  /** Finds where a text says what a thing is, where that is asked. */
  defined: RegExp | null;
  /** Asks for what did not, or could not, happen. */
  negated: boolean;
}

export function readQuestion(text: string, language: string): AskedFor {
  const plain = text.normalize('NFKC').trim();
  return {
    text: plain,
    language,
    kind: kindOf(plain, language),
    terms: terms(plain, language),
    names: namesIn(plain, language),
    numbers: numbersIn(plain, language).map(({ value }) => String(value)),
    focus: focusOf(plain, language),
    several: asksForSeveral(plain, language),
    unit: unitOf(plain, language),
    form: formAsked(plain, language),
    defined: definedIn(plain, language),
    negated: negations[language.slice(0, 2)]?.test(plain) ?? false,
  };
}

type Cues = [AnswerKind, RegExp][];

const english: Cues = [
  [
    'reason',
    /\bwhy\b|\bfor what (reason|purpose)|\bwhat (was|is|were|are)? ?(the )?(reason|cause|purpose|motive)|\bhow come\b|\bwhat (caused|led|made|prompted)\b/iu,
  ],
  [
    'number',
    /\bhow (many|much|old|long|far|often|large|big|tall|high|deep|fast|wide|heavy|likely)\b|\b(what|which) (was |is |were |are )?(the )?(\w+ )?(number|percent\w*|proportion|share|amount|price|cost|total|rate|age|population|score|value|size|distance|length|height|temperature|speed|ratio|fraction|figure)\b/iu,
  ],
  [
    'date',
    /\bwhen\b|\b(what|which) (\w+ )?(year|date|day|month|time|century|decade|season|era|period)\b|\bhow (soon|recently)\b/iu,
  ],
  [
    'person',
    /\b(who|whom|whose)\b|\b(what|which) (\w+ )?(person|man|woman|actor|actress|president|minister|king|queen|scientist|author|writer|singer|player|artist|leader|director|professor|composer|general|emperor|chief|ceo|founder|people|family|name)\b/iu,
  ],
  [
    'place',
    /\bwhere\b|\b(what|which) (\w+ )?(country|countries|city|cities|place|location|state|town|village|region|river|island|continent|street|area|district|county|province|building|venue|stadium|nation)\b/iu,
  ],
  ['manner', /\bhow\b/iu],
  ['yes-no', /^(is|are|was|were|do|does|did|can|could|will|would|has|have|had|should|may|might)\b/iu],
];
const japanese: Cues = [
  ['reason', /なぜ|何故|どうして|なんで|理由|原因|きっかけ|何のため/u],
  [
    'number',
    /何[人個回件社歳才%％パ倍割台本枚点校店種円ドル億万トンキメ時間分秒度階冊票位番]|何か[国所月]|何カ国|何ヶ国|何年間|いくつ|いくら|どれくらい|どのくらい|どれほど|何パーセント|人数|割合|何番目/u,
  ],
  ['date', /いつ|何[年月日曜時]|何世紀|年は|時期|何時代/u],
  ['person', /誰|だれ|どなた|何者|人物|名前|人は/u],
  ['place', /どこ|何県|何市|何国|何という(国|都市|町|場所)|場所|(国|県|都市|地域|州|島|川|町)は/u],
  ['manner', /どう|どのよう|どうやって|方法/u],
  ['yes-no', /(ますか|ですか|たか|るか)[。？?]?$/u],
];
const chinese: Cues = [
  ['reason', /为什么|為什麼|为何|為何|原因|何以|理由|怎么会|怎麼會/u],
  [
    'number',
    /多少|几[个個名位次年岁歲人种種支家]|幾|多大|多长|多長|多高|多远|多遠|多久|百分之几|数量|數量|比例|第几|第幾/u,
  ],
  [
    'date',
    /何时|何時|什么时候|什麼時候|哪一?年|哪一?天|何年|哪个月|哪個月|几月|什么时间|年份|日期|哪个世纪|几点|幾點/u,
  ],
  ['person', /谁|誰|什么人|什麼人|何人|哪位|哪个人|哪些人|名字|姓名|叫什么/u],
  [
    'place',
    /哪里|哪裡|哪儿|何处|何處|什么地方|什麼地方|在哪|哪个(国家|城市|地方|地区|省|州|岛)|哪個(國家|城市|地方|地區|省|州|島)|哪座|哪国|位于/u,
  ],
  ['manner', /如何|怎样|怎樣|怎么|怎麼|什么方式/u],
  ['yes-no', /[吗嗎][？?。]?$/u],
];
const korean: Cues = [
  ['reason', /왜(?![가-힣])|이유|원인|까닭|때문/u],
  ['date', /언제|몇\s?(?:년도|월|시(?!간))|며칠(?:에|날)|날짜|연도/u],
  ['number', /몇|얼마|비율|개수|퍼센트는/u],
  ['person', /누구|누가|누군|누굴|사람은|인물|이름/u],
  ['place', /어디|장소|어느\s?(나라|도시|지역)/u],
  ['manner', /어떻게|방법/u],
];
const thai: Cues = [
  ['reason', composed(/ทำไม|เพราะอะไร|เหตุใด|สาเหตุ|เหตุผล/u)],
  ['number', composed(/เท่าไร|เท่าไหร่|กี่|จำนวน/u)],
  ['date', composed(/เมื่อไร|เมื่อไหร่|เมื่อใด|ปีใด|ปีไหน|วันที่|วันไหน/u)],
  ['person', composed(/ใคร|ผู้ใด|ชื่ออะไร/u)],
  ['place', composed(/ที่ไหน|ที่ใด|ประเทศใด|จังหวัดใด|เมืองใด/u)],
  ['manner', composed(/อย่างไร|ยังไง/u)],
];
const cues: Record<string, Cues> = { en: english, ja: japanese, zh: chinese, ko: korean, th: thai };

function kindOf(text: string, language: string): AnswerKind {
  // “In 2010 how many …”: numbers of a given year are not asked by `何年`, so the more specific cue stands first.
  return (cues[language.slice(0, 2)] ?? english).find(([, cue]) => cue.test(text))?.[0] ?? 'other';
}

const asksFor: Record<string, RegExp> = {
  // The head noun stands last before the verb: what specific safety risks did …
  en: /\b(?:what|which)\s((?:[\w'’-]+\s){1,6}?)(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b|\b(?:what|which)\s(?:is|are|was|were)\sthe\s((?:[\w'’-]+\s){1,4}?)(?:of|for|in|on|that|to|with|between)\b/iu,
  ja: /(?:どの|何という|どんな|なんという)([\p{L}\p{N}]{1,8})/u,
  zh: /(?:哪个|哪個|哪些|哪种|哪種|什么|什麼|何种|何種)([\p{L}\p{N}]{1,6})/u,
  ko: /(?:어느|어떤|무슨)\s?(\p{L}+)/u,
};

function focusOf(text: string, language: string): string | null {
  const found = asksFor[language.slice(0, 2)]?.exec(text);
  const asked = found?.[1] ?? found?.[2];
  if (asked === undefined) return null;
  const own = terms(asked, language);
  return (language.startsWith('en') ? own.at(-1) : own[0]) ?? null;
}

/** Asks for several things: which risks, 哪些. */
function asksForSeveral(text: string, language: string): boolean {
  if (language.startsWith('en'))
    return /\b(?:what|which)\s(?:[\w'’-]+\s){0,5}?\w{2,}[^s\W]s\s(?:are|were|do|did|have|can|could|will|would|has)\b|\bname (two|three|some)\b/iu.test(
      text,
    );
  return /哪些|どのような|どんな|何と何|어떤 .*들/u.test(text);
}

/** `What is a podcast?`, `Who is Ana Ruvelo?`: a text tells it as `X is …`, `X, a …`, `called X` or `president X`. */
function definedIn(text: string, language: string): RegExp | null {
  if (!language.startsWith('en')) return null;
  const what = whatIs.exec(text)?.[1]?.trim() ?? '';
  if (what.length < 3) return null;
  // Without the last letter, so that `podcasts are` tells what a podcast is.
  const name = what.replace(/[^\p{L}\p{N} '-]/gu, '.').slice(0, -1);
  const behind = String.raw`(?:,| is| are| was| were| \(|\W*(?:--|–|—))`;
  const before = String.raw`\b(?:an?|the|former|\w+er|\w+or|president|minister)`;
  return new RegExp(`${name}\\w*["”’']?${behind}|(?:called|named|known as) .{0,4}${name}|${before} ${name}`, 'iu');
}

const whatIs =
  /^(?:and |so )?(?:what|who)(?: is|'s| are| was| were) (?:an? |the )?((?:[\p{L}\p{N}.'’-]+ ?){1,3})\?*$/iu;

function unitOf(text: string, language: string): RegExp | null {
  if (language.startsWith('en')) {
    const counted = /\bhow many (?:\w+ )?(\w{3,})/iu.exec(text)?.[1];
    return counted === undefined ? null : new RegExp(`\\b${counted.slice(0, Math.max(4, counted.length - 2))}`, 'iu');
  }
  const counter = /(?:何|几|幾|多少|몇\s?)([\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}%％])/u.exec(text)?.[1];
  return counter === undefined ? null : new RegExp(`[\\d〇一二三四五六七八九十百千万億两兩]\\s?${counter}`, 'u');
}

const negations: Record<string, RegExp> = {
  en: /\b(not|n't|never|no longer|cannot|without|neither|nor|none|fail(ed|s)? to|unable|refus\w+|den(y|ied|ies)|least|unlike|except)\b|n['’]t\b/iu,
  ja: /ない|なかっ|ません|ず[、にだ]|以外/u,
  zh: /不|没|沒|未|无法|無法|除了|以外/u,
  ko: /않|못|없|안\s/u,
  th: /ไม่|มิได้|ยกเว้น/u,
};

/** Does a text deny what it tells? */
export function isNegated(text: string, language: string): boolean {
  return negations[language.slice(0, 2)]?.test(text) ?? false;
}
