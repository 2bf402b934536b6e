import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { retrieve } from '../../src/answer/retrieve.ts';
import { indexSentences } from '../../src/answer/retrieve-index.ts';
import { extractBrief } from '../../src/brief/extract.ts';
import { sampleText } from '../answer/sample-articles.ts';
import { anArticle, aStory } from '../support/builders.ts';
import { areaUnderCurve } from './area.ts';
import { evalsFolder, evalsMissing, questionSets, readQuestionFile, readQuestionSet } from './question-sets.ts';

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

/** What each language's weights reach on the news that they were trained on, less a little; BM25 finds 62, 65 and 66 %. */
test.for([
  ['ko', 73, 0.82],
  ['ja', 72, 0.72],
  ['zh', 73, 0.64],
] as const)(
  'questions about news in %s are found, and near misses told from them',
  { timeout: 60_000 },
  ([language, found, told]) => {
    const asked = readQuestionFile(new URL(`./asked-news-${language}.json`, import.meta.url), language).flatMap(
      (text) => {
        const index = indexSentences([text]);
        return text.questions.map((one) => ({ ...one, ...retrieve(one.question, index) }));
      },
    );
    const answerable = asked.filter(({ right }) => right.includes(true));
    const first = answerable.filter(({ ranked, right }) => right[ranked[0]!.sentence]);
    expect((100 * first.length) / answerable.length).toBeGreaterThan(found);
    const sure = (wanted: boolean) => asked.filter((one) => one.answerable === wanted).map((one) => one.confidence);
    expect(areaUnderCurve(sure(true), sure(false))).toBeGreaterThan(told);
  },
);

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
