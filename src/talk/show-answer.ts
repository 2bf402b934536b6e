/** An answer, as it is shown: claims with their sources, or passages called just that. */

import { action } from '../action.ts';
import type { Answer, Passage } from '../answer/answerer.ts';
import { type Block, type Button, type Content, content, note, paragraph } from '../content.ts';
import type { Article, Citation, StoryId } from '../model.ts';
import type { Words } from '../words/words.ts';

export interface ShownAnswer {
  answer: Answer;
  /** The story that was taken; named where the person did not name it. */
  story: { id: StoryId; headline: string; named: boolean } | null;
  articles: Article[];
  /** The id of the remembered turn is not known yet when an answer is shown: rating goes by the question's event. */
  suggestions: Button[];
}

export function answerContent({ answer, story, articles, suggestions }: ShownAnswer, words: Words): Content {
  const about = story !== null && !story.named ? [note(words.answer.from(story.headline))] : [];
  const buttons = [...suggestions, ...(answer.verdict === 'not-said' ? [] : rating(story?.id ?? null, words))];
  return content([...about, ...body(answer, articles, words), note(label(answer, words))], { buttons });
}

function body(answer: Answer, articles: Article[], words: Words): Block[] {
  if (answer.verdict === 'answered')
    return [paragraph(answer.claims.map(({ text }) => text).join(' ')), ...quotes(answer, articles)];
  if (answer.verdict === 'passages')
    return [paragraph({ text: words.answer.closest, style: 'strong' }), ...answer.passages.map(quote)];
  const nothing = answer.elsewhere.length === 0;
  return [
    paragraph(articles.length === 0 && nothing ? words.answer.notSaidAnywhere : words.answer.notSaid),
    ...(nothing ? [] : [paragraph({ text: words.answer.elsewhere, style: 'strong' }), ...answer.elsewhere.map(quote)]),
  ];
}

function quote({ text, source, url }: Passage): Block {
  return { kind: 'quote', text, source, url };
}

/** The sentences that the claims rest on, each once, at most three. */
function quotes(answer: Answer, articles: Article[]): Block[] {
  const cited = new Map(
    answer.claims.flatMap(({ cites }) => cites.map((cite) => [`${cite.article}:${cite.sentence}`, cite] as const)),
  );
  return [...cited.values()].slice(0, 3).flatMap((cite) => citedSentence(cite, articles, answer));
}

function citedSentence(cite: Citation, articles: Article[], answer: Answer): Block[] {
  const passage = [...answer.passages, ...answer.elsewhere].find(
    ({ article, sentence }) => article === cite.article && sentence === cite.sentence,
  );
  if (passage) return [quote(passage)];
  const article = articles.find(({ id }) => id === cite.article);
  const text = cite.quote ?? article?.sentences[cite.sentence];
  return article && text ? [{ kind: 'quote', text, source: article.source, url: article.url }] : [];
}

function label(answer: Answer, words: Words): string {
  return answer.method === 'model' ? words.answer.modelLabel : words.answer.extractLabel;
}

function rating(story: StoryId | null, words: Words): Button[] {
  return [
    { label: words.answer.helpful, press: action('rate', { story, value: 'yes' }), style: 'plain' },
    { label: words.answer.notHelpful, press: action('rate', { story, value: 'no' }), style: 'plain' },
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
