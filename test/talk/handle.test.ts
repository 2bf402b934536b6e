import { describe, expect } from 'vitest';
import { action } from '../../src/action.ts';
import type { Adapter, AnswerStream, Inbound } from '../../src/adapter.ts';
import type { ChannelId, MessageId } from '../../src/model.ts';
import { createSeal } from '../../src/seal.ts';
import { findChannel, plannedDigest } from '../../src/store/channels.ts';
import type { Database } from '../../src/store/database.ts';
import { claimInbound, storeInbound, wakeInbound } from '../../src/store/inbound.ts';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { handleInbound } from '../../src/talk/handle.ts';
import { aFeed } from '../story/build.ts';
import { storeTest } from '../support/store.ts';
import { aTown, channel, someNews } from '../support/talk.ts';

const said = {
  channel,
  author: { id: 'U1', name: 'Ada', administrator: null },
  handle: null,
  channelName: null,
  direct: true,
} as const;

storeTest('an event that is told twice is answered once, also by two workers at once', async ({ db }) => {
  const { fake, deps } = await aTown(db);
  const seal = createSeal('secret');
  const inbound: Inbound = {
    ...said,
    event: 'E1',
    kind: 'message',
    text: 'help',
    address: 'direct',
    message: null,
    parent: null,
    files: [],
  };
  const id = await storeInbound(db, seal, inbound, new Date());
  expect(await storeInbound(db, seal, inbound, new Date())).toBeNull();
  await Promise.all([1, 2, 3].map(() => handleInbound(id!, deps)));
  await handleInbound(id!, deps);
  expect(fake.posts).toHaveLength(1);
});

storeTest('a new channel speaks as the event tells of its person, before the platform is asked', async ({ db }) => {
  const { say } = await aTown(db, {
    adapter: { person: async () => ({ administrator: true, language: 'ko', zone: 'Asia/Seoul' }) },
  });
  const author = { id: 'U1', name: null, administrator: true, locale: { language: 'ja', zone: null } };
  expect((await say('list', { author })).join()).toMatch(/[ぁ-ん]/);
  expect(await findChannel(db, channel)).toMatchObject({ language: 'ja', zone: 'UTC', createdBy: 'U1' });
});

storeTest('a channel that is made while samples stand in gets them, where the platform shows them', async ({ db }) => {
  const { say } = await aTown(db, { adapter: { samples: true } });
  await say('help', { channel: 'fake:W1/C2' });
  await aFeed(db, { sample: true });
  await say('help');
  expect((await findChannel(db, 'fake:W1/C2' as ChannelId))?.sample).toBe(false);
  expect((await findChannel(db, channel))?.sample).toBe(true);

  const other = await aTown(db);
  await other.say('help', { channel: 'fake:W1/C3' });
  expect((await findChannel(db, 'fake:W1/C3' as ChannelId))?.sample).toBe(false);
});

storeTest('a worker killed after its reply was posted does not reply again', async ({ db }) => {
  const { fake, deps } = await aTown(db);
  const seal = createSeal('secret');
  const inbound: Inbound = {
    ...said,
    event: 'E2',
    kind: 'message',
    text: 'topics',
    address: 'direct',
    message: null,
    parent: null,
    files: [],
  };
  const id = await storeInbound(db, seal, inbound, new Date());
  await handleInbound(id!, deps);
  // As if it had died before it could say that it was done.
  await db.updateTable('inbound').set({ state: 'waiting', claimed_until: null }).execute();
  await handleInbound(id!, deps);
  expect(fake.posts).toHaveLength(1);
});

storeTest(
  'an event whose job was lost is woken by one scheduler, and what is at work is left alone',
  async ({ db }) => {
    const seal = createSeal('secret');
    const inbound: Inbound = { ...said, event: 'E3', kind: 'joined' };
    const id = await storeInbound(db, seal, inbound, new Date());
    const later = new Date(Date.now() + 10_000);
    expect((await Promise.all([1, 2].map(() => wakeInbound(db, later, 5, ['fake'])))).flat()).toEqual([id]);
    expect(await wakeInbound(db, new Date(later.getTime() + 25_000), 5, ['other'])).toEqual([]);
    await claimInbound(db, seal, id!, later);
    expect(await wakeInbound(db, new Date(later.getTime() + 25_000), 5, ['fake'])).toEqual([]);
  },
);

storeTest(
  'from hello to subscribed: a first story comes at once, the digest is planned, nothing floods',
  async ({ db }) => {
    const town = await aTown(db);
    await someNews(db, new Date());
    expect((await town.tell({ kind: 'joined' }))[0]).toContain('I am Tidings');
    const [confirmed, taste, ...more] = await town.tell({
      kind: 'press',
      action: action('do', { value: 'subscribe science' }),
      message: null,
      parent: null,
    });
    expect(confirmed).toContain('Following Science');
    expect(taste).toMatch(/Oslo|Peru|Lyon|Halvorsen/);
    expect(more).toEqual([]);
    expect(await plannedDigest(db, channel)).not.toBeNull();
    const [again] = await town.say('subscribe science, nonsense thing');
    expect(again).toContain('Already following Science');
    expect(again).toContain('subscribe "nonsense thing"');
  },
);

storeTest('a digest asked for has what is new, then the same again, and never one story twice', async ({ db }) => {
  const town = await aTown(db);
  await someNews(db, new Date());
  await town.say('subscribe science');
  const first = await town.say('digest');
  expect(first.length).toBe(3);
  const second = await town.say('digest');
  expect(second).toEqual(first);
  expect(await town.say('why 1')).toEqual([expect.stringMatching(/matches your topic Science/)]);
});

storeTest('a question is answered from the story, in quotes, and what it does not say is said so', async ({ db }) => {
  const town = await aTown(db);
  await someNews(db, new Date());
  await town.say('subscribe science');
  await town.say('digest');
  expect((await town.say('How many experts did the comet named Halvorsen surprise?'))[0]).toContain('6 experts');
  expect((await town.say('What is the price of butter in Norway?'))[0]).toMatch(
    /doesn’t say|Nothing in the recent stories/,
  );
});

storeTest('more and less become rules that are listed and can be taken back', async ({ db }) => {
  const town = await aTown(db);
  await someNews(db, new Date());
  await town.say('subscribe science');
  const { story_id } = await db.selectFrom('articles').select('story_id').executeTakeFirstOrThrow();
  const [told] = await town.tell({
    kind: 'press',
    action: action('less', { story: story_id as never }),
    message: null,
    parent: null,
  });
  expect(told).toContain('Less like this');
  expect((await town.say('list'))[0]).toMatch(/^1\. less/m);
  expect((await town.say('undo 1'))[0]).toContain('Taken back');
  expect((await town.say('list'))[0]).not.toContain('Rules');
});

describe('settings', () => {
  storeTest(
    'a form sets everything at once, lets go what it no longer names, and says what was wrong',
    async ({ db }) => {
      const town = await aTown(db);
      await town.say('subscribe science, space');
      const values = {
        topics: 'space, ai',
        time: '06:15',
        zone: 'Asia/Tokyo',
        days: 'weekdays',
        stories: '5',
        layout: 'cards',
        language: 'ja',
      };
      await town.tell({ kind: 'form', values, parent: null });
      expect(await findChannel(db, channel)).toMatchObject({
        time: '06:15',
        zone: 'Asia/Tokyo',
        days: [1, 2, 3, 4, 5],
        stories: 5,
        layout: 'cards',
        language: 'ja',
      });
      expect((await subscriptionsOf(db, channel)).map(({ value }) => value)).toEqual(['space', 'ai']);
      const [wrong] = await town.tell({ kind: 'form', values: { time: '25:00' }, parent: null });
      expect(wrong).toContain('25:00');
    },
  );

  storeTest(
    'members without the right are refused privately and may still ask; the platform’s word decides',
    async ({ db }) => {
      const town = await aTown(db, {
        adminsOnly: true,
        adapter: {
          person: async (_channel, author) => ({ administrator: author === 'U9', zone: null, language: null }),
        },
      });
      const member = { direct: false, author: { id: 'U2', name: null, administrator: false } };
      expect((await town.say('subscribe science', { ...member, address: 'mention' }))[0]).toContain('administrators');
      expect((await town.say('topics', { ...member, address: 'mention' }))[0]).toContain('Topics');
      const chief = { direct: false, author: { id: 'U9', name: null, administrator: null } };
      expect((await town.say('subscribe science', { ...chief, address: 'mention' }))[0]).toContain('Following');
    },
  );

  storeTest('forget asks once more, says who asked, and leaves nothing but unlinkable marks', async ({ db }) => {
    const town = await aTown(db);
    await someNews(db, new Date());
    await town.say('subscribe science');
    await town.say('digest');
    expect((await town.say('forget yes'))[0]).toContain('Nothing is waiting');
    expect((await town.say('forget', { direct: false, address: 'mention' }))[0]).toContain('Ada asks');
    await town.tell({ kind: 'press', action: action('do', { value: 'forget yes' }), message: null, parent: null });
    expect(await findChannel(db, channel)).toBeNull();
    for (const table of ['subscriptions', 'digests', 'deliveries', 'messages', 'turns', 'rules'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    await town.say('subscribe science');
    expect((await town.say('digest'))[0]).toContain('Nothing new');
  });
});

storeTest('left or closed channels stop; put out, all that was kept of the workspace goes', async ({ db }) => {
  const town = await aTown(db);
  await town.say('subscribe science');
  await town.tell({ kind: 'closed', reason: 'archived' });
  expect(await findChannel(db, channel)).toMatchObject({ state: 'closed', closedReason: 'archived' });
  expect(await plannedDigest(db, channel)).toBeNull();
  await town.say('list');
  expect(await findChannel(db, channel)).toMatchObject({ state: 'active' });
  await town.tell({ kind: 'gone', workspace: true });
  expect(await findChannel(db, channel)).toBeNull();
});

storeTest('a channel that was paused before it was closed is paused when it opens again', async ({ db }) => {
  const town = await aTown(db);
  await town.say('subscribe science');
  await town.say('pause');
  await town.tell({ kind: 'closed', reason: 'archived' });
  await town.say('list');
  expect(await findChannel(db, channel)).toMatchObject({ state: 'paused', closedReason: null });
  expect(await plannedDigest(db, channel)).toBeNull();
});

storeTest('people who talk to each other in a thread are left alone', async ({ db }) => {
  const town = await aTown(db);
  await town.say('hello');
  const group = {
    direct: false,
    address: 'none',
    parent: 'fake:other-thread' as MessageId,
    author: { id: 'U5', name: null, administrator: null },
  };
  expect(await town.say('shall we have lunch?', group)).toEqual([]);
  expect(await town.say('what do you think of the story?', { ...group, address: 'others' })).toEqual([]);
});

storeTest('a stream that breaks is finished by an edit of what was opened, once', async ({ db }) => {
  const edits: string[] = [];
  const stream = async (): Promise<AnswerStream> => ({
    posted: { messages: [{ id: 'fake:stream' as MessageId, story: null }], thread: null },
    append: async () => {
      throw new Error('message_not_in_streaming_state');
    },
    finish: async () => {
      throw new Error('gone');
    },
  });
  const town = await aStreamingTown(db, { stream, edit: async (_place, message) => void edits.push(message) });
  const posts = town.fake.posts.length;
  await town.say('How many experts did the comet named Halvorsen surprise?');
  expect(edits).toEqual(['fake:stream']);
  expect(town.fake.posts).toHaveLength(posts);
  expect(await db.selectFrom('deliveries').select('id').where('state', '!=', 'posted').execute()).toEqual([]);
});

storeTest('a stream that cannot be opened costs the answer no time', async ({ db }) => {
  const stream = () => Promise.reject(new Error('not_allowed'));
  const town = await aStreamingTown(db, { stream });
  expect((await town.say('How many experts did the comet named Halvorsen surprise?')).join()).toContain('Halvorsen');
  expect(await db.selectFrom('deliveries').select('id').where('state', '!=', 'posted').execute()).toEqual([]);
});

/** With a digest, and an answerer that shows its first word before it has the answer. */
async function aStreamingTown(db: Database, adapter: Partial<Adapter>) {
  const town = await aTown(db, { adapter });
  await someNews(db, new Date());
  await town.say('subscribe science');
  await town.say('digest');
  const answerer = town.deps.answerer;
  Object.assign(town.deps, {
    answerer: {
      answer: async (question: never, onText?: (text: string) => Promise<void>) => {
        await onText?.('So');
        return answerer.answer(question);
      },
    },
  });
  return town;
}
