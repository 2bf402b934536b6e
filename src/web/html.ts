/** The few helpers behind every page. `html` escapes each value; nothing here hands out raw foreign text. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** @returns the address when it is http or https, else null: `javascript:` and its like never become a link. */
export function safeHref(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return ['http:', 'https:'].includes(new URL(url).protocol) ? url : null;
}

/** A link that opens beside the page and tells the other side nothing of where it stood; plain text when unsafe. */
export function outbound(url: string | null, text: Html | string, className = ''): Html {
  const href = safeHref(url);
  if (href === null) return html`<span class="${className}">${text}</span>`;
  return html`<a class="${className}" href="${href}" target="_blank" rel="noopener noreferrer nofollow">${text}</a>`;
}

/** Text of others within our own sentence: its direction marks end with it. */
export function foreign(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** Pieces with a separator between; empty pieces vanish. */
export function dotted(pieces: (Html | string | null)[]): Html {
  const shown = pieces.filter((piece) => piece !== null && piece !== '');
  return html`${shown.map((piece, index) => (index === 0 ? piece : html`<span class="dot"> · </span>${piece}`))}`;
}
