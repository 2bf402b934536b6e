/** Question sets, as questions over numbered sentences: public ones in SQuAD's format, kept beside the repository, and an operator's own. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { detectLanguage } from '../../src/article/language.ts';
import { splitSentences } from '../../src/text/sentences.ts';

export interface AskedQuestion {
  question: string;
  /** Which sentences hold a right answer; for a question that the text answers there may be none, where a split cut it. */
  right: boolean[];
  answerable: boolean;
}

export interface AskedText {
  /** Of the article that it is of; '' where the set has none. */
  title: string;
  language: string;
  sentences: string[];
  paragraphs: number[];
  questions: AskedQuestion[];
}

const span = z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)]);
/** SQuAD writes `question` and `answers`; a list of one's own may say `q` and `a`. `s`: the sentences that answer, verbatim. */
const asked = z
  .object({
    question: z.string().optional(),
    q: z.string().optional(),
    answers: z.array(span).optional(),
    a: z.array(span).optional(),
    s: z.array(z.string()).optional(),
  })
  .transform(({ question, q, answers, a, s }) => ({
    question: question ?? q ?? '',
    answers: answers ?? a ?? [],
    told: s ?? [],
  }));
const paragraph = z
  .object({
    title: z.string().default(''),
    context: z.string().optional(),
    text: z.string().optional(),
    qas: z.array(asked),
  })
  .transform(({ title, context, text, qas }) => ({ title, context: context ?? text ?? '', qas }));
const squad = z
  .object({ data: z.array(z.object({ title: z.string().default(''), paragraphs: z.array(paragraph) })) })
  .transform(({ data }) => data.flatMap(({ title, paragraphs }) => paragraphs.map((one) => ({ ...one, title }))));
const questionFile = z.union([squad, z.array(paragraph)]);
type Paragraph = z.infer<typeof paragraph>;

export const evalsFolder = new URL('../../../shared/evals/', import.meta.url);
export const evalsMissing = !existsSync(evalsFolder);

export const questionSets = [
  { name: 'XQuAD-en', file: 'xquad.en.json', language: 'en', joined: 1, bars: [83.8, 97.5] },
  { name: 'XQuAD-zh', file: 'xquad.zh.json', language: 'zh', joined: 1, bars: [81.4, 96.3] },
  { name: 'JSQuAD', file: 'jsquad.test.json', language: 'ja', joined: 8, bars: [84.4, 94.5] },
] as const;

/** @param joined how many paragraphs make one text */
export function readQuestionSet(file: string, language: string, joined: number): AskedText[] {
  const paragraphs = parseQuestions(new URL(file, evalsFolder));
  const texts: AskedText[] = [];
  for (let at = 0; at < paragraphs.length; at += joined)
    texts.push(askedText(paragraphs.slice(at, at + joined), language));
  return texts;
}

/**
 * @param file SQuAD 1.1 or 2.0, or a list of `{ title, context | text, qas: [{ q, a: [], s?: [] }] }`; a question without
 *   answers is one that the text does not answer
 * @param language null: each text's own, detected
 */
export function readQuestionFile(file: string | URL, language: string | null = null): AskedText[] {
  return parseQuestions(file).map((one) => askedText([one], language ?? detectLanguage(one.context)));
}

function parseQuestions(file: string | URL): Paragraph[] {
  return questionFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function askedText(group: Paragraph[], language: string): AskedText {
  const contexts = group.flatMap(({ context }) => context.replace(/^.*? \[SEP\] /u, '').split(/\n\s*\n/u));
  const { sentences, paragraphs } = splitSentences(contexts, language);
  const questions = group
    .flatMap(({ qas }) => qas)
    .map((one) => ({
      question: one.question,
      right: sentences.map((sentence) => isRight(sentence, one)),
      answerable: one.answers.length > 0,
    }));
  return { title: group[0]?.title ?? '', language, sentences, paragraphs, questions };
}

/** Where the set says which sentences answer, a sentence that only has the answer's words does not. */
function isRight(sentence: string, { answers, told }: Paragraph['qas'][number]): boolean {
  if (told.length === 0) return answers.some((text) => sentence.includes(text));
  return told.some(
    (text) => sentence.includes(folded(text)) || (sentence.length > 20 && folded(text).includes(sentence)),
  );
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
