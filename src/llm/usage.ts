/** What one request took, as it is kept. */
import type { Usage } from '../store/usage.ts';
import { utcDay } from './budget.ts';
import { costMicros, type Price, type Tokens } from './prices.ts';

export function usageOf(
  { task, channel }: { task: string; channel: string },
  { model, price }: { model: string; price: Price },
  tokens: Tokens,
  { retry, at }: { retry: boolean; at: Date },
): Usage {
  return {
    day: utcDay(at),
    channel,
    model,
    task,
    calls: 1,
    retries: retry ? 1 : 0,
    inputTokens: tokens.input,
    outputTokens: tokens.output,
    costMicros: costMicros(tokens, price),
  };
}
