/** Does a claim deny what its sentences assert, or assert what they deny? */
import { terms, words } from '../text/words.ts';
import type { Evidence } from './ground-evidence.ts';
import { inStep } from './ground-step.ts';
import { sameLanguage } from './ground-text.ts';

interface Negation {
  /** Says no. */
  hard: RegExp;
  /** Says no, or has a word that says as much: `refused`. */
  firm?: RegExp;
  /** Says no, or something that a careful writer may put as no. */
  soft: RegExp;
  /** Looks like no and is none: taken out first. */
  idiom: RegExp;
}

const english: Negation = {
  hard: /\b(?:not|never|cannot|none|nobody|nothing|neither|nor|without)\b|n't\b|\bno\b(?!\.)/giu,
  firm: /\b(?:not|never|cannot|none|nobody|nothing|neither|nor|without|no|few|little|hardly|barely|rarely|seldom|only|fail\w*|den(?:y|ie[sd]|ying|ial)|refus\w*|reject\w*|declin\w*|lack\w*|miss(?:es|ed|ing)?|unable|prevent\w*|ban(?:s|ned|ning)?|block\w*|stop\w*|halt\w*|avoid\w*|dismiss\w*|cancel\w*|forb\w*|prohibit\w*|rul(?:e|es|ed|ing) (?:\w+ )?out|turn(?:s|ed|ing)? (?:\w+ )?down|beyond (?:\w+ )?control|yet to|first|los(?:es?|t|ing)|(?:keep\w*|kept) (?:\S+ ){1,4}from)\b|n't\b/giu,
  soft: /\b(?:not|never|cannot|none|nobody|nothing|neither|nor|without|no|few|little|hardly|barely|rarely|seldom|only|less|least|fewer|first|most|highest|lowest|largest|biggest|best|worst|record|longest|last|until|unless|instead|rather|fail\w*|den(?:y|ie[sd]|ying|ial)|refus\w*|reject\w*|declin\w*|lack\w*|miss(?:es|ed|ing)?|unable|prevent\w*|ban(?:s|ned|ning)?|block\w*|stop\w*|halt\w*|avoid\w*|oppos\w*|dismiss\w*|rul(?:e|es|ed|ing) (?:\w+ )?out|turn(?:s|ed|ing)? (?:\w+ )?down|yet to|(?:keep\w*|kept) (?:\S+ ){1,4}from|cancel\w*|absen\w*|exclu\w*|forb\w*|prohibit\w*|short of|far from|beyond|outside|out of|cut(?:s|ting)? (?:\w+ )?off|knock\w* out|outages?|doubt\w*|hard|difficult|contrary|false\w*|except|abandon\w*|scrap\w*|suspend\w*|end(?:s|ed|ing)?|los(?:es?|t|ing))\b|n't\b|\b(?:un|in|im|il|ir|dis|non|mis)-?\p{L}{4,}|\p{L}{3,}less\b/giu,
  idiom:
    /\bnot only\b|\bnothing (?:less|but|short|other)\b|\bno\. ?\d|\bno (?:longer|sooner|doubt)\b|\bnot (?:just|merely|simply|least)\b|\bwhether or not\b|\bif not\b|\bno matter\b|\bnot since\b|\bno (?:more|fewer|less|earlier|later|sooner) than\b|\b(?:if|unless|until|whether)\b[^,.;]{0,40}\bnot\b/giu,
};
const japanese: Negation = {
  hard: /ない(?!かと)|なかった|なく(?!て[はもな])|ません|ずに|(?<=[かさたなまらわばえけせてねめれべ])ず(?=、|。|$)|ぬ(?=。|$)|無[いし]|未(?=だ|定|公|確|発|解|払|承)|不(?=可|明|能|要|十分)/gu,
  firm: /ない(?!かと)|なかった|なく(?!て[はもな])|ません|ずに|(?<=[かさたなまらわばえけせてねめれべ])ず(?=、|。|$)|ぬ(?=。|$)|無[いし]|未(?=だ|定|公|確|発|解|払|承)|不(?=可|明|能|要|十分)|否定|否認|拒|断念|断[っりわ]|見送|退け|却下|棄却|禁止|禁じ|中止|撤回|反対/gu,
  soft: /ない|なかった|なく|ません|ず|ぬ|無|未|不|非|否|禁|拒|断|反対|止|避|防|失|欠|困難|難し|まれ|限|だけ|しか|のみ|以外|除|減|少|わずか|一方|なし|抜き|外|違|逆|誤|まだ|疑|退|却|見送|据え置/gu,
  idiom:
    /かねな[いく]|[危切儚]な[いく]|なければ(?:なら|いけ)(?:ない|なかった|ません|ず)|ねばなら(?:ない|なかった|ぬ)|なくては(?:なら|いけ)(?:ない|ません)|かもしれ(?:ない|ません|なかった)|に違い(?:ない|ありません)|だけで(?:は)?なく|のみならず|ではないか|に過ぎない|にすぎない|に過ぎなかった|に他ならない|にほかならない|欠かせない|欠かせなかった|間もなく|まもなく|少なく(?:とも|ない)|やむを得(?:ない|ず)|せ?ざるを[得え](?:ない|なかった|ません|ず)|しか[^。、]{0,14}(?:ない|なかった|ません)|(?:に|も)かかわらず|問わず|にとどまらず|とどまらない|とは限らない|思わず|必ず|まず|先ず|みず|いずれ|はず|わず[かか]|ずつ|あずか|うなず|少なからず|相変わらず|仕方(?:が)?ない|何気な[いく]|さりげな[いく]|絶え間な[いく]|限りな[いく]|申し訳な[いく]|ほどなく|くまなく|なくし|なくす|なくなっ/gu,
};
const chinese: Negation = {
  hard: /(?:不|没有|沒有|并未|並未|未|无法|無法|并非|並非|从未|從未|没|沒|别|勿)(?!仅|僅|只|单|單|断|斷|少|久|同|过|過|得不|管|论|論|来|來|必说|满|滿)/gu,
  firm: /(?:不|没有|沒有|并未|並未|未|无法|無法|并非|並非|从未|從未|没|沒|别|勿)(?!仅|僅|只|单|單|断|斷|少|久|同|过|過|得不|管|论|論|来|來|必说|满|滿)|否[认認]|拒[绝絕]|取消|[驳駁]回|禁止|反[对對]|撤回/gu,
  soft: /不|没|沒|未|无|無|非|否|拒|禁|止|反|防|避|失|缺|難|难|仅|僅|只|少|除|別|别|尚|停|取消|駁|驳|免/gu,
  idiom:
    /[分特个個级級类類性区區差离離告]别|[分特個級類性區差離告]別|别墅|不仅|不僅|不只|不但|不断|不斷|不少|不久|不同|不过|不過|不得不|无论|無論|不管|未来|未來|无疑|無疑|不可避免|非常|除非|莫非|没准/gu,
};
const korean: Negation = {
  hard: /않|없|못(?=하|했|해|한)|아니(?!라|면)|(?<=\s)안\s/gu,
  firm: /않|없|못(?=하|했|해|한)|아니(?!라|면)|(?<=\s)안\s|거부|부인|취소|기각|금지|철회|반대/gu,
  soft: /않|없|못|아니|안|불|비|무|미|거부|부인|금지|반대|막|어려|실패|만|뿐|제외|적/gu,
  idiom: /뿐만 아니라|뿐 아니라|할 수밖에 없|지 않을까|않으면 안|못지않/gu,
};
const thai: Negation = {
  hard: /ไม่|มิได้|ไร้|ปราศจาก/gu,
  soft: /ไม่|มิ|ไร้|ปราศจาก|ห้าม|ปฏิเสธ|ขาด|หยุด|ยาก|เพียง|แค่|ยกเลิก|ต้าน/gu,
  idiom: /ไม่เพียง|ไม่ใช่แค่|ไม่ว่า|ไม่นาน|ไม่น้อย/gu,
};

/** @returns the words at fault; [] where the two agree, or cannot be compared. */
export function negationFault(text: string, evidence: Evidence, language: string): string[] {
  const claimRules = rulesOf(language);
  const sourceRules = rulesOf(evidence.language);
  if (claimRules === null || sourceRules === null) return [];
  const added = without(text, claimRules.idiom).match(claimRules.hard);
  if (
    added !== null &&
    !test(sourceRules.soft, evidence.sentences.join('\n')) &&
    deniesTheStated(text, evidence, language, claimRules)
  )
    return [added[0]];
  if (!sameLanguage(language, evidence.language))
    return added ? [] : lostAcross(text, evidence, claimRules, sourceRules);
  const flipped = flippedWords(text, evidence, language, claimRules);
  if (flipped.length > 0) return flipped;
  return added ? addedWords(text, evidence, language, claimRules) : lostInWords(text, evidence, language, claimRules);
}

/** The share of a claim's words that must be in step with a sentence for a lone "not" to be told from a rewording. */
const closeEnough = 0.7;
/** Stands for each negation when two texts are laid side by side. */
const no = 'zzno';

/** A "not" that the claim lost or added while it follows the sentence nearly word for word. */
function flippedWords(text: string, { sentences }: Evidence, language: string, rules: Negation): string[] {
  const claim = marked(text, language, rules);
  return sentences.flatMap((sentence) => {
    const source = marked(sentence, language, rules);
    const anchors = inStep(claim, source);
    if (anchors.length < 3 || anchors.length < claim.length * closeEnough) return [];
    const difference = countOf(claim) - countOf(source);
    if (difference === 0) return [];
    // The other side may deny by a word of its own: `failed to`.
    const [denier, other] = difference > 0 ? [text, sentence] : [sentence, text];
    if (deniesByWordOfItsOwn(other, denier, rules)) return [];
    const [words, places] = difference > 0 ? [claim, anchors.map(([at]) => at)] : [source, anchors.map(([, at]) => at)];
    return lonely(words, new Set(places)).map((at) => words[at + 1] ?? words[at - 1] ?? '');
  });
}

function marked(text: string, language: string, { hard, idiom }: Negation): string[] {
  return words(without(text.replaceAll('’', "'"), idiom).replace(hard, ` ${no} `), language);
}

function countOf(words: string[]): number {
  return words.filter((word) => word === no).length;
}

function deniesByWordOfItsOwn(text: string, other: string, { firm, hard, idiom }: Negation): boolean {
  const wordsOf = (of: string) => (firm === undefined ? [] : (without(of, idiom).replace(hard, ' ').match(firm) ?? []));
  const known = new Set(wordsOf(other));
  return wordsOf(text).some((word) => !known.has(word));
}

/** Places of negations that have no counterpart although the words around them have one. */
function lonely(words: string[], inPlace: ReadonlySet<number>): number[] {
  const near = (at: number, steps: number[]) =>
    steps.some((step) => inPlace.has(at + step)) || !(at + steps[0]! in words);
  return words.flatMap((word, at) =>
    word === no && !inPlace.has(at) && near(at, [-1, -2]) && near(at, [1, 2]) ? [at] : [],
  );
}

/** Does a cited sentence say "not"? Then a claim on it can be judged only when it is whole. */
export function deniesAnything({ sentences, language }: Evidence): boolean {
  const rules = rulesOf(language);
  return rules !== null && sentences.some((sentence) => test(rules.hard, without(sentence, rules.idiom)));
}

function rulesOf(language: string): Negation | null {
  const byBase: Record<string, Negation> = { en: english, ja: japanese, zh: chinese, ko: korean, th: thai };
  return byBase[language.slice(0, 2)] ?? null;
}

/** Is what the claim denies among the words of its sentences? Across languages that cannot be told. */
function deniesTheStated(text: string, evidence: Evidence, language: string, rules: Negation): boolean {
  if (!sameLanguage(language, evidence.language)) return true;
  return denied(without(text, rules.idiom), language, rules).some(
    ([word]) => word === undefined || evidence.stems.has(word),
  );
}

/** The claim denies, word for word, what a sentence without any denial asserts. */
function addedWords(text: string, { sentences, stems }: Evidence, language: string, rules: Negation): string[] {
  const plain = sentences.map((sentence) => without(sentence, rules.idiom));
  if (plain.some((sentence) => test(rules.firm ?? rules.hard, sentence)))
    return deniedElsewhere(text, plain, language, rules);
  return denied(without(text, rules.idiom), language, rules)
    .filter((words) => words.length > 1 && words.every((word) => stems.has(word)))
    .map(([word = '']) => word);
}

const ofVerbs = /\b(?:not|never)\b|n't\b/giu;

/** The claim denies what a clause without any denial asserts, where the sentence denies something of another clause. */
function deniedElsewhere(text: string, plain: string[], language: string, rules: Negation): string[] {
  if (!language.startsWith('en')) return [];
  const open = plain
    .flatMap((sentence) => sentence.split(/[,;:]|\bbut\b/u))
    .filter((clause) => !test(rules.soft, clause))
    .map((clause) => new Set(terms(clause, language)));
  const closed = new Set(plain.flatMap((sentence) => denied(sentence, language, rules)).flat());
  return denied(without(text, rules.idiom), language, { ...rules, hard: ofVerbs })
    .filter((words) => words.length > 1 && words.every((word) => !closed.has(word)))
    .filter((words) => open.some((said) => words.every((word) => said.has(word))))
    .map(([word = '']) => word);
}

/** What the sentence denies, the claim says without any sign of denial. */
function lostInWords(text: string, evidence: Evidence, language: string, rules: Negation): string[] {
  if (test(rules.soft, text)) return [];
  const said = new Set(terms(text, language));
  return evidence.sentences.flatMap((sentence) =>
    denied(without(sentence, rules.idiom), language, rules)
      .filter((words) => isSaid(words, said))
      .map(([word = '']) => word),
  );
}

function isSaid(denied: string[], said: ReadonlySet<string>): boolean {
  return denied.length > 0 && denied.every((word) => said.has(word));
}

/** For each negation, the first two words of matter that it bears on: after it in English, around it elsewhere. */
function denied(sentence: string, language: string, { hard }: Negation): string[][] {
  return [...sentence.matchAll(hard)].map(({ 0: found, index }) => {
    if (language.startsWith('en')) {
      const after = sentence.slice(index + found.length);
      return terms(after.split(/[,;:.!?]/u)[0] ?? '', language).slice(0, 2);
    }
    const window = language.startsWith('zh')
      ? sentence.slice(index + found.length, index + found.length + 8)
      : sentence.slice(Math.max(0, index - 8), index);
    const near = language.startsWith('zh') ? words(window, language) : words(window, language).reverse();
    return near.flatMap((word) => terms(word, language)).slice(0, 2);
  });
}

/** Across languages only a sentence that is one plain denial can be compared. */
function lostAcross(text: string, evidence: Evidence, claimRules: Negation, sourceRules: Negation): string[] {
  const [only, ...more] = evidence.sentences;
  if (only === undefined || more.length > 0 || test(claimRules.soft, text)) return [];
  const plain = without(only, sourceRules.idiom);
  const clauses = plain
    .split(/[,;:、，]|\b(?:that|which|who|and|because|while|as|if|when)\b/iu)
    .filter((part) => part.trim() !== '');
  const denying = clauses.filter((clause) => test(sourceRules.hard, clause));
  return clauses.length === denying.length && denying.length > 0 ? [plain.match(sourceRules.hard)?.[0] ?? ''] : [];
}

/** Says no, or something that a careful writer may put as no. */
export function mayDeny(text: string, language: string): boolean {
  const rules = rulesOf(language);
  return rules === null || test(rules.soft, without(text, rules.idiom));
}

/** In lower case, and without what looks like a denial and is none: `not only`. */
export function withoutIdioms(text: string, language: string): string {
  const rules = rulesOf(language);
  return rules === null ? text.toLowerCase() : without(text, rules.idiom);
}

function without(text: string, idiom: RegExp): string {
  return text.toLowerCase().replace(idiom, ' ');
}

function test(pattern: RegExp, text: string): boolean {
  return text.toLowerCase().search(pattern) >= 0;
}
