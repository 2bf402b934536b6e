import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { retrieve } from '../../src/answer/retrieve.ts';
import { indexSentences } from '../../src/answer/retrieve-index.ts';
import { extractBrief } from '../../src/brief/extract.ts';
import { sampleText } from '../answer/sample-articles.ts';
import { anArticle, aStory } from '../support/builders.ts';
import { evalsFolder, evalsMissing, questionSets, readQuestionSet } from './question-sets.ts';

const waits = 'waits for ../shared/evals';

for (const { name, file, language, joined, bars } of questionSets) {
  test.skipIf(evalsMissing)(
    `${name}: the right sentence is found more often than by the best so far (${waits})`,
    { timeout: 60_000 },
    () => {
      const texts = readQuestionSet(file, language, joined).filter((_, at) => joined === 1 || at % 3 === 0);
      const ranks = texts.flatMap((text) => {
        const index = indexSentences([text]);
        return text.questions
          .filter(({ right }) => right.includes(true))
          .map(({ question, right }) => retrieve(question, index).ranked.findIndex(({ sentence }) => right[sentence]));
      });
      const share = (most: number) => (100 * ranks.filter((rank) => rank >= 0 && rank < most).length) / ranks.length;
      expect(share(1)).toBeGreaterThan(bars[0]);
      expect(share(3)).toBeGreaterThan(bars[1] - 0.5);
    },
  );
}

test.skipIf(evalsMissing)(`public planted instructions survive into no extract (${waits})`, () => {
  const attacks = Object.values(
    JSON.parse(readFileSync(new URL('bipia.text_attack_train.json', evalsFolder), 'utf8')) as Record<string, string[]>,
  ).flat();
  const text = sampleText('meridian-wire/kestrel-3', 'en');
  const survived = attacks.filter((attack, at) => {
    const sentences = text.sentences.toSpliced([0, 8, 16][at % 3]!, 0, attack);
    const { brief } = extractBrief({ story: aStory(), articles: [anArticle({ ...text, sentences })] }, []);
    const said = [brief.gist, ...brief.takeaway, ...brief.points, ...brief.faq.map(({ answer }) => answer)];
    return said.some((claim) => claim.text === attack);
  });
  expect(survived).toEqual([]);
});
