/**
 * Sentences that go into a prompt beside the story: the closest by their words alone. A model reads them anyway, and the
 * person waits for each one that is weighed with more care.
 */
import type { Article } from '../model.ts';
import { createBm25 } from '../text/bm25.ts';
import { terms } from '../text/words.ts';
import type { Question } from './answerer.ts';
import { leansOnTurns, withTurns } from './retrieve-turns.ts';

/** Of one other story, or of the story itself beyond what fits. */
const passagesEach = 4;

/**
 * @param from by article, the first sentence that may be chosen.
 * @returns by article, indices in the order of the text. Where nothing is shared, as across languages, the leads.
 */
export function closestSentences(
  { text, turns }: Pick<Question, 'text' | 'turns'>,
  articles: readonly Article[],
  from: (article: number) => number = () => 0,
): number[][] {
  const asked = new Map(
    articles.map(({ language }) => {
      const whole = leansOnTurns(text, language) ? withTurns(text, turns, language) : text;
      return [language, terms(whole, language)];
    }),
  );
  const places = articles.flatMap(({ sentences, language }, article) =>
    sentences.slice(from(article)).map((words, at) => ({
      article,
      sentence: from(article) + at,
      language,
      terms: terms(words, language),
    })),
  );
  const bm25 = createBm25(places.map((place) => place.terms));
  const scores = places.map(({ language }, at) => bm25.score(asked.get(language) ?? [], at));
  const order = places.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const chosen = order.slice(0, passagesEach).map((at) => places[at]!);
  return articles.map((_, article) =>
    chosen
      .filter((place) => place.article === article)
      .map(({ sentence }) => sentence)
      .sort((a, b) => a - b),
  );
}
