/** How a sentence meets a question, as numbers that a trained sum weighs. */
import { akin } from '../text/akin.ts';
import { holdsName } from '../text/names.ts';
import { areRelated } from '../text/related.ts';
import { gramsOf, type IndexedSentence, pairsOf, type SentenceIndex } from './retrieve-index.ts';
import { kindFeatures } from './retrieve-kinds.ts';
import { likenesses, likenessNames } from './retrieve-likeness.ts';
import { type AskedFor, isNegated } from './retrieve-question.ts';

/** In this order in every vector; the weights file carries the same names. */
export const featureNames = [
  'bm25',
  'bm25OfBest',
  'coverage',
  'coverageCount',
  'grams',
  'gramsOfBest',
  'pairs',
  'fuzzy',
  'longestRun',
  'names',
  'missingNames',
  'numbers',
  'missingNumbers',
  'previous',
  'next',
  'paragraph',
  'withPrevious',
  'refersBackToMatch',
  'numberAsked',
  'dateAsked',
  'personAsked',
  'placeAsked',
  'reasonAsked',
  'kindMissing',
  'length',
  'opensParagraph',
  'asks',
  'density',
  'focus',
  'rarest',
  'precision',
  'negation',
  'newWords',
  'withOpening',
  'unit',
  'gramBm25',
  'known',
  'listAsked',
  'formAsked',
  'formMissing',
  'related',
  'context',
  'contextNames',
  'defines',
  ...likenessNames,
] as const;
export type Feature = (typeof featureNames)[number];

interface Overlaps {
  bm25: number;
  coverage: number;
  grams: number;
}

/** @returns one vector for each sentence of the index */
export function features(asked: AskedFor, index: SentenceIndex): number[][] {
  const question = questionParts(asked, index);
  const overlaps = index.sentences.map((sentence, at) => overlapsOf(question, sentence, at, index));
  const best = {
    bm25: Math.max(1e-9, ...overlaps.map(({ bm25 }) => bm25)),
    grams: Math.max(1e-9, ...overlaps.map(({ grams }) => grams)),
  };
  const openings = new Map<number, IndexedSentence>();
  for (const sentence of index.sentences) {
    if (!openings.has(sentence.paragraph)) openings.set(sentence.paragraph, sentence);
  }
  const named = index.sentences.map(({ words }) => new Set(asked.names.filter((name) => holdsName(words, name))));
  const likeness = likenesses(asked, index);
  const byParagraph = new Map<number, number>();
  index.sentences.forEach(({ paragraph }, at) => {
    byParagraph.set(paragraph, Math.max(byParagraph.get(paragraph) ?? 0, overlaps[at]!.bm25));
  });
  return index.sentences.map((sentence, at) => {
    const own = overlaps[at]!;
    const before = neighbour(index, overlaps, at, -1);
    const after = neighbour(index, overlaps, at, 1);
    const values: Record<Feature, number> = {
      bm25: own.bm25,
      bm25OfBest: own.bm25 / best.bm25,
      coverage: own.coverage,
      coverageCount: share(question.terms, (term) => sentence.termSet.has(term)),
      grams: own.grams,
      gramsOfBest: own.grams / best.grams,
      pairs: share(question.pairs, (pair) => sentence.pairs.has(pair)),
      fuzzy: fuzzyCoverage(question, sentence, index),
      longestRun: longestRun(question.plain, sentence.words.toLowerCase()) / Math.max(1, question.plain.length),
      names: asked.names.length === 0 ? 0 : named[at]!.size / asked.names.length,
      missingNames: asked.names.length - named[at]!.size,
      numbers: share(asked.numbers, (value) => sentence.numbers.has(value)),
      missingNumbers: asked.numbers.filter((value) => !sentence.numbers.has(value)).length,
      previous: before?.bm25 ?? 0,
      next: after?.bm25 ?? 0,
      paragraph: byParagraph.get(sentence.paragraph) ?? 0,
      withPrevious:
        before === null ? own.coverage : coverageOfBoth(question, sentence, index.sentences[at - 1]!, index),
      refersBackToMatch: sentence.refersBack && before !== null ? before.coverage : 0,
      ...kindFeatures(asked, sentence),
      length: Math.log(1 + sentence.terms.length),
      opensParagraph: sentence.opensParagraph ? 1 : 0,
      asks: sentence.asks ? 1 : 0,
      density: density(question.terms, sentence.terms),
      focus: asked.focus !== null && sentence.termSet.has(asked.focus) ? 1 : 0,
      rarest: question.rarest !== null && sentence.termSet.has(question.rarest) ? 1 : 0,
      precision: share([...sentence.termSet], (term) => question.termSet.has(term)),
      negation: asked.negated === isNegated(sentence.words, asked.language) ? 0 : 1,
      withOpening: coverageOfBoth(question, sentence, openings.get(sentence.paragraph)!, index),
      unit: asked.unit?.test(sentence.words) ? 1 : 0,
      gramBm25: index.gramBm25.score(question.grams, at) / question.gramWeight,
      listAsked: asked.several && isList(sentence.words) ? 1 : 0,
      known: knownBefore(question, sentence, index),
      related: relatedCoverage(question, sentence, index),
      ...likeness[at]!,
      ...contextFeatures(question, named, at, index),
      defines: asked.defined !== null && defines(asked.defined, sentence) ? 1 : 0,
      newWords: Math.min(1, sentence.terms.filter((term) => !question.termSet.has(term)).length / 6),
    };
    return featureNames.map((name) => values[name]);
  });
}

interface QuestionParts {
  names: string[];
  terms: string[];
  termSet: Set<string>;
  /** Sum of the terms' idf. */
  weight: number;
  pairs: string[];
  grams: string[];
  gramWeight: number;
  plain: string;
  rarest: string | null;
}

function questionParts(asked: AskedFor, { bm25, gramIdf }: SentenceIndex): QuestionParts {
  const termSet = new Set(asked.terms);
  const terms = [...termSet];
  const grams = [...new Set(gramsOf(asked.text, asked.language))];
  const present = terms.filter((term) => bm25.has(term)).sort((a, b) => bm25.idf(b) - bm25.idf(a));
  return {
    names: asked.names,
    terms,
    termSet,
    weight: sum(terms, bm25.idf) || 1,
    pairs: [...pairsOf(asked.terms)],
    grams,
    gramWeight: sum(grams, gramIdf) || 1,
    plain: asked.text.toLowerCase(),
    rarest: present[0] ?? null,
  };
}

function overlapsOf(question: QuestionParts, sentence: IndexedSentence, at: number, index: SentenceIndex): Overlaps {
  return {
    bm25: index.bm25.score(question.terms, at) / question.weight,
    coverage:
      sum(
        question.terms.filter((term) => sentence.termSet.has(term)),
        index.bm25.idf,
      ) / question.weight,
    grams:
      sum(
        question.grams.filter((gram) => sentence.grams.has(gram)),
        index.gramIdf,
      ) / question.gramWeight,
  };
}

function neighbour(index: SentenceIndex, overlaps: Overlaps[], at: number, step: number): Overlaps | null {
  const other = index.sentences[at + step];
  return other !== undefined && other.text === index.sentences[at]!.text ? overlaps[at + step]! : null;
}

function coverageOfBoth(question: QuestionParts, a: IndexedSentence, b: IndexedSentence, index: SentenceIndex): number {
  const held = question.terms.filter((term) => a.termSet.has(term) || b.termSet.has(term));
  return sum(held, index.bm25.idf) / question.weight;
}

/** How much of the question is what the whole text speaks of: then the sentence need not say it. */
function knownBefore(question: QuestionParts, sentence: IndexedSentence, index: SentenceIndex): number {
  const missing = question.terms.filter((term) => !sentence.termSet.has(term));
  return (
    sum(
      missing.filter((term) => index.subject.has(term)),
      index.bm25.idf,
    ) / question.weight
  );
}

/** Terms that are not there themselves but share their beginning with one that is: invent, inventor; 投資, 投資家. */
function fuzzyCoverage(question: QuestionParts, sentence: IndexedSentence, index: SentenceIndex): number {
  const missing = question.terms.filter((term) => !sentence.termSet.has(term));
  return (
    sum(
      missing.filter((term) => sentence.terms.some((other) => akin(term, other))),
      index.bm25.idf,
    ) / question.weight
  );
}

/** A sentence tells on of what was named just before it: `he` is whom the last sentences named. */
function contextFeatures(question: QuestionParts, named: Set<string>[], at: number, index: SentenceIndex) {
  const sentence = index.sentences[at]!;
  const from = Math.max(0, at - 3);
  const around = index.sentences.slice(from, at + 2).filter(({ text }) => text === sentence.text);
  const held = question.terms.filter((term) => around.some(({ termSet }) => termSet.has(term)));
  const near = new Set(named.slice(from, at + 2).flatMap((names) => [...names]));
  const carried = [...near].filter((name) => !named[at]!.has(name));
  return {
    context: sum(held, index.bm25.idf) / question.weight,
    contextNames: sentence.pronoun ? carried.length / Math.max(1, question.names.length) : 0,
  };
}

/** `X is a …`, `X, a …`, `called X`: tells what X is. */
function defines(what: RegExp, sentence: IndexedSentence): boolean {
  return what.test(sentence.words);
}

/** Terms that are not there but have a word of the same matter there: die, killed. */
function relatedCoverage(question: QuestionParts, sentence: IndexedSentence, index: SentenceIndex): number {
  const missing = question.terms.filter((term) => !sentence.termSet.has(term));
  const met = missing.filter((term) => sentence.terms.some((other) => areRelated(term, other)));
  return sum(met, index.bm25.idf) / question.weight;
}

/** Names several things: with commas, or with one and a colon. */
function isList(words: string): boolean {
  const marks = words.match(/[,;、，；]/gu)?.length ?? 0;
  return marks >= 2 || (marks === 1 && /[:：]|\band\b|と|和/u.test(words));
}

/** How close together the shared words stand: shared words over the span that holds them. */
function density(question: string[], sentence: string[]): number {
  const wanted = new Set(question);
  const at = sentence.flatMap((term, index) => (wanted.has(term) ? [index] : []));
  if (at.length < 2) return 0;
  return at.length / (at.at(-1)! - at[0]! + 1);
}

/** Length of the longest run of characters in both. */
function longestRun(a: string, b: string): number {
  let longest = 0;
  // One row of the table, from its end, so that what stands before each cell is still the row above.
  const runs = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const letter = a.charCodeAt(i);
    for (let j = b.length; j > 0; j--) {
      const run = letter === b.charCodeAt(j - 1) ? runs[j - 1]! + 1 : 0;
      runs[j] = run;
      if (run > longest) longest = run;
    }
  }
  return longest;
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}

function sum(items: readonly string[], weight: (item: string) => number): number {
  return items.reduce((total, item) => total + weight(item), 0);
}
