/** Whether the text answers a question at all: read from the best sentences and from what of the question is nowhere in it. */
import { akin } from '../text/akin.ts';
import { holdsName } from '../text/names.ts';
import { areOpposed } from '../text/opposites.ts';
import { type Feature, featureNames } from './retrieve-features.ts';
import type { SentenceIndex } from './retrieve-index.ts';
import { mismatches, mismatchNames } from './retrieve-mismatch.ts';
import type { AskedFor } from './retrieve-question.ts';

/** Of the best sentence, and after them what the question has that the text has not. */
const taken: Feature[] = [
  'bm25',
  'coverage',
  'coverageCount',
  'grams',
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
  'withOpening',
  'kindMissing',
  'length',
  'density',
  'focus',
  'rarest',
  'precision',
  'negation',
  'unit',
  'gramBm25',
  'known',
];
const places = taken.map((name) => featureNames.indexOf(name));

const own = [
  'score',
  'margin',
  'share',
  'absent',
  'absentShare',
  'absentNames',
  'absentNumbers',
  'absentFirst',
  'terms',
  'negated',
  'opposed',
  'ordered',
  'bestCoverage',
  'longestAbsent',
  'missingQuantifiers',
  'elsewhere',
  'absentWeight',
] as const;

export const confidenceNames: readonly string[] = [...taken, ...own, ...mismatchNames];

/**
 * @param scores of the ranker, one a sentence
 * @param order sentences, best first
 * @param loose terms that a question may have and its answer not
 */
export function confidenceFeatures(
  asked: AskedFor,
  index: SentenceIndex,
  vectors: number[][],
  scores: number[],
  order: number[],
  loose: ReadonlySet<string>,
): number[] {
  const top = order[0]!;
  const best = index.sentences[top]!;
  const terms = [...new Set(asked.terms)];
  const absent = terms.filter((term) => !index.bm25.has(term));
  const text = index.sentences.map(({ words }) => words).join('\n');
  const powers = scores.map((score) => Math.exp(score - scores[top]!));
  const coverage = featureNames.indexOf('coverage');
  const values: Record<(typeof own)[number], number> = {
    score: scores[top]!,
    margin: scores[top]! - (scores[order[1] ?? top] ?? 0),
    share: 1 / powers.reduce((a, b) => a + b, 0),
    absent: absent.length,
    absentShare: absent.length / Math.max(1, terms.length),
    absentNames: asked.names.filter((name) => !holdsName(text, name)).length,
    absentNumbers: asked.numbers.filter((value) => !index.sentences.some(({ numbers }) => numbers.has(value))).length,
    absentFirst: terms[0] !== undefined && !index.bm25.has(terms[0]) ? 1 : 0,
    terms: terms.length,
    negated: asked.negated ? 1 : 0,
    opposed: opposed(asked, best.terms) ? 1 : 0,
    ordered: ordered(asked.terms, best.terms),
    bestCoverage: Math.max(...vectors.map((vector) => vector[coverage]!)),
    longestAbsent: Math.max(0, ...absent.map((term) => term.length)) / 10,
    missingQuantifiers: missingQuantifiers(asked.text, best.words),
    elsewhere:
      terms.filter((term) => index.bm25.has(term) && !best.termSet.has(term)).length / Math.max(1, terms.length),
    absentWeight: absent.filter((term) => !fuzzilyIn(term, index)).length,
  };
  const unmet = mismatches(asked, top, index, loose);
  return [
    ...places.map((place) => vectors[top]![place]!),
    ...own.map((name) => values[name]),
    ...mismatchNames.map((name) => unmet[name]),
  ];
}

/** A word of the same beginning is in the text. */
function fuzzilyIn(term: string, { vocabulary }: SentenceIndex): boolean {
  return vocabulary.some((other) => akin(term, other));
}

/** The question says one thing where the sentence says its opposite. */
function opposed(asked: AskedFor, sentence: string[]): boolean {
  const said = new Set(sentence);
  return asked.terms.some((term) => !said.has(term) && sentence.some((other) => areOpposed(term, other)));
}

/** `First`, `only`, `all`: they change what is asked and are in no list of terms. */
const quantifiers =
  /\b(first|last|only|all|every|each|both|none|never|always|most|least|more|less|fewer|largest|smallest|biggest|highest|lowest|oldest|youngest|newest|longest|shortest|best|worst|before|after|until|since|without|except|other|second|third|final|original|main|no|not|cannot|any|too)\b|n['’]t\b|最|初めて|唯一|すべて|全て|以外|だけ|第一|首|唯|全部|所有|不|没|沒|未/giu;

function missingQuantifiers(question: string, sentence: string): number {
  const said = new Set(sentence.toLowerCase().match(quantifiers) ?? []);
  return new Set((question.toLowerCase().match(quantifiers) ?? []).filter((word) => !said.has(word))).size;
}

/** Share of the pairs of shared words that stand in the same order in both. */
function ordered(question: string[], sentence: string[]): number {
  const shared = question.map((term) => sentence.indexOf(term)).filter((at) => at >= 0);
  let pairs = 0;
  let kept = 0;
  for (let i = 0; i < shared.length; i++) {
    for (let j = i + 1; j < shared.length; j++) {
      pairs += 1;
      if (shared[i]! < shared[j]!) kept += 1;
    }
  }
  return pairs === 0 ? 0.5 : kept / pairs;
}
