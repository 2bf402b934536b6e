/** Public question sets in SQuAD's format, as questions over numbered sentences. Kept beside the repository, not in it. */
import { existsSync, readFileSync } from 'node:fs';
import { splitSentences } from '../../src/text/sentences.ts';

export interface AskedQuestion {
  question: string;
  /** Which sentences hold a right answer. */
  right: boolean[];
}

export interface AskedText {
  language: string;
  sentences: string[];
  paragraphs: number[];
  questions: AskedQuestion[];
}

interface Squad {
  data: { paragraphs: { context: string; qas: { question: string; answers: { text: string }[] }[] }[] }[];
}

export const evalsFolder = new URL('../../../shared/evals/', import.meta.url);
export const evalsMissing = !existsSync(evalsFolder);

export const questionSets = [
  { name: 'XQuAD-en', file: 'xquad.en.json', language: 'en', joined: 1, bars: [83.8, 97.5] },
  { name: 'XQuAD-zh', file: 'xquad.zh.json', language: 'zh', joined: 1, bars: [81.4, 96.3] },
  { name: 'JSQuAD', file: 'jsquad.test.json', language: 'ja', joined: 8, bars: [84.4, 94.5] },
] as const;

/** @param joined how many paragraphs make one text */
export function readQuestionSet(file: string, language: string, joined: number): AskedText[] {
  const { data } = JSON.parse(readFileSync(new URL(file, evalsFolder), 'utf8')) as Squad;
  const paragraphs = data.flatMap((article) => article.paragraphs);
  const texts: AskedText[] = [];
  for (let at = 0; at < paragraphs.length; at += joined)
    texts.push(askedText(paragraphs.slice(at, at + joined), language));
  return texts;
}

function askedText(group: Squad['data'][number]['paragraphs'], language: string): AskedText {
  const contexts = group.map(({ context }) => context.replace(/^.*? \[SEP\] /u, ''));
  const { sentences, paragraphs } = splitSentences(contexts, language);
  const questions = group
    .flatMap(({ qas }) => qas)
    .map(({ question, answers }) => ({
      question,
      right: sentences.map((sentence) => answers.some(({ text }) => sentence.includes(text))),
    }));
  return { language, sentences, paragraphs, questions };
}
