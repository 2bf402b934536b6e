import { describe, expect, test } from 'vitest';
import { fits, type SlackMessage } from '../../../adapters/slack/blocks.ts';
import { renderDigest } from '../../../adapters/slack/render.ts';
import { escapeMrkdwn } from '../../../adapters/slack/text.ts';
import { line, plain } from '../../../src/text/clean.ts';
import { aDigest, aDigestStory, partIds } from '../../support/builders.ts';
import { blockProblems, liveMrkdwn, liveParts, visibleText } from './limits.ts';
import { channel, slackChannel } from './support.ts';

type Given = Parameters<typeof aDigest>[0];

function draw(given: Given, layout: 'compact' | 'cards' = 'compact') {
  const parts = renderDigest(aDigest({ channel, ...given }), slackChannel({ layout }), partIds());
  return parts.map((part) => ({ ...part, message: part.payload as SlackMessage }));
}

const words = (given: Given, layout?: 'cards') =>
  draw(given, layout)
    .map(({ message }) => visibleText(message.blocks))
    .join('\n');

test('seven stories of a usual length are one message', () => {
  const stories = Array.from({ length: 7 }, (_, index) =>
    aDigestStory({
      number: index + 1,
      headline: 'H'.repeat(90),
      gist: 'g'.repeat(220),
      url: `https://news.example/${'a'.repeat(100)}/${index}`,
    }),
  );

  expect(draw({ stories })).toHaveLength(1);
});

test('a long digest is split evenly between stories, each message within what Slack takes', () => {
  const stories = Array.from({ length: 12 }, (_, index) =>
    aDigestStory({ number: index + 1, headline: '長'.repeat(250), gist: '文'.repeat(600) }),
  );
  const messages = draw({ stories });
  const told = messages.map(({ message }) => message.blocks.filter(({ type }) => type === 'actions').length);

  expect(messages.length).toBeGreaterThan(1);
  expect(messages.every(({ message }) => fits(message.blocks) && blockProblems(message.blocks).length === 0)).toBe(
    true,
  );
  expect(told.reduce((sum, n) => sum + n)).toBe(12);
  expect(Math.max(...told) - Math.min(...told)).toBeLessThanOrEqual(Math.ceil(12 / told.length));
  expect(visibleText(messages[1]!.message.blocks)).toContain(`2/${messages.length}`);
});

test('cards are a head and a message a story, each known by its story', () => {
  const digest = aDigest({ channel, stories: 3 });
  const parts = renderDigest(digest, slackChannel({ layout: 'cards' }), partIds());

  expect(parts.map(({ about }) => about)).toEqual([[null], ...digest.stories.map(({ story }) => [story])]);
});

test('a single story is one message of its own, in either layout', () => {
  for (const layout of ['compact', 'cards'] as const) {
    const story = aDigestStory();
    expect(draw({ stories: [story], kind: 'taste' }, layout).map(({ about }) => about)).toEqual([[story.story]]);
  }
});

test('a story says all that the reader should know of it', () => {
  const story = aDigestStory({
    update: 'A second one was announced.',
    foreign: true,
    language: 'ja',
    excerptOnly: true,
  });
  const text = words({ stories: [story], sample: true, page: 'https://tidings.example/d/1' });

  for (const said of [
    'Morning digest',
    'Monday',
    '1 story · 5 min',
    'Update: A second one',
    'Meridian Wire',
    '3 min',
    'also in 2 sources',
    'in Japanese',
    'excerpt only',
    'sample',
    '214 sources read, 9 failed',
    'Read on the web',
  ]) {
    expect(text).toContain(said);
  }
});

test('a gauge is shown with its poles, in the channel’s language, and marked where it is an estimate', () => {
  const reason = { text: '', cites: [], inferred: true };
  const story = aDigestStory({ gauges: [{ gauge: 'g', scores: [4, 0], verdict: 0, reason, estimate: true }] });
  const names = (gauge: string) => (gauge === 'g' ? { poles: ['Terminator', 'Idiocracy'] as [string, string] } : null);
  const [part] = renderDigest(aDigest({ channel, stories: [story] }), slackChannel(), partIds(), names);

  expect(visibleText((part!.payload as SlackMessage).blocks)).toContain('Terminator 4 · 0 Idiocracy (estimate)');
  expect(words({ stories: [story] })).not.toContain('Terminator');
});

test('speaks the channel’s language', () => {
  expect(words({ stories: 1, language: 'ja' })).toContain('11月23日');
});

test('the notification reads as words, for lock screens and screen readers', () => {
  expect(draw({ stories: 2 })[0]?.message.text).toBe(
    'Morning digest\n1. Story 1 of the morning\n2. Story 2 of the morning',
  );
});

describe('hostile words', () => {
  const attacks = [
    '<!channel>',
    '<!here|here>',
    '<@U1>',
    '<#C1>',
    '<https://evil.example|bank>',
    '&lt;!channel&gt;',
    '*bold* _it_ `code` ~no~',
    ':smile:',
    'https://evil.example/bare',
  ];

  test.for(attacks)('%s stays words, and is shown as it is', (attack) => {
    const stories = [aDigestStory({ headline: attack, gist: attack, source: attack, update: attack })];
    for (const { message } of draw({ stories })) {
      expect(liveParts(message.blocks).filter((live) => live !== 'https://news.example/tidal-station')).toEqual([]);
      expect(liveMrkdwn(message.text, true)).toEqual([]);
      expect(visibleText(message.blocks)).toContain(attack);
    }
  });

  test.for<[string, string]>([
    ['turned text', '\u202emoc.live\u202c'],
    ['hidden letters', 'pay\u200bpal\ufeff'],
    ['tags', 'hi\u{e0041}\u{e0042}'],
    ['half a character', 'x\ud83d'],
    ['control characters', 'a\u0000b\u001bc'],
    ['soft breaks', 'line\u2028break'],
  ])('%s are taken out', ([, attack]) => {
    expect(words({ stories: [aDigestStory({ headline: attack })] })).not.toMatch(
      /[\u202a-\u202e\u200b\ufeff\u0000-\u0008\u001b\u2028\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])/u,
    );
  });

  test.for([
    ['javascript:alert(1)'],
    ['ftp://news.example/a'],
    ['not an address'],
    [`https://news.example/${'a'.repeat(3_100)}`],
    ['https://news.example/a b'],
    ['https://news.example/<!channel>'],
  ])('%s opens nothing', ([url]) => {
    const messages = draw({ stories: [aDigestStory({ url: url! })] });

    expect(messages.flatMap(({ message }) => liveParts(message.blocks))).toEqual([]);
    expect(messages.flatMap(({ message }) => blockProblems(message.blocks))).toEqual([]);
  });
});

describe('cutting', () => {
  test('never splits what one sees as one character', () => {
    expect(plain('👩‍👩‍👧‍👦'.repeat(9), 30)).toBe(`${'👩‍👩‍👧‍👦'.repeat(2)}…`);
    expect(plain('ก็'.repeat(50), 11)).toMatch(/^(ก็)+…$/);
  });

  test('leaves alone what is short enough, and joins lines', () => {
    expect(line('  one\n two\t three ', 13)).toBe('one two three');
    expect(plain('x'.repeat(10), 10)).toBe('x'.repeat(10));
    expect(plain('x'.repeat(11), 10)).toBe(`${'x'.repeat(9)}…`);
  });

  test('mrkdwn is escaped once', () => {
    expect(escapeMrkdwn('<b> & &lt;')).toBe('&lt;b&gt; &amp; &amp;lt;');
  });
});
