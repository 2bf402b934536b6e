/** The compact layout: one bubble, a list. */
import type { Digest, DigestStory } from '../../src/model.ts';
import { longDay } from '../../src/words/time.ts';
import { wordsFor } from '../../src/words/words.ts';
import { type Box, type Bubble, box, ink, open, type Piece, postback, text } from './flex.ts';
import { headOf, pressOf, storyWords } from './story-words.ts';
import { webAddress } from './text.ts';
import { lineWords, marks } from './words.ts';

/** @param stories those of this bubble: all, or a group of them where one bubble has no room for all. */
export function listBubble(stories: DigestStory[], digest: Digest): Bubble {
  const rows = stories.flatMap((story, index) => [
    ...(index > 0 ? [{ type: 'separator' as const, color: '#E3E9ED' }] : []),
    row(story, digest),
  ]);
  const isLast = stories.at(-1) === digest.stories.at(-1);
  return {
    type: 'bubble',
    size: 'giga',
    header: head(digest),
    body: box('vertical', rows, { spacing: 'lg', paddingAll: '16px' }),
    ...(isLast && { footer: foot(digest) }),
  };
}

function head(digest: Digest): Box {
  const { language, date, stories, minutes, sample } = digest;
  const words = wordsFor(language).digest;
  const facts = [longDay(date, language), words.count(stories.length, minutes)].join(marks(language).dot);
  return box(
    'vertical',
    [
      text(headOf(digest), { size: 'lg', weight: 'bold', color: ink.white }),
      text(facts, { size: 'xs', color: '#C9DBE6' }),
      ...(sample ? [text(words.sampleNote, { size: 'xs', color: '#C9DBE6' })] : []),
    ],
    { backgroundColor: ink.accent, paddingAll: '16px', spacing: 'xs' },
  );
}

function row(story: DigestStory, digest: Digest): Box {
  const { digest: words } = wordsFor(digest.language);
  const { headline, update, gist, meta, url } = storyWords(story, digest);
  const told: Piece[] = [
    text(headline, { size: 'md', weight: 'bold', ...(url !== null && { action: open(words.open, url) }) }),
    ...(update === '' ? [] : [text(update, { size: 'sm', color: ink.update })]),
    ...(gist === '' ? [] : [text(gist, { size: 'sm', color: ink.soft, lineSpacing: '3px' })]),
    text(meta, { size: 'xs', color: ink.quiet }),
    links(story, url, digest),
  ];
  const number = text(String(story.number), { size: 'md', weight: 'bold', color: '#3F7391', flex: 0 });
  return box('horizontal', [number, box('vertical', told, { spacing: 'sm', flex: 1 })], { spacing: 'md' });
}

function links(story: DigestStory, url: string | null, digest: Digest): Box {
  const { digest: words } = wordsFor(digest.language);
  const link = (label: string, action: ReturnType<typeof postback> | ReturnType<typeof open>) =>
    box('vertical', [text(label, { size: 'sm', weight: 'bold', color: ink.accent, wrap: false })], {
      flex: 0,
      action,
      paddingTop: '6px',
      paddingBottom: '6px',
      paddingEnd: '18px',
    });
  return box('horizontal', [
    link(words.keyPoints, postback(words.keyPoints, pressOf('points', story, digest))),
    link(words.ask, postback(words.ask, pressOf('ask', story, digest))),
    ...(url === null ? [] : [link(words.open, open(words.open, url))]),
  ]);
}

function foot({ language, sourcesRead, sourcesFailed, page }: Digest): Box {
  const words = wordsFor(language).digest;
  const address = webAddress(page);
  return box(
    'vertical',
    [
      text(lineWords(language).howToAsk, { size: 'xs', color: ink.soft }),
      text(words.footer(sourcesRead, sourcesFailed), { size: 'xs', color: ink.quiet }),
      ...(address === null
        ? []
        : [
            text(words.onTheWeb, {
              size: 'xs',
              color: ink.accent,
              decoration: 'underline',
              action: open(words.onTheWeb, address),
            }),
          ]),
    ],
    { spacing: 'xs', paddingAll: '16px', paddingTop: '4px' },
  );
}
