import { allChannels, plannedDigest, skippedDigest } from '../store/channels.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { type Command, misused } from './command.ts';

/** Every channel with what it follows and when its next digest comes. */
export const channelsCommand: Command = {
  name: 'channels',
  usage: '[--json]',
  summary: 'every channel, what it follows, and its next digest',
  async run(args, io) {
    if (args.length > 0) return misused(io, channelsCommand, 'It takes nothing.');
    const { db } = await io.open();
    const channels = await allChannels(db);
    const rows = await Promise.all(
      channels.map(async (channel) => ({
        ...channel,
        follows: (await subscriptionsOf(db, channel.id)).map(({ kind, value }) => `${kind}:${value}`),
        next: await plannedDigest(db, channel.id),
        skipped: await skippedDigest(db, channel.id),
      })),
    );
    if (io.json) io.out(JSON.stringify(rows));
    else if (rows.length === 0) io.out('No channel yet: start Tidings and open its page, or connect a platform.');
    for (const { id, name, state, zone, next, follows, closedReason } of io.json ? [] : rows) {
      const followed = follows.length === 0 ? 'follows nothing' : follows.join(', ');
      io.out(
        `${id}${name === null ? '' : ` “${name}”`}  ${state}${closedReason ? ` (${closedReason})` : ''}  next ${next?.toISOString() ?? '–'}  ${zone}  ${followed}`,
      );
    }
    return 0;
  },
};
