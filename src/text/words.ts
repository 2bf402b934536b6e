/** Words as search and comparison need them: one spelling for what a reader would call the same word. */
import { stemmer } from 'stemmer';
import { withoutAccents } from './accents.ts';
import { stripParticle } from './korean.ts';
import { stopWords } from './stop-words.ts';

/** Words as they stand, in order, NFKC, lower case and without accents; marks and spaces left out. */
export function words(text: string, language: string): string[] {
  const plain = withoutAccents(text.normalize('NFKC').toLowerCase());
  return unspaced(language) ? segmented(plain, language) : spaced(plain);
}

/**
 * The words that carry matter, reduced to a stem (English), without particle (Korean), without stop words.
 * Numbers stay as written, but for their thousands commas.
 */
export function terms(text: string, language: string): string[] {
  const stops = stopWords(language);
  return words(text, language)
    .filter((word) => !stops.has(word) && !isEnding(word, language))
    .map((word) => stem(word, language))
    .filter((word) => word !== '' && !stops.has(word));
}

/** The segmenter cuts Japanese endings into scraps of one or two kana; Korean asks with words that carry endings. */
function isEnding(word: string, language: string): boolean {
  if (language.startsWith('ko')) return asksInKorean.test(word);
  return language.startsWith('ja') && /^\p{Script=Hiragana}{1,2}$/u.test(word);
}

const asksInKorean =
  /^(?:누구|누가|누군|언제|어디|무엇|무슨|뭐|뭘|뭔|몇|왜|어떻|어때|어느|어떤|얼마|며칠)|^(?:하|되|있|없|했|됐|한|된)(?:나요|었나요|을까요|대요?|어요?|니|냐|던가요|는가요?)$|^(?:개|명|대|곳|번|회|편|살|층|권|척|채|마리|퍼센트)나$/u;

export function stem(word: string, language: string): string {
  if (language.startsWith('en')) return cachedStem(word);
  if (language.startsWith('ko')) return stripParticle(word);
  return word;
}

/** Written without spaces between words. */
export function unspaced(language: string): boolean {
  return /^(ja|zh|yue|th|lo|km|my)\b/u.test(language);
}

/** Overlapping runs of n characters, letters and digits only: they compare texts where words differ by an ending. */
export function characterGrams(text: string, n: number): string[] {
  const letters = [...withoutAccents(text.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')];
  const grams: string[] = [];
  for (let at = 0; at + n <= letters.length; at++) grams.push(letters.slice(at, at + n).join(''));
  return grams;
}

const wordPattern = /\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|[.&](?=[\p{L}\p{N}]))*/gu;

function spaced(text: string): string[] {
  return (text.match(wordPattern) ?? []).map(trimWord);
}

/** `u.s` and `us`, `235,000` and `235000` are one word each. */
function trimWord(word: string): string {
  return /^\p{N}/u.test(word) ? word.replaceAll(/,(?=\d{3})/gu, '') : word.replaceAll('.', '');
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmented(text: string, language: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of segmenterFor(language).segment(text)) {
    if (isWordLike) found.push(trimWord(segment));
  }
  return found;
}

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** Stems come from a small set of words again and again. */
const stems = new Map<string, string>();
const mostStems = 50_000;

function cachedStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= mostStems) stems.clear();
  // The stem of `use` would be the country.
  const made = /^[a-z]{3,}$/u.test(word) ? stemmer(word).replace(/^us$/u, 'use') : word;
  stems.set(word, made);
  return made;
}
