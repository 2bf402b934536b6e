/** What is known of the sentences, for names in scripts without capitals, and how a name is looked for in it. */
import { foldHan } from '../story/han.ts';
import { consonants } from '../story/phonetic.ts';
import type { Evidence } from './ground-evidence.ts';
import { grammarCharacters, spellingCharacters } from './ground-name-lists.ts';

/** Han in one spelling: patterns that meet these texts must have it as well. */
export interface Told {
  /** The cited sentences, and the whole articles; folded, in lower case. */
  stated: string;
  article: string;
  /** Latin words of the sentences, as their consonants. */
  sounds: ReadonlySet<string>;
}

/** A stream's partial claims are all checked against the same sentences. */
const toldByEvidence = new WeakMap<Evidence, Told>();

export function toldIn(evidence: Evidence): Told {
  const before = toldByEvidence.get(evidence);
  if (before !== undefined) return before;
  const told = {
    stated: foldHan(evidence.text),
    article: evidence.whole.inHan,
    sounds: new Set((evidence.text.match(/[a-z]{3,}/gu) ?? []).map(consonants)),
  };
  toldByEvidence.set(evidence, told);
  return told;
}

export interface Token {
  text: string;
  start: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

export function tokensOf(text: string, language: string): Token[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(text)].map(({ segment, index }) => ({ text: segment, start: index }));
}

/** A word in katakana that the segmenter's dictionary has: among others it stays whole. Few names are; the best known. */
export function isInDictionary(word: string): boolean {
  return [`パソコン${word}テレビ`, `ガス${word}ビル`].every((text) =>
    tokensOf(text, 'ja').some((token) => token.text === word),
  );
}

export const han = /^\p{Script=Han}+$/u;

/** Characters in a row of which the segmenter makes no word: mostly a name. */
export function unknownRuns(tokens: Token[]): string[] {
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
export function uncovered(run: string, stated: string): string[] {
  const covered = [...run].map((_, at) =>
    [at - 1, at].some((from) => from >= 0 && from + 2 <= run.length && stated.includes(run.slice(from, from + 2))),
  );
  const marked = [...run].map((character, at) => (covered[at] ? ' ' : character)).join('');
  return marked.split(' ').filter((part) => part.length > 1);
}

/** `北大` of 北京大学, `東電` of 東京電力, `한은` of 한국은행: its characters in order, close together. */
export function isAbbreviated(name: string, stated: string): boolean {
  const [first = '', ...rest] = [...name];
  const gap = '[^\\s、。，．,.;；：:！？!?「」『』“”]{0,4}?';
  const escaped = [first, ...rest].map((character) => character.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return name.length > 1 && name.length <= 8 && new RegExp(escaped.join(gap), 'u').test(stated);
}

export function isHeld(name: string, { stated }: Told): boolean {
  const folded = foldHan(name);
  return stated.includes(folded) || isAbbreviated(folded, stated);
}

export function isSpelled(word: string): boolean {
  return [...word].every((character) => spellingCharacters.has(character));
}

/** Does the article elsewhere have the word before a suffix of places or people? */
export function isPlacedIn(word: string, { article }: Pick<Told, 'article'>, suffix: RegExp): boolean {
  for (let at = article.indexOf(word); at >= 0; at = article.indexOf(word, at + 1))
    if (suffix.test(article.slice(at + word.length, at + word.length + 12))) return true;
  return false;
}

/** Organisations that the article names, in other sentences than the cited ones. */
export function elsewhere(text: string, { stated, article }: Told, pattern: RegExp): string[] {
  return (text.match(pattern) ?? []).filter((name) => {
    const folded = foldHan(name);
    return !stated.includes(folded) && article.includes(folded) && uncovered(folded, stated).length > 0;
  });
}

/** A pattern as `Told` spells its characters. */
export function inOneHan({ source, flags }: RegExp): RegExp {
  return new RegExp(foldHan(source), flags);
}
