import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import type { Content } from '../../src/content.ts';
import { latestAskedOf } from '../../src/talk/latest.ts';
import { storeTest } from '../support/store.ts';
import { aMorning } from '../support/talk.ts';

const { topics } = await loadCatalogue();

test.for([
  ["what's the latest on AI?", 'ai'],
  ['any news about chips?', 'chips'],
  ['whats new in space', 'space'],
  ['is there any news on climate today?', 'climate'],
  ['AIのニュースを教えて', 'ai'],
  ['宇宙の最新ニュースは？', 'space'],
  ['AI 有什麼新消息', 'ai'],
  ['AI 소식 알려줘', 'ai'],
  ['มีข่าว AI อะไรบ้าง', 'ai'],
])('%s', ([question, topic]) => {
  expect(latestAskedOf(question!, topics)?.id).toBe(topic);
});

test.for(['what is new about the battery?', 'who said the news about AI was wrong?', 'AI', 'what happened in space?'])(
  '%s is a question like others',
  (question) => {
    expect(latestAskedOf(question, topics)).toBeNull();
  },
);

storeTest('the latest of a topic is what the channel was told, each story a button', async ({ db }) => {
  const town = await aMorning(db);
  expect(await town.say("what's the latest on science?")).toEqual(['The latest on Science:']);
  const { buttons } = town.fake.posts.at(-1)!.payload as Content;
  expect(buttons.map(({ label }) => label)).toHaveLength(4);
  const [first] = buttons;
  const [points] = await town.tell({ kind: 'press', action: first!.press as never, message: null, parent: null });
  expect(points).toContain(first!.label);
  expect(await town.say('any news about space?')).toEqual([
    'This week’s digests here had no story on Space. `subscribe` and its name follows it.'.replaceAll('`', ''),
  ]);
});

storeTest('who names a story and asks nothing of it is told what it is about', async ({ db }) => {
  const town = await aMorning(db);
  expect((await town.say('what happened to the ferry?'))[0]).toContain('crossed the fjord on quantum batteries');
  // The word stands in its headline only.
  const [told] = await town.say("what's going on with the strike?");
  expect(told).toMatch(/^Tram strike empties Lyon/);
  expect(told).toContain('What would you like to know?');
  expect((await town.say('What did the glacier cost?'))[0]).not.toContain('What would you like to know?');
});
