/** Tokens and money, a row for each UTC day, channel, model and task. Briefs belong to no channel: theirs is ''. */
import { sql } from 'kysely';
import type { Database } from './database.ts';

export interface Usage {
  /** UTC, `YYYY-MM-DD`. */
  day: string;
  channel: string;
  model: string;
  /** `brief`, `answer`, `embed`. */
  task: string;
  calls: number;
  /** Of `calls`: repeated after a failure of the server. */
  retries: number;
  inputTokens: number;
  outputTokens: number;
  /** Micro-dollars. */
  costMicros: number;
}

/** @param reservation what was set aside for it, which ends in the same moment; null: nothing was. */
export async function recordUsage(db: Database, usage: Usage, reservation: number | null = null): Promise<void> {
  await db
    .with('settled', (query) => query.deleteFrom('model_reservations').where('id', '=', reservation ?? -1))
    .insertInto('usage')
    .values({
      day: usage.day,
      channel_id: usage.channel,
      model: usage.model,
      task: usage.task,
      calls: usage.calls,
      retries: usage.retries,
      input_tokens: usage.inputTokens,
      output_tokens: usage.outputTokens,
      cost_micros: usage.costMicros,
    })
    .onConflict((conflict) =>
      conflict.columns(['day', 'channel_id', 'model', 'task']).doUpdateSet({
        calls: sql`usage.calls + excluded.calls`,
        retries: sql`usage.retries + excluded.retries`,
        input_tokens: sql`usage.input_tokens + excluded.input_tokens`,
        output_tokens: sql`usage.output_tokens + excluded.output_tokens`,
        cost_micros: sql`usage.cost_micros + excluded.cost_micros`,
      }),
    )
    .execute();
}

/** @param channel only that channel's; all of them where left out. */
export async function usageSince(db: Database, firstDay: string, channel?: string): Promise<Usage[]> {
  let query = db.selectFrom('usage').selectAll().where('day', '>=', firstDay).orderBy('day', 'desc');
  if (channel !== undefined) query = query.where('channel_id', '=', channel);
  return (await query.execute()).map((row) => ({
    day: row.day,
    channel: row.channel_id,
    model: row.model,
    task: row.task,
    calls: row.calls,
    retries: row.retries,
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
    costMicros: row.cost_micros,
  }));
}
