/** What the pages hand to the chat's adapter, and how both name channels and messages. */
import type { Action } from '../action.ts';
import type { ChannelId, Language, MessageId } from '../model.ts';

/** What the browser tells of the person before it; null where it does not, or nothing that we know. */
export interface Visitor {
  language: Language | null;
  zone: string | null;
}

/** Who acts, where, and the browser's own id of the act: the same one is handled once. */
export interface Deed {
  channel: ChannelId;
  person: string;
  visitor: Visitor;
  event: string;
}

/** Each resolves when it is stored; a repeat changes nothing. */
export interface Chat {
  write(deed: Deed, text: string, thread: number | null): Promise<void>;
  /** `echo`: what the press says in words, shown as the person's own message. */
  press(deed: Deed, action: Action, message: number | null, thread: number | null, echo: string | null): Promise<void>;
  submit(deed: Deed, values: Record<string, string>): Promise<void>;
  /** A new channel. */
  join(deed: Deed, name: string): Promise<void>;
  /** All that is kept of the channel goes. */
  leave(deed: Deed): Promise<void>;
}

export const homeChannel = 'web:home' as ChannelId;

/** `web:home` ↔ `home`, as addresses show it. */
export function channelSlug(id: ChannelId): string {
  return id.slice(id.indexOf(':') + 1);
}

/** @returns null for what is no name of a web channel. */
export function channelOfSlug(slug: string): ChannelId | null {
  return /^[a-z0-9-]{1,40}$/.test(slug) ? (`web:${slug}` as ChannelId) : null;
}

export function messageId(row: number): MessageId {
  return `web:${row}` as MessageId;
}

/** @returns null for what `messageId` did not make. */
export function messageRow(id: MessageId | null): number | null {
  const digits = /^web:(\d{1,15})$/.exec(id ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
