import type { FailureCode, Fetched } from './fetch.ts';

export interface Failure {
  code: FailureCode | 'gone' | 'refused';
  status: number | null;
  /** A sentence's end in English: "blocked by its site: 403". */
  reason: string;
  retryAfterSeconds: number | null;
}

const retireAfterMs = 14 * 86_400_000;

export function failureOf(fetched: Exclude<Fetched, { kind: 'ok' | 'not-modified' }>): Failure {
  if (fetched.kind === 'gone')
    return { code: 'gone', status: 410, reason: 'its site has taken it down for good: 410', retryAfterSeconds: null };
  if (fetched.kind === 'refused')
    return { code: 'refused', status: null, reason: fetched.reason, retryAfterSeconds: null };
  return fetched;
}

/** Gone for good, or failing for 14 days. */
export function retires({ code }: Failure, failingSince: Date | null, now: Date): boolean {
  return code === 'gone' || (failingSince !== null && now.getTime() - failingSince.getTime() >= retireAfterMs);
}
