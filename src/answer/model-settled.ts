/** How much of a claim that is being written can be judged: its whole clauses, and plain words of the next one. */
import type { Evidence } from '../brief/ground-evidence.ts';
import { mayTurn } from '../brief/ground-polarity.ts';
import { stopWords } from '../text/stop-words.ts';
import { stem, unspaced } from '../text/words.ts';

/** @returns the beginning of the text, up to where more letters cannot change what is said there. */
export function settledPart(text: string, language: string, evidence: Evidence): string {
  if (unspaced(language))
    return text.slice(0, Math.max(...[...'、。，！？!?'].map((mark) => text.lastIndexOf(mark))) + 1);
  const end = clausesEnd(text);
  return text.slice(0, end + plainLength(text.slice(end), language, evidence));
}

/** A mark with the space after it, or the space before a word that begins a clause of its own, which has to be whole. */
const clauseEnd =
  /[,;:!?](?=\s)|(?<=\p{L}{3})\.(?=\s+\p{Lu})|(?=\s(?:and|but|while|whereas|because|which|who|that|so)\s)/giu;

function clausesEnd(text: string): number {
  let end = 0;
  for (const { 0: found, index } of text.matchAll(clauseEnd)) end = index + found.length;
  return end;
}

/** Lower-case words that the sentences have, or that carry no matter, up to the first other one. */
function plainLength(clause: string, language: string, evidence: Evidence): number {
  const stops = stopWords(language);
  let length = 0;
  for (const { 0: word, index } of clause.matchAll(/\S+\s/gu)) {
    const plain = word.trim().toLowerCase();
    const isPlain = /^\p{Ll}+$/u.test(index === 0 ? plain : word.trim());
    if (!isPlain || mayTurn(plain, language) || !(stops.has(plain) || evidence.stems.has(stem(plain, language)))) break;
    length = index + word.trimEnd().length;
  }
  return length;
}
