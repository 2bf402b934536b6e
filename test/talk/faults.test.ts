/** What goes wrong while somebody waits for an answer. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Adapter, AnswerStream, Inbound } from '../../src/adapter.ts';
import { type Content, content, paragraph, plainText } from '../../src/content.ts';
import { GiveUp, TryLater, Unsure } from '../../src/errors.ts';
import type { ChannelId, MessageId } from '../../src/model.ts';
import type { Database } from '../../src/store/database.ts';
import { type InboundId, storeInbound } from '../../src/store/inbound.ts';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { handleInbound } from '../../src/talk/handle.ts';
import { storeTest } from '../support/store.ts';
import { aTown, channel, someNews, type Town } from '../support/talk.ts';

const sorry = /went wrong/;

async function stored(db: Database, town: Town, over: Partial<Inbound> & Record<string, unknown>): Promise<InboundId> {
  const inbound = {
    channel: channel as ChannelId,
    event: randomUUID(),
    author: { id: 'U1', name: 'Ada', administrator: null },
    handle: null,
    channelName: 'news',
    direct: true,
    kind: 'message',
    address: 'direct',
    message: null,
    parent: null,
    files: [],
    ...over,
  } as Inbound;
  return (await storeInbound(db, town.deps.seal, inbound, town.deps.now()))!;
}

async function aReader(db: Database, adapter: Partial<Adapter> = {}): Promise<Town> {
  const town = await aTown(db, { adapter });
  await someNews(db, new Date());
  await town.say('subscribe science');
  await town.say('digest');
  return town;
}

const question = 'How many experts did the comet named Halvorsen surprise?';

storeTest('a stream whose answer never comes is ended with a word that it went wrong', async ({ db }) => {
  const edits: string[] = [];
  const stream = async (): Promise<AnswerStream> => ({
    posted: { messages: [{ id: 'fake:stream' as MessageId, story: null }], thread: null },
    append: async () => {},
    finish: async () => {
      throw new Error('never finished');
    },
  });
  const edit = async (_place: unknown, _message: unknown, said: Content) => void edits.push(plainText(said));
  const town = await aReader(db, { stream, edit });
  Object.assign(town.deps, {
    answerer: {
      answer: async (_: never, onText?: (text: string) => Promise<void>) => {
        await onText?.('So');
        throw new TypeError('a mistake of ours');
      },
    },
  });
  const id = await stored(db, town, { text: question });

  for (let attempt = 1; attempt <= 5; attempt++) await handleInbound(id, town.deps).catch(() => {});

  expect(edits).toEqual([expect.stringMatching(sorry)]);
  expect(await db.selectFrom('deliveries').select('id').where('state', '=', 'open').execute()).toEqual([]);
});

storeTest(
  'what stands of a stream that was opened without our knowing is mended, and not taken for the answer',
  async ({ db }) => {
    const edits: string[] = [];
    const town: Town = await aReader(db, {
      stream: async (to, part) => {
        town.fake.posts.push({ part, channel: to.place.channel, payload: content([paragraph('Working…')]) });
        throw new Unsure('fake post: no answer in time');
      },
      edit: async (_place, _message, said) => void edits.push(plainText(said)),
    });
    const { answerer } = town.deps;
    Object.assign(town.deps, {
      answerer: {
        answer: async (asked: never, onText?: (text: string) => Promise<void>) => {
          await onText?.('So');
          return answerer.answer(asked);
        },
      },
    });
    const posts = town.fake.posts.length;

    await town.say(question);

    expect(town.fake.posts).toHaveLength(posts + 1);
    expect(edits).toEqual([expect.stringContaining('6 experts')]);
    expect(await db.selectFrom('deliveries').select('id').where('state', '!=', 'posted').execute()).toEqual([]);
  },
);

storeTest('an event that ended the process each time is not tried for ever', async ({ db }) => {
  const town = await aReader(db);
  const id = await stored(db, town, { text: question });
  await db.updateTable('inbound').set({ attempts: 5 }).where('id', '=', id).execute();
  const posts = town.fake.posts.length;

  await handleInbound(id, town.deps);

  expect(town.fake.posts.slice(posts).map(({ payload }) => plainText(payload as Content))).toEqual([
    expect.stringMatching(sorry),
  ]);
  expect(await db.selectFrom('inbound').select('id').where('state', '=', 'waiting').execute()).toEqual([]);
});

storeTest('a file that the platform does not give is told at once', async ({ db }) => {
  const town = await aReader(db, {
    download: async () => {
      throw new GiveUp('slack file: over 1 MB');
    },
  });

  const [answer] = await town.say('', { files: [{ name: 'feeds.opml', ref: 'x' }] });

  expect(answer).toContain('That file cannot be read');
});

storeTest(
  'a question that is taken back while its answer is looked for is neither answered nor remembered',
  async ({ db }) => {
    const town = await aReader(db);
    const { answerer } = town.deps;
    const message = 'fake:m1' as MessageId;
    Object.assign(town.deps, {
      answerer: {
        answer: async (asked: never) => {
          await handleInbound(await stored(db, town, { kind: 'unsent', message, author: nobody }), town.deps);
          return answerer.answer(asked);
        },
      },
    });
    const posts = town.fake.posts.length;

    await town.say(question, { message });

    expect(town.fake.posts).toHaveLength(posts);
    expect(await db.selectFrom('turns').select('question').where('message', '=', message).execute()).toEqual([]);
  },
);

const list = '<opml version="2.0"><body><outline type="rss" text="A" xmlUrl="https://a.example/feed"/></body></opml>';

storeTest('a list of feeds is imported by who may change what is followed, and by nobody else', async ({ db }) => {
  const download = async () => new TextEncoder().encode(list);
  const town = await aTown(db, { adminsOnly: true, adapter: { download } });
  const sent = { direct: false, address: 'mention', files: [{ name: 'feeds.opml', ref: 'x' }] };
  const by = (administrator: boolean) => ({ author: { id: 'U9', name: 'Bo', administrator } });

  await town.say('', { ...sent, ...by(false) });
  expect(await subscriptionsOf(db, channel)).toEqual([]);
  await town.say('', { ...sent, ...by(true) });
  expect(await subscriptionsOf(db, channel)).toHaveLength(1);
});

storeTest('a picture beside a question is no list of feeds', async ({ db }) => {
  const town = await aReader(db, { download: async () => new Uint8Array([137, 80, 78, 71]) });

  expect((await town.say(question, { files: [{ name: 'comet.png', ref: 'x' }] }))[0]).toContain('6 experts');
});

storeTest(
  'that all is deleted is said also when the platform holds us back, and nothing comes back by it',
  async ({ db }) => {
    const town = await aReader(db);
    await town.say('forget');
    town.fake.faults.push({ error: new TryLater('fake post: 429', 0.01), after: false });
    const id = await stored(db, town, { text: 'forget yes' });

    for (let attempt = 1; attempt <= 2; attempt++) await handleInbound(id, town.deps).catch(() => {});

    expect(plainText(town.fake.posts.at(-1)!.payload as Content)).toMatch(/deleted/i);
    expect(await db.selectFrom('channels').select('id').execute()).toEqual([]);
  },
);

storeTest('what cannot be said of a deletion is not tried by bringing the channel back', async ({ db }) => {
  const town = await aReader(db);
  await town.say('forget');
  for (let n = 0; n < 3; n++) town.fake.faults.push({ error: new GiveUp('fake post: gone'), after: false });
  const id = await stored(db, town, { text: 'forget yes' });

  for (let attempt = 1; attempt <= 2; attempt++) await handleInbound(id, town.deps).catch(() => {});

  expect(await db.selectFrom('channels').select('id').execute()).toEqual([]);
  expect(await db.selectFrom('inbound').select('id').where('state', '=', 'waiting').execute()).toEqual([]);
});

const nobody = { id: '', name: null, administrator: null };
