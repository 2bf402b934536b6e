/** Neutral content as HTML. Every string is escaped by `html`; only http and https become links. */
import { html } from 'hono/html';
import { type Action, encodeAction } from '../action.ts';
import type { Block, Button, Content, Span } from '../content.ts';
import { clip } from './clip.ts';
import { gaugeMeter } from './gauge.ts';
import { foreign, type Html, outbound, safeHref } from './html.ts';
import { icons } from './icons.ts';
import type { WebWords } from './words.ts';

/** One text run; longer ones are cut rather than shown for minutes. */
const maxRun = 12_000;

export function contentHtml(content: Content, words: WebWords): Html {
  return html`${content.blocks.map((block) => blockHtml(block, words))}`;
}

function blockHtml(block: Block, words: WebWords): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3 class="said-heading" dir="auto">${clip(block.text, 600)}</h3>`;
    case 'paragraph':
      return html`<p dir="auto">${spansHtml(block.spans)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li dir="auto">${spansHtml(item)}</li>`);
      return block.numbered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'quote':
      return html`<blockquote><p dir="auto">${clip(block.text, maxRun)}</p><footer>${outbound(block.url, foreign(clip(block.source, 200)))}</footer></blockquote>`;
    case 'gauge':
      return gaugeMeter(block, words);
    case 'note':
      return html`<p class="note" dir="auto">${spansHtml(block.spans)}</p>`;
  }
}

function spansHtml(spans: Span[]): Html {
  return html`${spans.map(spanHtml)}`;
}

function spanHtml(span: Span): Html {
  if (typeof span === 'string') return html`${clip(span, maxRun)}`;
  const text = clip(span.text, maxRun);
  if ('url' in span) return outbound(span.url, foreign(text));
  if (span.style === 'code') return html`<code>${text}</code>`;
  return span.style === 'strong' ? html`<strong>${text}</strong>` : html`<span class="quiet">${text}</span>`;
}

/** Buttons of a message, each a submit of the form around them; a link stays a link. */
export function buttonsHtml(buttons: Button[]): Html {
  const [thumbs, others] = [true, false].map((wanted) => buttons.filter((button) => isRating(button) === wanted));
  return html`${others!.map(buttonHtml)}${thumbs!.length > 0 ? html`<span class="rate">${thumbs!.map(buttonHtml)}</span>` : null}`;
}

function isRating({ press }: Button): boolean {
  return !('url' in press) && press.verb === 'rate';
}

/** A thumb, so that it does not look like one more question to ask. */
function rateHtml(label: string, press: Action): Html {
  const thumb = press.value === 'yes' ? icons.more : icons.less;
  return html`<button class="button bare" name="action" value="${encodeAction(press)}" aria-label="${label}" title="${label}">${thumb}</button>`;
}

function buttonHtml({ label, press, style }: Button): Html {
  const kind = style === 'plain' ? '' : style;
  if (!('url' in press)) {
    if (press.verb === 'rate') return rateHtml(label, press);
    return html`<button class="button ${kind}" name="action" value="${encodeAction(press)}">${foreign(label)}</button>`;
  }
  return safeHref(press.url) === null ? html`` : outbound(press.url, foreign(label), `button ${kind}`);
}
