/** Whether the text answers a question at all: read from the best sentences and from what of the question is nowhere in it. */
import { holdsName } from '../text/names.ts';
import { type Feature, featureNames } from './retrieve-features.ts';
import type { SentenceIndex } from './retrieve-index.ts';
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

export const confidenceNames: readonly string[] = [
  ...taken,
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
];

/**
 * @param scores of the ranker, one a sentence
 * @param order sentences, best first
 */
export function confidenceFeatures(
  asked: AskedFor,
  index: SentenceIndex,
  vectors: number[][],
  scores: number[],
  order: number[],
): number[] {
  const top = order[0]!;
  const best = index.sentences[top]!;
  const terms = [...new Set(asked.terms)];
  const absent = terms.filter((term) => !index.bm25.has(term));
  const text = index.sentences.map(({ words }) => words).join('\n');
  const powers = scores.map((score) => Math.exp(score - scores[top]!));
  const coverage = featureNames.indexOf('coverage');
  return [
    ...places.map((place) => vectors[top]![place]!),
    scores[top]!,
    scores[top]! - (scores[order[1] ?? top] ?? 0),
    1 / powers.reduce((a, b) => a + b, 0),
    absent.length,
    absent.length / Math.max(1, terms.length),
    asked.names.filter((name) => !holdsName(text, name)).length,
    asked.numbers.filter((value) => !index.sentences.some(({ numbers }) => numbers.has(value))).length,
    terms[0] !== undefined && !index.bm25.has(terms[0]) ? 1 : 0,
    terms.length,
    asked.negated ? 1 : 0,
    opposed(asked, best.terms) ? 1 : 0,
    ordered(asked.terms, best.terms),
    Math.max(...vectors.map((vector) => vector[coverage]!)),
    Math.max(0, ...absent.map((term) => term.length)) / 10,
  ];
}

const opposites =
  `first last|more less|more fewer|most least|before after|largest smallest|biggest smallest|highest lowest|increas decreas|
  increas declin|ris fall|rise fall|rose fell|win lose|won lost|begin end|start end|earli late|earlier later|old new|young old|modern
  mediev|modern ancient|high low|higher lower|allow prevent|allow ban|allow prohibit|north south|northern southern|east west|eastern
  western|accept reject|support oppos|includ exclud|larg small|larger smaller|long short|longer shorter|major minor|public privat|
  open close|success failur|success unsuccess|succeed fail|male femal|men women|best worst|gain lose|gain loss|strong weak|stronger
  weaker|import unimport|common rare|commonli rare|posit neg|direct indirect|legal illeg|possibl imposs|complet incomplet|domest
  foreign|rural urban|winter summer|black white|buy sell|bought sold|enter leav|arriv depart|appear disappear|remain leav|destroy
  build|destroy creat|creat dissolv|agre disagre|agre refus|approv reject|encourag discourag|inner outer|upper lower|front back|
  left right|father mother|son daughter|husband wife|king queen|victori defeat|attack defend|alli enemi|permanent temporari|
  maximum minimum|same differ|simpl complex|easi difficult|easi hard|fast slow|faster slower|rich poor|hot cold|light dark|
  activ inact|activ passiv|abl unabl|like unlik|known unknown|popular unpopular|develop undevelop|formal inform|depend independ`
    .split('|')
    .map((pair) => pair.trim().split(/\s+/u));
const oppositeOf = new Map<string, string[]>();
for (const [a = '', b = ''] of opposites) {
  oppositeOf.set(a, [...(oppositeOf.get(a) ?? []), b]);
  oppositeOf.set(b, [...(oppositeOf.get(b) ?? []), a]);
}

/** The question says one thing where the sentence says its opposite. */
function opposed(asked: AskedFor, sentence: string[]): boolean {
  return asked.terms.some(
    (term) => !sentence.includes(term) && (oppositeOf.get(term) ?? []).some((other) => sentence.includes(other)),
  );
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
