/**
 * The way to a language model: any server that speaks OpenAI's Chat Completions. One pool, one budget, answers
 * checked against a schema, failures as values. Nothing here knows what the words are about.
 */
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Database } from '../store/database.ts';
import { recordUsage, type Usage, usageSince } from '../store/usage.ts';
import { createBudget, type Level, utcDay } from './budget.ts';
import type { Message } from './chat.ts';
import { firstDialect } from './dialect.ts';
import { type EmbedDeps, embedTexts } from './embed.ts';
import { climbDown } from './ladder.ts';
import { createPool } from './pool.ts';
import { costMicros, type KnownPrice, type Prices, priceOf, type Tokens } from './prices.ts';
import { askModel, type RequestDeps } from './request.ts';

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
}

export type FailureReason =
  | 'budget'
  | 'refused'
  | 'invalid'
  | 'timeout'
  | 'unavailable'
  | 'rate-limited'
  /** The server will never take it: wrong key, unknown model, quota spent. */
  | 'rejected';

export type Completion<T> = { kind: 'done'; value: T } | { kind: 'failed'; reason: FailureReason };

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
}

export interface ModelStatus {
  model: string;
  answerModel: string;
  /** What the budget still allows: full requests, short ones, or extracts only. */
  level: Level;
  /** USD; null: no limit. */
  dailyBudget: number | null;
  /** USD of this UTC day, all processes and channels. */
  spentToday: number;
  callsToday: number;
  retriesToday: number;
  inputTokensToday: number;
  outputTokensToday: number;
  /** `assumed`: the model's price is unknown and taken as dear, so that the budget holds. */
  price: KnownPrice['from'];
  /** Milliseconds for which the server asked to be left alone. */
  pausedMs: number;
  counts: ModelCounts;
}

export interface ModelClient {
  level(): Promise<Level>;
  complete<T>(call: Call<T>): Promise<Completion<T>>;
  /** One vector a text; null where no embedding model is configured. @throws Error when there are none to be had. */
  embed: ((texts: string[]) => Promise<Float32Array[]>) | null;
  status(): Promise<ModelStatus>;
  readonly counts: ModelCounts;
}

export function createModelClient(options: ModelClientOptions): ModelClient {
  const { db, log, baseUrl, dailyBudget, now = () => new Date() } = options;
  const lines = {
    brief: lineOf(options, options.model),
    answer: lineOf(options, options.answerModel ?? options.model),
  };
  const pool = createPool(db, `model:${baseUrl ?? 'openai'}`, options.lanes ?? { brief: 4, answer: 8 });
  const budget = createBudget(db, dailyBudget, now, (level, spentUsd) => {
    log.warn({ level, spentUsd, dailyBudget }, 'model budget level');
  });
  const counts = emptyCounts();
  // Loaded while nobody waits: the first answer would pay for it.
  const loaded = load(options);
  loaded.catch((error) => log.error({ err: error }, 'model client not loaded'));
  const record: RequestDeps['record'] = (call, tokens, retries) =>
    recordUsage(db, usageOf(call, lines[call.task], tokens, retries, utcDay(now())));
  const embedder = embedderOf(options, { budget, pool, loaded });
  const deps: RequestDeps = {
    lines,
    loaded,
    budget,
    pool,
    counts,
    log,
    record,
    timeoutMs: options.timeoutMs ?? timeoutMs,
  };

  return {
    counts,
    level: () => budget.level(),
    embed: embedder,

    async complete(call) {
      const completion = await climbDown(call, (draft) => askModel(call, draft, deps), counts);
      if (completion.kind === 'failed') {
        counts.failures[completion.reason] = (counts.failures[completion.reason] ?? 0) + 1;
        log.warn({ task: call.task, model: lines[call.task].model, reason: completion.reason }, 'model failed');
      }
      return completion;
    },

    async status() {
      const today = await usageSince(db, utcDay(now()));
      const sum = (of: (usage: Usage) => number) => today.reduce((total, usage) => total + of(usage), 0);
      return {
        model: lines.brief.model,
        answerModel: lines.answer.model,
        level: await budget.level(),
        dailyBudget,
        spentToday: sum((usage) => usage.costMicros) / 1e6,
        callsToday: sum((usage) => usage.calls),
        retriesToday: sum((usage) => usage.retries),
        inputTokensToday: sum((usage) => usage.inputTokens),
        outputTokensToday: sum((usage) => usage.outputTokens),
        price: lines.brief.price.from,
        pausedMs: await pool.pausedMs(),
        counts,
      };
    },
  };
}

function lineOf({ baseUrl, prices = {}, dailyBudget }: ModelClientOptions, model: string) {
  return { model, price: priceOf(model, prices, dailyBudget !== null), dialect: firstDialect(baseUrl) };
}

function embedderOf(
  options: ModelClientOptions,
  shared: Pick<EmbedDeps, 'budget' | 'pool' | 'loaded'>,
): ModelClient['embed'] {
  const { embeddingModel: model, db, prices = {}, dailyBudget, now = () => new Date() } = options;
  if (!model) return null;
  const price = priceOf(model, prices, dailyBudget !== null);
  const record = (tokens: Tokens) =>
    recordUsage(db, usageOf({ task: 'embed', channel: '' }, { model, price }, tokens, 0, utcDay(now())));
  return (texts) => embedTexts(texts, { ...shared, model, price, record, timeoutMs: options.timeoutMs ?? timeoutMs });
}

function usageOf(
  { task, channel }: { task: string; channel: string },
  { model, price }: { model: string; price: KnownPrice },
  tokens: Tokens,
  retries: number,
  day: string,
): Usage {
  const { input: inputTokens, output: outputTokens } = tokens;
  return {
    day,
    channel,
    model,
    task,
    calls: 1,
    retries,
    inputTokens,
    outputTokens,
    costMicros: costMicros(tokens, price),
  };
}

async function load({ apiKey, baseUrl, fetch, ...options }: ModelClientOptions) {
  const sdk = await import('openai');
  const client = new sdk.OpenAI({
    // A local server wants no key, but the SDK insists on one.
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    timeout: options.timeoutMs ?? timeoutMs,
    maxRetries: 0,
    logLevel: 'off',
    ...(fetch && { fetch }),
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
  };
}
