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
  draftKey,
  type Failed,
  keyedClaimSchema,
  type Settled,
  settleClaims,
} from '../brief/model-claims.ts';
import { repairMessages } from '../brief/model-prompt.ts';
import { sizesFrom } from '../llm/budget.ts';
import { type FailureReason, type ModelClient, mayDoShorter } from '../llm/client.ts';
import { type Marks, marksOfThisProcess } from '../llm/fence.ts';
import { room } from '../llm/room.ts';
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
  /** Left out: of this process alone. */
  marks?: Marks;
}

export interface DraftAnswer {
  said: boolean;
  claims: DraftClaim[];
}

/** Why the model did not answer; null: there was nothing to ask it about. */
type Unanswered = { instead: Answer['instead'] | null };

export function createModelAnswerer(options: ModelAnswererOptions): Answerer {
  const { client, fallback, log, marks = marksOfThisProcess() } = options;
  return {
    async answer(question, onText) {
      const began = performance.now();
      const speech = createSpeech(onText ?? (async () => {}), log);
      const outcome = await answerByModel(question, speech);
      await speech.end();
      // Last: any earlier, its reckoning would hold up the request or the words on their way.
      const extract = await fallback.answer(question);
      const answer = 'verdict' in outcome ? withExtract(outcome, extract) : standIn(extract, outcome);
      const ms = Math.round(performance.now() - began);
      const { method, verdict, instead } = answer;
      log.info({ storyId: question.story?.story.id, method, verdict, instead, ms }, 'question answered');
      return answer;
    },
  };

  async function answerByModel(question: Question, speech: Speech): Promise<Answer | Unanswered> {
    if (question.story === null && question.related.length === 0) return { instead: null };
    const translated = materialOf(question).some((article) => !sameLanguage(article.language, question.language));
    let reason: FailureReason = 'budget';
    for (const size of sizesFrom(await client.level('answer'))) {
      const prompt = answerPrompt(question, { translated, maxTokens: room.answer[size].input, marks });
      const grounded = new Set<string>();
      const listen = () => listenTo(speech, prompt, question.language, (draft) => grounded.add(draftKey(draft)));
      const drafted = await ask(question, prompt, translated, room.answer[size].output, listen);
      const isGrounded = (draft: DraftClaim) => grounded.has(draftKey(draft));
      if (drafted.kind === 'done') return settle(drafted.value, question, prompt, translated, isGrounded);
      reason = drafted.reason;
      if (!mayDoShorter(reason)) break;
    }
    return { instead: reason === 'budget' ? 'budget' : 'trouble' };
  }

  async function settle(
    drafted: DraftAnswer,
    question: Question,
    prompt: AnswerPrompt,
    translated: boolean,
    isGrounded: (draft: DraftClaim) => boolean,
  ): Promise<Answer | Unanswered> {
    const drafts = drafted.claims
      .slice(0, 6)
      .map((draft, index) => ({ key: String(index + 1), draft, inferred: false }));
    const settled = await settleClaims(drafts, {
      articles: prompt.articles,
      language: question.language,
      isGrounded,
      repair: (failed) => repair(failed, question, prompt, translated),
    });
    for (const { how } of settled.values()) client.counts.claims[how] += 1;
    client.counts.claims.dropped += drafts.length - settled.size;
    const standing = [...settled.values()].filter(({ how }) => how !== 'replaced').length;
    // Where claims were made and none stands, passages serve better: the sentences that these cite answer nothing.
    if (drafts.length > 0 && standing === 0) return { instead: 'trouble' };
    const answer = answerOf(drafted.said, withoutRepeats([...settled.values()]), question, prompt);
    return standing === drafts.length ? answer : { ...answer, dropped: drafts.length - standing };
  }

  function ask(
    question: Question,
    { messages }: AnswerPrompt,
    translated: boolean,
    maxTokens: number,
    stream: () => (delta: string) => void,
  ) {
    return client.complete<DraftAnswer>({
      task: 'answer',
      channel: question.channel,
      name: 'answer',
      messages,
      schema: z.object({ said: z.boolean(), claims: z.array(claimSchema(translated)) }),
      maxTokens,
      stream,
    });
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

/** @param stood told of each claim that the stream has grounded. @returns a reader for one streamed answer. */
function listenTo(
  speech: Speech,
  { articles }: AnswerPrompt,
  language: string,
  stood: (draft: DraftClaim) => void,
): (delta: string) => void {
  return speech.listen((show) => createClaimStream({ articles, language, show, stood }));
}

function materialOf({ story, related }: Question): Article[] {
  return [...(story?.articles ?? []), ...related.flatMap(({ articles }) => articles)];
}

function answerOf(said: boolean, settled: Settled[], question: Question, { articles, own }: AnswerPrompt): Answer {
  const claims = settled.map(({ claim }) => claim);
  const mine = new Set((question.story === null ? articles : articles.slice(0, own)).map(({ id }) => id));
  const fromStory = claims.filter(({ cites }) => cites.some(({ article }) => mine.has(article)));
  if (said && fromStory.length > 0) return anAnswer('answered', { claims: fromStory });
  const elsewhere = claims
    .filter((claim) => !fromStory.includes(claim))
    .flatMap((claim) => passagesOf(claim, question));
  return anAnswer('not-said', { elsewhere });
}

/** A sentence that takes the place of two claims is said once. */
function withoutRepeats(settled: Settled[]): Settled[] {
  return settled.filter(
    ({ how, claim }, at) =>
      how !== 'replaced' || !settled.some((other, place) => other.claim.text === claim.text && place < at),
  );
}

function anAnswer(verdict: Answer['verdict'], rest: Partial<Answer>): Answer {
  return { verdict, method: 'model', claims: [], passages: [], elsewhere: [], suggestions: [], ...rest };
}

function standIn(extract: Answer, { instead }: Unanswered): Answer {
  return instead ? { ...extract, instead } : extract;
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
