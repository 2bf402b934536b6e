/** The chat: channels at the side, the channel's messages, and a thread beside them (over them on a phone). */
import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import { action, encodeAction } from '../action.ts';
import type { Channel } from '../model.ts';
import type { WebMessage } from '../store/web-messages.ts';
import { channelSlug } from './chat.ts';
import { composer } from './composer.ts';
import { foreign, type Html } from './html.ts';
import { icons, mark } from './icons.ts';
import { messageHtml, threadTitle } from './message.ts';
import { type Frame, navLinks, pageHtml, themeForm } from './page.ts';
import type { View } from './view.ts';

export interface ChatPage {
  channel: Channel;
  channels: Pick<Channel, 'id' | 'name'>[];
  messages: WebMessage[];
  replies: Map<number, number>;
  thread: { root: WebMessage; messages: WebMessage[] } | null;
  /** Topics and sources to begin with, for a channel without messages. */
  starters: { value: string; label: string }[];
  /** It follows something already: only its first digest is missing. */
  follows: boolean;
  /** The id to page back from; null at the beginning. */
  earlier: number | null;
  /** These are not the newest messages. */
  paged: boolean;
  /** The newest change that this page shows. */
  version: number;
  /** Without a script: something is being worked on, a reload will show it. */
  waiting: boolean;
}

export function chatPage(page: ChatPage, view: View, frame: Frame): Html {
  const { channel, thread } = page;
  const slug = channelSlug(channel.id);
  const body = html`<a class="skip" href="#latest">${view.web.skip}</a>
    <div class="chat-frame${thread === null ? '' : ' with-thread'}" data-channel="${slug}" data-version="${page.version}" data-typing="${view.web.typing}" data-not-sent="${view.web.notSent}" data-try-again="${view.web.tryAgain}" data-reconnecting="${view.web.reconnecting}" data-no-answer="${view.web.noAnswer}" data-you="${view.web.you}" data-live="${page.paged ? 'no' : 'yes'}">
      ${side(page, view, frame)}
      <main class="channel" aria-label="${nameOf(channel, view)}">
        ${channelHead(channel, view)}
        <div class="scroller" tabindex="-1"><div class="column">
          ${page.earlier === null ? null : html`<a class="earlier" href="/c/${slug}?before=${page.earlier}">${view.web.earlier}</a>`}
          <div role="log" aria-label="${view.web.messages}"><ol class="log" id="log">${page.messages.map((message) =>
            messageHtml(message, view, { replies: page.replies.get(message.id) ?? 0, inThread: false }),
          )}</ol></div>
          ${page.messages.length === 0 ? emptyChannel(page, view) : null}
          ${page.paged ? html`<a class="earlier" href="/c/${slug}">${view.web.latest}</a>` : null}
          ${page.waiting && thread === null ? refreshHint(view) : null}
          <div id="latest" tabindex="-1"></div>
        </div></div>
        ${composer({ slug, thread: null, label: view.web.composer }, view)}
      </main>
      <aside class="thread" id="thread" aria-label="${view.web.thread}">${thread === null ? null : threadPanel(thread, slug, page.waiting, view)}</aside>
    </div>`;
  return pageHtml({ title: nameOf(channel, view), body, kind: 'chat', noindex: true }, frame);
}

export function nameOf(channel: Pick<Channel, 'id' | 'name'>, { web }: View): string {
  return channel.name ?? (channelSlug(channel.id) === 'home' ? web.home : channelSlug(channel.id));
}

function side({ channels, channel }: ChatPage, view: View, frame: Frame): Html {
  const { web } = view;
  return html`<header class="side">
    <details class="side-menu"><summary>${icons.menu}<span class="sr">${web.menu}</span></summary></details>
    <div class="side-body">
    <a class="brand" href="/">${mark}<span>Tidings</span></a>
    <nav aria-label="${web.channels}">
      <h2 class="side-title">${web.channels}</h2>
      <ul class="channel-list">${channels.map((other) => html`<li><a href="/c/${channelSlug(other.id)}" aria-current="${other.id === channel.id ? 'page' : 'false'}">${foreign(nameOf(other, view))}</a></li>`)}</ul>
      <details class="new-channel"><summary>${icons.plus}${web.newChannel}</summary>
        <form method="post" action="/channels"><input type="hidden" name="event" value="${randomUUID()}">
          <label>${web.channelName}<input name="name" required pattern=".*\\S.*" maxlength="60" autocomplete="off"></label>
          <button class="button primary">${web.make}</button></form>
      </details>
    </nav>
    <nav class="side-nav" aria-label="${web.menu}">${navLinks(web, frame.path, channelSlug(channel.id))}</nav>
    ${themeForm(frame, web)}
    </div>
  </header>`;
}

function channelHead(channel: Channel, view: View): Html {
  return html`<header class="channel-head"><h1>${foreign(nameOf(channel, view))}</h1>
    <a class="button bare" href="/c/${channelSlug(channel.id)}/settings">${icons.settings}<span class="wide-only">${view.web.settings}</span><span class="sr narrow-only">${view.web.settings}</span></a></header>`;
}

function emptyChannel({ channel, starters, follows }: ChatPage, view: View): Html {
  const { web } = view;
  if (follows)
    return html`<section class="empty" id="empty" role="status"><h2>${web.soonTitle}</h2><p>${web.soonText}</p></section>`;
  const doing = (command: string) => encodeAction(action('do', { value: command }));
  const quick = (command: string, label: Html) =>
    html`<button class="button starter" name="action" value="${doing(command)}">${label}</button>`;
  const commands = (['digest', 'sources', 'help'] as const).map((name) => view.words.commands[name][0]!);
  return html`<section class="empty" id="empty">
    <h2>${web.emptyTitle}</h2><p>${web.emptyText}</p>
    <form class="starters" method="post" action="/c/${channelSlug(channel.id)}/press">
      <input type="hidden" name="event" value="${randomUUID()}">
      ${starters.map(({ value, label }) => quick(`subscribe ${value}`, foreign(label)))}
      <span class="starter-commands">${commands.map((command) => quick(command, html`<code>${command}</code>`))}</span>
    </form>
  </section>`;
}

function threadPanel(
  { root, messages }: NonNullable<ChatPage['thread']>,
  slug: string,
  waiting: boolean,
  view: View,
): Html {
  const draw = (message: WebMessage) => messageHtml(message, view, { replies: 0, inThread: true });
  const label = root.story === null ? view.web.composerReply : view.web.composerThread;
  return html`<header class="thread-head"><h2>${view.web.thread}</h2>
      <a class="button bare close" href="/c/${slug}" aria-label="${view.web.closeThread}">${icons.close}</a></header>
    <div class="scroller" tabindex="-1"><div class="column" data-title="${threadTitle(root)}">
      <ol class="thread-root">${draw(root)}</ol>
      <div role="log" aria-label="${view.web.messages}"><ol class="log" id="thread-log" data-root="${root.id}">${messages.map(draw)}</ol></div>
      ${waiting ? refreshHint(view) : null}
    </div></div>
    ${composer({ slug, thread: root.id, label }, view)}`;
}

function refreshHint({ web }: View): Html {
  return html`<p class="refresh"><a href="">${web.refresh}</a></p>`;
}
