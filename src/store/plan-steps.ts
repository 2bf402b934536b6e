/** What a channel's schedule is down to in a month, where posting costs. It goes with the channel. */
import { sql } from 'kysely';
import type { PlanStep } from '../digest/allowance.ts';
import type { ChannelId } from '../model.ts';
import type { Database } from './database.ts';

export async function planStepOf(db: Database, id: ChannelId): Promise<PlanStep | null> {
  const row = await db.selectFrom('channels').select('plan_step').where('id', '=', id).executeTakeFirst();
  return row?.plan_step ?? null;
}

/** @returns false where it is recorded already: another worker has told of it. */
export async function recordPlanStep(db: Database, id: ChannelId, step: PlanStep): Promise<boolean> {
  const json = JSON.stringify(step);
  const { numUpdatedRows } = await db
    .updateTable('channels')
    .set({ plan_step: json })
    .where('id', '=', id)
    .where(sql<boolean>`plan_step is distinct from ${json}::jsonb`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
