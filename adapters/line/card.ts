/** One story as a card of the carousel, and the card that ends it. */
import { action } from '../../src/action.ts';
import type { Digest, DigestStory } from '../../src/model.ts';
import { longDay } from '../../src/words/time.ts';
import { wordsFor } from '../../src/words/words.ts';
import { type Box, type Bubble, box, ink, open, type Piece, pill, postback, text } from './flex.ts';
import { headOf, pressOf, type StoryWords, storyWords } from './story-words.ts';
import { pictureAddress, webAddress } from './text.ts';
import { lineWords } from './words.ts';

/** Cards of one carousel have one width, and their pictures one height. */
const size = 'mega';
const heroRatio = '2:1';

export function storyCard(story: DigestStory, digest: Digest): Bubble {
  const said = storyWords(story, digest);
  return {
    type: 'bubble',
    size,
    hero: hero(story, said),
    body: box('vertical', cardText(story, said, digest), { spacing: 'md', paddingAll: '16px', paddingBottom: '8px' }),
    footer: buttons(story, said, digest),
  };
}

function hero(story: DigestStory, { source, url }: StoryWords): NonNullable<Bubble['hero']> {
  const picture = pictureAddress(story.image);
  if (picture === null) return masthead(source);
  return {
    type: 'image',
    url: picture,
    size: 'full',
    aspectRatio: heroRatio,
    aspectMode: 'cover',
    backgroundColor: ink.pale,
    ...(url !== null && { action: open('', url) }),
  };
}

/** Where a story has no picture its source's name stands there, as on a front page. */
function masthead(source: string): Box {
  const name = text(source, { size: 'xl', weight: 'bold', color: ink.white, align: 'center', maxLines: 2 });
  return box('vertical', [name], {
    height: '150px',
    justifyContent: 'center',
    paddingAll: '20px',
    background: { type: 'linearGradient', angle: '160deg', startColor: '#16303F', endColor: '#3F7391' },
  });
}

function cardText(story: DigestStory, said: StoryWords, digest: Digest): Piece[] {
  const place = digest.stories.length > 1 ? `${story.number} / ${digest.stories.length}` : headOf(digest);
  return [
    text(place, { size: 'xs', weight: 'bold', color: ink.quiet }),
    text(said.headline, { size: 'md', weight: 'bold' }),
    ...(said.update === '' ? [] : [text(said.update, { size: 'sm', color: ink.update })]),
    ...(said.gist === '' ? [] : [text(said.gist, { size: 'sm', color: ink.soft, lineSpacing: '3px' })]),
    text(said.meta, { size: 'xs', color: ink.quiet, margin: 'md' }),
  ];
}

function buttons(story: DigestStory, { url }: StoryWords, digest: Digest): Box {
  const { digest: words } = wordsFor(digest.language);
  const press = (verb: 'points' | 'ask' | 'more' | 'less', label: string) =>
    postback(label, pressOf(verb, story, digest));
  const second = [
    pill(words.ask, press('ask', words.ask)),
    ...(url === null ? [] : [pill(words.open, open(words.open, url))]),
  ];
  const taste = (verb: 'more' | 'less') =>
    text(words[verb], { size: 'xs', color: ink.quiet, align: 'center', action: press(verb, words[verb]) });
  return box(
    'vertical',
    [
      pill(words.keyPoints, press('points', words.keyPoints), 'full'),
      box('horizontal', second, { spacing: 'sm' }),
      box('horizontal', [taste('more'), taste('less')], { paddingTop: '6px' }),
    ],
    { spacing: 'sm', paddingAll: '16px', paddingTop: '8px' },
  );
}

/** What was read for it, how to ask, where to read it whole. */
export function endCard(digest: Digest): Bubble {
  const { language, stories, minutes, sourcesRead, sourcesFailed, sample } = digest;
  const words = wordsFor(language).digest;
  const ours = lineWords(language);
  const page = webAddress(digest.page);
  const facts = [
    words.count(stories.length, minutes),
    words.footer(sourcesRead, sourcesFailed),
    ...(sample ? [words.sampleNote] : []),
  ];
  return {
    type: 'bubble',
    size,
    body: box(
      'vertical',
      [
        text(headOf(digest), { size: 'lg', weight: 'bold', color: ink.white }),
        text(longDay(digest.date, language), { size: 'sm', color: '#C9DBE6' }),
        ...facts.map((fact, index) => text(fact, { size: 'sm', color: ink.white, margin: index === 0 ? 'xl' : 'sm' })),
        text(ours.howToAsk, { size: 'sm', color: '#C9DBE6', margin: 'xl', lineSpacing: '3px' }),
      ],
      {
        paddingAll: '20px',
        background: { type: 'linearGradient', angle: '160deg', startColor: '#16303F', endColor: '#3F7391' },
      },
    ),
    footer: box(
      'vertical',
      [
        ...(page === null ? [] : [pill(words.onTheWeb, open(words.onTheWeb, page), 'full')]),
        box('horizontal', [doPill(ours.topics, 'topics'), doPill(ours.settings, 'settings')], { spacing: 'sm' }),
      ],
      { spacing: 'sm', paddingAll: '16px' },
    ),
  };
}

function doPill(label: string, command: string): Box {
  return pill(label, postback(label, action('do', { value: command }), label));
}
