/** Sites whose feeds stand at known addresses. */

type Rule = (url: URL, path: string[]) => string | string[] | null;

const rules: Record<string, Rule> = {
  'youtube.com': (url, [first, id]) => {
    const list = url.searchParams.get('list');
    if (list !== null) return `https://www.youtube.com/feeds/videos.xml?playlist_id=${list}`;
    return first === 'channel' && id ? `https://www.youtube.com/feeds/videos.xml?channel_id=${id}` : null;
  },
  'reddit.com': (_, path) =>
    path[0] === 'r' || path[0] === 'user' || path[0] === 'u' ? `https://www.reddit.com/${path.join('/')}/.rss` : null,
  'github.com': (_, [owner, repository, kind]) => {
    if (!owner || !repository) return owner ? `https://github.com/${owner}.atom` : null;
    const base = `https://github.com/${owner}/${repository.replace(/\.git$/, '')}`;
    return kind === 'commits'
      ? `${base}/commits.atom`
      : kind === 'tags'
        ? `${base}/tags.atom`
        : `${base}/releases.atom`;
  },
  'news.ycombinator.com': () => 'https://news.ycombinator.com/rss',
  'medium.com': (_, [name, ...rest]) =>
    name ? `https://medium.com/feed/${[name, ...(name === 'tag' ? rest : [])].join('/')}` : null,
  'substack.com': (_, [name]) => (name?.startsWith('@') ? `https://${name.slice(1)}.substack.com/feed` : null),
  'bsky.app': (_, [kind, name]) => (kind === 'profile' && name ? `https://bsky.app/profile/${name}/rss` : null),
  'note.com': (_, [name]) => (name ? `https://note.com/${name}/rss` : null),
  'qiita.com': (_, [kind, tag]) =>
    kind === 'tags' && tag ? `https://qiita.com/tags/${tag}/feed` : kind ? `https://qiita.com/${kind}/feed` : null,
  'zenn.dev': (_, path) =>
    path[0]
      ? `https://zenn.dev/${path.slice(0, path[0] === 'topics' || path[0] === 'p' ? 2 : 1).join('/')}/feed`
      : 'https://zenn.dev/feed',
  'arxiv.org': (_, [kind, category]) => (kind === 'list' && category ? `https://rss.arxiv.org/rss/${category}` : null),
};

/** @returns addresses that this page's feed is known to have; empty for sites that are not known. */
export function wellKnownFeeds(url: URL): string[] {
  const host = url.hostname.replace(/^(?:www|m|old|mobile)\./, '');
  const path = url.pathname.split('/').filter((part) => part !== '');
  const rule =
    rules[host] ??
    (/\.substack\.com$/.test(host)
      ? () => `https://${host}/feed`
      : /\.medium\.com$/.test(host)
        ? () => `https://${host}/feed`
        : mastodon);
  return [rule(url, path) ?? []].flat();
}

/** Any host may be a Mastodon server: `/@name` says so. */
function mastodon(url: URL, [name, ...rest]: string[]): string | null {
  return name?.startsWith('@') && name.length > 1 && rest.length === 0 ? `${url.origin}/${name}.rss` : null;
}

/** Where feeds usually are, the likeliest first. */
export function usualPlaces(url: URL): string[] {
  const folder = url.pathname.replace(/[^/]*$/, '');
  const inFolder = folder === '/' ? [] : [`${folder}feed/`, `${folder}rss.xml`, `${folder}index.xml`];
  return [...inFolder, '/feed/', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/rss', '/feed.json'].map(
    (path) => new URL(path, url).href,
  );
}
