/** What the language model took today, as `status` tells it. */
import type { Answer } from '../answer/answerer.ts';
import type { Level } from '../llm/budget.ts';
import type { KnownPrice } from '../llm/prices.ts';
import type { Words } from '../words/words.ts';

export interface ModelUse {
  model: string;
  calls: number;
  tokens: number;
  costUsd: number;
  price: KnownPrice['from'];
}

/** Of this UTC day. */
export interface ModelToday {
  /** What the day's budget still allows. */
  level: Level;
  /** The channel's own answers, by model. */
  here: ModelUse[];
  /** The briefs that all channels share, by model. */
  shared: ModelUse[];
}

/** @param model null: none is configured. */
export function modelLines(model: ModelToday | null, words: Words): string[] {
  if (model === null) return [words.status.noModel];
  return [
    ...model.here.map((use) => words.status.modelHere(use.model, amountOf(use, words))),
    ...model.shared.map((use) => words.status.modelShared(use.model, amountOf(use, words))),
    ...(model.level === 'short' ? [words.status.modelShort] : []),
    ...(model.level === 'extractive' ? [words.answer.budgetSpent] : []),
  ];
}

function amountOf({ calls, tokens, costUsd, price }: ModelUse, words: Words): string {
  const { modelUse, priceUnknown } = words.status;
  const dollars = costUsd > 0 && costUsd < 0.01 ? '< $0.01' : `$${costUsd.toFixed(2)}`;
  if (price === 'none') return modelUse(calls, tokens, priceUnknown);
  return modelUse(calls, tokens, price === 'assumed' ? `≤ ${dollars} (${priceUnknown})` : dollars);
}

/** How an answer was made, and why not by the model where one is configured. */
export function madeBy(
  { method, instead, dropped = 0 }: Pick<Answer, 'method' | 'instead' | 'dropped'>,
  { answer, brief }: Words,
): string {
  if (method === 'model') return dropped > 0 ? `${answer.modelLabel} ${brief.dropped(dropped)}` : answer.modelLabel;
  if (instead === undefined) return answer.extractLabel;
  return instead === 'budget' ? answer.budgetSpent : answer.modelFailed;
}
