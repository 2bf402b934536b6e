/** What people wish in their own words, and what they are told. */
import { describe, expect } from 'vitest';
import type { Action } from '../../src/action.ts';
import type { Content } from '../../src/content.ts';
import { findChannel } from '../../src/store/channels.ts';
import type { Database } from '../../src/store/database.ts';
import { lastDigests } from '../../src/store/digests.ts';
import { listRules } from '../../src/store/rules.ts';
import { placeArticles } from '../../src/story/place.ts';
import { aFeed, anArticle, placing } from '../story/build.ts';
import { storeTest } from '../support/store.ts';
import { aMorning, aTown, channel, someNews } from '../support/talk.ts';

describe('more and less like a story', () => {
  storeTest('by its number, once for each', async ({ db }) => {
    const town = await aMorning(db);
    expect((await town.say('more like 2'))[0]).toMatch(/^More like this from now on: /);
    expect((await town.say('less like 1'))[0]).toMatch(/^Less like this from now on: /);
    expect((await listRules(db, channel)).map(({ kind }) => kind)).toEqual(['more', 'less']);
    expect((await town.say('more like 9'))[0]).toBe('The last digest has no story 9: it has 3 stories.');
  });

  storeTest('of the talk, where there is one', async ({ db }) => {
    const town = await aMorning(db);
    expect((await town.say('more like this'))[0]).toMatch(/^Which story\?/);
    await town.say('How long did the drivers of the Lyon trams stop work?');
    expect((await town.say('more like this'))[0]).toMatch(/^More like this from now on: /);
  });
});

describe('more and less of what is named', () => {
  const rules = async (db: Database) => (await listRules(db, channel)).map(({ kind, value }) => `${kind} ${value}`);

  storeTest('weighs a topic less and mutes nothing', async ({ db }) => {
    const town = await aMorning(db);
    expect(await town.say('less science')).toEqual(['Less like this from now on: Science.']);
    expect(await rules(db)).toEqual(['less topic:science']);
    expect((await town.say('digest'))[0]).toContain('headline');
    expect(await town.say('more science news')).toEqual(['More like this from now on: Science.']);
    expect(await rules(db)).toEqual(['more topic:science']);
    await town.say('language ja');
    expect((await town.say('一覧'))[0]).toContain('1. 多めに 科学');
    expect((await town.say('解除 科学'))[0]).toContain('科学');
  });

  storeTest('takes several, a source by its name, and words that are neither', async ({ db }) => {
    const town = await aMorning(db);
    const { id } = await db.selectFrom('feeds').select('id').where('name', '=', 'Wire').executeTakeFirstOrThrow();
    await town.say('less crypto and gaming');
    await town.say('less wire, celebrity gossip');
    await town.say('fewer robots please');
    await town.say('fewer beekeepers please');
    expect(await rules(db)).toEqual([
      'less topic:crypto',
      'less topic:gaming',
      `less feed:${id}`,
      'less keyword:celebrity gossip',
      'less topic:robotics',
      'less keyword:beekeepers',
    ]);
  });

  storeTest('is asked about where it is misspelt, or asks for more of what nobody can follow', async ({ db }) => {
    const town = await aMorning(db);
    expect((await town.say('less cripto'))[0]).toContain('Did you mean less crypto?');
    expect((await town.say('more sports'))[0]).toContain('subscribe "sports"');
    expect((await town.say('more robotcs'))[0]).toContain('more robotics');
    await town.say('How long did the drivers of the Lyon trams stop work?');
    expect((await town.say('more euros'))[0]).toContain('240 euros');
    expect((await town.say('more sports'))[0]).toContain('subscribe "sports"');
    expect(await rules(db)).toEqual([]);
  });
});

storeTest('a misspelt topic is told by the name that comes near, in any language', async ({ db }) => {
  const town = await aMorning(db);
  for (const [typed, meant] of [
    ['artifical inteligence', 'artificial intelligence'],
    ['robtics', 'robotics'],
    ['サイバーセキュリテイ', 'サイバーセキュリティ'],
  ] as const) {
    expect((await town.say(`subscribe ${typed}`))[0]).toContain(`Did you mean subscribe ${meant}?`);
    expect((await town.say(`subscribe ${meant}`))[0]).toMatch(/^(?:Following|Already)/);
  }
});

storeTest('why this came is told of the talk’s story, or what to type', async ({ db }) => {
  const town = await aMorning(db);
  expect((await town.say('why did I get this?'))[0]).toContain('why 3');
  await town.say('How long did the drivers of the Lyon trams stop work?');
  expect((await town.say('why did I get this?'))[0]).toMatch(/Tram strike empties Lyon.*matches your topic/s);
});

storeTest('days are taken out, and none left is a pause', async ({ db }) => {
  const town = await aMorning(db);
  await town.say('no digest on sunday');
  expect((await findChannel(db, channel))?.days).toEqual([1, 2, 3, 4, 5, 6]);
  await town.say('skip monday to saturday');
  await town.say('days mon');
  expect((await town.say('not on monday'))[0]).toMatch(/^Paused/);
  expect(await findChannel(db, channel)).toMatchObject({ days: [1], state: 'paused' });
});

storeTest('all at once is told by name, and coming back to nothing says so', async ({ db }) => {
  const town = await aMorning(db);
  expect((await town.say('unsubscribe everything'))[0]).toMatch(/^No longer following Science\./);
  await town.say('stop');
  expect((await town.say('resume'))[0]).toMatch(/^This channel follows nothing yet/);
});

storeTest('a number that the digest does not have is said', async ({ db }) => {
  const town = await aMorning(db);
  for (const text of ['99', 'tell me about story 12', 'summarize 7'])
    expect((await town.say(text))[0]).toMatch(/^The last digest has no story \d+: it has 3 stories/);
});

storeTest('what only asks does not keep the talk with its story', async ({ db }) => {
  const town = await aMorning(db);
  const feed = await aFeed(db, { name: 'Beacon', topics: ['science'] });
  const sentences = ['Pilots tell of a light above Oslo.', 'Nobody can explain it today.'];
  await anArticle(db, feed, { title: 'A light above Oslo', sentences });
  await placeArticles(placing(db));
  expect((await town.say('Who told of a light above Oslo?'))[0]).toContain('Pilots');
  expect((await town.say('tell me a joke'))[0]).toMatch(/^Nothing in the recent stories/);
  expect((await town.say('please explain photosynthesis today'))[0]).toMatch(/^Nothing in the recent stories/);
});

storeTest('small talk and what cannot be had get a line that says what to do', async ({ db }) => {
  const town = await aMorning(db);
  expect(await town.say('lol')).toEqual(['Ask about any story, or type help.']);
  expect((await town.say('remind me at 8'))[0]).toContain('time 08:00');
  expect((await town.say('what is the capital of France?'))[0]).toContain('type help');
});

storeTest('a digest that is shown once more says which stories are not in the language of today', async ({ db }) => {
  const town = await aMorning(db);
  const shown = async () => (await lastDigests(db, channel, new Date(0), 1))[0]!.stories.map(({ foreign }) => foreign);
  await town.say('digest');
  expect(await shown()).toContain(false);
  await town.say('language ja');
  await town.say('ダイジェスト');
  expect(new Set(await shown())).toEqual(new Set([true]));
});

describe('what is muted', () => {
  storeTest('comes back with or without its quotes, or by the button', async ({ db }) => {
    const town = await aMorning(db);
    for (const [mute, unmute] of [
      ['mute "celebrity"', 'unmute celebrity'],
      ['mute Celebrity', 'unmute "celebrity"'],
    ] as const) {
      await town.say(mute);
      expect((await town.say(unmute))[0]).toMatch(/^No longer muted: /);
      expect(await listRules(db, channel)).toEqual([]);
    }
    await town.say('mute celebrity');
    const [undo] = (town.fake.posts.at(-1)!.payload as Content).buttons;
    await town.tell({ kind: 'press', action: undo!.press as Action, message: null, parent: null });
    expect(await listRules(db, channel)).toEqual([]);
    expect((await town.say('unmute celebrity'))[0]).toContain('is not muted');
  });

  storeTest('is each thing that is named with an `and` between, but for what is quoted', async ({ db }) => {
    const town = await aMorning(db);
    const muted = async () => (await listRules(db, channel)).map(({ value }) => value);
    await town.say('mute celebrity and sports');
    await town.say('mute "rock and roll"');
    expect(await muted()).toEqual(['celebrity', 'sports', '"rock and roll"']);
    await town.say('unmute celebrity and sports, rock and roll');
    expect(await muted()).toEqual([]);
  });
});

storeTest('what is named with an `and` between is followed and let go as far as it is known', async ({ db }) => {
  const town = await aTown(db);
  const [told] = await town.say('subscribe space, science and blorgs');
  expect(told).toContain('Following Space and Science.');
  expect(told).toContain('“blorgs”');
  expect((await town.say('subscribe research and development'))[0]).toContain('“research and development”');
  expect((await town.say('unsubscribe space and science'))[0]).toBe(
    'No longer following Space.\nNo longer following Science.',
  );
});

describe('several requests in one message', () => {
  storeTest('are each done, and answered as one; when the digest comes is told once', async ({ db }) => {
    const town = await aMorning(db);
    const [said] = await town.say('time 9am, days weekdays and stories 3');
    expect(said!.split('\n\n')).toEqual([
      'The digest comes at 09:00 (UTC).',
      expect.stringMatching(/^Days: on weekdays\.\nThe next digest comes on .* at 09:00\.$/),
      '3 stories a digest.',
    ]);
    const [both] = await town.say('time 7am\nlanguage ja\nmute gossip\ntime 99');
    expect(both).toMatch(/07:00.*日本語.*gossip.*99/s);
    expect(await findChannel(db, channel)).toMatchObject({ time: '07:00', stories: 3, language: 'ja' });
  });

  storeTest('tell a new channel of one hour only', async ({ db }) => {
    const town = await aTown(db);
    await someNews(db, new Date());
    const [said, taste] = await town.say('subscribe science; time 6:30');
    expect(said).toMatch(
      /^Following Science\.\n\nThe digest comes at 06:30 \(UTC\)\.\nThe next digest comes on .* at 06:30\.$/,
    );
    expect(taste).toContain('headline');
  });

  storeTest('are refused to who may not change settings', async ({ db }) => {
    const town = await aTown(db, { adminsOnly: true });
    const author = { id: 'U2', name: 'Bo', administrator: false };
    const [refused] = await town.say('time 9am and pause', { author, direct: false, address: 'mention' });
    expect(refused).toMatch(/administrators/);
    expect(await findChannel(db, channel)).toMatchObject({ time: '08:00', state: 'active' });
  });
});

storeTest('a greeting says how to begin, and later how it stands', async ({ db }) => {
  const town = await aMorning(db);
  const labels = () => (town.fake.posts.at(-1)!.payload as Content).buttons.map(({ label }) => label);
  expect((await town.say('good morning'))[0]).toMatch(/I am Tidings.*At 08:00 \(UTC\), every day/s);
  expect(labels()).toEqual(['Digest', 'list', 'help']);
  await town.say('unsubscribe everything');
  expect((await town.say('hi'))[0]).toContain('Pick what to follow');
  expect(labels()).toContain('Artificial intelligence');
});
