import { expect } from 'vitest';
import { z } from 'zod';
import type { Call } from '../../src/llm/client.ts';
import { usageSince } from '../../src/store/usage.ts';
import { bodies, modelTest } from './stand-in.ts';

const schema = z.object({ word: z.string(), count: z.number() });
const fits = JSON.stringify({ word: 'tide', count: 2 });

function aCall(rest: Partial<Call<z.infer<typeof schema>>> = {}): Call<z.infer<typeof schema>> {
  const messages = [{ role: 'user' as const, content: 'Which word, and how often?' }];
  return { task: 'brief', channel: '', messages, schema, name: 'word', maxTokens: 100, ...rest };
}

const usage = { prompt_tokens: 1000, completion_tokens: 50 };

modelTest('an answer that fits the schema is the value, asked for by a strict schema', async ({ mock, connect }) => {
  mock.onMessage(/./, { content: fits });

  expect(await connect().complete(aCall())).toEqual({ kind: 'done', value: { word: 'tide', count: 2 } });

  expect(bodies(mock)).toHaveLength(1);
  expect(bodies(mock)[0]).toMatchObject({
    model: 'writer-1',
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'word', strict: true, schema: { required: ['word', 'count'], additionalProperties: false } },
    },
  });
});

modelTest('an answer task goes to the answer model', async ({ mock, connect }) => {
  mock.onMessage(/./, { content: fits });
  await connect({ answerModel: 'talker-1' }).complete(aCall({ task: 'answer', channel: 'web:a' }));
  expect(bodies(mock)[0]).toMatchObject({ model: 'talker-1' });
});

modelTest.for([
  ['in a fence', `\`\`\`json\n${fits}\n\`\`\``],
  ['after a thought', `<think>They ask {something}.</think>${fits}`],
  ['between words', `Here it is: ${fits} Anything else?`],
])('JSON %s is read', async ([, content], { mock, connect }) => {
  mock.onMessage(/./, { content: content ?? '' });
  expect(await connect().complete(aCall())).toMatchObject({ kind: 'done' });
  expect(bodies(mock)).toHaveLength(1);
});

modelTest('an ignored schema is repaired by one request that says what is wrong', async ({ mock, connect }) => {
  const replies = [JSON.stringify({ word: 'tide', count: 'two' }), fits];
  mock.onMessage(/./, () => ({ content: replies.shift() ?? '' }));
  const client = connect();

  expect(await client.complete(aCall())).toMatchObject({ kind: 'done' });

  expect(JSON.stringify(bodies(mock)[1])).toMatch(/expected number, received string/);
  expect(client.counts).toMatchObject({ requests: 2, schemaRepairs: 1 });
});

modelTest('after the repair comes json_object with the schema spelled out', async ({ mock, connect }) => {
  const replies = ['no JSON at all', 'none again', fits];
  mock.onMessage(/./, () => ({ content: replies.shift() ?? '' }));

  expect(await connect().complete(aCall())).toMatchObject({ kind: 'done' });

  expect(bodies(mock)[2]).toMatchObject({ response_format: { type: 'json_object' } });
  expect(JSON.stringify(bodies(mock)[2])).toContain('additionalProperties');
});

modelTest('three answers that fit nothing are a failure, not an error', async ({ mock, connect }) => {
  mock.onMessage(/./, { content: 'I would rather write a poem.' });
  const client = connect();
  expect(await client.complete(aCall())).toEqual({ kind: 'failed', reason: 'invalid' });
  expect(bodies(mock)).toHaveLength(3);
  expect(client.counts.failures).toEqual({ invalid: 1 });
});

modelTest('a cut answer is asked for again with more room', async ({ mock, connect }) => {
  const replies = [{ content: fits.slice(0, 9), finishReason: 'length' }, { content: fits }];
  mock.onMessage(/./, () => replies.shift() ?? { content: '' });

  expect(await connect().complete(aCall())).toMatchObject({ kind: 'done' });

  expect(bodies(mock).map((body) => body.max_tokens)).toEqual([100, 150]);
});

modelTest('a refusal is a value and is not argued with', async ({ mock, connect }) => {
  mock.onMessage(/./, { content: '', finishReason: 'content_filter' });
  expect(await connect().complete(aCall())).toEqual({ kind: 'failed', reason: 'refused' });
  expect(bodies(mock)).toHaveLength(1);
});

modelTest('a server error is tried again and counted', async ({ mock, connect, db }) => {
  mock.onMessage(/./, { content: fits, usage });
  mock.nextRequestError(500);
  const client = connect();

  expect(await client.complete(aCall())).toMatchObject({ kind: 'done' });

  expect(client.counts).toMatchObject({ requests: 2, retries: 1 });
  expect(await usageSince(db, '2000-01-01')).toMatchObject([{ calls: 2, retries: 1, inputTokens: 1000 }]);
});

modelTest('a server that stays broken is a failure after three tries', async ({ mock, connect }) => {
  mock.onMessage(/./, { error: { message: 'down' }, status: 503 });
  expect(await connect().complete(aCall())).toEqual({ kind: 'failed', reason: 'unavailable' });
  expect(bodies(mock)).toHaveLength(3);
});

modelTest('a 429 pauses every process for as long as the server says', async ({ mock, connect, db }) => {
  mock.onMessage(/./, { error: { message: 'slow down' }, status: 429, retryAfter: 90 });
  expect(await connect().complete(aCall())).toEqual({ kind: 'failed', reason: 'rate-limited' });
  const other = connect();

  expect(await other.complete(aCall({ task: 'answer' }))).toEqual({ kind: 'failed', reason: 'rate-limited' });

  expect(bodies(mock), 'the second client did not ask').toHaveLength(1);
  expect((await other.status()).pausedMs).toBeGreaterThan(80_000);
  const { until } = await db.selectFrom('limits').select('until').executeTakeFirstOrThrow();
  expect(until.getTime()).toBeGreaterThan(Date.now() + 80_000);
});

modelTest('a short 429 is waited for', async ({ mock, connect }) => {
  const replies = [{ error: { message: 'slow down' }, status: 429, retryAfter: 0 }, { content: fits }];
  mock.onMessage(/./, () => replies.shift() ?? { content: '' });
  expect(await connect().complete(aCall())).toMatchObject({ kind: 'done' });
});

modelTest('a spent quota is not tried again', async ({ mock, connect }) => {
  mock.onMessage(/./, { error: { message: 'quota', code: 'insufficient_quota' }, status: 429 });
  expect(await connect().complete(aCall())).toEqual({ kind: 'failed', reason: 'rejected' });
  expect(bodies(mock)).toHaveLength(1);
});

modelTest('a wrong key is not tried again', async ({ mock, connect }) => {
  mock.onMessage(/./, { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' }, status: 401 });
  expect(await connect().complete(aCall())).toEqual({ kind: 'failed', reason: 'rejected' });
  expect(bodies(mock)).toHaveLength(1);
});

modelTest('what a server does not understand is left out, and stays out', async ({ mock, connect }) => {
  mock.on(
    { predicate: (request) => request.temperature !== undefined },
    { error: { message: "Unsupported parameter: 'temperature'" }, status: 400 },
  );
  mock.on(
    { predicate: (request) => request.response_format?.type === 'json_schema' },
    { error: { message: "'response_format.type' must be text or json_object" }, status: 400 },
  );
  mock.onMessage(/./, { content: fits });
  const client = connect();

  expect(await client.complete(aCall())).toMatchObject({ kind: 'done' });
  expect(await client.complete(aCall())).toMatchObject({ kind: 'done' });

  expect(bodies(mock)).toHaveLength(4);
  expect(bodies(mock)[3]).toMatchObject({ response_format: { type: 'json_object' } });
  expect(bodies(mock)[3]).not.toHaveProperty('temperature');
});

modelTest('a slow answer ends at the timeout, its body included', async ({ mock, connect }) => {
  mock.onMessage(/./, { content: fits.repeat(50) }, { streamingProfile: { ttft: 1, tps: 1 }, chunkSize: 4 });
  const client = connect({ timeoutMs: 150 });
  const read = client.complete(aCall({ task: 'answer', stream: () => () => {} }));
  expect(await read).toEqual({ kind: 'failed', reason: 'timeout' });
});

modelTest('a stream that breaks begins anew with a new reader', async ({ mock, connect }) => {
  let first = true;
  const broken = { chunkSize: 4, truncateAfterChunks: 2 };
  mock.on(
    { predicate: () => first },
    () => {
      first = false;
      return { content: fits };
    },
    broken,
  );
  mock.onMessage(/./, { content: fits }, { chunkSize: 4 });
  const readers: string[] = [];
  const stream = () => {
    const at = readers.push('') - 1;
    return (delta: string) => {
      readers[at] += delta;
    };
  };

  expect(await connect().complete(aCall({ task: 'answer', stream }))).toMatchObject({ kind: 'done' });

  expect(readers[0]).not.toBe(fits);
  expect(readers[1]).toBe(fits);
});

modelTest('tokens and money are kept by day, channel, model and task', async ({ mock, connect, db }) => {
  mock.onMessage(/./, { content: fits, usage });
  const prices = { 'writer-1': { input: 2, output: 8 } };
  const client = connect({ prices, now: () => new Date('2026-03-01T23:59:00Z') });

  await client.complete(aCall());
  await client.complete(aCall({ task: 'answer', channel: 'web:a', stream: () => () => {} }));
  await client.complete(aCall({ task: 'answer', channel: 'web:a' }));

  const costMicros = 1000 * 2 + 50 * 8;
  expect(await usageSince(db, '2026-03-01', 'web:a')).toEqual([
    {
      day: '2026-03-01',
      channel: 'web:a',
      model: 'writer-1',
      task: 'answer',
      calls: 2,
      retries: 0,
      inputTokens: 2000,
      outputTokens: 100,
      costMicros: 2 * costMicros,
    },
  ]);
  expect(await client.status()).toMatchObject({
    spentToday: (3 * costMicros) / 1e6,
    callsToday: 3,
    answers: { price: 'operator' },
  });
});

modelTest('a server that counts no tokens has them guessed', async ({ db, mock, connect }) => {
  mock.onMessage(/./, { content: fits, usage: { prompt_tokens: 0, completion_tokens: 0 } });
  await connect().complete(aCall());
  const [row] = await usageSince(db, '2000-01-01');
  expect(row?.inputTokens).toBeGreaterThan(5);
  expect(row?.outputTokens).toBeGreaterThan(3);
});

modelTest('the budget is a ladder: full, short, extractive', async ({ mock, connect }) => {
  mock.onMessage(/./, { content: fits, usage: { prompt_tokens: 1, completion_tokens: 80_000 } });
  // 80,000 tokens at 10 USD a million are 0.80 USD.
  const client = connect({ dailyBudget: 1, prices: { 'writer-1': { input: 0, output: 10 } } });
  const levels = [await client.level('brief')];
  await client.complete(aCall());
  levels.push(await client.level('brief'));
  await client.complete(aCall());
  levels.push(await client.level('brief'));

  expect(levels).toEqual(['full', 'short', 'extractive']);
  expect(await client.complete(aCall())).toEqual({ kind: 'failed', reason: 'budget' });
  expect(bodies(mock)).toHaveLength(2);
});

modelTest('requests under way count against the budget', async ({ mock, connect }) => {
  mock.onMessage(/./, { content: fits, usage: { prompt_tokens: 1, completion_tokens: 60_000 } });
  const client = connect({ dailyBudget: 1, prices: { 'writer-1': { input: 0, output: 10 } } });

  const calls = Array.from({ length: 5 }, () => client.complete(aCall({ maxTokens: 60_000 })));
  const done = (await Promise.all(calls)).filter(({ kind }) => kind === 'done');

  expect(done).toHaveLength(1);
});

modelTest('an unknown price under a budget is taken as dear', async ({ mock, connect }) => {
  mock.onMessage(/./, { content: fits, usage: { prompt_tokens: 50_000, completion_tokens: 20_000 } });
  const client = connect({ dailyBudget: 1 });
  await client.complete(aCall());
  expect(await client.status()).toMatchObject({ briefs: { price: 'assumed' }, level: 'extractive' });
});

modelTest('a server that asks for years of rest gets ten minutes', async ({ mock, connect }) => {
  mock.onMessage(/./, { error: { message: 'slow down' }, status: 429, retryAfter: 999_999_999 });
  const client = connect();
  await client.complete(aCall());
  expect((await client.status()).pausedMs).toBeLessThanOrEqual(600_000);
});

modelTest('briefs under way hold up no answer', async ({ mock, connect }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  mock.on({ model: 'writer-1' }, async () => {
    await held;
    return { content: fits };
  });
  mock.onMessage(/./, { content: fits });
  const client = connect({ answerModel: 'talker-1', lanes: { brief: 1, answer: 1 } });

  const briefs = [client.complete(aCall()), client.complete(aCall())];
  const answer = await client.complete(aCall({ task: 'answer' }));
  release();

  expect(answer).toMatchObject({ kind: 'done' });
  expect(await Promise.all(briefs)).toMatchObject([{ kind: 'done' }, { kind: 'done' }]);
});

modelTest('a server that is not there is a failure', async ({ connect }) => {
  const client = connect({ baseUrl: 'http://127.0.0.1:1/v1' });
  expect(await client.complete(aCall())).toEqual({ kind: 'failed', reason: 'unavailable' });
});

modelTest('a page where an answer should be is a failure', async ({ connect }) => {
  const page = async () => new Response('<html>Not here</html>', { headers: { 'content-type': 'text/html' } });
  expect(await connect({ fetch: page }).complete(aCall())).toEqual({ kind: 'failed', reason: 'invalid' });
});

modelTest.for([
  ['an answer', 200, {}],
  ['a stream', 200, { stream: () => () => {} }],
  ['a refusal', 400, {}],
] as const)('%s that never ends is not read on', async ([, status, rest], { connect }) => {
  const [megabyte, most] = [new Uint8Array(2 ** 20).fill(32), 100];
  let read = 0;
  const flood = async () => {
    const body = new ReadableStream({
      pull: (controller) => (read++ > most ? controller.close() : controller.enqueue(megabyte)),
    });
    return new Response(body, { status, headers: { 'content-type': 'application/json' } });
  };
  const began = read;
  expect(await connect({ fetch: flood }).complete(aCall(rest))).toMatchObject({ kind: 'failed' });
  expect(read - began).toBeLessThan(most);
});

const refuses = (type: string) => ({
  match: { predicate: (request: { response_format?: { type: string } }) => request.response_format?.type === type },
  response: { error: { message: `'response_format.type' ${type} is not supported` }, status: 400 },
});

modelTest('a server that takes no json_object keeps its schema', async ({ mock, connect }) => {
  const { match, response } = refuses('json_object');
  mock.on(match, response);
  const replies = ['no JSON', 'none again', fits, fits];
  mock.onMessage(/./, () => ({ content: replies.shift() ?? '' }));
  const client = connect();

  expect(await client.complete(aCall())).toMatchObject({ kind: 'done' });
  expect(await client.complete(aCall())).toMatchObject({ kind: 'done' });

  expect(bodies(mock).map((body) => (body.response_format as { type: string } | undefined)?.type)).toEqual([
    'json_schema',
    'json_schema',
    'json_object',
    undefined,
    'json_schema',
  ]);
});

modelTest('requests that are refused at the same time give up no more than one of them', async ({ mock, connect }) => {
  const { match, response } = refuses('json_schema');
  mock.on(match, response);
  mock.onMessage(/./, { content: fits });
  const client = connect();

  const completions = await Promise.all([1, 2, 3, 4].map(() => client.complete(aCall())));

  expect(completions.every(({ kind }) => kind === 'done')).toBe(true);
  expect(bodies(mock).at(-1)).toMatchObject({ response_format: { type: 'json_object' } });
});

modelTest('a server that understands little is asked until it understands', async ({ mock, connect }) => {
  for (const key of ['temperature', 'stream_options', 'max_tokens'] as const) {
    mock.on(
      { predicate: (request) => request[key] !== undefined },
      { error: { message: `Unknown parameter: ${key}` }, status: 400 },
    );
  }
  const { match, response } = refuses('json_schema');
  mock.on(match, response);
  mock.onMessage(/./, { content: fits });
  const done = await connect().complete(aCall({ task: 'answer', stream: () => () => {} }));
  expect(done).toMatchObject({ kind: 'done' });
});
