/** What tokens cost. USD for a million tokens is micro-dollars for one, so money is counted in whole micro-dollars. */

export interface Tokens {
  /** All of the prompt, the cached part included. */
  input: number;
  /** The part of `input` that the server had cached. */
  cached: number;
  output: number;
}

/** USD for a million tokens. */
export interface Price {
  input: number;
  output: number;
  /** Where it differs from `input`. */
  cachedInput?: number;
}

export type Prices = Record<string, Price>;

/** List prices of OpenAI as published in 2025; MODEL_PRICES overrides them. @see https://openai.com/api/pricing/ */
const listPrices: Prices = {
  'gpt-4o': { input: 2.5, output: 10, cachedInput: 1.25 },
  'gpt-4o-mini': { input: 0.15, output: 0.6, cachedInput: 0.075 },
  'gpt-4.1': { input: 2, output: 8, cachedInput: 0.5 },
  'gpt-4.1-mini': { input: 0.4, output: 1.6, cachedInput: 0.1 },
  'gpt-4.1-nano': { input: 0.1, output: 0.4, cachedInput: 0.025 },
  'gpt-5': { input: 1.25, output: 10, cachedInput: 0.125 },
  'gpt-5-mini': { input: 0.25, output: 2, cachedInput: 0.025 },
  'gpt-5-nano': { input: 0.05, output: 0.4, cachedInput: 0.005 },
  'text-embedding-3-small': { input: 0.02, output: 0 },
  'text-embedding-3-large': { input: 0.13, output: 0 },
};

/** For a model without a known price under a budget: dear, so that the budget holds whatever it really costs. */
const assumedPrice: Price = { input: 10, output: 30 };

/**
 * Reads MODEL_PRICES: `llama-4=0.1/0.3, gpt-5=1.25/10/0.125`, each a model with USD for a million tokens of input, of
 * output and, where it differs, of cached input.
 *
 * @throws RangeError that names what cannot be read.
 */
export function readPrices(text: string | undefined): Prices {
  const entries = (text ?? '').split(',').map((entry) => entry.trim());
  return Object.fromEntries(entries.filter((entry) => entry !== '').map(readPrice));
}

function readPrice(entry: string): [string, Price] {
  const [, model, amounts = ''] = /^(.+?)\s*=\s*([\d./\s]+)$/.exec(entry) ?? [];
  const [input, output, cachedInput] = amounts.split('/').map(Number);
  const known = [input, output, cachedInput ?? 0].every((amount) => Number.isFinite(amount));
  if (model === undefined || input === undefined || output === undefined || !known) {
    throw new RangeError(`MODEL_PRICES: ${entry} is not like gpt-5=1.25/10 (USD for a million tokens in and out)`);
  }
  return [model, { input, output, ...(cachedInput !== undefined && { cachedInput }) }];
}

export interface KnownPrice extends Price {
  /** `assumed`: nobody told the price, and a budget must hold; `none`: nobody told it, and nothing depends on it. */
  from: 'operator' | 'list' | 'assumed' | 'none';
}

export function priceOf(model: string, prices: Prices, hasBudget: boolean): KnownPrice {
  const told = prices[model];
  if (told !== undefined) return { ...told, from: 'operator' };
  const listed = listPrices[model] ?? listPrices[model.replace(/-\d{4}-\d{2}-\d{2}$/, '')];
  if (listed !== undefined) return { ...listed, from: 'list' };
  return hasBudget ? { ...assumedPrice, from: 'assumed' } : { input: 0, output: 0, from: 'none' };
}

export function costMicros({ input, cached, output }: Tokens, price: Price): number {
  const fresh = (input - cached) * price.input + cached * (price.cachedInput ?? price.input);
  return Math.ceil(fresh + output * price.output);
}

/** A guess that errs upward: about 3 Latin letters, or 1 letter of a script without spaces, make a token. */
export function estimateTokens(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu);
  const denseLength = dense?.length ?? 0;
  return Math.ceil(denseLength + (text.length - denseLength) / 3);
}
