import { expect, test } from 'vitest';
import { likelyMeant, respelled } from '../../src/text/spelling.ts';

const text = [
  'The government said on Monday that the earthquake killed nine people in Karlson.',
  'Investigators will inspect the dam, and the affected villages get tents.',
];
const read = (question: string, language = 'en') => respelled(question, language, () => text);

test.for([
  ['what did the goverment say about the earthqake?', 'what did the government say about the earthquake?'],
  ['how many poeple were kiled?', 'how many people were killed?'],
  ['Waht did investigaters inspekt?', 'what did investigators inspect?'],
  ['hwo many died, wen?', 'how many died, wen?'],
  // Of the text where it has one, else a usual word by its stem.
  ['were any hospitls afected?', 'were any hospit affected?'],
  ['what happened in karlsen?', 'what happened in karlson?'],
] as const)('“%s” is read as “%s”', ([question, meant]) => {
  expect(read(question)).toBe(meant);
});

test.for([
  ['a name is another name', 'What happened in Karlsen?'],
  ['so is one that opens the question', 'Karlsen was hit when?'],
  ['a well-spelt word that comes near one of the text', 'who will invest in tends of the dame?'],
  ['a form of a word of the text', 'what will they governments inspecting?'],
  ['numbers and what is joined to others', 'did covid-19 or karlsen’s or goverment.example kill 91?'],
  ['three letters', 'was the dem hit?'],
  ['what comes near nothing', 'did the xqzvbnm fall?'],
] as const)('%s: “%s” stays as it is', ([, question]) => {
  expect(read(question)).toBe(question);
});

test('only English is read so, and the text only where a word is not known', () => {
  expect(read('was sagte die goverment?', 'de')).toBe('was sagte die goverment?');
  const untouched = () => {
    throw new Error('the text was read');
  };
  expect(respelled('what did the government say?', 'en', untouched)).toBe('what did the government say?');
});

test('between two words of the text that are as near there is no choice', () => {
  expect(respelled('where are the qints?', 'en', () => ['The quints brought qants.'])).toBe('where are the qints?');
});

test('without a text a misspelt word has the usual ones that it may be, a name has none', () => {
  expect([...likelyMeant('did the Karlsen goverment fear an earthqake?', 'en')]).toEqual([
    ['gover', expect.arrayContaining(['govern'])],
    ['earthqak', ['earthquak']],
  ]);
  expect(likelyMeant('earthqake', 'ja').size).toBe(0);
});
