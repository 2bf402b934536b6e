/** For operators: what waits, what failed, how late; read from rows, so that any process can tell. */
import { sql } from 'kysely';
import { Gauge, type Registry } from 'prom-client';
import type { Usage } from '../store/usage.ts';
import type { Foundation } from './foundation.ts';
import type { Tools } from './tools.ts';

interface Counts {
  feeds_read: number;
  feeds_failing: number;
  articles: number;
  stories: number;
  channels: number;
  deliveries_open: number;
  deliveries_failed: number;
  deliveries_unknown: number;
  inbound_waiting: number;
  digest_late_seconds: number;
}

const help: Record<keyof Counts, string> = {
  feeds_read: 'Sources that answer',
  feeds_failing: 'Sources that do not',
  articles: 'Articles kept',
  stories: 'Stories kept',
  channels: 'Channels that get digests',
  deliveries_open: 'Deliveries that are not finished',
  deliveries_failed: 'Deliveries of the last 30 days that were given up',
  deliveries_unknown: 'Deliveries whose outcome nobody can tell',
  inbound_waiting: 'Events that wait for an answer',
  digest_late_seconds: 'How long the latest channel has been waiting for its digest',
};

export function addMetrics(registry: Registry, { db }: Foundation, { model }: Tools): void {
  const read = shared(async () => {
    const { rows } = await sql<Counts>`
      select
        (select count(*) from feeds where state = 'active' and failing_since is null and last_success_at is not null)::int as feeds_read,
        (select count(*) from feeds where state = 'active' and failing_since is not null)::int as feeds_failing,
        (select count(*) from articles)::int as articles,
        (select count(*) from stories where merged_into is null)::int as stories,
        (select count(*) from channels where next_digest_at is not null)::int as channels,
        (select count(*) from deliveries where state = 'open')::int as deliveries_open,
        (select count(*) from deliveries where state = 'failed' and created_at > now() - interval '30 days')::int as deliveries_failed,
        (select count(*) from deliveries where state = 'unknown')::int as deliveries_unknown,
        (select count(*) from inbound where state = 'waiting')::int as inbound_waiting,
        coalesce((select extract(epoch from now() - min(next_digest_at)) from channels where state = 'active' and next_digest_at <= now()), 0)::int as digest_late_seconds`.execute(
      db,
    );
    return rows[0] as Counts;
  });
  for (const [name, text] of Object.entries(help)) {
    new Gauge({
      name: `tidings_${name}`,
      help: text,
      registers: [registry],
      async collect() {
        this.set((await read())[name as keyof Counts]);
      },
    });
  }
  if (model !== null) addModelMetrics(registry, model);
}

/** Whoever asks while a reading is under way gets that one: a scrape asks every gauge at once. */
function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null;
  return () => {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };
}

type Model = NonNullable<Tools['model']>;

const ofUsage: [name: string, help: string, value: (usage: Usage) => number][] = [
  ['calls', 'Requests to the language model this UTC day', ({ calls }) => calls],
  ['retries', 'Of these, repeated after a failure of the server', ({ retries }) => retries],
  ['input_tokens', 'Tokens sent to the language model this UTC day', ({ inputTokens }) => inputTokens],
  ['output_tokens', 'Tokens that the language model wrote this UTC day', ({ outputTokens }) => outputTokens],
  ['spent_usd', 'Spent on the language model this UTC day', ({ costMicros }) => costMicros / 1e6],
];

/** A series for each channel, model and task; briefs belong to no channel. */
function addModelMetrics(registry: Registry, model: Model): void {
  const read = shared(() => model.status());
  for (const [name, text, value] of ofUsage) {
    new Gauge({
      name: `tidings_model_${name}`,
      help: text,
      labelNames: ['channel', 'model', 'task'],
      registers: [registry],
      async collect() {
        const { today } = await read();
        // A new day begins with no series.
        this.reset();
        for (const usage of today)
          this.set({ channel: usage.channel, model: usage.model, task: usage.task }, value(usage));
      },
    });
  }
  new Gauge({
    name: 'tidings_model_level',
    help: 'What the day’s budget allows: 2 full requests, 1 short ones, 0 extracts only',
    registers: [registry],
    async collect() {
      this.set({ full: 2, short: 1, extractive: 0 }[(await read()).level]);
    },
  });
  addCountMetrics(registry, model);
}

function addCountMetrics(registry: Registry, { counts }: Model): void {
  new Gauge({
    name: 'tidings_model_claims',
    help: 'Claims that the language model made since this process started, by what became of them',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      for (const [outcome, count] of Object.entries(counts.claims)) this.set({ outcome }, count);
    },
  });
  new Gauge({
    name: 'tidings_model_failures',
    help: 'What the language model did not give since this process started, by reason',
    labelNames: ['reason'],
    registers: [registry],
    collect() {
      for (const [reason, count] of Object.entries(counts.failures)) this.set({ reason }, count);
    },
  });
}
