/** A story's sentences, read once, so that each question over them costs little. */
import { type Bm25, createBm25 } from '../text/bm25.ts';
import { datesIn } from '../text/dates.ts';
import { namesIn } from '../text/names.ts';
import { numbersIn } from '../text/numbers.ts';
import { characterGrams, terms, unspaced } from '../text/words.ts';

/** An article's text as retrieval takes it. */
export interface IndexedText {
  sentences: string[];
  /** Index of each paragraph's first sentence. */
  paragraphs: number[];
  /** BCP 47. */
  language: string;
}

export interface IndexedSentence {
  /** Which of the texts, and which of its sentences. */
  text: number;
  sentence: number;
  words: string;
  terms: string[];
  termSet: Set<string>;
  pairs: Set<string>;
  grams: Set<string>;
  names: string[];
  numbers: Set<string>;
  dated: boolean;
  /** Numbers of its paragraph among all. */
  paragraph: number;
  opensParagraph: boolean;
  /** It says `he`, `it`, `その`: what it speaks of stands before it. */
  refersBack: boolean;
  asks: boolean;
  /** A heading or a caption: a short line by itself, without a stop. */
  heading: boolean;
  /** Ends in a colon: what it leads to stands behind it. */
  introduces: boolean;
  /** It says `he`, `she`, `they` anywhere. */
  pronoun: boolean;
}

export interface SentenceIndex {
  language: string;
  sentences: IndexedSentence[];
  bm25: Bm25;
  gramBm25: Bm25;
  gramIdf(gram: string): number;
  /** All terms in the texts, each once. */
  vocabulary: string[];
  /** Terms that a text opens with: what it is about. */
  subject: Set<string>;
  /** All names in the texts. */
  names: Set<string>;
}

/** @param texts of one story, best first, all in the language of the first or not: each is read in its own */
export function indexSentences(texts: IndexedText[]): SentenceIndex {
  const names = new Set(texts.flatMap(({ sentences, language }) => namesIn(sentences.join(' \n'), language)));
  const sentences = texts.flatMap((text, at) => indexText(text, at, names));
  const bm25 = createBm25(sentences.map((sentence) => sentence.terms));
  return {
    language: texts[0]?.language ?? 'en',
    sentences,
    bm25,
    gramBm25: createBm25(sentences.map(({ grams }) => [...grams])),
    vocabulary: [...new Set(sentences.flatMap((sentence) => sentence.terms))],
    subject: new Set(sentences.filter(({ sentence }) => sentence === 0).flatMap((sentence) => sentence.terms)),
    gramIdf: inverseFrequency(sentences.map((sentence) => sentence.grams)),
    names,
  };
}

function indexText(
  { sentences, paragraphs, language }: IndexedText,
  text: number,
  known: Set<string>,
): IndexedSentence[] {
  const starts = new Set(paragraphs);
  const startsOrEnds = (at: number) => sentences.length > 1 && (starts.has(at) || at === sentences.length);
  let paragraph = -1;
  return sentences.map((words, sentence) => {
    if (starts.has(sentence) || sentence === 0) paragraph += 1;
    const own = terms(words, language);
    return {
      text,
      sentence,
      words,
      terms: own,
      termSet: new Set(own),
      pairs: pairsOf(own),
      grams: new Set(gramsOf(words, language)),
      names: namesIn(words, language, known),
      numbers: new Set(numbersIn(words, language).map(({ value }) => String(value))),
      dated: datesIn(words, language).length > 0,
      paragraph: text * 10_000 + paragraph,
      opensParagraph: starts.has(sentence),
      refersBack: backReference.test(words),
      asks: /[?？][”"』」]?$/u.test(words),
      heading: isHeading(words, language) && starts.has(sentence) && startsOrEnds(sentence + 1),
      introduces: /[:：]$/u.test(words),
      pronoun: pronouns.test(words),
    };
  });
}

/** Thai writes no stops. */
function isHeading(words: string, language: string): boolean {
  return (
    !language.startsWith('th') &&
    !/[.!?…:：;。！？．]["”’』」)）\]]*$/u.test(words) &&
    words.length <= longestHeading(language)
  );
}

function longestHeading(language: string): number {
  return unspaced(language) ? 40 : 90;
}

const backReference =
  /^["“「]?(he|she|it|they|his|her|its|their|this|that|these|those|the (company|firm|group|man|woman|two|latter))\b|^(彼|彼女|これ|それ|この|その|同|こうした|また|なお)|^(他|她|它|他们|她们|它们|这|這|那|该|該|其|此)|^(그|이|그녀|그는|이는|이를|이번)/iu;

const pronouns = /\b(he|she|they|his|her|their|him|them|it|its)\b|彼|他|她|그[는의녀]/iu;

/** Neighbouring words, in order. */
export function pairsOf(terms: string[]): Set<string> {
  return new Set(terms.slice(1).map((term, at) => `${terms[at]} ${term}`));
}

/** Runs of four letters; of two characters where a character is a syllable or a word. */
export function gramsOf(text: string, language: string): string[] {
  return characterGrams(text, unspaced(language) || language.startsWith('ko') ? 2 : 4);
}

function inverseFrequency(sets: Set<string>[]): (item: string) => number {
  const seen = new Map<string, number>();
  for (const set of sets) for (const item of set) seen.set(item, (seen.get(item) ?? 0) + 1);
  return (item) => Math.log(1 + (sets.length + 0.5) / ((seen.get(item) ?? 0) + 0.5));
}
