import { expect, test } from 'vitest';
import { factorsOf } from '../../src/story/factors.ts';
import { poolOf } from '../../src/story/pool.ts';
import { shortlist } from '../../src/story/shortlist.ts';
import { aCandidate, aTaste, follows, morning } from './build.ts';

const story = aCandidate({ headline: 'Robots pack chips', topics: { ai: 0.5, chips: 0.6, robotics: 0.9 } });
const topics = ['ai', 'chips', 'robotics'].map((topic) => follows('topic', topic));
const [ai, chips, robotics] = topics as [(typeof topics)[0], (typeof topics)[0], (typeof topics)[0]];

test.for([
  [[ai, chips, robotics]],
  [[robotics, chips, ai]],
  [[chips, robotics, ai]],
  [[ai, robotics, follows('keyword', 'robots'), chips]],
  [[follows('keyword', 'robots'), ai, robotics, chips]],
])('how well a story fits does not hang on what was followed first, and is what its factors say', ([subscriptions]) => {
  const taste = aTaste({ subscriptions, language: 'ja' });
  const [fitting] = [...shortlist(poolOf([story], morning), taste)];
  const said = factorsOf(story, taste, morning).reduce((sum, { points }) => sum + points, 0);
  expect(fitting!.points).toBeCloseTo(said, 2);
});

test('the same pool serves many channels, one after the other', () => {
  const pool = poolOf([story, aCandidate({ topics: { ai: 0.9 } })], morning);
  const first = [...shortlist(pool, aTaste({ subscriptions: topics }))];
  expect([...shortlist(pool, aTaste({ subscriptions: topics }))]).toEqual(first);
});
