import { readFile } from 'node:fs/promises';
import type { Language } from '../model.ts';
import { type Command, type Io, misused } from './command.ts';
import { type EvalArticle, type EvalRow, measureModel } from './eval-model-measure.ts';
import { modelWriters } from './model-writers.ts';
import { takeOption } from './reading.ts';

/** Measures the configured model on 30 articles of our own: what grounding lets through, and which answers are right. */
export const evalModelCommand: Command = {
  name: 'eval-model',
  usage: '[--articles 30] [--json]',
  summary: 'Measures your language model on 30 articles of ours; it costs what 60 briefs and 90 answers cost.',
  async run(args, io) {
    const { value, rest } = takeOption(args, '--articles');
    const most = value === null ? 30 : Number(value);
    if (rest.length > 0 || !Number.isInteger(most) || most < 2) {
      return misused(io, evalModelCommand, '--articles wants a number from 2 to 30.');
    }
    const model = await modelWriters(io);
    if (model === null) {
      io.err('No model is configured: set OPENAI_MODEL, and OPENAI_API_KEY or OPENAI_BASE_URL.');
      return 1;
    }
    const rows = await measureAll(await readArticles(Math.ceil(most / 2)), model, io);
    const { briefs, answers } = await model.client.status();
    if (io.json) io.out(JSON.stringify({ briefs: briefs.model, answers: answers.model, rows }, null, 2));
    else io.out(`Briefs by ${briefs.model}, answers by ${answers.model}\n\n${table(rows)}`);
    return 0;
  },
};

const pairs: [Language, Language][] = [
  ['en', 'en'],
  ['ja', 'ja'],
  ['en', 'ja'],
  ['ja', 'en'],
];

async function measureAll(
  articles: EvalArticle[],
  model: NonNullable<Awaited<ReturnType<typeof modelWriters>>>,
  io: Io,
): Promise<EvalRow[]> {
  const questions = articles.reduce((sum, article) => sum + article.questions.length, 0);
  const total = 2 * articles.length + questions;
  let done = 0;
  const step = () => {
    done += 1;
    io.progress(done, total, 'briefs and answers');
  };
  const rows: EvalRow[] = [];
  for (const [from, to] of pairs) {
    const these = articles.filter(({ language }) => language === from);
    rows.push(await measureModel(these, to, { ...model, step }));
  }
  return rows;
}

async function readArticles(each: number): Promise<EvalArticle[]> {
  const lists = await Promise.all((['en', 'ja'] as const).map((language) => readList(language)));
  return lists.flatMap((list) => list.slice(0, each));
}

async function readList(language: 'en' | 'ja'): Promise<EvalArticle[]> {
  const file = new URL(`../../test/eval-model/articles.${language}.json`, import.meta.url);
  const list = JSON.parse(await readFile(file, 'utf8')) as Omit<EvalArticle, 'language'>[];
  return list.map((article) => ({ ...article, language }));
}

const columns: [string, (row: EvalRow) => string][] = [
  ['', ({ what }) => what],
  ['by the model', ({ byModel, briefs }) => `${byModel}/${briefs}`],
  ['grounded', ({ claims }) => share(claims.grounded, sum(claims))],
  ['repaired', ({ claims }) => share(claims.repaired, sum(claims))],
  ['replaced', ({ claims }) => share(claims.replaced, sum(claims))],
  ['dropped', ({ claims }) => share(claims.dropped, sum(claims))],
  ['answers right', ({ right, questions }) => share(right, questions)],
  ['refusals right', ({ refused, unanswerable }) => share(refused, unanswerable)],
  ['tokens in', ({ inputTokens }) => String(inputTokens)],
  ['tokens out', ({ outputTokens }) => String(outputTokens)],
  ['USD', ({ usd }) => usd.toFixed(4)],
  ['s a brief', ({ briefSeconds }) => briefSeconds.toFixed(1)],
  ['s an answer', ({ answerSeconds }) => answerSeconds.toFixed(1)],
];

function sum({ grounded, repaired, replaced, dropped }: EvalRow['claims']): number {
  return grounded + repaired + replaced + dropped;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
}

function table(rows: EvalRow[]): string {
  const lines = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) => line.map((cell, column) => cell.padStart(widths[column]!)).join('  ')).join('\n');
}
