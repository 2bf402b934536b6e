/**
 * Who speaks in a quotation that is cited without the sentence that says so: `Yun put it this way:` before it, or the
 * part of the same speech that ends in `said Tov`. English alone.
 */
import type { Article } from '../model.ts';

/** How far back the words of one speaker reach, in sentences. */
const reach = 3;

/** @returns the words of the speakers' names */
export function speakersOf(
  cited: readonly { text: string; language: string }[],
  articles: readonly Article[],
): string[] {
  return cited.flatMap(({ text, language }) => {
    const sentences = articles.find((article) => article.sentences.includes(text))?.sentences;
    if (!language.startsWith('en') || sentences === undefined || !isSpeechAlone(text)) return [];
    const at = sentences.indexOf(text);
    const before = sentences.slice(Math.max(0, at - reach), at).reverse();
    const told = before.findIndex((sentence) => !isSpeechAlone(sentence));
    return told < 0 ? [] : speakersIn(before[told]!);
  });
}

/** @param word of a claim, that the cited sentences do not have */
export function isSpeaker(word: string, speakers: readonly string[]): boolean {
  return speakers.includes(word);
}

/** In quotation marks from its first letter to its last. */
function isSpeechAlone(sentence: string): boolean {
  return /^[“"][^“”"]+[”"]?$/u.test(sentence.trim());
}

const saying =
  /\b(?:sa(?:id|ys)|told|tells|adds?|added|wr[oi]tes?|warn(?:s|ed)|argue[sd]|put(?:s)? (?:it|the)|framed|asked|explain(?:s|ed)|not(?:es|ed)|called|calls|continue[sd]|recall(?:s|ed))\b/u;

/** Names in what is not quoted of a sentence that leads to the quotation, or that has a part of it. */
function speakersIn(sentence: string): string[] {
  const isLeading = /:\s*$/u.test(sentence) || /[”"]/u.test(sentence);
  const plain = sentence.replace(/[“"][^“”"]*(?:[”"]|$)/gu, ' ');
  if (!isLeading || !saying.test(plain)) return [];
  return plain.match(/(?<![\p{L}\p{N}])\p{Lu}\p{L}+(?:-\p{L}+)*/gu) ?? [];
}
