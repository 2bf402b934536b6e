/**
 * Does each part of a claim rest on something? A sentence that was copied carries whatever is hung on its end, unless
 * that has to stand as well: its words, or words of their kind, in the cited sentences and in those around them.
 */
import { akin } from '../text/akin.ts';
import { graveIn, graveLanguages, tellsOf } from '../text/grave.ts';
import { clauseEnding } from '../text/korean.ts';
import { poleWordsIn } from '../text/poles.ts';
import { areRelated } from '../text/related.ts';
import { likest, type Row, rowsOf } from '../text/word-vectors.ts';
import { stem, terms, unspaced } from '../text/words.ts';
import type { Evidence } from './ground-evidence.ts';
import { figuresHeld } from './ground-facts.ts';
import { sameLanguage } from './ground-text.ts';

/** @returns the parts that rest on nothing, and grave words that no sentence of the article has. */
export function unfoundedParts(text: string, evidence: Evidence, language: string, inferred: boolean): string[] {
  return [
    ...unfoundedGraveWords(text, evidence, language),
    ...(inferred ? [] : unfoundedClauses(text, evidence, language)),
  ];
}

/** What an article tells of anywhere, for the kinds that a claim has asked for. */
const gravity = new WeakMap<Evidence['whole'], Map<number, boolean>>();

function unfoundedGraveWords(text: string, { whole, languages }: Evidence, language: string): string[] {
  if (!languages.every((one) => graveLanguages.includes(one.slice(0, 2)))) return [];
  const known = gravity.get(whole) ?? new Map<number, boolean>();
  gravity.set(whole, known);
  const isTold = (kind: number) => {
    const told = known.get(kind) ?? tellsOf(kind, whole.text);
    known.set(kind, told);
    return told;
  };
  return graveIn(text.normalize('NFKC'), language)
    .filter(({ kind }) => !isTold(kind))
    .map(({ word }) => word);
}

/** A part with so many words that nothing answers to, which are so much of it, was made up. */
const unfounded = {
  english: { least: 2, share: 0.5 },
  /** What is nothing but one clause has nothing to hang on, and a figure has its place: bold paraphrases, more likely. */
  alone: { least: 3, share: 0.8 },
  script: { least: 4, share: 0.7 },
  /** Each word carries its endings, and everyday verbs are many. */
  korean: { least: 4, share: 0.8 },
  /** Behind another clause, what shares not even a character with anything. */
  strange: { least: 3, share: 1 },
};
/** Cosine from which one word may be a paraphrase of another. */
const likeEnough = 0.5;

function unfoundedClauses(text: string, evidence: Evidence, language: string): string[] {
  if (!sameLanguage(language, evidence.language)) return [];
  const isEnglish = language.startsWith('en');
  const isHeld = wordsHeldBy(evidence);
  const clauses = clausesOf(text, language);
  const { least, share } = unfounded[kindOf(language, clauses)];
  const { strange, alone } = unfounded;
  return clauses.filter((clause) => {
    const matter = terms(withoutFigures(clause), language).filter((term) => isMatter(term, isEnglish));
    const unheld = matter.filter((term) => !isHeld(term));
    if (unheld.length < Math.min(least, strange.least)) return false;
    const ofKnownKind = poleWordsIn(clause, language).map(({ start, end }) => clause.slice(start, end).toLowerCase());
    const loose = unheld.filter(
      (term) =>
        !ofKnownKind.some((word) => word.includes(term) || term.includes(word) || stem(word, language) === term),
    );
    const isStrange = clauses.length > 1 && loose.length >= strange.least && loose.length === matter.length;
    if (!isStrange && (loose.length < least || loose.length < matter.length * share)) return false;
    return (
      !isEnglish || loose.length >= Math.max(alone.least, matter.length * alone.share) || !hasFigure(clause, evidence)
    );
  });
}

/** One in digits that the sentences bear out. */
function hasFigure(clause: string, evidence: Evidence): boolean {
  return /\d/u.test(clause) && figuresHeld(clause, evidence, 'en') > 0;
}

/** Korean writes what is counted, and its particle, on the figure: 10분마다. */
function withoutFigures(clause: string): string {
  return clause.replace(/\d[\d.,]*\p{Script=Hangul}+/gu, ' ');
}

function kindOf(language: string, clauses: string[]): keyof typeof unfounded {
  if (language.startsWith('ko')) return 'korean';
  if (!language.startsWith('en')) return 'script';
  return clauses.length > 1 ? 'english' : 'alone';
}

function isMatter(term: string, isEnglish: boolean): boolean {
  if (/^\p{N}/u.test(term)) return false;
  return isEnglish ? !light.has(term) : term.length > 1 && !scriptLight.test(term) && !foreign.test(term);
}

/** A stream's partial claims are all compared with the same sentences. */
const heldByEvidence = new WeakMap<Evidence, (term: string) => boolean>();

/** @returns whether the sentences, or those around them, have such a word or one of its kind; of stems as `terms` gives them. */
export function wordsHeldBy(evidence: Evidence): (term: string) => boolean {
  const before = heldByEvidence.get(evidence);
  if (before !== undefined) return before;
  const isHeld = evidence.language.startsWith('en') ? heldInEnglish(evidence) : heldInScript(evidence);
  heldByEvidence.set(evidence, isHeld);
  return isHeld;
}

function heldInEnglish({ sentences, stems, text, around }: Evidence): (term: string) => boolean {
  const found = new Map<string, boolean>();
  let known: string[] | null = null;
  let rows: Row[] = [];
  const isLike = (term: string) => {
    known ??= [...new Set([...sentences, ...around.map((one) => one.text)].flatMap((one) => terms(one, 'en')))];
    if (known.some((other) => other === term || akin(term, other) || areRelated(term, other))) return true;
    const [row] = rowsOf([term]);
    if (row !== undefined && rows.length === 0) rows = rowsOf(known);
    return row !== undefined && likest(row, rows) >= likeEnough;
  };
  return (term) => {
    if (stems.has(term) || text.includes(term)) return true;
    const held = found.get(term) ?? isLike(term);
    found.set(term, held);
    return held;
  };
}

/** A character of matter that both have may be all that two words for one thing share: 値下がり, 下落. */
function heldInScript({ text, around }: Evidence): (term: string) => boolean {
  const known = `${text}\n${around.map((one) => one.text).join('\n')}`;
  return (term) =>
    known.includes(term) ||
    [...term].some((letter) => /\p{Script=Han}/u.test(letter) && known.includes(letter)) ||
    (/\p{Script=Hangul}/u.test(term) && known.includes(term.slice(0, 2)));
}

const marks =
  /[,;:.!?()–—]+(?=\s|$)|\s[–—-]\s|\b(?:and|but|while|whereas|although|though|because|which|who|after|before|when|so|since)\b/giu;
const scriptMarks = new RegExp(
  `[、，。；：！？,.;:!?()（）「」『』“”]|(?<=[たるいだ])が(?=[、\\p{Script=Han}\\p{Script=Katakana}])|${clauseEnding}|지만\\s`,
  'gu',
);

export function clausesOf(text: string, language: string): string[] {
  const isSpaced = !unspaced(language) && !language.startsWith('ko');
  return text
    .normalize('NFKC')
    .split(isSpaced ? marks : scriptMarks)
    .filter((part) => part.trim() !== '');
}

/** Words of so little matter that a paraphrase may bring them along. */
const light = new Set(
  `people way put puts putting take takes taken took taking want wants wanted keep keeps kept rest make makes made making let lets set
  thing things time times use uses used part parts bring brings brought find finds found come comes came go goes went going left leave leaves
  show shows shown showed less around close back change changes like among new year years month months week weeks day days
  make report reports reported accord according tell told call called add added note noted announce announced state stated
  explain explained result results place get gets got give gives given gave still now then later earlier ago
  next last current currently far long well even nearly almost roughly about around total whole number numbers case cases
  think thinks thought believe see sees seen saw know known need needs needed plan plans planned expect expected likely
  work works working run runs running hold held move moves moved end ends start starts begin face faces mean means meant
  group others another several further already soon today remain remains stay stays cannot instead without former latest
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens hundred
  hundreds thousand thousands million millions billion billions trillion half halves third thirds quarter quarters fifth fifths sixth
  seventh eighth ninth tenth tenths twice double doubled triple percent percentage point points dollar dollars euro euros pound pounds yen
  little figure figures amount share additional extra`
    .split(/\s+/u)
    .flatMap((word) => [word, stem(word, 'en')]),
);

/** Names and loanwords: other checks look for these. */
const foreign = /^[ァ-ヴー]+$|^[a-z\d]+$|^[一二三四五六七八九十百千万億兆两兩]+\p{L}?$/u;

/** Hiragana alone, what reports are made of, and what any sentence may bring along. */
const scriptLight =
  /^[ぁ-ん]+$|^(?:[向受述]け|[用使]い|[使行]う|[使行作]っ|[行作]り|語っ|話し|示[しす]|伝え|加え|含[めむ]|続[けく]|進め|対し|設け|備え|持[ちつっ])$|^(?:発表|明らか|予定|計画|方針|見込|見通|場合|可能|必要|以上|以下|今後|現在|同時|一方|結果|理由|原因|影響|実施|パーセント|ポイント|것[이을은]|것으로|나[서선섰]|대응|입장|상황|원[을의이]|밝혔|말했|전했|때문|올해|작년|지난|이번|따르|따라|통해|위해|대해|관련|전망|예정|계획|방침|가능|表示|宣布|称|指出|计划|計劃|可能|更多|更少|找到|许多|許多|一些|已经|已經|目前|今年|去年|明年|由于|由於|因此|其中|以来|以來|期间|期間)/u;
