/** Digests on their way, and workers that race to post them: what the platforms' fault tests have in common. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Adapter, Part } from '../../src/adapter.ts';
import { postDelivery } from '../../src/delivery.ts';
import type { ChannelId, DeliveryId } from '../../src/model.ts';
import { createSeal } from '../../src/seal.ts';
import type { Database } from '../../src/store/database.ts';
import { deliveryState, openDelivery } from '../../src/store/deliveries.ts';

/** Opens the delivery of a digest that is in no table. */
export async function openDigest(db: Database, channel: ChannelId, parts: Part[]): Promise<DeliveryId> {
  const id = randomUUID() as DeliveryId;
  const nothing = { digest: null, inbound: null, replyTo: null, thread: null };
  await openDelivery(db, { id, channel, kind: 'digest', ...nothing, parts });
  return id;
}

interface Race {
  db: Database;
  deliveries: DeliveryId[];
  /** One a process, all at once, as after a job that was told twice. */
  processes: Adapter[];
  now: () => Date;
  /** Moves the clock on to the next round. */
  wait(): void;
  rounds: number;
}

/** @returns each delivery's state when none is open any more, or the rounds are over. */
export async function postThroughFaults({ db, deliveries, processes, now, wait, rounds }: Race) {
  const deps = { db, seal: createSeal(randomBytes(32).toString('base64url')), now, onTrouble: () => {} };
  const states = () => Promise.all(deliveries.map((id) => deliveryState(db, id)));
  for (let round = 0; round < rounds; round++) {
    await Promise.all(
      deliveries.flatMap((id) => processes.map((adapter) => postDelivery(id, adapter, deps).catch(() => {}))),
    );
    wait();
    if (!(await states()).includes('open')) break;
  }
  return states();
}
