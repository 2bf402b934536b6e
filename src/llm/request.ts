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

export async function askModel(call: Asking, draft: Draft, deps: RequestDeps): Promise<Asked> {
  const line = deps.lines[call.task];
  const worst = { input: estimatePrompt(draft.messages), cached: 0, output: draft.maxTokens };
  let { format } = draft;
  for (let attempt = 1; ; ) {
    const giveBack = await deps.budget.reserve(costMicros(worst, line.price));
    if (giveBack === null) return { kind: 'budget' };
    const spoken = dialectOf(line, format);
    const reply = await send(call, draft, spoken, attempt, deps).finally(giveBack);
    if (reply.kind !== 'failed') return reply;

    if (reply.reason === 'rejected') {
      const next = adapted(line, spoken, reply, deps.log);
      if (next === null) return reply;
      // What only this request was refused changes nothing for the others.
      if (format !== undefined) format = next.format;
      continue;
    }
    const waitMs = await waitAfter(reply, attempt, call.task, deps.pool);
    if (waitMs === null || attempt === tries) return reply;
    attempt += 1;
    deps.counts.retries += 1;
    await wait(waitMs);
  }
}

type Asking = Omit<Call<unknown>, 'schema'>;

/** @param format asks for less than the server is known to understand. */
function dialectOf({ dialect }: Line, format: Dialect['format'] | undefined): Dialect {
  return format !== undefined && dialect.format !== 'none' ? { ...dialect, format } : dialect;
}

async function send(
  call: Asking,
  { stream, format: _, ...draft }: Draft,
  spoken: Dialect,
  attempt: number,
  { lines, loaded, pool, counts, timeoutMs, record }: RequestDeps,
): Promise<ChatReply> {
  const { sdk, client } = await loaded;
  const request: ChatRequest = { ...draft, model: lines[call.task].model, timeoutMs };
  const ask = () => chat(sdk, client, request, spoken, stream?.());
  const reply = await pool.run(call.task, longestWaitMs[call.task], ask);
  if ('pausedMs' in reply) return tooBusy(reply.pausedMs);
  counts.requests += 1;
  await record(call, reply.tokens, attempt > 1 ? 1 : 0);
  return reply;
}

/** @returns what to speak from now on, or null when the complaint is about something else. Each says less than before. */
function adapted(
  line: Line,
  spoken: Dialect,
  { complaint, status, code }: Extract<ChatReply, { reason: 'rejected' }>,
  log: Logger,
): Dialect | null {
  const next = status === 400 || status === 422 ? withoutRefused(spoken, complaint) : null;
  if (next === null) {
    log.error({ model: line.model, status, code }, 'model request rejected');
    return null;
  }
  const overridden = spoken.format !== line.dialect.format;
  line.dialect = overridden ? { ...next, format: line.dialect.format } : next;
  log.info({ model: line.model, dialect: line.dialect }, 'model server understands less');
  return next;
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

function tooBusy(pausedMs: number): ChatReply {
  const tokens = { input: 0, cached: 0, output: 0 };
  return { kind: 'failed', reason: 'rate-limited', retryAfterSeconds: pausedMs / 1000, tokens };
}
