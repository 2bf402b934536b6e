/** Slack's ids in ours: `slack:T1/C2` is a channel, `slack:T1/C2/1700000000.000100` a message in it. */
import type { ChannelId, MessageId } from '../../src/model.ts';

export interface SlackChannel {
  team: string;
  channel: string;
}

export interface SlackMessageKey extends SlackChannel {
  ts: string;
}

export function channelId(team: string, channel: string): ChannelId {
  return `slack:${team}/${channel}` as ChannelId;
}

export function messageId(team: string, channel: string, ts: string): MessageId {
  return `slack:${team}/${channel}/${ts}` as MessageId;
}

/** @throws TypeError for an id that is not Slack's: a bug. */
export function readChannel(id: ChannelId): SlackChannel {
  const [, team, channel] = /^slack:([^/]+)\/([^/]+)$/.exec(id) ?? [];
  if (team === undefined || channel === undefined) throw new TypeError(`not a Slack channel: ${id}`);
  return { team, channel };
}

/** @throws TypeError for an id that is not Slack's: a bug. */
export function readMessage(id: MessageId): SlackMessageKey {
  const [, team, channel, ts] = /^slack:([^/]+)\/([^/]+)\/([\d.]+)$/.exec(id) ?? [];
  if (team === undefined || channel === undefined || ts === undefined)
    throw new TypeError(`not a Slack message: ${id}`);
  return { team, channel, ts };
}

/** A one-to-one chat with us. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}
