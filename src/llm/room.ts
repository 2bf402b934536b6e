/** How much a request of each size may hold, and what that costs at the least. */
import type { Size } from './budget.ts';
import type { Task } from './client.ts';
import { type Dialect, thinkingTokens } from './dialect.ts';
import type { Tokens } from './prices.ts';

/** Tokens of the articles in a request, and of its answer. */
export const room: Record<Task, Record<Size, { input: number; output: number }>> = {
  // A short brief has no FAQ.
  brief: { full: { input: 12_000, output: 4_000 }, short: { input: 3_000, output: 1_800 } },
  answer: { full: { input: 12_000, output: 1_500 }, short: { input: 3_000, output: 700 } },
};

/** Tokens of the rules, the schema and an article of some sentences. */
const leastPrompt = 1_900;

/** What is set aside for the smallest request of a task: with less money than it costs, none is asked any more. */
export function leastTokens(task: Task, { thinks }: Dialect): Tokens {
  return { input: leastPrompt, cached: 0, output: room[task].short.output + (thinks ? thinkingTokens : 0) };
}
