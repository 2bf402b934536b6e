/** Finds the sentences of a story that answer a question, and says how sure that is. */
import { readFileSync } from 'node:fs';
import { respelled } from '../text/spelling.ts';
import { unspaced } from '../text/words.ts';
import type { Turn } from './answerer.ts';
import { confidenceFeatures } from './retrieve-confidence.ts';
import { features } from './retrieve-features.ts';
import { type IndexedText, indexSentences, type SentenceIndex } from './retrieve-index.ts';
import { type AskedFor, readQuestion } from './retrieve-question.ts';
import { isForeign, topicality } from './retrieve-topic.ts';
import { scoreOf, type Trees } from './retrieve-trees.ts';
import { leansOnTurns, nearness, withTurns } from './retrieve-turns.ts';

export interface Retrieved {
  /** Which of the texts that were indexed. */
  text: number;
  /** Index into its sentences. */
  sentence: number;
  /** 0–1: how sure we are that this sentence answers; the scores of all sentences sum to `confidence`. */
  score: number;
}

export interface Retrieval {
  /** Every sentence, best first. */
  ranked: Retrieved[];
  /** 0–1: how sure we are that the texts answer the question. */
  confidence: number;
  /** 0–1: how much of the question the texts speak of at all; 0 where they never have a name that it has. */
  topical: number;
  /** The question's rare words are not there. */
  foreign: boolean;
  /** Asks for what one sentence seldom tells: why, and how. */
  wide: boolean;
}

/** One for each way of writing: words mean more where spaces part them, and Korean has neither capitals nor bare words. */
export const writings = ['spaced', 'unspaced', 'korean'] as const;
export type Writing = (typeof writings)[number];

export interface Weights extends Record<Writing, { ranker: Trees; confidence: Trees }> {
  /** By language: terms that a question may have and its answer not, parted by spaces. */
  loose: Record<string, string>;
}

const weights = JSON.parse(readFileSync(new URL('./weights.json', import.meta.url), 'utf8')) as Weights;

export function writingOf(language: string): Writing {
  if (language.startsWith('ko')) return 'korean';
  return unspaced(language) ? 'unspaced' : 'spaced';
}

/**
 * @param texts of one story, best first; index them once with `indexSentences` to ask often
 * @param turns earlier questions and answers of the same talk, oldest first
 */
export function retrieve(question: string, texts: IndexedText[] | SentenceIndex, turns: Turn[] = []): Retrieval {
  const index = Array.isArray(texts) ? indexSentences(texts) : texts;
  if (index.sentences.length === 0) return { ranked: [], confidence: 0, topical: 0, foreign: true, wide: false };
  const typed = question.slice(0, longestQuestion);
  const language = questionLanguage(typed, index.language);
  const asked = respelled(typed, language, () => index.sentences.map(({ words }) => words));
  return rank(readQuestion(asked, language), index, turns);
}

/** Characters of a question that are read; nobody asks in more, and each costs time. */
const longestQuestion = 600;

/** A question may be in another script than the text: its words are cut as its own script asks. */
function questionLanguage(question: string, text: string): string {
  if (/[ぁ-んァ-ヴ]/u.test(question)) return 'ja';
  if (/\p{Script=Hangul}/u.test(question)) return 'ko';
  if (/\p{Script=Thai}/u.test(question)) return 'th';
  if (/\p{Script=Han}/u.test(question)) return /^(ja|zh|yue)/u.test(text) ? text : 'zh';
  return /^(ja|zh|yue|ko|th)/u.test(text) ? 'en' : text;
}

function rank(asked: AskedFor, index: SentenceIndex, turns: Turn[]): Retrieval {
  const found = turns.length === 0 ? read(asked, index, leadWeight) : readInTalk(asked, index, turns);
  return {
    ...retrieval(found, index),
    topical: topicality(asked, index),
    foreign: isForeign(asked, index, looseTerms(asked.language)),
    wide: asked.kind === 'reason' || asked.kind === 'manner',
  };
}

/** The question by itself, together with what it leans on, and near what was last answered. */
function readInTalk(asked: AskedFor, index: SentenceIndex, turns: Turn[]): Read {
  const readAs = (question: AskedFor) => read(question, index, leadWeight / 2);
  const own = readAs(asked);
  const whole = readQuestion(withTurns(asked.text, turns, asked.language), asked.language);
  const joined = readAs({ ...whole, kind: asked.kind });
  const last = () => orderBy(readAs(readQuestion(turns.at(-1)!.question, asked.language)).scores)[0]!;
  const near = nearness(index, turns, last);
  const leans = leansOnTurns(asked.text, asked.language);
  const { joinedShare, nearWeight } = leans ? leaning : standing;
  const scores = own.scores.map(
    (score, at) => (1 - joinedShare) * score + joinedShare * joined.scores[at]! + nearWeight * near[at]!,
  );
  return { scores, sure: leans ? Math.max(own.sure, joined.sure) : own.sure };
}

/** How much the question before it, and the place of the last answer, count. Set by hand on talks of our own. */
const leaning = { joinedShare: 0.4, nearWeight: 0.9 };
const standing = { joinedShare: 0.1, nearWeight: 0.3 };

interface Read {
  /** One a sentence; differences are logarithms of odds. */
  scores: number[];
  sure: number;
}

function read(asked: AskedFor, index: SentenceIndex, lead: number): Read {
  const { ranker, confidence } = weights[writingOf(asked.language)];
  const vectors = features(asked, index);
  const scores = vectors.map(
    (vector, at) =>
      scoreOf(ranker, vector) + lead * leadPrior(index, at) + listed(asked, index, at) - poorness(index, at),
  );
  const seen = confidenceFeatures(asked, index, vectors, scores, orderBy(scores), looseTerms(asked.language));
  return { scores, sure: logistic(scoreOf(confidence, seen)) };
}

function retrieval({ scores, sure }: Read, index: SentenceIndex): Pick<Retrieval, 'ranked' | 'confidence'> {
  const order = orderBy(scores);
  const powers = scores.map((score) => Math.exp(score - scores[order[0]!]!));
  const all = powers.reduce((a, b) => a + b, 0);
  return {
    confidence: sure,
    ranked: order.map((at) => {
      const { text, sentence } = index.sentences[at]!;
      return { text, sentence, score: (sure * powers[at]!) / all };
    }),
  };
}

function looseTerms(language: string): ReadonlySet<string> {
  return loose.get(language.slice(0, 2)) ?? none;
}

const none: ReadonlySet<string> = new Set();
const loose = new Map(Object.entries(weights.loose).map(([language, own]) => [language, new Set(own.split(' '))]));

/** `Which risks …?` is answered by a sentence that lists risks; too rare in the training sets to be learnt from them. */
function listed({ several, focus }: AskedFor, { sentences }: SentenceIndex, at: number): number {
  const { termSet, words } = sentences[at]!;
  return several && focus !== null && termSet.has(focus) && enumeration.test(words) ? listWeight : 0;
}

/** A heading and a sentence that only leads to others tell nothing themselves; no set to train on has either. */
function poorness({ sentences }: SentenceIndex, at: number): number {
  const { heading, introduces } = sentences[at]!;
  return heading ? headingWeight : introduces ? introducesWeight : 0;
}

const headingWeight = 3;
const introducesWeight = 1.5;

const listWeight = 6;
const enumeration =
  /(?::|：|\binclud(?:es?|ed|ing)\b|\bsuch as\b|\brang(?:es?|ed|ing) from\b|\bamong them\b|包括|例如|など).*[,;、，；].*[,;、，；]/u;

/** A story is a text of at least so many sentences; shorter ones are excerpts, told in any order. */
const leastOfStory = 12;
const leadWeight = 0.35;

/**
 * News puts what people ask about first: the first three of some 26 sentences hold over half of the answers. The
 * sets that the weights are trained on are encyclopedia paragraphs and cannot teach that; there it costs 0.1
 * (Japanese) to 1 point (English). Later turns of a talk go deeper into the story, so for them it counts half.
 */
function leadPrior({ sentences }: SentenceIndex, at: number): number {
  return sentences.length < leastOfStory ? 0 : -Math.log(1 + sentences[at]!.sentence);
}

export function orderBy(scores: number[]): number[] {
  return scores.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]! || a - b);
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
