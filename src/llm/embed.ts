/** Vectors for texts, by the server's embedding model, within the same budget and pauses as everything else. */
import type { OpenAI } from 'openai';
import type { Budget } from './budget.ts';
import { retryAfter, type Sdk } from './chat.ts';
import type { Pool } from './pool.ts';
import { costMicros, estimateTokens, type Price, type Tokens } from './prices.ts';
import { usageOf } from './usage.ts';

export interface EmbedDeps {
  line: { model: string; price: Price };
  loaded: Promise<{ sdk: Sdk; client: OpenAI }>;
  budget: Budget;
  pool: Pool;
  timeoutMs: number;
  now(): Date;
}

/** Texts in one request. */
const batch = 64;
/** Embeddings can wait for the next round rather than for the server. */
const longestWaitMs = 5_000;

/** @throws Error when the budget is spent, the server pauses or fails: nothing depends on an embedding. */
export async function embedTexts(texts: string[], deps: EmbedDeps): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let at = 0; at < texts.length; at += batch) {
    vectors.push(...(await embedBatch(texts.slice(at, at + batch), deps)));
  }
  return vectors;
}

async function embedBatch(input: string[], deps: EmbedDeps): Promise<Float32Array[]> {
  const { line, loaded, budget, pool, timeoutMs, now } = deps;
  const guess: Tokens = { input: input.reduce((sum, text) => sum + estimateTokens(text), 0), cached: 0, output: 0 };
  const { sdk, client } = await loaded;
  const vectors = await pool.run('brief', longestWaitMs, async () => {
    const hold = await budget.hold(costMicros(guess, line.price));
    if (hold === null) throw new Error('embedding: the day’s budget is spent');
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const reply = await client.embeddings.create({ model: line.model, input, encoding_format: 'float' }, { signal });
      const tokens = reply.usage ? { ...guess, input: reply.usage.prompt_tokens } : guess;
      await hold.settle(usageOf({ task: 'embed', channel: '' }, line, tokens, { retry: false, at: now() }));
      return inOrder(reply.data, input.length);
    } catch (error) {
      await hold.release();
      if (error instanceof sdk.RateLimitError) await pool.pause((retryAfter(error.headers) ?? 1) * 1000);
      throw error;
    }
  });
  if ('pausedMs' in vectors) throw new Error(`embedding: the server rests for ${Math.ceil(vectors.pausedMs / 1000)} s`);
  return vectors;
}

function inOrder(data: { index: number; embedding: number[] }[], count: number): Float32Array[] {
  if (data.length !== count) throw new Error(`embedding: ${data.length} vectors for ${count} texts`);
  return data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => Float32Array.from(embedding));
}
