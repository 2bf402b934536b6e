/**
 * A misspelt word of a question, read as the word of the text that it comes near: `goverment`, `earthqake`. In English
 * only: its usual words are known, so that no well-spelt word is taken for another that the text happens to have.
 */
import { editDistance } from '../nearest.ts';
import { stopWords } from './stop-words.ts';
import { hasVector, stemsWithVector } from './word-vectors.ts';
import { stem } from './words.ts';

/**
 * Names and numbers stay as they are typed: a word with a capital is never read as another, but for the one that opens
 * the question, which may be a question word (`Waht …`).
 *
 * @param texts what the question may be about; taken only where a word is not known by itself
 * @returns the question, with each misspelt word as the only word that it can be: of the texts, else any usual one's stem
 */
export function respelled(question: string, language: string, texts: () => Iterable<string>): string {
  if (!isEnglish(language)) return question;
  let said: Said | null = null;
  return withQuestionWord(question, language).replace(wordByItself, (word) => {
    if (!/^\p{Ll}{4,}$/u.test(word) || isUsual(word)) return word;
    said ??= saidIn(texts());
    const stemmed = stem(word, 'en');
    if (said.stems.has(stemmed)) return word;
    const near = nearestOf(word, said.words, mostSlips(word));
    return onlyOf(near.length > 0 ? near : nearestOf(stemmed, stemsWithVector(), 1)) ?? word;
  });
}

/** The question with its first word put right, where that can only be a question word: `Hwo many …`. */
export function withQuestionWord(question: string, language: string): string {
  if (!isEnglish(language)) return question;
  return question.replace(/\p{L}+/u, (first, at: number) => {
    const word = first.toLowerCase();
    const alone = question.slice(at).match(wordByItself)?.[0] === first;
    return (alone && !isUsual(word) && onlyOf(nearestOf(word, askingWords, 1))) || first;
  });
}

/** What the words of a question that are not known may be meant as, where no text is at hand: stems by stem. */
export function likelyMeant(question: string, language: string): Map<string, string[]> {
  const typed = isEnglish(language) ? (question.match(wordByItself) ?? []) : [];
  const unknown = typed.filter((word) => /^\p{Ll}{4,}$/u.test(word) && !isUsual(word));
  return new Map(unknown.map((word) => [stem(word, 'en'), nearestOf(stem(word, 'en'), stemsWithVector(), 1)]));
}

function isEnglish(language: string): boolean {
  return language.startsWith('en');
}

/** What is joined to others is none: `covid-19`, `tsmc's`, `example.org`. */
const wordByItself = /(?<![\p{L}\p{M}\p{N}'’_@/.&-])[\p{Lu}\p{Ll}]\p{Ll}{2,}(?![\p{L}\p{M}\p{N}'’_@/&-]|\.\p{L})/gu;
const askingWords = [
  'how',
  'who',
  'why',
  'what',
  'when',
  'where',
  'which',
  'whose',
  'does',
  'could',
  'would',
  'should',
];

/** One of the usual words of English, in any form of it. */
export function isUsual(word: string): boolean {
  return stopWords('en').has(word) || hasVector(stem(word, 'en'));
}

interface Said {
  words: Set<string>;
  stems: Set<string>;
}

function saidIn(texts: Iterable<string>): Said {
  const words = new Set<string>();
  for (const text of texts) for (const [word] of text.toLowerCase().matchAll(letters)) words.add(word);
  return { words, stems: new Set([...words].map((word) => stem(word, 'en'))) };
}

const letters = /\p{Ll}{4,}/gu;

/** @returns null of none, or of several that are not forms of one word */
function onlyOf([first, ...others]: string[]): string | null {
  if (first === undefined || others.some((other) => stem(other, 'en') !== stem(first, 'en'))) return null;
  return first;
}

/** Those of the least distance, which begin alike: few people miss the first letter. */
function nearestOf(word: string, known: Iterable<string>, most: number): string[] {
  let limit = most;
  let near: string[] = [];
  for (const other of known) {
    if (other[0] !== word[0] || other.length < Math.min(leastLetters, word.length)) continue;
    if (Math.abs(other.length - word.length) > limit) continue;
    const distance = editDistance(word, other);
    if (distance > limit) continue;
    if (distance < limit) near = [];
    limit = distance;
    near.push(other);
  }
  return near;
}

const leastLetters = 4;

function mostSlips(word: string): number {
  return word.length < 8 ? 1 : 2;
}
