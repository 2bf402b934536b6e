/** The feeds of the outlets, in the four formats that people publish. */
import { excerpt, type SampleArticle } from './articles.ts';
import { bodyMarkup, escapeMarkup as esc } from './markup.ts';
import { type Outlet, paths } from './outlets.ts';

/** @returns the feed's text. `origin` begins every address in it. */
export type WriteFeed = (outlet: Outlet, articles: SampleArticle[], origin: string) => string;

export const writeFeed: Record<Outlet['format'], { write: WriteFeed; type: string }> = {
  rss: { write: rss, type: 'application/rss+xml; charset=utf-8' },
  rdf: { write: rdf, type: 'application/rdf+xml; charset=utf-8' },
  atom: { write: atom, type: 'application/atom+xml; charset=utf-8' },
  json: { write: json, type: 'application/feed+json; charset=utf-8' },
};

/** @see https://www.rssboard.org/rss-specification */
function rss(outlet: Outlet, articles: SampleArticle[], origin: string): string {
  const items = articles.map(
    (article) => `<item>
<title>${esc(article.title)}</title>
<link>${link(article, origin)}</link>
<guid isPermaLink="false">${id(article)}</guid>
<pubDate>${article.publishedAt.toUTCString()}</pubDate>
<dc:creator>${esc(article.author)}</dc:creator>
${article.topics.map((topic) => `<category>${esc(topic)}</category>`).join('')}
<description>${esc(excerpt(article))}</description>
${article.outlet.fullText ? `<content:encoded>${esc(bodyMarkup(article))}</content:encoded>` : ''}
${article.image ? `<media:content url="${imageLink(article, origin)}" medium="image" type="image/svg+xml"/>` : ''}
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${esc(outlet.name)}</title>
<link>${origin}${paths.home(outlet)}</link>
<atom:link href="${origin}${paths.feed(outlet)}" rel="self" type="application/rss+xml"/>
<description>${esc(outlet.slogan)}</description>
<language>${outlet.language}</language>
<ttl>10</ttl>
${items.join('\n')}
</channel>
</rss>
`;
}

/** @see https://web.resource.org/rss/1.0/spec */
function rdf(outlet: Outlet, articles: SampleArticle[], origin: string): string {
  const items = articles.map(
    (article) => `<item rdf:about="${link(article, origin)}">
<title>${esc(article.title)}</title>
<link>${link(article, origin)}</link>
<description>${esc(excerpt(article))}</description>
<dc:creator>${esc(article.author)}</dc:creator>
<dc:date>${article.publishedAt.toISOString()}</dc:date>
${article.topics.map((topic) => `<dc:subject>${esc(topic)}</dc:subject>`).join('')}
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${origin}${paths.feed(outlet)}">
<title>${esc(outlet.name)}</title>
<link>${origin}${paths.home(outlet)}</link>
<description>${esc(outlet.slogan)}</description>
<dc:language>${outlet.language}</dc:language>
<items><rdf:Seq>${articles.map((article) => `<rdf:li rdf:resource="${link(article, origin)}"/>`).join('')}</rdf:Seq></items>
</channel>
${items.join('\n')}
</rdf:RDF>
`;
}

/** @see https://www.rfc-editor.org/rfc/rfc4287 */
function atom(outlet: Outlet, articles: SampleArticle[], origin: string): string {
  const entries = articles.map(
    (article) => `<entry>
<id>urn:sample:${id(article)}</id>
<title>${esc(article.title)}</title>
<link rel="alternate" type="text/html" href="${link(article, origin)}"/>
<published>${article.publishedAt.toISOString()}</published>
<updated>${article.publishedAt.toISOString()}</updated>
<author><name>${esc(article.author)}</name></author>
${article.topics.map((topic) => `<category term="${esc(topic)}"/>`).join('')}
<summary>${esc(excerpt(article))}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
<id>urn:sample:${outlet.id}</id>
<title>${esc(outlet.name)}</title>
<subtitle>${esc(outlet.slogan)}</subtitle>
<link rel="alternate" type="text/html" href="${origin}${paths.home(outlet)}"/>
<link rel="self" type="application/atom+xml" href="${origin}${paths.feed(outlet)}"/>
<updated>${articles[0]?.publishedAt.toISOString()}</updated>
${entries.join('\n')}
</feed>
`;
}

/** @see https://www.jsonfeed.org/version/1.1/ */
function json(outlet: Outlet, articles: SampleArticle[], origin: string): string {
  const items = articles.map((article) => ({
    id: id(article),
    url: link(article, origin),
    title: article.title,
    summary: excerpt(article),
    content_html: bodyMarkup(article),
    date_published: article.publishedAt.toISOString(),
    authors: [{ name: article.author }],
    tags: article.topics,
    ...(article.image && { image: imageLink(article, origin) }),
  }));
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    description: outlet.slogan,
    home_page_url: `${origin}${paths.home(outlet)}`,
    feed_url: `${origin}${paths.feed(outlet)}`,
    language: outlet.language,
    items,
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

const id = (article: SampleArticle) => `${article.outlet.id}/${article.slug}`;
const link = (article: SampleArticle, origin: string) => `${origin}${paths.article(article.outlet, article.slug)}`;
const imageLink = (article: SampleArticle, origin: string) =>
  `${origin}${paths.image(article.outlet, article.image?.file ?? '')}`;
