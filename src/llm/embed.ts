/** Vectors for texts, by the server's embedding model, within the same budget and pauses as everything else. */
import type { OpenAI } from 'openai';
import type { Budget } from './budget.ts';
import type { Pool } from './pool.ts';
import { costMicros, estimateTokens, type Price, type Tokens } from './prices.ts';

export interface EmbedDeps {
  model: string;
  price: Price;
  loaded: Promise<{ client: OpenAI }>;
  budget: Budget;
  pool: Pool;
  timeoutMs: number;
  record(tokens: Tokens): Promise<void>;
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

async function embedBatch(input: string[], { model, price, loaded, budget, pool, timeoutMs, record }: EmbedDeps) {
  const guess: Tokens = { input: input.reduce((sum, text) => sum + estimateTokens(text), 0), cached: 0, output: 0 };
  const giveBack = await budget.reserve(costMicros(guess, price));
  if (giveBack === null) throw new Error('embedding: the day’s budget is spent');
  try {
    const { client } = await loaded;
    const signal = AbortSignal.timeout(timeoutMs);
    const request = { model, input, encoding_format: 'float' as const };
    const reply = await pool.run('brief', longestWaitMs, () => client.embeddings.create(request, { signal }));
    if ('pausedMs' in reply) throw new Error(`embedding: the server rests for ${Math.ceil(reply.pausedMs / 1000)} s`);
    await record(reply.usage ? { ...guess, input: reply.usage.prompt_tokens } : guess);
    return inOrder(reply.data, input.length);
  } finally {
    giveBack();
  }
}

function inOrder(data: { index: number; embedding: number[] }[], count: number): Float32Array[] {
  if (data.length !== count) throw new Error(`embedding: ${data.length} vectors for ${count} texts`);
  return data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => Float32Array.from(embedding));
}
