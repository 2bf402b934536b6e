import pino from 'pino';
import { createExtractAnswerer } from '../answer/extract.ts';
import { createModelAnswerer } from '../answer/model.ts';
import { createExtractWriter } from '../brief/extract.ts';
import { readGauges } from '../brief/gauge.ts';
import { createModelWriter } from '../brief/model.ts';
import { readConfig } from '../config.ts';
import { createModelClient, type ModelClient } from '../llm/client.ts';
import { marksOfThisProcess } from '../llm/fence.ts';
import { readPrices } from '../llm/prices.ts';
import type { Io } from './command.ts';
import type { MakeWriters, Writers } from './writers.ts';

export interface ModelWriters extends Writers {
  client: ModelClient;
  /** The same writers, that ask by another client. */
  over(client: ModelClient): Writers;
}

/**
 * The model's writers, where the environment names one.
 *
 * @param level of what is logged to standard error.
 * @returns null where no model is configured.
 * @throws Error with every mistake of the configuration.
 */
export async function modelWriters(io: Io, level: 'warn' | 'silent' = 'warn'): Promise<ModelWriters | null> {
  const read = readConfig(io.env);
  if (!read.ok) throw new Error(read.mistakes.join('\n'));
  const { config } = read;
  if (config.model === null) return null;
  const { db } = await io.open();
  // Standard output is the command's; what goes wrong is worth a line on the other.
  const log = pino({ level }, pino.destination(2));
  const client = createModelClient({
    ...config.model,
    dailyBudget: config.MODEL_DAILY_BUDGET ?? null,
    prices: readPrices(config.MODEL_PRICES),
    db,
    log,
    now: io.now,
  });
  const gauges = readGauges(io.env.GAUGES_FILE ?? null);
  const marks = marksOfThisProcess();
  const over = (client: ModelClient): Writers => ({
    gauges,
    writer: createModelWriter({ client, fallback: createExtractWriter(gauges), gauges, log, marks }),
    answerer: createModelAnswerer({ client, fallback: createExtractAnswerer(), log, marks }),
  });
  return { ...over(client), client, over };
}

/** By a model where one is configured, else by extracts. */
export function modelOr(otherwise: MakeWriters): MakeWriters {
  return async (io) => (await modelWriters(io)) ?? otherwise(io);
}
