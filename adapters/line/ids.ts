/** LINE's ids in ours: `line:user/U1`, `line:group/C1`, `line:room/R1`; a message is `line:461230966842064897`. */
import type { ChannelId, MessageId } from '../../src/model.ts';

export type SourceKind = 'user' | 'group' | 'room';

export interface LineChannel {
  kind: SourceKind;
  id: string;
}

export function channelId(kind: SourceKind, id: string): ChannelId {
  return `line:${kind}/${id}` as ChannelId;
}

export function messageId(id: string): MessageId {
  return `line:${id}` as MessageId;
}

/** @throws TypeError for an id that is not LINE's: a bug. */
export function readChannel(id: ChannelId): LineChannel {
  const [, kind, name] = /^line:(user|group|room)\/([^/]+)$/.exec(id) ?? [];
  if (kind === undefined || name === undefined) throw new TypeError(`not a LINE channel: ${id}`);
  return { kind: kind as SourceKind, id: name };
}
