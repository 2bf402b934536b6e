/** What a person sees of the language model: who wrote an answer, what it cost, and why it did not. */
import type { ChatCompletionRequest } from '@copilotkit/aimock';
import { expect, test } from 'vitest';
import { plainText } from '../../src/content.ts';
import { type Channel, languages } from '../../src/model.ts';
import { briefContent } from '../../src/talk/show-brief.ts';
import { wordsFor } from '../../src/words/words.ts';
import { askedSections, claimOn, honestBrief, shownSentences } from '../llm/honest-model.ts';
import { modelTest } from '../llm/stand-in.ts';
import { aBrief, anArticle } from '../support/builders.ts';
import { aTown, channel, someNews } from '../support/talk.ts';

/** Answers by the first sentence shown, in so many tokens. */
function aServer(tokens = 4_000) {
  const usage = { prompt_tokens: 1, completion_tokens: tokens };
  return (request: ChatCompletionRequest) => {
    const [first] = shownSentences(request);
    const answer = () => JSON.stringify({ said: true, claims: [claimOn(first!)] });
    return { content: askedSections(request).includes('said') ? answer() : honestBrief(request), usage };
  };
}

const question = 'How many seconds did the Oslo ferry charge?';

modelTest(
  'an answer says who wrote it, and status what it took and what is left',
  { timeout: 60_000 },
  async ({ db, mock }) => {
    mock.onMessage(/./, aServer());
    const env = {
      OPENAI_BASE_URL: `${mock.url}/v1`,
      OPENAI_MODEL: 'writer-1',
      OPENAI_ANSWER_MODEL: 'talker-1',
      MODEL_PRICES: 'writer-1=0/1, talker-1=0/10',
      MODEL_DAILY_BUDGET: '0.05',
    };
    const town = await aTown(db, { env });
    await someNews(db, new Date());
    await town.say('subscribe science');

    expect((await town.say(question))[0]).toContain('Written by a language model');
    const [status] = await town.say('status');
    expect(status).toMatch(/Answers here today, by talker-1: 1 call, 4,001 tokens, \$0\.04/);
    expect(status).toMatch(/Briefs for all channels today, by writer-1: /);
    expect(status).toContain('until 00:00 UTC briefs and answers are short');

    // As if the answer had cost all there is.
    await db.updateTable('usage').set({ cost_micros: 50_000 }).where('task', '=', 'answer').execute();
    const before = mock.getRequests().length;
    expect((await town.say(question))[0]).toContain('Today’s budget for the language model is spent');
    expect((await town.say('status'))[0]).toContain('until 00:00 UTC briefs and answers are quotes');
    expect(mock.getRequests()).toHaveLength(before);
  },
);

modelTest('an answer that the model did not give is quoted, and says so', { timeout: 60_000 }, async ({ db, mock }) => {
  mock.onMessage(/./, { error: { message: 'no such model' }, status: 404 });
  const town = await aTown(db, { env: { OPENAI_BASE_URL: `${mock.url}/v1`, OPENAI_MODEL: 'writer-1' } });
  await someNews(db, new Date());
  await town.say('subscribe science');
  const [answer] = await town.say(question);
  expect(answer).toContain('nine seconds');
  expect(answer).toContain('The language model gave no answer that holds');
  expect((await town.say('status'))[0]).toContain('price unknown');
});

modelTest('a person has so many questions a day, and is told until when', { timeout: 60_000 }, async ({ db }) => {
  const now = () => new Date('2026-03-04T20:30:00Z');
  const town = await aTown(db, { now, env: { QUESTIONS_PER_PERSON: '2' } });
  await someNews(db, now());
  await town.say('subscribe science');
  await town.say(question);
  await town.say(question);
  expect(await town.say(question)).toEqual([expect.stringMatching(/a lot of questions.*in 4 hours/)]);
  const other = { author: { id: 'U2', name: 'Bo', administrator: null } };
  expect((await town.say(question, other))[0]).toContain('nine seconds');
});

test.for(languages)('in %s a brief shows what is inference, and how many claims were dropped', (language) => {
  const brief = aBrief({ method: 'model', dropped: 2 });
  for (const point of brief.points) point.inferred = point.kind !== 'happened';
  const words = wordsFor(language);
  const shown = plainText(
    briefContent(
      { brief, headline: 'H', articles: [anArticle()], gauges: [] },
      { id: channel, language } as Channel,
      words,
    ),
  );
  const marks = shown.split(new RegExp(`[(（]${words.brief.inferred}[)）]`)).length - 1;
  expect(marks).toBe(2);
  expect(shown).toContain(words.brief.dropped(2));
  expect(shown).toContain(words.brief.written);
});
