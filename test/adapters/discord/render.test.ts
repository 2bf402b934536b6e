import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentMessage } from '../../../adapters/discord/content.ts';
import { renderDigest } from '../../../adapters/discord/render.ts';
import { escapeMarkdown, maskedLink } from '../../../adapters/discord/text.ts';
import { action } from '../../../src/action.ts';
import { content, paragraph } from '../../../src/content.ts';
import type { Layout } from '../../../src/model.ts';
import { plain } from '../../../src/text/clean.ts';
import { aDigest, aDigestStory, partIds } from '../../support/builders.ts';
import type { Json } from './counterpart.ts';
import { all, liveMarkdown, liveParts, messageProblems, unmark, visibleText } from './limits.ts';
import { channel, discordChannel } from './support.ts';

const draw = (stories: number, layout: Layout = 'compact', legacy = false) =>
  renderDigest(aDigest({ channel, stories }), discordChannel({ layout }), partIds(), legacy).map(
    ({ payload }) => payload as Json,
  );

test('a usual digest is one message: a box a story, two menus', () => {
  const [message, ...rest] = draw(7);

  expect(rest).toEqual([]);
  expect(message.components.map(({ type }: Json) => type)).toEqual([10, 17, 17, 17, 17, 17, 17, 17, 1, 1, 10]);
  expect(all(message.components)).toHaveLength(7 * 4 + 2 + 4);
});

test('twelve stories are two messages of six', () => {
  const messages = draw(12);

  expect(messages.map(({ components }) => components.filter(({ type }: Json) => type === 17).length)).toEqual([6, 6]);
  expect(visibleText(messages[1])).toContain('Morning digest · 2/2');
});

test('cards are a message a story, with its picture and its buttons', () => {
  const story = aDigestStory({ image: 'https://news.example/a.png' });
  const [part] = renderDigest(aDigest({ channel, stories: [story] }), discordChannel(), partIds());
  const inside = all((part!.payload as Json).components);

  expect(part!.about).toEqual([story.story]);
  expect(inside.find(({ type }) => type === 11)).toMatchObject({ media: { url: 'https://news.example/a.png' } });
  expect(inside.filter(({ type }) => type === 2).map(({ label }) => label)).toEqual([
    'Key points',
    'Ask',
    'Open',
    'More like this',
    'Less like this',
  ]);
});

test.for([0, 1])('an embed’s title that its escapes make too long ends between characters', (letters) => {
  const headline = `${'a'.repeat(letters)}${'*'.repeat(60)}${'😀'.repeat(69)}`;
  const digest = aDigest({ channel, stories: [aDigestStory({ headline })] });
  const [part] = renderDigest(digest, discordChannel(), partIds(), true);
  const message = { ...(part!.payload as Json), allowed_mentions: { parse: [] } };

  expect(messageProblems(message)).toEqual([]);
  expect(JSON.stringify(message)).toMatch(/😀…"/);
});

test.for([0, 1])('a paragraph that is cut ends between characters', (letters) => {
  const said = contentMessage(content([paragraph(`${'a'.repeat(letters)}${'😀'.repeat(1_000)}`)]));

  expect(JSON.stringify(said)).toMatch(/😀…"/);
});

test('embeds hold the same stories', () => {
  const [message] = draw(7, 'compact', true);

  expect(message.embeds).toHaveLength(9);
  expect(message.flags).toBeUndefined();
  expect(message.components.map(({ components: [menu] }: Json) => menu.options.length)).toEqual([7, 7, 14]);
});

test('a topic always has the same colour, and another one as a rule another', () => {
  const colours = ['energy', 'energy', 'ai'].map((topic) => {
    const [part] = renderDigest(
      aDigest({ channel, stories: [aDigestStory({ topics: [topic] })] }),
      discordChannel(),
      partIds(),
    );
    return all((part!.payload as Json).components).find(({ type }) => type === 17).accent_color;
  });

  expect(colours[0]).toBe(colours[1]);
  expect(colours[0]).not.toBe(colours[2]);
});

const markup: [string, string][] = [
  ['a mention of everyone', '@everyone and @here'],
  ['mentions of people, roles, channels', '<@1> <@!1> <@&1> <#1>'],
  ['a masked link', '[click](https://evil.example)'],
  ['a bare address', 'see https://evil.example/x'],
  ['an address in angle brackets', '<https://evil.example>'],
  ['an invite', 'discord.gg/abc https://discord.com/invite/abc'],
  ['a spoiler', '||hidden||'],
  ['code', '```js\nfetch()\n``` and `x`'],
  ['a heading, a list, a quote', '# big\n- one\n> said\n1. first\n-# small'],
  ['emphasis', '**bold** __under__ ~~gone~~ *it*'],
  ['a command, an emoji, a timestamp', '</help:1> <:wave:1> <a:wave:1> <t:1:F> <id:guide>'],
  ['escapes of its own', '\\[click\\](https://evil.example) \\\\@everyone'],
];
test.for(markup)('%s stays dead', ([, text]) => {
  expect(liveMarkdown(escapeMarkdown(text))).toEqual([]);
  expect(unmark(escapeMarkdown(text))).toBe(text);
  expect(liveMarkdown(maskedLink('https://ours.example/a(b)', text))).toEqual(['https://ours.example/a%28b%29']);
});

test('whatever a feed writes, nothing comes alive and every word can be read', () => {
  const nasty = fc
    .array(
      fc.constantFrom(
        '\\',
        '*',
        '_',
        '`',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '@everyone',
        '<@1>',
        'https://evil.example',
        '||',
        '~~',
        '\n',
        '#',
        '-',
        '1.',
        ' ',
        'a',
        'discord.gg/x',
        ':',
        '/',
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(nasty, (text) => {
      expect(liveMarkdown(escapeMarkdown(text))).toEqual([]);
      expect(liveMarkdown(maskedLink('https://ours.example/', text))).toEqual(['https://ours.example/']);
    }),
    { numRuns: 2_000 },
  );
});

test('whatever a feed writes, a digest keeps the limits', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('*'.repeat(9_000), '👩‍👩‍👧‍👦'.repeat(900), '', '\u202e\u202e'),
  );
  const story = fc.record({ headline: text, gist: text, source: text, update: fc.option(text) });
  fc.assert(
    fc.property(
      fc.array(story, { minLength: 1, maxLength: 12 }),
      fc.constantFrom<Layout>('compact', 'cards'),
      fc.boolean(),
      (stories, layout, legacy) => {
        const digest = aDigest({
          channel,
          stories: stories.map((each, index) => aDigestStory({ ...each, number: index + 1 })),
        });
        const parts = renderDigest(digest, discordChannel({ layout }), partIds(), legacy);
        const bodies = parts.map(({ payload }) => ({ ...(payload as Json), allowed_mentions: { parse: [] } }));
        expect(bodies.flatMap(messageProblems)).toEqual([]);
        expect(bodies.flatMap(liveParts).filter((live) => !live.startsWith('https://news.example/'))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('a hundred thousand characters are cut in no time', () => {
  const startedAt = performance.now();
  for (const text of [
    '*'.repeat(100_000),
    '\\'.repeat(100_000),
    '['.repeat(100_000),
    '\n'.repeat(100_000),
    '<@'.repeat(50_000),
  ]) {
    contentMessage(
      content([
        paragraph(text),
        { kind: 'heading', text },
        { kind: 'quote', text, source: text, url: 'https://news.example/' },
      ]),
    );
    draw(1);
  }

  expect(performance.now() - startedAt).toBeLessThan(500);
});

test('a cut is between graphemes, and says that it was cut', () => {
  expect(plain('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12)).toBe('👩‍👩‍👧‍👦…');
  expect(plain('a\u202eb\u200bc\u0000d', 10)).toBe('abc d');
});

test('content of every kind is drawn in Discord’s markdown', () => {
  const drawn = contentMessage(
    content(
      [
        { kind: 'heading', text: 'What happened' },
        paragraph({ text: 'Key takeaway: ', style: 'strong' }, 'It opened; try `subscribe ai`.'),
        { kind: 'list', items: [['one'], [{ text: 'two', style: 'quiet' }]] },
        { kind: 'quote', text: 'It opened\non Monday.', source: 'Meridian Wire', url: 'https://news.example/1' },
        {
          kind: 'gauge',
          poles: ['Terminator', 'Idiocracy'],
          scores: [4, 0],
          verdict: 'Terminator',
          reason: 'It acts alone.',
        },
        { kind: 'note', spans: ['Sources: ', { text: 'Meridian Wire', url: 'https://news.example/1' }] },
      ],
      {
        buttons: [
          { label: 'Site', press: { url: 'https://news.example/' }, style: 'plain' },
          { label: 'Yes', press: action('do', { value: 'forget yes' }), style: 'danger' },
        ],
      },
    ),
  ) as Json;

  expect(drawn.components[0].content).toBe(
    [
      '### What happened',
      '**Key takeaway:** It opened; try `subscribe ai`.',
      '- one',
      '- *two*',
      '> It opened',
      '> on Monday.',
      '-# [Meridian Wire](https://news.example/1)',
      'Terminator ●●●●○ 4 · Idiocracy ○○○○○ 0',
      '**Terminator** It acts alone.',
      '-# Sources: [Meridian Wire](https://news.example/1)',
    ].join('\n'),
  );
  expect(drawn.components[1].components.map(({ style }: Json) => style)).toEqual([5, 4]);
});

test('a numbered list has numbers and no bullets', () => {
  const drawn = contentMessage(content([{ kind: 'list', numbered: true, items: [['one'], ['two']] }])) as Json;
  expect(drawn.components[0].content).toBe('1. one\n2. two');
});

test('of two buttons that say the same, Discord gets one', () => {
  const button = { label: 'AI', press: action('do', { value: 'subscribe ai' }), style: 'plain' } as const;
  const drawn = contentMessage(content([paragraph('Pick.')], { buttons: [button, button] })) as Json;

  expect(drawn.components[1].components).toHaveLength(1);
});
