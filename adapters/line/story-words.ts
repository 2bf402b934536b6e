/** What a card and a list say of a story, each piece cut to what a reader takes in at a glance. */
import { type Action, action } from '../../src/action.ts';
import type { Digest, DigestStory } from '../../src/model.ts';
import { line } from '../../src/text/clean.ts';
import { age } from '../../src/words/time.ts';
import { languageName, wordsFor } from '../../src/words/words.ts';
import { webAddress } from './text.ts';
import { lineWords, marks } from './words.ts';

const most = { headline: 120, gist: 280, update: 200, source: 40 };

export interface StoryWords {
  headline: string;
  gist: string;
  /** With the word for it before it; '' where there is none. */
  update: string;
  /** Source, age, minutes, and what else a reader should know before opening it. */
  meta: string;
  source: string;
  /** Where *Open* leads; null where LINE cannot open it, and `meta` says so. */
  url: string | null;
}

export function storyWords(story: DigestStory, { composedAt, language, sample }: Digest): StoryWords {
  const words = wordsFor(language).digest;
  const url = webAddress(story.url) ?? webAddress(story.page);
  const source = line(story.source, most.source);
  const update = line(story.update ?? '', most.update);
  const facts = [
    source,
    age(story.publishedAt, new Date(composedAt), language),
    words.minutes(story.minutes),
    story.alsoIn > 0 ? words.alsoIn(story.alsoIn) : '',
    story.foreign && story.language !== '' ? words.foreign(languageName(story.language, language)) : '',
    story.excerptOnly ? words.excerptOnly : '',
    sample ? words.sample : '',
    url === null ? lineWords(language).notOpened : '',
  ];
  return {
    headline: line(story.headline, most.headline) || source || line(story.url, 80),
    gist: line(story.gist, most.gist),
    update: update === '' ? '' : `${words.update}${marks(language).colon}${update}`,
    meta: facts.filter((fact) => fact !== '').join(marks(language).dot),
    source,
    url,
  };
}

/** For the buttons of a story, wherever it is drawn. */
export function pressOf(verb: 'points' | 'ask' | 'more' | 'less', story: DigestStory, digest: Digest): Action {
  return action(verb, { story: story.story, delivery: digest.delivery });
}

/** `Morning digest`, by what called for it. */
export function headOf({ kind, language }: Digest): string {
  const words = wordsFor(language).digest;
  return { morning: words.title, asked: words.asked, taste: words.taste }[kind];
}
