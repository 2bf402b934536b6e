/** The door: what is stored of all that a platform tells us. Talk that is not ours is not kept. */
import type { Inbound } from '../adapter.ts';
import type { Seal } from '../seal.ts';
import type { Database } from '../store/database.ts';
import { type InboundId, storeInbound } from '../store/inbound.ts';
import { isOurThread } from '../store/messages.ts';

export interface ReceiveDeps {
  db: Database;
  seal: Seal;
  now: () => Date;
  /** Wakes a worker. The row is what counts: where this fails, the scheduler wakes one. */
  wake(inbound: InboundId): Promise<void>;
}

/** @returns what adapters are started with; it resolves when the event is stored. */
export function createReceive({ db, seal, now, wake }: ReceiveDeps): (inbound: Inbound) => Promise<void> {
  return async (inbound) => {
    if (!(await isOurs(inbound, db))) return;
    const id = await storeInbound(db, seal, inbound, now());
    if (id !== null) await wake(id);
  };
}

/** Messages to nobody, or to others, matter in our own threads only: there they tell who talks with whom. */
async function isOurs(inbound: Inbound, db: Database): Promise<boolean> {
  if (inbound.kind !== 'message' || !['none', 'others'].includes(inbound.address)) return true;
  return inbound.parent !== null && (await isOurThread(db, inbound.parent));
}
