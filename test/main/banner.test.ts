import { expect, test } from 'vitest';
import { linkFor } from '../../src/main/banner.ts';

const link = 'https://news.example.com/?token=a-secret-that-was-chosen';

test.for([
  ['made by us, for whoever reads the log', { chosen: false, terminal: false }, link],
  ['chosen, on a terminal', { chosen: true, terminal: true }, link],
  ['chosen, in a log', { chosen: true, terminal: false }, 'https://news.example.com/'],
] as const)('a token that is %s', ([, how, shown]) => {
  expect(linkFor(link, how)).toBe(shown);
  expect(linkFor(null, how)).toBeNull();
});
