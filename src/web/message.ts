/** One row of the chat as one list item. The browser puts the same HTML in, whether it came with the page or later. */
import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { WebBody, WebMessage } from '../store/web-messages.ts';
import { longDay } from '../words/time.ts';
import { channelSlug } from './chat.ts';
import { clip } from './clip.ts';
import { buttonsHtml, contentHtml } from './content-html.ts';
import { kicker } from './digest-page.ts';
import { dotted, type Html } from './html.ts';
import { icons } from './icons.ts';
import { ofStory, storyButtons, storyCard } from './story-card.ts';
import type { View } from './view.ts';

export interface Shown {
  /** Messages that stand under it. */
  replies: number;
  /** It is shown as a thread's head or within a thread: then it offers none of its own. */
  inThread: boolean;
}

export function messageHtml(message: WebMessage, view: View, shown: Shown): Html {
  const ours = message.author === 'us';
  const classes = `turn ${ours ? 'us' : 'you'} ${message.body.kind}${layoutOf(message.body)}`;
  return html`<li class="${classes}" id="m${message.id}" data-id="${message.id}" data-version="${message.version}" data-thread="${message.thread}" data-event="${message.event}" aria-busy="${message.state === 'streaming' ? 'true' : null}">
    <span class="sr">${ours ? view.web.us : view.web.you}</span>
    ${bodyHtml(message, view, shown)}
  </li>`;
}

function layoutOf(body: WebBody): string {
  if (body.kind === 'story') return ` ${body.layout}${body.last ? ' last' : ''}`;
  return body.kind === 'digest' ? ` ${body.layout}` : '';
}

function bodyHtml(message: WebMessage, view: View, shown: Shown): Html {
  const { body } = message;
  switch (body.kind) {
    case 'digest':
      return digestHead(body, view);
    case 'story':
      return storyMessage(message, body, view, shown);
    case 'said':
      return saidMessage(message, body, view, shown);
    case 'streaming':
      return html`<div class="speech"><p class="draft" dir="auto">${clip(body.text, 12_000)}<span class="caret" aria-hidden="true"></span></p></div>`;
    case 'text':
      return html`<p class="bubble" dir="auto">${body.text}</p>`;
  }
}

function digestHead({ digest, count }: Extract<WebBody, { kind: 'digest' }>, view: View): Html {
  const { words, language } = view;
  return html`<header class="digest-head">
    <p class="kicker">${kicker(digest, words)}</p>
    <h2>${longDay(digest.date, language)}</h2>
    <p class="meta">${dotted([
      words.digest.count(count, digest.minutes),
      digest.sample ? words.digest.sample : null,
      html`<a href="/d/${digest.id}">${words.digest.onTheWeb}</a>`,
    ])}</p>
    ${digest.sample ? html`<p class="note">${words.digest.sampleNote}</p>` : null}
  </header>`;
}

function storyMessage(
  message: WebMessage,
  { story, digest, last }: Extract<WebBody, { kind: 'story' }>,
  view: View,
  { replies, inThread }: Shown,
): Html {
  const thread = threadPath(message);
  return html`<article class="story-card" aria-label="${clip(story.headline || story.gist, 200)}">
      <span class="number" aria-hidden="true">${story.number}</span>
      ${storyCard(story, inThread ? `/s/${story.story}` : thread, view, digest.sample)}
      ${pressForm(message, html`${storyButtons(story, digest, view)}${inThread ? null : threadLink(thread, replies, view, ofStory(story))}`)}
    </article>
    ${last && !inThread ? html`<footer class="digest-foot">${dotted([view.words.digest.footer(digest.sourcesRead, digest.sourcesFailed), view.words.digest.howToAsk])}</footer>` : null}`;
}

function saidMessage(
  message: WebMessage,
  { content }: Extract<WebBody, { kind: 'said' }>,
  view: View,
  { replies, inThread }: Shown,
): Html {
  const withThread = !inThread && (replies > 0 || message.story !== null);
  const actions = html`${buttonsHtml(content.buttons)}${withThread ? threadLink(threadPath(message), replies, view) : null}`;
  return html`<div class="speech">
    ${message.visibleTo === null ? null : html`<p class="whisper">${view.web.onlyYou}</p>`}
    ${contentHtml(content, view.web)}
    ${content.attachment === null ? null : html`<p><a class="button" href="/m/${message.id}/file" download>${icons.open}${view.web.download(clip(content.attachment.name, 80))}</a></p>`}
    ${content.buttons.length > 0 || withThread ? pressForm(message, actions) : null}
  </div>`;
}

/** A fresh event id for each drawing: the same press sent twice is handled once. */
function pressForm(message: WebMessage, buttons: Html): Html {
  return html`<form class="actions" method="post" action="/c/${channelSlug(message.channel)}/press">
    <input type="hidden" name="message" value="${message.id}"><input type="hidden" name="event" value="${randomUUID()}">
    ${buttons}
  </form>`;
}

/** @param of what it is of, for those who only hear it. */
function threadLink(path: string, replies: number, { web }: View, of: Html | null = null): Html {
  return html`<a class="thread-link${replies > 0 ? ' has-replies' : ''}" href="${path}">${icons.thread}<span>${replies > 0 ? web.replies(replies) : web.openThread}</span>${of}</a>`;
}

export function threadPath(message: Pick<WebMessage, 'id' | 'channel'>): string {
  return `/c/${channelSlug(message.channel)}/t/${message.id}`;
}

/** What a thread is called: its story's headline, or the beginning of its first message. */
export function threadTitle(root: WebMessage): string | null {
  if (root.body.kind === 'story') return clip(root.body.story.headline || root.body.story.gist, 160);
  return root.body.kind === 'text' ? clip(root.body.text, 160) : null;
}
