/** A digest as Flex: a carousel of cards, or one bubble with a list; what is too long for one is split evenly. */
import type { Part } from '../../src/adapter.ts';
import type { Channel, Digest, DigestStory, PartId, StoryId } from '../../src/model.ts';
import { line } from '../../src/text/clean.ts';
import { longDay } from '../../src/words/time.ts';
import { endCard, storyCard } from './card.ts';
import { type Bubble, bytes, flexMessage, limits, type Message } from './flex.ts';
import { guideReplies } from './guide.ts';
import { listBubble } from './list.ts';
import { headOf } from './story-words.ts';

/** What one request carries. */
export interface LineRequest {
  messages: Message[];
  /** When the digest was composed. */
  since: string;
}

interface Told {
  message: Message;
  /** The one story that the message tells; null where it tells several. */
  story: StoryId | null;
}

/** @returns one part for up to five messages. Pure. */
export function renderDigest(digest: Digest, channel: Channel, partId: (index: number) => PartId): Part[] {
  const told = channel.layout === 'cards' || digest.stories.length === 1 ? carousels(digest) : lists(digest);
  if (digest.kind === 'taste') guideOn(told.at(-1), digest);
  return groupsOf(told, limits.messages).map((group, index) => ({
    id: partId(index),
    payload: { messages: group.map(({ message }) => message), since: digest.composedAt } satisfies LineRequest,
    about: group.map(({ story }) => story),
  }));
}

/** The taste comes in the middle of the set-up, and a new message takes the last one's quick replies away. */
function guideOn(last: Told | undefined, digest: Digest): void {
  if (last !== undefined) last.message.quickReply = { items: guideReplies(digest.language) };
}

/** Cards of one carousel have one width. @see https://developers.line.biz/en/reference/messaging-api/#f-carousel */
function carousels(digest: Digest): Told[] {
  const { stories } = digest;
  const cards = stories.map((story) => ({ story, bubble: storyCard(story, digest) }));
  const end = stories.length > 1 ? [{ story: null, bubble: endCard(digest) }] : [];
  const groups = evenly([...cards, ...end], (group) => group.length <= limits.carousel && fits(carousel(group)));
  return groups.map((group) => told(digest, group, group.length === 1 ? group[0]!.bubble : carousel(group)));
}

function carousel(group: { bubble: Bubble }[]) {
  return { type: 'carousel' as const, contents: group.map(({ bubble }) => bubble) };
}

function fits(container: ReturnType<typeof carousel>): boolean {
  return (
    bytes(container) <= limits.carouselBytes &&
    container.contents.every((bubble) => bytes(bubble) <= limits.bubbleBytes)
  );
}

function lists(digest: Digest): Told[] {
  const draw = (group: { story: DigestStory }[]) =>
    listBubble(
      group.map(({ story }) => story),
      digest,
    );
  const groups = evenly(
    digest.stories.map((story) => ({ story })),
    (group) => bytes(draw(group)) <= limits.bubbleBytes,
  );
  return groups.map((group) => told(digest, group, draw(group)));
}

function told(
  digest: Digest,
  group: { story: DigestStory | null }[],
  contents: Parameters<typeof flexMessage>[1],
): Told {
  const stories = group.flatMap(({ story }) => story ?? []);
  return {
    message: flexMessage(notification(digest, stories), contents),
    story: stories.length === 1 ? stories[0]!.story : null,
  };
}

/** The lock screen shows the first words of it, a screen reader all: the headlines, as many as there is room for. */
function notification(digest: Digest, stories: DigestStory[]): string {
  const head = `${headOf(digest)} ${longDay(digest.date, digest.language)}`;
  const room = Math.max(24, Math.floor((limits.altText - head.length) / Math.max(1, stories.length)) - 6);
  return [head, ...stories.map((story) => `${story.number}. ${line(story.headline, room)}`)].join(' ');
}

/** In as few groups as `fit` allows, of about the same size. */
function evenly<T>(items: T[], fit: (group: T[]) => boolean): T[][] {
  for (let count = 1; ; count++) {
    const groups = groupsOf(items, Math.ceil(items.length / count));
    if (count >= items.length || groups.every(fit)) return groups;
  }
}

function groupsOf<T>(items: T[], size: number): T[][] {
  const count = Math.max(1, Math.ceil(items.length / Math.max(1, size)));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
