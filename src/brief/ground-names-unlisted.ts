/**
 * Names of a claim in Japanese, Chinese or Korean on sentences in Latin letters that the claim does not list: what looks
 * like a name must be an everyday word, or sound like one of the sentences.
 */
import { foldHan } from '../story/han.ts';
import { conceptsIn } from '../story/lexicon.ts';
import { consonants } from '../story/phonetic.ts';
import { isLoanword } from '../text/name-lists.ts';
import { stopWords } from '../text/stop-words.ts';
import { isInstitution } from './ground-aliases.ts';
import { countriesIn } from './ground-countries.ts';
import type { Evidence } from './ground-evidence.ts';
import { chineseSurnames, grammarCharacters, japaneseSurnames, koreanHanSyllables } from './ground-name-lists.ts';
import { isAnyone } from './ground-names-japanese.ts';
import { isEveryday, koreanPeople } from './ground-names-korean.ts';
import { isMeantAbroad, isSpelledElsewhere } from './ground-names-paired.ts';
import { isInDictionary, isSpelled, tokensOf } from './ground-script-told.ts';
import { alike, beginsAlike, soundLikeness } from './ground-sound.ts';
import { namesAny, worldNamesIn } from './ground-world-names.ts';

/** What a name may be of the sentences. */
interface Left {
  evidence: Evidence;
  /** Their words in lower case that matter and are no name that the claim lists. */
  words: readonly string[];
}

/**
 * @param rest of the claim, without the names that are listed
 * @param spent what those are spelled like in the sentences: no other name may be
 */
export function unlistedNames(rest: string, evidence: Evidence, language: string, spent: readonly string[]): string[] {
  const base = language.slice(0, 2);
  // Between scripts without capitals only who is titled is told.
  if (evidence.languages.every((one) => /^(?:ja|zh|yue|ko|th)/u.test(one)))
    return base === 'ja' ? (rest.match(dottedOrTitled) ?? []) : [];
  const find = { ja: inJapanese, ko: inKorean, zh: inChinese }[base];
  if (find === undefined) return [];
  const found = [...known(rest, evidence, base), ...find(rest, { evidence, words: wordsLeft(evidence, spent) })];
  return [...new Set(found)].filter((name) => !isMeantAbroad(name, evidence, base));
}

const dottedOrTitled = /[ァ-ヴー]{2,}(?:・[ァ-ヴー]+)+|[ァ-ヴー]{2,}(?=氏|さん|大統領|首相|教授|CEO|議員|社長)/gu;

/** English has them without their city, and numerals too. */
const popes = /(?:ローマ|罗马|羅馬|로마\s?)(?=教皇|法王|教宗|数字|字|교황)/gu;

/** What all the world names, of which the sentences say nothing. */
function known(rest: string, { sentences, languages, text }: Evidence, base: string): string[] {
  const plain = rest.replace(popes, ' ');
  const world = worldNamesIn(plain, base);
  const inWorld = new Set(world.flatMap(({ latin }) => latin));
  const stated = new Set(
    sentences.flatMap((sentence) => languages.flatMap((one) => conceptsIn(sentence, one.slice(0, 2)))),
  );
  const entities = conceptsIn(plain, base).filter(
    (id) => !id.startsWith('#') && !inWorld.has(id) && !stated.has(id) && !isNobody(id),
  );
  return [...entities, ...world.filter(({ latin }) => !namesAny(text, latin)).map((one) => one.text)];
}

/** Countries have a check of their own; a supreme court is any. */
function isNobody(id: string): boolean {
  return countriesIn(id, 'en').size > 0 || id.split(/[\s-]/u).every(isInstitution);
}

function wordsLeft({ text }: Evidence, spent: readonly string[]): string[] {
  const used = new Set(spent.flatMap((name) => name.toLowerCase().split(/[\s-]+/u)));
  return (text.match(/\p{Script=Latin}{2,}/gu) ?? []).filter((word) => !used.has(word) && !stopWords('en').has(word));
}

/** Like a word of the sentences. */
function isSounded(name: string, { words }: Left): boolean {
  return words.some((word) =>
    [word, word.replace(/e?s$/u, '')].some((one) => soundLikeness(name, one) >= alike && beginsAlike(name, one)),
  );
}

const kana = /[ァ-ヴー]{2,}/gu;
const called = '氏|さん|容疑者|被告';
const titles = '首相|大統領|社長|会長|議員|教授|知事|市長|監督|選手|総裁|長官|大臣|博士|CEO';
const titledInHan = new RegExp(`(\\p{Script=Han}{2,5}?)(?=(${called})|${titles})`, 'gu');
/** Of several parts, or with a title: a name, which has to be listed. */
const namedInKana = new RegExp(`[ァ-ヴー]{2,}(?:・[ァ-ヴー]+)+|[ァ-ヴー]{2,}(?=${called}|${titles})`, 'gu');

function inJapanese(rest: string, left: Left): string[] {
  const named = (rest.match(namedInKana) ?? []).flatMap((name) => name.split('・'));
  const others = (rest.replace(namedInKana, ' ').match(kana) ?? []).filter((run) => run.length > 2);
  const inKana = [
    ...named.filter((run) => !isLoanword(run) && !isKnown(run)),
    ...others.filter((run) => !isWord(run, left) && !isCovered(run, left)),
  ];
  // Before 選手 may stand what somebody does: 自転車選手.
  const titled = [...rest.matchAll(titledInHan)].flatMap(([, name = '', plain]) =>
    isAnyone(name) || (plain === undefined && !hasSurname(name)) ? [] : [name],
  );
  const tokens = tokensOf(rest, 'ja');
  const full = tokens.flatMap(({ text }, at) => {
    const given = tokens[at + 1]?.text ?? '';
    return japaneseSurnames.has(text) && givenNames.test(given) ? [text + given] : [];
  });
  return [...inKana, ...titled, ...full];
}

function hasSurname(name: string): boolean {
  return [2, 3].some((length) => japaneseSurnames.has(name.slice(0, length)));
}

/** Behind a surname these are given names; 東京 or 石川 before what they are stay places. */
const givenNames =
  /^(?:[太一二三健誠茂進隆徹修浩実勇学剛亮翔蓮陽優]|[\p{Script=Han}]{1,2}[郎子美夫雄男彦介也樹香恵])$/u;

/** In the dictionary, and no name of the article elsewhere. */
function isWord(run: string, { evidence, words }: Left): boolean {
  if (!isInDictionary(run)) return false;
  return !isSpelledElsewhere(run, Math.max(0, ...words.map((word) => soundLikeness(run, word))), evidence);
}

/** A country, a city, a body: they have checks of their own. */
function isKnown(run: string): boolean {
  return countriesIn(run, 'ja').size > 0 || conceptsIn(run, 'ja').length > 0 || worldNamesIn(run, 'ja').length > 0;
}

/** A run is made of everyday words and words of the sentences. */
function isCovered(run: string, left: Left): boolean {
  if (isLoanword(run) || isKnown(run)) return true;
  if (run.length > 2 && isSounded(run, left)) return true;
  const isPart = (part: string) => isCovered(part, left) || (part.length > 2 && isInDictionary(part));
  for (let at = 2; at <= run.length - 2; at++) if (isPart(run.slice(0, at)) && isPart(run.slice(at))) return true;
  return false;
}

const noun = /(?<![가-힣\d])([가-힣]{2,}?)(?:으?로부터|에서|에게|으?로|은|는|이|가|을|를|의|에|와|과|도)?(?![가-힣])/gu;
const verb = /(?:다|고|며|면서|지만|는데|려고|도록|거나|면|서|던|게)$/u;

/** Hangul spells names and words alike: a name is who is titled, or what sounds like another name of the article. */
function inKorean(rest: string, left: Left): string[] {
  const sounding = [...rest.matchAll(noun)]
    .map(([, word = '']) => word)
    .filter(
      (word) => !isEveryday(word) && !verb.test(word) && consonants(word).length > 2 && isSoundedElsewhere(word, left),
    );
  return [...koreanPeople(rest), ...sounding];
}

/** Of a word that the sentences have, though its endings differ. */
const held = 0.6;

function isSoundedElsewhere(word: string, { evidence, words }: Left): boolean {
  if ([...word].every((syllable) => koreanHanSyllables.has(syllable))) return false;
  const own = Math.max(0, ...words.map((one) => (beginsAlike(word, one) ? soundLikeness(word, one) : 0)));
  return own < held && isSpelledElsewhere(word, own, evidence);
}

const saying = '说|表示|指出|认为|宣布|强调|警告|透露|预计|告诉';
const title =
  '行长|总裁|部长|市长|主席|总统|总理|首相|董事长|院长|校长|局长|署长|秘书长|分析师|教授|记者|导演|教练|专家|发言人';
const behindTitle = new RegExp(
  `(?<=${title})(\\p{Script=Han}{2,3}?)(?=[对在向说表称指认宣强警透预告将和与、，的])`,
  'gu',
);
const speaker = new RegExp(`(?<=^|[，。师长员人家官裁授事])(\\p{Script=Han}{2,3}?)(?=${saying})`, 'gu');

function inChinese(rest: string, left: Left): string[] {
  const plain = foldHan(rest);
  const dotted = plain.match(/\p{Script=Han}{1,6}(?:[·•・]\p{Script=Han}{1,6})+/gu) ?? [];
  const people = [...plain.matchAll(speaker), ...plain.matchAll(behindTitle)]
    .map(([, name = '']) => name)
    .filter((name) => chineseSurnames.has(name[0]!) && !isSounded(name, left));
  return [
    ...dotted.filter((name) => !name.split(/[·•・]/u).every((part) => isSounded(part, left))),
    ...spelledRuns(plain).filter((run) => countriesIn(run, 'zh').size === 0 && !isSounded(run, left)),
    ...people,
  ];
}

/** 哈特韦尔: three characters or more that spell, which are no words, or not all of them. */
function spelledRuns(text: string): string[] {
  const runs: string[] = [];
  let [run, isName] = ['', false];
  for (const { text: token } of [...tokensOf(text, 'zh'), { text: '', start: 0 }]) {
    if (token !== '' && token.length < 3 && isSpelled(token) && !grammarCharacters.has(token)) {
      run += token;
      isName ||= token.length === 1;
    } else {
      if (run.length > 2 && isName) runs.push(run);
      [run, isName] = ['', false];
    }
  }
  return runs;
}
