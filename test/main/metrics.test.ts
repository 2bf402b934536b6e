import { Registry } from 'prom-client';
import { expect } from 'vitest';
import { z } from 'zod';
import type { ModelClient } from '../../src/llm/client.ts';
import type { Foundation } from '../../src/main/foundation.ts';
import { addMetrics } from '../../src/main/metrics.ts';
import type { Tools } from '../../src/main/tools.ts';
import type { Database } from '../../src/store/database.ts';
import { modelTest } from '../llm/stand-in.ts';

function scrape(db: Database, model: ModelClient | null): Promise<string> {
  const registry = new Registry();
  addMetrics(registry, { db } as Foundation, { model } as Tools);
  return registry.metrics();
}

modelTest('the first scrape has everything already', async ({ db }) => {
  await db
    .insertInto('feeds')
    .values({ url: 'https://example.org/feed', name: 'Example', last_success_at: new Date() })
    .execute();
  const text = await scrape(db, null);
  expect(text).toMatch(/^tidings_feeds_read 1$/m);
  expect(text).not.toContain('tidings_model');
});

modelTest('money and tokens are told by channel, model and task', async ({ mock, connect, db }) => {
  const usage = { prompt_tokens: 1_000, completion_tokens: 50_000 };
  mock.onMessage(/./, { content: '{"word":"tide"}', usage });
  const prices = { 'writer-1': { input: 0, output: 10 }, 'talker-1': { input: 0, output: 2 } };
  const client = connect({ dailyBudget: 0.7, prices, answerModel: 'talker-1' });
  const call = { messages: [{ role: 'user' as const, content: 'x' }], name: 'word', maxTokens: 100 };
  const schema = z.object({ word: z.string() });
  await client.complete({ ...call, schema, task: 'brief', channel: '' });
  await client.complete({ ...call, schema, task: 'answer', channel: 'web:a' });

  const text = await scrape(db, client);

  expect(text).toMatch(/^tidings_model_spent_usd\{channel="",model="writer-1",task="brief"\} 0\.5$/m);
  expect(text).toMatch(/^tidings_model_spent_usd\{channel="web:a",model="talker-1",task="answer"\} 0\.1$/m);
  expect(text).toMatch(/^tidings_model_output_tokens\{channel="web:a",model="talker-1",task="answer"\} 50000$/m);
  expect(text).toMatch(/^tidings_model_level 1$/m);
});
