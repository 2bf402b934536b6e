import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { findTopic, nearestTopic } from '../../src/talk/follow.ts';
import { storeTest } from '../support/store.ts';
import { aTown } from '../support/talk.ts';

const { topics } = await loadCatalogue();

test.for([
  ['semiconductors', 'chips'],
  ['半導体', 'chips'],
  ['半導體', 'chips'],
  ['반도체', 'chips'],
  ['ชิป', 'chips'],
  ['仮想通貨', 'crypto'],
  ['加密貨幣', 'crypto'],
  ['암호화폐', 'crypto'],
  ['คริปโต', 'crypto'],
  ['セキュリティ', 'cybersecurity'],
  ['ＡＩ', 'ai'],
  ['health', 'biotech'],
  ['self-driving cars', 'robotics'],
] as [string, string][])('%s is the topic %s', ([typed, id]) => {
  expect(findTopic(typed, topics)?.id).toBe(id);
});

test.for(['Nvidia', '政治', 'law', 'Japan', 'ซัมซุง', 'it'])('%s is no topic: its own words are meant', (typed) => {
  expect(findTopic(typed, topics)).toBeNull();
});

test('no name is that of two topics', () => {
  const named = topics.flatMap(({ id, labels, aka }) =>
    [...new Set([id, ...Object.values(labels), ...aka].map((name) => name.toLowerCase()))].map((name) => [name, id]),
  );
  const several = named.filter(([name, id]) => named.some(([other, its]) => other === name && its !== id));
  expect(several).toEqual([]);
});

test('a slip in another name of a topic is known for what it is', () => {
  expect(nearestTopic('semicondutors', topics)).toBe('semiconductors');
});

storeTest('what is followed by another name is told by the topic’s own, in the channel’s language', async ({ db }) => {
  const town = await aTown(db);
  await town.say('language zh-TW');
  expect((await town.say('訂閱 AI、半導體'))[0]).toMatch(/人工智慧.*半導體與硬體/);
  expect((await town.say('取消訂閱 晶片'))[0]).toContain('半導體與硬體');
});
