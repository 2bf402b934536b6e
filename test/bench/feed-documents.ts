/** Feeds of our own making, as large as real ones are: 30 entries with their text, 71 KB on average. */

const words =
  'the market moved as officials said that new rules for data centres would arrive before winter and engineers who welcomed them hoped for calm while ministers in several towns asked what the harbour would cost'.split(
    ' ',
  );

/** The same numbers at every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export interface FeedShape {
  /** Newest first. */
  entries: number[];
  /** Of the newest entry. */
  newest: Date;
  /** CDATA, or escaped markup, as feeds do it about equally. */
  escaped: boolean;
}

export function feedDocument(feed: number, { entries, newest, escaped }: FeedShape): string {
  const line = (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(' ');
  const wrap = (html: string) =>
    escaped ? html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : `<![CDATA[${html}]]>`;
  let random = createRandom(1);
  const items = entries.map((entry, index) => {
    // An entry says the same in every version of its feed.
    random = createRandom(feed * 1000 + entry + 1);
    const text = Array.from(
      { length: 5 },
      () => `<p>${line(54)}, <a href="https://example.org/${entry}">${line(3)}</a> it&#8217;s said.</p>`,
    ).join('\n');
    return `<item><title>${line(8)} ${entry}</title><link>https://news${feed}.example/${entry}</link><guid isPermaLink="false">${feed}-${entry}</guid><dc:creator>Jane Doe</dc:creator>
<category>News</category><pubDate>${new Date(newest.getTime() - index * 3_600_000).toUTCString()}</pubDate><media:content url="https://news${feed}.example/${entry}.jpg" medium="image"/>
<description>${wrap(`<p>${line(28)}</p>`)}</description><content:encoded>${wrap(text)}</content:encoded></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News ${feed}</title><link>https://news${feed}.example/</link><language>en</language>${items.join('\n')}</channel></rss>`;
}
