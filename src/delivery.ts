/**
 * Exactly once: a part is claimed in the database before the platform is called. A crash in between leaves the claim
 * to lapse after 30 s; the next claimer knows that the part may stand already, and asks the platform before it posts.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Adapter, Posted, ReplyTo } from './adapter.ts';
import type { Content } from './content.ts';
import { latestHours } from './digest/due.ts';
import { GiveUp, TryLater, Unsure } from './errors.ts';
import type { DeliveryId } from './model.ts';
import type { Seal } from './seal.ts';
import { closeChannel, workspaceOf } from './store/channels.ts';
import type { Database } from './store/database.ts';
import { wakeLater } from './store/deliveries.ts';
import { handleOf } from './store/inbound.ts';
import { pauseScope, takeSlots } from './store/limits.ts';
import {
  type Claim,
  claimNextPart,
  endDelivery,
  lapsePart,
  recordPosted,
  renewPart,
  returnPart,
} from './store/parts.ts';

export interface DeliveryDeps {
  db: Database;
  seal: Seal;
  now: () => Date;
  /** What the operator should know: a channel closed to us, an outcome that nobody can tell. */
  onTrouble: (trouble: { delivery: DeliveryId; channel: string; error: string; closed: boolean }) => void;
}

/** After so many attempts that broke on a mistake of ours a part is left unknown and shown to the operator. */
const maxAttempts = 12;
/** A platform may be out for so long. Then what may stand is left unknown, and a digest is no morning's news any more. */
const patienceMs = latestHours * 3_600_000;
/** Between attempts whose outcome is open: 0, 2, 4, 8 s …, at most five minutes. */
const longestWaitMs = 300_000;
/** A claim lapses after 30 s; a platform that we upload a file to may take longer. */
const holdMs = 10_000;
/** The job that was put off is given this start before a scheduler adds another. */
const spareMs = 10_000;
/** A wait for a channel's next slot that is not worth a job's delay. */
const shortWaitMs = 1_200;

/**
 * Posts a delivery's next part, once.
 *
 * @returns null when another worker holds the delivery, or all is posted or given up.
 * @throws TryLater (`retryAfterSeconds`), and Unsure or what went wrong, all to be tried again.
 */
export async function postNextPart(id: DeliveryId, adapter: Adapter, deps: DeliveryDeps): Promise<Posted | null> {
  const claim = await claimNextPart(deps.db, id, deps.now());
  if (claim === null) return null;
  const letGo = hold(claim, deps);
  try {
    await waitForTurn(claim, adapter, deps);
    const to = await replyTo(claim, deps);
    const standing = await findStanding(claim, adapter, to);
    // Looking can take longer than a claim lives, where this process stood still meanwhile.
    if (standing === null && !(await renewPart(deps.db, claim, deps.now()))) return null;
    const posted = standing === null ? await send(claim, adapter, to, deps) : await mend(claim, standing, adapter);
    await recordPosted(deps.db, claim, posted, deps.now());
    return posted;
  } catch (error) {
    await letGo();
    await recordFailure(claim, error, deps);
    if (error instanceof GiveUp || (error instanceof Unsure && error.final)) return null;
    throw error;
  } finally {
    await letGo();
  }
}

/** Renews the claim while its part is worked on. @returns how to stop; nothing is renewed after it has resolved. */
function hold(claim: Claim, { db, now }: DeliveryDeps): () => Promise<unknown> {
  let renewal: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    renewal = renewPart(db, claim, now()).catch(() => {});
  }, holdMs);
  return () => {
    clearInterval(timer);
    return renewal;
  };
}

/** Posts what is left of a delivery, part by part, in order. @throws as `postNextPart`. */
export async function postDelivery(id: DeliveryId, adapter: Adapter, deps: DeliveryDeps): Promise<Posted[]> {
  const all: Posted[] = [];
  for (;;) {
    const posted = await postNextPart(id, adapter, deps);
    if (posted === null) return all;
    all.push(posted);
  }
}

class NotYet extends TryLater {}

async function waitForTurn(claim: Claim, adapter: Adapter, { db, now }: DeliveryDeps): Promise<void> {
  const scopes = [
    { scope: `post:${claim.channel}`, spacingMs: adapter.pace.channelMs },
    { scope: `post:${workspaceOf(claim.channel)}`, spacingMs: adapter.pace.workspaceMs },
  ];
  let wait = await takeSlots(db, scopes, now());
  for (let turn = 0; wait > 0 && wait <= shortWaitMs && turn < 3; turn++) {
    await delay(wait);
    wait = await takeSlots(db, scopes, now());
  }
  if (wait > 0) throw new NotYet('held back: rate', Math.ceil(wait / 1000));
}

/** What is known to have been opened as a stream stands for certain, and is edited, not looked for. */
async function findStanding(claim: Claim, adapter: Adapter, to: ReplyTo | undefined): Promise<Posted | null> {
  if (!claim.unsure || claim.opened?.messages[0] !== undefined || adapter.find === undefined) return null;
  return adapter.find(claim.place, claim.part.id, claim.kind === 'digest' ? undefined : to);
}

/** What was found of a stream is what it was opened with: the answer takes its place. */
async function mend(claim: Claim, standing: Posted, adapter: Adapter): Promise<Posted> {
  const [opened] = standing.messages;
  if (claim.opened !== null && opened !== undefined)
    await adapter.edit?.(claim.place, opened.id, claim.part.payload as Content);
  return standing;
}

async function send(claim: Claim, adapter: Adapter, to: ReplyTo | undefined, deps: DeliveryDeps): Promise<Posted> {
  if (claim.kind === 'digest' && claim.first && isLate(claim, deps)) {
    const message = `digest too late: ${latestHours} h are over`;
    throw claim.unsure && adapter.find === undefined ? new Unsure(message, { final: true }) : new GiveUp(message);
  }
  if (claim.kind === 'digest') return adapter.post(claim.place, claim.part, to);
  const content = claim.part.payload as Content;
  const opened = claim.opened?.messages[0];
  if (claim.opened !== null && opened !== undefined && adapter.edit !== undefined) {
    await adapter.edit(claim.place, opened.id, content);
    return claim.opened;
  }
  return adapter.reply(to ?? unprompted(claim), content, claim.part.id);
}

async function replyTo(claim: Claim, { db, seal }: DeliveryDeps): Promise<ReplyTo | undefined> {
  if (claim.replyTo === null) return undefined;
  const handle = claim.inbound === null ? null : await handleOf(db, seal, claim.inbound);
  return { ...claim.replyTo, handle, repeated: claim.unsure };
}

/** A notice that nobody asked for. */
function unprompted({ place, unsure }: Claim): ReplyTo {
  const author = { id: '', name: null, administrator: null };
  return { place, handle: null, message: null, author, title: null, repeated: unsure };
}

function isLate({ openedAt }: Claim, { now }: DeliveryDeps): boolean {
  return now().getTime() - openedAt.getTime() > patienceMs;
}

async function recordFailure(claim: Claim, error: unknown, deps: DeliveryDeps): Promise<void> {
  const { db, now } = deps;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof TryLater) {
    if (!(error instanceof NotYet)) await pause(claim, error, deps);
    // An outcome that was open stays open: only `find` may close it.
    await (claim.unsure ? lapsePart(db, claim, now(), message) : returnPart(db, claim));
    await wakeLater(db, claim.delivery, new Date(now().getTime() + error.retryAfterSeconds * 1000 + spareMs));
  } else if (error instanceof GiveUp) {
    if (error.closes) await closeChannel(db, claim.channel, message, now());
    await end(claim, 'failed', message, error.closes, deps);
  } else if (isHopeless(claim, error, deps)) {
    await end(claim, 'unknown', message, false, deps);
  } else {
    const settlesMs = error instanceof Unsure ? error.settlesInSeconds * 1000 : 0;
    const again = new Date(now().getTime() + Math.max(waitMs(claim), settlesMs));
    await lapsePart(db, claim, again, message);
    await wakeLater(db, claim.delivery, again);
  }
}

async function end(
  claim: Claim,
  state: 'failed' | 'unknown',
  error: string,
  closed: boolean,
  { db, now, onTrouble }: DeliveryDeps,
): Promise<void> {
  if (await endDelivery(db, claim, state, error, now()))
    onTrouble({ delivery: claim.delivery, channel: claim.channel, error, closed });
}

function isHopeless(claim: Claim, error: unknown, deps: DeliveryDeps): boolean {
  return error instanceof Unsure ? error.final || isLate(claim, deps) : claim.attempts >= maxAttempts;
}

function waitMs({ attempts }: Claim): number {
  return attempts === 1 ? 0 : Math.min(1_000 * 2 ** (attempts - 1), longestWaitMs);
}

async function pause(claim: Claim, error: TryLater, { db, now }: DeliveryDeps): Promise<void> {
  const scope = error.wide ? workspaceOf(claim.channel) : claim.channel;
  await pauseScope(db, `post:${scope}`, new Date(now().getTime() + error.retryAfterSeconds * 1000));
}
