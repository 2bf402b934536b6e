/**
 * Names in Chinese, Japanese and Korean that the cited sentences do not hold. These scripts have no capitals, so a name
 * is told from other words by what the segmenter does not know, by lists, and by its place elsewhere in the article.
 */
import { foldHan } from '../story/han.ts';
import { conceptsIn } from '../story/lexicon.ts';
import { consonants } from '../story/phonetic.ts';
import { stripParticle } from '../text/korean.ts';
import { commonLoanwords } from '../text/name-lists.ts';
import { countriesIn } from './ground-countries.ts';
import type { Evidence } from './ground-evidence.ts';
import {
  chineseSurnames,
  grammarCharacters,
  japaneseSurnames,
  koreanGivenSyllables,
  koreanSurnames,
  placesOf,
  spellingCharacters,
} from './ground-name-lists.ts';
import { fold } from './ground-text.ts';

/** Claim and sentences are in the same language. */
export function missingScriptNames(text: string, evidence: Evidence, language: string): string[] {
  const base = language.slice(0, 2);
  const find = { zh: chineseNames, ja: japaneseNames, ko: koreanNames }[base];
  if (find === undefined) return [];
  const told = toldIn(evidence, base);
  const plain = foldHan(fold(text).toLowerCase());
  return [
    ...new Set([
      ...find(base === 'zh' ? plain : fold(text).toLowerCase(), told),
      ...entitiesIn(text, base).filter((id) => !told.entities.has(id)),
    ]),
  ];
}

/** What is known of the sentences; Han in one spelling. */
interface Told {
  /** The cited sentences, and the whole articles; folded, in lower case. */
  stated: string;
  article: string;
  /** Latin words of the sentences, as their consonants. */
  sounds: ReadonlySet<string>;
  /** Ids of the lexicon. */
  entities: ReadonlySet<string>;
}

/** A stream's partial claims are all checked against the same sentences. */
const toldByEvidence = new WeakMap<Evidence, Told>();

function toldIn(evidence: Evidence, base: string): Told {
  const before = toldByEvidence.get(evidence);
  if (before !== undefined) return before;
  const told = {
    stated: foldHan(evidence.text),
    article: evidence.articleInHan,
    sounds: new Set((evidence.text.match(/[a-z]{3,}/gu) ?? []).map(consonants)),
    entities: new Set(
      evidence.sentences.flatMap((text) => [...entitiesIn(text, base), ...entitiesIn(latinOf(text), 'en')]),
    ),
  };
  toldByEvidence.set(evidence, told);
  return told;
}

/** Between scripts without spaces a Latin word has no ends of its own. */
function latinOf(text: string): string {
  return text.replace(/[^\p{Script=Latin}\d.&-]+/gu, ' ');
}

function entitiesIn(text: string, language: string): string[] {
  return conceptsIn(text, language).filter((id) => !id.startsWith('#') && !isCountry(id));
}

const countries = new Map<string, boolean>();

/** Countries have a check of their own. */
function isCountry(id: string): boolean {
  const known = countries.get(id) ?? countriesIn(id, 'en').size > 0;
  countries.set(id, known);
  return known;
}

interface Token {
  text: string;
  start: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

function tokensOf(text: string, language: string): Token[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(text)].map(({ segment, index }) => ({ text: segment, start: index }));
}

const han = /^\p{Script=Han}+$/u;

/** Characters in a row of which the segmenter makes no word: mostly a name. */
function unknownRuns(tokens: Token[]): string[] {
  const runs: string[] = [];
  let run = '';
  for (const { text } of [...tokens, { text: '', start: 0 }]) {
    if (isUnknown(text, run)) run += text;
    else {
      if (run.length > 1) runs.push(run);
      run = '';
    }
  }
  return runs;
}

/** A character alone, or two that spell a foreign name together with those before them. */
function isUnknown(word: string, run: string): boolean {
  if (word.length === 2 && run.length > 0) return isSpelled(run + word);
  return word.length === 1 && han.test(word) && !grammarCharacters.has(foldHan(word));
}

/** The parts of a run, two characters or more, of which no two in a row stand in the sentences. */
function uncovered(run: string, stated: string): string[] {
  const covered = [...run].map((_, at) =>
    [at - 1, at].some((from) => from >= 0 && from + 2 <= run.length && stated.includes(run.slice(from, from + 2))),
  );
  const marked = [...run].map((character, at) => (covered[at] ? ' ' : character)).join('');
  return marked.split(' ').filter((part) => part.length > 1);
}

/** `北大` of 北京大学, `東電` of 東京電力, `한은` of 한국은행: its characters in order, close together. */
function isAbbreviated(name: string, stated: string): boolean {
  const [first = '', ...rest] = [...name];
  const gap = '[^\\s、。，．,.;；：:！？!?「」『』“”]{0,4}?';
  const escaped = [first, ...rest].map((character) => character.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return name.length > 1 && name.length <= 8 && new RegExp(escaped.join(gap), 'u').test(stated);
}

function isHeld(name: string, { stated }: Told): boolean {
  const folded = foldHan(name);
  return stated.includes(folded) || isAbbreviated(folded, stated);
}

function isSpelled(word: string): boolean {
  return [...word].every((character) => spellingCharacters.has(character));
}

const chinesePlace = /^(?:[省市县区镇乡村州路街岛港站]|口岸|发射场|着陆场|机场|大学)/u;
const chineseOrganization =
  /\p{Script=Han}{2,8}?(?:大学|银行|公司|集团|委员会|研究院|研究所|法院|交易所|出版社|日报|学院|省|部)/gu;

function chineseNames(text: string, told: Told): string[] {
  const tokens = tokensOf(text, 'zh');
  const runs = unknownRuns(tokens)
    .flatMap((run) => uncovered(run, told.stated))
    .filter(
      (part) =>
        isSpelled(part) || chineseSurnames.has(part[0]!) || placesOf('zh').has(part) || told.article.includes(part),
    );
  const named = tokens.flatMap(({ text: word }, index) => {
    if (!han.test(word) || told.stated.includes(word)) return [];
    const before = tokens[index - 1]?.text ?? '';
    const person = before.length === 1 && chineseSurnames.has(before) && told.article.includes(before + word);
    const isName =
      placesOf('zh').has(word) || (word.length > 2 && isSpelled(word)) || isPlacedIn(word, told, chinesePlace);
    return person || (word.length > 1 && isName) ? [word] : [];
  });
  return [...runs, ...named, ...dotted(text, told), ...elsewhere(text, told, chineseOrganization)].filter(
    (name) => !isAbbreviated(name, told.stated),
  );
}

const dottedName = /\p{Script=Han}{1,8}(?:[·•・‧]\p{Script=Han}{1,8})+/gu;

/** `安迪·泰勒`: around it stand other words, so its ends may be cut. */
function dotted(text: string, { stated }: Told): string[] {
  return (text.match(dottedName) ?? []).flatMap((name) => {
    const parts = name.split(/[·•・‧]/u);
    return parts.filter((part, at) => {
      const ends = [...part].map((_, cut) => (at === 0 ? part.slice(cut) : part.slice(0, part.length - cut)));
      const tried = at === 0 || at === parts.length - 1 ? ends : [part];
      return !tried.some((end) => (end.length > 1 || part.length === 1) && stated.includes(end));
    });
  });
}

/** Does the article elsewhere have the word before a suffix of places or people? */
function isPlacedIn(word: string, { article }: Pick<Told, 'article'>, suffix: RegExp): boolean {
  for (let at = article.indexOf(word); at >= 0; at = article.indexOf(word, at + 1))
    if (suffix.test(article.slice(at + word.length, at + word.length + 12))) return true;
  return false;
}

/** Organisations that the article names, in other sentences than the cited ones. */
function elsewhere(text: string, { stated, article }: Told, pattern: RegExp): string[] {
  return (text.match(pattern) ?? []).filter((name) => {
    const folded = foldHan(name);
    return !stated.includes(folded) && article.includes(folded) && uncovered(folded, stated).length > 0;
  });
}

const katakana = /[ァ-ヴー]{2,}/gu;
const japaneseTitle =
  /^\p{Script=Han}{0,4}?(?:氏|さん|首相|大統領|社長|会長|議員|教授|選手|監督|容疑者|被告|知事|市長|町長|村長|大臣|外相|総裁|博士|投手|捕手|捕|内野手|外野手|報道官|長官|書記|記者|名人|八段|九段|五段|棋士|コーチ)/u;
const japanesePlace = /^(?:[都道府県市区郡町村島山川湖港駅寺]|大学|高校|地裁|高裁|銀行|球場|空港)/u;
const japaneseOrganization =
  /[\p{Script=Han}ァ-ヴー]{1,8}(?:大学|銀行|新聞|電力|自動車|製作所|省|庁|党|県|都|府|市|町|村|証券|研究所|協会|委員会|高校)(?!\p{Script=Han})/gu;

function japaneseNames(text: string, told: Told): string[] {
  const tokens = tokensOf(text, 'ja');
  const runs = unknownRuns(tokens)
    .flatMap((run) => uncovered(foldHan(run), told.stated))
    .filter(
      (part) =>
        told.article.includes(part) && (isPlacedIn(part, told, japaneseTitle) || isPlacedIn(part, told, japanesePlace)),
    );
  const named = tokens.flatMap(({ text: word, start }) => {
    if (word.length < 2 || !han.test(word) || isHeld(word, told)) return [];
    const listed = placesOf('ja').has(word) || japaneseSurnames.has(word);
    const onward = text.slice(start + word.length);
    const folded = foldHan(word);
    const titled =
      told.article.includes(folded) &&
      [japaneseTitle, japanesePlace].some((suffix) => isPlacedIn(folded, told, suffix));
    return (listed && !isCounted(onward)) || titled ? [word] : [];
  });
  const loans = [...text.matchAll(katakana)]
    .filter(
      ({ 0: word, index }) =>
        !isLoanHeld(word, told) &&
        (word.length > 2 || japaneseTitle.test(text.slice(index + word.length)) || told.article.includes(word)),
    )
    .map(([word]) => word);
  return [
    ...runs,
    ...named,
    ...loans,
    ...elsewhere(text, told, japaneseOrganization).filter((name) => !isHeld(name, told)),
  ];
}

/** 大分 and 東 are names, but not of what is counted or compared. */
function isCounted(onward: string): boolean {
  return /^\d/u.test(onward);
}

function isLoanHeld(word: string, told: Told): boolean {
  const root = word.replace(/ー$/u, '');
  if (commonLoanwords.has(word) || commonLoanwords.has(root) || told.stated.includes(root)) return true;
  if (compound(root) || conceptsIn(word, 'ja').length > 0) return true;
  return told.sounds.has(consonants(word) || ' ');
}

/** Of two everyday words: データベース, スマホアプリ. */
function compound(word: string): boolean {
  for (let at = 2; at <= word.length - 2; at++)
    if (commonLoanwords.has(word.slice(0, at)) && commonLoanwords.has(word.slice(at))) return true;
  return false;
}

const koreanTitle =
  /^\s?(?:[가-힣]{2,6}\s?)?(?:씨|대통령|총리|장관|대표|회장|의원|교수|감독|선수|위원장|시장|지사|총재|사장|차관|기자|박사|후보)/u;
const koreanCity = /(?:특별시|광역시|시|군|구|도|현|주)$/u;

function koreanNames(text: string, told: Told): string[] {
  return [...text.matchAll(/[가-힣]{2,}/gu)].flatMap(({ 0: whole, index }) => {
    const word = stripParticle(whole);
    if (told.stated.includes(word) || isAbbreviated(word, told.stated)) return [];
    const city = word.replace(koreanCity, '');
    const place = [word, city].some((name) => placesOf('ko').has(name) && !told.stated.includes(name));
    return place || isKoreanPerson(word, text.slice(index + whole.length), told) ? [word] : [];
  });
}

function isKoreanPerson(word: string, onward: string, { article }: Told): boolean {
  const [surname = '', ...given] = [...word];
  if (
    given.length !== 2 ||
    !koreanSurnames.has(surname) ||
    !given.every((syllable) => koreanGivenSyllables.has(syllable))
  )
    return false;
  return koreanTitle.test(onward) || isPlacedIn(word, { article }, koreanTitle);
}
