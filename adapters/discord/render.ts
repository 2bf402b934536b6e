/** A digest as Discord shows it: one message, or one a story; a long one is split between stories, evenly. */
import type { APIComponentInContainer } from 'discord.js';
import { action } from '../../src/action.ts';
import type { Part } from '../../src/adapter.ts';
import type { Channel, Digest, DigestStory, PartId } from '../../src/model.ts';
import { wordsFor } from '../../src/words/words.ts';
import {
  buttonRows,
  container,
  type DiscordMessage,
  fits,
  message,
  pressButton,
  section,
  stamp,
  text,
  thumbnail,
} from './components.ts';
import { embedCard, embedMessage, embedsFit } from './embeds.ts';
import { colorOf, continued, footer, heading, menus, storyButtons, tell } from './telling.ts';
import { webAddress } from './text.ts';

/** How one kind of message shows the digest. */
export interface Drawing {
  several(digest: Digest, stories: DigestStory[], index: number, count: number): DiscordMessage;
  one(digest: Digest, story: DigestStory, head: boolean): DiscordMessage;
  fits(message: DiscordMessage): boolean;
}

const components: Drawing = { several: componentMessage, one: componentCard, fits };
const embeds: Drawing = { several: embedMessage, one: embedCard, fits: embedsFit };

/** @param legacy as embeds rather than components. @returns one part a message. Pure. */
export function renderDigest(
  digest: Digest,
  channel: Channel,
  partId: (index: number) => PartId,
  legacy = false,
): Part[] {
  const drawing = legacy ? embeds : components;
  const alone = channel.layout === 'cards' || digest.stories.length === 1;
  const told = alone
    ? digest.stories.map((story, index) => card(digest, story, index, drawing))
    : spread(digest, drawing);
  return told.map(({ about, message: drawn }, index) => {
    const id = partId(index);
    return { id, payload: stamp(drawn, id), about: [about] };
  });
}

interface Told {
  /** The one story that the message tells; null where it tells several. */
  about: DigestStory['story'] | null;
  message: DiscordMessage;
}

function card(digest: Digest, story: DigestStory, index: number, drawing: Drawing): Told {
  return { about: story.story, message: drawing.one(digest, story, index === 0) };
}

function spread(digest: Digest, drawing: Drawing): Told[] {
  for (let count = 1; ; count++) {
    const groups = evenly(digest.stories, count);
    const messages = groups.map((stories, index) => drawing.several(digest, stories, index, groups.length));
    const done = count >= digest.stories.length || messages.every((each) => drawing.fits(each));
    if (done) return messages.map((each) => ({ about: null, message: each }));
  }
}

/** In as many groups as asked for, the longer ones first. */
function evenly<T>(items: T[], count: number): T[][] {
  const size = Math.max(1, Math.ceil(items.length / count));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** A box a story, with its colour and *Key points*; below them one menu to ask and one to say what one likes. */
function componentMessage(digest: Digest, stories: DigestStory[], index: number, count: number): DiscordMessage {
  const words = wordsFor(digest.language).digest;
  const first = index === 0 ? heading(digest) : continued(digest, index, count);
  const last = index === count - 1 ? [text(footer(digest))] : [];
  const boxes = stories.map((story) => {
    const press = action('points', { story: story.story, delivery: digest.delivery });
    return container(colorOf(story), [section(tell(story, digest), pressButton(words.keyPoints, press))]);
  });
  return message([text(first), ...boxes, ...menus(digest, stories), ...last]);
}

/** The whole width for one story: its picture, and each button by itself. */
function componentCard(digest: Digest, story: DigestStory, head: boolean): DiscordMessage {
  const picture = webAddress(story.image, 1_000);
  const told: APIComponentInContainer =
    picture === null ? text(tell(story, digest)) : section(tell(story, digest), thumbnail(picture));
  const last = digest.stories.at(-1) === story ? [text(footer(digest))] : [];
  const box = container(colorOf(story), [told, ...buttonRows(storyButtons(story, digest))]);
  return message([...(head ? [text(heading(digest))] : []), box, ...last]);
}
