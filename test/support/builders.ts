/** A builder per concept: each gives a whole, plausible value, and a test names only what matters to it. */
import { randomUUID } from 'node:crypto';
import type { Inbound } from '../../src/adapter.ts';
import type {
  Article,
  ArticleId,
  Brief,
  Channel,
  ChannelId,
  Claim,
  DeliveryId,
  Digest,
  DigestId,
  DigestStory,
  FeedId,
  PartId,
  Story,
  StoryId,
} from '../../src/model.ts';

const at = '2026-11-23T06:30:00.000Z';

export function aChannel(given: Partial<Channel> = {}): Channel {
  const id = given.id ?? ('web:test' as ChannelId);
  return {
    id,
    platform: id.slice(0, id.indexOf(':')),
    name: 'Morning news',
    language: 'en',
    zone: 'Europe/Paris',
    time: '08:00',
    days: [1, 2, 3, 4, 5, 6, 7],
    stories: 7,
    layout: 'compact',
    state: 'active',
    closedReason: null,
    quiet: false,
    createdBy: null,
    sample: false,
    ...given,
  };
}

export function aStory(given: Partial<Story> = {}): Story {
  return {
    id: randomUUID() as StoryId,
    headline: 'Harbour city opens its first tidal power station',
    language: 'en',
    topics: { energy: 0.9 },
    firstAt: new Date(at),
    lastAt: new Date(at),
    revision: 1,
    sample: false,
    ...given,
  };
}

export function anArticle(given: Partial<Article> = {}): Article {
  return {
    id: 1 as ArticleId,
    feed: 1 as FeedId,
    source: 'Meridian Wire',
    url: 'https://news.example/tidal-station',
    title: 'Harbour city opens its first tidal power station',
    language: 'en',
    publishedAt: new Date(at),
    sentences: ['The station opened on Monday.', 'It powers 12,000 homes.'],
    paragraphs: [0],
    excerptOnly: false,
    minutes: 3,
    image: null,
    categories: [],
    sample: false,
    ...given,
  };
}

/** A claim that rests on the first sentence of article 1. */
export function aClaim(text = 'The station opened on Monday.', given: Partial<Claim> = {}): Claim {
  return { text, cites: [{ article: 1 as ArticleId, sentence: 0, quote: null }], inferred: false, ...given };
}

export function aBrief(given: Partial<Brief> = {}): Brief {
  return {
    story: randomUUID() as StoryId,
    revision: 1,
    language: 'en',
    method: 'extract',
    gist: aClaim('A tidal power station opened and powers 12,000 homes.'),
    takeaway: [aClaim('The city now makes a fifth of its power from the tide.')],
    points: [
      { ...aClaim('The station opened on Monday.'), kind: 'happened' },
      { ...aClaim('It is the first of its size.'), kind: 'matters' },
      { ...aClaim('A second one is planned for 2028.'), kind: 'watch' },
    ],
    faq: [{ question: 'How many homes does it power?', answer: aClaim('It powers 12,000 homes.') }],
    gauges: [],
    dropped: 0,
    ...given,
  };
}

export function aDigestStory(given: Partial<DigestStory> = {}): DigestStory {
  return {
    number: 1,
    story: randomUUID() as StoryId,
    revision: 1,
    headline: 'Harbour city opens its first tidal power station',
    url: 'https://news.example/tidal-station',
    page: null,
    gist: 'A tidal power station opened on Monday and powers 12,000 homes.',
    source: 'Meridian Wire',
    publishedAt: at,
    minutes: 3,
    alsoIn: 2,
    image: null,
    topics: ['Energy'],
    language: 'en',
    update: null,
    foreign: false,
    excerptOnly: false,
    gauges: [],
    why: ['3 sources carry it'],
    ...given,
  };
}

/** `stories` may be a number: that many different ones. */
export function aDigest({
  stories = 3,
  ...given
}: Partial<Omit<Digest, 'stories'>> & { stories?: number | DigestStory[] } = {}): Digest {
  return {
    id: randomUUID() as DigestId,
    delivery: randomUUID() as DeliveryId,
    channel: 'web:test' as ChannelId,
    date: '2026-11-23',
    kind: 'morning',
    language: 'en',
    zone: 'Europe/Paris',
    composedAt: at,
    stories: typeof stories === 'number' ? someStories(stories) : stories,
    minutes: 5,
    sourcesRead: 214,
    sourcesFailed: 9,
    page: null,
    sample: false,
    ...given,
  };
}

function someStories(count: number): DigestStory[] {
  return Array.from({ length: count }, (_, index) =>
    aDigestStory({
      number: index + 1,
      headline: `Story ${index + 1} of the morning`,
      gist: `What story ${index + 1} says in one sentence.`,
      url: `https://news.example/story-${index + 1}`,
    }),
  );
}

type InboundOf<Kind extends Inbound['kind']> = Extract<Inbound, { kind: Kind }>;

/** A message of a person to us, one-to-one. */
export function anInbound(given: Partial<InboundOf<'message'>> = {}): InboundOf<'message'> {
  return {
    channel: 'web:test' as ChannelId,
    event: randomUUID(),
    author: { id: 'someone', name: null, administrator: null },
    handle: null,
    channelName: null,
    direct: true,
    kind: 'message',
    text: 'subscribe ai',
    address: 'direct',
    message: null,
    parent: null,
    files: [],
    ...given,
  };
}

/** Ids of a delivery's parts: the same index has the same id. */
export function partIds(): (index: number) => PartId {
  const made = new Map<number, PartId>();
  return (index) => {
    const id = made.get(index) ?? (randomUUID() as PartId);
    made.set(index, id);
    return id;
  };
}
