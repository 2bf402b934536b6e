/** The talk with all its real parts, on a fake platform: events go in, posts come out. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { JobDeps } from '../../jobs/deps.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { Adapter, Inbound } from '../../src/adapter.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { type Content, plainText } from '../../src/content.ts';
import { createTalk } from '../../src/main/talk.ts';
import { createTools } from '../../src/main/tools.ts';
import type { ChannelId, MessageId } from '../../src/model.ts';
import { createSeal } from '../../src/seal.ts';
import type { Database } from '../../src/store/database.ts';
import { storeInbound } from '../../src/store/inbound.ts';
import { placeArticles } from '../../src/story/place.ts';
import { type HandleDeps, handleInbound } from '../../src/talk/handle.ts';
import { aFeed, anArticle, placing } from '../story/build.ts';
import { type FakePlatform, fakeAdapter } from './fake-adapter.ts';

export const channel = 'fake:W1/C1' as ChannelId;

export interface Town {
  fake: FakePlatform;
  deps: HandleDeps;
  jobs: JobDeps;
  /** What was woken, in order. */
  woken: { queue: string; name: string; data: object }[];
  /** Stores and handles an event; @returns what was said to it, in words. */
  tell(inbound: Partial<Inbound> & Record<string, unknown>): Promise<string[]>;
  say(text: string, more?: Record<string, unknown>): Promise<string[]>;
}

export async function aTown(
  db: Database,
  {
    now = () => new Date(),
    adminsOnly = false,
    allow = [],
    adapter = {},
    env = {},
  }: {
    now?: () => Date;
    adminsOnly?: boolean;
    allow?: string[];
    adapter?: Partial<Adapter>;
    env?: Record<string, string>;
  } = {},
): Promise<Town> {
  const fake = fakeAdapter(adapter);
  const log = pino({ level: 'silent' });
  const read = readConfig({ TIMEZONE: 'UTC', ...(adminsOnly ? { ADMINS_ONLY: 'true' } : {}), ...env });
  const config = (read as { config: Config }).config;
  const foundation = {
    db,
    pool: null as never,
    databaseUrl: '',
    embedded: null,
    secret: 'secret',
    seal: createSeal('secret'),
    close: async () => {},
  };
  const adapterOf = (platform: string) => (platform === 'fake' ? fake : null);
  const tools = await createTools({
    config,
    foundation,
    catalogue: await loadCatalogue(),
    adapterOf,
    allow,
    version: '0',
    log,
    now,
  });
  const woken: Town['woken'] = [];
  const queues = {
    kind: 'postgres',
    add: async (queue: string, name: string, data: object) => void woken.push({ queue, name, data }),
  } as unknown as Queues;
  const deps: HandleDeps = {
    ...createTalk({ config, foundation, tools, log, now, adminsOnly: () => adminsOnly }),
    adapterOf,
    delivery: tools.delivery,
    postLater: async (delivery, _channel, seconds) =>
      void woken.push({ queue: 'post', name: 'later', data: { delivery, seconds } }),
  };
  const jobs: JobDeps = {
    db,
    queues,
    now,
    log,
    adapterOf,
    platforms: ['fake'],
    polls: () => 'real',
    poll: tools.poll,
    placing: tools.placing,
    compose: tools.compose,
    delivery: tools.delivery,
    handle: deps,
    preparesBriefs: false,
  };
  const tell: Town['tell'] = async (inbound) => {
    const before = fake.posts.length;
    const whole = {
      channel,
      event: randomUUID(),
      author: { id: 'U1', name: 'Ada', administrator: null },
      handle: null,
      channelName: 'news',
      direct: true,
      ...inbound,
    } as Inbound;
    const id = await storeInbound(db, foundation.seal, whole, now());
    if (id !== null) await handleInbound(id, deps);
    return fake.posts.slice(before).map(({ payload }) => wordsOf(payload));
  };
  return {
    fake,
    deps,
    jobs,
    woken,
    tell,
    say: (text, more = {}) =>
      tell({
        kind: 'message',
        text,
        address: 'direct',
        message: `fake:${randomUUID()}` as MessageId,
        parent: null,
        files: [],
        ...more,
      }),
  };
}

function wordsOf(payload: unknown): string {
  const content = payload as Content;
  return Array.isArray(content.blocks) ? plainText(content) : JSON.stringify(payload);
}

const news: [title: string, ...sentences: string[]][] = [
  [
    'Oslo ferry runs on quantum batteries',
    'A ferry in Oslo crossed the fjord on quantum batteries on Monday.',
    'Its makers, Fjordkraft Labs, charged it in nine seconds.',
    'Two more boats follow in spring.',
  ],
  [
    'Glacier lake in Peru is drained in time',
    'Engineers lowered a glacier lake above Huaraz by seven metres.',
    'Some 40,000 people live below it.',
    'The tunnel stays open until June.',
  ],
  [
    'Tram strike empties Lyon',
    'Drivers of the Lyon trams stopped work for three days.',
    'They ask for 240 euros more a month.',
    'Talks with the city go on tonight.',
  ],
  [
    'Comet named Halvorsen brightens',
    'The comet named Halvorsen can be seen without a telescope.',
    'Its discovery surprised 6 experts at the Tromsø observatory.',
    'It passes the Sun on 3 December.',
  ],
];

/** Stories of an hour ago, all on one topic. */
export async function someNews(db: Database, now: Date): Promise<void> {
  const feed = await aFeed(db, { name: 'Wire', topics: ['science'] });
  for (const [title, ...sentences] of news) {
    await anArticle(db, feed, { title, sentences, publishedAt: new Date(now.getTime() - 3_600_000) });
  }
  await placeArticles({ ...placing(db), now: () => now });
}

/** A channel that has had its digest of the science stories of `someNews`. */
export async function aMorning(db: Database) {
  const town = await aTown(db);
  await someNews(db, new Date());
  await town.say('subscribe science');
  await town.say('digest');
  return town;
}
