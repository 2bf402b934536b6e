/** The sample articles as retrieval takes them. */
import { readFileSync } from 'node:fs';
import { indexSentences, type SentenceIndex } from '../../src/answer/retrieve-index.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const folder = new URL('../../src/samples/', import.meta.url);

export interface SampleText {
  title: string;
  language: string;
  sentences: string[];
  paragraphs: number[];
}

/** @param id `<outlet>/<file without .md>` */
export function sampleText(id: string, language: string): SampleText {
  const [head = '', ...body] = readFileSync(new URL(`${id}.md`, folder), 'utf8').split('\n\n');
  const title = /^title: (.*)$/mu.exec(head)?.[1] ?? '';
  return {
    title,
    language,
    ...splitSentences(
      body.filter((block) => !block.startsWith('## ')),
      language,
    ),
  };
}

export function sampleIndex(id: string, language: string): SentenceIndex {
  return indexSentences([sampleText(id, language)]);
}
