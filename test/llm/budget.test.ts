import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { expect } from 'vitest';
import { z } from 'zod';
import type { ModelClient } from '../../src/llm/client.ts';
import { openDatabase } from '../../src/store/database.ts';
import { reserve } from '../../src/store/reservations.ts';
import { usageSince } from '../../src/store/usage.ts';
import { bodies, connectTo, modelTest } from './stand-in.ts';

const fits = '{"word":"tide"}';
const prices = { 'writer-1': { input: 0, output: 10 } };

function ask(client: ModelClient, maxTokens = 20_000) {
  const schema = z.object({ word: z.string() });
  const messages = [{ role: 'user' as const, content: 'Which word?' }];
  return client.complete({ task: 'brief', channel: '', messages, schema, name: 'word', maxTokens });
}

modelTest('processes that ask at the same time never pass the budget together', async ({ mock, url }) => {
  // Each takes all that it may: 20,000 tokens at 10 USD a million are 0.20 USD; the day's 1 USD pays for five.
  const usage = { prompt_tokens: 1, completion_tokens: 20_000 };
  mock.onMessage(/./, () => wait(20, { content: fits, usage }));
  const processes = [1, 2, 3].map(() => openDatabase(url, 3));
  const clients = processes.map(({ db }) => connectTo(mock, db, { dailyBudget: 1, prices }));

  const asked = clients.flatMap((client) => Array.from({ length: 6 }, () => ask(client)));
  const done = (await Promise.all(asked)).filter(({ kind }) => kind === 'done');
  const { spentToday, level } = await clients[0]!.status();
  await Promise.all(processes.map(({ db }) => db.destroy()));

  expect(done).toHaveLength(5);
  expect(bodies(mock)).toHaveLength(5);
  expect(spentToday).toBe(1);
  expect(level).toBe('extractive');
});

modelTest('what a request did not take is free for the next', async ({ mock, connect, db }) => {
  mock.onMessage(/./, { content: fits, usage: { prompt_tokens: 1, completion_tokens: 1_000 } });
  const client = connect({ dailyBudget: 1, prices });
  for (let time = 0; time < 8; time++) expect(await ask(client, 60_000)).toMatchObject({ kind: 'done' });
  expect(await db.selectFrom('model_reservations').selectAll().execute()).toEqual([]);
});

modelTest('a server that fails gives back what was set aside', async ({ mock, connect, db }) => {
  mock.onMessage(/./, { error: { message: 'down' }, status: 503 });
  const client = connect({ dailyBudget: 1, prices });
  await ask(client, 60_000);
  expect(bodies(mock), 'it was asked three times, each within the budget').toHaveLength(3);
  expect(await client.level('brief')).toBe('full');
  expect(await db.selectFrom('model_reservations').selectAll().execute()).toEqual([]);
});

modelTest('what a killed process had set aside lapses', async ({ mock, connect, db }) => {
  mock.onMessage(/./, { content: fits });
  const client = connect({ dailyBudget: 1, prices });
  const day = new Date().toISOString().slice(0, 10);
  await reserve(db, { day, micros: 900_000, limitMicros: 1_000_000, seconds: 70 });

  expect(await ask(client)).toEqual({ kind: 'failed', reason: 'budget' });
  await db
    .updateTable('model_reservations')
    .set({ expires_at: new Date(0) })
    .execute();
  expect(await ask(client)).toMatchObject({ kind: 'done' });
});

modelTest('each step down is announced once a day, whichever process sees it', async ({ mock, connect }) => {
  const said: Record<string, unknown>[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => said.push(JSON.parse(line)) });
  mock.onMessage(/./, { content: fits, usage: { prompt_tokens: 1, completion_tokens: 75_000 } });
  let now = new Date('2026-03-04T12:00:00Z');
  const clients = [1, 2].map(() => connect({ dailyBudget: 1, prices, log, now: () => now }));
  const look = async () => {
    for (const client of [...clients, ...clients]) await client.level('brief');
  };

  await look();
  await ask(clients[0]!);
  await look();
  await ask(clients[1]!);
  await look();
  expect(said.map(({ msg, task, level, committedUsd }) => [msg, task, level, committedUsd])).toEqual([
    ['model budget level', 'brief', 'short', 0.75],
    ['model budget level', 'brief', 'extractive', 1.5],
  ]);

  now = new Date('2026-03-05T00:00:00Z');
  expect(await clients[0]!.level('brief'), 'a new day').toBe('full');
});

modelTest('with less left than the smallest request sets aside, the day is over', async ({ connect, db }) => {
  const client = connect({ dailyBudget: 1, prices });
  const day = new Date().toISOString().slice(0, 10);
  // A short brief may take 1,800 tokens, a short answer 700: 18,000 and 7,000 micro-dollars.
  await reserve(db, { day, micros: 980_000, limitMicros: 1_000_000, seconds: 70 });
  expect(await client.level('brief')).toBe('short');
  await reserve(db, { day, micros: 4_000, limitMicros: 1_000_000, seconds: 70 });
  expect(await client.level('brief')).toBe('extractive');
  expect(await client.level('answer')).toBe('short');
  await reserve(db, { day, micros: 10_000, limitMicros: 1_000_000, seconds: 70 });
  expect(await client.level('answer')).toBe('extractive');
});

modelTest('what the budget does not allow is no failure to warn of', async ({ mock, connect }) => {
  const said: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => said.push(JSON.parse(line).msg) });
  mock.onMessage(/./, { content: fits });
  const client = connect({ dailyBudget: 1, prices, log });
  expect(await ask(client, 200_000)).toEqual({ kind: 'failed', reason: 'budget' });
  expect(said).toEqual([]);
});

modelTest('a request that timed out is counted as asked', async ({ mock, connect, db }) => {
  mock.onMessage(/./, () => wait(400, { content: fits }));
  const client = connect({ timeoutMs: 100, dailyBudget: 1, prices: { 'writer-1': { input: 1_000, output: 0 } } });
  expect(await ask(client)).toEqual({ kind: 'failed', reason: 'timeout' });
  const [usage] = await usageSince(db, '2000-01-01');
  expect(usage?.inputTokens).toBeGreaterThan(5);
  expect(usage?.costMicros).toBeGreaterThan(5_000);
});

modelTest('a model without a known price is named, with the setting that tells it', ({ connect }) => {
  const said: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => said.push(JSON.parse(line).msg) });
  connect({ model: 'llama', answerModel: 'gpt-5', dailyBudget: 1, log });
  expect(said).toEqual([expect.stringMatching(/price unknown: counted as 10\/30.*set MODEL_PRICES=llama=/)]);
});
