/** What posting costs: every push counts for each who gets it, of a plan that the whole account shares. */
import type { Allowance } from '../../src/adapter.ts';
import type { ChannelId } from '../../src/model.ts';
import { type Client, inTime, type Log } from './client.ts';
import { outcome } from './failure.ts';
import { readChannel } from './ids.ts';

/** LINE allows the plan to be asked for 60 times an hour, by all processes together. */
const planMs = 300_000;
const membersMs = 3_600_000;
/** A person waits for what needs it. */
const answerMs = 3_000;
const maxChannels = 10_000;

export interface QuotaDeps {
  client: Client;
  tally: Tally;
  log: Log;
  now: () => Date;
}

export interface Quota {
  /** @returns null where LINE does not tell now. */
  allowance(channel: ChannelId): Promise<Allowance | null>;
  /** The plan as LINE tells it: for `doctor`. */
  plan(): Promise<{ total: number | null; used: number }>;
  /** A push went out: what it cost is counted before LINE is asked again. Never throws. */
  spent(channel: ChannelId): Promise<void>;
  membersChanged(channel: ChannelId): void;
}

/** Of messages that were pushed, over all processes. */
export interface Tally {
  add(count: number): Promise<void>;
  /** All so far. */
  sum(): Promise<number>;
}

/** What LINE told, and what all processes had pushed when it was asked. */
interface Plan {
  total: number | null;
  used: number;
  pushedBefore: number;
}

interface Kept<T> {
  value: Promise<T>;
  until: number;
}

export function createQuota({ client, tally, log, now }: QuotaDeps): Quota {
  const members = new Map<ChannelId, Kept<number>>();
  let plan: Kept<Plan> | null = null;

  const askPlan = () => {
    if (plan === null || plan.until < now().getTime()) {
      plan = { value: readPlan(client, tally), until: now().getTime() + planMs };
      plan.value.catch(() => {
        plan = null;
      });
    }
    return plan.value;
  };
  const askMembers = (channel: ChannelId) => {
    const kept = members.get(channel);
    if (kept !== undefined && kept.until >= now().getTime()) return kept.value;
    if (members.size >= maxChannels) members.delete(members.keys().next().value!);
    const value = countMembers(client, channel);
    members.set(channel, { value, until: now().getTime() + membersMs });
    value.catch(() => members.delete(channel));
    return value;
  };

  return {
    plan: askPlan,
    async allowance(channel) {
      try {
        const [{ total, used, pushedBefore }, perDigest] = await inTime(
          Promise.all([askPlan(), askMembers(channel)]),
          answerMs,
        );
        return { perDigest, total, used: used + (await tally.sum()) - pushedBefore };
      } catch (error) {
        log.warn({ platform: 'line', channel, error: outcome(error) }, 'message plan not known');
        return null;
      }
    },
    async spent(channel) {
      try {
        await tally.add(await askMembers(channel).catch(() => 1));
      } catch (error) {
        log.warn({ platform: 'line', channel, error: String(error) }, 'push not counted');
      }
    },
    membersChanged: (channel) => {
      members.delete(channel);
    },
  };
}

/** @see https://developers.line.biz/en/reference/messaging-api/#get-quota */
async function readPlan(client: Client, tally: Tally): Promise<Plan> {
  const pushedBefore = await tally.sum();
  const [{ type, value }, { totalUsage }] = await inTime(
    Promise.all([client.getMessageQuota(), client.getMessageQuotaConsumption()]),
  );
  return { total: type === 'limited' ? (value ?? 0) : null, used: totalUsage, pushedBefore };
}

/** Those who get a push, without us. */
async function countMembers(client: Client, channel: ChannelId): Promise<number> {
  const { kind, id } = readChannel(channel);
  if (kind === 'user') return 1;
  const { count } = await inTime(kind === 'group' ? client.getGroupMemberCount(id) : client.getRoomMemberCount(id));
  return count;
}
