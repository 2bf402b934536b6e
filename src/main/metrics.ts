/** For operators: what waits, what failed, how late; read from rows, so that any process can tell. */
import { sql } from 'kysely';
import { Gauge, type Registry } from 'prom-client';
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
  const gauges = Object.entries(help).map(
    ([name, text]) => new Gauge({ name: `tidings_${name}`, help: text, registers: [registry] }),
  );
  const read = async () => {
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
  };
  const first = gauges[0] as Gauge;
  // One reading fills them all, when the first is asked for.
  Object.assign(first, {
    async collect() {
      const counts = await read();
      Object.keys(help).forEach((name, index) => {
        gauges[index]?.set(counts[name as keyof Counts]);
      });
    },
  });
  if (model !== null) addModelMetrics(registry, model);
}

function addModelMetrics(registry: Registry, model: NonNullable<Tools['model']>): void {
  const spent = new Gauge({
    name: 'tidings_model_spent_usd',
    help: 'Spent on the language model this UTC day',
    registers: [registry],
    async collect() {
      const status = await model.status();
      this.set(status.spentToday);
      calls.set(status.callsToday);
      tokens.set({ direction: 'in' }, status.inputTokensToday);
      tokens.set({ direction: 'out' }, status.outputTokensToday);
    },
  });
  const calls = new Gauge({
    name: 'tidings_model_calls',
    help: 'Requests to the language model this UTC day',
    registers: [registry],
  });
  const tokens = new Gauge({
    name: 'tidings_model_tokens',
    help: 'Tokens this UTC day',
    labelNames: ['direction'],
    registers: [registry],
  });
  spent.set(0);
}
