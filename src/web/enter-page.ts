/** How to get in: the token of the banner's link, opened or pasted. */
import { html } from 'hono/html';
import type { Assets } from './assets.ts';
import type { Html } from './html.ts';
import { documentPage, type Frame } from './page.ts';
import { webWordsFor } from './words.ts';

export function enterPage(frame: Frame, problem: string | null): Html {
  const web = webWordsFor(frame.language);
  const main = html`<div class="notice-page"><h1>${web.enterTitle}</h1><p>${web.enterText}</p>
    <form class="enter" method="post" action="/enter">
      <label>${web.token}<input name="token" type="password" required autocomplete="current-password" maxlength="400" aria-describedby="problem"></label>
      <button class="button primary">${web.enter}</button>
      <p id="problem" class="problem" role="alert">${problem}</p>
    </form>
    <p class="note">${web.enterHow}</p></div>`;
  return documentPage(web.enterTitle, main, frame, true);
}

/**
 * Goes on by itself, as a visit from our own page: after a redirect that another site began, browsers would not
 * send the strict cookie. The script has left the zone in a cookie by then: a refresh waits until all is loaded.
 */
export function onwardPage(path: string, { script }: Assets): Html {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tidings</title><script src="${script.path}"></script><meta http-equiv="refresh" content="0;url=${path}"></head><body><p><a href="${path}">Tidings</a></p></body></html>`;
}
