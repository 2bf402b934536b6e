/** Who writes and answers for the commands that are tried by hand: the extract, or a model where one is configured. */
import type { Answerer } from '../answer/answerer.ts';
import { createExtractAnswerer } from '../answer/extract.ts';
import { createExtractWriter } from '../brief/extract.ts';
import { type Gauge, readGauges } from '../brief/gauge.ts';
import type { BriefWriter } from '../brief/writer.ts';
import type { Io } from './command.ts';

export interface Writers {
  gauges: Gauge[];
  writer: BriefWriter;
  answerer: Answerer;
}

export type MakeWriters = (io: Io) => Promise<Writers>;

/** Needs no database, no network and no key. */
export const extractiveWriters: MakeWriters = async ({ env, err }) => {
  const gauges = readGauges(env.GAUGES_FILE ?? null);
  const onPlanted = ({ sentence }: { sentence: number }) =>
    err(`Sentence ${sentence + 1} speaks to a model or a bot: left out.`);
  return { gauges, writer: createExtractWriter(gauges, { onPlanted }), answerer: createExtractAnswerer() };
};
