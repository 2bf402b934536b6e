/** Counts what Discord refuses, and stops asking long before it bans the address. */
import type { REST } from 'discord.js';
import { TryLater } from '../../src/errors.ts';
import type { Log } from './api.ts';

/** Discord bans an address for 10,000 of 401, 403 and 429 in 10 minutes; five processes of ours stay below. */
const mostRefusals = 2_000;
const windowMs = 10 * 60_000;

/** @see https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
export function countRefusals(rest: REST, log: Pick<Log, 'error'>): { holdBack(): void } {
  let count = 0;
  let until = 0;
  rest.on('response', (_request, { status, headers }) => {
    const counts =
      status === 401 || status === 403 || (status === 429 && headers.get('x-ratelimit-scope') !== 'shared');
    if (!counts) return;
    if (Date.now() > until) [count, until] = [0, Date.now() + windowMs];
    count++;
    if (count === mostRefusals) log.error({ platform: 'discord', count }, 'discord held back: too many refusals');
  });
  return {
    holdBack() {
      const left = until - Date.now();
      if (count < mostRefusals || left <= 0) return;
      throw new TryLater('discord: too many refusals, held back', Math.ceil(left / 1000), { wide: true });
    },
  };
}
