/**
 * Errors named by what the catcher must do. Everything else that is thrown is a bug: it is logged whole and
 * retried, since every job is safe to run twice. Messages read `line push: 429`; no tokens, no message text.
 */

/**
 * Not now: the job is delayed and spends no attempt. `wide`: the platform holds back the whole workspace, not only
 * this channel.
 */
export class TryLater extends Error {
  override readonly name = 'TryLater';
  readonly retryAfterSeconds: number;
  readonly wide: boolean;

  constructor(message: string, retryAfterSeconds: number, options?: ErrorOptions & { wide?: boolean }) {
    super(message, options);
    this.retryAfterSeconds = retryAfterSeconds;
    this.wide = options?.wide ?? false;
  }
}

/** Never: trying again cannot help. `closes`: the channel itself is closed to us, so its schedule stops. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
  readonly closes: boolean;

  constructor(message: string, options?: ErrorOptions & { closes?: boolean }) {
    super(message, options);
    this.closes = options?.closes ?? false;
  }
}

/**
 * The platform may have posted: `Adapter.find` decides before anything is posted again. `settlesInSeconds`: until then
 * what was posted may not be found yet. `final`: nobody can tell any more (a reply token is spent), so it is left
 * unknown and shown to the operator.
 */
export class Unsure extends Error {
  override readonly name = 'Unsure';
  readonly settlesInSeconds: number;
  readonly final: boolean;

  constructor(message: string, options?: ErrorOptions & { final?: boolean; settlesInSeconds?: number }) {
    super(message, options);
    this.settlesInSeconds = options?.settlesInSeconds ?? 0;
    this.final = options?.final ?? false;
  }
}

/** Said to the person as it is, already in their language; it says what to do next. */
export class TellUser extends Error {
  override readonly name = 'TellUser';
}
