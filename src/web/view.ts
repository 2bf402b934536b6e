/** What every drawing needs to know of whom it is for. */
import type { Language } from '../model.ts';
import { type Words, wordsFor } from '../words/words.ts';
import { isOurHost, type Origin } from './access.ts';
import { safeHref } from './html.ts';
import { type WebWords, webWordsFor } from './words.ts';

/** A gauge's name and poles in a language; null for a gauge that is no longer defined. */
export type GaugeNames = (gauge: string, language: Language) => { name: string; poles: [string, string] } | null;

export interface View {
  language: Language;
  words: Words;
  web: WebWords;
  now: Date;
  gaugeNames: GaugeNames;
  /** A topic's label; an unknown id as it is. */
  topicName: (topic: string) => string;
  /** Where a picture may be shown from: https, or our own samples; null for any other. */
  picture: (url: string | null) => string | null;
}

export interface ViewDeps {
  now: () => Date;
  gaugeNames: GaugeNames;
  topics: { id: string; labels: Record<string, string> }[];
  where: Origin;
}

export function viewIn(language: Language, { now, gaugeNames, topics, where }: ViewDeps): View {
  const topicName = (id: string) => {
    const labels = topics.find((topic) => topic.id === id)?.labels;
    return labels?.[language] ?? labels?.en ?? id;
  };
  return {
    language,
    words: wordsFor(language),
    web: webWordsFor(language),
    now: now(),
    gaugeNames,
    topicName,
    picture: (url) => pictureAt(url, where),
  };
}

function pictureAt(url: string | null, where: Origin): string | null {
  const href = safeHref(url);
  if (href === null || href.startsWith('https:')) return href;
  const { host, pathname } = new URL(href);
  return isOurHost(host, where) && pathname.startsWith('/samples/') ? pathname : null;
}
