/** Names in a text, word by word, and what they sound like in any language. */
import { stopWords } from '../text/stop-words.ts';
import { foldHan } from './han.ts';
import { conceptsIn, entityOf } from './lexicon.ts';
import { consonants } from './phonetic.ts';

const english = stopWords('en');
/** Capitalised without being a name, or too common in news to tell two events apart. */
const ordinary = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december mr mrs ms dr sir president minister prime chief officer ceo said inc ltd corp co company group new first
  reuters ap afp bloomberg kyodo jiji yonhap xinhua cna breaking update video exclusive live news
  two three four five six seven eight nine ten eleven twelve half dozens hundreds thousands millions
  billions`.split(/\s+/u),
);
const leastSound = 3;

/** @returns each name (a word of it, in lower case) and how heavy it is: 1 and the logarithm of its count. */
export function namesOf(title: string, text: string, language: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  if (/^(ja|zh|ko)$/.test(language)) eastern(`${title}。${text}`, language).forEach(add);
  else western(title, text).forEach(add);
  return new Map([...counts].map(([name, n]) => [name, 1 + Math.log(n)]));
}

/** @returns the names of a headline, the leading ones first; at most 4. `text` helps to tell names in a title in capitals. */
export function headlineNames(headline: string, text: string, language: string): string[] {
  const primary = language.slice(0, 2).toLowerCase();
  const inHeadline = headline.normalize('NFKC').toLowerCase();
  const spoken = (name: string) => name.replace(/^=/u, '');
  return [...namesOf(headline, text, primary).keys()]
    .filter((name) => name.startsWith('=') || inHeadline.includes(name))
    .map(spoken)
    .slice(0, 4);
}

/** @returns keys under which the same name meets in another language: its entry in the lexicon, or its consonants */
export function soundOf(name: string): string[] {
  const entity = name.startsWith('=') ? name.slice(1) : /^[a-z]/u.test(name) ? entityOf(name) : null;
  if (entity !== null) return [entity];
  if (/^\p{Script=Han}/u.test(name)) return [`h:${name}`];
  const sound = consonants(name);
  return [...(sound.length >= leastSound ? [`~${sound}`] : []), ...(/^[a-z]{2,}/u.test(name) ? [`l:${name}`] : [])];
}

/**
 * Words with a capital inside a sentence. A word that begins a sentence counts when it stands capitalised elsewhere too,
 * or is followed by another capital; a title in capitals throughout counts only with the text's help.
 */
function western(title: string, text: string): string[] {
  const sure: string[] = [];
  const maybe: string[] = [];
  for (const [part, trusted] of [
    [text, true],
    [title, !inTitleCase(title)],
  ] as const)
    for (const { word, opens } of capitals(part)) (opens || !trusted ? maybe : sure).push(word);
  const known = new Set(sure);
  return [...sure, ...maybe.filter((word) => known.has(word) || entityOf(word) !== null)];
}

function* capitals(text: string): Generator<{ word: string; opens: boolean }> {
  const pattern = /(^|[.!?:;“"(\n]\s*)?(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}&]*(?:[-.'’]\p{L}+)*)/gu;
  for (const match of text.matchAll(pattern)) {
    const word = match[2]!
      .toLowerCase()
      .replace(/['’]s$/u, '')
      .replaceAll('.', '');
    if (word.length < 2 || english.has(word) || ordinary.has(word)) continue;
    const leads = /^ \p{Lu}/u.test(text.slice(match.index + match[0].length, match.index + match[0].length + 2));
    yield { word, opens: match[1] !== undefined && !leads };
  }
}

function inTitleCase(title: string): boolean {
  const long = title.match(/\p{L}{4,}/gu) ?? [];
  return long.length < 3 || long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length > 0.6;
}

/** Katakana, Latin words, what the lexicon knows, and proper nouns by their endings. */
function eastern(text: string, language: string): string[] {
  const plain = text.normalize('NFKC');
  const latin = (plain.match(/\p{Lu}[A-Za-z\d]+(?:[-.][A-Za-z\d]+)*/gu) ?? []).map((word) => word.toLowerCase());
  const kana = language === 'ja' ? (plain.match(/[ァ-ヺ][ァ-ヺー]{2,}/gu) ?? []) : [];
  const known = conceptsIn(plain, language)
    .filter((id) => !id.startsWith('#'))
    .map((id) => `=${id}`);
  return [...latin.filter((word) => !ordinary.has(word)), ...kana, ...known, ...proper(plain, language)];
}

const endings = {
  ja: /\p{Script=Han}{1,4}(?=[都府県市区町村島山川湾駅港]|氏|さん|社長|首相|大臣|知事|選手|容疑者|大学|製作所|電機|銀行)/gu,
  zh: /\p{Script=Han}{2,3}(?=[縣县市區区鄉乡鎮镇島岛]|總統|总统|市長|市长|董事長|董事长|執行長|集團|集团|大學|大学|銀行|银行|先生|女士)/gu,
  ko: /\p{Script=Hangul}{2,4}(?=시|도|군|구|역|섬|대통령|장관|대표|회장|의원|선수|대학교|은행|전자)/gu,
};

function proper(text: string, language: string): string[] {
  return [...text.matchAll(endings[language as 'ja' | 'zh' | 'ko'])].map(([name]) => foldHan(name));
}
