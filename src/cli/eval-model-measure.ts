/** How a model does on articles of our own: what it writes is grounded as always, and its answers have right ones. */
import PQueue from 'p-queue';
import type { Answer, Answerer } from '../answer/answerer.ts';
import type { BriefWriter, StoryText } from '../brief/writer.ts';
import type { ModelClient, ModelCounts } from '../llm/client.ts';
import type { Article, ArticleId, Brief, FeedId, Language, StoryId } from '../model.ts';

export interface EvalArticle {
  id: string;
  language: 'en' | 'ja';
  topic: string;
  title: string;
  sentences: string[];
  /** `a`: texts of which a right answer holds one; null: the article does not say. */
  questions: { q: string; a: string[] | null }[];
}

/** One line of the table. */
export interface EvalRow {
  /** `en`, `en→ja`: the language of the articles, and of what was written. */
  what: string;
  briefs: number;
  /** Of `briefs`: written by the model; the others fell back to extracts. */
  byModel: number;
  /** Claims of briefs and answers, by what became of them. */
  claims: ModelCounts['claims'];
  questions: number;
  right: number;
  /** Questions that the article does not answer, and how many of them got no answer. */
  unanswerable: number;
  refused: number;
  inputTokens: number;
  outputTokens: number;
  usd: number;
  /** Medians. */
  briefSeconds: number;
  answerSeconds: number;
}

export interface EvalDeps {
  client: ModelClient;
  writer: BriefWriter;
  answerer: Answerer;
  /** Called after each brief and answer. */
  step(): void;
}

/** Requests at a time. */
const concurrency = 4;

/** @param language of the briefs; questions are asked only in the article's own. */
export async function measureModel(articles: EvalArticle[], language: Language, deps: EvalDeps): Promise<EvalRow> {
  const before = await deps.client.status();
  const claimsBefore = { ...before.counts.claims };
  const queue = new PQueue({ concurrency });
  const asked = articles.filter((article) => article.language === language);
  const [briefs, answers] = await Promise.all([
    queue.addAll(articles.map((article) => () => timed(writeOne(article, language, deps), deps))),
    queue.addAll(
      asked.flatMap((article) => article.questions.map((one) => () => timed(askOne(article, one, deps), deps))),
    ),
  ]);
  const after = await deps.client.status();
  const from = articles[0]?.language ?? language;
  const expected = answers.filter(({ result }) => result.expected);
  const others = answers.filter(({ result }) => !result.expected);
  return {
    what: from === language ? from : `${from}→${language}`,
    briefs: briefs.length,
    byModel: briefs.filter(({ result }) => result.method === 'model').length,
    claims: difference(claimsBefore, after.counts.claims),
    questions: expected.length,
    right: expected.filter(({ result }) => result.right).length,
    unanswerable: others.length,
    refused: others.filter(({ result }) => result.right).length,
    inputTokens: after.inputTokensToday - before.inputTokensToday,
    outputTokens: after.outputTokensToday - before.outputTokensToday,
    usd: after.spentToday - before.spentToday,
    briefSeconds: median(briefs.map(({ seconds }) => seconds)),
    answerSeconds: median(answers.map(({ seconds }) => seconds)),
  };
}

async function timed<T>(work: Promise<T>, { step }: EvalDeps): Promise<{ result: T; seconds: number }> {
  const began = performance.now();
  const result = await work;
  step();
  return { result, seconds: (performance.now() - began) / 1000 };
}

function writeOne(article: EvalArticle, language: Language, { writer }: EvalDeps): Promise<Brief> {
  return writer.write(storyOf(article), language);
}

async function askOne(
  article: EvalArticle,
  { q, a }: EvalArticle['questions'][number],
  { answerer }: EvalDeps,
): Promise<{ expected: boolean; right: boolean }> {
  const question = {
    text: q,
    language: article.language,
    story: storyOf(article),
    related: [],
    turns: [],
    channel: 'eval',
  };
  const answer = await answerer.answer(question);
  return { expected: a !== null, right: a === null ? isRefusal(answer) : holdsOne(answer, a) };
}

function isRefusal({ verdict, method }: Answer): boolean {
  return verdict === 'not-said' && method === 'model';
}

/** Only what the model itself said counts; passages are the extract's. */
function holdsOne({ verdict, claims }: Answer, expected: string[]): boolean {
  const said = plain(claims.map(({ text }) => text).join(' '));
  return verdict === 'answered' && expected.some((text) => said.includes(plain(text)));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ');
}

function storyOf({ id, language, topic, title, sentences }: EvalArticle): StoryText {
  const publishedAt = new Date('2026-03-04T06:00:00Z');
  const article: Article = {
    id: 1 as ArticleId,
    feed: 1 as FeedId,
    source: 'Evaluation',
    url: `https://example.org/${id}`,
    title,
    language,
    publishedAt,
    sentences,
    paragraphs: [0],
    excerptOnly: false,
    minutes: 1,
    image: null,
    categories: [],
    sample: true,
  };
  const story = {
    id: id as StoryId,
    headline: title,
    language,
    topics: { [topic]: 1 },
    firstAt: publishedAt,
    lastAt: publishedAt,
    revision: 1,
    sample: true,
  };
  return { story, articles: [article] };
}

function difference(before: ModelCounts['claims'], after: ModelCounts['claims']): ModelCounts['claims'] {
  return {
    grounded: after.grounded - before.grounded,
    repaired: after.repaired - before.repaired,
    replaced: after.replaced - before.replaced,
    dropped: after.dropped - before.dropped,
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
