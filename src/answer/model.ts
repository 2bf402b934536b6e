/**
 * Answers by a language model: streamed, each claim grounded in code. Whatever fails, the closest passages are given
 * instead, and called that by the answer's method.
 */
import type { Logger } from 'pino';
import { z } from 'zod';
import { sameLanguage } from '../brief/ground-text.ts';
import {
  claimSchema,
  type DraftClaim,
  type Failed,
  keyedClaimSchema,
  type Settled,
  settleClaims,
} from '../brief/model-claims.ts';
import { repairMessages } from '../brief/model-prompt.ts';
import type { ModelClient } from '../llm/client.ts';
import type { Article, Claim, StoryId } from '../model.ts';
import type { Answer, Answerer, Passage, Question } from './answerer.ts';
import { type AnswerPrompt, answerPrompt } from './model-prompt.ts';
import { createClaimStream } from './model-stream.ts';
import { createSpeech, type Speech } from './speech.ts';

export interface ModelAnswererOptions {
  client: ModelClient;
  /** Answers where the model cannot, and suggests what to ask next. */
  fallback: Answerer;
  log: Logger;
}

/** Tokens of the story's articles in a request, and of its answer. */
const room = {
  full: { input: 12_000, output: 1_500 },
  short: { input: 3_000, output: 700 },
};

export interface DraftAnswer {
  said: boolean;
  claims: DraftClaim[];
}

export function createModelAnswerer({ client, fallback, log }: ModelAnswererOptions): Answerer {
  return {
    async answer(question, onText) {
      const began = performance.now();
      const speech = createSpeech(onText ?? (async () => {}), log);
      const byModel = answerByModel(question, speech);
      // While the model thinks: what is said where it fails, and what to suggest next.
      const extract = await fallback.answer(question);
      const answer = await byModel;
      await speech.end();
      const ms = Math.round(performance.now() - began);
      const { method, verdict } = answer ?? extract;
      log.info({ storyId: question.story?.story.id, method, verdict, ms }, 'question answered');
      return answer === null ? extract : withExtract(answer, extract);
    },
  };

  async function answerByModel(question: Question, speech: Speech): Promise<Answer | null> {
    const level = await client.level();
    if (level === 'extractive' || (question.story === null && question.related.length === 0)) return null;
    const translated = materialOf(question).some((article) => !sameLanguage(article.language, question.language));
    const prompt = answerPrompt(question, translated, room[level].input);
    const drafted = await ask(question, prompt, translated, room[level].output, speech);
    if (drafted === null) return null;

    const drafts = drafted.claims
      .slice(0, 6)
      .map((draft, index) => ({ key: String(index + 1), draft, inferred: false }));
    const settled = await settleClaims(drafts, {
      articles: prompt.articles,
      language: question.language,
      repair: (failed) => repair(failed, question, prompt, translated),
    });
    for (const { how } of settled.values()) client.counts.claims[how] += 1;
    client.counts.claims.dropped += drafts.length - settled.size;
    return answerOf(drafted.said, [...settled.values()], drafts.length, question, prompt);
  }

  async function ask(
    question: Question,
    { messages, articles }: AnswerPrompt,
    translated: boolean,
    maxTokens: number,
    speech: Speech,
  ): Promise<DraftAnswer | null> {
    const schema = z.object({ said: z.boolean(), claims: z.array(claimSchema(translated)) });
    const drafted = await client.complete<DraftAnswer>({
      task: 'answer',
      channel: question.channel,
      name: 'answer',
      messages,
      schema,
      maxTokens,
      stream: () => speech.listen((show) => createClaimStream({ articles, language: question.language, show })),
    });
    return drafted.kind === 'failed' ? null : drafted.value;
  }

  async function repair(failed: Failed[], question: Question, { messages }: AnswerPrompt, translated: boolean) {
    client.counts.claimRepairs += 1;
    const repaired = await client.complete({
      task: 'answer',
      channel: question.channel,
      name: 'claims',
      messages: [...messages, ...repairMessages(failed)],
      schema: z.object({ claims: z.array(keyedClaimSchema(translated)) }),
      maxTokens: 300 + 200 * failed.length,
    });
    const claims = repaired.kind === 'failed' ? [] : repaired.value.claims;
    return new Map(claims.map((claim) => [claim.key, claim]));
  }
}

function materialOf({ story, related }: Question): Article[] {
  return [...(story?.articles ?? []), ...related.flatMap(({ articles }) => articles)];
}

/** @returns null when claims were made and none stands: then passages serve better. */
function answerOf(
  said: boolean,
  settled: Settled[],
  drafted: number,
  question: Question,
  { articles, own }: AnswerPrompt,
): Answer | null {
  if (drafted > 0 && settled.length === 0) return null;
  const claims = settled.map(({ claim }) => claim);
  const mine = new Set((question.story === null ? articles : articles.slice(0, own)).map(({ id }) => id));
  const fromStory = claims.filter(({ cites }) => cites.some(({ article }) => mine.has(article)));
  if (said && fromStory.length > 0) return anAnswer('answered', { claims: fromStory });
  const elsewhere = claims
    .filter((claim) => !fromStory.includes(claim))
    .flatMap((claim) => passagesOf(claim, question));
  return anAnswer('not-said', { elsewhere });
}

function anAnswer(verdict: Answer['verdict'], rest: Partial<Answer>): Answer {
  return { verdict, method: 'model', claims: [], passages: [], elsewhere: [], suggestions: [], ...rest };
}

function withExtract(answer: Answer, extract: Answer): Answer {
  const elsewhere =
    answer.verdict === 'not-said' && answer.elsewhere.length === 0 ? extract.elsewhere : answer.elsewhere;
  return { ...answer, elsewhere, suggestions: extract.suggestions };
}

/** The sentences that a claim cites, verbatim. */
function passagesOf(claim: Claim, { related }: Question): Passage[] {
  return claim.cites.flatMap(({ article: id, sentence }) => {
    const found = related.flatMap(({ story, articles }) => articles.map((article) => ({ story: story.id, article })));
    const place = found.find(({ article }) => article.id === id);
    return place === undefined ? [] : [passageOf(place.story, place.article, sentence)];
  });
}

function passageOf(story: StoryId, article: Article, sentence: number): Passage {
  const { id, source, url, sentences } = article;
  return { story, article: id, sentence, text: sentences[sentence] ?? '', source, url, score: 1 };
}
