import { afterEach, beforeEach, expect, test } from 'vitest';
import { aBench, type Bench, direct } from './support.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await aBench();
});
afterEach(() => bench.close());

const look = async (live: typeof direct | null = null) =>
  Object.fromEntries((await bench.adapter.check!(live)).map((each) => [each.name, each]));
const again = async (given: Parameters<typeof aBench>[0]) => {
  await bench.close();
  bench = await aBench(given);
};

test('sets the webhook address, tries it, and shows the plan', async () => {
  bench.line.plan = { total: 200, used: 40 };
  const found = await look();

  expect(bench.line.webhook.endpoint).toBe('https://tidings.example/webhooks/line');
  expect(Object.values(found).every(({ ok }) => ok)).toBe(true);
  expect(found['message plan']!.detail).toBe('40 of 200 messages used this month');
  expect((await look()).webhook!.detail).not.toContain('set now');
});

test('a wrong token is named, and nothing else is tried', async () => {
  await again({ channelAccessToken: 'wrong' });
  expect(Object.keys(await look())).toEqual(['LINE_CHANNEL_ACCESS_TOKEN']);
  expect((await look()).LINE_CHANNEL_ACCESS_TOKEN).toMatchObject({
    ok: false,
    detail: expect.stringContaining('developers.line.biz'),
  });
});

test.for([
  [401, 'LINE_CHANNEL_SECRET'],
  [404, 'BASE_URL'],
  [503, 'npm start'],
  [502, 'reachable'],
] as const)('a webhook that answers LINE %i names what to mend', async ([status, named]) => {
  bench.line.webhookAnswers.status = status;
  expect((await look()).webhook).toMatchObject({ ok: false, detail: expect.stringContaining(named) });
});

test('a webhook that is switched off is told', async () => {
  bench.line.webhook.active = false;
  expect((await look()).webhook).toMatchObject({ ok: false, detail: expect.stringContaining('Use webhook') });
});

test.for([null, 'http://tidings.example'])(
  'without a public https address (%s) it says what to set',
  async (baseUrl) => {
    await again({ baseUrl });
    expect((await look()).webhook).toMatchObject({ ok: false, detail: expect.stringContaining('BASE_URL=https://') });
  },
);

test('a spent plan is no good news', async () => {
  bench.line.plan = { total: 200, used: 200 };
  expect((await look())['message plan']).toMatchObject({ ok: false, detail: expect.stringContaining('free replies') });
});

test('live, it posts once though asked twice', async () => {
  expect((await look(direct)).posting).toMatchObject({ ok: true });
  expect(bench.line.posted).toHaveLength(1);
});
