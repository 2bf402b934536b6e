/** The parts of the line, put together once for a process. What is heavy is made when it is first used. */
import type { Logger } from 'pino';
import type { Adapter } from '../adapter.ts';
import type { Answerer } from '../answer/answerer.ts';
import { createExtractAnswerer } from '../answer/extract.ts';
import { createExtractor } from '../article/extract.ts';
import { createExtractWriter } from '../brief/extract.ts';
import { type Gauge, readGauges } from '../brief/gauge.ts';
import { writeBrief } from '../brief/write.ts';
import type { BriefWriter } from '../brief/writer.ts';
import type { Catalogue } from '../catalogue/load.ts';
import type { Config } from '../config.ts';
import type { DeliveryDeps } from '../delivery.ts';
import type { ComposeDeps } from '../digest/compose.ts';
import { GiveUp } from '../errors.ts';
import { createFetcher } from '../feed/fetch.ts';
import { createGuard } from '../feed/guard.ts';
import { createParser } from '../feed/parse.ts';
import type { PollDeps } from '../feed/poll.ts';
import type { ModelClient } from '../llm/client.ts';
import type { Brief, Language, StoryId } from '../model.ts';
import { loadCandidates } from '../store/candidates.ts';
import { loadStoryText } from '../store/stories.ts';
import type { Candidate } from '../story/candidate.ts';
import { createPlacingState, type PlacingDeps } from '../story/place.ts';
import { createTopics, readOperatorTopics } from '../story/topics.ts';
import { topicLabel } from '../talk/follow.ts';
import type { Foundation } from './foundation.ts';

export interface Tools {
  topics: { id: string; labels: Record<string, string>; aka?: string[]; keywords: string[] }[];
  gauges: Gauge[];
  poll: PollDeps;
  /** For addresses that people name: those of our own that feeds may be read from are refused to them. */
  named: PollDeps['fetcher'];
  placing: PlacingDeps;
  compose: ComposeDeps;
  delivery: DeliveryDeps;
  answerer: Answerer;
  writer: BriefWriter;
  model: ModelClient | null;
  briefOf(story: StoryId, language: Language): Promise<Brief | null>;
  /** Cuts off what is being read of feeds, which leaves no trace; nobody need wait for slow sites. */
  stopReading(): Promise<void>;
  close(): Promise<void>;
}

export interface ToolDeps {
  config: Config;
  foundation: Foundation;
  catalogue: Catalogue;
  adapterOf(platform: string): Adapter | null;
  /** Addresses under which the fetcher may read though they are private: our own samples. */
  allow: string[];
  version: string;
  log: Logger;
  now: () => Date;
}

export async function createTools({
  config,
  foundation,
  catalogue,
  adapterOf,
  allow,
  version,
  log,
  now,
}: ToolDeps): Promise<Tools> {
  const { db, secret, seal } = foundation;
  const contact = config.CONTACT ?? config.BASE_URL;
  const userAgent = `Tidings/${version}${contact ? ` (+${contact})` : ' (news digest bot)'}`;
  const fetcher = createFetcher({ guard: createGuard({ allow }), userAgent });
  const named = createFetcher({ guard: createGuard({ allow: [] }), userAgent });
  const parser = createParser();
  const extractor = createExtractor();
  const gauges = readGauges(config.GAUGES_FILE);
  const topics = createTopics(catalogue.topics, config.TOPICS_FILE ? await readOperatorTopics(config.TOPICS_FILE) : []);
  const { writer, answerer, model } = await createWriters(config, foundation, gauges, log, now);
  const writing = { db, writer, loadStoryText: (story: StoryId) => loadStoryText(db, story) };
  const briefOf = (story: StoryId, language: Language) => writeBrief(story, language, writing).catch(nullWhenGone);
  const baseUrl = config.BASE_URL ?? null;
  const stopping = new AbortController();
  return {
    topics: topics.all,
    gauges,
    writer,
    answerer,
    model,
    briefOf,
    poll: { db, fetcher, parser, extractor, now, log, stopping: stopping.signal },
    named,
    placing: { db, state: createPlacingState(), topics, embed: model?.embed ?? undefined, now, log },
    compose: {
      db,
      secret,
      now,
      baseUrl,
      adapterOf,
      candidates: sharedCandidates(foundation, now),
      briefOf,
      topicLabel: (id, language) => {
        const topic = topics.all.find((each) => each.id === id);
        return topic ? topicLabel(topic, language) : null;
      },
      translates: model !== null,
      log,
    },
    delivery: {
      db,
      seal,
      now,
      onTrouble: (trouble) => log.error(trouble, trouble.closed ? 'channel closed to us' : 'delivery not finished'),
    },
    async stopReading() {
      stopping.abort();
      await fetcher.close();
    },
    async close() {
      await Promise.all([fetcher.close(), named.close(), parser.close(), extractor.close()]);
    },
  };
}

/** A story that is gone has no brief; anything else is a fault. */
function nullWhenGone(error: unknown): null {
  if (error instanceof GiveUp) return null;
  throw error;
}

async function createWriters(config: Config, { db, seal }: Foundation, gauges: Gauge[], log: Logger, now: () => Date) {
  // A sentence that speaks to a model is left out of the extract; somebody may want to know whose it was.
  const writer = createExtractWriter(gauges, { onPlanted: (found) => log.warn(found, 'planted instruction left out') });
  const answerer = createExtractAnswerer();
  if (config.model === null) return { writer, answerer, model: null };
  const [{ createModelClient }, { createModelWriter }, { createModelAnswerer }, { readPrices }, { createMarks }] =
    await Promise.all([
      import('../llm/client.ts'),
      import('../brief/model.ts'),
      import('../answer/model.ts'),
      import('../llm/prices.ts'),
      import('../llm/fence.ts'),
    ]);
  const model = createModelClient({
    ...config.model,
    embeddingModel: config.OPENAI_EMBEDDING_MODEL ?? null,
    dailyBudget: config.MODEL_DAILY_BUDGET ?? null,
    prices: readPrices(config.MODEL_PRICES),
    db,
    log,
    now,
  });
  const marks = createMarks((text) => seal.mark(text));
  return {
    writer: createModelWriter({ client: model, fallback: writer, gauges, log, marks }),
    answerer: createModelAnswerer({ client: model, fallback: answerer, log, marks }),
    model,
  };
}

/** One reading of the stories serves all channels that are due in the same moment. */
function sharedCandidates({ db }: Foundation, now: () => Date): ComposeDeps['candidates'] {
  const keptMs = 10_000;
  const readings = new Map<string, { at: number; reading: Promise<Candidate[]> }>();
  return (since, sample) => {
    // By the hour, so that channels whose look-back differs by minutes share.
    const hour = Math.floor(since.getTime() / 3_600_000);
    const key = `${hour} ${sample}`;
    const known = readings.get(key);
    if (known !== undefined && now().getTime() - known.at < keptMs) return known.reading;
    const reading = loadCandidates(db, new Date(hour * 3_600_000), { sample });
    // Channels look back by different times; the oldest readings make room.
    for (const old of [...readings.keys()].slice(0, -2)) readings.delete(old);
    readings.set(key, { at: now().getTime(), reading });
    return reading;
  };
}
