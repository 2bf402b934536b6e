/**
 * The way to a language model: any server that speaks OpenAI's Chat Completions. One pool, one budget, answers
 * checked against a schema, failures as values. Nothing here knows what the words are about.
 */
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Database } from '../store/database.ts';
import { type Usage, usageSince } from '../store/usage.ts';
import { boundedBodies } from './bound.ts';
import { createBudget, type Level, utcDay } from './budget.ts';
import type { Message } from './chat.ts';
import { readableRefusals } from './complaint.ts';
import { firstDialect } from './dialect.ts';
import { embedTexts } from './embed.ts';
import { climbDown } from './ladder.ts';
import { createPool } from './pool.ts';
import { costMicros, type KnownPrice, type Prices, priceOf } from './prices.ts';
import { askModel, type Line } from './request.ts';
import { leastTokens } from './room.ts';

export interface ModelClientOptions {
  /** null: the server wants none (a local one). */
  apiKey: string | null;
  /** null: OpenAI. */
  baseUrl: string | null;
  model: string;
  /** null: the same as `model`. */
  answerModel: string | null;
  /** null or left out: none. */
  embeddingModel?: string | null;
  /** USD for a UTC day; null: no limit. */
  dailyBudget: number | null;
  /** By model, where they are not OpenAI's list prices. */
  prices?: Prices;
  db: Database;
  log: Logger;
  fetch?: typeof fetch;
  timeoutMs?: number;
  /** Requests at a time in this process. */
  lanes?: Record<Task, number>;
  now?: () => Date;
}

export type Task = 'brief' | 'answer';

export interface Call<T> {
  task: Task;
  /** Whose budget it is; '' for what all channels share. */
  channel: string;
  messages: Message[];
  schema: z.ZodType<T>;
  /** Names the schema to the server. */
  name: string;
  maxTokens: number;
  /** Makes a reader of the streamed text for each time that the answer begins anew. */
  stream?: () => (delta: string) => void;
  /** Told of each request that was made for it. */
  onUsage?(usage: Usage): void;
}

export type FailureReason =
  | 'budget'
  | 'refused'
  | 'invalid'
  | 'timeout'
  | 'unavailable'
  | 'rate-limited'
  /** For the model's context, or its rate limit: a shorter one may do. */
  | 'too-long'
  /** The server will never take it: wrong key, unknown model, quota spent. */
  | 'rejected';

export type Completion<T> = { kind: 'done'; value: T } | { kind: 'failed'; reason: FailureReason };

/** Too dear for what is left of the budget, or too long for the model. */
export function mayDoShorter(reason: FailureReason): boolean {
  return reason === 'budget' || reason === 'too-long';
}

/** Since the process started; for metrics. */
export interface ModelCounts {
  requests: number;
  retries: number;
  /** Requests made because an answer did not fit the schema. */
  schemaRepairs: number;
  /** Requests made because claims were not grounded. */
  claimRepairs: number;
  claims: { grounded: number; repaired: number; replaced: number; dropped: number };
  failures: Partial<Record<FailureReason, number>>;
  /** What the server said when it last refused, such as `401 Incorrect API key provided`. For the operator only. */
  refusal: string | null;
}

/** A task's model. `assumed`: its price is unknown and taken as dear, so that the budget holds. */
export interface ModelAndPrice {
  model: string;
  price: KnownPrice['from'];
}

export interface ModelStatus {
  briefs: ModelAndPrice;
  answers: ModelAndPrice;
  /** What the budget still allows of briefs: full requests, short ones, or extracts only. */
  level: Level;
  /** USD; null: no limit. */
  dailyBudget: number | null;
  /** USD of this UTC day, all processes and channels. */
  spentToday: number;
  callsToday: number;
  retriesToday: number;
  inputTokensToday: number;
  outputTokensToday: number;
  /** All of today's usage, a row for each channel, model and task. */
  today: Usage[];
  /** Milliseconds for which the server asked to be left alone. */
  pausedMs: number;
  counts: ModelCounts;
}

export interface ModelClient {
  /** What the budget still allows of a task. */
  level(task: Task): Promise<Level>;
  complete<T>(call: Call<T>): Promise<Completion<T>>;
  /** One vector a text; null where no embedding model is configured. @throws Error when there are none to be had. */
  embed: ((texts: string[]) => Promise<Float32Array[]>) | null;
  status(): Promise<ModelStatus>;
  readonly counts: ModelCounts;
}

export function createModelClient(options: ModelClientOptions): ModelClient {
  const { db, log, baseUrl, dailyBudget, embeddingModel, now = () => new Date() } = options;
  const lineFor = linesOf(options);
  const lines = { brief: lineFor(options.model), answer: lineFor(options.answerModel ?? options.model) };
  const requestMs = options.timeoutMs ?? timeoutMs;
  const pool = createPool(db, `model:${baseUrl ?? 'openai'}`, options.lanes ?? { brief: 4, answer: 8 });
  const budget = createBudget(db, {
    dailyUsd: dailyBudget,
    leastMicros: (task) => costMicros(leastTokens(task, lines[task].dialect), lines[task].price),
    holdSeconds: requestMs / 1000 + 10,
    now,
    announce: (task, level, committedUsd) => log.warn({ task, level, committedUsd, dailyBudget }, 'model budget level'),
  });
  const counts = emptyCounts();
  // Loaded while nobody waits: the first answer would pay for it.
  const loaded = load(options);
  loaded.catch((error) => log.error({ err: error }, 'model client not loaded'));
  const shared = { loaded, budget, pool, counts, log, now, timeoutMs: requestMs };

  return {
    counts,
    level: (task) => budget.level(task),
    embed: embeddingModel ? (texts) => embedTexts(texts, { ...shared, line: lineFor(embeddingModel) }) : null,

    async complete(call) {
      const line = lines[call.task];
      const completion = await climbDown(call, {
        ask: (draft) => askModel(call, draft, { ...shared, line }),
        spellFromNow: () => {
          line.dialect = { ...line.dialect, spelled: true };
        },
        counts,
      });
      if (completion.kind === 'failed') {
        const { reason } = completion;
        counts.failures[reason] = (counts.failures[reason] ?? 0) + 1;
        // What was not asked has not failed, and each level of the budget is announced.
        if (reason === 'budget') log.info({ task: call.task, model: line.model }, 'model not asked');
        else log.warn({ task: call.task, model: line.model, reason }, 'model failed');
      }
      return completion;
    },

    async status() {
      const today = await usageSince(db, utcDay(now()));
      const sum = (of: (usage: Usage) => number) => today.reduce((total, usage) => total + of(usage), 0);
      return {
        briefs: { model: lines.brief.model, price: lines.brief.price.from },
        answers: { model: lines.answer.model, price: lines.answer.price.from },
        level: await budget.level('brief'),
        dailyBudget,
        spentToday: sum((usage) => usage.costMicros) / 1e6,
        callsToday: sum((usage) => usage.calls),
        retriesToday: sum((usage) => usage.retries),
        inputTokensToday: sum((usage) => usage.inputTokens),
        outputTokensToday: sum((usage) => usage.outputTokens),
        today,
        pausedMs: await pool.pausedMs(),
        counts,
      };
    },
  };
}

/** Tasks on the same model share what its server was found to understand. Says so where a price is not known. */
function linesOf({ baseUrl, prices = {}, dailyBudget, log }: ModelClientOptions): (model: string) => Line {
  const lines = new Map<string, Line>();
  return (model) => {
    const known = lines.get(model);
    if (known !== undefined) return known;
    const price = priceOf(model, prices, dailyBudget !== null);
    if (price.from === 'assumed') {
      const { input, output } = price;
      const say = `model price unknown: counted as ${input}/${output}, so that the budget holds; set MODEL_PRICES=${model}=…/…`;
      log.warn({ model }, say);
    }
    const line = { model, price, dialect: firstDialect(baseUrl) };
    lines.set(model, line);
    return line;
  };
}

async function load({ apiKey, baseUrl, fetch: ask = fetch, ...options }: ModelClientOptions) {
  const sdk = await import('openai');
  const client = new sdk.OpenAI({
    // A local server wants no key, but the SDK insists on one.
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    timeout: options.timeoutMs ?? timeoutMs,
    maxRetries: 0,
    logLevel: 'off',
    fetch: readableRefusals(boundedBodies(ask)),
  });
  return { sdk, client };
}

/** Of one request, its last byte included. The SDK's own default is 10 minutes. */
const timeoutMs = 60_000;

function emptyCounts(): ModelCounts {
  return {
    requests: 0,
    retries: 0,
    schemaRepairs: 0,
    claimRepairs: 0,
    claims: { grounded: 0, repaired: 0, replaced: 0, dropped: 0 },
    failures: {},
    refusal: null,
  };
}
