/** An answer, as it is shown: claims with their sources, or passages called just that. */

import { action } from '../action.ts';
import type { Answer, Passage } from '../answer/answerer.ts';
import { type Block, type Button, type Content, content, note, paragraph } from '../content.ts';
import type { Article, Citation, DeliveryId, StoryId } from '../model.ts';
import type { Words } from '../words/words.ts';
import { madeBy } from './show-model.ts';

export interface ShownAnswer {
  answer: Answer;
  /** The story that was taken; named where the person did not name it. */
  story: { id: StoryId; headline: string; named: boolean } | null;
  articles: Article[];
  /** What each story is called here: a passage of another than the one that was taken says which it is of. */
  headlines: Map<StoryId, string>;
  /** All of the story is in this language, and the question is not; null otherwise. */
  otherLanguage: string | null;
  suggestions: Button[];
  /** The reply that it goes out with: what its thumbs rate. */
  reply: DeliveryId;
}

export function answerContent(shown: ShownAnswer, words: Words): Content {
  const { answer, story, suggestions, reply } = shown;
  const about = story !== null && !story.named ? [note(words.answer.from(story.headline))] : [];
  const buttons = [...suggestions, ...(answer.verdict === 'not-said' ? [] : rating(reply, words))];
  return content([...about, ...body(shown, words), ...label(answer, words)], { buttons });
}

function body({ answer, story, articles, headlines, otherLanguage }: ShownAnswer, words: Words): Block[] {
  const quote = ({ story: of, text, source, url }: Passage): Block => {
    const headline = of === story?.id ? undefined : headlines.get(of);
    return { kind: 'quote', text, source: headline === undefined ? source : `${source} · ${headline}`, url };
  };
  if (answer.verdict === 'answered')
    return [paragraph(answer.claims.map(({ text }) => text).join(' ')), ...cited(answer, articles, quote)];
  if (answer.verdict === 'passages')
    return [paragraph({ text: words.answer.closest, style: 'strong' }), ...answer.passages.map(quote)];
  const hindered = otherLanguage !== null && answer.method === 'extract';
  if (answer.elsewhere.length === 0)
    return [paragraph(words.answer.notSaid), ...(hindered ? [note(words.answer.otherLanguage(otherLanguage))] : [])];
  return [
    paragraph(words.answer.notSaid),
    paragraph({ text: words.answer.elsewhere, style: 'strong' }),
    ...answer.elsewhere.map(quote),
  ];
}

/** The sentences that the claims rest on, each once, at most three. */
function cited(answer: Answer, articles: Article[], quote: (passage: Passage) => Block): Block[] {
  const cites = new Map(
    answer.claims.flatMap(({ cites }) => cites.map((cite) => [`${cite.article}:${cite.sentence}`, cite] as const)),
  );
  return [...cites.values()].slice(0, 3).flatMap((cite) => citedSentence(cite, articles, answer, quote));
}

function citedSentence(
  cite: Citation,
  articles: Article[],
  answer: Answer,
  quote: (passage: Passage) => Block,
): Block[] {
  const passage = [...answer.passages, ...answer.elsewhere].find(
    ({ article, sentence }) => article === cite.article && sentence === cite.sentence,
  );
  if (passage) return [quote(passage)];
  const article = articles.find(({ id }) => id === cite.article);
  const text = cite.quote ?? article?.sentences[cite.sentence];
  return article && text ? [{ kind: 'quote', text, source: article.source, url: article.url }] : [];
}

/** Where nothing is shown there is nothing to tell the making of. */
function label(answer: Answer, words: Words): Block[] {
  const { claims, passages, elsewhere } = answer;
  if (claims.length + passages.length + elsewhere.length === 0) return [];
  return [note(madeBy(answer, words))];
}

function rating(delivery: DeliveryId, words: Words): Button[] {
  return [
    { label: words.answer.helpful, press: action('rate', { delivery, value: 'yes' }), style: 'plain' },
    { label: words.answer.notHelpful, press: action('rate', { delivery, value: 'no' }), style: 'plain' },
  ];
}

/** Questions that can be asked next, as buttons that ask them. */
export function suggestionButtons(questions: string[], story: StoryId | null): Button[] {
  return questions
    .slice(0, 3)
    .map((question) => ({ label: question, press: action('do', { story, value: clip(question) }), style: 'plain' }));
}

/** An action has room for 100 bytes, of which the story takes 30. */
function clip(question: string): string {
  let text = `ask ${question}`;
  while (Buffer.byteLength(text) > 60) text = text.slice(0, -1);
  return text;
}
