import { describe, expect, test } from 'vitest';
import { contentMessages, type Manner } from '../../../adapters/line/content.ts';
import { renderDigest } from '../../../adapters/line/render.ts';
import { defuse, languageOf } from '../../../adapters/line/text.ts';
import { action, decodeAction } from '../../../src/action.ts';
import { type Button, content, note, paragraph } from '../../../src/content.ts';
import { type Digest, languages, type StoryId } from '../../../src/model.ts';
import { wordsFor } from '../../../src/words/words.ts';
import { aDigest, aDigestStory, partIds } from '../../support/builders.ts';
import { type Json, liveParts, messageProblems, visibleText } from './limits.ts';
import { lineChannel } from './support.ts';

const story = '0190a0b4-0000-7000-8000-000000000001' as StoryId;
const plainly: Manner = { language: 'en', quoteToken: null, guide: false };
const button = (label: string, value: string): Button => ({ label, press: action('do', { value }), style: 'plain' });

const draw = (given: ReturnType<typeof content>, manner: Partial<Manner> = {}): Json[] => {
  const messages = contentMessages(given, { ...plainly, ...manner }) as Json[];
  expect(messageProblems(messages)).toEqual([]);
  return messages;
};
const labels = (message: Json) => (message.quickReply?.items ?? []).map(({ action }: Json) => action.label);

describe('talk', () => {
  test('is text, and quotes the question', () => {
    expect(draw(content([paragraph('It opened on Monday.'), note('Quoted.')]), { quoteToken: 'q' })).toEqual([
      { type: 'text', text: 'It opened on Monday.\n\nQuoted.', quoteToken: 'q' },
    ]);
  });

  test('puts words to type in quotes, as the language has them', () => {
    expect(draw(content([paragraph('まだ何も。`購読 AI`と送ってください。')]), { language: 'ja' })[0]!.text).toBe(
      'まだ何も。「購読 AI」と送ってください。',
    );
  });

  test('numbers a numbered list, in place of bullets', () => {
    const [drawn] = draw(content([{ kind: 'list', numbered: true, items: [['one'], ['two']] }]));
    expect(visibleText(drawn!.contents).replace(/\s+/g, ' ')).toContain('1. one 2. two');
    expect(visibleText(drawn!.contents)).not.toContain('•');
  });

  test('of 100,000 characters is five messages of at most 5,000, and says that it was shortened', () => {
    const messages = draw(content([paragraph('An endless sentence. '.repeat(5_000))]));
    expect(messages).toHaveLength(5);
    expect(messages.slice(0, 4).every(({ text }) => text.endsWith('sentence.'))).toBe(true);
    expect(messages[4]!.text).toMatch(/Shortened\.$/);
  });

  test.for([
    'https://evil.example/path?x=1',
    'see evil.example now',
    'mail me@evil.example',
    'HTTPS://EVIL.EXAMPLE',
    'www.evil.co.jp/a',
    '詳しくはevil.exampleへ',
  ])('makes no link of what a feed says: %s', (words) => {
    const [message] = draw(content([paragraph(words)]));
    expect(liveParts(message!)).toEqual([]);
    expect(message!.text.replaceAll('\u200b', '')).toBe(words);
  });

  test('leaves prices, times and versions alone', () => {
    expect(defuse('3.5% at 07:30, 1.2.3, e. g. Ms. Dahl: yes')).toBe('3.5% at 07:30, 1.2.3, e. g. Ms. Dahl: yes');
  });
});

test.for(languages)('the language of what we say is known without a row: %s', (language) => {
  expect(languageOf(wordsFor(language).settings.forgotten)).toBe(language);
});

describe('an answer', () => {
  const answer = content(
    [
      paragraph({ text: 'Closest passages', style: 'strong' }),
      { kind: 'quote', text: 'It powers 12,000 homes.', source: 'Wire', url: 'https://news.example/1' },
      note('Quoted from the article.'),
    ],
    { buttons: [button('What does it cost the town, and who pays?', 'ask what')] },
  );

  test('quotes the question, shows the passage with its source, and offers whole questions to press', () => {
    const [said, drawn] = draw(answer, { quoteToken: 'q' });
    expect(said).toMatchObject({ type: 'text', text: 'Closest passages', quoteToken: 'q' });
    expect(visibleText(drawn!.contents)).toContain('It powers 12,000 homes.');
    expect(visibleText(drawn!.contents)).toContain('What does it cost the town, and who pays?');
    expect(liveParts(drawn!)).toEqual(['https://news.example/1']);
  });

  test('reads well as a notification', () => {
    expect(draw(answer).at(-1)!.altText).toBe(
      'Closest passages “It powers 12,000 homes.” (Wire) Quoted from the article.',
    );
  });
});

describe('buttons', () => {
  test('that are short are quick replies, thirteen at most, the rest are drawn', () => {
    const [message, more] = draw(
      content([paragraph('Pick.')], {
        buttons: Array.from({ length: 20 }, (_, n) => button(`Topic ${n}`, `subscribe t${n}`)),
      }),
    );
    expect(labels(more!)).toHaveLength(13);
    expect(visibleText(more!.contents)).toContain('Topic 19');
    expect(message!.quickReply).toBeUndefined();
  });

  test('for hours become LINE’s clock, and the settings offer the other languages', () => {
    const buttons = [
      { ...button('Settings', ''), press: action('settings') },
      button('07:00', 'time 07:00'),
      button('08:00', 'time 08:00'),
      button('on weekdays', 'days weekdays'),
    ];
    const [message] = draw(content([paragraph('As it is.')], { buttons }), { language: 'ja' });
    expect(labels(message!)).toEqual(['on weekdays', '配信時刻を選ぶ', 'English', '繁體中文', '한국어', 'ไทย']);
    const clock = message!.quickReply.items.find(({ action }: Json) => action.type === 'datetimepicker').action;
    expect(clock.mode).toBe('time');
    expect(decodeAction(clock.data)).toMatchObject({ verb: 'do', value: 'time' });
  });

  test('lead on where somebody sets us up and nothing else is offered', () => {
    expect(labels(draw(content([paragraph('購読しました。')]), { language: 'ja', guide: true })[0]!)).toEqual([
      'トピックを選ぶ',
      '配信時刻を選ぶ',
      '設定',
      '今日のニュース',
    ]);
    expect(
      labels(draw(content([paragraph('Sure?')], { buttons: [button('Yes', 'forget yes')] }), { guide: true })[0]!),
    ).toEqual(['Yes']);
  });
});

test('a list of feeds is a link, and where there is none it says what to do', () => {
  const attachment = {
    name: 'feeds.opml',
    mimeType: 'text/x-opml',
    text: '<opml/>',
    url: 'https://tidings.example/export/1',
  };
  const [linked] = draw(content([paragraph('3 feeds as OPML.')], { attachment }));
  expect(linked!.quickReply.items[0].action).toMatchObject({ type: 'uri', uri: attachment.url });
  const [unlinked] = draw(content([paragraph('3 feeds as OPML.')], { attachment: { ...attachment, url: null } }));
  expect(unlinked!.text).toContain('BASE_URL');
});

describe('a digest', () => {
  const render = (given: (Partial<Digest> & { stories?: never }) | object, layout: 'cards' | 'compact' = 'cards') => {
    const parts = renderDigest(aDigest(given), lineChannel({ layout }), partIds());
    const messages = parts.flatMap(({ payload }) => (payload as { messages: Json[] }).messages);
    expect(messageProblems(messages.slice(0, 5))).toEqual([]);
    return messages;
  };
  const long = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      aDigestStory({
        number: n + 1,
        headline: '見出し'.repeat(90),
        gist: '要約の文です。'.repeat(90),
        url: `https://news.example/${'a'.repeat(900)}${n}`,
        image: `https://news.example/${'i'.repeat(1_000)}.jpg`,
        update: '続報です。'.repeat(60),
      }),
    );

  test('of seven is one carousel of cards, with a card that ends it', () => {
    const [message, ...more] = render({ stories: 7 });
    expect(more).toEqual([]);
    expect(message!.contents.contents).toHaveLength(8);
  });

  test('compact is one bubble', () => {
    const [message, ...more] = render({ stories: 7 }, 'compact');
    expect(more).toEqual([]);
    expect(message!.contents.type).toBe('bubble');
  });

  test.for(['cards', 'compact'] as const)(
    'of twelve long stories is split evenly within LINE’s sizes: %s',
    (layout) => {
      const messages = render({ stories: long(12) }, layout);
      expect(messages.length).toBeGreaterThan(1);
      expect(messages.length).toBeLessThanOrEqual(5);
      for (let n = 1; n <= 12; n++) expect(JSON.stringify(messages)).toContain(`${'a'.repeat(900)}${n - 1}`);
    },
  );

  test('is told on the lock screen by its headlines, each with room', () => {
    const [message] = render({ stories: long(12).slice(0, 12), language: 'ja' }, 'cards');
    expect(message!.altText).toMatch(/^朝のダイジェスト 11月23日（月） 1\. 見出し/);
    expect(message!.altText.length).toBeLessThanOrEqual(400);
  });

  test('shows a picture over https, and the source’s name where there is none that LINE can show', () => {
    const stories = [
      aDigestStory({ number: 1, image: 'https://news.example/a.jpg' }),
      aDigestStory({ number: 2, image: 'http://news.example/a.jpg', source: 'Copperline' }),
      aDigestStory({ number: 3, image: 'https://news.example/a.webp' }),
      aDigestStory({ number: 4, image: 'data:image/png;base64,AA' }),
    ];
    const heroes = render({ stories })[0]!.contents.contents.map(({ hero }: Json) => hero);
    expect(heroes.map((hero: Json | undefined) => hero?.type)).toEqual(['image', 'box', 'box', 'box', undefined]);
    expect(visibleText(heroes[1])).toBe('Copperline');
  });

  test('opens only addresses that LINE can open, and says where it cannot', () => {
    const page = 'https://tidings.example/s/1';
    const far = `https://news.example/${'a'.repeat(1_200)}`;
    const opens = (url: string, given: { page?: string } = {}) =>
      liveParts(render({ stories: [aDigestStory({ url, ...given })] })[0]!);
    expect(new Set(opens(far, { page }))).toEqual(new Set([page]));
    expect(opens('javascript:alert(1)')).toEqual([]);
    expect(opens('http://news.example/1')).toEqual([]);
    expect(visibleText(render({ stories: [aDigestStory({ url: far })] })[0]!.contents)).toContain('LINE cannot open');
  });

  test('a taste leads on with the set-up', () => {
    expect(labels(render({ stories: 1, kind: 'taste', language: 'ja' })[0]!)).toContain('配信時刻を選ぶ');
  });

  test('every button is an action of ours', () => {
    const found = JSON.stringify(render({ stories: [aDigestStory({ story })] })).matchAll(/"data":"([^"]+)"/g);
    const verbs = [...found].map(([, data]) => decodeAction(data!)?.verb);
    expect(verbs).toEqual(['points', 'ask', 'more', 'less']);
  });
});

test.for(languages)('the next step fits into quick replies whole: %s', (language) => {
  const [message] = draw(content([paragraph('…')]), { language, guide: true });
  for (const label of labels(message!)) expect(label).not.toContain('…');
});

test.for([
  ['nothing', content([])],
  ['only what nobody can see', content([paragraph('\u200b'), { kind: 'list', items: [] }])],
] as const)('of %s a message is made that LINE takes', ([, said]) => {
  expect(draw(said, { guide: true })).toMatchObject([{ type: 'text', text: '–', quickReply: {} }]);
});
