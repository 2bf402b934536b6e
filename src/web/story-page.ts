/** `/s/<story>`: the brief with what it rests on, its sources, and what was said of it here. */
import { html } from 'hono/html';
import { plainText } from '../content.ts';
import { type Brief, type Claim, languages, type PointKind } from '../model.ts';
import type { WebMessage } from '../store/web-messages.ts';
import { age } from '../words/time.ts';
import { aside, wordsFor } from '../words/words.ts';
import { clip } from './clip.ts';
import { dotted, foreign, type Html, outbound } from './html.ts';
import { threadPath } from './message.ts';
import { gaugeOf, pictureHtml } from './story-card.ts';
import type { PageArticle, StoryOfPage, Talk } from './story-data.ts';
import type { View } from './view.ts';

/** @param talk null for a reader without the token: what was said in the chat is not theirs. */
export function storyPage(story: StoryOfPage, talk: Talk | null, view: View): Html {
  const { brief } = story;
  const image = story.articles.find((article) => article.image !== null)?.image ?? null;
  return html`<article class="story-page" lang="${brief?.language ?? story.language}">
    <header>
      ${labels(story, view)}
      <h1 dir="auto" lang="${story.language}">${clip(story.headline || story.lead?.title || '…', 400)}</h1>
      ${brief === null ? null : html`<p class="lede" dir="auto">${claim(brief.gist, story, view)}</p>`}
      <p class="meta">${byline(story, view)}</p>
      ${pictureHtml(image, view)}
      <p class="page-actions">${talk?.root ? html`<a class="button primary" href="${threadPath(talk.root)}">${view.web.askStory}</a>` : null}${outbound(story.lead?.url ?? null, view.web.readArticle, 'button')}</p>
    </header>
    ${brief === null ? html`<p class="note">${view.words.brief.noBrief}</p>` : briefHtml(brief, story, view)}
    ${sourceList(story.articles, view)}
    ${talk === null ? null : discussion(talk.said, view)}
  </article>`;
}

function labels(story: StoryOfPage, view: View): Html {
  const sample = story.sample ? html`<li class="label">${view.words.digest.sample}</li>` : null;
  return html`<ul class="labels">${sample}${story.topics.map((topic) => html`<li class="chip">${view.topicName(topic)}</li>`)}</ul>`;
}

function byline({ articles, lead }: StoryOfPage, { words, now, language }: View): Html | null {
  if (lead === null) return null;
  const sources = new Set(articles.map((article) => article.source)).size;
  return dotted([
    foreign(lead.source),
    html`<time datetime="${lead.publishedAt.toISOString()}">${age(lead.publishedAt, now, language)}</time>`,
    words.digest.minutes(lead.minutes),
    sources > 1 ? words.digest.alsoIn(sources - 1) : null,
  ]);
}

function briefHtml(brief: Brief, story: StoryOfPage, view: View): Html {
  const { words } = view;
  const pointNames: Record<PointKind, string> = {
    happened: words.brief.happened,
    matters: words.brief.matters,
    watch: words.brief.watch,
  };
  return html`${section('takeaway', words.brief.takeaway, brief.takeaway.length > 0, html`${brief.takeaway.map((said) => html`<p dir="auto">${claim(said, story, view)}</p>`)}`)}
    ${section('points', words.brief.points, brief.points.length > 0, html`<dl class="point-list">${brief.points.map((point) => html`<div><dt>${pointNames[point.kind]}</dt><dd dir="auto">${claim(point, story, view)}</dd></div>`)}</dl>`)}
    ${brief.gauges.map((reading) => gaugeOf(reading, view))}
    ${section('faq', words.brief.faq, brief.faq.length > 0, html`${brief.faq.map((entry) => html`<details open><summary dir="auto">${entry.question}</summary><p dir="auto">${claim(entry.answer, story, view)}</p></details>`)}`)}
    <p class="note">${brief.method === 'model' ? words.brief.written : words.brief.extract}${brief.dropped > 0 ? ` ${words.brief.dropped(brief.dropped)}` : ''}</p>`;
}

function section(id: string, title: string, shown: boolean, body: Html): Html | null {
  return shown
    ? html`<section class="${id}" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`
    : null;
}

/** A statement, then the numbers of the sources that it rests on; a number shows the sentence itself. */
function claim(said: Claim, { articles }: StoryOfPage, { words, language }: View): Html {
  const marks = said.cites.map(({ article, sentence, quote }) => {
    const index = articles.findIndex((known) => known.id === article);
    return { index, words: quote ?? articles[index]?.sentences[sentence] ?? '' };
  });
  const known = marks.filter(({ index }, at) => index >= 0 && marks.findIndex((mark) => mark.index === index) === at);
  return html`${said.text}${said.inferred ? html`<span class="quiet">${aside(words.brief.inferred, language)}</span>` : null}${known.map(
    (mark) =>
      html`<sup><a class="cite" href="#source-${mark.index + 1}" title="${clip(mark.words, 400)}">${mark.index + 1}</a></sup>`,
  )}`;
}

function sourceList(articles: PageArticle[], view: View): Html {
  const { words, now, language } = view;
  return html`<section class="source-list" aria-labelledby="sources"><h2 id="sources">${words.brief.sources}</h2>
    <ol>${articles.map(
      (
        article,
        index,
      ) => html`<li id="source-${index + 1}"><span dir="auto" lang="${article.language}">${outbound(article.url, clip(article.title || article.url, 300))}</span>
      <span class="meta">${dotted([foreign(article.source), html`<time datetime="${article.publishedAt.toISOString()}">${age(article.publishedAt, now, language)}</time>`, words.digest.minutes(article.minutes), article.excerptOnly ? words.digest.excerptOnly : null])}</span></li>`,
    )}</ol></section>`;
}

function discussion(all: WebMessage[], { words, web }: View): Html {
  const said = all.filter((message) => !isBrief(message));
  return html`<section class="discussion" aria-labelledby="discussion"><h2 id="discussion">${words.brief.discussion}</h2>
    ${said.length === 0 ? html`<p class="note">${words.brief.noDiscussion}</p>` : html`<ol>${said.map((message) => html`<li><strong>${message.author === 'us' ? web.us : web.you}</strong> <span dir="auto">${clip(wordsOf(message), 2_000)}</span></li>`)}</ol>`}
  </section>`;
}

/** Key points that were asked for stand above already, in whatever language they were said. */
function isBrief({ body }: WebMessage): boolean {
  const text = body.kind === 'said' ? plainText(body.content) : '';
  const labels = languages.flatMap((language) => [wordsFor(language).brief.extract, wordsFor(language).brief.written]);
  return labels.some((label) => text.includes(label));
}

function wordsOf({ body }: WebMessage): string {
  if (body.kind === 'text') return body.text;
  return body.kind === 'said' ? plainText(body.content) : '';
}
