import { expect } from 'vitest';
import { checkModel } from '../../src/main/check-model.ts';
import { modelTest } from '../llm/stand-in.ts';

const ready = { content: '{"ready":true}', usage: { prompt_tokens: 20, completion_tokens: 5 } };

modelTest('each model is asked once, and the money is told', async ({ mock, connect }) => {
  mock.onMessage(/./, ready);
  const prices = { 'writer-1': { input: 1000, output: 1000 }, 'talker-1': { input: 0, output: 0 } };
  const client = connect({ answerModel: 'talker-1', dailyBudget: 5, prices });
  expect(await checkModel(client)).toEqual([
    { ok: true, name: 'Model: writer-1', detail: expect.stringMatching(/^answers in \d+\.\d s$/) },
    { ok: true, name: 'Model: talker-1', detail: expect.stringMatching(/^answers in \d+\.\d s$/) },
    { ok: true, name: 'Model: money', detail: '$0.03 of $5.00 today, full' },
  ]);
});

modelTest('what the server says of a wrong key is shown, with the settings', async ({ mock, connect }) => {
  mock.onMessage(/./, {
    error: { message: 'Incorrect API key provided: sk-proj-1', code: 'invalid_api_key' },
    status: 401,
  });
  const [result] = await checkModel(connect());
  expect(result).toEqual({
    ok: false,
    name: 'Model: writer-1',
    detail: '401 Incorrect API key provided: …; check OPENAI_API_KEY, OPENAI_MODEL and OPENAI_BASE_URL',
  });
});

modelTest(
  'a server that is not there, a schema that is ignored, and an unknown price are said',
  async ({ mock, connect }) => {
    const [gone] = await checkModel(connect({ baseUrl: 'http://127.0.0.1:1/v1' }));
    expect(gone).toMatchObject({ ok: false, detail: expect.stringMatching(/check OPENAI_BASE_URL/) });
    const replies = ['Ready!', ready.content];
    mock.onMessage(/./, () => ({ content: replies.shift() ?? '' }));
    const [loose, money] = await checkModel(connect());
    expect(loose).toMatchObject({ ok: true, detail: expect.stringMatching(/keeps to no schema/) });
    expect(money?.detail).toMatch(/the price of writer-1 is not known: set MODEL_PRICES/);
  },
);
