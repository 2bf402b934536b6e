import { expect } from 'vitest';
import type { Io } from '../../src/cli/command.ts';
import { evalModelCommand } from '../../src/cli/eval-model.ts';
import type { Database } from '../../src/store/database.ts';
import { askedSections, claimOn, honestBrief, shownSentences } from '../llm/honest-model.ts';
import { modelTest } from '../llm/stand-in.ts';

function anIo(db: Database, env: Io['env'], json = true): Io & { said: string[] } {
  const said: string[] = [];
  return {
    said,
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    json,
    progress() {},
    now: () => new Date(),
    env,
    open: async () => ({ db }),
  };
}

modelTest('a model that copies is grounded in its own language, and no translator', async ({ db, mock }) => {
  mock.onMessage(/./, (request) => {
    if (askedSections(request).join() === 'claims') return { content: '{"claims":[]}' };
    if (!askedSections(request).includes('said')) return { content: honestBrief(request) };
    const claims = shownSentences(request)
      .slice(0, 6)
      .map((sentence) => claimOn(sentence));
    return { content: JSON.stringify({ said: true, claims }), usage: { prompt_tokens: 100, completion_tokens: 10 } };
  });
  const io = anIo(db, { OPENAI_BASE_URL: `${mock.url}/v1`, OPENAI_MODEL: 'copier', MODEL_PRICES: 'copier=1/1' });

  expect(await evalModelCommand.run(['--articles', '6'], io)).toBe(0);

  const { rows } = JSON.parse(io.said.join(''));
  expect(rows.map(({ what }: { what: string }) => what)).toEqual(['en', 'ja', 'en→ja', 'ja→en']);
  const [english, japanese, translated] = rows;
  for (const own of [english, japanese]) {
    expect(own).toMatchObject({ briefs: 3, byModel: 3, questions: 6, unanswerable: 3, refused: 0 });
    expect(own.right).toBeGreaterThanOrEqual(4);
    expect(own.claims.grounded).toBeGreaterThan(30);
    expect(own.claims.dropped).toBe(0);
    expect(own.usd).toBeGreaterThan(0);
  }
  expect(translated, 'copied sentences are in the wrong language').toMatchObject({ byModel: 0, questions: 0 });
});

modelTest('the table has a line for each pair of languages', async ({ db, mock }) => {
  mock.onMessage(/./, { content: 'nothing' });
  const io = anIo(db, { OPENAI_BASE_URL: `${mock.url}/v1`, OPENAI_MODEL: 'mute' }, false);
  expect(await evalModelCommand.run(['--articles', '2'], io)).toBe(0);
  expect(io.said.join('\n')).toMatch(/answers right[\s\S]*\n\s*en {2}[\s\S]*\n\s*ja→en {2}/);
});

modelTest('without a model it says what to set', async ({ db }) => {
  const io = anIo(db, {});
  expect(await evalModelCommand.run([], io)).toBe(1);
  expect(io.said.join('')).toMatch(/OPENAI_MODEL/);
});
