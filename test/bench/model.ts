/**
 * What an answer costs besides the model: before its first word, and for each 1,000 tokens. The server is played
 * inside the process, so that no network is measured; the SDK alone reads the same stream for comparison.
 *
 * `DATABASE_URL=postgres://… node test/bench/model.ts`
 */
import { pathToFileURL } from 'node:url';
import { OpenAI } from 'openai';
import pino from 'pino';
import type { Answerer, Question } from '../../src/answer/answerer.ts';
import { createExtractAnswerer } from '../../src/answer/extract.ts';
import { createModelAnswerer } from '../../src/answer/model.ts';
import type { StoryText } from '../../src/brief/writer.ts';
import { createModelClient } from '../../src/llm/client.ts';
import type { Article, ArticleId, FeedId, StoryId } from '../../src/model.ts';
import { type Database, migrate, openDatabase } from '../../src/store/database.ts';

export interface StreamFigures {
  /** From the question to the request, and from there to the first words shown, by a model that takes no time. */
  beforeRequestMs: number;
  firstTokenMs: number;
  /** Of the main thread's processor time, besides the SDK's own reading of the stream. */
  per1000TokensMs: number;
  /** The SDK's own reading, in the same rounds: how busy the machine was. */
  sdkPer1000TokensMs: number;
  tokens: number;
}

const silent = pino({ level: 'silent' });

/** A story of 60 sentences, and an answer of about 1,000 tokens on it. */
const sentences = Array.from(
  { length: 60 },
  (_, index) =>
    `In ${1960 + index} the port of Harrow Bay handled ${index + 3},400 containers, said Ines Calder of Norwind.`,
);

const article: Article = {
  id: 1 as ArticleId,
  feed: 1 as FeedId,
  source: 'Bench',
  url: 'https://example.org/port',
  title: 'The port',
  language: 'en',
  publishedAt: new Date('2026-03-01T00:00:00Z'),
  sentences,
  paragraphs: [0],
  excerptOnly: false,
  minutes: 5,
  image: null,
  categories: [],
  sample: true,
};

const story: StoryText = {
  story: {
    id: 'b2a7a1f0-0000-4000-8000-000000000001' as StoryId,
    headline: 'The port',
    language: 'en',
    topics: {},
    firstAt: article.publishedAt,
    lastAt: article.publishedAt,
    revision: 1,
    sample: true,
  },
  articles: [article],
};

/** Three other stories of two articles each are searched as well. */
const related: StoryText[] = [1, 2, 3].map((number) => ({
  story: story.story,
  articles: [2 * number, 2 * number + 1].map((id) => ({ ...article, id: id as ArticleId })),
}));

const question: Question = {
  text: 'How many containers did the port of Harrow Bay handle?',
  language: 'en',
  story,
  related,
  turns: [],
  channel: 'web:bench',
};

const claims = Array.from({ length: 20 }, (_, index) => ({
  cites: [{ sentence: `1.${index + 1}`, quote: sentences[index]!.slice(0, 30) }],
  text: `The port of Harrow Bay handled ${index + 3},400 containers in ${1960 + index}, as Ines Calder of Norwind said.`,
}));
/** The tokens of an answer of so many claims. What is done once an answer shows as what two lengths have in common. */
const tokensOf = (count: number) =>
  JSON.stringify({ said: true, claims: claims.slice(0, count) }).match(/.{1,4}/gsu) ?? [];
const long = tokensOf(claims.length);
const short = tokensOf(claims.length / 2);

/** One event a token, all at once: the model's own time is none. */
function playServer(words: string[], sent: () => void): typeof fetch {
  return async () => {
    sent();
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= words.length) {
          controller.enqueue(event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage: null }));
          controller.enqueue(new TextEncoder().encode('data: [DONE]\n\n'));
          controller.close();
          return;
        }
        controller.enqueue(event({ choices: [{ index: 0, delta: { content: words[at++] } }] }));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
}

function event(data: object): Uint8Array {
  return new TextEncoder().encode(
    `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 0, model: 'm', ...data })}\n\n`,
  );
}

/** The least of several rounds, after one to warm up: what other programs took of the processor is not ours. */
export async function measureStream(db: Database, rounds = 15): Promise<StreamFigures> {
  const alone = { long: [] as number[], short: [] as number[] };
  const ours = { long: [] as Answered[], short: [] as Answered[] };
  for (let round = 0; round <= rounds; round++) {
    const reads = { long: await readAlone(long), short: await readAlone(short) };
    const answers = { long: await answerOnce(db, long), short: await answerOnce(db, short) };
    if (round === 0) continue;
    for (const length of ['long', 'short'] as const) {
      alone[length].push(reads[length]);
      ours[length].push(answers[length]);
    }
  }
  const per1000 = (longMs: number, shortMs: number) => ((longMs - shortMs) / (long.length - short.length)) * 1000;
  const least = (answered: Answered[], of: (one: Answered) => number) => Math.min(...answered.map(of));
  const sdk = per1000(Math.min(...alone.long), Math.min(...alone.short));
  const all = [...ours.long, ...ours.short];
  const reading = (one: Answered) => one.reading;
  return {
    beforeRequestMs: least(all, ({ before }) => before),
    firstTokenMs: least(all, ({ first }) => first),
    per1000TokensMs: per1000(least(ours.long, reading), least(ours.short, reading)) - sdk,
    sdkPer1000TokensMs: sdk,
    tokens: long.length,
  };
}

async function readAlone(words: string[]): Promise<number> {
  const began = process.threadCpuUsage();
  const client = new OpenAI({ apiKey: 'x', baseURL: 'http://bench.invalid/v1', fetch: playServer(words, () => {}) });
  const stream = await client.chat.completions.create({
    model: 'm',
    stream: true,
    messages: [{ role: 'user', content: 'x' }],
  });
  let text = '';
  for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
  if (text !== words.join('')) throw new Error('the stream was not read whole');
  return cpuMs(began);
}

/** As the database gives it: nothing is known of its articles from an earlier round. */
function asUnread({ story, related, ...rest }: Question): Question {
  return { ...rest, ...structuredClone({ story, related }) };
}

function cpuMs(began: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
}

interface Answered {
  before: number;
  first: number;
  reading: number;
}

async function answerOnce(db: Database, words: string[]): Promise<Answered> {
  const marks = { began: 0, request: 0, shown: 0 };
  let cpu = process.threadCpuUsage();
  let reading = 0;
  const fetch = playServer(words, () => {
    marks.request = performance.now();
    cpu = process.threadCpuUsage();
  });
  const client = createModelClient({
    apiKey: 'x',
    baseUrl: 'http://bench.invalid/v1',
    model: 'm',
    answerModel: null,
    dailyBudget: 1000,
    db,
    log: silent,
    fetch,
  });
  const extract = createExtractAnswerer();
  const fallback: Answerer = {
    answer(asked) {
      reading = cpuMs(cpu);
      return extract.answer(asked);
    },
  };
  const answerer = createModelAnswerer({ client, fallback, log: silent });
  marks.began = performance.now();
  const answer = await answerer.answer(asUnread(question), async () => {
    marks.shown ||= performance.now();
  });
  if (answer.method !== 'model' || marks.shown === 0) throw new Error('nothing was streamed');
  return { before: marks.request - marks.began, first: marks.shown - marks.request, reading };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { db } = openDatabase(process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/tidings');
  await migrate(db);
  console.log(await measureStream(db));
  await db.destroy();
}
