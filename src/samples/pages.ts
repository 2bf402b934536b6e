/** The web pages of the outlets: each outlet's articles in its own `page.html`, and a plain list as its homepage. */
import { readFileSync } from 'node:fs';
import { excerpt, type SampleArticle } from './articles.ts';
import { writeFeed } from './feeds.ts';
import { bodyMarkup, escapeMarkup, fillTemplate } from './markup.ts';
import { type Outlet, paths } from './outlets.ts';

export function readTemplate(outlet: Outlet): string {
  return readFileSync(new URL(`./${outlet.id}/page.html`, import.meta.url), 'utf8');
}

/** @param siblings all articles of the outlet: some become its related links. */
export function articlePage(
  template: string,
  article: SampleArticle,
  siblings: SampleArticle[],
  origin: string,
): string {
  const { outlet } = article;
  return fillTemplate(template, {
    language: outlet.language,
    outlet: outlet.name,
    slogan: outlet.slogan,
    home: `${origin}${paths.home(outlet)}`,
    feed: `${origin}${paths.feed(outlet)}`,
    feedType: mimeType(outlet),
    url: `${origin}${paths.article(outlet, article.slug)}`,
    title: article.title,
    description: excerpt(article),
    author: article.author,
    section: article.topics[0] ?? '',
    published: article.publishedAt.toISOString(),
    publishedText: longDate(article),
    imageMeta: imageMeta(article, origin),
    figure: figure(article),
    linkedData: linkedData(article),
    body: bodyMarkup(article),
    paywall: article.paywall ? paywall : '',
    related: relatedLinks(article, siblings),
  });
}

export function homePage(outlet: Outlet, articles: SampleArticle[], origin: string): string {
  const items = articles.map(
    (article) => `<li><a href="${paths.article(outlet, article.slug)}">${escapeMarkup(article.title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="${outlet.language}">
<head><meta charset="utf-8"><title>${escapeMarkup(outlet.name)}</title>
<link rel="alternate" type="${mimeType(outlet)}" title="${escapeMarkup(outlet.name)}" href="${origin}${paths.feed(outlet)}"></head>
<body><h1>${escapeMarkup(outlet.name)}</h1><p>${escapeMarkup(outlet.slogan)}</p>
<ul>
${items.join('\n')}
</ul></body>
</html>
`;
}

const paywall =
  '<div class="paywall"><h3>Keep reading</h3><p>The rest of this article is for subscribers. Four weeks for one dollar.</p></div>';

const mimeType = (outlet: Outlet) => writeFeed[outlet.format].type.split(';')[0] ?? '';

function longDate({ outlet, publishedAt }: SampleArticle): string {
  return new Intl.DateTimeFormat(outlet.language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    publishedAt,
  );
}

function imageMeta({ outlet, image }: SampleArticle, origin: string): string {
  return image ? `<meta property="og:image" content="${origin}${paths.image(outlet, image.file)}">` : '';
}

function figure({ outlet, image }: SampleArticle): string {
  if (image === null) return '';
  const caption = escapeMarkup(image.caption);
  return `<figure><img src="${paths.image(outlet, image.file)}" alt="${caption}" width="1200" height="630"><figcaption>${caption}</figcaption></figure>`;
}

/** @see https://schema.org/NewsArticle */
function linkedData(article: SampleArticle): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.publishedAt.toISOString(),
    inLanguage: article.outlet.language,
    isAccessibleForFree: !article.paywall,
    author: [{ '@type': 'Person', name: article.author }],
    publisher: { '@type': 'NewsMediaOrganization', name: article.outlet.name },
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function relatedLinks(article: SampleArticle, siblings: SampleArticle[]): string {
  return siblings
    .filter((sibling) => sibling.slug !== article.slug)
    .slice(0, 4)
    .map(
      (sibling) =>
        `<li><a href="${paths.article(sibling.outlet, sibling.slug)}">${escapeMarkup(sibling.title)}</a></li>`,
    )
    .join('\n');
}
