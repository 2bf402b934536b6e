/**
 * Bolt acknowledges an event before its listeners have run. Here the acknowledgement is held until they have: Slack
 * hears of it when the event is stored, and not at all when it is not, so that it tells us again.
 */
import type { App, ReceiverEvent } from '@slack/bolt';
import type { Inbound } from '../../src/adapter.ts';

/** What an App does for its receiver. */
export type Processes = Pick<App, 'processEvent'>;

/** Slack waits 3 s; a form may take its part of them. */
const storeWithinMs = 800;

/** @returns what Slack is to be answered. @throws what a listener threw: then nothing is acknowledged. */
export async function processHeld(app: Processes, event: ReceiverEvent): Promise<unknown> {
  let answer: unknown;
  const ack: ReceiverEvent['ack'] = async (response) => {
    answer = response;
  };
  await app.processEvent({ ...event, ack });
  return answer;
}

/** @throws when it is not stored within 800 ms. Should it be stored after all, the second telling is the same event. */
export function storeInTime(receive: (inbound: Inbound) => Promise<void>): (inbound: Inbound) => Promise<void> {
  return async (inbound) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('slack event: not stored in time')), storeWithinMs);
    });
    await Promise.race([receive(inbound), late]).finally(() => clearTimeout(timer));
  };
}
