/** What every drawing needs to know of whom it is for. */
import type { Language } from '../model.ts';
import { type Words, wordsFor } from '../words/words.ts';
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
}

export interface ViewDeps {
  now: () => Date;
  gaugeNames: GaugeNames;
  topics: { id: string; labels: Record<string, string> }[];
}

export function viewIn(language: Language, { now, gaugeNames, topics }: ViewDeps): View {
  const topicName = (id: string) => {
    const labels = topics.find((topic) => topic.id === id)?.labels;
    return labels?.[language] ?? labels?.en ?? id;
  };
  return { language, words: wordsFor(language), web: webWordsFor(language), now: now(), gaugeNames, topicName };
}
