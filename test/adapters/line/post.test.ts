import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inTime } from '../../../adapters/line/client.ts';
import { writeFailure } from '../../../adapters/line/failure.ts';
import type { Part } from '../../../src/adapter.ts';
import { content, paragraph } from '../../../src/content.ts';
import { GiveUp, TryLater, Unsure } from '../../../src/errors.ts';
import type { PartId } from '../../../src/model.ts';
import { aDigest, partIds } from '../../support/builders.ts';
import { aBench, aHandle, aReplyTo, aTally, type Bench, direct, group, inGroup, lineChannel, user } from './support.ts';

let bench: Bench;
const push = '/v2/bot/message/push';
const reply = '/v2/bot/message/reply';
const said = content([paragraph('It opened on Monday.')]);

beforeEach(async () => {
  bench = await aBench();
});
afterEach(() => bench.close());

const newPart = () => randomUUID() as PartId;
const place = { channel: inGroup, thread: null };
function aPart(): Part {
  return bench.adapter.render(
    aDigest({ channel: inGroup, stories: 3, composedAt: new Date().toISOString() }),
    lineChannel(),
    partIds(),
  )[0]!;
}
const failure = (call: Promise<unknown>) => call.then(() => null).catch((error: unknown) => error);
const calls = (path: string) => bench.line.calls.filter((call) => call === `POST ${path}`).length;

describe('a reply', () => {
  test('goes by its token, which is free, and quotes the question', async () => {
    const handle = aHandle(bench.line.replyToken(user), { quoteToken: 'q1' });
    const posted = await bench.adapter.reply(aReplyTo({ handle }), said, newPart());

    expect(bench.line.posted).toMatchObject([
      { free: true, to: user, message: { type: 'text', text: 'It opened on Monday.', quoteToken: 'q1' } },
    ]);
    expect(posted.messages.map(({ id }) => id)).toEqual(bench.line.posted.map(({ id }) => `line:${id}`));
    expect(bench.line.plan.used).toBe(0);
  });

  test('is pushed when the token has died, and still quotes', async () => {
    const handle = aHandle(bench.line.replyToken(user), { quoteToken: 'q1', now: new Date(Date.now() - 120_000) });
    await bench.adapter.reply(aReplyTo({ handle }), said, newPart());

    expect(bench.line.posted).toMatchObject([{ free: false, message: { quoteToken: 'q1' } }]);
    expect(calls(reply)).toBe(0);
  });

  test('is pushed when LINE has forgotten the token before its time', async () => {
    const token = bench.line.replyToken(user);
    bench.line.pass(70_000);
    await bench.adapter.reply(aReplyTo({ handle: aHandle(token) }), said, newPart());

    expect(bench.line.posted).toMatchObject([{ free: false }]);
  });

  test('whose quote LINE refuses goes out without it', async () => {
    bench.line.next(reply, { kind: 'status', status: 400, body: { message: 'Invalid quote token' } });
    const handle = aHandle(bench.line.replyToken(user), { quoteToken: 'stale' });
    await bench.adapter.reply(aReplyTo({ handle }), said, newPart());

    expect(bench.line.posted).toMatchObject([{ free: true, message: { type: 'text', text: 'It opened on Monday.' } }]);
    expect(bench.line.posted[0]!.message.quoteToken).toBeUndefined();
  });

  test('that comes second to one event is pushed, for a token works once', async () => {
    const handle = aHandle(bench.line.replyToken(user));
    await bench.adapter.reply(aReplyTo({ handle }), said, newPart());
    await bench.adapter.reply(aReplyTo({ handle }), said, newPart());

    expect(bench.line.posted.map(({ free }) => free)).toEqual([true, false]);
    expect(calls(reply)).toBe(1);
  });

  test.for(['lost', 'dropped'] as const)('whose answer was %s stands once, however often it is tried', async (kind) => {
    const handle = aHandle(bench.line.replyToken(user));
    const part = newPart();
    bench.line.next(reply, { kind });
    expect(await failure(bench.adapter.reply(aReplyTo({ handle }), said, part))).toMatchObject({
      name: 'Unsure',
      final: false,
    });
    const again = await failure(bench.adapter.reply(aReplyTo({ handle, repeated: true }), said, part));

    if (kind === 'lost') expect(again).toMatchObject({ name: 'Unsure', final: true });
    else expect(again).toBeNull();
    expect(bench.line.posted).toMatchObject([{ free: true }]);
  });

  test('left open when its token died is never pushed', async () => {
    const handle = aHandle(bench.line.replyToken(user), { now: new Date(Date.now() - 120_000) });
    const error = await failure(bench.adapter.reply(aReplyTo({ handle, repeated: true }), said, newPart()));

    expect(error).toBeInstanceOf(Unsure);
    expect(error).toMatchObject({ final: true });
    expect(bench.line.posted).toEqual([]);
  });

  test('that was pushed and lost its answer is pushed again by the same key', async () => {
    const handle = aHandle(bench.line.replyToken(user), { now: new Date(Date.now() - 120_000) });
    const part = newPart();
    bench.line.next(push, { kind: 'lost' });
    await failure(bench.adapter.reply(aReplyTo({ handle }), said, part));
    const posted = await bench.adapter.reply(aReplyTo({ handle, repeated: true }), said, part);

    expect(bench.line.posted).toHaveLength(1);
    expect(posted.messages.map(({ id }) => id)).toEqual([`line:${bench.line.posted[0]!.id}`]);
  });
});

describe('a digest', () => {
  test('that somebody asked for goes by the reply token', async () => {
    bench.line.members.set(group, 40);
    bench.line.plan = { total: 200, used: 200 };
    const asked = aReplyTo({ place, handle: aHandle(bench.line.replyToken(group)) });
    const posted = await bench.adapter.post(place, aPart(), asked);

    expect(posted.messages).toHaveLength(1);
    expect(bench.line.posted[0]!.free).toBe(true);
    expect(bench.line.plan.used).toBe(200);
  });

  test('repeated by its key stands once, with the same ids', async () => {
    const part = aPart();
    const first = await bench.adapter.post(place, part);

    expect(await bench.adapter.post(place, part)).toEqual(first);
    expect(bench.line.posted).toHaveLength(1);
  });

  test('accepted before, by an answer that names no messages, is posted all the same', async () => {
    bench.line.next(push, { kind: 'status', status: 409, body: { message: 'The retry key is already accepted' } });
    expect(await bench.adapter.post(place, aPart())).toEqual({ messages: [], thread: null });
  });

  test('that LINE refuses to draw goes out in words', async () => {
    bench.line.next(push, {
      kind: 'status',
      status: 400,
      body: {
        message: 'A message (messages[0]) in the request body is invalid',
        details: [{ message: 'invalid property', property: '/hero' }],
      },
    });
    await bench.adapter.post(place, aPart());

    expect(bench.line.posted).toMatchObject([
      { message: { type: 'text', text: expect.stringContaining('Story 1 of the morning') } },
    ]);
    expect(bench.logged).toMatchObject([{ level: 'error', message: 'message refused, posted as plain text' }]);
  });
});

describe('a push', () => {
  test('a day old is not repeated, for LINE has forgotten its key', async () => {
    const digest = aDigest({ channel: inGroup, composedAt: new Date(Date.now() - 25 * 3_600_000).toISOString() });
    const [part] = bench.adapter.render(digest, lineChannel(), partIds());

    expect(await failure(bench.adapter.post(place, part!))).toMatchObject({ name: 'Unsure', final: true });
    expect(bench.line.calls).toEqual([]);
  });

  test('that LINE never answers is unsure, not waited for', async () => {
    const error = await failure(inTime(new Promise(() => {}), 5));

    expect(writeFailure('push', error)).toMatchObject({ name: 'Unsure', message: 'line push: no answer in time' });
  });

  test.for([
    {
      name: 'the second’s limit',
      trouble: { status: 429, body: { message: 'The API rate limit has been exceeded. Try again later.' } },
      kind: TryLater,
      is: { wide: true },
    },
    {
      name: 'the month’s plan',
      trouble: { status: 429, body: { message: 'You have reached your monthly limit.' } },
      kind: GiveUp,
      is: { closes: false, message: 'line push: the month’s message plan is spent'.replace('’', "'") },
    },
    {
      name: 'a wrong token',
      trouble: { status: 401, body: { message: 'Authentication failed.' } },
      kind: TryLater,
      is: { retryAfterSeconds: 300, wide: true },
    },
    {
      name: 'a chat that we were put out of',
      trouble: { status: 400, body: { message: 'Failed to send messages' } },
      kind: GiveUp,
      is: { closes: true },
    },
    {
      name: 'a receiver that is none',
      trouble: {
        status: 400,
        body: { message: "The property, 'to', in the request body is invalid (line: -, column: -)" },
      },
      kind: GiveUp,
      is: { closes: true },
    },
    {
      name: 'LINE’s own trouble',
      trouble: { status: 500, body: { message: 'Internal error' } },
      kind: Unsure,
      is: { final: false },
    },
    { name: 'a proxy that refuses', trouble: { status: 404, body: {} }, kind: TryLater, is: { retryAfterSeconds: 30 } },
    { name: 'a gateway that answers in HTML', trouble: { status: 502, body: {} }, kind: Unsure, is: { final: false } },
  ])('told of $name is $is', async ({ trouble, kind, is }) => {
    bench.line.next(push, { kind: 'status', ...trouble });
    const error = await failure(bench.adapter.post(place, aPart()));

    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject(is);
  });

  test('that reaches nobody may be tried later', async () => {
    const apiUrl = bench.line.apiUrl;
    const gone = await aBench({ apiUrl });
    await bench.close();
    const error = await failure(gone.adapter.post(place, aPart()));
    await gone.close();
    bench = await aBench();

    expect(error).toBeInstanceOf(TryLater);
  });

  test('of a spent plan is refused by the counterpart as by LINE', async () => {
    bench.line.members.set(group, 40);
    bench.line.plan = { total: 200, used: 161 };
    expect(await failure(bench.adapter.post(place, aPart()))).toMatchObject({ name: 'GiveUp', closes: false });
  });

  test('says in no error what was posted or to whom', async () => {
    bench.line.next(push, { kind: 'status', status: 500, body: { message: 'x' } });
    const error = (await failure(
      bench.adapter.reply(aReplyTo(), content([paragraph('a secret plan')]), newPart()),
    )) as Error;

    expect(error.message).not.toMatch(/secret|good-token|U[a]{8}/);
  });
});

describe('what it costs', () => {
  test('is the members of a group, of a plan that pushes use up', async () => {
    bench.line.members.set(group, 40);
    bench.line.plan = { total: 200, used: 10 };
    expect(await bench.adapter.allowance!(inGroup)).toEqual({ perDigest: 40, total: 200, used: 10 });
    await bench.adapter.post(place, aPart());

    await expect.poll(() => bench.adapter.allowance!(inGroup)).toEqual({ perDigest: 40, total: 200, used: 50 });
    expect(bench.line.calls.filter((call) => call.endsWith('/message/quota'))).toHaveLength(1);
  });

  test('counts what another process has pushed, to a group that nobody has asked about there', async () => {
    bench.line.members.set(group, 40);
    bench.line.plan = { total: 200, used: 10 };
    const tally = aTally();
    const [one, other] = await Promise.all([1, 2].map(() => aBench({ line: bench.line, tally })));
    expect(await one!.adapter.allowance!(direct)).toMatchObject({ used: 10 });
    await other!.adapter.post(place, aPart());

    await expect.poll(() => one!.adapter.allowance!(direct)).toMatchObject({ used: 50 });
  });

  test('is one for a person, and has no end without a limit', async () => {
    expect(await bench.adapter.allowance!(direct)).toEqual({ perDigest: 1, total: null, used: 0 });
  });

  test('is not known where LINE does not tell', async () => {
    bench.line.next('/v2/bot/message/quota', { kind: 'dropped' });
    expect(await bench.adapter.allowance!(direct)).toBeNull();
    expect(await bench.adapter.allowance!(direct)).not.toBeNull();
  });

  test('is asked anew when somebody joins the group', async () => {
    const { anEvent, fromGroup } = await import('./support.ts');
    bench.line.members.set(group, 40);
    await bench.adapter.allowance!(inGroup);
    bench.line.members.set(group, 41);
    await bench.send(
      anEvent({ type: 'memberJoined', joined: { members: [{ type: 'user', userId: user }] }, ...fromGroup }),
    );

    expect(await bench.adapter.allowance!(inGroup)).toMatchObject({ perDigest: 41 });
  });
});

test('the loading animation shows at once, one-to-one only', async () => {
  await bench.adapter.working!(aReplyTo());
  await bench.adapter.working!(aReplyTo({ place }));
  bench.line.next('/v2/bot/chat/loading/start', { kind: 'dropped' });
  await bench.adapter.working!(aReplyTo());

  expect(bench.line.loading).toEqual([user]);
});
