/**
 * Measures finding and refusing on question sets of your own: `node test/bench/answer-file.ts FILE…`, with `--language ja`
 * where it should not be detected. A file is SQuAD 1.1 or 2.0, or a list of `{ title, text, qas: [{ q, a: [], s?: [] }] }`.
 */
import { parseArgs } from 'node:util';
import { answers } from '../../src/answer/extract.ts';
import { type Retrieval, retrieve } from '../../src/answer/retrieve.ts';
import { indexSentences, type SentenceIndex } from '../../src/answer/retrieve-index.ts';
import { terms } from '../../src/text/words.ts';
import { areaUnderCurve } from './area.ts';
import { type AskedQuestion, type AskedText, readQuestionFile } from './question-sets.ts';

interface Measured extends AskedQuestion, Retrieval {
  /** How many sentences stand before the first right one; -1 without one. */
  rank: number;
  /** The same by BM25 on the same words alone. */
  plainRank: number;
}

function measure({ questions, ...text }: AskedText): Measured[] {
  const index = indexSentences([text]);
  return questions.map((asked) => {
    const found = retrieve(asked.question, index);
    const isRight = (sentence: number) => asked.right[sentence]!;
    return {
      ...asked,
      ...found,
      rank: found.ranked.findIndex(({ sentence }) => isRight(sentence)),
      plainRank: byBm25(asked.question, index).findIndex(isRight),
    };
  });
}

function byBm25(question: string, { bm25, sentences, language }: SentenceIndex): number[] {
  const asked = terms(question, language);
  const scores = sentences.map((_, at) => bm25.score(asked, at));
  return scores.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]! || a - b);
}

function percent(part: number, all: number): string {
  return `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;
}

function hits(ranks: number[]): string {
  const within = (most: number) => percent(ranks.filter((rank) => rank >= 0 && rank < most).length, ranks.length);
  return `${within(1)} / ${within(3)}`;
}

function report(file: string, texts: AskedText[]): void {
  const all = texts.flatMap(measure);
  const found = all.filter(({ right }) => right.includes(true));
  const yes = all.filter(({ answerable }) => answerable);
  const no = all.filter(({ answerable }) => !answerable);
  const sure = (ones: Measured[]) => ones.map(({ confidence }) => confidence);
  const refused = (ones: Measured[]) => percent(ones.filter((one) => !answers(one)).length, ones.length);
  const sentences = texts.reduce((sum, text) => sum + text.sentences.length, 0) / Math.max(1, texts.length);
  console.log(`${file}: ${texts.length} texts of ${sentences.toFixed(1)} sentences, ${all.length} questions`);
  console.log(`  hit@1 / @3             ${hits(found.map(({ rank }) => rank))} of ${found.length}`);
  console.log(`  the same, BM25         ${hits(found.map(({ plainRank }) => plainRank))}`);
  if (no.length === 0) return;
  console.log(
    `  refusing, AUC          ${areaUnderCurve(sure(yes), sure(no)).toFixed(3)} (${yes.length} answered, ${no.length} not)`,
  );
  console.log(`  refused                ${refused(yes)} of the answered, ${refused(no)} of the others`);
}

const { values, positionals } = parseArgs({ options: { language: { type: 'string' } }, allowPositionals: true });
if (positionals.length === 0) console.error('Name a file of questions.');
for (const file of positionals) report(file, readQuestionFile(file, values.language ?? null));
