/** What a reply to LINE needs: the reply token, what to quote, and whether the next step of the set-up is to be shown. */
import type { Handle } from '../../src/adapter.ts';

export interface LineHandle {
  /** Single use. */
  replyToken: string | null;
  /** Never expires; only text messages can carry it. */
  quoteToken: string | null;
  /** Somebody is setting us up: what comes next is offered as quick replies. */
  guide: boolean;
}

/**
 * "Within a minute of the webhook": a margin is left for the way. After it LINE may still take the token or may not.
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#send-reply-message
 */
const livesMs = 50_000;

export function sealHandle(handle: LineHandle, now: Date): Handle {
  return { value: JSON.stringify(handle), expiresAt: new Date(now.getTime() + livesMs) };
}

export function readHandle(handle: Handle | null): LineHandle {
  if (handle === null) return { replyToken: null, quoteToken: null, guide: false };
  return JSON.parse(handle.value) as LineHandle;
}
