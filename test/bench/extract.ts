/**
 * Measures what a reader learns from the first three sentences of an extract (the gist, then the two of the takeaway):
 * `node test/bench/extract.ts <file> …`, each a list of `{ title, text, qas: [{ q, a: [], s?: [] }] }` or in SQuAD's format.
 *
 * A question counts as answered when one of the three is a sentence that answers it; only questions that the text answers
 * are asked. Beside it stand the first three sentences, three at random (the expected share), and the three nearest to
 * the centroid of all.
 */
import { extractBrief } from '../../src/brief/extract.ts';
import { countTerms, createBm25 } from '../../src/text/bm25.ts';
import { centroid, cosine, weigh } from '../../src/text/similarity.ts';
import { terms } from '../../src/text/words.ts';
import { anArticle, aStory } from '../support/builders.ts';
import { type AskedText, readQuestionFile } from './question-sets.ts';

/** The indexes of three sentences. */
type Choose = (text: AskedText) => number[];

const ours: Choose = ({ title, language, sentences, paragraphs }) => {
  const articles = [anArticle({ title, language, sentences, paragraphs })];
  const { brief } = extractBrief({ story: aStory({ headline: title, language }), articles }, []);
  return [brief.gist, ...brief.takeaway].map(({ cites }) => cites[0]!.sentence);
};

const lead: Choose = () => [0, 1, 2];

const nearCentroid: Choose = ({ language, sentences }) => {
  const documents = sentences.map((sentence) => terms(sentence, language));
  const { idf } = createBm25(documents);
  const vectors = documents.map((document) => weigh(countTerms(document), idf));
  const middle = centroid(vectors);
  const near = vectors.map((vector, at) => ({ at, near: cosine(vector, middle) }));
  return near
    .sort((a, b) => b.near - a.near)
    .slice(0, 3)
    .map(({ at }) => at);
};

function answered(texts: AskedText[], choose: Choose): boolean[] {
  return texts.flatMap((text) => {
    const chosen = choose(text);
    return askedOf(text).map(({ right }) => chosen.some((at) => right[at]));
  });
}

function askedOf({ questions }: AskedText) {
  return questions.filter(({ right }) => right.includes(true));
}

/** That one of three sentences drawn blindly answers, for each question. */
function byChance(texts: AskedText[]): number[] {
  return texts.flatMap((text) =>
    askedOf(text).map(({ right }) => {
      const n = right.length;
      const wrong = n - right.filter(Boolean).length;
      return 1 - [0, 1, 2].reduce((none, drawn) => none * (Math.max(0, wrong - drawn) / Math.max(1, n - drawn)), 1);
    }),
  );
}

function meanWords(texts: AskedText[], choose: Choose): string {
  const lengths = texts.map((text) =>
    choose(text).reduce((sum, at) => sum + (text.sentences[at] ?? '').split(/\s+/u).length, 0),
  );
  return (lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)).toFixed(0);
}

function percent(values: (boolean | number)[]): string {
  return ((100 * values.reduce<number>((sum, value) => sum + Number(value), 0)) / Math.max(1, values.length)).toFixed(
    1,
  );
}

function measure(file: string): void {
  const texts = readQuestionFile(file);
  const extract = answered(texts, ours);
  const first = answered(texts, lead);
  const only = (a: boolean[], b: boolean[]) => a.filter((hit, at) => hit && !b[at]).length;
  console.log(`${file}: ${texts.length} stories, ${extract.length} questions that their text answers`);
  console.log(`  extract     ${percent(extract)} %  ${meanWords(texts, ours)} words`);
  console.log(`  LEAD-3      ${percent(first)} %  ${meanWords(texts, lead)} words`);
  console.log(`  centroid-3  ${percent(answered(texts, nearCentroid))} %  ${meanWords(texts, nearCentroid)} words`);
  console.log(`  random      ${percent(byChance(texts))} %`);
  console.log(`  answered by the extract alone ${only(extract, first)}, by LEAD-3 alone ${only(first, extract)}`);
}

const files = process.argv.slice(2);
if (files.length === 0) console.error('Name at least one file of stories with questions.');
for (const file of files) measure(file);
