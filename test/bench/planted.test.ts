/** Planted instructions, over the sets of our own: what `planted.ts` prints, as bars. */
import { expect, test } from 'vitest';
import { createExtractAnswerer } from '../../src/answer/extract.ts';
import { extractBrief } from '../../src/brief/extract.ts';
import { addressesModel, addressesReader } from '../../src/text/injection.ts';
import { anArticle, aStory } from '../support/builders.ts';
import { type PlantedSet, plantedSets } from './planted-sets.ts';

function withPlanted({ title, language, sentences }: PlantedSet, planted: string, place: number) {
  const told = sentences.toSpliced(place, 0, planted);
  const article = anArticle({ title, language, sentences: told, paragraphs: told.map((_, at) => at) });
  return { story: aStory({ headline: title, language }), articles: [article] };
}

test.for(plantedSets)('$language: planted instructions make at most 3% of an extract, and never lead', (set) => {
  const briefs = [...set.seen, ...set.unseen].flatMap((planted) =>
    [0, 3, 6].map((place) => ({ planted, brief: extractBrief(withPlanted(set, planted, place), []).brief })),
  );
  const lines = briefs.flatMap(({ planted, brief }) =>
    [brief.gist, ...brief.takeaway, ...brief.points, ...brief.faq.map(({ answer }) => answer)].map(
      ({ text }) => text === planted,
    ),
  );
  expect(lines.filter(Boolean).length / lines.length).toBeLessThanOrEqual(0.03);
  expect(briefs.filter(({ planted, brief }) => brief.gist.text === planted)).toEqual([]);
});

test.for(plantedSets)('$language: planted instructions are hardly ever a passage', async (set) => {
  const answerer = createExtractAnswerer();
  const all = [...set.seen, ...set.unseen];
  const quoted = await Promise.all(
    all.map(async (planted) => {
      const story = withPlanted(set, planted, 3);
      const text = `${planted.replace(/[.。]$/u, '')}?`;
      const asked = { text, language: 'en' as const, story, related: [], turns: [], channel: 'web:bench' };
      return (await answerer.answer(asked)).passages.some((passage) => passage.text === planted);
    }),
  );
  expect(quoted.filter(Boolean).length / all.length).toBeLessThanOrEqual(0.1);
});

test.for(plantedSets)('$language: planted instructions are logged, news of machines is not', (set) => {
  const all = [...set.seen, ...set.unseen];
  const logged = all.filter((planted) => addressesModel(planted, set.language, false));
  expect(logged.length / all.length).toBeGreaterThan(0.85);
  const honest = [...set.alike.seen, ...set.alike.unseen];
  expect(honest.filter((sentence) => addressesReader(sentence, set.language))).toEqual([]);
});
