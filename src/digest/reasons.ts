/** The factors of a story's rank in words, as `why` shows them. */
import type { Language } from '../model.ts';
import type { Factor } from '../story/factors.ts';
import { languageName, type Words, wordsFor } from '../words/words.ts';

export function sayFactors(factors: Factor[], language: Language): string[] {
  const words = wordsFor(language);
  const telling = factors.filter(({ points }) => Math.abs(points) >= 0.05);
  return telling.map((factor) => words.why.points(sayFactor(factor, words, language), factor.points));
}

function sayFactor(factor: Factor, { why }: Words, language: Language): string {
  switch (factor.code) {
    case 'sources':
      return why.sources(factor.params.count, factor.params.hours);
    case 'recent':
      return why.recent(factor.params.hours);
    case 'topic':
    case 'feed':
    case 'keyword':
    case 'more':
    case 'less':
      return why[factor.code](factor.params.label);
    case 'language':
    case 'foreign':
      return why[factor.code](languageName(factor.params.language, language));
    case 'repeated':
      return why.repeated(factor.params.name);
    case 'update':
      return why.update(factor.params.title);
  }
}
