/** The invented newsrooms of the trial. Each differs in format, in how much its feed tells, and in how its pages are built. */

export interface Outlet {
  /** Folder of its articles, and its part of the path. */
  id: string;
  name: string;
  slogan: string;
  /** BCP 47. */
  language: string;
  /** Ids of `src/catalogue/topics.json`. */
  topics: string[];
  format: 'rss' | 'rdf' | 'atom' | 'json';
  /** The feed carries whole articles; else an excerpt, and the page has the rest. */
  fullText: boolean;
}

export const outlets: Outlet[] = [
  {
    id: 'meridian-wire',
    name: 'Meridian Wire',
    slogan: 'The world before breakfast',
    language: 'en',
    topics: ['ai', 'world', 'startups', 'robotics', 'gadgets'],
    format: 'rss',
    fullText: true,
  },
  {
    id: 'lamplight-review',
    name: 'Lamplight Review',
    slogan: 'Science and technology, slowly',
    language: 'en',
    topics: ['ai', 'ai-research', 'ai-safety', 'science', 'space', 'energy'],
    format: 'atom',
    fullText: false,
  },
  {
    id: 'copperline',
    name: 'Copperline',
    slogan: 'Measured, not promised',
    language: 'en',
    topics: ['ai', 'open-weights', 'chips', 'cybersecurity', 'energy'],
    format: 'json',
    fullText: true,
  },
  {
    id: 'saltmarsh-ledger',
    name: 'Saltmarsh Ledger',
    slogan: 'Business, plainly',
    language: 'en',
    topics: ['business', 'startups', 'cloud'],
    format: 'rss',
    fullText: false,
  },
  {
    id: 'asanagi-shimpo',
    name: '朝凪新報',
    slogan: '朝の凪に、確かな知らせを',
    language: 'ja',
    topics: ['ai', 'japan-tech', 'science', 'energy'],
    format: 'rdf',
    fullText: false,
  },
  {
    id: 'kazemachi-tech',
    name: '風待ちテック',
    slogan: '使って確かめる技術メディア',
    language: 'ja',
    topics: ['ai', 'llm', 'japan-tech', 'gadgets', 'gaming'],
    format: 'rss',
    fullText: true,
  },
  {
    id: 'chaojian-daily',
    name: '潮間日報',
    slogan: '潮起潮落之間的消息',
    language: 'zh-TW',
    topics: ['ai', 'chips', 'cybersecurity', 'world', 'startups'],
    format: 'rss',
    fullText: false,
  },
];

/** Path of an outlet's feed, homepage, article or image. */
export const paths = {
  home: (outlet: Outlet) => `/samples/${outlet.id}/`,
  feed: (outlet: Outlet) => `/samples/${outlet.id}/feed.${outlet.format === 'json' ? 'json' : 'xml'}`,
  article: (outlet: Outlet, slug: string) => `/samples/${outlet.id}/news/${slug}.html`,
  image: (outlet: Outlet, file: string) => `/samples/${outlet.id}/images/${file}`,
};
