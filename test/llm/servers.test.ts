/** Servers that call themselves compatible, each with its own idea of it. */
import pino from 'pino';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Call } from '../../src/llm/client.ts';
import { pauseScope } from '../../src/store/limits.ts';
import { bodies, modelTest } from './stand-in.ts';

const schema = z.object({ word: z.string() });
type Word = z.infer<typeof schema>;
const fits = '{"word":"tide"}';

function aCall(rest: Partial<Call<Word>> = {}): Call<Word> {
  const messages = [
    { role: 'system' as const, content: 'Rules.' },
    { role: 'user' as const, content: 'Which word?' },
  ];
  return { task: 'brief', channel: '', messages, schema, name: 'word', maxTokens: 100, ...rest };
}

interface Sent {
  messages: { role: string; content: string }[];
  response_format?: { type: string };
  [key: string]: unknown;
}

/** A server by what it does with a request; each request it got, in order. */
function aServer(answer: (sent: Sent, count: number) => Response) {
  const got: Sent[] = [];
  const fetch = async (_: unknown, init?: RequestInit) => {
    const sent = JSON.parse(String(init?.body)) as Sent;
    got.push(sent);
    return answer(sent, got.length);
  };
  return { got, fetch: fetch as typeof globalThis.fetch };
}

function says(content: string | null, rest: Record<string, unknown> = {}): Response {
  const { finish = 'stop', usage = null, ...message } = rest;
  const choice = { index: 0, finish_reason: finish, message: { role: 'assistant', content, ...message } };
  return Response.json({ id: 'x', object: 'chat.completion', created: 0, model: 'm', choices: [choice], usage });
}

function streams(content: string): Response {
  const chunk = { choices: [{ index: 0, delta: { content }, finish_reason: 'stop' }] };
  return new Response(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`);
}

const refusals: [string, (key: string) => Response][] = [
  [
    'as OpenAI does',
    (key) => Response.json({ error: { message: `Unsupported: '${key}'`, param: key } }, { status: 400 }),
  ],
  ['as FastAPI does', (key) => Response.json({ detail: [{ loc: ['body', key], msg: 'Extra' }] }, { status: 422 })],
  ['as older vLLM does', (key) => Response.json({ object: 'error', message: `${key} is unknown` }, { status: 400 })],
  ['in a word', (key) => Response.json({ error: `unknown field ${key}` }, { status: 400 })],
  ['in plain text', (key) => new Response(`unknown field ${key}`, { status: 400 })],
  ['without a reason', () => new Response('', { status: 400 })],
];

for (const [how, refusal] of refusals) {
  modelTest.for(['response_format', 'temperature', 'max_tokens', 'stream_options'])(
    `a refusal of %s, said ${how}, is understood once for all`,
    async (key, { connect }) => {
      const server = aServer((sent) => (sent[key] === undefined ? streams(fits) : refusal(key)));
      const client = connect({ fetch: server.fetch });
      const call = aCall({ stream: () => () => {} });

      expect(await client.complete(call)).toEqual({ kind: 'done', value: { word: 'tide' } });
      const learning = server.got.length;
      expect(await client.complete(call)).toMatchObject({ kind: 'done' });

      expect(learning).toBeLessThanOrEqual(3);
      expect(server.got).toHaveLength(learning + 1);
      expect(server.got.at(-1)).not.toHaveProperty(key);
    },
  );
}

modelTest('what one task learnt of a model, the other knows', async ({ connect }) => {
  const server = aServer((sent) => (sent.temperature === undefined ? says(fits) : refusals[0]![1]('temperature')));
  const client = connect({ fetch: server.fetch });
  await client.complete(aCall());
  await client.complete(aCall({ task: 'answer' }));
  expect(server.got).toHaveLength(3);
});

modelTest(
  'a reason that nobody gave, and that leaving out does not help, ends after two requests',
  async ({ connect }) => {
    const server = aServer(() => new Response('', { status: 400 }));
    const client = connect({ fetch: server.fetch });
    expect(await client.complete(aCall())).toEqual({ kind: 'failed', reason: 'rejected' });
    expect(server.got).toHaveLength(2);
    await client.complete(aCall());
    expect(server.got[2], 'nothing was learnt of it').toMatchObject({ response_format: { type: 'json_schema' } });
  },
);

modelTest('where no schema can be sent, it stands in the prompt', async ({ connect }) => {
  const server = aServer((sent) => (sent.response_format ? refusals[0]![1]('response_format') : says(fits)));
  await connect({ fetch: server.fetch }).complete(aCall());
  const [, , last] = server.got;
  expect(last?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
  expect(last?.messages[0]?.content).toMatch(/^Rules\.\n\n.*JSON Schema.*\n\{.*"word".*\}$/);
});

modelTest('a server that ignores the schema gets it spelled out from then on', async ({ connect }) => {
  const spelled = ({ messages }: Sent) => JSON.stringify(messages).includes('JSON Schema');
  const server = aServer((sent) => says(spelled(sent) ? fits : 'The word is tide.'));
  const client = connect({ fetch: server.fetch });

  expect(await client.complete(aCall())).toMatchObject({ kind: 'done' });
  expect(server.got).toHaveLength(2);
  expect(await client.complete(aCall())).toMatchObject({ kind: 'done' });

  expect(server.got).toHaveLength(3);
  expect(client.counts.schemaRepairs).toBe(1);
});

modelTest('a chat template without a system role gets one message', async ({ connect }) => {
  const server = aServer(({ messages }) =>
    messages[0]?.role === 'system'
      ? Response.json({ error: { message: 'System role not supported' } }, { status: 400 })
      : says(fits),
  );
  expect(await connect({ fetch: server.fetch }).complete(aCall())).toMatchObject({ kind: 'done' });
  expect(server.got.at(-1)?.messages).toEqual([{ role: 'user', content: 'Rules.\n\nWhich word?' }]);
});

modelTest('a model that thinks its room away gets more, and is told to think little', async ({ connect }) => {
  const usage = { prompt_tokens: 9, completion_tokens: 100, completion_tokens_details: { reasoning_tokens: 100 } };
  const server = aServer((_, count) => (count === 1 ? says('', { finish: 'length', usage }) : says(fits)));
  const client = connect({ fetch: server.fetch, model: 'gpt-5' });

  expect(await client.complete(aCall())).toMatchObject({ kind: 'done' });
  expect(await client.complete(aCall())).toMatchObject({ kind: 'done' });

  expect(server.got.map(({ max_tokens, reasoning_effort }) => [max_tokens, reasoning_effort])).toEqual([
    [100, undefined],
    [4_150, 'low'],
    [4_100, 'low'],
  ]);
});

modelTest('thoughts told apart from the answer, or before it, are no part of it', async ({ mock, connect }) => {
  mock.onMessage(/./, { content: `<think>{"word":"ebb"}?</think>${fits}` }, { chunkSize: 3 });
  let heard = '';
  const stream = () => (delta: string) => {
    heard += delta;
  };
  expect(await connect().complete(aCall({ task: 'answer', stream }))).toEqual({
    kind: 'done',
    value: { word: 'tide' },
  });
  expect(heard).toBe(fits);

  const aside = aServer(() => says(fits, { reasoning_content: 'They ask {for} a word.' }));
  expect(await connect({ fetch: aside.fetch }).complete(aCall())).toEqual({ kind: 'done', value: { word: 'tide' } });
});

modelTest.for([
  ['OpenAI', 400, { code: 'context_length_exceeded', message: 'Please reduce the length of the messages.' }],
  ['vLLM', 400, { message: "'max_tokens' is too large: 4000. This model's maximum context length is 4096 tokens" }],
  ['llama.cpp', 400, { type: 'exceed_context_size_error', message: 'exceeds the available context size' }],
  ['a proxy', 413, { message: 'Payload Too Large' }],
  [
    'a rate limit',
    429,
    { code: 'rate_limit_exceeded', message: 'Request too large for m: Limit 10000, Requested 12000' },
  ],
] as const)('a request that is too long for %s is not asked again as it is', async ([, status, error], { connect }) => {
  const server = aServer(() => Response.json({ error }, { status }));
  const client = connect({ fetch: server.fetch });
  expect(await client.complete(aCall())).toEqual({ kind: 'failed', reason: 'too-long' });
  expect(server.got).toHaveLength(1);
  expect((await client.status()).pausedMs).toBe(0);
});

modelTest('a server that cuts a long prompt without a word is named once', async ({ connect }) => {
  const said: Record<string, unknown>[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => said.push(JSON.parse(line)) });
  const server = aServer(() => says(fits, { usage: { prompt_tokens: 4_096, completion_tokens: 5 } }));
  const client = connect({ fetch: server.fetch, log });
  const long = aCall({ messages: [{ role: 'user', content: 'The tide came in at noon. '.repeat(2_000) }] });
  await client.complete(aCall());
  await client.complete(long);
  await client.complete(long);
  expect(said.map(({ msg, read }) => [msg, read])).toEqual([[expect.stringMatching(/longer context/), 4_096]]);
});

modelTest('what the server’s filter stops is refused', async ({ connect }) => {
  const error = { code: 'content_filter', message: 'The response was filtered due to the content management policy' };
  const server = aServer(() => Response.json({ error }, { status: 400 }));
  expect(await connect({ fetch: server.fetch }).complete(aCall())).toEqual({ kind: 'failed', reason: 'refused' });
  expect(server.got).toHaveLength(1);
});

modelTest.for([
  ['an empty answer', says('')],
  ['no content', says(null)],
  ['no choices', Response.json({ choices: [] })],
] as const)('%s is asked for again', async ([, first], { connect }) => {
  const server = aServer((_, count) => (count === 1 ? first.clone() : says(fits)));
  expect(await connect({ fetch: server.fetch }).complete(aCall())).toMatchObject({ kind: 'done' });
  expect(server.got).toHaveLength(2);
});

modelTest('a pause that another process lengthens is kept to as well', async ({ connect, db }) => {
  const server = aServer(() => says(fits));
  const scope = 'model:http://pause.invalid/v1';
  const client = connect({ fetch: server.fetch, baseUrl: 'http://pause.invalid/v1' });
  const began = performance.now();
  await pauseScope(db, scope, new Date(Date.now() + 300));
  const asked = client.complete(aCall());
  await pauseScope(db, scope, new Date(Date.now() + 800));
  await asked;
  expect(performance.now() - began).toBeGreaterThanOrEqual(790);
  expect(server.got).toHaveLength(1);
});

modelTest('a pause in milliseconds is kept to as exactly', async ({ connect }) => {
  const headers = { 'retry-after-ms': '120', 'retry-after': '90' };
  const server = aServer((_, count) =>
    count === 1 ? Response.json({ error: { message: 'slow' } }, { status: 429, headers }) : says(fits),
  );
  const began = performance.now();
  expect(await connect({ fetch: server.fetch }).complete(aCall())).toMatchObject({ kind: 'done' });
  expect(performance.now() - began).toBeGreaterThanOrEqual(115);
});

modelTest('a local server needs no key, and gets none of ours', async ({ mock, connect }) => {
  mock.onMessage(/./, { content: fits });
  expect(await connect({ apiKey: null }).complete(aCall())).toMatchObject({ kind: 'done' });
  expect(bodies(mock)).toHaveLength(1);
});
