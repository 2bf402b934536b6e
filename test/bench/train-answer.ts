/**
 * Trains src/answer/weights.json: `node test/bench/train-answer.ts [FILE…]` (some minutes; the same weights each time), on
 * the public question sets, our own questions about the samples, our own near misses and rewordings about the paragraphs of
 * XQuAD-en, news of our own in other languages with such questions, and any FILE that `answer-file.ts` reads; the weights
 * in use had none.
 *
 * With `--check` it writes nothing and prints what each fifth of the articles scores with weights from the other four.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { orderBy, type Weights, type Writing, writingOf, writings } from '../../src/answer/retrieve.ts';
import { confidenceFeatures, confidenceNames } from '../../src/answer/retrieve-confidence.ts';
import { featureNames, features } from '../../src/answer/retrieve-features.ts';
import { readQuestion } from '../../src/answer/retrieve-question.ts';
import { scoreOf, type Trees } from '../../src/answer/retrieve-trees.ts';
import {
  askedCases,
  type CaseKind,
  farCases,
  looseTerms,
  type RefusalCase,
  readFileTexts,
  readMissedTexts,
  readNearTexts,
  readNewsTexts,
  readRewordedTexts,
  readTrainingTexts,
  refusalCases,
  rewordedCases,
  type TrainingText,
} from './answer-cases.ts';
import { areaUnderCurve } from './area.ts';
import { type BoostOptions, boost, type Gradient, listwise, meanOf } from './boost.ts';

/** Fewer where nobody looks at each: they only keep a case from a ranker that has seen it. */
const foldsOf = (check: boolean) => (check ? 5 : 3);
/** Flat trees and the mean of several runs for English: what is learnt on encyclopedia paragraphs has to hold for news. */
const ranking: Record<Writing, Omit<BoostOptions, 'seed'> & { runs: number }> = {
  spaced: { runs: 3, rounds: 200, rate: 0.06, depth: 3, leastWeight: 6, lambda: 3, featureShare: 0.4 },
  unspaced: { runs: 1, rounds: 160, rate: 0.06, depth: 5, leastWeight: 8, lambda: 3, featureShare: 0.5 },
  korean: { runs: 3, rounds: 120, rate: 0.06, depth: 2, leastWeight: 6, lambda: 3, featureShare: 0.4 },
};
const refusing = { rounds: 120, rate: 0.1, depth: 4, leastWeight: 8, lambda: 3, featureShare: 0.5, seed: 1 };
/** How much each kind of case counts: what was written as a near miss more than what a rule makes of a question. */
const caseWeights: Record<CaseKind, number> = {
  answered: 1,
  far: 1,
  near: 0.5,
  cut: 0.5,
  name: 0.8,
  number: 1,
  word: 0.5,
  opposite: 1,
  denied: 0.6,
  exchanged: 1,
  missed: 1,
  reworded: 0.6,
};
/** Few, but asked as people ask. */
const nearTimes = 3;
/** Few beside the public sets, whose questions are worded as their texts; all that there is of Korean. */
const newsTimes: Record<Writing, number> = { spaced: 1, unspaced: 2, korean: 1 };

interface RankRow {
  set: string;
  group: number;
  vectors: number[][];
  right: boolean[];
}

interface CaseRow {
  kind: CaseKind;
  group: number;
  language: string;
  vector: number[];
}

function rankRows(sets: Record<string, TrainingText[]>): RankRow[] {
  return Object.entries(sets).flatMap(([set, texts]) =>
    texts.flatMap(({ index, group, language, questions }) =>
      questions.map(({ question, right }) => ({
        set,
        group,
        right,
        vectors: features(readQuestion(question, language), index),
      })),
    ),
  );
}

function trainRanker(rows: RankRow[], { runs, ...options }: (typeof ranking)[Writing]): Trees {
  const usable = rows.filter(({ right }) => right.length > 1 && right.includes(true));
  let start = 0;
  const lists = usable.map(({ right }) => {
    start += right.length;
    return { start: start - right.length, right };
  });
  const vectors = usable.flatMap((row) => row.vectors);
  return meanOf(
    Array.from({ length: runs }, (_, run) =>
      boost(vectors, featureNames, listwise(lists), { ...options, seed: run + 1 }),
    ),
  );
}

type Loose = ReadonlyMap<string, ReadonlySet<string>>;

/** Each fold's cases are seen through a ranker that has not seen them, as it will be in use. */
function caseRows(cases: RefusalCase[], rankers: Trees[], loose: Loose): CaseRow[] {
  return cases.map(({ kind, question, index, group, language }) => {
    const asked = readQuestion(question, language);
    const vectors = features(asked, index);
    const scores = vectors.map((vector) => scoreOf(rankers[group % rankers.length]!, vector));
    const known = loose.get(language) ?? new Set<string>();
    const vector = confidenceFeatures(asked, index, vectors, scores, orderBy(scores), known);
    return { kind, group, language, vector };
  });
}

function trainConfidence(rows: CaseRow[]): Trees {
  return boost(
    rows.map(({ vector }) => vector),
    confidenceNames,
    answeredOrNot(rows),
    refusing,
  );
}

function answeredOrNot(rows: CaseRow[]): Gradient {
  return (scores, first, second) => {
    rows.forEach(({ kind }, at) => {
      const chance = 1 / (1 + Math.exp(-scores[at]!));
      first[at] = caseWeights[kind] * (chance - (isAnswered(kind) ? 1 : 0));
      second[at] = caseWeights[kind] * Math.max(1e-6, chance * (1 - chance));
    });
  };
}

function isAnswered(kind: CaseKind): boolean {
  return kind === 'answered' || kind === 'reworded';
}

function printRanking(rows: RankRow[], rankers: Trees[]): void {
  for (const set of new Set(rows.map((row) => row.set))) {
    const own = rows.filter((row) => row.set === set);
    const hits = own.map(({ vectors, right, group }) => {
      const order = orderBy(vectors.map((vector) => scoreOf(rankers[group % rankers.length]!, vector)));
      return order.findIndex((at) => right[at]);
    });
    const share = (most: number) => ((100 * hits.filter((at) => at >= 0 && at < most).length) / own.length).toFixed(1);
    console.log(`${set.padEnd(18)} hit@1 ${share(1)}  hit@3 ${share(3)}  (${own.length})`);
  }
}

function printRefusing(rows: CaseRow[], folds: number): void {
  const scores = new Map<CaseRow, number>();
  for (let fold = 0; fold < folds; fold++) {
    const trees = trainConfidence(rows.filter(({ group }) => group % folds !== fold));
    for (const row of rows) if (row.group % folds === fold) scores.set(row, scoreOf(trees, row.vector));
  }
  for (const language of new Set(rows.map((row) => row.language))) {
    const of = (kind: CaseKind) =>
      rows.filter((row) => row.language === language && row.kind === kind).map((row) => scores.get(row)!);
    const kinds = (Object.keys(caseWeights) as CaseKind[]).filter((kind) => !isAnswered(kind) && of(kind).length > 0);
    console.log(
      language,
      kinds.map((kind) => `${kind} ${areaUnderCurve(of('answered'), of(kind)).toFixed(3)}`).join('  '),
    );
  }
}

function repeated<T>(rows: T[], times: number): T[] {
  return Array.from({ length: times }, () => rows).flat();
}

function looseIn(sets: Record<string, TrainingText[]>): Map<string, Set<string>> {
  const of = (set: string, language: string) => [language, looseTerms(sets[set]!)] as const;
  return new Map([
    of('en, 1 paragraph', 'en'),
    of('zh, 1 paragraph', 'zh'),
    of('ja, 2 paragraphs', 'ja'),
    of('ko, news', 'ko'),
  ]);
}

/** Of one writing. */
interface Material {
  rows: RankRow[];
  nearRows: RankRow[];
  trained: RankRow[];
  cases: CaseRow[];
  rankers: Trees[];
}

function prepare(
  writing: Writing,
  sets: Record<string, TrainingText[]>,
  near: TrainingText[],
  missed: TrainingText[],
  news: TrainingText[],
  reworded: TrainingText[],
  loose: Loose,
  folds: number,
): Material {
  const rows = rankRows(sets).filter(({ set, right }) => !set.endsWith('news') || right.includes(true));
  const nearRows = rankRows({ near });
  const trained = [...rows.filter(({ set }) => set !== 'ja, 2 paragraphs'), ...repeated(nearRows, nearTimes)];
  const rankers = Array.from({ length: folds }, (_, fold) =>
    trainRanker(
      trained.filter(({ group }) => group % folds !== fold),
      ranking[writing],
    ),
  );
  const made = Object.entries(sets)
    .filter(([set]) => set !== 'ja, 8 paragraphs')
    .flatMap(([, own], seed) => [...refusalCases(own, seed + 1)]);
  const cases = [
    ...caseRows(made, rankers, loose),
    ...caseRows([...missed.flatMap(askedCases), ...farCases(missed, 8)], rankers, loose),
    ...repeated(caseRows([...news.flatMap(askedCases), ...farCases(news, 9)], rankers, loose), newsTimes[writing]),
    ...caseRows([...reworded.flatMap(rewordedCases), ...farCases(reworded, 11)], rankers, loose),
    ...repeated(caseRows([...near.flatMap(askedCases), ...farCases(near, 7)], rankers, loose), nearTimes),
  ];
  return { rows, nearRows, trained, cases, rankers };
}

function main(files: string[], check: boolean): void {
  const folds = foldsOf(check);
  const news = readNewsTexts();
  const newsSets = Object.fromEntries(Map.groupBy(news, ({ language }) => `${language}, news`));
  const all = { ...readTrainingTexts(), ...newsSets };
  const loose = looseIn(all);
  const near = [...readNearTexts(), ...files.flatMap(readFileTexts)];
  const missed = readMissedTexts();
  const reworded = readRewordedTexts();
  const weights: Partial<Weights> = {
    loose: Object.fromEntries([...loose].map(([language, own]) => [language, [...own].sort().join(' ')])),
  };
  for (const writing of writings) {
    const of = (texts: TrainingText[]) => texts.filter(({ language }) => writingOf(language) === writing);
    const sets = Object.fromEntries(Object.entries(all).filter(([, texts]) => of(texts).length > 0));
    const { rows, nearRows, trained, cases, rankers } = prepare(
      writing,
      sets,
      of(near),
      of(missed),
      of(news),
      of(reworded),
      loose,
      folds,
    );
    if (check) {
      printRanking([...rows, ...nearRows.filter(({ right }) => right.includes(true))], rankers);
      printRefusing(cases, folds);
    } else weights[writing] = { ranker: trainRanker(trained, ranking[writing]), confidence: trainConfidence(cases) };
  }
  if (check) return;
  writeFileSync(new URL('../../src/answer/weights.json', import.meta.url), `${JSON.stringify(weights)}\n`);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true });
  main(positionals, values.check ?? false);
}
