import { expect, test } from 'vitest';
import { type ChoosableStory, chooseStory } from '../../src/answer/choose.ts';
import type { StoryId } from '../../src/model.ts';
import { questions } from '../../src/samples/questions.ts';
import { sampleText } from './sample-articles.ts';

function story(id: string, language: string): ChoosableStory {
  const { title, sentences } = sampleText(id, language);
  return { story: id as StoryId, headline: title, text: sentences.join(' '), language };
}

const digest = [
  'meridian-wire/brindle-warehouse',
  'meridian-wire/tarin-coast-quake',
  'meridian-wire/quillon-series-c',
  'lamplight-review/port-ansel-battery',
  'lamplight-review/calyx-lung-trial',
  'saltmarsh-ledger/dunmore-cloud-outage',
].map((id) => story(id, 'en'));

test.for([
  ['How deep was the earthquake?', 'meridian-wire/tarin-coast-quake'],
  ['What is Quillon worth?', 'meridian-wire/quillon-series-c'],
  ['how many patients took the tablet', 'lamplight-review/calyx-lung-trial'],
  ['What caused the cloud outage?', 'saltmarsh-ledger/dunmore-cloud-outage'],
  ['how mnay pateints took the tablit', 'lamplight-review/calyx-lung-trial'],
  ['could you please tell me about Quillon today', 'meridian-wire/quillon-series-c'],
] as const)('“%s” picks its story', ([question, id]) => {
  expect(chooseStory(question, digest)).toEqual({ kind: 'one', story: id });
});

test('two stories of one subject are both named', () => {
  const pair = [story('meridian-wire/tarin-coast-quake', 'en'), story('meridian-wire/kurose-quake', 'en'), digest[0]!];
  const choice = chooseStory('How strong was the earthquake?', pair);
  expect(choice.kind).toBe('several');
  expect(choice.kind === 'several' && [...choice.stories].sort()).toEqual([
    'meridian-wire/kurose-quake',
    'meridian-wire/tarin-coast-quake',
  ]);
});

test.for(['Who won the football match?', 'hello there', '', '?'])('“%s” is about none', (question) => {
  expect(chooseStory(question, digest)).toEqual({ kind: 'none' });
});

test('no stories, no choice', () => {
  expect(chooseStory('What happened?', [])).toEqual({ kind: 'none' });
});

test('a wrong story is hardly ever picked', () => {
  const stories = questions.map(({ article, language }) => story(article, language));
  const asked = questions.flatMap(({ article, answerable }) =>
    answerable.map(({ question }) => ({ article, question })),
  );
  const choices = asked.map(({ article, question }) => ({ article, choice: chooseStory(question, stories) }));
  const sure = choices.filter(({ choice }) => choice.kind === 'one');
  const right = sure.filter(({ article, choice }) => choice.kind === 'one' && (choice.story as string) === article);
  expect(right.length / sure.length).toBeGreaterThan(0.9);
  expect(sure.length / asked.length).toBeGreaterThan(0.5);
});
