/**
 * What travels sealed with an event until it is answered: Slack's response address, and a question that nobody in the
 * thread has seen, because it was typed into a form or was a button's label. The answer then says it first.
 */
import { type Handle, handleLives } from '../../src/adapter.ts';

/** Slack's response addresses live for thirty minutes. */
const responseMs = 29 * 60_000;

interface Sealed {
  url: string | null;
  question: string | null;
}

export function makeHandle(url: string | null | undefined, now: Date, question: string | null = null): Handle | null {
  if (!url && question === null) return null;
  const sealed: Sealed = { url: url || null, question };
  return { value: JSON.stringify(sealed), expiresAt: new Date(now.getTime() + responseMs) };
}

/** The response address while it lives. */
export function responseUrl(handle: Handle | null, now: Date): string | null {
  return handleLives(handle, now) ? read(handle).url : null;
}

/** Also of a handle that has expired: the question is still the question. */
export function unseenQuestion(handle: Handle | null): string | null {
  return handle === null ? null : read(handle).question;
}

function read({ value }: Handle): Sealed {
  return JSON.parse(value) as Sealed;
}
