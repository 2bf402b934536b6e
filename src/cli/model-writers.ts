import pino from 'pino';
import { createExtractAnswerer } from '../answer/extract.ts';
import { createModelAnswerer } from '../answer/model.ts';
import { createExtractWriter } from '../brief/extract.ts';
import { readGauges } from '../brief/gauge.ts';
import { createModelWriter } from '../brief/model.ts';
import { readConfig } from '../config.ts';
import { createModelClient, type ModelClient } from '../llm/client.ts';
import { readPrices } from '../llm/prices.ts';
import type { Io } from './command.ts';
import type { MakeWriters, Writers } from './writers.ts';

/**
 * The model's writers, where the environment names one.
 *
 * @returns null where no model is configured.
 * @throws Error with every mistake of the configuration.
 */
export async function modelWriters(io: Io): Promise<(Writers & { client: ModelClient }) | null> {
  const read = readConfig(io.env);
  if (!read.ok) throw new Error(read.mistakes.join('\n'));
  const { config } = read;
  if (config.model === null) return null;
  const { db } = await io.open();
  // Standard output is the command's; what goes wrong is worth a line on the other.
  const log = pino({ level: 'warn' }, pino.destination(2));
  const client = createModelClient({
    ...config.model,
    dailyBudget: config.MODEL_DAILY_BUDGET ?? null,
    prices: readPrices(config.MODEL_PRICES),
    db,
    log,
    now: io.now,
  });
  const gauges = readGauges(io.env.GAUGES_FILE ?? null);
  return {
    client,
    gauges,
    writer: createModelWriter({ client, fallback: createExtractWriter(gauges), gauges, log }),
    answerer: createModelAnswerer({ client, fallback: createExtractAnswerer(), log }),
  };
}

/** By a model where one is configured, else by extracts. */
export function modelOr(otherwise: MakeWriters): MakeWriters {
  return async (io) => (await modelWriters(io)) ?? otherwise(io);
}
