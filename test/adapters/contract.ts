/**
 * What every adapter must pass. `adapterContract('slack', setUp, absent)` drives the real adapter, on its real SDK,
 * against a counterpart on this machine: a `Subject`. What a platform does not have is declared in `absent`, with the
 * reason, and shows as a skipped test; a deed that is neither there nor declared absent fails.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Action, action } from '../../src/action.ts';
import type { Adapter, Inbound, Part, Place, ReplyTo } from '../../src/adapter.ts';
import { content, paragraph } from '../../src/content.ts';
import { GiveUp, TryLater, Unsure } from '../../src/errors.ts';
import type { Channel, Digest, DigestStory, MessageId, PartId, StoryId } from '../../src/model.ts';
import { aDigest, aDigestStory, partIds } from '../support/builders.ts';

/** A message of ours as the people of the channel see it. */
export interface Seen {
  id: MessageId;
  thread: MessageId | null;
  /** Every visible word of it. */
  text: string;
  /**
   * What would come alive by the platform's own grammar: addresses that a tap opens, people or groups that it would
   * notify, scripts. Our own buttons are not among them, unless they open an address.
   */
  live: string[];
}

/** `lost`: the message is taken and the answer never comes. `limited`: 429 (retry after 7 s). `closed`: we were put out. */
export type Trouble = 'lost' | 'limited' | 'closed';

export interface Subject {
  adapter: Adapter;
  /** One that the counterpart knows, and lets us post to. */
  channel: Channel;
  /** What stands in the channel and its threads now, of ours, oldest first. */
  seen(): Promise<Seen[]>;
  /** What the platform would refuse of this request, in words; empty when it would take it. */
  brokenLimits(part: Part): string[];
  /** A person writes to us; `event` names what happened, so the same one again is the same event told twice. */
  write?(text: string, event: string): Promise<void>;
  /** A stranger without our secret writes; resolves to the HTTP status that he gets. */
  forge?(text: string): Promise<number>;
  /** The platform tells us of a message that we posted ourselves. */
  writeOurselves?(text: string): Promise<void>;
  /** A person presses a button of the message that carries this action. */
  press?(message: MessageId, pressed: Action): Promise<void>;
  /** The next request that posts meets this. */
  nextPost?(trouble: Trouble): Promise<void>;
  close(): Promise<void>;
}

type Deed = 'write' | 'forge' | 'writeOurselves' | 'press' | 'nextPost';

/** Deeds, or single troubles, that this platform does not have: why. */
export type Absent = Partial<Record<Deed | Trouble, string>>;

export function adapterContract(name: string, setUp: () => Promise<Subject>, absent: Absent = {}): void {
  describe(`${name} keeps the adapter contract`, () => {
    let subject: Subject;
    let received: Inbound[];

    beforeEach(async () => {
      subject = await setUp();
      received = [];
      await subject.adapter.start(async (inbound) => {
        received.push(inbound);
      });
    });

    afterEach(async () => {
      await subject?.adapter.stop();
      await subject?.close();
    });

    const unless = (needs: (keyof Absent)[], title: string, run: () => Promise<void>) => {
      const missing = needs.find((need) => absent[need] !== undefined);
      if (missing === undefined) test(title, run);
      else test.skip(`${title} (not here: ${absent[missing]})`, run);
    };
    /** The deed, or a failure that says what to declare. */
    const can = <D extends Deed>(deed: D): NonNullable<Subject[D]> => {
      const found = subject[deed];
      if (found === undefined) throw new Error(`${name} has no ${deed}: give it, or declare it absent with the reason`);
      return (found as (...args: never[]) => unknown).bind(subject) as NonNullable<Subject[D]>;
    };
    const place = (thread: MessageId | null = null): Place => ({ channel: subject.channel.id, thread });
    const render = (digest: Digest, channel = subject.channel) => subject.adapter.render(digest, channel, partIds());
    const digestOf = (given: Parameters<typeof aDigest>[0]) => aDigest({ channel: subject.channel.id, ...given });

    unless(['write'], 'what a person writes arrives, with its channel, words and author', async () => {
      await can('write')('what is new in tidal power?', randomUUID());

      expect(received).toHaveLength(1);
      expect(received[0]).toMatchObject({
        channel: subject.channel.id,
        kind: 'message',
        text: 'what is new in tidal power?',
      });
    });

    unless(['write'], 'an event told twice carries the same id', async () => {
      const event = randomUUID();
      await can('write')('help', event);
      await can('write')('help', event);
      await can('write')('help', randomUUID());

      const ids = received.map((inbound) => inbound.event);
      expect(new Set(ids).size).toBe(2);
      expect(ids.every((id) => id.length > 0)).toBe(true);
    });

    unless(['forge'], 'a bad signature is refused', async () => {
      const status = await can('forge')('forget yes');

      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(received).toEqual([]);
    });

    unless(['writeOurselves', 'write'], 'our own messages are ignored', async () => {
      await can('writeOurselves')('the morning digest');
      await can('write')('help', randomUUID());

      expect(received.map((inbound) => inbound.kind === 'message' && inbound.text)).toEqual(['help']);
    });

    unless(['press'], 'a pressed button comes back as its action', async () => {
      const digest = digestOf({ stories: 2 });
      const [part] = render(digest);
      const posted = await subject.adapter.post(place(), part!);
      const pressed = action('points', { story: digest.stories[0]!.story, delivery: digest.delivery });
      await can('press')(posted.messages[0]!.id, pressed);

      expect(received).toMatchObject([{ kind: 'press', action: pressed, channel: subject.channel.id }]);
    });

    test('a digest shows every story, and each message says whose it is', async () => {
      const digest = digestOf({ stories: 7 });
      const messages = [];
      for (const part of render(digest)) messages.push(...(await subject.adapter.post(place(), part)).messages);

      const seen = await subject.seen();
      const text = seen.map((message) => message.text).join('\n');
      for (const story of digest.stories) expect(text).toContain(story.headline);
      expect(seen.map((message) => message.id)).toEqual(messages.map((message) => message.id));
    });

    test('a digest of cards names the story of every message that tells one', async () => {
      const digest = digestOf({ stories: 3 });
      const about = render(digest, { ...subject.channel, layout: 'cards' }).flatMap((part) => part.about);

      const told = about.filter((story): story is StoryId => story !== null);
      expect(new Set(told).size).toBe(told.length);
      expect(digest.stories.map((story) => story.story)).toEqual(expect.arrayContaining(told));
    });

    test('rendering is pure, and its parts are plain JSON with the ids that they were given', () => {
      const digest = digestOf({ stories: 12 });
      const ids = partIds();
      const parts = subject.adapter.render(digest, subject.channel, ids);

      expect(subject.adapter.render(digest, subject.channel, ids)).toEqual(parts);
      expect(parts.map((part) => part.id)).toEqual(parts.map((_, index) => ids(index)));
      expect(JSON.parse(JSON.stringify(parts))).toEqual(parts);
    });

    test.for(oddDigests)('keeps the limits with $name', async ({ stories }) => {
      for (const layout of ['compact', 'cards'] as const) {
        const parts = render(digestOf({ stories: stories() }), { ...subject.channel, layout });
        expect(parts.length).toBeGreaterThan(0);
        expect(parts.flatMap((part) => subject.brokenLimits(part))).toEqual([]);
      }
    });

    test.for(oddDigests)('posts $name', async ({ stories }) => {
      const parts = render(digestOf({ stories: stories() }));
      for (const part of parts) await subject.adapter.post(place(), part);

      expect((await subject.seen()).length).toBeGreaterThanOrEqual(parts.length);
    });

    test('foreign markup stays dead in a digest', async () => {
      const digest = digestOf({ stories: [hostileStory(1), hostileStory(2)] });
      for (const part of render(digest)) await subject.adapter.post(place(), part);

      expectDead(await subject.seen(), digest);
    });

    test('foreign markup stays dead in a reply', async () => {
      const digest = digestOf({ stories: 1 });
      const posted = await subject.adapter.post(place(), render(digest)[0]!);
      const said = content([
        { kind: 'heading', text: hostile },
        paragraph(hostile, { text: hostile, style: 'strong' }, { text: hostile, style: 'code' }),
        { kind: 'list', items: [[hostile], [{ text: hostile, style: 'quiet' }]] },
        { kind: 'quote', text: hostile, source: hostile, url: 'https://news.example/quoted' },
        { kind: 'note', spans: [{ text: hostile, url: 'https://news.example/noted' }] },
      ]);
      await subject.adapter.reply(replyTo(posted.messages[0]!.id, posted.thread), said, newPart());

      expectDead(await subject.seen(), digest, ['https://news.example/quoted', 'https://news.example/noted']);
    });

    test('a reply stands under what `post` returned', async () => {
      const [part] = render(digestOf({ stories: 1 }));
      const posted = await subject.adapter.post(place(), part!);
      const answer = await subject.adapter.reply(
        replyTo(posted.messages[0]!.id, posted.thread),
        content([paragraph('It opened on Monday.')]),
        newPart(),
      );

      const seen = (await subject.seen()).at(-1);
      expect(seen?.text).toContain('It opened on Monday.');
      expect(answer.messages.map((message) => message.id)).toContain(seen?.id);
      if (posted.thread !== null) expect(seen?.thread).toBe(posted.thread);
    });

    test('a long reply is cut to the limits rather than refused', async () => {
      const long = content([paragraph(`${'An endless sentence. '.repeat(5_000)}`)]);
      await subject.adapter.reply(replyTo(null, null), long, newPart());

      expect((await subject.seen()).map((message) => message.text).join('')).toContain('An endless sentence.');
    });

    unless(['nextPost', 'lost'], 'after a lost answer exactly one message stands there', async () => {
      const [part] = render(digestOf({ stories: 1 }));
      await can('nextPost')('lost');
      await expect(subject.adapter.post(place(), part!)).rejects.toThrow(Unsure);
      const standing = await subject.seen();

      const found = subject.adapter.find
        ? await subject.adapter.find(place(), part!.id)
        : await subject.adapter.post(place(), part!);

      expect(found?.messages.map((message) => message.id)).toEqual(standing.map((message) => message.id));
      expect(standing.length).toBeGreaterThan(0);
      expect(await subject.seen()).toEqual(standing);
    });

    test('a part that was never posted is not found', async () => {
      if (subject.adapter.find === undefined) return expect(subject.adapter.find).toBeUndefined();
      expect(await subject.adapter.find(place(), newPart())).toBeNull();
    });

    unless(['nextPost', 'limited'], 'a 429 is tried later, after the seconds that it names', async () => {
      const [part] = render(digestOf({ stories: 1 }));
      await can('nextPost')('limited');
      const failure = await subject.adapter.post(place(), part!).catch((error: unknown) => error);

      expect(failure).toBeInstanceOf(TryLater);
      expect((failure as TryLater).retryAfterSeconds).toBeGreaterThan(0);
      expect(await subject.seen()).toEqual([]);
      await subject.adapter.post(place(), part!);
      expect((await subject.seen()).length).toBeGreaterThan(0);
    });

    unless(['nextPost', 'closed'], 'a channel that put us out is given up, and closes', async () => {
      const [part] = render(digestOf({ stories: 1 }));
      await can('nextPost')('closed');
      const failure = await subject.adapter.post(place(), part!).catch((error: unknown) => error);

      expect(failure).toBeInstanceOf(GiveUp);
      expect((failure as GiveUp).closes).toBe(true);
    });

    function replyTo(message: MessageId | null, thread: MessageId | null): ReplyTo {
      return {
        place: place(thread),
        handle: null,
        message,
        author: { id: '', name: null, administrator: null },
        title: 'A story',
        repeated: false,
      };
    }
  });
}

function newPart(): PartId {
  return randomUUID() as PartId;
}

/** Markup of every platform that we post to, mentions included; all of it points at evil.example. */
const hostile = [
  '<!channel> <!everyone> <@U0EVIL> <#C0EVIL> @everyone @here <@1234567890> <@&1234567890> <#1234567890>',
  '<https://evil.example/slack|click> [click](https://evil.example/markdown) <https://evil.example/angle>',
  '<script>fetch("https://evil.example/script")</script><img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">click</a> {mention} \u202emoc.live\u202c',
].join(' ');

function hostileStory(number: number): DigestStory {
  return aDigestStory({
    number,
    headline: hostile,
    gist: hostile,
    source: hostile,
    topics: [hostile],
    update: hostile,
    url: `https://news.example/story-${number}`,
  });
}

function expectDead(seen: Seen[], digest: Digest, alsoOurs: string[] = []): void {
  const ours = [...digest.stories.flatMap((story) => [story.url, story.page]), digest.page, ...alsoOurs];
  const foreign = seen.flatMap((message) => message.live).filter((live) => !ours.includes(live));
  expect(seen.length).toBeGreaterThan(0);
  expect(foreign).toEqual([]);
}

const long = 'Eine sehr lange Überschrift mit vielen Wörtern. '.repeat(2_100).slice(0, 100_000);

/** Digests that feeds will sooner or later bring about. */
const oddDigests: { name: string; stories: () => DigestStory[] }[] = [
  { name: 'one story', stories: () => [aDigestStory()] },
  { name: 'twelve stories', stories: () => aDigest({ stories: 12 }).stories },
  {
    name: 'twelve stories of 100,000 characters each',
    stories: () => aDigest({ stories: 12 }).stories.map((story) => ({ ...story, headline: long, gist: long })),
  },
  { name: 'long names of source and topics', stories: () => [aDigestStory({ source: long, topics: [long, long] })] },
  {
    name: 'empty strings and nothing where something may be',
    stories: () => [
      aDigestStory({ headline: '', gist: '', source: '', topics: [], image: null, alsoIn: 0, why: [], language: '' }),
    ],
  },
  {
    name: 'a long address and a picture',
    stories: () => [
      aDigestStory({ url: `https://news.example/${'a'.repeat(1_900)}`, image: 'https://news.example/a.png' }),
    ],
  },
  {
    name: 'right-to-left text',
    stories: () => [aDigestStory({ headline: '\u202eافتتاح محطة للطاقة\u202c', gist: 'מפעל חדש \u202e!' })],
  },
  {
    name: 'emoji that must not be cut in half',
    stories: () => [aDigestStory({ headline: '👩‍👩‍👧‍👦'.repeat(900), gist: '🇯🇵'.repeat(3_000) })],
  },
  {
    name: 'an update, gauges, and a foreign excerpt',
    stories: () => [
      aDigestStory({
        update: 'A second station was announced.',
        foreign: true,
        language: 'ja',
        excerptOnly: true,
        gauges: [
          {
            gauge: 'terminator-idiocracy',
            scores: [4, 0],
            verdict: 0,
            reason: { text: long, cites: [], inferred: true },
            estimate: true,
          },
        ],
      }),
    ],
  },
];
