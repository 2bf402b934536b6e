/** How often a wrong token may be tried: a chosen token can be short, so guessing is slowed down. */
export interface Attempts {
  /** @returns false when too many were wrong within the last minute. */
  allowed(): boolean;
  failed(): void;
}

const perMinute = 20;

/** For all callers together: behind a proxy they share one address. */
export function createAttempts(now: () => Date): Attempts {
  let failures: number[] = [];
  return {
    allowed() {
      failures = failures.filter((at) => at > now().getTime() - 60_000);
      return failures.length < perMinute;
    },
    failed() {
      failures.push(now().getTime());
    },
  };
}
