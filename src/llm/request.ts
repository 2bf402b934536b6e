/** One request in its turn, within the budget, again while the server fails and waiting is worth it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Budget } from './budget.ts';
import { type ChatReply, type ChatRequest, chat, estimatePrompt } from './chat.ts';
import type { Call, ModelCounts, Task } from './client.ts';
import { type Dialect, withoutRefused } from './dialect.ts';
import type { Asked, Draft } from './ladder.ts';
import type { Pool } from './pool.ts';
import { costMicros, type Price, type Tokens } from './prices.ts';

export interface Line {
  model: string;
  price: Price;
  /** What the server was found to understand; it changes as the server complains. */
  dialect: Dialect;
}

export interface RequestDeps {
  lines: Record<Task, Line>;
  loaded: Promise<{ sdk: typeof import('openai'); client: import('openai').OpenAI }>;
  budget: Budget;
  pool: Pool;
  counts: ModelCounts;
  log: Logger;
  timeoutMs: number;
  record(call: Pick<Call<unknown>, 'task' | 'channel'>, tokens: Tokens, retries: number): Promise<void>;
}

/** Tries at one request when the server fails. */
const tries = 3;
/** An answer is awaited by a person; a brief can wait for a rate limit to pass. */
const longestWaitMs: Record<Task, number> = { answer: 4_000, brief: 30_000 };

export async function askModel(call: Omit<Call<unknown>, 'schema'>, draft: Draft, deps: RequestDeps): Promise<Asked> {
  const line = deps.lines[call.task];
  const worst = { input: estimatePrompt(draft.messages), cached: 0, output: draft.maxTokens };
  for (let attempt = 1; ; attempt++) {
    const giveBack = await deps.budget.reserve(costMicros(worst, line.price));
    if (giveBack === null) return { kind: 'budget' };
    const reply = await send(call, draft, attempt, deps).finally(giveBack);
    if (reply.kind !== 'failed') return reply;

    const waitMs =
      reply.reason === 'rejected'
        ? adapt(line, reply, deps.log)
        : await waitAfter(reply, attempt, call.task, deps.pool);
    if (waitMs === null || attempt === tries) return reply;
    deps.counts.retries += 1;
    await wait(waitMs);
  }
}

async function send(
  call: Omit<Call<unknown>, 'schema'>,
  { stream, format, ...draft }: Draft,
  attempt: number,
  { lines, loaded, pool, counts, timeoutMs, record }: RequestDeps,
): Promise<ChatReply> {
  const { sdk, client } = await loaded;
  const { model, dialect } = lines[call.task];
  const spoken = format !== undefined && dialect.format === 'schema' ? { ...dialect, format } : dialect;
  const request: ChatRequest = { ...draft, model, timeoutMs };
  const ask = () => chat(sdk, client, request, spoken, stream?.());
  const reply = await pool.run(call.task, longestWaitMs[call.task], ask);
  if ('pausedMs' in reply) return tooBusy(reply.pausedMs);
  counts.requests += 1;
  await record(call, reply.tokens, attempt > 1 ? 1 : 0);
  return reply;
}

/** @returns null when waiting that long is not worth it. */
async function waitAfter(
  { reason, retryAfterSeconds }: Extract<ChatReply, { retryAfterSeconds: number | null }>,
  attempt: number,
  task: Task,
  pool: Pool,
): Promise<number | null> {
  // Who has waited a minute for nothing does not wait another.
  if (reason === 'timeout') return null;
  const backoffMs = 500 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
  const waitMs = retryAfterSeconds === null ? backoffMs : retryAfterSeconds * 1000;
  if (reason === 'rate-limited') await pool.pause(waitMs);
  return waitMs <= longestWaitMs[task] ? waitMs : null;
}

/** @returns 0 when the request can be sent again, said otherwise; else null. */
function adapt(line: Line, { complaint, status, code }: Extract<ChatReply, { reason: 'rejected' }>, log: Logger) {
  const next = status === 400 || status === 422 ? withoutRefused(line.dialect, complaint) : null;
  if (next === null) {
    log.error({ model: line.model, status, code }, 'model request rejected');
    return null;
  }
  log.info({ model: line.model, dialect: next }, 'model server understands less');
  line.dialect = next;
  return 0;
}

function tooBusy(pausedMs: number): ChatReply {
  const tokens = { input: 0, cached: 0, output: 0 };
  return { kind: 'failed', reason: 'rate-limited', retryAfterSeconds: pausedMs / 1000, tokens };
}
