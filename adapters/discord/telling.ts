/** A story and what stands around it, in Discord's markdown: the same for components and for embeds. */
import { action, encodeAction } from '../../src/action.ts';
import type { Button } from '../../src/content.ts';
import type { Digest, DigestStory } from '../../src/model.ts';
import { line } from '../../src/text/clean.ts';
import { longDay } from '../../src/words/time.ts';
import { languageName, wordsFor } from '../../src/words/words.ts';
import { type Row, select } from './components.ts';
import { escapeMarkdown, maskedLink, webAddress } from './text.ts';
import { discordWords } from './words.ts';

/** What a reader takes in at a glance; a feed that sends more is cut. */
const most = { headline: 200, gist: 500, update: 300, source: 60, url: 1_000 };

/** @returns what stands above the first story. */
export function heading(digest: Digest): string {
  const words = wordsFor(digest.language).digest;
  const facts = [longDay(digest.date, digest.language), words.count(digest.stories.length, digest.minutes)];
  const sample = digest.sample ? [`-# ${escapeMarkdown(words.sampleNote)}`] : [];
  return [`## ${escapeMarkdown(title(digest))}`, `-# ${facts.join(' · ')}`, ...sample].join('\n');
}

export function continued(digest: Digest, index: number, count: number): string {
  return `-# ${escapeMarkdown(title(digest))} · ${index + 1}/${count}`;
}

export function title(digest: Digest): string {
  const words = wordsFor(digest.language).digest;
  return { morning: words.title, asked: words.asked, taste: words.taste }[digest.kind];
}

export function tell(story: DigestStory, digest: Digest): string {
  const body = gistOf(story, digest);
  const lines = [`**${story.number}.** ${headlineLink(story)}`, ...body, `-# ${provenance(story, digest)}`];
  return lines.join('\n');
}

export function headlineOf(story: DigestStory): string {
  return line(story.headline, most.headline) || line(story.url, 80);
}

export function addressOf(story: DigestStory): string | null {
  return webAddress(story.url, most.url) ?? webAddress(story.page, most.url);
}

function headlineLink(story: DigestStory): string {
  const address = addressOf(story);
  const headline = headlineOf(story);
  return `**${address === null ? escapeMarkdown(headline) : maskedLink(address, headline)}**`;
}

/** What is new, where there was something before; then the gist. */
export function gistOf(story: DigestStory, digest: Digest): string[] {
  const words = wordsFor(digest.language).digest;
  const update = line(story.update ?? '', most.update);
  const gist = line(story.gist, most.gist);
  return [
    ...(update === '' ? [] : [`**${words.update}:** ${escapeMarkdown(update)}`]),
    ...(gist === '' ? [] : [escapeMarkdown(gist)]),
  ];
}

/** The age is Discord's own timestamp: it stays right, and everybody reads it in their language. */
export function provenance(story: DigestStory, digest: Digest): string {
  const words = wordsFor(digest.language).digest;
  const facts = [
    escapeMarkdown(line(story.source, most.source)),
    `<t:${Math.floor(new Date(story.publishedAt).getTime() / 1000)}:R>`,
    words.minutes(story.minutes),
    story.alsoIn > 0 ? words.alsoIn(story.alsoIn) : '',
    story.foreign && story.language !== '' ? words.foreign(languageName(story.language, digest.language)) : '',
    story.excerptOnly ? words.excerptOnly : '',
    digest.sample ? words.sample : '',
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

export function footer(digest: Digest): string {
  const words = wordsFor(digest.language).digest;
  const page = webAddress(digest.page, most.url);
  const web = page === null ? [] : [maskedLink(page, words.onTheWeb)];
  const facts = [words.footer(digest.sourcesRead, digest.sourcesFailed), words.howToAsk].map(escapeMarkdown);
  return `-# ${[...facts, ...web].join(' · ')}`;
}

export function storyButtons(story: DigestStory, { delivery, language }: Digest): Button[] {
  const words = wordsFor(language).digest;
  const press = { story: story.story, delivery };
  const open = webAddress(story.url, most.url) ?? story.page;
  return [
    { label: words.keyPoints, press: action('points', press), style: 'primary' },
    { label: words.ask, press: action('ask', press), style: 'plain' },
    ...(open === null ? [] : [{ label: words.open, press: { url: open }, style: 'plain' } as const]),
    { label: words.more, press: action('more', press), style: 'plain' },
    { label: words.less, press: action('less', press), style: 'plain' },
  ];
}

/** A choice carries its action as a button does. */
export function menus(digest: Digest, stories: DigestStory[]): Row[] {
  const words = wordsFor(digest.language).digest;
  const own = discordWords(digest.language);
  const option = (verb: 'ask' | 'more' | 'less', story: DigestStory, before = '') => ({
    label: `${before}${story.number}. ${headlineOf(story)}`,
    value: encodeAction(action(verb, { story: story.story, delivery: digest.delivery })),
  });
  const tuning = stories.flatMap((story) => [
    option('more', story, `${words.more}: `),
    option('less', story, `${words.less}: `),
  ]);
  return [
    select(
      'menu:ask',
      own.askAbout,
      stories.map((story) => option('ask', story)),
    ),
    select('menu:tune', own.tune, tuning),
  ];
}

/** A calm colour that stands out on light and on dark; a topic always has the same one. */
export function colorOf({ topics: [topic] }: DigestStory): number {
  if (topic === undefined || topic === '') return 0x8a94a6;
  let hash = 0x811c9dc5;
  for (const letter of topic.slice(0, 100)) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return rgb(hash % 360, 0.5, 0.58);
}

/** @param hue in degrees. @returns `0xrrggbb`. */
function rgb(hue: number, saturation: number, lightness: number): number {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const at = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - chroma * Math.max(-1, Math.min(at - 3, 9 - at, 1))));
  };
  return (channel(0) << 16) | (channel(8) << 8) | channel(4);
}
