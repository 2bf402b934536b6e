import { html } from 'hono/html';
import { foreign, type Html } from './html.ts';
import type { WebWords } from './words.ts';

export interface Meter {
  poles: [string, string];
  /** 0–5 each. */
  scores: [number, number];
  verdict: string;
  reason: string;
}

/** Two poles face each other, five marks each; the reading is also told in words. */
export function gaugeMeter({ poles, scores, verdict, reason }: Meter, words: WebWords): Html {
  return html`<figure class="gauge">
    <div class="gauge-poles">
      ${pole(poles[0], scores[0], words, 'left')}${pole(poles[1], scores[1], words, 'right')}
    </div>
    <figcaption><strong>${foreign(verdict)}</strong>${reason === '' ? null : html` <span dir="auto">${reason}</span>`}</figcaption>
  </figure>`;
}

function pole(name: string, score: number, words: WebWords, side: 'left' | 'right'): Html {
  const marks = [1, 2, 3, 4, 5].map((step) => html`<i class="${step <= score ? 'on' : ''}"></i>`);
  return html`<span class="pole ${side}"><span class="pole-name" aria-hidden="true">${foreign(name)}</span
    ><span class="pips" role="img" aria-label="${words.of5(name, score)}">${marks}</span
    ><span class="pole-score" aria-hidden="true">${score}</span></span>`;
}
