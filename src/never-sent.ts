/** Ways to fail of a connection that was never made: nothing can have been posted by it. */
const codes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** @param cause what `fetch` gives as its error's cause; of several addresses that were tried, all must have failed so. */
export function wasNeverSent(cause: unknown): boolean {
  const tried: unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
  return tried.length > 0 && tried.every((each) => codes.has((each as { code?: string } | undefined)?.code ?? ''));
}
