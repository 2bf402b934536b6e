import { expect, test } from 'vitest';
import { chooseLead, chooseSentences } from '../../src/brief/extract-rank.ts';
import { readCandidates } from '../../src/brief/extract-sentences.ts';
import { anArticle } from '../support/builders.ts';

function read(title: string, ...sentences: string[]) {
  return readCandidates([anArticle({ title, sentences, paragraphs: sentences.map((_, at) => at) })]).candidates;
}

test('a story that opens with a scene is led by the sentence that tells its headline', () => {
  const candidates = read(
    'Harbour bridge closed after crack found',
    'Bring a lamp, and your evening will be saved.',
    'The harbour bridge in Belisar was closed on Monday after engineers found a crack of 4 metres.',
    'Fishermen watched from the quay as the barriers came down.',
  );
  expect(chooseLead(candidates)?.sentence).toBe(1);
});

test('what leans on the sentence before is taken only behind it', () => {
  const [first, second, third] = read(
    'Harbour bridge closed',
    'The harbour bridge in Belisar was closed on Monday.',
    'It had carried 61,000 cars a day, said Ana Ruvelo of the seismic office.',
    'Repairs of the steel deck cost the city 7 million dollars in May.',
  );
  expect(chooseSentences([second!, third!], 1, [first!])).toEqual([second]);
  expect(chooseSentences([second!, third!], 1)).toEqual([third]);
});

test('the dense sentence goes before the vague one, and nothing is said twice', () => {
  const candidates = read(
    'Harbour bridge closed',
    'The harbour bridge in Belisar was closed on Monday.',
    'Many people were rather surprised when they heard about it in town.',
    'On Monday the harbour bridge in Belisar was closed.',
    'Engineers led by Ana Ruvelo found a crack of 4 metres in pier 7 last Friday.',
  );
  const chosen = chooseSentences(candidates.slice(1), 2, [candidates[0]!]);
  expect(chosen.map(({ sentence }) => sentence)).toEqual([3, 1]);
});

test('captions and the way into a quotation are no statements', () => {
  const texts = [
    'Photo: the harbour bridge at night, seen from the quay.',
    'This story was written by Ana Ruvelo; Marek Dufresne contributed to this report.',
    'A photo of a seal on the deck of a ferry drew 7,000 readers to the original image.',
  ];
  expect(read('A photo', ...texts).map(({ text }) => text)).toEqual([texts[2]]);
  const japanese = anArticle({ language: 'ja', sentences: ['最高経営責任者のオーロウ氏はこう話す。'] });
  expect(readCandidates([japanese]).candidates).toEqual([]);
});
