/**
 * The trial's own little internet: invented outlets with feeds, pages and pictures, all of our own writing, served
 * under `/samples/<outlet>/` as if by strangers. Dates count back from the moment that `serveSamples` was called.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readArticles } from './articles.ts';
import { writeFeed } from './feeds.ts';
import { type Outlet, outlets, paths } from './outlets.ts';
import { articlePage, homePage, readTemplate } from './pages.ts';

/** Something that can be asked for. `render` takes the origin that the visitor used. */
interface Resource {
  type: string;
  modifiedAt: Date;
  render(origin: string): string;
}

const html = 'text/html; charset=utf-8';

/** @param origin scheme, host and port at which `serveSamples` answers, without a slash at the end. */
export function sampleFeeds(origin: string) {
  return outlets.map((outlet) => ({
    url: `${origin}${paths.feed(outlet)}`,
    name: outlet.name,
    homepage: `${origin}${paths.home(outlet)}`,
    language: outlet.language,
    topics: outlet.topics,
  }));
}

/** @returns what answers a request; it gives null for every path that is not of the samples. */
export function serveSamples(now: () => Date): (request: Request) => Response | null {
  const start = now();
  const resources = new Map(outlets.flatMap((outlet) => resourcesOf(outlet, start)));
  return (request) => {
    const { pathname, origin } = new URL(request.url);
    if (!pathname.startsWith('/samples/')) return null;
    const resource = resources.get(pathname);
    if (resource === undefined) return new Response('Not found\n', { status: 404 });
    return respond(request, resource, resource.render(origin));
  };
}

function resourcesOf(outlet: Outlet, start: Date): [path: string, Resource][] {
  const articles = readArticles(outlet, start);
  const template = readTemplate(outlet);
  const modifiedAt = articles[0]?.publishedAt ?? start;
  const feed = writeFeed[outlet.format];
  return [
    [paths.home(outlet), { type: html, modifiedAt, render: (origin) => homePage(outlet, articles, origin) }],
    [paths.feed(outlet), { type: feed.type, modifiedAt, render: (origin) => feed.write(outlet, articles, origin) }],
    ...articles.map((article): [string, Resource] => [
      paths.article(outlet, article.slug),
      {
        type: html,
        modifiedAt: article.publishedAt,
        render: (origin) => articlePage(template, article, articles, origin),
      },
    ]),
    ...images(outlet, start),
  ];
}

/** Every outlet serves the whole box of pictures under its own address. */
function images(outlet: Outlet, modifiedAt: Date): [path: string, Resource][] {
  const folder = new URL('./images/', import.meta.url);
  return readdirSync(folder).map((file) => {
    const svg = readFileSync(new URL(file, folder), 'utf8');
    return [paths.image(outlet, file), { type: 'image/svg+xml', modifiedAt, render: () => svg }];
  });
}

/** Conditional requests as in https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2: the entity tag decides where one is sent. */
function respond(request: Request, resource: Resource, body: string): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response('Method not allowed\n', { status: 405, headers: { allow: 'GET, HEAD' } });
  }
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    etag,
    'last-modified': resource.modifiedAt.toUTCString(),
    'cache-control': 'max-age=60',
    'content-type': resource.type,
    // The pages share their origin with the program's own: they get no script, and no search engine keeps them.
    'content-security-policy': "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  };
  if (isFresh(request.headers, etag, resource.modifiedAt)) return new Response(null, { status: 304, headers });
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}

function isFresh(headers: Headers, etag: string, modifiedAt: Date): boolean {
  const known = headers.get('if-none-match');
  if (known !== null) return known.split(',').some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//u, '')));
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return Math.floor(modifiedAt.getTime() / 1000) * 1000 <= since;
}
