/** A stand-in for a model's server (aimock), and a client of ours that talks to it through the real SDK. */
import { LLMock } from '@copilotkit/aimock';
import pino from 'pino';
import { createModelClient, type ModelClient, type ModelClientOptions } from '../../src/llm/client.ts';
import type { Database } from '../../src/store/database.ts';
import { storeTest } from '../support/store.ts';

export const silent = pino({ level: 'silent' });

export const modelTest = storeTest.extend<{
  mock: LLMock;
  connect: (options?: Partial<ModelClientOptions>) => ModelClient;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixture's needs from the pattern.
  mock: async ({}, use) => {
    const mock = new LLMock({ port: 0, latency: 0 });
    await mock.start();
    await use(mock);
    await mock.stop();
  },
  connect: async ({ db, mock }, use) => {
    await use((options) => connectTo(mock, db, options));
  },
});

export function connectTo(mock: LLMock, db: Database, options: Partial<ModelClientOptions> = {}): ModelClient {
  return createModelClient({
    apiKey: 'test',
    baseUrl: `${mock.url}/v1`,
    model: 'writer-1',
    answerModel: null,
    dailyBudget: null,
    db,
    log: silent,
    ...options,
  });
}

/** Requests that the stand-in got, oldest first. */
export function bodies(mock: LLMock): Record<string, unknown>[] {
  return mock.getRequests().map(({ body }) => body as unknown as Record<string, unknown>);
}
