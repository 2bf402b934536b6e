/** One request in its turn, within the budget, again while the server fails and waiting is worth it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Budget } from './budget.ts';
import { type ChatReply, type ChatRequest, chat, estimatePrompt, type Sdk } from './chat.ts';
import type { Call, ModelCounts, Task } from './client.ts';
import { type Change, changeFor, type Dialect, isPlainest, messagesIn, plainest, thinkingTokens } from './dialect.ts';
import type { Asked, Draft } from './ladder.ts';
import type { Pool } from './pool.ts';
import { costMicros, type KnownPrice, type Tokens } from './prices.ts';
import { usageOf } from './usage.ts';

/** One model on one server. */
export interface Line {
  model: string;
  price: KnownPrice;
  /** What the server was found to understand; it changes as the server complains. */
  dialect: Dialect;
  /** It was said that the server seems to cut prompts. */
  cuts?: boolean;
}

export interface RequestDeps {
  line: Line;
  loaded: Promise<{ sdk: Sdk; client: import('openai').OpenAI }>;
  budget: Budget;
  pool: Pool;
  counts: ModelCounts;
  log: Logger;
  timeoutMs: number;
  now(): Date;
}

/** Tries at one request when the server fails. */
const tries = 3;
/** An answer is awaited by a person; a brief can wait for a rate limit to pass. */
const longestWaitMs: Record<Task, number> = { answer: 4_000, brief: 30_000 };

export type Asking = Pick<Call<unknown>, 'task' | 'channel' | 'onUsage'>;

export async function askModel(call: Asking, draft: Draft, deps: RequestDeps): Promise<Asked> {
  const { line, counts, pool, log } = deps;
  // What this request alone is to be like, and what was left out of it since.
  let change: Change = {};
  for (let attempt = 1; ; ) {
    const spoken = { ...line.dialect, ...overriding(line.dialect, draft.override), ...change };
    const reply = await send(call, draft, spoken, attempt, deps);
    if (reply.kind === 'budget') return reply;
    if (reply.kind !== 'failed') {
      learn(line, without(change, draft.override), reply, log);
      return reply;
    }
    if (reply.reason === 'too-long') return reply;
    if (reply.reason === 'rejected') {
      const next = nextChange(spoken, reply);
      if (next === null) {
        // The server's own words may hold anything, so they are not logged.
        log.error({ model: line.model, status: reply.status, code: reply.code }, 'model request rejected');
        counts.refusal = withoutKeys(reply.complaint).trim().slice(0, 300);
        return reply;
      }
      change = { ...change, ...next };
      continue;
    }
    const waitMs = await waitAfter(reply, attempt, call.task, pool);
    if (waitMs === null || attempt === tries) return reply;
    attempt += 1;
    counts.retries += 1;
    await wait(waitMs);
  }
}

function withoutKeys(complaint: string): string {
  return complaint.replace(/\b(?:sk|key|pk)-[\w*.-]+/g, '…');
}

/** Nobody is asked for a format that is known to be refused. */
function overriding({ format }: Dialect, override: Draft['override']): Change {
  return format === 'none' ? { ...override, format } : { ...override };
}

/** Each says less than the one before, so that this comes to an end. */
function nextChange(spoken: Dialect, { complaint, status }: Extract<ChatReply, { reason: 'rejected' }>): Change | null {
  if (status !== 400 && status !== 422) return null;
  return changeFor(spoken, complaint) ?? (isPlainest(spoken) ? null : plainest);
}

/** What only this request was to be like, and was refused, changes nothing for the others. */
function without({ format, ...change }: Change, override: Draft['override']): Change {
  return format === undefined || override?.format !== undefined ? change : { ...change, format };
}

/** Only what led to an answer is kept. */
function learn(line: Line, change: Change, { thought }: ChatReply, log: Logger): void {
  const learnt = thought && !line.dialect.thinks ? { ...change, thinks: true } : change;
  if (Object.keys(learnt).length === 0) return;
  line.dialect = { ...line.dialect, ...learnt };
  log.info({ model: line.model, dialect: line.dialect }, 'model server learnt');
}

async function send(
  call: Asking,
  { stream, override: _, ...draft }: Draft,
  spoken: Dialect,
  attempt: number,
  { line, loaded, pool, counts, timeoutMs, budget, now, log }: RequestDeps,
): Promise<Asked> {
  const { sdk, client } = await loaded;
  const messages = messagesIn(spoken, draft.messages, draft.schema.schema);
  const request: ChatRequest = { ...draft, messages, model: line.model, timeoutMs };
  const worst: Tokens = {
    input: estimatePrompt(request),
    cached: 0,
    output: draft.maxTokens + (spoken.thinks ? thinkingTokens : 0),
  };
  const reply = await pool.run(call.task, longestWaitMs[call.task], async (): Promise<Asked> => {
    const hold = await budget.hold(costMicros(worst, line.price));
    if (hold === null) return { kind: 'budget' };
    try {
      const reply = await chat(sdk, client, request, spoken, stream?.());
      counts.requests += 1;
      const usage = usageOf(call, line, reply.tokens, { retry: attempt > 1, at: now() });
      await hold.settle(usage);
      call.onUsage?.(usage);
      sayIfCut(line, worst.input, reply.tokens.input, log);
      return reply;
    } catch (error) {
      await hold.release();
      throw error;
    }
  });
  return 'pausedMs' in reply ? tooBusy(reply.pausedMs) : reply;
}

/** Our guess errs upward, but not by so much. */
const leastShareRead = 0.4;
/** The shortest context that servers come with. */
const commonContext = 4_000;

/** Some local servers drop the beginning of a long prompt, rules and all, and say nothing. */
function sayIfCut(line: Line, guessed: number, read: number, log: Logger): void {
  if (line.cuts || guessed < commonContext || read === 0 || read > guessed * leastShareRead) return;
  line.cuts = true;
  log.warn({ model: line.model, guessed, read }, 'model server seems to cut prompts: give it a longer context');
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
  return { kind: 'failed', reason: 'rate-limited', retryAfterSeconds: pausedMs / 1000, tokens, thought: false };
}
