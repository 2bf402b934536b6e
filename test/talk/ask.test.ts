import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { StoryText } from '../../src/brief/writer.ts';
import type { Content } from '../../src/content.ts';
import { findChannel } from '../../src/store/channels.ts';
import { subscribe, subscriptionsOf } from '../../src/store/subscriptions.ts';
import { placeArticles } from '../../src/story/place.ts';
import { headlineIn } from '../../src/talk/about.ts';
import { aFeed, anArticle, placing } from '../story/build.ts';
import { storeTest } from '../support/store.ts';
import { aMorning, aTown, channel, someNews } from '../support/talk.ts';

describe('outside of any thread', () => {
  storeTest('what nobody wrote of is not laid at the door of the story before', async ({ db }) => {
    const town = await aMorning(db);
    expect((await town.say('How many experts did the comet named Halvorsen surprise?'))[0]).toContain('6 experts');
    for (const text of [
      'what is the capital of France?',
      'asdf qwer zxcv',
      'is there any news about Tesla?',
      'blah blah tunnel ☃',
    ])
      expect(await town.say(text)).toEqual([expect.stringMatching(/^Nothing in the recent stories/)]);
  });

  storeTest(
    'a question that points back stays with the story, one with words of its own may leave it',
    async ({ db }) => {
      const town = await aMorning(db);
      await town.say('How many experts did the comet named Halvorsen surprise?');
      expect((await town.say('and when does it pass the Sun?'))[0]).toContain('3 December');
      expect((await town.say('How long did the drivers of the Lyon trams stop work?'))[0]).toContain('three days');
    },
  );

  storeTest('a passage of a story that was not named says which it is of', async ({ db }) => {
    const town = await aMorning(db);
    expect((await town.say('Who charged the ferry in Oslo in nine seconds?'))[0]).toContain('Oslo ferry runs on');
  });

  storeTest('what an answer has just told, or was asked before, is not offered to be asked', async ({ db }) => {
    const town = await aTown(db);
    const feed = await aFeed(db, { name: 'Wire', topics: ['science'] });
    const title = 'Orrery Labs releases Kestrel 3';
    const sentences = [
      'Orrery Labs released Kestrel 3 on Monday, a language model with 34 billion parameters.',
      'A larger version with 90 billion parameters is due in March 2027.',
      'The laboratory opened a second office in Lisbon in October.',
    ];
    await anArticle(db, feed, { title, sentences, publishedAt: new Date(Date.now() - 3_600_000) });
    await placeArticles(placing(db));
    await town.say('subscribe science');
    const offered = async (question: string) => {
      const [said] = await town.say(question);
      const { buttons } = town.fake.posts.at(-1)!.payload as Content;
      return { said, labels: buttons.map(({ label }) => label).filter((label) => label.endsWith('?')) };
    };
    const first = await offered('How many parameters does Kestrel 3 have?');
    expect(first.said).toContain('34 billion');
    expect(first.labels.length).toBeGreaterThan(0);
    expect(first.labels.join()).not.toMatch(/What did Orrery Labs release/);

    const [next] = first.labels;
    const second = await offered(next!);
    expect(second.labels).not.toContain(next);
  });

  storeTest('a number alone is that story, and what is asked of it goes to it', async ({ db }) => {
    const town = await aMorning(db);
    const digest = await db
      .selectFrom('digests')
      .select('body')
      .orderBy('composed_at', 'desc')
      .executeTakeFirstOrThrow();
    const { headline } = digest.body.stories[1]!;
    expect((await town.say('2'))[0]).toContain(headline);
    expect((await town.say('story 2'))[0]).toMatch(new RegExp(`^${headline}\\n[^]*What would you like to know\\?$`));
    expect((await town.say('summarize story 2'))[0]).toContain('Key takeaway');
  });

  storeTest('greetings, thanks and thumbs are no questions', async ({ db }) => {
    const town = await aMorning(db);
    await town.say('How many experts did the comet named Halvorsen surprise?');
    expect((await town.say('hi there'))[0]).toContain('I am Tidings');
    for (const text of ['thanks!', '👍']) expect((await town.say(text))[0]).toContain('Glad to help');
  });

  storeTest('a setting’s value is enough, but not in the thread of a story', async ({ db }) => {
    const town = await aMorning(db);
    expect((await town.say('7:30'))[0]).toContain('07:30');
    await town.say('time 6:00 in Tokyo');
    expect(await findChannel(db, channel)).toMatchObject({ time: '06:00', zone: 'Asia/Tokyo' });
    await town.say('9:15', { parent: 'fake:thread' });
    expect(await findChannel(db, channel)).toMatchObject({ time: '06:00' });
  });
});

storeTest('a plain yes confirms a deletion, and means nothing when none waits', async ({ db }) => {
  const town = await aMorning(db);
  expect((await town.say('yes'))[0]).not.toContain('Deleted');
  await town.say('forget');
  expect((await town.say('yes'))[0]).toContain('Deleted');
  expect(await findChannel(db, channel)).toBeNull();
});

storeTest('a digest is not made of what is followed no more', async ({ db }) => {
  const town = await aMorning(db);
  await town.say('unsubscribe all');
  expect(await town.say('digest')).toEqual([expect.stringContaining('follows nothing yet')]);
});

storeTest('what does not move the next digest does not tell of it', async ({ db }) => {
  const town = await aMorning(db);
  for (const text of ['stories 5', 'layout cards', 'quiet on'])
    expect((await town.say(text))[0]).not.toContain('next digest');
  for (const text of ['time 9', 'days mon', 'timezone UTC+9'])
    expect((await town.say(text))[0]).toContain('next digest');
});

storeTest('a form with no day chosen says so, and leaves the days', async ({ db }) => {
  const town = await aMorning(db);
  expect((await town.tell({ kind: 'form', values: { days: '', stories: '5' }, parent: null }))[0]).toContain(
    'days weekdays',
  );
  expect(await findChannel(db, channel)).toMatchObject({ days: [1, 2, 3, 4, 5, 6, 7], stories: 5 });
});

storeTest('an address of our own that feeds may be read from is refused to people', async ({ db }) => {
  const server = createServer((_, response) => response.end('<p>The secret figures of this machine.</p>'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const town = await aTown(db, { allow: [origin] });
  for (const text of [`${origin}/metrics`, `subscribe ${origin}/metrics`, `import ${origin}/metrics`])
    expect((await town.say(text))[0]).toContain('usual ports');
  server.close();
});

storeTest('two topics with an and between are two; what is one name stays one', async ({ db }) => {
  const town = await aTown(db);
  expect((await town.say('subscribe to AI and space'))[0]).toContain('Following Artificial intelligence and Space');
  expect((await town.say('subscribe research and development'))[0]).toContain('“research and development”');
});

storeTest('a question in another language than its story is told why nothing is found', async ({ db }) => {
  const town = await aTown(db);
  const feed = await aFeed(db, { name: '朝凪新報', topics: ['science'] });
  const sentences = ['汐見市は見守りの実験をまとめた。', '転倒は4割減った。', '費用は2億円だった。'];
  await anArticle(db, feed, { title: '夜の見守りをAIが補助', sentences, language: 'ja', publishedAt: new Date() });
  await placeArticles(placing(db));
  await town.say('subscribe science');
  await town.say('digest');
  await town.say('story 1');
  expect((await town.say('and why did it happen?'))[0]).toContain('The article is in Japanese');
  expect((await town.say('市長はだれですか？'))[0]).not.toContain('The article is in Japanese');
});

storeTest('import without a file and export without a source say what to do', async ({ db }) => {
  const town = await aTown(db);
  expect(await town.say('import')).toEqual(['Tell me a little more, for example import https://…/feeds.opml']);
  expect((await town.say('export'))[0]).toContain('follows nothing yet');
});

storeTest(
  'a topic is called what the channel’s language calls it, whatever it spoke when it was followed',
  async ({ db }) => {
    const town = await aTown(db);
    await someNews(db, new Date());
    await town.say('subscribe science');
    await town.say('language ja');
    await town.say('digest');
    expect((await town.say('why 1'))[0]).toContain('購読中のトピック：科学');
  },
);

storeTest(
  'a form that names hundreds of sources lets go of none of them, nor of what shares its name',
  async ({ db }) => {
    const town = await aTown(db);
    for (let n = 0; n < 150; n++) await aFeed(db, { name: `Gazette of the ${n}th district` });
    const twins = await Promise.all(['Twin', 'Twin, too'].map((name) => aFeed(db, { name })));
    await db.updateTable('feeds').set({ name: 'Twin' }).where('id', 'in', twins).execute();
    const feeds = await db.selectFrom('feeds').select(['id', 'name']).execute();
    const wanted = feeds.filter(({ id }) => id !== twins[1]);
    await town.say('subscribe "solid state"');
    await subscribe(
      db,
      channel,
      wanted.map(({ id, name }) => ({ kind: 'feed', value: String(id), label: name })),
    );
    const topics = (await subscriptionsOf(db, channel)).map(({ label }) => label).join(', ');
    expect(topics.length).toBeGreaterThan(2_000);
    const [saved] = await town.tell({ kind: 'form', values: { topics: `${topics}, science` }, parent: null });
    expect(saved).toContain('Saved');
    expect(await subscriptionsOf(db, channel)).toHaveLength(wanted.length + 2);
    await town.tell({ kind: 'form', values: { topics: 'science' }, parent: null });
    expect((await subscriptionsOf(db, channel)).map(({ value }) => value)).toEqual(['science']);
  },
);

storeTest('words to type are marked as such, not put between backticks', async ({ db }) => {
  const town = await aTown(db);
  for (const text of ['subscrbe ai', 'subscribe nonsense', 'pause', 'undo 9', 'why 1', 'digest', 'unsubscribe all']) {
    await town.say(text);
    const { blocks } = town.fake.posts.at(-1)!.payload as Content;
    expect(JSON.stringify(blocks), text).not.toContain('`');
    expect(JSON.stringify(blocks), text).toContain('"code"');
  }
});

test('a story is called what the channel’s language calls it, else what it is called itself', () => {
  const text = {
    story: { headline: '汐見市で実験' },
    articles: [
      { language: 'ja', title: '汐見市で実験' },
      { language: 'en', title: 'A trial at Shiomi' },
    ],
  } as StoryText;
  expect(headlineIn('en', text)).toBe('A trial at Shiomi');
  expect(headlineIn('ko', text)).toBe('汐見市で実験');
});
