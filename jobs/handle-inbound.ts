import type { InboundId } from '../src/store/inbound.ts';
import { handleInbound } from '../src/talk/handle.ts';
import type { JobDeps } from './deps.ts';

/** Answers one thing that somebody did. */
export async function runHandleInbound({ inbound }: { inbound: InboundId }, deps: JobDeps): Promise<void> {
  await handleInbound(inbound, deps.handle);
}
