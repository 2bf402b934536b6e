/** What a text says of rising and falling, approving and rejecting: each with whether it is denied or only possible. */
import { clauseEnding } from '../text/korean.ts';
import { type Family, type Pole, type PoleWord, poleWordsIn } from '../text/poles.ts';
import { stem, terms, unspaced } from '../text/words.ts';
import { withoutIdioms } from './ground-negation.ts';

export interface Told {
  family: Family;
  pole: Pole;
  /** null where that depends on what it hangs on: `if`, `calls to`, what was blocked. */
  denied: boolean | null;
  /** `may`, `could`, `可能性`. */
  hedged: boolean;
  /** As it stands. */
  word: string;
  isSpaced: boolean;
  /** The other words of matter around it, as `terms` gives them. */
  near: ReadonlySet<string>;
  /** Who did it, and what else is said: where the deed has a converse. */
  agent: ReadonlySet<string>;
  other: ReadonlySet<string>;
}

interface Denial {
  /** Takes back what stands beside it: `not`, `refused to`. */
  isDenied(before: string, after: string): boolean;
  /** Leaves open whether it is so. */
  isOpen(before: string, after: string): boolean;
  /** What a clause ends with. */
  mark: RegExp;
  hedge: RegExp;
}

const english: Denial = {
  isDenied: (before) =>
    /(?:\b(?:not|never|cannot|no|none|nobody|nothing|neither|nor|without|hardly|unlikely|instead of|rather than|(?:fail|declin)(?:s|ed|e|es|ing)? to|refus(?:e|es|ed|ing) to|free of|den(?:y|ies|ied|ying)|rul(?:e|es|ed|ing) out)\b|n't\b)[^!]{0,60}$/iu.test(
      before,
    ),
  isOpen: (before, after) =>
    /\b(?:if|whether|unless|until|calls? (?:to|for)|(?:motion|bid|bill|proposal|attempt|effort|campaign|request|offer|petition)s? (?:to|for)|reject\w*|block\w*|prevent\w*|cancel\w*|scrap\w*|abandon\w*|lift\w*|overturn\w*|annul\w*|revok\w*|withdr[ae]w\w*|shelv\w*|oppos\w*|against|avoid\w*|stop\w*|turn\w* down|end(?:s|ed|ing)?)\b[^!]{0,50}$/iu.test(
      before,
    ) ||
    /^[^!]{0,40}?\b(?:(?:was|were|is|are|been|be) (?:\w+ )?(?:ruled out|rejected|denied|refused|turned down|cancelled|canceled|averted|scrapped|called off|avoided|lifted|stopped|blocked|dismissed|over)|ends|ended|expires|expired)\b/iu.test(
      after,
    ),
  mark: /[,;:.!?()–—]|\b(?:and|but|while|whereas|although|though|because|which|who|after|before|when|since|as|so)\b/giu,
  hedge: /\b(?:may|might|could|can|would|possib\w*|likely|fear\w*|risk\w*|threat\w*|perhaps|consider\w*)\b/iu,
};

const inflected = '[ぁ-ん]{0,4}?';
const japanese: Denial = {
  isDenied: (_, after) =>
    new RegExp(
      `^${inflected}(?:や[^、。は]{1,8})?(?:の|との|という)?(?:予定|計画|考え|方針|見込み|意向|必要|こと|つもり|約束|立場)?` +
        '(?:を|は|も|が|とは|では|には)?(?:、[^、。]{0,8}は)?(?:確認|報告|発表|決定)?[しされでき行わ示てい出見つかっらせめえげらにれお]{0,8}?(?:な[いかくけし]|ず(?!つ)|ません|見送|断念|取りや)',
      'u',
    ).test(after),
  isOpen: (_, after) =>
    /^[^、。]{0,10}?(?:中止|撤回|否定|拒否|拒ん|断っ|反対|取り消|かどうか|場合|なければ|求め)/u.test(after),
  mark: /(?<!は)、|[。，．；：「」『』（）(),;:!?]/gu,
  hedge: /可能性|かもしれ|恐れ|おそれ|見通し|見込|懸念|検討|だろう|うる|得る/u,
};
const chinese: Denial = {
  isDenied: (before) =>
    /(?:不|没|沒|未|无|無|拒[绝絕]|否[认認])[^，。；、]{0,4}$/u.test(before) &&
    !/(?:不[仅僅但断斷少久同过過]|[无無][论論]|未[来來])[^，。；、]{0,4}$/u.test(before),
  isOpen: (before, after) =>
    /(?:如果|若|是否|要求|呼吁|除非|取消|撤回|收回|放[弃棄]|阻止|防止|反[对對])[^，。；、]{0,8}$/u.test(before) ||
    /^[^，。；]{0,10}?被?(?:[驳駁]回|否[决決]|取消|叫停|拒[绝絕])/u.test(after),
  mark: /[，。；：、“”（）(),;:!?]/gu,
  hedge: /可能|也[许許]|或[许許]|恐|或将|或將|有望|[预預][计計]|考[虑慮]/u,
};
const korean: Denial = {
  isDenied: (before, after) =>
    /(?:^|\s)[안못]\s?$/u.test(before) ||
    /^\p{L}{0,3}?\s?(?:계획|예정|생각|뜻|방침|것)?[이은는도가]?\s?(?:지\s?(?:않|못|는\s않|도\s않|말)|없|아니|확인되지)/u.test(
      after,
    ),
  isOpen: (_, after) => /^[^,.]{0,10}?(?:취소|철회|부인|거부|보류|여부|요구|면\s|반대)/u.test(after),
  mark: new RegExp(`[,.;:“”"()]|${clauseEnding}|지만(?=\\s)`, 'gu'),
  hedge: /수\s?(?:있|도)|가능성|우려|전망|검토|것으로 보/u,
};

const denials: Record<string, Denial> = { en: english, ja: japanese, zh: chinese, ko: korean };

/** Does the text anywhere leave open whether what it says is so? */
export function isHedged(text: string, language: string): boolean {
  return denials[language.slice(0, 2)]?.hedge.test(text) ?? true;
}

/** @returns [] for a language without words of such families */
export function eventsIn(text: string, language: string): Told[] {
  const denial = denials[language.slice(0, 2)];
  if (denial === undefined) return [];
  const plain = withoutIdioms(text.normalize('NFKC').replaceAll('’', "'"), language);
  return clausesOf(plain, denial.mark).flatMap((clause) => {
    const found = poleWordsIn(clause, language);
    return found.map((word) => toldBy(word, clause, found, denial, language));
  });
}

function clausesOf(plain: string, mark: RegExp): string[] {
  return plain.split(mark).filter((clause) => clause !== undefined && clause.trim() !== '');
}

function toldBy(word: PoleWord, clause: string, all: PoleWord[], denial: Denial, language: string): Told {
  // A denial bears on the first that follows it, or, where it stands behind, on the last before it.
  const from = Math.max(
    0,
    ...all
      .filter(({ end }) => end <= word.start)
      .map(({ start, end }) => (isDenial(clause.slice(start, end)) ? start : end)),
  );
  const to = Math.min(clause.length, ...all.filter(({ start }) => start >= word.end).map(({ start }) => start));
  const [before, after] = [clause.slice(from, word.start), clause.slice(word.end, to)];
  const own = clause.slice(word.start, word.end);
  const isOpen = denial.isOpen(before, clause.slice(word.end));
  const [first, last] = [clause.slice(0, word.start), clause.slice(word.end)];
  const by = passive.test(clause.slice(Math.max(0, word.start - 12), word.start)) ? last.search(/\bby\b/u) : -1;
  return {
    family: word.family,
    pole: word.pole,
    denied:
      denial.isDenied(before, after) || own.includes(' not') || own.includes("n't ") ? true : isOpen ? null : false,
    hedged: denial.hedge.test(clause),
    word: own,
    isSpaced: !unspaced(language),
    near: new Set(
      terms(first, language)
        .concat(terms(last, language))
        .filter((term) => !isOwn(term, all, clause, language)),
    ),
    agent: new Set(terms(by < 0 ? first : last.slice(by), language)),
    other: new Set(terms(by < 0 ? last : first + last.slice(0, by), language)),
  };
}

const passive = /\b(?:was|were|is|are|be|been|being)\s(?:\w+\s)?$/u;

/** `refused`, `denied`: a word of a family that takes back what follows it. */
function isDenial(word: string): boolean {
  return /^(?:refus|den[yi]|declin\w* to|reject|拒|否|oppos|against|ban|prohibit|cancel|scrap|stop|end|turn|dismiss|veto|lift)/iu.test(
    word,
  );
}

function isOwn(term: string, all: PoleWord[], clause: string, language: string): boolean {
  return all.some(({ start, end }) => stem(clause.slice(start, end).toLowerCase(), language) === term);
}
