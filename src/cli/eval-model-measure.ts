/** How a model does on articles of our own: what it writes is grounded as always, and its answers have right ones. */
import type { Answer } from '../answer/answerer.ts';
import type { StoryText } from '../brief/writer.ts';
import type { ModelClient, ModelCounts } from '../llm/client.ts';
import type { Article, ArticleId, Brief, FeedId, Language, StoryId } from '../model.ts';
import { words } from '../text/words.ts';
import type { Writers } from './writers.ts';

export interface EvalArticle {
  id: string;
  language: 'en' | 'ja';
  topic: string;
  title: string;
  sentences: string[];
  /** `a`: texts of which a right answer holds one; null: the article does not say. */
  questions: { q: string; a: string[] | null }[];
}

/** One brief, or one answer, to be had from the model. */
export interface EvalItem {
  /** Unique, and the same in every run. */
  key: string;
  /** `en`, `en→ja`: the language of the article, and of what is written. */
  what: string;
  article: EvalArticle;
  language: Language;
  /** null: its brief. */
  question: EvalArticle['questions'][number] | null;
}

export interface EvalResult {
  what: string;
  kind: 'brief' | 'question' | 'unanswerable';
  /** Written by the model; else it fell back to the extract. */
  byModel: boolean;
  /** Of answers: right, or rightly refused. */
  right: boolean;
  /** Points of a brief, and how many of them have the length that was asked for. */
  points: number;
  wellSized: number;
  claims: ModelCounts['claims'];
  inputTokens: number;
  outputTokens: number;
  usd: number;
  seconds: number;
}

/** Briefs in both languages, questions in the article's own. */
export function evalItems(articles: EvalArticle[]): EvalItem[] {
  return (['en', 'ja'] as const).flatMap((language) =>
    articles.flatMap((article) => {
      const own = article.language === language;
      const what = own ? language : `${article.language}→${language}`;
      const brief: EvalItem = { key: `${article.id} brief ${language}`, what, article, language, question: null };
      const questions = article.questions.map((question, at) => ({
        ...brief,
        key: `${article.id} question ${at + 1}`,
        question,
      }));
      return own ? [brief, ...questions] : [brief];
    }),
  );
}

export interface EvalDeps {
  client: ModelClient;
  /** Writers that ask by the given client. */
  over(client: ModelClient): Writers;
}

export async function measureItem(item: EvalItem, { client, over }: EvalDeps): Promise<EvalResult> {
  const meter = meterOf(client);
  const writers = over(meter.client);
  const began = performance.now();
  const judged = item.question === null ? await judgeBrief(item, writers) : await judgeAnswer(item, writers);
  return {
    what: item.what,
    ...judged,
    claims: meter.client.counts.claims,
    ...meter.used,
    seconds: (performance.now() - began) / 1000,
  };
}

/** The same client, with counts of its own. */
function meterOf(client: ModelClient) {
  const used = { inputTokens: 0, outputTokens: 0, usd: 0 };
  const metered: ModelClient = {
    ...client,
    counts: { ...client.counts, claims: { grounded: 0, repaired: 0, replaced: 0, dropped: 0 } },
    complete: (call) =>
      client.complete({
        ...call,
        onUsage({ inputTokens, outputTokens, costMicros }) {
          used.inputTokens += inputTokens;
          used.outputTokens += outputTokens;
          used.usd += costMicros / 1e6;
        },
      }),
  };
  return { client: metered, used };
}

type Judged = Pick<EvalResult, 'kind' | 'byModel' | 'right' | 'points' | 'wellSized'>;

async function judgeBrief({ article, language }: EvalItem, { writer }: Writers): Promise<Judged> {
  const brief = await writer.write(storyOf(article), language);
  const byModel = brief.method === 'model';
  const points = byModel ? brief.points : [];
  return {
    kind: 'brief',
    byModel,
    right: false,
    points: points.length,
    wellSized: points.filter((point) => isWellSized(point, language)).length,
  };
}

/** 40 to 70 words; in Japanese the characters that these come to. */
function isWellSized({ text }: Brief['points'][number], language: Language): boolean {
  if (language === 'ja') return text.length >= 90 && text.length <= 160;
  const count = words(text, language).length;
  return count >= 40 && count <= 70;
}

async function judgeAnswer({ article, question }: EvalItem, { answerer }: Writers): Promise<Judged> {
  const { q, a } = question!;
  const story = storyOf(article);
  const asked = { text: q, language: article.language, story, related: [], turns: [], channel: 'eval' };
  const answer = await answerer.answer(asked);
  return {
    kind: a === null ? 'unanswerable' : 'question',
    byModel: answer.method === 'model',
    right: a === null ? isRefusal(answer) : holdsOne(answer, a),
    points: 0,
    wellSized: 0,
  };
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
