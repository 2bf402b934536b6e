/** The frame of every page. */
import { html } from 'hono/html';
import type { Language } from '../model.ts';
import type { Assets } from './assets.ts';
import type { Html } from './html.ts';
import { mark } from './icons.ts';
import { type WebWords, webWordsFor } from './words.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Frame {
  assets: Assets;
  language: Language;
  theme: Theme;
  /** Where the theme's form leads back to. */
  path: string;
  /** Someone with the token: only they get the navigation. */
  signedIn: boolean;
}

export interface Page {
  title: string;
  body: Html;
  /** `chat` fills the window and scrolls inside; the others read like a document. */
  kind: 'chat' | 'document';
  noindex?: boolean;
}

export function pageHtml(page: Page, frame: Frame): Html {
  const { assets, language, theme } = frame;
  return html`<!doctype html>
<html lang="${language}" data-theme="${theme}" class="${page.kind}">
<head>
<meta charset="utf-8">
<title>${page.title} · Tidings</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
${page.noindex ? html`<meta name="robots" content="noindex">` : null}
<link rel="icon" href="${assets.icon.path}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style.path}">
<script src="${assets.script.path}" defer></script>
</head>
<body>${page.body}</body>
</html>`;
}

/** A page to read: story, digest, sources, topics, and every error. */
export function documentPage(title: string, main: Html, frame: Frame, noindex = false): Html {
  const web = webWordsFor(frame.language);
  const body = html`<header class="top">
      <a class="brand" href="/">${mark}<span>Tidings</span></a>
      ${frame.signedIn ? html`<nav class="top-nav" aria-label="${web.menu}"><a href="/">${web.chat}</a>${navLinks(web, frame.path)}</nav>` : null}
      ${themeForm(frame, web)}
    </header>
    <main class="document-main">${main}</main>`;
  return pageHtml({ title, body, kind: 'document', noindex }, frame);
}

/** @param slug the channel that one comes from: the topics page marks what that one follows. */
export function navLinks(web: WebWords, path: string, slug: string | null = null): Html {
  const links: [string, string, string][] = [
    ['/topics', slug === null ? '' : `?channel=${slug}`, web.topics],
    ['/sources', '', web.sources],
  ];
  return html`${links.map(([href, query, label]) => html`<a href="${href}${query}" aria-current="${href === path ? 'page' : 'false'}">${label}</a>`)}`;
}

export function themeForm({ theme, path }: Frame, web: WebWords): Html {
  return html`<form class="theme-form" method="post" action="/theme"><input type="hidden" name="back" value="${path}">
    <div class="theme" role="group" aria-label="${web.theme}">${themes.map((name) => html`<button name="theme" value="${name}" aria-pressed="${name === theme ? 'true' : 'false'}">${web.themes[name]}</button>`)}</div>
  </form>`;
}

/** An error says what to do. */
export function messagePage(title: string, text: string, frame: Frame): Html {
  const web = webWordsFor(frame.language);
  return documentPage(
    title,
    html`<div class="notice-page"><h1>${title}</h1><p>${text}</p><p><a class="button primary" href="/">${web.toChat}</a></p></div>`,
    frame,
    true,
  );
}
