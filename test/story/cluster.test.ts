import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClusterItem, createClusterer } from '../../src/story/cluster.ts';
import { searchTerms } from '../../src/story/search-terms.ts';
import { hoursBefore, topics } from './build.ts';

function aClusterer() {
  let count = 0;
  return createClusterer({ newStoryId: () => `story ${++count}` });
}

let items = 0;

function anItem(title: string, text: string, over: Partial<ClusterItem> = {}): ClusterItem {
  items += 1;
  return { id: `item ${items}`, title, text, language: 'en', publishedAt: hoursBefore(5), ...over };
}

const agency =
  'A cargo train with 31 wagons left the rails near Brno on Monday morning and blocked the main line to Vienna. Nobody was hurt, the Czech railway said. Engineers expect to clear one track by Tuesday noon, and long-distance trains are sent through Břeclav with delays of up to 90 minutes.';

describe('an article', () => {
  test('with the address or the text of another is the same article', () => {
    const { place } = aClusterer();
    const first = place(anItem('One title', 'Some words of it.', { address: 'https://a.example/1', contentHash: 'x' }));
    const address = place(anItem('Quite another title', 'Edited beyond knowing.', { address: 'https://a.example/1' }));
    const text = place(anItem('Third', 'Nothing shared.', { address: 'https://b.example/9', contentHash: 'x' }));
    expect([address.story, text.story]).toEqual([first.story, first.story]);
    expect(address.origin).toBe(first.item);
  });

  test('that copies an agency’s text has it for its origin, under another title and shortened too', () => {
    const { place } = aClusterer();
    const original = place(anItem('Cargo train derails near Brno', agency));
    const copy = place(anItem('Chaos on the line to Vienna', `BRNO (Agency) – ${agency} Readers’ pictures below.`));
    const short = place(anItem('Train blocks Vienna line', agency.slice(0, 180)));
    expect([copy.origin, short.origin]).toEqual([original.item, original.item]);
    expect(copy.news).toBe(false);
  });

  test('that tells the same in its own words joins as a source of its own', () => {
    const { place } = aClusterer();
    const first = place(anItem('Cargo train derails near Brno', agency));
    const item = anItem(
      'Freight cars off the track at Brno',
      'Travellers between Vienna and Brno need patience: a freight train derailed on Monday and no one was injured, the Czech railway said.',
    );
    const second = place(item);
    expect(second.story).toBe(first.story);
    expect(second.origin).toBe(item.id);
  });

  test('that comes late joins a story of up to 72 hours ago, not an older one', () => {
    const { place } = aClusterer();
    const first = place(anItem('Cargo train derails near Brno', agency, { publishedAt: hoursBefore(100) }));
    const late = anItem('Cargo train derails near Brno: inquiry', `${agency} An inquiry was opened.`, {
      publishedAt: hoursBefore(40),
    });
    expect(place(late).story).toBe(first.story);
    const old = aClusterer();
    const before = old.place(anItem('Cargo train derails near Brno', agency, { publishedAt: hoursBefore(100) }));
    expect(old.place({ ...late, publishedAt: hoursBefore(10) }).story).not.toBe(before.story);
  });

  test('of a feed that gives one note for every text is a story of its own', () => {
    const { place } = aClusterer();
    const note =
      'This article is for subscribers only. Subscribe to our newsletter and get the best stories every morning, or sign in to read on.';
    const titles = [
      'Dresden gets a chip plant',
      'Ferry sinks off Cebu',
      'Norway’s tax records stolen',
      'Comet dust comes home',
      'Lumen 4 fits a laptop',
    ];
    const stories = titles.map((title) => place(anItem(title, note)).story);
    expect(new Set(stories).size).toBe(5);
  });

  test('with nothing in it is a story of its own', () => {
    const { place } = aClusterer();
    const stories = ['', ' ', '…', '!!!'].map((text) => place(anItem(text, text)).story);
    expect(new Set(stories).size).toBe(4);
  });
});

describe('two quakes', () => {
  const taiwan = anItem(
    'Magnitude 6.2 quake off Hualien in Taiwan',
    'An earthquake of magnitude 6.2 struck off Hualien in Taiwan on Friday. Four people were hurt and trains stopped.',
  );
  const indonesia = anItem(
    'Magnitude 5.9 quake hits Palu in Indonesia',
    'An earthquake of magnitude 5.9 struck near Palu in Indonesia on Friday. Eleven people were hurt and houses fell.',
  );

  test('are two stories', () => {
    const { place } = aClusterer();
    expect(place(taiwan).story).not.toBe(place(indonesia).story);
  });

  test.for([
    [
      'ja',
      '台湾・花蓮沖でM6.2の地震、4人けが',
      '台湾の花蓮沖で20日、マグニチュード6.2の地震があり、4人がけがをした。列車が止まった。',
    ],
    ['zh-TW', '花蓮外海規模6.2地震　4人輕傷', '台灣花蓮近海發生規模6.2地震，4人輕傷，列車停駛。'],
    ['zh-CN', '台湾花莲近海6.2级地震 4人受伤', '台湾花莲附近海域发生6.2级地震，4人受伤，列车停运。'],
    [
      'ko',
      '대만 화롄 앞바다서 규모 6.2 지진…4명 부상',
      '대만 화롄 앞바다에서 규모 6.2의 지진이 나 4명이 다치고 열차가 멈췄다.',
    ],
  ] as const)('are told apart in %s too', ([language, title, text]) => {
    const { place } = aClusterer();
    const [first] = [place(taiwan), place(indonesia)];
    expect(place(anItem(title, text, { language })).story).toBe(first!.story);
  });
});

test('embeddings take part: they join what shares few words', () => {
  const [a, b] = [
    anItem('Relief as the long wait ends in the capital', 'Crowds cheered when the gates were opened again at last.'),
    anItem('Parliament square accessible once more', 'People celebrated after barriers came down this afternoon.'),
  ];
  const words = aClusterer();
  expect(words.place(a).story).not.toBe(words.place(b).story);

  const vectors = aClusterer();
  const near = (item: ClusterItem, x: number) => ({ ...item, embedding: Float32Array.of(1, x, 0.2) });
  expect(vectors.place(near(a, 0.5)).story).toBe(vectors.place(near(b, 0.52)).story);
});

test('an article that ties two stories together makes them one', () => {
  const clusterer = aClusterer();
  const one = clusterer.place(
    anItem(
      'Blaze at Porto harbour',
      'Smoke rose over Porto harbour after a warehouse of Lusocork caught fire. Ships were moved.',
      { publishedAt: hoursBefore(9) },
    ),
  );
  const other = clusterer.place(
    anItem(
      'Cork maker loses stock',
      'Lusocork says 4,000 tonnes of cork are gone. Insurers will visit its warehouse on Thursday.',
      { publishedAt: hoursBefore(8) },
    ),
  );
  const tie = clusterer.place(
    anItem(
      'Lusocork warehouse fire at Porto harbour destroys 4,000 tonnes of cork',
      'The fire in a Lusocork warehouse at Porto harbour destroyed 4,000 tonnes of cork. Ships were moved and insurers will visit on Thursday.',
      { publishedAt: hoursBefore(7) },
    ),
  );
  expect(tie.story).toBe(one.story);
  expect(clusterer.storyOf(other.item)).toBe(one.story);
});

test('nothing that an article can hold makes placing fail', () => {
  const { place } = aClusterer();
  const languages = fc.constantFrom('en', 'ja', 'zh-TW', 'ko', 'th', 'und', '', 'x-klingon');
  const unit = fc.constantFrom('binary', 'grapheme') as fc.Arbitrary<'binary' | 'grapheme'>;
  const texts = unit.chain((unit) => fc.string({ unit, maxLength: 400 }));
  fc.assert(
    fc.property(texts, texts, languages, (title, text, language) => {
      place(anItem(title, text, { language }));
      topics.topicsOf({ title, text, categories: [title], feedTopics: [] });
      expect(searchTerms(`${title} ${text}`, language).every((term) => term.isWellFormed())).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('memory is given back when stories end', () => {
  const clusterer = aClusterer();
  for (let n = 0; n < 200; n++)
    clusterer.place(
      anItem(`Matter ${n * 7919}`, `Subject ${n * 104_729} of town ${n * 31}.`, { publishedAt: hoursBefore(400 - n) }),
    );
  expect(clusterer.articles).toBeLessThanOrEqual(75);
  expect(clusterer.stories).toBeLessThanOrEqual(75);
});
