/** Answers without a model: the closest passages, verbatim, and called that; or that the story does not say. */

import { suggestQuestions } from '../brief/extract.ts';
import type { StoryText } from '../brief/writer.ts';
import type { Article } from '../model.ts';
import { addressesModel, addressesReader, tellsOfMachines } from '../text/injection.ts';
import { terms } from '../text/words.ts';
import type { Answer, Answerer, Passage, Question, Turn } from './answerer.ts';
import { type Retrieval, type Retrieved, retrieve } from './retrieve.ts';
import { type IndexedSentence, indexSentences, type SentenceIndex } from './retrieve-index.ts';

/** Below this the text most likely does not answer: measured on near misses, it costs the fewest wrong turns either way. */
export const leastConfidence = 0.33;
const mostPassages = 3;
/** A further passage is shown when it is at least this likely beside the first. */
const alsoLikely = 0.2;
const mostElsewhere = 3;

export function createExtractAnswerer(): Answerer {
  return {
    async answer(question) {
      return question.story === null ? fromArchive(question) : fromStory(question, question.story);
    },
  };
}

function fromStory(question: Question, story: StoryText): Answer {
  const passages = passagesOf(question.text, story, question.turns);
  const suggestions = suggestQuestions(story, question.text, question.language);
  if (passages.length > 0) return { ...nothing, verdict: 'passages', passages, suggestions };
  const elsewhere = firstPassages(
    question,
    question.related.filter((other) => other.story.id !== story.story.id),
  );
  return { ...nothing, elsewhere, suggestions };
}

/** Without a story the archive answers, each passage with the story that it is from. */
function fromArchive(question: Question): Answer {
  const passages = firstPassages(question, question.related);
  return { ...nothing, verdict: passages.length > 0 ? 'passages' : 'not-said', passages };
}

const nothing: Answer = {
  verdict: 'not-said',
  method: 'extract',
  claims: [],
  passages: [],
  elsewhere: [],
  suggestions: [],
};

function firstPassages(question: Question, stories: StoryText[]): Passage[] {
  // What is all pronouns and common words (who is behind it?) fits anywhere, and says nothing of another story.
  if (new Set(terms(question.text, question.language)).size < leastTerms) return [];
  const first = stories.flatMap((story) => passagesOf(question.text, story, [], isSure).slice(0, 1));
  return first.sort((a, b) => b.score - a.score).slice(0, mostElsewhere);
}

/** @returns none where the story does not seem to answer */
function passagesOf(
  question: string,
  { story, articles }: StoryText,
  turns: Turn[],
  accepts: (found: Retrieval) => boolean = answers,
): Passage[] {
  const read = articles.map(withoutPlanted);
  const index = indexSentences(read);
  const found = retrieve(question, index, turns);
  if (!accepts(found)) return [];
  return chosen(found, index, read).map(({ text, sentence, score }) => {
    const article = articles[text]!;
    return {
      story: story.id,
      article: article.id,
      sentence,
      text: article.sentences[sentence]!,
      source: article.source,
      url: article.url,
      score,
    };
  });
}

/** What is planted must not make a story seem to answer: in its places nothing stands. */
function withoutPlanted(article: Article): Article {
  const { sentences, language } = article;
  const ofMachines = tellsOfMachines(article);
  return { ...article, sentences: sentences.map((each) => (addressesModel(each, language, ofMachines) ? '' : each)) };
}

/**
 * Where the story speaks of nearly all of a question, the closest passages are what the reader wants even if no one of
 * them seems to answer, and are called no more than that: most of all for what one sentence seldom tells (why is it a
 * concern?). Where it has none of the question's rare words it says nothing of the matter.
 */
export function answers({ confidence, topical, foreign, wide }: Retrieval): boolean {
  const { least, spokenOf } = wide ? wideQuestion : plainQuestion;
  return !foreign && (confidence >= leastConfidence || (confidence >= least && topical >= spokenOf));
}

/** Measured on near misses, and on news that people asked about. */
const plainQuestion = { least: 0.15, spokenOf: 0.75 };
const wideQuestion = { least: 0.08, spokenOf: 0.65 };

/** A story that nobody named has to speak of most of what is asked. */
function isSure({ confidence, topical }: Retrieval): boolean {
  return confidence >= leastElsewhere && topical >= mostTopic;
}

const leastElsewhere = 0.08;
const mostTopic = 0.6;
const leastTerms = 2;

/**
 * The likeliest sentences, each with the one before it where it speaks of that (`It …`, `その …`) and the one behind it
 * where it only leads there (`The report names three causes:`). A heading is none, nor what leads to nothing we may quote.
 */
function chosen({ ranked, confidence }: Retrieval, index: SentenceIndex, read: Article[]): Retrieved[] {
  const told = ranked.filter((one) => {
    const { sentences, language } = read[one.text]!;
    const words = sentences[one.sentence]!;
    return words !== '' && !addressesReader(words, language) && !indexed(one, index)?.heading;
  });
  const wide = confidence < leastConfidence;
  const likely = told.filter(({ score }) => wide || score >= alsoLikely * told[0]!.score);
  const shown = likely.flatMap((one) => {
    const is = indexed(one, index);
    const behind = beside(one, 1, told);
    if (is?.introduces) return behind === undefined ? [] : [one, behind];
    if (behind !== undefined && leadsOn(is, indexed(behind, index))) return [one, behind];
    const before = is?.refersBack ? beside(one, -1, told) : undefined;
    return before === undefined ? [one] : [one, before];
  });
  return [...new Set(shown)].slice(0, mostPassages);
}

/** `That pressure has reached models too.` A paragraph that opens so, with no name and no number, tells what next. */
function leadsOn(one: IndexedSentence | undefined, next: IndexedSentence | undefined): boolean {
  if (one === undefined || one.paragraph !== next?.paragraph) return false;
  return one.opensParagraph && one.refersBack && one.names.length === 0 && one.numbers.size === 0;
}

function indexed(one: Retrieved, { sentences }: SentenceIndex) {
  return sentences.find(({ text, sentence }) => text === one.text && sentence === one.sentence);
}

function beside(one: Retrieved, step: number, told: Retrieved[]): Retrieved | undefined {
  return told.find(({ text, sentence }) => text === one.text && sentence === one.sentence + step);
}
