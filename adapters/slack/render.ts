/** A digest as Block Kit: one message, or one a story; a long one is split between stories, evenly. */
import { action } from '../../src/action.ts';
import type { Part } from '../../src/adapter.ts';
import type { Channel, Digest, DigestStory, Language, PartId } from '../../src/model.ts';
import { line } from '../../src/text/clean.ts';
import { age, longDay } from '../../src/words/time.ts';
import { aside, languageName, type Words, wordsFor } from '../../src/words/words.ts';
import {
  actions,
  type Block,
  context,
  divider,
  fits,
  header,
  linkedContext,
  linkRun,
  overflow,
  pressButton,
  type Run,
  richText,
  run,
  type SlackMessage,
  section,
} from './blocks.ts';
import { escapeMrkdwn, mrkdwnLink, webAddress } from './text.ts';

/** What a reader takes in at a glance; a feed that sends more is cut. */
const most = { headline: 250, gist: 600, update: 400, source: 80 };

/** @returns null for a gauge that is no longer defined. */
export type GaugeNames = (gauge: string, language: Language) => { poles: [string, string] } | null;

/** @returns one part a message. Pure. */
export function renderDigest(
  digest: Digest,
  channel: Channel,
  partId: (index: number) => PartId,
  gaugeNames: GaugeNames = () => null,
): Part[] {
  const cards = channel.layout === 'cards' && digest.stories.length > 1;
  const drawn = digest.stories.map((story) => ({ story, blocks: storyBlocks(story, digest, gaugeNames) }));
  const messages = cards ? cardMessages(digest, drawn) : compactMessages(digest, drawn);
  return messages.map(({ story, message }, index) => ({
    id: partId(index),
    payload: message,
    about: [story?.story ?? null],
  }));
}

interface Drawn {
  story: DigestStory;
  blocks: Block[];
}

interface Told {
  /** The one story that the message tells; null where it tells several or none. */
  story: DigestStory | null;
  message: SlackMessage;
}

/** A head of its own, then each story as a message, so that each has its own thread. */
function cardMessages(digest: Digest, drawn: Drawn[]): Told[] {
  const head = { text: notification(digest, digest.stories), blocks: [...heading(digest), footer(digest)] };
  return [
    { story: null, message: head },
    ...drawn.map(({ story, blocks }) => ({
      story,
      message: { text: escapeMrkdwn(`${story.number}. ${headline(story)}`), blocks },
    })),
  ];
}

function compactMessages(digest: Digest, drawn: Drawn[]): Told[] {
  const only = digest.stories.length === 1 ? (digest.stories[0] ?? null) : null;
  for (let count = 1; ; count++) {
    const groups = evenly(drawn, count);
    const messages = groups.map((group, index) => compactMessage(digest, group, index, groups.length));
    const done = count >= drawn.length || messages.every(({ blocks }) => fits(blocks));
    if (done) return messages.map((message) => ({ story: only, message }));
  }
}

function compactMessage(digest: Digest, group: Drawn[], index: number, count: number): SlackMessage {
  const first = index === 0 ? heading(digest) : [context(`${title(digest)} · ${index + 1}/${count}`)];
  const last = index === count - 1 ? [divider, footer(digest)] : [];
  const told = group.flatMap(({ blocks }) => [divider, ...blocks]);
  const text = notification(
    digest,
    group.map(({ story }) => story),
  );
  return { text, blocks: [...first, ...told, ...last] };
}

/** In as many groups as asked for, the longer ones first. */
function evenly<T>(items: T[], count: number): T[][] {
  const size = Math.ceil(items.length / count);
  return Array.from({ length: Math.max(1, Math.ceil(items.length / size) || 1) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function title(digest: Digest): string {
  const words = wordsFor(digest.language).digest;
  return { morning: words.title, asked: words.asked, taste: words.taste }[digest.kind];
}

function heading(digest: Digest): Block[] {
  const words = wordsFor(digest.language).digest;
  const facts = [longDay(digest.date, digest.language), words.count(digest.stories.length, digest.minutes)];
  const blocks = [header(title(digest)), context(facts.join(' · '))];
  return digest.sample ? [...blocks, context(words.sampleNote)] : blocks;
}

function storyBlocks(story: DigestStory, digest: Digest, gaugeNames: GaugeNames): Block[] {
  const words = wordsFor(digest.language);
  return [
    richText(section(tell(story, words))),
    context(provenance(story, digest, words)),
    ...gauges(story, digest, words, gaugeNames),
    storyActions(story, digest, words),
  ];
}

function tell(story: DigestStory, words: Words): Run[] {
  const update = line(story.update ?? '', most.update);
  const gist = line(story.gist, most.gist);
  return [
    ...run(`${story.number}  `, { bold: true }),
    ...linkRun(webAddress(story.url) ?? story.page, headline(story), { bold: true }),
    ...(update === '' ? [] : [...run('\n'), ...run(`${words.digest.update}: `, { bold: true }), ...run(update)]),
    ...(gist === '' ? [] : run(`\n${gist}`)),
  ];
}

function headline(story: DigestStory): string {
  return line(story.headline, most.headline) || line(story.url, 80);
}

function provenance(story: DigestStory, digest: Digest, { digest: words }: Words): string {
  const facts = [
    line(story.source, most.source),
    age(story.publishedAt, new Date(digest.composedAt), digest.language),
    words.minutes(story.minutes),
    story.alsoIn > 0 ? words.alsoIn(story.alsoIn) : '',
    story.foreign && story.language !== '' ? words.foreign(languageName(story.language, digest.language)) : '',
    story.excerptOnly ? words.excerptOnly : '',
    digest.sample ? words.sample : '',
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

/** `Terminator 4 · 0 Idiocracy`: the reasons come with the key points. */
function gauges(story: DigestStory, { language }: Digest, { brief }: Words, gaugeNames: GaugeNames): Block[] {
  const shown = story.gauges.flatMap(({ gauge, scores, estimate }) => {
    const poles = gaugeNames(gauge, language)?.poles;
    if (poles === undefined) return [];
    return [`${poles[0]} ${scores[0]} · ${scores[1]} ${poles[1]}${estimate ? aside(brief.estimate, language) : ''}`];
  });
  return shown.length === 0 ? [] : [context(shown.join('   '))];
}

function storyActions(story: DigestStory, { delivery }: Digest, { digest: words }: Words): Block {
  const press = { story: story.story, delivery };
  return actions([
    pressButton(words.keyPoints, action('points', press), 0),
    pressButton(words.ask, action('ask', press), 1),
    overflow([
      { label: words.more, press: action('more', press) },
      { label: words.less, press: action('less', press) },
    ]),
  ]);
}

function footer(digest: Digest): Block {
  const words = wordsFor(digest.language).digest;
  const read = words.footer(digest.sourcesRead, digest.sourcesFailed);
  const page = webAddress(digest.page);
  const web = page === null ? [] : [mrkdwnLink(page, words.onTheWeb)];
  return linkedContext([escapeMrkdwn(read), escapeMrkdwn(words.howToAsk), ...web].join(' · '));
}

/** The lock screen shows the first words of it, a screen reader all. */
function notification(digest: Digest, stories: DigestStory[]): string {
  const headlines = stories.map((story) => `${story.number}. ${line(story.headline, 120)}`);
  return escapeMrkdwn([title(digest), ...headlines].join('\n'));
}
