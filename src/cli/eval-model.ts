import { readFile } from 'node:fs/promises';
import type { ModelStatus } from '../llm/client.ts';
import type { Database } from '../store/database.ts';
import { deleteSetting, getSetting, setSetting } from '../store/settings.ts';
import { type Command, type Io, misused } from './command.ts';
import { type EvalArticle, type EvalItem, type EvalResult, evalItems, measureItem } from './eval-model-measure.ts';
import { evalTable, rowsOf } from './eval-model-table.ts';
import { type ModelWriters, modelWriters } from './model-writers.ts';
import { takeOption } from './reading.ts';

/**
 * Measures the configured model on 30 articles of our own: what grounding lets through, and which answers are right.
 *
 * @param watch tells when the person wants it to end: then what was measured is shown, and kept for the next run.
 */
export function evalCommand(watch: () => AbortSignal = untilInterrupted): Command {
  const command: Command = {
    name: 'eval-model',
    usage: '[--articles 30] [--fresh] [--json]',
    summary: 'Measures your language model on 30 articles of ours; it costs what 60 briefs and 90 answers cost.',
    async run(args, io) {
      const { value, rest } = takeOption(args, '--articles');
      const most = value === null ? 30 : Number(value);
      const fresh = rest.includes('--fresh');
      if (rest.some((arg) => arg !== '--fresh') || !Number.isInteger(most) || most < 2 || most > 30) {
        return misused(io, command, '--articles wants a number from 2 to 30.');
      }
      const model = await modelWriters(io, 'silent');
      if (model === null) {
        io.err(noModel);
        return 1;
      }
      const items = evalItems(await readArticles(Math.ceil(most / 2)));
      return measureAll(items, fresh, model, io, watch());
    },
  };
  return command;
}

export const evalModelCommand = evalCommand();

const noModel = `No model is configured, so there is nothing to measure. Set OPENAI_MODEL, and beside it OPENAI_API_KEY, or
OPENAI_BASE_URL for a server of your own, such as http://127.0.0.1:11434/v1 for Ollama.`;

/** Requests at a time. */
const concurrency = 4;
/** Briefs and answers after which nothing more is asked of a model that has not given one. */
const deadAfter = 6;

async function measureAll(
  items: EvalItem[],
  fresh: boolean,
  model: ModelWriters,
  io: Io,
  interrupted: AbortSignal,
): Promise<number> {
  const { db } = await io.open();
  const { briefs, answers } = await model.client.status();
  const kept = await keptResults(db, `eval-model ${briefs.model} ${answers.model}`, fresh);
  const open = items.filter(({ key }) => kept.results[key] === undefined);
  if (open.length < items.length) {
    io.err(`Going on behind the ${items.length - open.length} that are measured; --fresh begins anew.`);
  }

  const dead = new AbortController();
  interrupted.addEventListener('abort', () => io.err('Ending with those under way; Ctrl-C again leaves at once.'));
  const ends = AbortSignal.any([interrupted, dead.signal]);
  let done = items.length - open.length;
  await runAll(open, ends, async (item) => {
    await kept.keep(item.key, await measureItem(item, model));
    io.progress(++done, items.length, 'briefs and answers');
    const results = Object.values(kept.results);
    if (results.length >= deadAfter && results.every(({ byModel }) => !byModel)) dead.abort();
  });

  const results = items.flatMap(({ key }) => kept.results[key] ?? []);
  const rows = rowsOf(results);
  const whole = results.length === items.length;
  if (whole || dead.signal.aborted) await kept.forget();
  if (io.json) {
    io.out(JSON.stringify({ briefs: briefs.model, answers: answers.model, whole, rows }, null, 2));
  } else {
    io.out(`Briefs by ${briefs.model}, answers by ${answers.model}\n\n${evalTable(rows)}`);
    if (!whole)
      io.out(`\nOf ${items.length} briefs and answers ${results.length} are measured; run it again to go on.`);
  }
  for (const remark of remarks(await model.client.status())) io.err(remark);
  if (dead.signal.aborted) io.err(`The model gave nothing that could be used: ${failuresOf(model)}`);
  return dead.signal.aborted ? 1 : 0;
}

/** What a reader of the table must know of its money. */
function remarks({ briefs, answers, level }: ModelStatus): string[] {
  const unknown = [briefs, answers].filter(({ price }) => price === 'assumed' || price === 'none');
  const names = [...new Set(unknown.map(({ model }) => model))];
  const guessed = unknown.some(({ price }) => price === 'assumed') ? 'is a guess on the dear side' : 'is not counted';
  return [
    ...names.map(
      (name) => `The price of ${name} is not known, so its money ${guessed}: set MODEL_PRICES=${name}=in/out.`,
    ),
    ...(level === 'extractive'
      ? ['MODEL_DAILY_BUDGET is spent for today: what is not by the model was not asked.']
      : []),
  ];
}

function failuresOf({ client }: ModelWriters): string {
  const { failures, refusal } = client.counts;
  const counts = Object.entries(failures).map(([reason, count]) => `${reason} (${count})`);
  return refusal === null ? counts.join(', ') : `${counts.join(', ')}. Its server says: ${refusal}`;
}

/** @returns when all are done, or those under way when `ends` says so. */
async function runAll(items: EvalItem[], ends: AbortSignal, measure: (item: EvalItem) => Promise<void>): Promise<void> {
  const rest = items.values();
  const run = async () => {
    for (const item of rest) {
      if (ends.aborted) return;
      await measure(item);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, run));
}

interface Kept {
  results: Record<string, EvalResult>;
  keep(key: string, result: EvalResult): Promise<void>;
  forget(): Promise<void>;
}

/** What an earlier run measured of the same models, so that one that was ended can go on. */
async function keptResults(db: Database, setting: string, fresh: boolean): Promise<Kept> {
  const results = (fresh ? null : await getSetting<Kept['results']>(db, setting)) ?? {};
  return {
    results,
    async keep(key, result) {
      results[key] = result;
      await setSetting(db, setting, byTheModel(results));
    },
    forget: () => deleteSetting(db, setting),
  };
}

/** What the model did not give is asked for again by the next run. */
function byTheModel(results: Kept['results']): Kept['results'] {
  return Object.fromEntries(Object.entries(results).filter(([, { byModel }]) => byModel));
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

function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}
