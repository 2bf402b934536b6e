/** Keeps a channel's mornings within the month's plan of messages, where posting costs. */
import { action } from '../action.ts';
import type { Adapter } from '../adapter.ts';
import { type Content, content, saying } from '../content.ts';
import type { Channel, DeliveryId } from '../model.ts';
import { openNotice } from '../notice.ts';
import type { Database } from '../store/database.ts';
import { planStepOf, recordPlanStep } from '../store/plan-steps.ts';
import { dayNames } from '../words/time.ts';
import { wordsFor } from '../words/words.ts';
import { daysOf, type PlanStep, type Rhythm, stepDown } from './allowance.ts';

/** @returns whether today's digest is posted, and the notice to post where the schedule has come down just now. */
export async function keepWithinPlan(
  channel: Channel,
  date: string,
  adapter: Adapter | null,
  db: Database,
): Promise<{ postsToday: boolean; notice: DeliveryId | null }> {
  const allowance = (await adapter?.allowance?.(channel.id)) ?? null;
  if (allowance === null) return { postsToday: true, notice: null };
  const { step, tell, postsToday } = stepDown(await planStepOf(db, channel.id), allowance, channel.days, date);
  const record = (trx: Database) => recordPlanStep(trx, channel.id, step);
  if (tell) return { postsToday, notice: await openNotice(db, channel.id, planNotice(channel, step), record) };
  await record(db);
  return { postsToday, notice: null };
}

export function planNotice(channel: Channel, { rhythm }: PlanStep): Content {
  const words = wordsFor(channel.language);
  const now = { label: words.digest.asked, press: action('do', { value: 'digest' }), style: 'primary' as const };
  return content([saying(words.notice.planSteps(rhythmName(rhythm, channel)))], { buttons: [now] });
}

/** `on weekdays`, `once a week (Mon)`, `when asked`. */
export function rhythmName(rhythm: Rhythm, { days, language }: Channel): string {
  const words = wordsFor(language);
  if (rhythm === 'on-request') return words.plan.onRequest;
  if (rhythm === 'weekdays') return words.list.weekdays;
  return words.plan.weekly(dayNames(daysOf('weekly', days), language).join());
}
