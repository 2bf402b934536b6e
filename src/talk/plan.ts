/** Before a schedule is promised that the month's plan cannot pay for, the channel is asked. */
import { action } from '../action.ts';
import type { Button } from '../content.ts';
import { affordable, forecast } from '../digest/allowance.ts';
import { localDate } from '../digest/due.ts';
import type { Channel } from '../model.ts';
import { wordsFor } from '../words/words.ts';
import type { Scene, TalkDeps } from './scene.ts';

export interface PlanQuestion {
  line: string;
  buttons: Button[];
}

/** @returns null where posting costs nothing, or the plan suffices. */
export async function planQuestion(
  channel: Channel,
  { adapter }: Scene,
  { now }: TalkDeps,
): Promise<PlanQuestion | null> {
  const allowance = (await adapter.allowance?.(channel.id)) ?? null;
  if (allowance === null || allowance.total === null) return null;
  const rhythm = affordable(allowance, channel.days, localDate(now(), channel.zone));
  if (rhythm === 'as-set') return null;
  const words = wordsFor(channel.language);
  const { perDigest, total, used } = allowance;
  const { perMonth } = forecast(allowance, channel.days, now());
  const number = (value: number) => value.toLocaleString(channel.language);
  const cost = `${number(perDigest)} × ${number(perMonth / perDigest)} = ${number(perMonth)}`;
  const choose = (label: string, value: string): Button => ({ label, press: action('do', { value }), style: 'plain' });
  return {
    line: words.plan.ask(cost, number(Math.max(0, total - used)), number(total)),
    buttons: [
      ...(rhythm === 'weekdays' ? [choose(words.list.weekdays, 'days weekdays')] : []),
      ...(rhythm === 'on-request' ? [] : [choose(words.plan.mondays, 'days mon')]),
      choose(words.plan.onRequest, 'pause'),
      choose(words.digest.asked, 'digest'),
    ],
  };
}
