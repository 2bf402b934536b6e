/** Where people write, and the list of what they can write. */
import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { Html } from './html.ts';
import { icons } from './icons.ts';
import type { View } from './view.ts';

export interface Composer {
  slug: string;
  /** The message whose thread it writes into. */
  thread: number | null;
  label: string;
}

export function composer({ slug, thread, label }: Composer, view: View): Html {
  const id = thread === null ? 'text' : 'thread-text';
  return html`<form class="composer" method="post" action="/c/${slug}/say" data-thread="${thread}">
    <input type="hidden" name="event" value="${randomUUID()}">
    ${thread === null ? null : html`<input type="hidden" name="thread" value="${thread}">`}
    ${thread === null ? hints(view) : null}
    <div class="composer-box">
      <label class="sr" for="${id}">${label}</label>
      <textarea id="${id}" name="text" rows="1" maxlength="8000" required placeholder="${label}" autocomplete="off" enterkeyhint="send"></textarea>
      <button class="send" aria-label="${view.web.send}" title="${view.web.send}">${icons.send}</button>
    </div>
  </form>`;
}

/** Open without a script as a list to read; the script turns it into suggestions while one writes. */
function hints({ words, web }: View): Html {
  const shown = Object.values(words.usage);
  return html`<details class="hints"><summary>${web.hints}</summary>
    <ul id="hints">${shown.map(([example, does]) => html`<li data-example="${example}"><code>${example}</code><span>${ticked(does)}</span></li>`)}</ul>
  </details>`;
}

/** Words between backticks are for typing. */
function ticked(text: string): Html {
  return html`${text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}
