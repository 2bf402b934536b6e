/**
 * What a model is told when it answers. The story comes first and the question last: a talk about one story repeats
 * the first part, which servers cache.
 */

import { claimRules, languageRules, materialRules, outputRule, questionRules } from '../brief/model-rules.ts';
import type { Message } from '../llm/chat.ts';
import { fence, freshMark, type Marks, oneLine } from '../llm/fence.ts';
import { fencedArticles, fitSentences, sentenceId } from '../llm/story-prompt.ts';
import type { Article } from '../model.ts';
import type { Question } from './answerer.ts';
import { closestSentences } from './model-passages.ts';

const rules = `You answer a reader's question about the news, from the material and from nothing else.

${materialRules}
${questionRules}

${claimRules}

The answer:
- "said" is true when the articles answer the question, or a part of it. Sentences of other stories do not count for that.
- When it is true: one to four claims of one sentence each, the answer itself first.
- When it is false: no claim from the articles; where sentences of other stories answer, one claim for each of these. Where nothing
  does, no claims at all. Never answer from what you know yourself.
- A question may lean on what was said before ("and who said that?"): read them together.

${outputRule}`;

export interface AnswerPrompt {
  messages: Message[];
  /** Everything that a claim may cite: the story's articles first, then those of other stories. */
  articles: Article[];
  /** How many of `articles` are the story's. */
  own: number;
}

/** Other stories that are searched, by their best report: the person is waiting. */
const othersSearched = 3;
const turnsKept = 6;

/** @param maxTokens of the story's own articles. */
export function answerPrompt(
  question: Question,
  { translated, maxTokens, marks }: { translated: boolean; maxTokens: number; marks: Marks },
): AnswerPrompt {
  const own = question.story?.articles ?? [];
  const related = question.related.slice(0, othersSearched).map(({ articles }) => articles.slice(0, 1));
  const articles = [...own, ...related.flat()];
  const counts = fitSentences(own, maxTokens);
  const mark = marks(question.story?.story.id ?? 'archive', String(question.story?.story.revision ?? 0));
  // Who asks has as many tries at guessing a mark as questions.
  const askMark = freshMark();

  const cutOff = own.some(({ sentences }, index) => sentences.length > (counts[index] ?? 0));
  const more = cutOff
    ? passageLines(
        own,
        closestSentences(question, own, (index) => counts[index] ?? 0),
      )
    : [];
  const elsewhere = related.flatMap((list, index) =>
    passageLines(list, closestSentences(question, list), own.length + related.slice(0, index).flat().length),
  );
  const parts = [
    ...(own.length > 0 ? [fencedArticles(mark, own, counts)] : []),
    ...(more.length > 0 ? [fence(mark, 'more of the articles', more)] : []),
    // Without a story, the others are what the question is about.
    ...(elsewhere.length > 0
      ? [fence(mark, own.length > 0 ? 'sentences of other stories' : 'articles', elsewhere)]
      : []),
    ...(question.turns.length > 0 ? [fence(askMark, 'said before', turnLines(question))] : []),
    fence(askMark, 'the question', [question.text.slice(0, 2_000)]),
    `Answer the question. ${languageRules(question.language, translated)}`,
  ];
  return {
    messages: [
      { role: 'system', content: rules },
      // One message: some chat templates take no two of the same role in a row.
      { role: 'user', content: parts.join('\n\n') },
    ],
    articles,
    own: own.length,
  };
}

/** Sentences under the heading of their article. @param offset articles before these. */
function passageLines(articles: Article[], chosen: number[][], offset = 0): string[] {
  return articles.flatMap((article, index) => {
    const here = chosen[index] ?? [];
    if (here.length === 0) return [];
    const head = `article ${offset + index + 1} | ${article.source} | ${article.title}`;
    return [
      head,
      ...here.map((sentence) => `[${sentenceId(offset + index, sentence)}] ${article.sentences[sentence]}`),
    ];
  });
}

function turnLines({ turns }: Question): string[] {
  return turns
    .slice(-turnsKept)
    .flatMap(({ question, answer }) => [
      `asked: ${oneLine(question).slice(0, 500)}`,
      `answered: ${oneLine(answer).slice(0, 800)}`,
    ]);
}
