/** What was measured of a model, as lines of a table. */
import type { ModelCounts } from '../llm/client.ts';
import type { EvalResult } from './eval-model-measure.ts';

/** One line of the table. */
export interface EvalRow {
  /** `en`, `en→ja`: the language of the articles, and of what was written; `all`. */
  what: string;
  briefs: number;
  /** Of `briefs`: written by the model; the others fell back to extracts. */
  byModel: number;
  /** Claims of briefs and answers, by what became of them. */
  claims: ModelCounts['claims'];
  /** Points of briefs, and how many have 40 to 70 words, or the characters that these come to. */
  points: number;
  wellSized: number;
  questions: number;
  right: number;
  /** Questions that the article does not answer, and how many of them got no answer. */
  unanswerable: number;
  refused: number;
  inputTokens: number;
  outputTokens: number;
  usd: number;
  /** Medians. */
  briefSeconds: number;
  answerSeconds: number;
}

export function rowsOf(results: EvalResult[]): EvalRow[] {
  const kinds = [...new Set(results.map(({ what }) => what))].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const rows = kinds.map((what) =>
    rowOf(
      what,
      results.filter((result) => result.what === what),
    ),
  );
  return rows.length > 1 ? [...rows, rowOf('all', results)] : rows;
}

function rowOf(what: string, results: EvalResult[]): EvalRow {
  const sum = (of: (result: EvalResult) => number) => results.reduce((total, result) => total + of(result), 0);
  const ofKind = (kind: EvalResult['kind']) => results.filter((result) => result.kind === kind);
  const [briefs, questions, unanswerable] = [ofKind('brief'), ofKind('question'), ofKind('unanswerable')];
  return {
    what,
    briefs: briefs.length,
    byModel: briefs.filter(({ byModel }) => byModel).length,
    claims: {
      grounded: sum(({ claims }) => claims.grounded),
      repaired: sum(({ claims }) => claims.repaired),
      replaced: sum(({ claims }) => claims.replaced),
      dropped: sum(({ claims }) => claims.dropped),
    },
    points: sum(({ points }) => points),
    wellSized: sum(({ wellSized }) => wellSized),
    questions: questions.length,
    right: questions.filter(({ right }) => right).length,
    unanswerable: unanswerable.length,
    refused: unanswerable.filter(({ right }) => right).length,
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    usd: sum(({ usd }) => usd),
    briefSeconds: median(briefs.map(({ seconds }) => seconds)),
    answerSeconds: median([...questions, ...unanswerable].map(({ seconds }) => seconds)),
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const columns: [string, (row: EvalRow) => string][] = [
  ['', ({ what }) => what],
  ['by the model', ({ byModel, briefs }) => `${byModel}/${briefs}`],
  ['grounded', ({ claims }) => share(claims.grounded, sumOf(claims))],
  ['repaired', ({ claims }) => share(claims.repaired, sumOf(claims))],
  ['replaced', ({ claims }) => share(claims.replaced, sumOf(claims))],
  ['dropped', ({ claims }) => share(claims.dropped, sumOf(claims))],
  ['40–70 words', ({ wellSized, points }) => share(wellSized, points)],
  ['answers right', ({ right, questions }) => share(right, questions)],
  ['refusals right', ({ refused, unanswerable }) => share(refused, unanswerable)],
  ['tokens in', ({ inputTokens }) => String(inputTokens)],
  ['tokens out', ({ outputTokens }) => String(outputTokens)],
  ['USD', ({ usd }) => usd.toFixed(4)],
  ['s a brief', ({ briefSeconds }) => briefSeconds.toFixed(1)],
  ['s an answer', ({ answerSeconds }) => answerSeconds.toFixed(1)],
];

function sumOf({ grounded, repaired, replaced, dropped }: EvalRow['claims']): number {
  return grounded + repaired + replaced + dropped;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
}

export function evalTable(rows: EvalRow[]): string {
  const lines = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) => line.map((cell, column) => cell.padStart(widths[column]!)).join('  ')).join('\n');
}
