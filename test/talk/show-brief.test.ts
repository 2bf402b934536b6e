import { expect, test } from 'vitest';
import { readGauges } from '../../src/brief/gauge.ts';
import { plainText } from '../../src/content.ts';
import { type Language, languages } from '../../src/model.ts';
import { briefContent } from '../../src/talk/show-brief.ts';
import { wordsFor } from '../../src/words/words.ts';
import { aBrief, aChannel, aClaim, anArticle } from '../support/builders.ts';

function shown(language: Language): string {
  const reading = {
    gauge: 'terminator-idiocracy',
    scores: [1, 2] as [number, number],
    verdict: 1 as const,
    reason: aClaim('Why.'),
    estimate: true,
  };
  const points = [{ ...aClaim('It is read.', { inferred: true }), kind: 'matters' as const }];
  const brief = aBrief({ gauges: [reading], points });
  const words = wordsFor(language);
  const about = { brief, headline: 'A headline', articles: [anArticle()], gauges: readGauges() };
  return plainText(briefContent(about, aChannel({ language }), words));
}

test.for(languages)('asides and colons are as wide as the script in %s, and the sources are called so', (language) => {
  const words = wordsFor(language);
  const wide = language === 'ja' || language === 'zh-TW';
  const text = shown(language);
  expect(text).toContain(`${words.brief.sources}${wide ? '：' : ': '}Meridian Wire`);
  for (const aside of [words.brief.estimate, words.brief.inferred])
    expect(text).toContain(wide ? `（${aside}）` : ` (${aside})`);
});
