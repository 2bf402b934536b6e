/** What every answerer meets: the extractive one, which needs nothing, and the one with a language model. */
import type { StoryText } from '../brief/writer.ts';
import type { ArticleId, Claim, Language, StoryId } from '../model.ts';

/** One question and its answer, earlier in the same thread. */
export interface Turn {
  question: string;
  answer: string;
}

export interface Question {
  text: string;
  /** The language to answer in: the channel's. */
  language: Language;
  /** What the thread is about; null: only the archive can tell. */
  story: StoryText | null;
  /** Other stories that may say it, best first. */
  related: StoryText[];
  /** What was said before in this thread, oldest first. */
  turns: Turn[];
  /** Whose budget it is: a channel id. */
  channel: string;
}

export interface Passage {
  story: StoryId;
  article: ArticleId;
  /** Index into the article's sentences. */
  sentence: number;
  /** The sentence, verbatim. */
  text: string;
  source: string;
  url: string;
  /** 0–1: how sure we are that it answers. */
  score: number;
}

/**
 * `answered`: a model's claims, each grounded. `passages`: the closest passages, quoted and called that.
 * `not-said`: the article does not say; `passages` is empty and `elsewhere` has what other stories say, if anything.
 */
export interface Answer {
  verdict: 'answered' | 'passages' | 'not-said';
  method: 'model' | 'extract';
  /** Why a model that is configured did not write it: its budget is spent, or what it wrote did not come or stand. */
  instead?: 'budget' | 'trouble';
  /** Of a model's answer: statements that did not stand; the sentences that they cite are quoted in their place, if at all. */
  dropped?: number;
  claims: Claim[];
  passages: Passage[];
  elsewhere: Passage[];
  /** Questions that this story answers, to offer next; at most 3. */
  suggestions: string[];
}

export interface Answerer {
  /** `onText` gets what can already be shown, as it comes; what is finally said is the value returned. */
  answer(question: Question, onText?: (delta: string) => Promise<void>): Promise<Answer>;
}
