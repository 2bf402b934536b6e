/** Who may follow which source, by its number. */
import { expect } from 'vitest';
import type { Action } from '../../src/action.ts';
import type { ChannelId } from '../../src/model.ts';
import { addFeed } from '../../src/store/feeds.ts';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { storeTest } from '../support/store.ts';
import { aTown, channel } from '../support/talk.ts';

const neighbour = 'fake:W1/C2' as ChannelId;
const stranger = 'fake:W2/C1' as ChannelId;
const secret = { url: 'https://letters.example.com/feed?token=91c27bd04e55', name: 'The Inner Circle' };

storeTest('a source that others brought by a private address is followed in their workspace alone', async ({ db }) => {
  const town = await aTown(db);
  const id = await addFeed(db, secret);
  await town.say(`subscribe ${secret.url}`);

  expect((await town.say(`subscribe feed:${id}`, { channel: neighbour }))[0]).toContain('The Inner Circle');
  expect((await town.say(`subscribe feed:${id}`, { channel: stranger }))[0]).not.toContain('The Inner Circle');

  expect(await subscriptionsOf(db, channel)).toMatchObject([{ kind: 'feed', value: String(id) }]);
  expect(await subscriptionsOf(db, neighbour)).toHaveLength(1);
  expect(await subscriptionsOf(db, stranger)).toEqual([]);
});

storeTest('nor is it found by its name, or by words of it', async ({ db }) => {
  const town = await aTown(db);
  await addFeed(db, secret);
  await town.say(`subscribe ${secret.url}`);

  expect((await town.say('sources circle'))[0]).toContain('The Inner Circle');
  expect((await town.say('sources circle', { channel: stranger }))[0]).not.toContain('The Inner Circle');
  await town.say('subscribe The Inner Circle', { channel: stranger });
  await town.say('less The Inner Circle', { channel: stranger });

  expect(await subscriptionsOf(db, stranger)).toEqual([]);
  expect(await town.deps.db.selectFrom('rules').select('value').execute()).toEqual([
    { value: 'keyword:The Inner Circle' },
  ]);
});

storeTest('a public source is followed by its number by anybody', async ({ db }) => {
  const town = await aTown(db);
  const id = await addFeed(db, { url: 'https://news.example.com/feed.xml', name: 'The Square' });

  expect((await town.say(`subscribe feed:${id}`, { channel: stranger }))[0]).toContain('The Square');
});

storeTest(
  'of several private feeds of a page the offered buttons work, for the channel that named the page',
  async ({ db }) => {
    const town = await aTown(db);
    const id = await addFeed(db, secret);
    const other = await addFeed(db, { url: `${secret.url}&all=1`, name: 'The Outer Circle' });
    town.deps.findFeeds = async () => ({
      kind: 'several',
      feeds: [
        { id, name: secret.name },
        { id: other, name: 'The Outer Circle' },
      ],
    });
    await town.say('subscribe https://letters.example.com/');
    const { buttons } = town.fake.posts.at(-1)!.payload as { buttons: { press: Action }[] };
    const press = { kind: 'press' as const, action: buttons[1]!.press, message: null, parent: null };

    expect((await town.tell({ ...press, channel: stranger }))[0]).not.toContain('The Outer Circle');
    expect((await town.tell(press))[0]).toContain('The Outer Circle');
  },
);
