import { html } from 'hono/html';
import type { Html } from './html.ts';

/** Line icons, 20 × 20, drawn in the text's colour; words stand beside them or in an aria-label. */
const drawn = (paths: Html) =>
  html`<svg class="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;

export const icons = {
  more: drawn(
    html`<path d="M6.5 9v7.5H3.5V9zM6.5 9l3.4-5.6c1.2 0 2 .8 2 2V8h3.6c1 0 1.8.9 1.6 1.9l-1 5.2c-.2.8-.9 1.4-1.7 1.4H6.5"/>`,
  ),
  less: drawn(
    html`<path d="M6.5 11V3.5H3.5V11zM6.5 11l3.4 5.6c1.2 0 2-.8 2-2V12h3.6c1 0 1.8-.9 1.6-1.9l-1-5.2c-.2-.8-.9-1.4-1.7-1.4H6.5"/>`,
  ),
  send: drawn(html`<path d="M3.5 10h12M10.5 4.5 16 10l-5.5 5.5"/>`),
  close: drawn(html`<path d="m5 5 10 10M15 5 5 15"/>`),
  thread: drawn(html`<path d="M4 4.5h12v8.5H9.5L6 16.3V13H4z"/>`),
  menu: drawn(html`<path d="M3.5 6h13M3.5 10h13M3.5 14h13"/>`),
  settings: drawn(
    html`<path d="M3.5 6.5h6M13.5 6.5h3M3.5 13.5h3M10.5 13.5h6"/><circle cx="11.5" cy="6.5" r="2"/><circle cx="8.5" cy="13.5" r="2"/>`,
  ),
  open: drawn(html`<path d="M8 5H4.5v10.5H15V12M11 4.5h4.5V9M15.5 4.5 9 11"/>`),
  plus: drawn(html`<path d="M10 4.5v11M4.5 10h11"/>`),
};

/** Our mark: a rising line over lines of text. */
export const mark = html`<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="9" fill="currentColor"/><path class="mark-line" d="M8 11.5h16M8 17h16M8 22.5h9" fill="none" stroke-width="2.6" stroke-linecap="round"/></svg>`;
