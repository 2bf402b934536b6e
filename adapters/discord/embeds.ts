/** A digest as embeds, for operators who prefer them (`DISCORD_EMBEDS`): they keep to the older kind of message. */
import type { APIEmbed } from 'discord.js';
import { action, encodeAction } from '../../src/action.ts';
import type { Digest, DigestStory } from '../../src/model.ts';
import { line } from '../../src/text/clean.ts';
import { longDay } from '../../src/words/time.ts';
import { wordsFor } from '../../src/words/words.ts';
import { buttonRows, type DiscordMessage, select } from './components.ts';
import {
  addressOf,
  colorOf,
  continued,
  footer,
  gistOf,
  heading,
  headlineOf,
  menus,
  provenance,
  storyButtons,
} from './telling.ts';
import { escapeMarkdown, webAddress } from './text.ts';

/** @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const limits = { embeds: 10, all: 6_000, title: 256 };

export function embedMessage(digest: Digest, stories: DigestStory[], index: number, count: number): DiscordMessage {
  const words = wordsFor(digest.language).digest;
  const first = { description: index === 0 ? heading(digest) : continued(digest, index, count) };
  const last = index === count - 1 ? [{ description: footer(digest) }] : [];
  const points = stories.map((story) => ({
    label: `${story.number}. ${headlineOf(story)}`,
    value: encodeAction(action('points', { story: story.story, delivery: digest.delivery })),
  }));
  return {
    embeds: [first, ...stories.map((story) => embed(story, digest)), ...last],
    components: [select('menu:points', `${words.keyPoints}…`, points), ...menus(digest, stories)],
  };
}

export function embedCard(digest: Digest, story: DigestStory, head: boolean): DiscordMessage {
  const words = wordsFor(digest.language).digest;
  const facts = [longDay(digest.date, digest.language), words.count(digest.stories.length, digest.minutes)];
  const first = head && digest.stories.length > 1 ? [{ description: `-# ${facts.join(' · ')}` }] : [];
  const sample = head && digest.sample ? [{ description: `-# ${escapeMarkdown(words.sampleNote)}` }] : [];
  const last = digest.stories.at(-1) === story ? [{ description: footer(digest) }] : [];
  return {
    embeds: [...first, ...sample, embed(story, digest), ...last],
    components: buttonRows(storyButtons(story, digest)),
  };
}

function embed(story: DigestStory, digest: Digest): APIEmbed {
  const picture = webAddress(story.image, 1_000);
  const title = `${story.number}. ${escapeMarkdown(headlineOf(story))}`;
  const address = addressOf(story);
  return {
    color: colorOf(story),
    // A title whose escapes make it too long does without the end, never without the escape.
    title: line(title, limits.title).replace(/\\+(?=…$)/, ''),
    ...(address !== null && { url: address }),
    description: [...gistOf(story, digest), `-# ${provenance(story, digest)}`].join('\n'),
    ...(picture !== null && { thumbnail: { url: picture } }),
  };
}

export function embedsFit({ embeds = [] }: DiscordMessage): boolean {
  const length = embeds.reduce((sum, { title = '', description = '' }) => sum + title.length + description.length, 0);
  return embeds.length <= limits.embeds && length <= limits.all;
}
