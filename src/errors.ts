/**
 * Errors named by what the catcher must do. Everything else that is thrown is a bug: it is logged whole and
 * retried, since every job is safe to run twice. Messages read `line push: 429`; no tokens, no message text.
 */

/** Not now: the job is delayed and spends no attempt. */
export class TryLater extends Error {
  override readonly name = 'TryLater';
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Never: trying again cannot help. `closes` says that the channel itself is closed to us: its schedule stops. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
  readonly closes: boolean;

  constructor(message: string, options?: ErrorOptions & { closes?: boolean }) {
    super(message, options);
    this.closes = options?.closes ?? false;
  }
}

/** The platform may have posted: `Adapter.find` decides before anything is posted again. */
export class Unsure extends Error {
  override readonly name = 'Unsure';
}

/** Said to the person as it is, already in their language; it says what to do next. */
export class TellUser extends Error {
  override readonly name = 'TellUser';
}
