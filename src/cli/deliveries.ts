import { troubledDeliveries } from '../store/deliveries.ts';
import { type Command, misused } from './command.ts';

/** What failed, and what nobody can tell the outcome of. */
export const deliveriesCommand: Command = {
  name: 'deliveries',
  usage: '[--json]',
  summary: 'deliveries that failed, or whose outcome is unknown',
  async run(args, io) {
    if (args.length > 0) return misused(io, deliveriesCommand, 'It takes nothing.');
    const { db } = await io.open();
    const troubled = await troubledDeliveries(db, 100);
    if (io.json) io.out(JSON.stringify(troubled));
    else if (troubled.length === 0) io.out('Every delivery of the last 90 days has a known, good outcome.');
    for (const { id, channel, kind, state, failure, createdAt } of io.json ? [] : troubled) {
      io.out(`${createdAt.toISOString()}  ${state.padEnd(7)}  ${kind.padEnd(6)}  ${channel}  ${failure ?? ''}  ${id}`);
    }
    return 0;
  },
};
