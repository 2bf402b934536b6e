import type { ChatCompletionRequest } from '@copilotkit/aimock';
import { expect } from 'vitest';
import type { Io } from '../../src/cli/command.ts';
import { evalCommand, evalModelCommand } from '../../src/cli/eval-model.ts';
import type { Database } from '../../src/store/database.ts';
import { askedSections, claimOn, honestBrief, shownSentences } from '../llm/honest-model.ts';
import { bodies, modelTest } from '../llm/stand-in.ts';
import english from './articles.en.json' with { type: 'json' };

const firstQuestion = english[0]?.questions[0]?.q ?? '';

function anIo(db: Database, env: Io['env'], json = true): Io & { said: string[]; warned: string[] } {
  const said: string[] = [];
  const warned: string[] = [];
  return {
    said,
    warned,
    out: (text) => said.push(text),
    err: (text) => warned.push(text),
    json,
    progress() {},
    now: () => new Date(),
    env,
    open: async () => ({ db }),
  };
}

/** Copies sentences, whatever it is asked. */
function copy(request: ChatCompletionRequest) {
  if (askedSections(request).join() === 'claims') return { content: '{"claims":[]}' };
  if (!askedSections(request).includes('said')) return { content: honestBrief(request) };
  const claims = shownSentences(request)
    .slice(0, 6)
    .map((sentence) => claimOn(sentence));
  return { content: JSON.stringify({ said: true, claims }), usage: { prompt_tokens: 100, completion_tokens: 10 } };
}

modelTest('a model that copies is grounded in its own language, and no translator', async ({ db, mock }) => {
  mock.onMessage(/./, copy);
  const io = anIo(db, evalEnv(mock, 'copier'));

  expect(await evalModelCommand.run(['--articles', '6'], io)).toBe(0);

  const { rows } = JSON.parse(io.said.join(''));
  expect(rows.map(({ what }: { what: string }) => what)).toEqual(['en', 'ja', 'en→ja', 'ja→en', 'all']);
  const [english, japanese, translated] = rows;
  for (const own of [english, japanese]) {
    expect(own).toMatchObject({ briefs: 3, byModel: 3, questions: 6, unanswerable: 3, refused: 0 });
    expect(own.right).toBeGreaterThanOrEqual(4);
    expect(own.claims.grounded).toBeGreaterThan(30);
    expect(own.claims.dropped).toBe(0);
    expect(own.usd).toBeGreaterThan(0);
    expect(own.points).toBe(9);
    expect(own.wellSized, 'a copied sentence is no point').toBe(0);
  }
  expect(translated, 'copied sentences are in the wrong language').toMatchObject({ byModel: 0, questions: 0 });
});

function evalEnv(mock: { url: string }, model: string) {
  return { OPENAI_BASE_URL: `${mock.url}/v1`, OPENAI_MODEL: model, MODEL_PRICES: `${model}=1/1` };
}

modelTest('the table has a line for each pair of languages', async ({ db, mock }) => {
  mock.onMessage(/./, copy);
  const io = anIo(db, evalEnv(mock, 'copier'), false);
  expect(await evalModelCommand.run(['--articles', '2'], io)).toBe(0);
  expect(io.said.join('\n')).toMatch(/answers right[\s\S]*\n\s*en {2}[\s\S]*\n\s*ja→en {2}[\s\S]*\n\s*all {2}/);
});

modelTest('ended half-way, it shows what it has, and the next run goes on from there', async ({ db, mock }) => {
  mock.onMessage(/./, copy);
  const ctrlC = new AbortController();
  const io = anIo(db, evalEnv(mock, 'copier'), false);
  io.progress = (done) => done >= 5 && ctrlC.abort();

  expect(await evalCommand(() => ctrlC.signal).run(['--articles', '4'], io)).toBe(0);
  const first = /Of 20 briefs and answers (\d+) are measured; run it again/.exec(io.said.join('\n'));
  const again = anIo(db, evalEnv(mock, 'copier'));
  expect(await evalModelCommand.run(['--articles', '4'], again)).toBe(0);

  expect(Number(first?.[1])).toBeGreaterThanOrEqual(5);
  expect(Number(first?.[1])).toBeLessThan(20);
  expect(io.warned).toEqual([expect.stringMatching(/Ctrl-C again/)]);
  expect(again.warned).toEqual([expect.stringMatching(/^Going on behind the \d+ that are measured/)]);
  const { whole, rows } = JSON.parse(again.said.join(''));
  expect(whole).toBe(true);
  expect(rows.at(-1)).toMatchObject({ what: 'all', briefs: 8, questions: 8, unanswerable: 4 });
  const asking = bodies(mock).filter(({ messages }) => JSON.stringify(messages).includes(`| ${firstQuestion}`));
  expect(asking, 'what was measured is not asked again').toHaveLength(1);

  const fresh = anIo(db, evalEnv(mock, 'copier'));
  await evalModelCommand.run(['--articles', '2'], fresh);
  expect(fresh.warned, 'a whole run leaves nothing behind').toEqual([]);
});

modelTest('money that is guessed, and a budget that is spent, are said', async ({ db, mock }) => {
  mock.onMessage(/./, (request) => ({ ...copy(request), usage: { prompt_tokens: 1, completion_tokens: 100_000 } }));
  const { MODEL_PRICES: _, ...env } = evalEnv(mock, 'copier');
  const io = anIo(db, { ...env, MODEL_DAILY_BUDGET: '5' }, false);
  await evalModelCommand.run(['--articles', '2'], io);
  expect(io.warned).toEqual([
    expect.stringMatching(/^The price of copier is not known.*dear side: set MODEL_PRICES=copier=/),
    expect.stringMatching(/^MODEL_DAILY_BUDGET is spent/),
  ]);
});

modelTest('a model that gives nothing is given up soon, with the reason', async ({ db, mock }) => {
  mock.onMessage(/./, { error: { message: 'Incorrect API key: sk-abc-123', code: 'invalid_api_key' }, status: 401 });
  const io = anIo(db, evalEnv(mock, 'mute'), false);
  expect(await evalModelCommand.run([], io)).toBe(1);
  expect(io.warned.at(-1)).toMatch(
    /^The model gave nothing that could be used: rejected \(\d+\)\. Its server says: 401 Incorrect API key: …$/,
  );
  expect(mock.getRequests().length).toBeLessThan(12);
});

modelTest('without a model it says what to set', async ({ db }) => {
  const io = anIo(db, {});
  expect(await evalModelCommand.run([], io)).toBe(1);
  expect(io.warned.join('')).toMatch(/OPENAI_MODEL.*OPENAI_API_KEY/);
});
