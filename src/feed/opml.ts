import { walk } from './walk.ts';

export interface OpmlFeed {
  url: string;
  name: string;
  homepage: string | null;
  /** The folders that it stands in, the outermost first. */
  folders: string[];
}

/** A channel that follows more could not be shown, nor read in time. */
const maxFeeds = 5000;
const longestAddress = 2000;

export interface OpmlFile {
  feeds: OpmlFeed[];
  /** How many more stand in the file, past the 5,000 that are taken. */
  left: number;
}

/**
 * The feeds of an OPML file, at most 5,000; what is not well-formed is read as far as it goes.
 *
 * @returns null for what is no OPML at all.
 */
export function readOpml(text: string): OpmlFile | null {
  if (!/<(?:opml|outline)[\s>]/i.test(text)) return null;
  const feeds = new Map<string, OpmlFeed>();
  const left = new Set<string>();
  const folders: (string | null)[] = [];
  walk(
    text,
    () => ({
      onopentag(name, attributes) {
        if (name.toLowerCase() !== 'outline') return;
        const given = Object.fromEntries(
          Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value.trim()]),
        );
        const url = feedUrl(given.xmlurl);
        const label = given.title || given.text || url;
        folders.push(url === null ? label || null : null);
        if (url === null || feeds.has(url)) return;
        if (feeds.size >= maxFeeds) return void left.add(url);
        feeds.set(url, {
          url,
          name: label!,
          homepage: feedUrl(given.htmlurl),
          folders: folders.flatMap((folder) => folder ?? []),
        });
      },
      onclosetag(name) {
        if (name.toLowerCase() === 'outline') folders.pop();
      },
    }),
    { xmlMode: true, decodeEntities: true },
  );
  return { feeds: [...feeds.values()], left: left.size };
}

/** `feed:https://…` and `feed://…` are what browsers once wrote. */
function feedUrl(value: string | undefined): string | null {
  const url = URL.parse((value ?? '').replace(/^feed:(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://'));
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= longestAddress ? url.href : null;
}

/** What is written: each stands in the folder of its first topic. */
export interface ListedFeed {
  url: string;
  name: string;
  homepage: string | null;
  topics?: string[];
}

/** @returns OPML 2.0. */
export function writeOpml(feeds: ListedFeed[], title = 'Tidings'): string {
  const folders = Map.groupBy(feeds, ({ topics }) => topics?.[0] ?? '');
  const body = [...folders].flatMap(([folder, inside]) => {
    const outlines = inside.map(outline);
    return folder === ''
      ? outlines
      : [`<outline text="${escaped(folder)}">`, ...outlines.map((line) => `  ${line}`), '</outline>'];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escaped(title)}</title></head>`,
    '  <body>',
    ...body.map((line) => `    ${line}`),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function outline({ url, name, homepage }: ListedFeed): string {
  const site = homepage === null ? '' : ` htmlUrl="${escaped(homepage)}"`;
  return `<outline type="rss" text="${escaped(name)}" title="${escaped(name)}" xmlUrl="${escaped(url)}"${site}/>`;
}

function escaped(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
